"""Finished blocks of Markdown: blank ends and blank lines off, then handed on."""

from __future__ import annotations

from linter.syntax.blocks import Block, Run, Structure


def finish(block: Block, structure: Structure) -> None:
    """Add a block to the structure, without blanks at the ends of its lines and without blank lines."""
    for line in block.lines:
        if not line or not line[0][0] or not line[-1][0] or line[0][0][0].isspace() or line[-1][0][-1].isspace():
            break
    else:
        if block.lines:
            structure.blocks.append(block)
        return
    kept = Block(block.kind, [], block.level, block.group, block.comment)
    for index, line in enumerate(block.lines):
        trimmed = trim(line)
        if trimmed:
            if index in block.hard:
                kept.hard.add(len(kept.lines))
            kept.lines.append(trimmed)
    if kept.lines:
        structure.blocks.append(kept)


def trim(line: list[Run]) -> list[Run]:
    """A line without blanks at its ends and without empty runs."""
    kept = [run for run in line if run[0]]
    while kept and kept[0][0].isspace():
        kept.pop(0)
    while kept and kept[-1][0].isspace():
        kept.pop()
    if kept:
        text, start, width = kept[0]
        bare = text.lstrip()
        cut = len(text) - len(bare)
        if cut:
            kept[0] = (bare, start + cut, width - cut) if len(text) == width else (bare, start, width)
        text, start, width = kept[-1]
        bare = text.rstrip()
        if len(bare) < len(text):
            kept[-1] = (bare, start, len(bare) if len(text) == width else width)
    return kept
