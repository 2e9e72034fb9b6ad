"""Pipe tables -> entries: those of a glossary file, and those that a document carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.documents.model import Document, Table
from linter.finding import Fact, Place, place_of
from linter.glossary.columns import Columns, columns, columns_by_content
from linter.glossary.lint import lint, settle
from linter.glossary.model import Entry, Glossary
from linter.glossary.rows import DEAD, Problem, is_blank, read_row
from linter.patterns import lazy
from linter.source import Source
from linter.syntax.tables import Cell

_DOMAIN = lazy(r"(?:领域|領域|语境|語境|场景|場景|方面|行业|行業|学科|學科|上下文)|\b(?:domain|context|field)\b", re.IGNORECASE)


def document_glossary(document: Document) -> Glossary:
    """The glossary inside a document: all its glossary tables together.  Empty where it has none."""
    if not document.tables:
        return Glossary()
    read = []
    for table in document.tables:
        read.append(read_table(document.source, table))
    return glossary_of(document.source, read)


def markdown_glossary(source: Source) -> Glossary | None:
    """The glossary tables of a file that is a glossary, or None where it has none.

    Tables without a telling header count only if no table has one; then what stands in their columns decides.
    """
    from linter.syntax.tables import tables

    found = tables(source.text)
    chosen = [(table, columns([cell.text for cell in table.header])) for table in found]
    if not any(names for _, names in chosen):
        chosen = [
            (table, columns_by_content([c.text for c in table.header], [[c.text for c in row] for row in table.rows]))
            for table in found
        ]
    read = []
    left = []
    for table, names in chosen:
        if names:
            entries, facts = _table(source, table.header, table.rows, names)
            read.append((in_domain(entries, table.headings[-1] if table.headings else ""), facts))
        else:
            left.append(f"{source.path}:{source.line_of(table.span.start)}: a table without a column for each language: left out")
    if not any(entries or facts for entries, facts in read):
        return None
    return glossary_of(source, read)._replace(notes=tuple(left))


def in_domain(entries: list[Entry], heading: str) -> list[Entry]:
    """Entries that stand below a title; most titles name no domain."""
    return [entry._replace(domain=heading) for entry in entries] if _DOMAIN.search(heading) else entries


def glossary_of(source: Source, read: Sequence[tuple[list[Entry], list[Fact]]]) -> Glossary:
    """The glossary of a file out of its tables."""
    entries, facts = lint([settle(entries) for entries, _ in read], (source,))
    told = [fact for _, facts in read for fact in facts]
    return Glossary(tuple(entries), tuple(sorted((*told, *facts), key=lambda f: f.place)), (source.path,), (source,))


def read_table(source: Source, table: Table) -> tuple[list[Entry], list[Fact]]:
    """The entries of a table whose columns are known, and what is wrong with its rows."""
    names = [cell.text for cell in table.header]
    found = columns(names, (table.source_column, table.target_column)) or Columns(table.source_column, table.target_column)
    return _table(source, table.header, table.rows, found)


def _table(
    source: Source, header: Sequence[Cell], rows: Iterable[Sequence[Cell]], found: Columns
) -> tuple[list[Entry], list[Fact]]:
    entries: list[Entry] = []
    facts: list[Fact] = []
    names = [cell.text for cell in header]
    for row in rows:
        cells = [cell.text for cell in row]
        if is_blank(cells) or cells == names:
            continue
        spans = [cell.span for cell in row]
        place = place_of(source, min(s.start for s in spans), max(s.end for s in spans))
        reading = read_row(cells, found, place, len(header))
        entries += reading.entries
        if reading.problems:
            facts += malformed(source, reading.problems, cells, spans, reading.entries, found.source)
    return entries, facts


def malformed(
    source: Source,
    problems: Iterable[Problem],
    cells: Sequence[str],
    spans: Sequence[tuple[int, int]],
    entries: Sequence[Entry],
    term_at: int,
) -> list[Fact]:
    """Facts about the cells of one row.  `spans`: the range of each cell in the source's text."""
    term = entries[0].term if entries else (cells[term_at] if term_at < len(cells) else "")
    facts = []
    for problem in problems:
        start, end = spans[problem.column]
        place: Place = place_of(source, start, end)
        values = {"term": term, "found": cells[problem.column], "why": problem.why}
        name = "glossary-dead" if problem.why in DEAD else "glossary-malformed"
        facts.append(Fact(name, place, values, source.text[start:end], term or None))
    return facts
