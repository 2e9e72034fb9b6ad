"""Plain text -> blocks: paragraphs between blank lines, list items, titles that are underlined."""

from __future__ import annotations

from linter.patterns import lazy
from linter.syntax.blocks import Block, Structure
from linter.syntax.spans import lines

_MARKER = lazy(r"(?:[-*+•●○▪·‣]|\(?(?:\d{1,3}|[A-Za-z])[.)])[ \t]+(?=\S)")
# What speaks to glosslint is a comment, on a line of its own (# or // before it, or as in HTML) or behind the text of a line.
_DIRECTIVE = lazy(r"(?:#+|//|;)[ \t]*glosslint[-:].*|<!--\s*glosslint[-:](?:(?!-->).){0,2000}-->")
_UNDERLINE = lazy(r"([=\-~^*#+_])\1{2,}")


def parse(text: str) -> Structure:
    """The blocks of a plain text.  Where they hold one passage a line is not decided here."""
    structure = Structure([], [], [], [-1])
    block: Block | None = None
    for start, end in lines(text):
        raw = text[start:end]
        bare = raw.strip()
        if "glosslint" in bare and (directives := list(_DIRECTIVE.finditer(bare))):
            at = start + len(raw) - len(raw.lstrip())
            if directives[0].end() == len(bare) and directives[0].start() == 0:
                structure.literals.append((at, at + len(bare), "comment"))
                continue  # the paragraph goes on behind it
            if directives[-1].end() == len(bare) and bare[directives[-1].start()] == "<":
                structure.literals.append((at + directives[-1].start(), at + len(bare), "comment"))
                bare = bare[: directives[-1].start()].rstrip()
        if not bare:
            block = None
            continue
        start += len(raw) - len(raw.lstrip())
        if _UNDERLINE.fullmatch(bare):
            structure.literals.append((start, start + len(bare), "rule"))
            if block is not None and len(block.lines) == 1 and block.kind == "paragraph":
                block.kind, block.level = "heading", 1
            block = None
            continue
        marker = _MARKER.match(bare)
        if marker and (block is None or block.kind == "item" or not marker[0][0].isalnum()):
            bare = bare[marker.end() :]
            start += marker.end()
            block = None
        if block is None:
            block = Block("item" if marker else "paragraph", [], 1 if marker else 0)
            structure.blocks.append(block)
        block.lines.append([(bare, start, len(bare))])
    return structure
