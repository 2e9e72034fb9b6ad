"""What can be seen of a passage before it is compared with another: its size, its words, its anchors.

An anchor is a string that a translation carries over: a number, a Latin word in Chinese text, a literal, a glossary entry.
The first character tells its class (see `evidence.RATES`); the rest tells what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.align.numerals import chinese_numbers, english_numbers
from linter.documents.model import MASK, Document
from linter.patterns import lazy
from linter.records import NamedTuple

Keys = tuple[Sequence[frozenset[str]], Sequence[frozenset[str]]]

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = lazy(rf"[{HAN}]+")
_OTHER_RUN = lazy(rf"[^\W{HAN}]+|{MASK}+")
_WORD = lazy(r"[A-Za-z][A-Za-z0-9]+")
# A whole passage in brackets, perhaps between tildes or asterisks: what an editor says about the text.
_ASIDE = lazy(r"[\s~～*_—-]*[（(\[【〔][^)）\]】〕]*[)）\]】〕][\s~～*_—-]*")
_LITERAL_LENGTH = 60  # characters of a literal that tell it from others


class Features(NamedTuple):
    han: int  # Han characters
    other: int  # letters and digits of other scripts, masked characters
    words: frozenset[str]  # Latin words, folded
    grams: frozenset[str]  # pairs of neighbouring Han characters
    anchors: frozenset[str]
    aside: bool


def fold(word: str) -> str:
    """A Latin word in lower case without its plural: agents -> agent."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def features(text: str, extra: frozenset[str] = frozenset(), literals: Sequence[str] = ()) -> Features:
    """`extra` names glossary entries found in the passage, `literals` are the literals inside it as written."""
    runs = _HAN_RUN.findall(text)
    han = sum(map(len, runs))
    other = sum(map(len, _OTHER_RUN.findall(text)))
    latin = {word.lower() for word in _WORD.findall(text)}
    words = frozenset(map(fold, latin))
    anchors = {"n" + number for number in (chinese_numbers(text) if han else english_numbers(text, latin))}
    anchors.update("k" + key for key in extra)
    anchors.update("l" + literal[:_LITERAL_LENGTH] for literal in literals)
    grams = frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
    return Features(han, other, words, grams, frozenset(anchors), _ASIDE.fullmatch(text) is not None)


def literals_inside(document: Document, indices: Sequence[int]) -> dict[int, list[str]]:
    """Passage index -> its literals as written, without surrounding marks; only passages that have some."""
    if not document.literals:
        return {}
    found: dict[int, list[str]] = {}
    literals = sorted(document.literals, key=lambda literal: literal.span.start)
    places = sorted((document.span(document.passages[i].start, document.passages[i].end), i) for i in indices)
    text = document.source.text
    at = 0
    for span, index in places:
        while at < len(literals) and literals[at].span.end <= span.start:
            at += 1
        ahead = at
        while ahead < len(literals) and literals[ahead].span.start < span.end:
            inner = literals[ahead].span
            written = text[inner.start : min(inner.end, inner.start + 2 * _LITERAL_LENGTH)].strip("`*_\"'()[]<> \t\r\n")
            if len(written) > 1:
                found.setdefault(index, []).append(written)
            ahead += 1
    return found
