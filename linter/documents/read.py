"""A file's name decides how it is read."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.model import Document
from linter.source import Source

_MARKDOWN = frozenset(("md", "markdown", "mdx", "mdown", "mkd", "qmd", "rmd", "mdc"))


def read_document(source: Source, columns: Sequence[str] = ()) -> Document:
    """Read a file by its suffix: PO, pairs, Markdown, and plain text for every other name.  Never raises on content.

    `columns`: what the source and the target are called in a file of pairs, where they have names of their own.
    """
    suffix = source.path.rpartition(".")[2].lower()
    if suffix == "po":
        from linter.documents.po import read_po

        return read_po(source)
    if suffix in _MARKDOWN:
        from linter.documents.markdown import read_markdown

        return read_markdown(source)
    if suffix in ("jsonl", "ndjson"):
        from linter.documents.pairs import read_json_lines

        return read_json_lines(source, columns)
    if suffix in ("tsv", "tab"):
        from linter.documents.pairs import read_tabbed

        return read_tabbed(source, columns)
    from linter.documents.text import read_text

    return read_text(source)
