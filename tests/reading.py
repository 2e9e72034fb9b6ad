"""Reading files in tests: documents in short notation, and what is true of every document."""

from __future__ import annotations

import re

from linter.documents.model import MASK, Document
from linter.documents.read import read_document
from linter.source import Source

_MASKS = re.compile(f"{MASK}+")


def read(text: str, path: str = "text.md") -> Document:
    return read_document(Source(path, text))


def shown(text: str, path: str = "text.md") -> list[str]:
    """Each passage as "kind lang text", with "□" for a run of literals: ["heading2 zh 概述", "turn:Ann en Yes."]."""
    document = read(text, path)
    found = []
    for passage in document.passages:
        kind = passage.kind + (str(passage.level) if passage.level else "") + (f":{passage.label}" if passage.label else "")
        visible = _MASKS.sub("□", document.text[passage.start : passage.end])
        found.append(f"{kind} {passage.lang or '-'} {visible}")
    return found


def texts(text: str, path: str = "text.md") -> list[str]:
    document = read(text, path)
    return [_MASKS.sub("□", document.text[passage.start : passage.end]) for passage in document.passages]


def check(document: Document) -> tuple[int, int]:
    """Assert what holds for every document; (characters that stand one to one, those that do not, MASK aside)."""
    source, text = document.source.text, document.text
    last, reached = -1, 0
    for passage in document.passages:
        assert passage.start <= passage.end <= len(text)
        assert passage.start == last + 1, "passages are joined by one line end each"
        last = passage.end
        assert text[passage.start : passage.end].strip() == text[passage.start : passage.end] != ""
        assert "\n" not in text[passage.start : passage.end]
        span = document.span(passage.start, passage.end)
        assert 0 <= span.start < span.end <= len(source)
        assert span.start >= reached, "passages are in the order of the file"
        reached = span.start
    assert last == len(text) or (last == -1 and not text)
    at = exact = apart = 0
    for segment in document.segments:
        assert segment.visible == at, "every visible character belongs to one segment"
        at += segment.length
        assert 0 <= segment.start <= segment.start + segment.width <= len(source)
        visible = text[segment.visible : at]
        if segment.length == segment.width:
            for ours, theirs in zip(visible, source[segment.start :], strict=False):
                assert ours in (theirs, MASK) or (ours == " " and theirs.isspace())
            exact += segment.length
        else:
            apart += len(visible) - visible.count(MASK) - visible.count("\n")
    assert at == len(text)
    for literal in document.literals:
        assert 0 <= literal.span.start < literal.span.end <= len(source)
    assert document.literals == sorted(document.literals)
    return exact, apart


def outline(document: Document) -> list[tuple[object, ...]]:
    """Everything about a document but offsets: texts, kinds, and lines and columns."""
    source = document.source
    found: list[tuple[object, ...]] = []
    for passage in document.passages:
        span = document.span(passage.start, passage.end)
        place = (source.position(span.start), source.position(span.end))
        found.append((document.text[passage.start : passage.end], place, passage._replace(start=0, end=0)))
    for table in document.tables:
        cells = [cell for row in (table.header, *table.rows) for cell in row]
        found.append(tuple((cell.text, source.position(cell.span.start), source.position(cell.span.end)) for cell in cells))
    return found
