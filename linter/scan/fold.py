"""Folding: the text that is searched.  Every step keeps the number of code points, so offsets stay those of the original.

Case, width of letters and digits, kinds of spaces, hyphens and apostrophes, and script (Traditional to Simplified) fold;
punctuation and everything else stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.patterns import lazy
from linter.scan.traditional import TRADITIONAL

_WIDE = lazy("[０-９Ａ-Ｚａ-ｚ]")
_ALIKE = (
    ("\u00a0", " "),
    ("\u3000", " "),
    ("\u2009", " "),
    ("\u202f", " "),
    ("\t", " "),
    ("\n", " "),
    ("\r", " "),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2013", "-"),
    ("－", "-"),
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("＇", "'"),
    ("İ", "I"),  # the one character whose lower case is longer
)
_TRADITIONAL = lazy(f"[{''.join(TRADITIONAL)}]")
_FEW = 400_000  # characters that are looked up one by one in the time in which the pattern is compiled

_converters: dict[str, Any] = {}
_seen = 0  # characters that were looked up one by one

# Soft hyphen, zero-width characters, marks of the writing direction, variation selectors: nobody sees that they are there.  And
# accents on Han characters, which have none.
_SUSPECT = "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0001-\U000e01ef]"
_SUSPECTS = lazy(_SUSPECT)  # tells most texts at once, and is soon compiled
_INVISIBLE = lazy(rf"{_SUSPECT}(?<![^\u3400-\u9fff][\u0300-\u036f])")


def without_invisible(text: str) -> str:
    """A text without its invisible characters."""
    return text if text.isascii() or not _SUSPECTS.search(text) else _INVISIBLE.sub("", text)


def visible_places(text: str) -> list[int] | None:
    """The offset of each character of `without_invisible(text)`; None where nothing is invisible."""
    if text.isascii() or not _SUSPECTS.search(text) or not _INVISIBLE.search(text):
        return None
    gone = {match.start() for match in _INVISIBLE.finditer(text)}
    return [at for at in range(len(text)) if at not in gone]


def plain(text: str) -> str:
    """Width, spaces, hyphens and apostrophes folded; case and script kept."""
    if not text.isascii():
        for written, folded in _ALIKE:
            if written in text:
                text = text.replace(written, folded)
        if _WIDE.search(text):
            text = _WIDE.sub(lambda m: chr(ord(m.group()) - 0xFEE0), text)
        return text
    for written in "\t\n\r":
        if written in text:
            text = text.replace(written, " ")
    return text


def has_traditional(text: str) -> bool:
    """Whether a text holds a character that Simplified Chinese does not have."""
    global _seen
    if _seen < _FEW:
        _seen += len(text)
        return not TRADITIONAL.isdisjoint(text)
    return _TRADITIONAL.search(text) is not None  # in a tenth of the time


def simplified(text: str) -> str:
    """Traditional characters as Simplified ones, by OpenCC's t2s.  A text without any costs no converter."""
    if not has_traditional(text):
        return text
    converter = _converters.get("t2s")
    if converter is None:
        from opencc import OpenCC

        converter = _converters["t2s"] = OpenCC("t2s")
    folded: str = converter.convert(text)
    return folded if len(folded) == len(text) else text  # a foreign dictionary must not shift offsets


def fold(text: str) -> str:
    """The searched form of a text or of a pattern, of the same length."""
    return simplified(plain(text).lower())


def fold_all(texts: Sequence[str]) -> list[str]:
    """The searched forms of many texts, folded together: in a fraction of the time where they are short."""
    together = fold("\0".join(texts)).split("\0") if texts else []
    return together if len(together) == len(texts) else [fold(text) for text in texts]
