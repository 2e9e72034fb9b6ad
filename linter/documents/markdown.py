"""Markdown files -> Document."""

from __future__ import annotations

from linter.documents.assemble import assemble
from linter.documents.comments import is_prose
from linter.documents.headers import glossaries, glossary_columns
from linter.documents.language import language_of
from linter.documents.model import Document, Table
from linter.patterns import lazy
from linter.source import Source
from linter.syntax.blocks import Block
from linter.syntax.markdown import parse
from linter.syntax.tables import tables

_INSIDE = lazy(r"[^\r\n]")


def read_markdown(source: Source) -> Document:
    """The document in a Markdown file.  Never raises on content."""
    found = glossaries(tables(source.text, glossary_columns))
    structure = parse(without(source.text, found))
    kept, literals = structure.blocks, structure.literals
    if structure.comments:
        inside: dict[int, list[Block]] = {}
        for block in kept:
            if block.comment >= 0:
                inside.setdefault(block.comment, []).append(block)
        prose = set()
        for index, span in enumerate(structure.comments):
            if index in inside and is_prose(source.text[span.start + 4 : span.end - 3], inside[index]):
                prose.add(index)
            else:
                literals.append((span.start, min(span.end, len(source.text)), "comment"))
        kept = [block for block in kept if block.comment < 0 or (block.comment in prose and not _is_chinese(block))]
    return assemble(source, "markdown", kept, found, literals, structure.rows[0] + 1)


def _is_chinese(block: Block) -> bool:
    """A comment may hold a translation that is not in force; it is no text to be checked."""
    return any(language_of(block.text(at)) == "zh" for at in range(len(block.lines)))


def without(text: str, found: list[Table]) -> str:
    """The text with its glossary tables blanked, so that every offset stays."""
    parts = []
    at = 0
    for table in found:
        start, end = table.span
        parts.append(text[at:start])
        parts.append(_INSIDE.sub(" ", text[start:end]))
        at = end
    parts.append(text[at:])
    return "".join(parts)
