"""Text that stands in both languages: headings, on one line or two; sentences of both on a line of a bilingual block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from linter.documents.language import halves, language_of
from linter.documents.lines import is_final
from linter.documents.model import Passage
from linter.documents.pieces import Piece, cut, extent, line_text
from linter.patterns import lazy
from linter.source import Source

_SWITCH = lazy("(?<=[。！？])\\s*(?=[A-Z][a-z])|(?<=[.!?])\\s+(?=[\u4e00-\u9fff])")
_MAY_SWITCH = lazy("[.!?。！？]\\s*[A-Z\u4e00-\u9fff]")  # found much faster
_HAN = lazy("[\u4e00-\u9fff]")
_MOST = 20  # sentences of a line that are tried


def divide(pieces: Sequence[Piece], groups: Iterator[int]) -> list[Piece]:
    """Make two pieces of every heading that says the same in both languages (one group), and of every line of a bilingual block
    that holds sentences of both.

    Where only a space stands between the languages (`Prompt Chaining 提示链`), the Latin part may be a name inside a Chinese
    heading (`Docker 入门`).  It counts as English only where at least half of the document's Chinese headings look so.
    """
    found: dict[int, tuple[int, int, str]] = {}
    chinese = 0
    for index, piece in enumerate(pieces):
        if piece.kind not in ("heading", "title") or len(piece.lines) > 1:
            continue
        text = piece.texts[0]
        if text.isascii():
            continue
        chinese += language_of(text) == "zh"
        place = halves(text)
        if place:
            found[index] = place
    spaced = sum(1 for place in found.values() if place[2] == "space")
    divided: list[Piece] = []
    for index, piece in enumerate(pieces):
        if index in found and (found[index][2] == "mark" or spaced * 2 >= chinese):
            divided += _cut(piece._replace(group=next(groups)), *found[index][:2])
        elif piece.block >= 0 and len(piece.lines) == 1 and (turn := _switch(piece.texts[0])):
            divided += _cut(piece, *turn)
        else:
            divided.append(piece)
    return divided


def _cut(piece: Piece, end: int, start: int) -> tuple[Piece, Piece]:
    line, text = piece.lines[0], piece.texts[0]
    first, second = cut(line, 0, end), cut(line, start, len(text))
    rest = piece._replace(lines=[second], texts=[line_text(second)], label="")
    return piece._replace(lines=[first], texts=[line_text(first)]), rest._replace(
        kind="paragraph"
    ) if rest.kind == "turn" else rest


def _switch(text: str) -> tuple[int, int] | None:
    """Where a line goes over from sentences of one language to sentences of the other: (end of the first, start of the second)."""
    if text.isascii() or not _MAY_SWITCH.search(text):
        return None
    for mark in islice(_SWITCH.finditer(text), _MOST):
        left, right = text[: mark.start()], text[mark.end() :]
        english, chinese = (left, right) if text[mark.start() - 1] in ".!?" else (right, left)
        if language_of(chinese) == "zh" and language_of(english) == "en" and not _HAN.search(english) and is_final(left):
            return mark.start(), mark.end()
    return None


def translated_headings(source: Source, passages: list[Passage], pieces: Sequence[Piece], groups: Iterator[int]) -> None:
    """Make a heading of a paragraph that is one: a line directly below a heading, in the other language.

    It is alone in its block, or the text below it goes on in the heading's language.

    `pieces`: those that the passages were made of.  Changes `passages` in place.
    """
    for at in range(1, len(passages)):
        above = passages[at - 1]
        if above.kind != "heading":
            continue
        below = passages[at]
        if below.kind != "paragraph" or above.group >= 0 or {above.lang, below.lang} != {"en", "zh"}:
            continue
        if below.block >= 0 and (at + 1 == len(passages) or passages[at + 1].lang != above.lang):
            continue
        first, last = extent(pieces[at])
        if source.line_of(first) == source.line_of(extent(pieces[at - 1])[1] - 1) + 1 == source.line_of(last - 1):
            text = source.text[first:last]
            if not is_final(text):
                group = next(groups)
                passages[at - 1] = above._replace(group=group)
                passages[at] = below._replace(kind="heading", level=above.level, group=group)
