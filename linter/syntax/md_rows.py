"""Prose right behind a table, which GFM takes for rows: people forget the blank line, and such a row has no pipe at all."""

from __future__ import annotations

from linter.syntax.blocks import Block


def prose_rows(blocks: list[Block], text: str) -> list[Block]:
    """The blocks, in order, with cells that are a line without a pipe below a row of a pipe table made paragraphs."""
    found: list[Block] = []
    end = -1  # of the line that may be followed by such prose
    prose = False
    for block in blocks:
        if block.kind != "cell":
            found.append(block)
            continue
        place = block.start
        start = text.rfind("\n", 0, place) + 1
        stop = text.find("\n", place)
        stop = len(text) if stop < 0 else stop
        piped = text.find("|", start, stop) >= 0
        if piped or end != start - 1 or text[start:stop].lstrip(" \t>").startswith("<"):
            found.append(block)
            end, prose = (stop if piped else -1), False
            continue
        if prose:
            found[-1].lines += block.lines
        else:
            block.kind, block.group = "paragraph", -1
            found.append(block)
        end, prose = stop, True
    return found
