"""Tables in the comments of a catalogue's header, as translators of some projects keep their glossary there:

#   English        |  Chinese
#   ---------------+----------
#   working tree   |  工作区
"""

from __future__ import annotations

from linter.patterns import lazy
from linter.syntax.spans import Span, lines
from linter.syntax.tables import Cell, RawTable

FEWEST = 3  # rows of a table; a line or two with a "|" may be anything

_RULER = lazy(r"[ \t]*[-=+|:][-=+|: \t]{2,}")
_MARK = lazy(r"[ \t]*#(?![:,.|~])")  # flags, references, previous texts are not the translators' own


def uncommented(text: str, start: int, end: int) -> str:
    """What translators wrote in the comment lines of text[start:end], at the same offsets: all the rest is spaces."""
    kept = [" " * start]
    at = start
    for line in lines(text[start:end]):
        first, last = line.start + start, line.end + start
        mark = _MARK.match(text, first, last)
        kept += [text[at:first], " " * (mark.end() - first) + text[mark.end() : last] if mark else " " * (last - first)]
        at = last
    return "".join(kept)


def comment_tables(text: str, start: int, end: int) -> list[RawTable]:
    """The tables in the comment lines text[start:end]: a header, a ruler below it, and at least three rows with as many cells."""
    if "|" not in text[start:end]:
        return []
    found = []
    body = uncommented(text, start, end)
    rows: list[tuple[Cell, ...]] = []
    ruled = False
    for line in (*lines(body), Span(len(body), len(body))):
        written = body[line.start : line.end]
        if rows and not ruled and _RULER.fullmatch(written):
            ruled, rows = True, rows[-1:]
        elif "|" in written:
            rows.append(_cells(body, line))
        else:
            if ruled and len(rows) > FEWEST:
                found.append(RawTable(rows[0], tuple(rows[1:]), Span(rows[0][0].span.start, rows[-1][-1].span.end), ()))
            rows, ruled = [], False
    return found


def _cells(text: str, line: Span) -> tuple[Cell, ...]:
    parts = text[line.start : line.end].split("|")
    cells = []
    at = line.start
    for number, part in enumerate(parts):
        kept = part.strip()
        first = at + (len(part) - len(part.lstrip()) if kept else 0)
        if kept or 0 < number < len(parts) - 1:  # a leading and a closing pipe bound no cell
            cells.append(Cell(kept, Span(first, first + len(kept))))
        at += len(part) + 1
    return tuple(cells) or (Cell("", Span(line.start, line.start)),)
