"""What CommonMark takes for text though site generators do not: whether a text has any of it, and stray attributes."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from linter.patterns import lazy

if TYPE_CHECKING:
    from linter.syntax.md_prepare import Prepared

# Lines that may begin or end a container, and others that are not for readers.  A line end in front lets the engine skip.
_LINE = lazy(
    r"\n(?:[ \t>*+-]|[0-9]{1,9}[.)][ \t])*+"
    r"(?::::|: |:\t|!!! |!!!\+|\?\?\?[ +]|===?[!+]? \"|///|\[!|\([^()\n]+\)=|8<--|<<< @|```+[ \t]*\{|~~~+[ \t]*\{)"
)
# Each begins with a character of its own: the engine looks for one much faster than for one of two.
_ATTRIBUTE = lazy(r"\{(?:[#.](?=[^\W\d])|:)[^{}\n\ufffc]{0,200}\}")
_EMOJI = lazy(r":(?<![A-Za-z0-9_:]:)[a-z][a-z0-9_+-]{1,40}:(?![A-Za-z0-9_:])")


def prepared(text: str) -> Prepared | None:
    """The text with its dialects made CommonMark of the same length, or None where there is nothing to be done."""
    lines = _LINE.search(text) is not None or _LINE.match("\n" + text[:200]) is not None
    modules = "\nimport " in text or "\nexport " in text or text.startswith(("import ", "export "))
    if lines or modules or "{" in text or "\\" in text or "$" in text or "]:" in text or "[[" in text or "==" in text:
        from linter.syntax.md_prepare import prepare

        return prepare(text, lines, modules)
    return None


def find_marks(text: str) -> list[tuple[int, int, str]]:
    """Ranges of visible text that are attributes or names of pictures, `{.wide}` and `:smile:`: (start, end, kind), ascending."""
    attributes = [(*mark.span(), "attribute") for mark in _ATTRIBUTE.finditer(text)] if "{" in text else []
    emoji = [(*mark.span(), "emoji") for mark in _EMOJI.finditer(text)] if ":" in text else []
    if attributes and emoji:
        starts = [start for start, _, _ in attributes]
        ends = [0, *(end for _, end, _ in attributes)]
        emoji = [mark for mark in emoji if mark[0] >= ends[bisect_right(starts, mark[0])]]  # what is outside of attributes
        return sorted(attributes + emoji)
    return attributes or emoji
