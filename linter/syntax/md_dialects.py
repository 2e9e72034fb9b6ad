"""What CommonMark takes for text though site generators do not: whether a text has any of it, and stray attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.patterns import lazy

if TYPE_CHECKING:
    from linter.syntax.md_prepare import Prepared

# Lines that may begin or end a container, and others that are not for readers.  A line end in front lets the engine skip.
_LINE = lazy(
    r"\n(?:[ \t>*+-]|[0-9]{1,9}[.)][ \t])*+"
    r"(?::::|: |:\t|!!! |!!!\+|\?\?\?[ +]|===?[!+]? \"|///|\[!|\([^()\n]+\)=|8<--|<<< @|```+[ \t]*\{|~~~+[ \t]*\{)"
)
_MARK = lazy(r"\{(?:[#.](?=[^\W\d])|:)[^{}\n\ufffc]{0,200}\}|(?<![A-Za-z0-9_:]):[a-z][a-z0-9_+-]{1,40}:(?![A-Za-z0-9_:])")


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
    if "{" not in text and ":" not in text:
        return []
    return [(*mark.span(), "attribute" if mark[0][0] == "{" else "emoji") for mark in _MARK.finditer(text)]
