"""A file's name decides how it is read."""

from __future__ import annotations

from linter.documents.model import Document
from linter.source import Source

_MARKDOWN = frozenset(("md", "markdown", "mdx", "mdown", "mkd", "qmd", "rmd", "mdc"))


def read_document(source: Source) -> Document:
    """Read a file by its suffix: PO, Markdown, and plain text for every other name.  Never raises on content."""
    suffix = source.path.rpartition(".")[2].lower()
    if suffix == "po":
        from linter.documents.po import read_po

        return read_po(source)
    if suffix in _MARKDOWN:
        from linter.documents.markdown import read_markdown

        return read_markdown(source)
    from linter.documents.text import read_text

    return read_text(source)
