"""Is a block of several physical lines one passage wrapped by hand, or one passage a line?

Real files do both.  A transcript may hold hundreds of paragraphs without a blank line between them; a book may wrap at 80
columns; a translation may put the Chinese line under the English one.  What tells them apart is where lines end: wrapping ends
most lines in the middle of a sentence and near one width, while a line that is a passage ends with its sentence, wherever that
is.  The file as a whole shows its habit; a single boundary may still go against it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from linter.documents.language import is_mostly_wide, language_of
from linter.patterns import lazy
from linter.records import NamedTuple

_STOPS = frozenset("。！？!?.…：:；;")
_CLOSERS = frozenset(" \t\"'”’」』）)]》】*_~")
_GOES_ON = lazy(r"[a-z，。、；：！？）」』”》,.;:!?)]")
_WORD = lazy(r"[A-Za-z]{2,}")
_FULL_WIDTH = lazy("[\u3000-\ua4cf\uff00-\uffef\U00020000-\U0003347f]")
_WIDEST = 160  # cells: nobody wraps by hand beyond (80 Han)
_FEW = 4  # boundaries: too few to show a habit
_MIDDLE = 0.3  # share of lines that stop in mid-sentence in wrapped text: 0.65 and more as measured, 0.16 in a transcript


class Lines(NamedTuple):
    """The physical lines of a block: their visible texts, and which of them end in a hard break or begin with a speaker's label."""

    texts: Sequence[str]
    hard: Set[int] = frozenset()
    labelled: Set[int] = frozenset()


def cells(text: str) -> int:
    """Width in terminal cells, near enough: a character of three bytes counts two."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def is_final(text: str) -> bool:
    """Whether a sentence (or the clause that leads to a list) ends with this text, brackets and quotes aside."""
    for character in text[:-6:-1]:
        if character not in _CLOSERS:
            return character in _STOPS
    return False


class _Habit(NamedTuple):
    wrapped: bool  # the file wraps its prose
    known: bool  # and shows it in more than a few places


def split(blocks: Sequence[Lines]) -> list[list[int]]:
    """For each block of a file, the indices of the lines that begin a passage; the first is 0."""
    languages = [_languages(block.texts) for block in blocks]
    habit = _habit(blocks, languages)
    return [
        [0, *(at for at in range(1, len(block.texts)) if _divides(block, at, known, habit))]
        for block, known in zip(blocks, languages, strict=True)
    ]


def _languages(texts: Sequence[str]) -> list[str] | None:
    """The language of each line, or None where all are of one."""
    if all(map(str.isascii, texts)) or all(map(is_mostly_wide, texts)):
        return None
    found = [language_of(text) for text in texts]
    return found if "en" in found and "zh" in found else None


def _foreign(languages: list[str] | None, at: int) -> bool:
    """Whether the line is in another language than the one above it."""
    return languages is not None and languages[at - 1] != languages[at] and "" not in (languages[at - 1], languages[at])


def _habit(blocks: Sequence[Lines], languages: Sequence[list[str] | None]) -> _Habit:
    widths = []
    middle = 0
    for block, known in zip(blocks, languages, strict=True):
        for at, text in enumerate(block.texts[:-1], 1):
            if at not in block.labelled and not (known and _foreign(known, at)):
                widths.append(cells(text))
                middle += not is_final(text)
    if not widths:
        return _Habit(wrapped=True, known=False)
    widths.sort()
    narrow = widths[len(widths) * 9 // 10] <= _WIDEST
    if len(widths) < _FEW:
        return _Habit(wrapped=narrow, known=False)
    return _Habit(wrapped=narrow and middle >= _MIDDLE * len(widths), known=True)


def _divides(block: Lines, at: int, languages: list[str] | None, habit: _Habit) -> bool:
    """Whether a passage begins with line `at` of the block."""
    if at in block.labelled:
        return True
    proven = habit.wrapped and habit.known
    above, below = block.texts[at - 1], block.texts[at]
    if languages and _foreign(languages, at):
        english = above if languages[at - 1] == "en" else below
        # In wrapped Chinese a line may happen to hold nothing but names and titles.
        return not proven or (is_final(above) and _is_english(english))
    if at - 1 in block.hard:
        return not proven or is_final(above)
    if not habit.wrapped:
        return is_final(above) or not _GOES_ON.match(below)
    return not habit.known and is_final(above)


def _is_english(text: str) -> bool:
    return len(_WORD.findall(text)) >= 4 and not _FULL_WIDTH.search(text)
