"""The glossary in the comments above the header of a PO catalogue, read as a glossary file."""

from __future__ import annotations

from linter.documents.headers import glossaries
from linter.glossary.lists import beside_tables
from linter.glossary.model import Glossary
from linter.glossary.tables import glossary_of, read_table
from linter.patterns import lazy
from linter.source import Source
from linter.syntax.comment_table import comment_tables, uncommented

_HEADER = lazy(r"(?:\A|[\r\n])[ \t]*msg(?:id|ctxt)\b")


def catalogue_glossary(source: Source) -> Glossary | None:
    """The entries of a catalogue's comment table, or None where it has none."""
    header = _HEADER.search(source.text)
    end = header.start() if header else len(source.text)
    read = [read_table(source, table) for table in glossaries(comment_tables(source.text, 0, end))]
    if not any(entries or facts for entries, facts in read):
        return None
    return beside_tables(glossary_of(source, read), uncommented(source.text, 0, end))
