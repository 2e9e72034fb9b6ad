"""The HTML blocks of Markdown -> blocks of visible text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from linter.patterns import lazy
from linter.syntax.blocks import Block, Run
from linter.syntax.html import CODE, INLINE, tokens
from linter.syntax.spans import MASK

_LINE = lazy(r"[^\r\n]+")
# An entity, or a code span: to CommonMark this is text, but MDX reads Markdown here, and so do people.
_UNIT = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|(?<!`)(`{1,3})(?!`)[^`\r\n]{1,500}\1(?!`)")
_KINDS = {"li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "title": "title", "figcaption": "title"}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PICTURES = frozenset(("img", "input"))


class Places:
    """Offsets of a text that was put together from stretches of the file -> offsets of the file."""

    __slots__ = ("starts", "points")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.points: list[int] = []

    def add(self, start: int, point: int) -> None:
        """From `start` on the text stands at `point` of the file; a stretch that follows the one before is joined to it."""
        if not self.starts or self.points[-1] + start - self.starts[-1] != point:
            self.starts.append(start)
            self.points.append(point)

    def at(self, offset: int) -> int:
        index = max(0, bisect_right(self.starts, offset) - 1)
        return self.points[index] + offset - self.starts[index]

    def run(self, text: str, start: int, end: int) -> Run:
        """The run of visible text that stands at [start, end)."""
        first = self.at(start)
        return text, first, self.at(end - 1) + 1 - first


def html_blocks(
    text: str,
    places: Places,
    next_row: Callable[[], int],
    on_comment: Callable[[str, int, int], None],
    on_literal: Callable[[int, int, str], None],
) -> list[Block]:
    """The prose of an HTML block.  `on_comment` gets the inner text and its range in `text`, `on_literal` a range and its kind."""
    found: list[Block] = []
    block = Block("paragraph", [[]])
    row = -1
    hidden = 0  # depth of elements whose content is code
    for kind, name, start, end in tokens(text):
        if kind == "text":
            if not hidden:
                _add(block, text, places, start, end, on_literal)
            continue
        if kind == "comment":
            on_comment(text[start:end], start, end)
            continue
        on_literal(start, end, "code" if kind == "raw" else "tag")
        opens = kind == "open"
        if kind == "raw" or name in INLINE:
            continue
        if name in CODE or name in _PICTURES:
            if opens and not hidden:
                block.lines[-1].append(places.run(MASK, start, end))
            if name in CODE:
                hidden = max(0, hidden + (1 if opens else -1))
        elif name == "br":
            block.hard.add(len(block.lines) - 1)
            block.lines.append([])
        else:
            hidden = 0
            found.append(block)
            if name == "tr" and opens:
                row = next_row()
            block = _opened(name, row) if opens else Block("paragraph", [[]])
    found.append(block)
    return found


def _opened(name: str, row: int) -> Block:
    if name in _HEADINGS:
        return Block("heading", [[]], int(name[1]))
    kind = _KINDS.get(name, "paragraph")
    return Block(kind, [[]], 1 if kind == "item" else 0, row if kind == "cell" else -1)


def _add(block: Block, text: str, places: Places, start: int, end: int, on_literal: Callable[[int, int, str], None]) -> None:
    """Add the text [start, end) to the block, line by line."""
    first = True
    for line in _LINE.finditer(text, start, end):
        if not first or line.start() > start:
            block.lines.append([])
        first = False
        at = line.start()
        for unit in _UNIT.finditer(text, at, line.end()):
            if unit.start() > at:
                block.lines[-1].append(places.run(text[at : unit.start()], at, unit.start()))
            at = unit.end()
            if unit[1]:
                block.lines[-1].append(places.run(MASK, *unit.span()))
                on_literal(*unit.span(), "code")
                continue
            import html

            block.lines[-1].append(places.run(html.unescape(unit[0]), *unit.span()))
        if at < line.end():
            block.lines[-1].append(places.run(text[at : line.end()], at, line.end()))
    if end > start and text[end - 1] in "\r\n" and not first:
        block.lines.append([])
