"""Headings that stand in both languages: on one line, or the Chinese on the line below the English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.documents.language import halves, language_of
from linter.documents.lines import is_final
from linter.documents.model import Passage
from linter.documents.pieces import Piece, cut, line_text
from linter.source import Source


def divide(pieces: Sequence[Piece], groups: Iterator[int]) -> list[Piece]:
    """Make two pieces of one group of every heading that says the same in both languages.

    Where only a space stands between the languages (`Prompt Chaining 提示链`), the Latin part may be a name inside a Chinese
    heading (`Docker 入门`).  It counts as English only where at least half of the document's Chinese headings look so.
    """
    found: dict[int, tuple[int, int, str]] = {}
    chinese = 0
    for index, piece in enumerate(pieces):
        if piece.kind not in ("heading", "title") or len(piece.lines) > 1:
            continue
        text = line_text(piece.lines[0])
        if text.isascii():
            continue
        chinese += language_of(text) == "zh"
        place = halves(text)
        if place:
            found[index] = place
    spaced = sum(1 for place in found.values() if place[2] == "space")
    divided: list[Piece] = []
    for index, piece in enumerate(pieces):
        if index not in found or (found[index][2] == "space" and spaced * 2 < chinese):
            divided.append(piece)
            continue
        end, start, _ = found[index]
        line = piece.lines[0]
        group = next(groups)
        divided.append(piece._replace(lines=[cut(line, 0, end)], group=group))
        divided.append(piece._replace(lines=[cut(line, start, len(line_text(line)))], group=group))
    return divided


def translated_headings(source: Source, passages: list[Passage], spans: Sequence[tuple[int, int]], groups: Iterator[int]) -> None:
    """Make a heading of a paragraph that is one: a line directly below a heading, in the other language.

    It is alone in its block, or the text below it goes on in the heading's language.

    `spans`: the ranges of the passages in the file.  Changes `passages` in place.
    """
    for at in range(1, len(passages)):
        above, below = passages[at - 1], passages[at]
        if above.kind != "heading" or below.kind != "paragraph" or above.group >= 0 or {above.lang, below.lang} != {"en", "zh"}:
            continue
        if below.block >= 0 and (at + 1 == len(passages) or passages[at + 1].lang != above.lang):
            continue
        first, last = spans[at]
        if source.line_of(first) == source.line_of(spans[at - 1][1] - 1) + 1 == source.line_of(last - 1):
            text = source.text[first:last]
            if not is_final(text):
                group = next(groups)
                passages[at - 1] = above._replace(group=group)
                passages[at] = below._replace(kind="heading", level=above.level, group=group)
