"""Is a block of several physical lines one passage wrapped by hand, or one passage a line?

Real files do both.  A transcript may hold hundreds of paragraphs without a blank line between them; a book may wrap at 80
columns; a translation may put the Chinese line under the English one.  What tells them apart is where lines end: wrapping ends
most lines in the middle of a sentence and near one width, while a line that is a passage ends with its sentence, wherever that
is.  The file as a whole shows its habit; a single boundary may still go against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.documents.language import WIDE, language_of

_FINAL = re.compile(r"[。！？!?.…：:；;][\s\"'”’」』）)\]》】*_~]{0,4}$")
_GOES_ON = re.compile(r"[a-z，。、；：！？）」』”》,.;:!?)]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_FULL_WIDTH = re.compile("[\u3000-\ua4cf\uff00-\uffef\U00020000-\U0003347f]")
_WIDEST = 160  # cells: nobody wraps by hand beyond (80 Han)
_FEW = 4  # boundaries: too few to show a habit
_MIDDLE = 0.3  # share of lines that stop in mid-sentence in wrapped text: 0.65 and more as measured, 0.16 in a transcript


class Line(NamedTuple):
    """A physical line of a block: its visible text; whether a hard break ends it; whether it begins with a speaker's label."""

    text: str
    hard: bool = False
    labelled: bool = False


def cells(text: str) -> int:
    """Width in terminal cells, near enough."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def is_final(text: str) -> bool:
    """Whether a sentence (or the clause that leads to a list) ends with this text."""
    return bool(_FINAL.search(text, max(0, len(text) - 8)))


class _Boundary(NamedTuple):
    """Between two lines of a block."""

    above: Line
    below: Line
    languages: tuple[str, str]
    final: bool  # `above` ends a sentence

    @property
    def foreign(self) -> bool:
        one, other = self.languages
        return bool(one and other and one != other)


class _Habit(NamedTuple):
    wrapped: bool  # the file wraps its prose
    known: bool  # and shows it in more than a few places


def split(blocks: Sequence[Sequence[Line]]) -> list[list[int]]:
    """For each block of a file, the indices of the lines that begin a passage; the first is 0."""
    boundaries = [_boundaries(block) for block in blocks]
    habit = _habit([boundary for found in boundaries for boundary in found])
    return [[0, *(at for at, boundary in enumerate(found, 1) if _divides(boundary, habit))] for found in boundaries]


def _boundaries(block: Sequence[Line]) -> list[_Boundary]:
    languages = [language_of(line.text) for line in block]
    return [
        _Boundary(above, below, pair, is_final(above.text))
        for (above, below), pair in zip(pairwise(block), pairwise(languages), strict=True)
    ]


def _habit(boundaries: Sequence[_Boundary]) -> _Habit:
    plain = [boundary for boundary in boundaries if not boundary.below.labelled and not boundary.foreign]
    if not plain:
        return _Habit(wrapped=True, known=False)
    widths = sorted(cells(boundary.above.text) for boundary in plain)
    narrow = widths[len(widths) * 9 // 10] <= _WIDEST
    if len(plain) < _FEW:
        return _Habit(wrapped=narrow, known=False)
    middle = sum(1 for boundary in plain if not boundary.final)
    return _Habit(wrapped=narrow and middle >= _MIDDLE * len(plain), known=True)


def _divides(boundary: _Boundary, habit: _Habit) -> bool:
    """Whether one passage ends and another begins here."""
    if boundary.below.labelled:
        return True
    proven = habit.wrapped and habit.known
    if boundary.foreign:
        english = boundary.above if boundary.languages[0] == "en" else boundary.below
        # In wrapped Chinese a line may happen to hold nothing but names and titles.
        return not proven or (boundary.final and _is_english(english.text))
    if boundary.above.hard:
        return boundary.final or not proven
    if not habit.wrapped:
        return boundary.final or not _GOES_ON.match(boundary.below.text)
    return boundary.final and not habit.known


def _is_english(text: str) -> bool:
    return len(_WORD.findall(text)) >= 4 and not _FULL_WIDTH.search(text)
