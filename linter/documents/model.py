"""A document as the rest of glosslint sees it: one visible text, its passages, and the way back to the file.

`Document.text` joins the visible text of all passages with "\\n".  Literals (code, identifiers, options, paths, URLs,
placeholders, markup) are not in it as text: each is a run of MASK characters, so nothing can match inside or across one.
All scanning happens on this one string; `Document.span` turns a range of it into exact offsets of the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

from linter.records import NamedTuple
from linter.source import Source
from linter.syntax.spans import MASK as MASK
from linter.syntax.spans import Span as Span
from linter.syntax.tables import Cell as Cell


class Segment(NamedTuple):
    """`length` visible code points from `visible` on stand at `width` code points of the file from `start` on.

    Where length == width they correspond one to one.  Otherwise (an entity, an escape sequence) the segment is opaque: any
    visible part of it maps to the whole.
    """

    visible: int
    start: int
    length: int
    width: int


class Literal(NamedTuple):
    """Text that is not prose: its range in the file and why it was masked (code, url, option, placeholder, ...)."""

    span: Span
    kind: str


class Passage(NamedTuple):
    """A run of prose: its range [start, end) of `Document.text`."""

    kind: str  # heading, paragraph, item, cell, turn, comment, title, unit
    lang: str  # zh, en, or "" (neither: only literals, numbers, names)
    start: int
    end: int
    level: int = 0  # heading level, list depth
    label: str = ""  # the speaker's name of a turn, as written; what a file calls a unit
    group: int = -1  # passages that the format itself holds together (a PO entry, a table row) share a number >= 0
    side: str = ""  # "source" or "target" where the format itself says so, else ""
    block: int = -1  # lines split from one block (a paragraph, a comment) share a number >= 0
    region: int = 0  # raised by 1 after each glossary table: the text before and behind a table are different regions


class Table(NamedTuple):
    """A glossary table inside a document.  `source_column`/`target_column` index the cells."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source_column: int
    target_column: int
    span: Span


class Problem(NamedTuple):
    """A place of the file (1-based, code points) that could not be read, while the rest was; `reason` as in InputError."""

    line: int
    column: int
    reason: str


class Document:
    """One file, read.  Immutable by convention; compare documents by their source."""

    __slots__ = ("source", "format", "text", "passages", "tables", "problems", "_literals", "_segments")

    def __init__(
        self,
        source: Source,
        format: str,
        text: str,
        segments: list[Segment] | Callable[[], list[Segment]],
        passages: list[Passage],
        tables: list[Table] | None = None,
        literals: list[Literal] | Callable[[], list[Literal]] | None = None,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        """Segments and literals may be given as what makes them: there are many, and few documents are asked for all of theirs."""
        self.source, self.format, self.text = source, format, text
        self.passages, self.tables, self.problems = passages, tables or [], problems
        self._segments, self._literals = segments, literals or []

    @property
    def segments(self) -> list[Segment]:
        """The segments that make up the text, in order."""
        if not isinstance(self._segments, list):
            self._segments = self._segments()
        return self._segments

    @property
    def literals(self) -> list[Literal]:
        """All literals, in order."""
        if not isinstance(self._literals, list):
            self._literals = self._literals()
        return self._literals

    def literals_from(self, start: int, end: int) -> list[Literal]:
        """The literals that begin in [start, end) of the file."""
        found = self.literals
        return found[bisect_left(found, start, key=_begin) : bisect_left(found, end, key=_begin)]

    def span(self, start: int, end: int) -> Span:
        """Visible range -> range of the file.  An empty range maps to the place of `start`."""
        first = self._segment(start)
        begin = first.start + (start - first.visible if first.length == first.width else 0)
        begin = min(max(begin, first.start), first.start + first.width)  # outside every segment: a passage without text
        if end <= start:
            return Span(begin, begin)
        last = self._segment(end - 1)
        stop = last.start + (end - last.visible if last.length == last.width else last.width)
        return Span(begin, max(begin, min(stop, last.start + last.width)))

    def passage_at(self, visible: int) -> int:
        """Index of the passage that holds a visible offset, or -1."""
        at = bisect_right(self.passages, visible, key=_start) - 1
        return at if at >= 0 and visible < self.passages[at].end else -1

    def lines(self, index: int) -> tuple[int, int]:
        """First and last line of a passage."""
        passage = self.passages[index]
        span = self.span(passage.start, passage.end)
        return self.source.line_of(span.start), self.source.line_of(max(span.start, span.end - 1))

    def _segment(self, visible: int) -> Segment:
        if isinstance(self._segments, SegmentsByPassage):
            return self._segments.at(visible)
        return _holding(self.segments, visible)


class SegmentsByPassage:
    """Segments that are made for one passage at a time, since few passages are asked for theirs.

    `make` gives the segments of a passage by its index.
    """

    __slots__ = ("_known", "_make", "_passages")

    def __init__(self, passages: Sequence[Passage], make: Callable[[int], list[Segment]]) -> None:
        self._passages, self._make = passages, make
        self._known: dict[int, list[Segment]] = {}

    def __call__(self) -> list[Segment]:
        """All segments of a document."""
        found: list[Segment] = []
        for index in range(len(self._passages)):
            if index:
                found.append(self._break(index - 1))
            found += self._of(index)
        return found

    def at(self, visible: int) -> Segment:
        """The segment of one visible character."""
        if not self._passages:
            return _holding([], visible)
        index = max(0, bisect_right(self._passages, visible, key=_start) - 1)
        if visible >= self._passages[index].end and index + 1 < len(self._passages):
            return self._break(index)
        return _holding(self._of(index), visible)

    def _of(self, index: int) -> list[Segment]:
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._make(index)
        return found

    def _break(self, index: int) -> Segment:
        """The line break behind a passage, which stands for nothing in the file."""
        last = self._of(index)[-1]
        return Segment(self._passages[index].end, last.start + last.width, 1, 0)


def _holding(segments: Sequence[Segment], visible: int) -> Segment:
    """The one of several segments that holds a visible character; the first or the last for one outside."""
    return segments[max(0, bisect_right(segments, visible, key=_visible) - 1)] if segments else Segment(0, 0, 0, 0)


_visible, _start = attrgetter("visible"), attrgetter("start")  # of a segment, of a passage


def _begin(literal: Literal) -> int:
    return literal.span.start
