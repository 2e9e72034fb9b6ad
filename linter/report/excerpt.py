"""A line of text cut around a range, with what a terminal needs to point at that range."""

from __future__ import annotations

from linter.records import NamedTuple
from linter.report.safe import visible
from linter.width import display_width

TAB = "    "
CUT = "…"


class Excerpt(NamedTuple):
    """What to print of a line.  `indent` and `carets` are cells: of what stands before the range, and of the range."""

    text: str
    indent: int
    carets: int


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Cut `line` around [start, end) (code points) so that it takes about `width` cells.

    The range stays whole unless it alone is wider.  An empty range has one caret.
    """
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    cuts = 2 * display_width(CUT)
    middle, whole = _take(line, start, end, width - cuts)
    room = max(0, width - cuts - display_width(middle))
    before, at_start = _take_back(line, start, room)
    after, at_end = _take(line, end, len(line), room)
    # What one side does not use belongs to the other.
    half = room // 2
    wide_before, wide_after = display_width(before), display_width(after)
    if wide_before + wide_after > room:
        before, at_start = _take_back(line, start, max(half, room - wide_after))
        after, at_end = _take(line, end, len(line), max(room - half, room - wide_before))
    before = before if at_start else CUT + before
    after = CUT if not whole else after if at_end else after + CUT
    return Excerpt(before + middle + after, display_width(before), max(1, display_width(middle)))


def _take(line: str, start: int, end: int, room: int) -> tuple[str, bool]:
    """What of [start, end) fits into `room` cells from its beginning on, as shown; and whether all of it does."""
    shown: list[str] = []
    for char in line[start : min(end, start + room + 1)]:  # no character is shown in less than one cell
        text = _shown(char)
        room -= display_width(text)
        if room < 0:
            return "".join(shown), False
        shown.append(text)
    return "".join(shown), start + len(shown) >= end


def _take_back(line: str, end: int, room: int) -> tuple[str, bool]:
    """The same for what stands before `end`, from there backwards."""
    shown: list[str] = []
    for char in reversed(line[max(0, end - room - 1) : end]):
        text = _shown(char)
        room -= display_width(text)
        if room < 0:
            return "".join(reversed(shown)), False
        shown.append(text)
    return "".join(reversed(shown)), len(shown) >= end


def _shown(char: str) -> str:
    return TAB if char == "\t" else visible(char)
