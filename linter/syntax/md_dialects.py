"""What CommonMark takes for text though site generators do not: whether a text has any of it, and stray attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.patterns import lazy

if TYPE_CHECKING:
    from linter.syntax.md_prepare import Prepared

# A text without any of these is CommonMark as it stands.
_SIGNS = (
    "{",
    ":::",
    "!!! ",
    "??? ",
    "???+ ",
    '=== "',
    '==! "',
    '==+ "',
    "\n///",
    "> [!",
    "]:",
    "\n: ",
    "\\(",
    "\\[",
    "\\begin{",
    "[[",
)
_RARER = ("==", "$", "\nimport ", "\nexport ", "--8<--", "<<< @", ")=")
_MARK = lazy(r"\{(?:[#.](?=[^\W\d])|:)[^{}\n\ufffc]{0,200}\}|(?<![A-Za-z0-9_:]):[a-z][a-z0-9_+-]{1,40}:(?![A-Za-z0-9_:])")


def prepared(text: str) -> Prepared | None:
    """The text with its dialects made CommonMark of the same length, or None where there is nothing to be done."""
    if any(sign in text for sign in _SIGNS) or any(sign in text for sign in _RARER) or text.startswith(("import ", "export ")):
        from linter.syntax.md_prepare import prepare

        return prepare(text)
    return None


def find_marks(text: str) -> list[tuple[int, int, str]]:
    """Ranges of visible text that are attributes or names of pictures, `{.wide}` and `:smile:`: (start, end, kind), ascending."""
    if "{" not in text and ":" not in text:
        return []
    return [(*mark.span(), "attribute" if mark[0][0] == "{" else "emoji") for mark in _MARK.finditer(text)]
