"""What a glossary row is called in tables that speak of rows."""

from __future__ import annotations

from linter.glossary.model import Entry

RowKey = tuple[str, int, str]


def row_key(entry: Entry) -> RowKey:
    """(path, line, term): two rows of one line differ by their terms."""
    return entry.place.path, entry.place.line, entry.term
