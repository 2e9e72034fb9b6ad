"""Plain text files -> Document."""

from __future__ import annotations

from linter.documents.assemble import assemble
from linter.documents.headers import glossaries, glossary_columns
from linter.documents.markdown import without
from linter.documents.model import Document
from linter.source import Source
from linter.syntax.tables import tables
from linter.syntax.text import parse


def read_text(source: Source) -> Document:
    """The document in a plain text file.  Glossary tables are found as in Markdown; nothing else is markup."""
    found = glossaries(tables(source.text, glossary_columns))
    structure = parse(without(source.text, found))
    return assemble(source, "text", structure.blocks, found, structure.literals)
