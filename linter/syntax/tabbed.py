"""Texts separated by tabs, one record a line, as corpora have them: no quoting, no escapes, nothing but tabs and line ends."""

from __future__ import annotations

from collections.abc import Iterator

from linter.records import NamedTuple
from linter.syntax.spans import Span, lines


class Record(NamedTuple):
    """The cells of a line: their ranges in the file, without blanks around them.  `end`: of the line."""

    cells: tuple[Span, ...]
    end: int


def scan(text: str) -> Iterator[Record]:
    """The records of a text, in order; blank lines are none."""
    for start, end in lines(text):
        line = text[start:end]
        if not line.strip():
            continue
        cells = []
        for cell in line.split("\t"):
            bare = cell.strip()
            first = start + len(cell) - len(cell.lstrip()) if bare else start
            cells.append(Span(first, first + len(bare)))
            start += len(cell) + 1
        yield Record(tuple(cells), end)
