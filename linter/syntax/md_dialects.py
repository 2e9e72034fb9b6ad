"""Template marks that CommonMark takes for text: shortcodes of Hugo, Jinja and Liquid tags, MDX comments, stray attributes."""

from __future__ import annotations

from linter.patterns import lazy

_MARK = lazy(r"\{\{[<%]?[^{}\n]{0,500}[>%]?\}\}|\{%[^{}\n]{0,500}%\}|\{/\*[^\n]{0,500}?\*/\}|\{[#.][A-Za-z][\w .#=-]{0,80}\}")


def find_marks(text: str) -> list[tuple[int, int, str]]:
    """Ranges of visible text that are marks of a template language: (start, end, kind), ascending."""
    if "{" not in text:
        return []
    return [(*mark.span(), "shortcode") for mark in _MARK.finditer(text)]
