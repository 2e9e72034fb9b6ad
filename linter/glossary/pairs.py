"""One line of a list -> its English and its Chinese, in whichever order and with whatever stands between them."""

from __future__ import annotations

import re

from linter.glossary.text import CLOSING, OPENING, has_han, has_letter, outside
from linter.patterns import lazy
from linter.records import NamedTuple


class Pair(NamedTuple):
    english: str
    chinese: str
    kind: str  # what stands between the two, a key of KINDS
    reversed: bool = False  # the Chinese comes first


# What may stand between a term and its translation.
KINDS = {
    "comma": lazy(r"，|,(?!\d)"),
    "colon": lazy(r"：|:(?=\s|[^\x00-\u2e7f])"),
    "dash": lazy(r"\s+[-–—―]{1,2}\s+|—{1,2}|―{1,2}"),
    "arrow": lazy(r"\s*(?:-+>|=+>|→|⇒|＝|\s=\s)\s*"),
    "gap": lazy(r"\t\s*|[ \u3000]{2,}"),
    "bracket": lazy(r"[（(](?=[^（）()]+[）)]\s*\Z)"),
}
WORDS = 8  # a term has no more
LETTERS = 80
_FIRST = lazy(r"[，,；;、：:。/]")
_SENTENCE = lazy(r"(?<=\w\w\w)[.!?]\s|[。！？]")


def pair(text: str, kind: str) -> Pair | None:
    """The two sides of a line, divided at the first place where one is English and the other Chinese."""
    depth = at = 0
    for found in KINDS[kind].finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if kind == "bracket":
            right = right[:-1].strip()
        else:
            depth += _opened(text, at, found.start())
            at = found.start()
            if depth > 0:
                continue
        if not (has_letter(left) and has_letter(right)):
            continue
        han = has_han(outside(left))
        first = _FIRST.split(outside(right) or right, maxsplit=1)[0]
        if not han and (has_han(first) or _same(left, right)) and is_term(left):
            return Pair(left, right, kind)
        if han and not has_han(outside(right)) and is_term(right):
            return Pair(right, left, kind, reversed=True)
    return None


def is_term(text: str) -> bool:
    """Whether a text can be an English term as far as its length tells."""
    return len(text) <= LETTERS and len(text.split()) <= WORDS and not _SENTENCE.search(text) and has_letter(text)


def is_bare(text: str) -> bool:
    """Whether a text is English alone: a term without its translation, or with a remark in brackets."""
    return not has_han(outside(text)) and is_term(text)


def _same(left: str, right: str) -> bool:
    return left.casefold() == re.split(r"[（(]", right, maxsplit=1)[0].strip().casefold()


def _opened(text: str, start: int, end: int) -> int:
    """How many more brackets are opened than closed in a stretch of a text."""
    return sum((char in OPENING) - (char in CLOSING) for char in text[start:end])
