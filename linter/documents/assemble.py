"""Blocks of a file -> Document: one visible text with its passages, segments and literals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import count

from linter.documents.bilingual import divide, translated_headings
from linter.documents.language import is_wide, language_of
from linter.documents.model import MASK, Document, Literal, Passage, Segment, Span, Table
from linter.documents.pieces import Piece, line_text, pieces, spoken
from linter.documents.turns import find_speakers, is_heading
from linter.source import Source
from linter.syntax.blocks import Block
from linter.syntax.literals import find_literals
from linter.syntax.md_dialects import find_marks

_Range = tuple[int, int, str]


def assemble(
    source: Source,
    form: str,
    blocks: Sequence[Block],
    tables: Sequence[Table] = (),
    literals: Sequence[_Range] = (),
    rows: int = 0,
) -> Document:
    """The document made of `blocks`, which are in order.  `form` is "markdown" or "text"; `rows`: group numbers below are taken."""
    texts = [[line_text(line) for line in block.lines] for block in blocks]
    speakers = find_speakers(text for block, lines in zip(blocks, texts, strict=True) if spoken(block) for text in lines)
    groups = count(rows)
    # The title of a link in the first line of a block stands before the second line.
    made = sorted(divide(list(pieces(blocks, texts, speakers)), groups), key=lambda piece: piece.lines[0][0][1])
    text, segments, places, spans = _join(made)
    masks = find_literals(text, form)
    if form == "markdown":
        masks = _union(masks, find_marks(text))
    text = _masked(text, masks)
    passages = []
    starts = [table.span.start for table in tables]
    for (kind, _, level, label, group, block), (start, end), (first, _) in zip(made, places, spans, strict=True):
        region = bisect_right(starts, first) if starts else 0
        passages.append(Passage(kind, language_of(text[start:end]), start, end, level, label, group, "", block, region))
    translated_headings(source, passages, spans, groups)
    if speakers.names:
        _transcript_headings(text, passages, len(tables))

    def all_literals() -> list[Literal]:
        found = [Literal(Span(start, end), kind) for start, end, kind in literals]
        found += [Literal(document.span(start, end), kind) for start, end, kind in masks]
        found.sort()
        return found

    document = Document(source, form, text, segments, passages, list(tables), all_literals)
    return document


def _join(made: Sequence[Piece]) -> tuple[str, list[Segment], list[tuple[int, int]], list[tuple[int, int]]]:
    """(visible text, segments, visible range of each piece, range of each piece in the file)."""
    parts: list[str] = []
    segments: list[Segment] = []
    places: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    n = 0  # visible characters so far
    end = 0  # of what they stand for in the file
    new = tuple.__new__  # a third of the time of Segment(...), of which there are many
    opened, origin = 0, -1  # the exact segment that is still growing: visible start, file start; -1 for none
    for piece in made:
        if parts:
            if origin >= 0:
                segments.append(new(Segment, (opened, origin, n - opened, n - opened)))
                origin = -1
            segments.append(new(Segment, (n, end, 1, 0)))
            parts.append("\n")
            n += 1
        start, first = n, piece.lines[0][0][1]
        for line in piece.lines:
            if n > start and not _closes_up(parts[-1][-1], line[0][0][0]):
                if origin >= 0:
                    segments.append(new(Segment, (opened, origin, n - opened, n - opened)))
                    origin = -1
                segments.append(new(Segment, (n, end, 1, max(0, line[0][1] - end))))
                parts.append(" ")
                n += 1
            for text, at, width in line:
                length = len(text)
                if origin >= 0 and (length != width or at != end):
                    segments.append(new(Segment, (opened, origin, n - opened, n - opened)))
                    origin = -1
                if length != width:
                    segments.append(new(Segment, (n, at, length, width)))
                elif origin < 0:
                    opened, origin = n, at
                parts.append(text)
                n += length
                end = at + width
        places.append((start, n))
        spans.append((first, end))
    if origin >= 0:
        segments.append(new(Segment, (opened, origin, n - opened, n - opened)))
    return "".join(parts), segments, places, spans


def _closes_up(left: str, right: str) -> bool:
    """Whether a line break between these characters is no space: inside Chinese, and behind a hyphen."""
    if left < "\x80" > right:
        return left == "-" and right.islower()
    if is_wide(left):
        return is_wide(right) or not ("\u4e00" <= left <= "\u9fff")
    return is_wide(right) and not ("\u4e00" <= right <= "\u9fff")


def _union(one: list[_Range], other: list[_Range]) -> list[_Range]:
    """Two lists of ranges as one, ascending; ranges that overlap become one."""
    if not other:
        return one
    merged: list[_Range] = []
    for start, end, kind in sorted(one + other):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2])
        else:
            merged.append((start, end, kind))
    return merged


def _masked(text: str, ranges: Sequence[_Range]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, _ in ranges:
        parts.append(text[at:start])
        parts.append(MASK * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _transcript_headings(text: str, passages: list[Passage], tables: int) -> None:
    """In a transcript, short lines without a label stand above what they head: text of their language, or a glossary."""
    for at, passage in enumerate(passages):
        if passage.kind != "paragraph" or not passage.lang or not is_heading(text[passage.start : passage.end]):
            continue
        below = passages[at + 1] if at + 1 < len(passages) else None
        over_table = passage.region < (below.region if below else tables)
        if over_table or (below and below.lang == passage.lang):
            passages[at] = passage._replace(kind="heading", level=2)
