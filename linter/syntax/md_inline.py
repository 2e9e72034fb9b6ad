"""The inline content of Markdown blocks: joined to lines of visible text, with the place of every run in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.patterns import lazy
from linter.syntax.blocks import Block, Run, Structure
from linter.syntax.html import CODE, INLINE, RAW, tokens
from linter.syntax.md_finish import finish
from linter.syntax.md_roles import role_before, role_label
from linter.syntax.spans import MASK, lines

Place = dict[str, int]  # "start" and "end", in bytes
Event = tuple[Any, Place]  # as the parser gives them: a name, or what it is about under its name
NO_EVENT: Event = (None, {})
TRANSPARENT = ("Emphasis", "Strong", "Superscript", "Subscript")  # leave no trace in the visible text
_ROLE_ENDS = ("}", ":")
_OPENS = lazy(
    "\\*\\*(?=[^\\s*])[^*<>\r\n]{0,200}(?:[\u3000-\u9fff\uff00-\uffef“”‘’…]\\*\\*|[^\\s*<>]\\*\\*(?=[\u3000-\u9fff\uff00-\uffef“”‘’…]))"
)
_WIDE = lazy("[\u3000-\u9fff\uff00-\uffef“”‘’…]")


class Inline:
    """The block that is being read, and how far in the text.

    `text` stands at `base` in the file (the inside of a comment does not begin at 0).  Byte offsets of `text` come in, code
    point offsets of the file go out.
    """

    __slots__ = (
        "text",
        "base",
        "structure",
        "comment",
        "block",
        "muted",
        "_data",
        "_byte",
        "_point",
        "_line",
        "_code",
        "_images",
        "_own",
    )

    def __init__(self, text: str, structure: Structure, base: int, comment: int) -> None:
        self.text, self.base, self.structure, self.comment = text, base, structure, comment
        self.block: Block | None = None
        self.muted = 0  # inside deleted text or an autolink
        self._data = text.encode("utf-8", "surrogatepass")
        self._byte, self._point = 0, base  # the byte reached, and where that is in the file
        self._line: list[Run] = []
        self._code: list[str] = []  # open HTML elements whose content is code
        self._images = [0, 0]  # open ones, and all of the block
        self._own = False  # the block holds more than images

    # -- places

    def at(self, byte: int) -> int:
        """The code point offset, in the file, of a byte.  Asked for in ascending order, with few exceptions."""
        if byte < self._byte:
            self._byte, self._point = 0, self.base
        gap = byte - self._byte
        if gap:
            self._point += gap if gap == 1 else len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
            self._byte = byte
        return self._point

    def raw(self, start: int, end: int) -> str:
        """The text between two bytes."""
        return self._data[start:end].decode("utf-8", "surrogatepass")

    def begins(self, mark: bytes, byte: int) -> bool:
        return self._data.startswith(mark, byte)

    # -- blocks

    def open(self, kind: str, level: int = 0, group: int = -1) -> None:
        if self.block is not None:
            self.close()
        self.block = Block(kind, [], level, group, self.comment)

    def close(self) -> None:
        block = self.block
        if block is None:
            return
        self.end_line()
        if self._images[1] and not self._own and block.kind == "paragraph":
            block.kind = "title"
        if self._code or self._images[1]:
            self._code, self._images = [], [0, 0]
        self.block, self.muted, self._own = None, 0, False
        finish(block, self.structure)

    def end_line(self, *, hard: bool = False) -> None:
        block = self.block
        if block is not None and self._line and not self.muted and not self._code:
            if hard:
                block.hard.add(len(block.lines))
            block.lines.append(self._line)
            self._line = []

    # -- content (the block is open)

    def take(self, events: Iterator[Event]) -> Event:
        """Add the plain content that comes first in `events`, and give the first event of another kind.

        Text, code spans, line ends and emphasis are nearly all that there is: they are added here as the methods below would,
        without a call for each.
        """
        if self.block is None or self.muted or self._code or self._images[0]:
            return next(events, NO_EVENT)
        data, whole, base, lines_of_block, literals = self._data, self.text, self.base, self.block.lines, self.structure.literals
        byte, point, line, own = self._byte, self._point, self._line, self._own
        found = NO_EVENT
        for found in events:
            event, place = found
            if event.__class__ is dict:
                if "Text" in event:
                    text, start, end = event["Text"], place["start"], place["end"]
                    if start != byte:
                        self._byte, self._point = byte, point
                        point = self.at(start)
                    byte = end
                    width = len(text)
                    if end - start != width and (text.isascii() or not whole.startswith(text, point - base)):  # an entity
                        width = len(data[start:end].decode("utf-8", "surrogatepass"))
                    if text != "*" or not self._is_stray(point - base):
                        line.append((text, point, width))
                        own = own or not text.isspace()
                    point += width
                    continue
                if "Code" in event and not (line and line[-1][0][-1:] in _ROLE_ENDS):
                    start, end = place["start"], place["end"]
                    if start != byte:
                        self._byte, self._point = byte, point
                        point = self.at(start)
                    byte, own = end, True
                    width = end - start if event["Code"].isascii() else len(data[start:end].decode("utf-8", "surrogatepass"))
                    line.append((MASK, point, width))
                    literals.append((point, point + width, "code"))
                    point += width
                    continue
                if event.get("Start") in TRANSPARENT or event.get("End") in TRANSPARENT:
                    continue
            elif event == "SoftBreak":
                if line:
                    lines_of_block.append(line)
                    line = []
                continue
            break
        else:
            found = NO_EVENT
        self._byte, self._point, self._line, self._own = byte, point, line, own
        return found

    def add_text(self, text: str, start: int, end: int) -> None:
        if self.muted or self._code:
            return
        point = self._point if start == self._byte else self.at(start)
        width = len(text)
        if end - start != width and (text.isascii() or not self.text.startswith(text, point - self.base)):  # an entity
            width = len(self._data[start:end].decode("utf-8", "surrogatepass"))
        self._byte, self._point = end, point + width
        if text == "*" and self._is_stray(point - self.base):
            return
        self._line.append((text, point, width))
        if not self._own and not self._images[0] and not text.isspace():
            self._own = True

    def mask(self, start: int, end: int, kind: str) -> None:
        """Put one MASK in the place of the bytes [start, end)."""
        if self.muted or self._code:
            return
        first = self._point if start == self._byte else self.at(start)
        last = self.at(end)
        self._line.append((MASK, first, last - first))
        self.structure.literals.append((first, last, kind))

    def add_code(self, content: str, start: int, end: int) -> None:
        """A code span: a literal, but for the label of a role (`md_roles`)."""
        self._own = self._own or not self._images[0]
        line = self._line
        role = role_before(line[-1][0]) if line and line[-1][0][-1:] in _ROLE_ENDS else -1
        if role < 0 or self.muted or self._code:
            self.mask(start, end, "code")
            return
        text, place, width = line.pop()
        exact = len(text) == width
        first, last = self.at(start), self.at(end)
        raw = self.text[first - self.base : last - self.base]
        inner = first + raw.find(content)
        label = role_label(text[role:], content) if inner >= first and "\n" not in raw else 0
        first = place + role if exact else first
        if role:
            line.append((text[:role], place, role if exact else width))
        if label:
            line.append((content[:label], inner, label))
            self.structure.literals.append((first, inner, "role"))
            first = inner + label
        if label < len(content):
            line.append((MASK, first, last - first))
        self.structure.literals.append((first, last, "role"))

    def add_tag(self, html: str, start: int, end: int) -> None:
        for kind, name, _, _ in tokens(html):
            if kind not in ("open", "close"):
                continue
            if name in CODE or name in RAW:
                if kind == "open" and not html.endswith("/>"):
                    self.mask(start, end, "code")
                    self._code.append(name)
                elif name in self._code:
                    self._code.remove(name)
            elif name == "br":
                self.end_line(hard=True)
            elif name not in INLINE:
                self.mask(start, end, "tag")
            return

    def open_image(self, start: int) -> None:
        self.mask(start, start + 2, "image")
        self._images = [self._images[0] + 1, self._images[1] + 1]

    def close_link(self, title: str, start: int, end: int, *, picture: bool) -> None:
        """What stands between a link's text and its end: a literal, but for the title, which is prose of its own.

        `start` is where the link begins, `end` where it ends.
        """
        if picture:
            self._images[0] -= 1
        if self.muted or self._code:
            return
        first, last = self.at(max(start, self._byte)), self.at(end)
        if title:
            self._add_title(title, first, last)
        if picture:
            self._line.append((MASK, first, last - first))
        if last > first + 1:
            self.structure.literals.append((first, last, "image" if picture else "url"))

    def _add_title(self, title: str, first: int, last: int) -> None:
        """The title of a link that ends with it, line by line."""
        found: list[list[Run]] = []
        end = last
        for line in reversed(lines(title)):
            text = title[line.start : line.end].strip()
            if text:
                at = self.text.rfind(text, first - self.base, last - self.base)
                if at < 0:  # it has escapes or entities
                    from linter.syntax.md_titles import title_in

                    found = title_in(self.text, first - self.base, end - self.base, self.base)[::-1]
                    break
                last = at + self.base
                found.append([(text, last, len(text))])
        if found:
            self.structure.blocks.append(Block("title", found[::-1], 0, -1, self.comment))

    def _is_stray(self, at: int) -> bool:
        """Whether this "*" is half of a mark that opens or closes emphasis to the author, though not to CommonMark.

        CommonMark does not know Chinese punctuation: `**重点：**内容`.
        """
        text = self.text
        start = at if text.startswith("**", at) else at - 1
        if not text.startswith("**", start) or text[start - 1 : start] == "\\":
            return False
        if (start and _WIDE.match(text, start - 1)) or _WIDE.match(text, start + 2):
            return True
        return _OPENS.match(text, start) is not None and (not start or text[start - 1].isspace())  # its other half is stray
