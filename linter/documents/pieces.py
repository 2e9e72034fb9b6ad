"""Blocks -> pieces, each of which becomes one passage: lines divided, labels taken off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from linter.documents.lines import Lines, split
from linter.documents.turns import Speakers
from linter.records import NamedTuple
from linter.syntax.blocks import Block, Run

_TEXT = itemgetter(0)  # of a run


class Piece(NamedTuple):
    """Lines of runs with their texts, and what is known of the passage before its language is.  The others are fields of Passage."""

    kind: str
    lines: Sequence[Sequence[Run]]
    texts: Sequence[str]
    level: int = 0
    label: str = ""
    group: int = -1
    block: int = -1


def line_text(line: Sequence[Run]) -> str:
    return line[0][0] if len(line) == 1 else "".join(map(_TEXT, line))


def cut(line: Sequence[Run], start: int, end: int) -> list[Run]:
    """The visible characters [start, end) of a line; a run that is not one to one stays whole."""
    kept: list[Run] = []
    at = 0
    for text, place, width in line:
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if first >= last:
            continue
        kept.append((text[first:last], place + first, last - first) if len(text) == width else (text, place, width))
    return kept


def extent(piece: Piece) -> tuple[int, int]:
    """The range of a piece in the file."""
    _, last, width = piece.lines[-1][-1]
    return piece.lines[0][0][1], last + width


def spoken(block: Block) -> bool:
    """Whether a block may hold turns of speech."""
    return block.kind == "paragraph" and block.comment < 0


def pieces(blocks: Sequence[Block], texts: Sequence[Sequence[str]], speakers: Speakers) -> Iterator[Piece]:
    """The pieces of a file's blocks, in order.  A label that stands alone on its line belongs to the piece below.

    `texts`: for each block, the visible text of each line.
    """
    several = [_lines(block, lines, speakers) for block, lines in zip(blocks, texts, strict=True) if len(lines) > 1]
    divided = iter(split(several))
    number = 0
    comment, comment_number = -1, -1
    waiting = ""
    for block, own in zip(blocks, texts, strict=True):
        kind, level, shared = block.kind, block.level, -1
        if block.comment >= 0:
            if block.comment != comment:
                comment, comment_number = block.comment, number
                number += 1
            kind, level, shared = "comment", level if kind == "heading" else 0, comment_number
        if len(own) == 1:
            groups: list[tuple[list[list[Run]], Sequence[str]]] = [(block.lines, own)]
        else:
            starts = next(divided)
            groups = [(block.lines[a:b], own[a:b]) for a, b in zip(starts, [*starts[1:], len(own)], strict=True)]
            if len(groups) > 1 and shared < 0:
                shared = number
                number += 1
        speech = bool(speakers.names) and spoken(block)
        for lines, shown in groups:
            if not speech:
                yield Piece(kind, lines, shown, level, "", block.group, shared)
                continue
            label, start = speakers.label(shown[0])
            rest = [cut(lines[0], start, len(shown[0])), *lines[1:]] if start else lines
            rest = [line for line in rest if line]
            waiting = label or waiting
            if rest:
                yield Piece(
                    "turn" if waiting else kind, rest, [line_text(line) for line in rest], level, waiting, block.group, shared
                )
                waiting = ""


def _lines(block: Block, texts: Sequence[str], speakers: Speakers) -> Lines:
    if not speakers.names or not spoken(block):
        return Lines(texts, block.hard)
    return Lines(texts, block.hard, {at for at, text in enumerate(texts) if speakers.label(text)[1]})
