"""Blocks of a file -> Document: one visible text with its passages, segments and literals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import count
from operator import gt

from linter.documents.bilingual import divide, translated_headings
from linter.documents.joining import joined, segments
from linter.documents.language import language_of
from linter.documents.model import MASK, Document, Literal, Passage, SegmentsByPassage, Span, Table
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
    made = _in_order(divide(list(pieces(blocks, texts, speakers)), groups))
    visible = [joined(piece) for piece in made]
    text = "\n".join(visible)
    masks = find_literals(text, form)
    if form == "markdown":
        masks = _union(masks, find_marks(text))
    text = _masked(text, masks)
    passages = []
    starts = [table.span.start for table in tables]
    end = -1
    for piece, own in zip(made, visible, strict=True):
        kind, lines, _, level, label, group, block = piece
        start = end + 1
        end = start + len(own)
        region = bisect_right(starts, lines[0][0][1]) if starts else 0
        passages.append(Passage(kind, language_of(text[start:end]), start, end, level, label, group, "", block, region))
    translated_headings(source, passages, made, groups)
    if speakers.names:
        _transcript_headings(text, passages, len(tables))

    def all_literals() -> list[Literal]:
        found = [Literal(Span(start, end), kind) for start, end, kind in literals]
        found += [Literal(document.span(start, end), kind) for start, end, kind in masks]
        found.sort()
        return found

    by_passage = SegmentsByPassage(passages, lambda number: segments(made[number], passages[number].start))
    document = Document(source, form, text, by_passage, passages, list(tables), all_literals)
    return document


def _in_order(made: list[Piece]) -> list[Piece]:
    """Pieces by their places: the title of a link in the first line of a block stands before the second line."""
    starts = [piece.lines[0][0][1] for piece in made]
    if any(map(gt, starts, starts[1:])):
        made.sort(key=lambda piece: piece.lines[0][0][1])
    return made


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
