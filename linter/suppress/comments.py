"""Where the comments stand that speak to glosslint, in each kind of file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.documents.model import Document
from linter.documents.read import read_document
from linter.patterns import lazy
from linter.source import Source
from linter.suppress.model import Comment

_CALL = r"(?=glosslint[-:])"
_BOL = r"(?:\A|(?<=[\r\n]))[ \t]*"
_LONGEST = 2000  # characters of a comment
_HTML = lazy(rf"<!--\s*{_CALL}((?:(?!-->|<!--)[\s\S]){{0,{_LONGEST}}})-->")
_MDX = lazy(rf"\{{/\*\s*{_CALL}((?:(?!\*/)[^{{]){{0,{_LONGEST}}})\*/\}}")
_LINE = lazy(rf"{_BOL}(?:#+|//|;)[ \t]*{_CALL}([^\r\n]*)")
_TAIL = lazy(rf"(?:\A|(?<=[\s]))#[ \t]*{_CALL}([^\r\n]*)")
_PO = lazy(rf"{_BOL}#[ \t]*{_CALL}([^\r\n]*)")

_IN_DOCUMENTS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "markdown": (("html", _HTML), ("mdx", _MDX)),
    "text": (("html", _HTML), ("line", _LINE)),
    "po": (("po", _PO),),
}
_IN_GLOSSARIES: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "csv": (("line", _LINE),),
    "tsv": (("line", _LINE),),
    "tab": (("line", _LINE),),
    "json": (),
    "yaml": (("tail", _TAIL),),
    "yml": (("tail", _TAIL),),
}
_CODE = frozenset(("code", "math", "front-matter", "raw"))


def mentions(text: str) -> bool:
    """Whether a text may speak to glosslint at all."""
    return "glosslint" in text


def comments(source: Source, document: Document | None = None) -> list[Comment]:
    """The comments of a document, or of a glossary file, in order.  What stands in code is text and no comment."""
    if not mentions(source.text):
        return []
    suffix = source.path.rpartition(".")[2].lower()
    if document is None and suffix in _IN_GLOSSARIES:
        styles = _IN_GLOSSARIES[suffix]
    else:
        if document is None:
            document = read_document(source)
        styles = _IN_DOCUMENTS.get(document.format, ())  # records have no comments
    found = [comment for style, pattern in styles for comment in _all(source.text, style, pattern)]
    if document is not None and document.format == "markdown":
        found = _outside_code(found, document)
    return sorted(found)


def _all(text: str, style: str, pattern: re.Pattern[str]) -> Iterator[Comment]:
    for match in pattern.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
        inner, stop = match.span(1)
        while stop > inner and text[stop - 1].isspace():
            stop -= 1
        yield Comment(start, match.end() if style in ("html", "mdx") else stop, inner, stop, style)


def _outside_code(found: list[Comment], document: Document) -> list[Comment]:
    """The readers know what code is; in a glossary table, which they leave to the glossary, backticks tell."""
    literals = document.literals
    real = {literal.span.start for literal in literals if literal.kind == "comment"}
    code = [literal.span for literal in literals if literal.kind in _CODE]
    kept = []
    for comment in found:
        if any(table.span.start <= comment.start < table.span.end for table in document.tables):
            line = document.source.text.rfind("\n", 0, comment.start) + 1
            inside = document.source.text.count("`", line, comment.start) % 2 == 1
        elif comment.style == "html":
            inside = comment.start not in real
        else:
            inside = any(span.start <= comment.start < span.end for span in code)
        if not inside:
            kept.append(comment)
    return kept
