"""CSV and TSV -> entries, with the exact line and column of every record and cell.

The records are scanned here and not by the csv module, which tells no columns and lets one quote that is never closed swallow
the rest of the file.  Here such a quote is a character of its cell, and its row is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.finding import Fact, Place
from linter.glossary.columns import SAMPLE, Columns, columns, columns_by_content, is_header
from linter.glossary.lint import lint, settle
from linter.glossary.model import Entry, Glossary
from linter.glossary.rows import Problem, is_blank, read_row
from linter.glossary.tables import malformed
from linter.glossary.target_cell import TELLING
from linter.glossary.text import is_plain
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.source import Source

Span = tuple[int, int]


class Record(NamedTuple):
    """Cells without their quotes; `start` and `end` are offsets of the text, without the line end; `line` is 1-based."""

    cells: list[str]
    line: int
    start: int
    end: int


_SEP = lazy(r"sep=(.)", re.IGNORECASE)
_COMMENT = lazy(r"\s*#")
_DIRECTIVE = lazy(r"[ \t]*(?:#+|//|;)[ \t]*glosslint[-:]")  # a comment to ourselves, wherever it stands


def csv_glossary(source: Source, delimiter: str = "") -> Glossary | None:
    """The entries of a file of records, or None where it has no row.  `delimiter` "" is found out from the first line.

    A header is optional: without one, or with one of unknown words, what stands in the columns decides.
    """
    delimiter = delimiter or delimiter_of(source.text)
    scanned = records(source, delimiter)
    if "glosslint" in source.text:
        scanned = (record for record in scanned if not _DIRECTIVE.match(source.text, record.start, record.end))
    head: list[Record] = []
    for record in scanned:
        if not is_blank(record.cells) and not _SEP.fullmatch(source.text[record.start : record.end]):
            head.append(record)
        if len(head) > SAMPLE:
            break
    while len(head) > 1 and _COMMENT.match(head[0].cells[0]) and len(head[0].cells) == 1:
        head.pop(0)
    if not head:
        return None
    found, first = _columns(head)
    width = len(head[0].cells) if first else 0
    reader = _Reader(source, delimiter, found, width, head[0].cells if first else [])
    for record in head[first:]:
        reader.read(record)
    for record in scanned:
        reader.read(record)
    if not (reader.entries or reader.facts):
        return None
    entries, facts = lint([settle(reader.entries)], (source,))
    told = sorted((*reader.facts, *facts), key=lambda fact: fact.place)
    return Glossary(tuple(entries), tuple(told), (source.path,), (source,))


def delimiter_of(text: str) -> str:
    """The separator that the first line names (sep=;) or holds most often outside quotes."""
    line = text[:10_000].lstrip().split("\n", 1)[0].rstrip("\r")
    named = _SEP.fullmatch(line)
    if named:
        return named[1]
    bare = re.sub(r'"[^"]*"', "", line)
    return max((",", "\t", ";"), key=bare.count) if any(mark in bare for mark in ",\t;") else ","


def _columns(head: list[Record]) -> tuple[Columns, int]:
    """The columns, and the number of header records (0 or 1)."""
    rows = [record.cells for record in head]
    names = columns(rows[0])
    if names is not None:
        return names, 1
    by_content = columns_by_content(rows[0], rows[1:] if len(rows) > 2 else rows)
    if by_content is None:
        return Columns(0, 1), 0
    return (by_content, 1) if is_header(rows[0], by_content, rows[1:]) else (by_content._replace(extra=()), 0)


class _Reader:
    __slots__ = ("source", "delimiter", "columns", "width", "header", "entries", "facts")

    def __init__(self, source: Source, delimiter: str, columns: Columns, width: int, header: list[str]) -> None:
        self.source, self.delimiter, self.columns, self.width, self.header = source, delimiter, columns, width, header
        self.entries: list[Entry] = []
        self.facts: list[Fact] = []

    def read(self, record: Record) -> None:
        cells, line, start, end = record
        columns = self.columns
        if cells == self.header:
            return
        if len(cells) == 2 and columns.source + columns.target == 1:  # the shape of most rows, and most of those are plain
            term, rendering = cells[columns.source], cells[columns.target]
            bare = len(term) + len(rendering) + 1 == end - start  # no quote, so that the record is one line
            plain = bare and term.isascii() and not rendering.isascii() and is_plain(term) and is_plain(rendering)
            if plain and term and not TELLING.search(rendering):
                self.entries.append(Entry((term,), Place(self.source.path, line, 1, line, end - start + 1), rendering))
                return
        if is_blank(cells):
            return
        stop = self.source.position(end) if "\n" in self.source.text[start:end] or "\r" in self.source.text[start:end] else None
        place = Place(self.source.path, line, 1, stop.line if stop else line, stop.column if stop else end - start + 1)
        reading = read_row(cells, columns, place, self.width or (max(columns.source, columns.target) + 2))
        self.entries += reading.entries
        problems = list(reading.problems)
        if not problems and self.source.text.find('"', start, end) < 0:
            return
        spans = cell_spans(self.source.text, start, end, self.delimiter)
        for at, (left, right) in enumerate(spans):
            raw = self.source.text[left:right]
            if at < len(cells) and raw.startswith('"') and cells[at].startswith('"') and raw.count('"') % 2:
                problems.append(Problem("unclosed-quote", at))
        if problems:
            self.facts += malformed(self.source, problems, cells, spans, reading.entries, columns.source)


def _field(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?={mark}|[\r\n]|\Z)|([^{mark}\r\n]*)')


def records(source: Source, delimiter: str) -> Iterator[Record]:
    """Every record of a text, empty ones too."""
    text = source.text
    starts = source.line_starts
    field = _field(delimiter)
    count = len(starts)
    at = 0
    while at < count:
        start = starts[at]
        end = starts[at + 1] if at + 1 < count else len(text)
        line = text[start:end].rstrip("\r\n")
        if '"' not in line:
            if line or at + 1 < count:
                yield Record(
                    [cell.strip() for cell in line.split(delimiter)] if " " in line else line.split(delimiter),
                    at + 1,
                    start,
                    start + len(line),
                )
            at += 1
            continue
        cells, position = [], start
        while True:
            match = field.match(text, position)
            assert match is not None  # the second alternative matches the empty text
            quoted = match[1]
            cells.append(quoted.replace('""', '"').strip() if quoted is not None else match[2].strip())
            position = match.end()
            if position < len(text) and text[position] == delimiter:
                position += 1
                continue
            break
        yield Record(cells, at + 1, start, position)
        while at < count and starts[at] <= position:
            at += 1


def cell_spans(text: str, start: int, end: int, delimiter: str) -> list[Span]:
    """The range of each cell of a record, quotes included, blanks around it left out."""
    field = _field(delimiter)
    spans = []
    position = start
    while True:
        match = field.match(text, position, end)
        assert match is not None
        raw = text[match.start() : match.end()]
        left = match.start() + len(raw) - len(raw.lstrip())
        spans.append((left, left + len(raw.strip())) if raw.strip() else (match.start(), match.start()))
        position = match.end()
        if position < end and text[position] == delimiter:
            position += 1
            continue
        return spans
