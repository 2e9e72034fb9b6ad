"""Finished blocks of Markdown: blank ends and markup lines off, then handed on."""

from __future__ import annotations

from linter.patterns import lazy
from linter.syntax.blocks import Block, Run, Structure

_SUSPECT = frozenset(":ie")  # a line that begins so may be markup
_MODULE = lazy(r"import\s+(?:[\w*{}$,\s]{1,200}\sfrom\s+)?['\"]|export\s+(?:default|const|let|var|function|class|async|\{|\*)")
_DIRECTIVE = lazy(r":{3,}[ \t]*(?:\{[\w:.-]*\}|[\w-]+)?[ \t]*")


def finish(block: Block, structure: Structure) -> None:
    """Add a block to the structure, without blanks, blank lines, the modules of MDX and the marks of `:::` containers."""
    for line in block.lines:
        if not line or not line[0][0] or not line[-1][0]:
            break
        first = line[0][0][0]
        if first in _SUSPECT or first.isspace() or line[-1][0][-1].isspace():
            break
    else:
        if block.lines:
            structure.blocks.append(block)
        return
    kept = Block(block.kind, [], block.level, block.group, block.comment)
    for index, line in enumerate(block.lines):
        trimmed = trim(line)
        if not trimmed:
            continue
        if trimmed[0][0].startswith(":::"):
            _settle(kept, structure)
            kept = Block(block.kind, [], block.level, block.group, block.comment)
            _directive(trimmed, block.comment, structure)
            continue
        if index in block.hard:
            kept.hard.add(len(kept.lines))
        kept.lines.append(trimmed)
    _settle(kept, structure)


def _settle(block: Block, structure: Structure) -> None:
    if not block.lines:
        return
    if block.kind == "paragraph" and _MODULE.match(block.text(0)):
        _, start, width = block.lines[-1][-1]
        structure.literals.append((block.start, start + width, "code"))
    else:
        structure.blocks.append(block)


def _directive(line: list[Run], comment: int, structure: Structure) -> None:
    """`::: tip 标题`: the title is prose."""
    text, start, width = line[0]
    mark = _DIRECTIVE.match(text)
    if not mark or len(text) != width:
        return
    end = mark.end()
    structure.literals.append((start, start + end, "directive"))
    title = trim([(text[end:], start + end, width - end), *line[1:]])
    if title:
        structure.blocks.append(Block("title", [title], 0, -1, comment))


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
