"""Markdown -> blocks of visible text with exact ranges.

The parser (pyromark) gives events with byte ranges.  All inline events of a block are joined, so that a term split by
emphasis, an escape or a line break is whole again; what is not prose becomes a MASK character or nothing.  Byte offsets are
turned into code points as the events go by, each stretch of the file once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.patterns import lazy
from linter.syntax.blocks import Block, Run, Structure
from linter.syntax.html import CODE, INLINE, RAW, tokens
from linter.syntax.md_html import Places, html_blocks
from linter.syntax.md_matter import titles
from linter.syntax.md_roles import role_before, role_label
from linter.syntax.spans import MASK, Span
from linter.syntax.tables import Cell as Cell
from linter.syntax.tables import RawTable as RawTable
from linter.syntax.tables import tables as tables

_Place = dict[str, int]
_Events = Iterator[tuple[Any, _Place]]
_TRANSPARENT = frozenset(("Emphasis", "Strong", "Superscript", "Subscript"))
_LINE = lazy(r"[^\r\n]+")
_BLANK_LINE = lazy(r"(?:\r\n|\n)[ \t]*(?=\r\n|\n)")
_LONE_CR = lazy(r"\r(?!\n)")
_CONTAINERS = frozenset(("List", "BlockQuote", "FootnoteDefinition"))
_HAN = lazy("[\u3007\u3400-\u9fff]")
_SUSPECT = frozenset(":ie")  # a line that begins so may be markup
_WIDE = lazy("[\u3000-\u9fff\uff00-\uffef“”‘’…]")
_MODULE = lazy(r"import\s+(?:[\w*{}$,\s]{1,200}\sfrom\s+)?['\"]|export\s+(?:default|const|let|var|function|class|async|\{|\*)")
_DIRECTIVE = lazy(r":{3,}[ \t]*(?:\{[\w:.-]*\}|[\w-]+)?[ \t]*")


def parse(text: str) -> Structure:
    """The blocks of a Markdown text, in the order of their first characters.  Never raises on content."""
    if "\r" in text:
        text = _LONE_CR.sub("\n", text)  # the parser takes it for a line end in some places and not in others
    structure = Structure([], [], [], [-1])
    _Reader(text, structure).read()
    structure.blocks.sort(key=_start)
    structure.literals.sort()
    return structure


def _start(block: Block) -> int:
    return block.start


_options: tuple[Any, Any] | None = None  # (for a file, for the inside of a comment), made on first use


def _parser_options() -> tuple[Any, Any]:
    global _options
    if _options is None:
        from pyromark import Options

        inside = (
            Options.ENABLE_TABLES
            | Options.ENABLE_FOOTNOTES
            | Options.ENABLE_STRIKETHROUGH
            | Options.ENABLE_TASKLISTS
            | Options.ENABLE_HEADING_ATTRIBUTES
            | Options.ENABLE_MATH
            | Options.ENABLE_GFM
        )
        matter = Options.ENABLE_YAML_STYLE_METADATA_BLOCKS | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        _options = (inside | matter, inside)
    return _options


class _Reader:
    """One pass over the events of one text: the file, or the inside of an HTML comment that begins at `base`."""

    def __init__(self, text: str, structure: Structure, base: int = 0, comment: int = -1) -> None:
        self.text, self.structure, self.base, self.comment = text, structure, base, comment
        self.data = text.encode("utf-8", "surrogatepass")
        self.byte, self.point = 0, base  # the byte reached, and its code point offset in the file
        self.block: Block | None = None  # the open inline content
        self.line: list[Run] = []
        self.depth = 0  # of lists
        self.nested = 0  # of lists, quotes and footnotes
        self.fresh = False  # the list item has no block yet
        self.heading_end = -1  # byte after the last heading
        self.muted = 0  # inside deleted text or an autolink
        self.code: list[str] = []  # open inline elements whose content is code
        self.images = 0
        self.pictured = False  # the block holds an image
        self.plain = False  # the block holds text outside images
        self.links: list[tuple[str, int]] = []  # titles of the open links and images, and where their texts begin
        self.row = -1

    def at(self, byte: int) -> int:
        """The code point offset, in the file, of a byte.  Asked for in ascending order, with few exceptions."""
        if byte < self.byte:
            self.byte, self.point = 0, self.base
        if byte > self.byte:
            self.point += len(self.data[self.byte : byte].decode("utf-8", "surrogatepass"))
            self.byte = byte
        return self.point

    def read(self) -> None:
        from pyromark import events_with_range

        options = _parser_options()[self.comment >= 0]
        on_text = self.on_text
        events: _Events = iter(events_with_range(self.text, options=options))  # type: ignore[arg-type]
        for event, place in events:
            if event.__class__ is dict:
                for key, value in event.items():
                    break
                if key == "Text":
                    on_text(value, place["start"], place["end"])
                elif key == "Start":
                    detail = None
                    name = value
                    if value.__class__ is dict:
                        for name, detail in value.items():
                            break
                    if name not in _TRANSPARENT:
                        self.on_start(name, detail, place, events)
                elif key == "End":
                    name = value
                    if value.__class__ is dict:
                        for name in value:
                            break
                    if name not in _TRANSPARENT:
                        self.on_end(name, place)
                elif key == "Code":
                    self.on_code(value, place)
                elif key == "InlineHtml":
                    self.on_html(value, place)
                elif key in ("InlineMath", "DisplayMath"):
                    self.mask(place["start"], place["end"], "math")
                elif key == "FootnoteReference":
                    self.structure.literals.append((self.at(place["start"]), self.at(place["end"]), "footnote"))
            elif event in ("SoftBreak", "HardBreak") and not self.muted and not self.code:
                self.end_line(hard=event == "HardBreak")
        self.close()

    # -- inline ------------------------------------------------------------------------------------------------------

    def on_text(self, text: str, start: int, end: int) -> None:
        if self.muted or self.code:
            return
        if self.block is None:
            self.open("paragraph")
        point = self.at(start) if start != self.byte else self.point
        width = end - start
        if width != len(text):  # not ASCII, or an entity
            width = len(self.data[start:end].decode("utf-8", "surrogatepass"))
        self.byte, self.point = end, point + width
        if text == "*" and self.is_stray(point - self.base):
            return
        self.line.append((text, point, width))
        if not self.images and not self.plain and not text.isspace():
            self.plain = True

    def is_stray(self, at: int) -> bool:
        """Whether this "*" is half of a mark that opens or closes emphasis to the author, though not to CommonMark.

        CommonMark does not know Chinese punctuation: `**重点：**内容`.
        """
        text = self.text
        start = at if text.startswith("**", at) else at - 1
        if not text.startswith("**", start) or text[start - 1 : start] == "\\":
            return False
        return bool(_WIDE.match(text, start - 1) if start else None) or bool(_WIDE.match(text, start + 2))

    def mask(self, start: int, end: int, kind: str) -> None:
        """Put one MASK in the place of the bytes [start, end)."""
        if self.muted or self.code:
            return
        if self.block is None:
            self.open("paragraph")
        first, last = self.at(start), self.at(end)
        self.line.append((MASK, first, last - first))
        self.structure.literals.append((first, last, kind))

    def on_code(self, content: str, place: _Place) -> None:
        role = role_before(self.line[-1][0]) if self.line and self.line[-1][0][-1:] in ("}", ":") else -1
        if role < 0 or self.muted or self.code:
            self.mask(place["start"], place["end"], "code")
            self.plain = self.plain or not self.images
            return
        text, start, width = self.line.pop()
        exact = len(text) == width
        first, last = self.at(place["start"]), self.at(place["end"])
        raw = self.text[first - self.base : last - self.base]
        inner = first + raw.find(content)
        label = role_label(text[role:], content) if inner >= first and "\n" not in raw else 0
        first = start + role if exact else first
        if role:
            self.line.append((text[:role], start, role if exact else width))
        if label:
            self.line.append((content[:label], inner, label))
            self.structure.literals.append((first, inner, "role"))
            first = inner + label
        if label < len(content):
            self.line.append((MASK, first, last - first))
        self.structure.literals.append((first, last, "role"))

    def on_html(self, html: str, place: _Place) -> None:
        if html.startswith("<!--"):
            start = self.at(place["start"])
            inner = html[4:-3] if html.endswith("-->") else html[4:]
            places = Places()
            places.add(0, start + 4)
            self.on_comment(inner, places, 0, len(inner))
            return
        for kind, name, _, _ in tokens(html):
            if kind not in ("open", "close"):
                continue
            if name in CODE or name in RAW:
                if kind == "open" and not html.endswith("/>"):
                    self.mask(place["start"], place["end"], "code")
                    self.code.append(name)
                elif name in self.code:
                    self.code.remove(name)
            elif name == "br":
                if not self.muted and not self.code:
                    self.end_line(hard=True)
            elif name not in INLINE:
                self.mask(place["start"], place["end"], "tag")
            return

    def end_line(self, *, hard: bool = False) -> None:
        if self.block is not None and self.line:
            if hard:
                self.block.hard.add(len(self.block.lines))
            self.block.lines.append(self.line)
            self.line = []

    # -- blocks ------------------------------------------------------------------------------------------------------

    def open(self, kind: str, level: int = 0, group: int = -1) -> None:
        self.close()
        if kind == "paragraph" and self.fresh:
            kind, level = "item", self.depth
        self.fresh = False
        self.block = Block(kind, [], level, group, self.comment)

    def close(self) -> None:
        block = self.block
        if block is None:
            return
        self.end_line()
        if self.pictured and not self.plain and block.kind == "paragraph":
            block.kind = "title"
        self.block, self.code, self.muted, self.images, self.pictured, self.plain = None, [], 0, 0, False, False
        self.keep(block)

    def keep(self, block: Block) -> None:
        """Hand a finished block on, without its blank lines and without lines that are markup."""
        for line in block.lines:
            if not line or not line[0][0] or not line[-1][0]:
                break
            first, last = line[0][0][0], line[-1][0][-1]
            if first in _SUSPECT or first.isspace() or last.isspace():
                break
        else:
            if block.lines:
                self.structure.blocks.append(block)
            return
        kept = Block(block.kind, [], block.level, block.group, block.comment)
        for index, line in enumerate(block.lines):
            trimmed = _trim(line)
            if not trimmed:
                continue
            if trimmed[0][0].startswith(":::"):
                self.settle(kept)
                kept = Block(block.kind, [], block.level, block.group, block.comment)
                self.on_directive(trimmed)
                continue
            if index in block.hard:
                kept.hard.add(len(kept.lines))
            kept.lines.append(trimmed)
        self.settle(kept)

    def settle(self, block: Block) -> None:
        if not block.lines:
            return
        if block.kind == "paragraph" and _MODULE.match(block.text(0)):
            self.structure.literals.append((block.start, block.lines[-1][-1][1] + block.lines[-1][-1][2], "code"))
        else:
            self.structure.blocks.append(block)

    def on_directive(self, line: list[Run]) -> None:
        """`::: tip 标题`: the title is prose."""
        text, start, width = line[0]
        mark = _DIRECTIVE.match(text)
        if not mark or len(text) != width:
            return
        self.structure.literals.append((start, start + mark.end(), "directive"))
        title = _trim([(text[mark.end() :], start + mark.end(), width - mark.end()), *line[1:]])
        if title:
            self.structure.blocks.append(Block("title", [title], 0, -1, self.comment))

    def on_start(self, name: str, detail: Any, place: _Place, events: _Events) -> None:
        if name == "Paragraph":
            self.open("paragraph")
        elif name == "Heading":
            self.open("heading", int(detail["level"][1]))
        elif name == "Item":
            self.close()
            self.fresh = True
        elif name == "TableCell":
            self.open("cell", 0, self.row)
        elif name in ("TableRow", "TableHead"):
            self.row = self.next_row()
        elif name == "Link":
            if detail["link_type"] in ("Autolink", "Email"):
                self.mask(place["start"], place["end"], "url")
                self.muted += 1
            self.links.append((detail["title"] if detail["link_type"] == "Inline" else "", place["start"]))
        elif name == "Image":
            self.mask(place["start"], place["start"] + 2, "image")
            self.images += 1
            self.pictured = True
            self.links.append((detail["title"] if detail["link_type"] == "Inline" else "", place["start"]))
        elif name == "Strikethrough":
            if self.data.startswith(b"~~", place["start"]):  # a single "~" is no deletion: 3~5 个和 6~8 个
                self.mask(place["start"], place["end"], "deleted")
                self.muted += 1
        else:
            self.close()
            if name in _CONTAINERS:
                self.nested += 1
                self.depth += name == "List"
            elif name == "CodeBlock":
                self.on_code_block(detail, place, events)
            elif name == "HtmlBlock":
                self.on_html_block(place, events)
            elif name == "MetadataBlock":
                self.on_matter(place, events)

    def on_end(self, name: str, place: _Place) -> None:
        if name in ("Link", "Image"):
            title, start = self.links.pop() if self.links else ("", 0)
            bare = self.data.startswith(b"<", start)  # an autolink
            if name == "Image":
                self.images -= 1
            if not self.muted and not self.code:
                self.on_target(title, max(start, self.byte), place["end"], picture=name == "Image")
            elif self.muted and bare:
                self.muted -= 1
        elif name == "Strikethrough":
            if self.data.startswith(b"~~", place["start"]):
                self.muted = max(0, self.muted - 1)
        elif name in _CONTAINERS:
            self.close()
            self.nested -= 1
            self.depth -= name == "List"
        else:
            self.close()
            self.fresh = False
            if name == "Heading":
                self.heading_end = place["end"]

    def next_row(self) -> int:
        """A number for a table row, unlike any other of the file."""
        self.structure.rows[0] += 1
        return self.structure.rows[0]

    def on_target(self, title: str, start: int, end: int, *, picture: bool) -> None:
        """The bytes between a link's text and its end: a literal, but for the title, which is prose of its own."""
        first, last = self.at(start), self.at(end)
        if title:
            at = self.text.rfind(title, first - self.base, last - self.base)
            if at >= 0:
                self.structure.blocks.append(Block("title", [[(title, at + self.base, len(title))]], 0, -1, self.comment))
        if picture:
            self.line.append((MASK, first, last - first))
        if last > first + 1:
            self.structure.literals.append((first, last, "image" if picture else "url"))

    def on_code_block(self, detail: Any, place: _Place, events: _Events) -> None:
        for event, _ in events:
            if "End" in event:
                break
        start, end = self.at(place["start"]), self.at(place["end"])
        if detail == "Indented" and not self.nested and self.heading_end >= 0:
            above = self.data[self.heading_end : place["start"]]
            if not above.strip(b" \t"):
                start = self.on_translation(start, end)
        if start < end:
            self.structure.literals.append((start, end, "code"))

    def on_translation(self, start: int, end: int) -> int:
        """Indented Chinese directly under a heading, not behind a blank line: its translation, not code.

        Takes what it is of [start, end) and gives where the rest begins.
        """
        block = Block("paragraph", [], 0, -1, self.comment)
        own = _BLANK_LINE.split(self.text[start - self.base : end - self.base], maxsplit=1)[0]
        if not _mostly_han(own):
            return start
        for line in _LINE.finditer(own):
            block.lines.append([(line[0], start + line.start(), len(line[0]))])
        self.keep(block)
        rest = self.text[start - self.base + len(own) : end - self.base].lstrip()
        return end - len(rest)

    def on_matter(self, place: _Place, events: _Events) -> None:
        text, first = "", place["start"]
        for event, where in events:
            if event.__class__ is not dict or "Text" not in event:
                break
            if not text:
                first = where["start"]
            text += event["Text"]
        start = self.at(place["start"])
        point = self.at(first)
        self.structure.literals.append((start, self.at(place["end"]), "front-matter"))
        raw = self.text[point : point + len(text) * 2]
        if not raw.startswith(text):  # the parser normalises line ends
            text = self.text[point : self.at(place["end"])]
        for ranges in titles(text):
            lines = [[(text[a:b], point + a, b - a)] for a, b in ranges]
            self.structure.blocks.append(Block("title", lines))

    # -- HTML --------------------------------------------------------------------------------------------------------

    def on_html_block(self, place: _Place, events: _Events) -> None:
        places = Places()
        if self.nested:  # the marks of quotes and list items stand between the lines
            length, pieces = 0, []
            for event, line in events:
                if "End" in event:
                    break
                piece = self.data[line["start"] : line["end"]].decode("utf-8", "surrogatepass")
                places.add(length, self.at(line["start"]))
                pieces.append(piece)
                length += len(piece)
            text = "".join(pieces)
        else:
            for event, _ in events:
                if "End" in event:
                    break
            text = self.data[place["start"] : place["end"]].decode("utf-8", "surrogatepass")
            places.add(0, self.at(place["start"]))
        if text.startswith("<!--"):  # mostly a comment and nothing else
            end = text.find("-->")
            if end < 0 or not text[end + 3 :].strip():
                end = end if end >= 0 else len(text)
                self.on_comment(text[4:end], places, 4, end)
                return

        def literal(start: int, end: int, kind: str) -> None:
            self.structure.literals.append((places.at(start), places.at(end - 1) + 1, kind))

        for block in html_blocks(text, places, self.next_row, lambda inner, a, b: self.on_comment(inner, places, a, b), literal):
            block.comment = self.comment
            self.keep(block)

    def on_comment(self, inner: str, places: Places, start: int, end: int) -> None:
        """An HTML comment whose inside, text[start:end], is read as Markdown too."""
        structure = self.structure
        index = len(structure.comments)
        last = places.at(end - 1) + 1 if end > start else places.at(start)
        structure.comments.append(Span(places.at(start) - 4, last + 3))
        if not inner.strip() or self.comment >= 0:
            return
        if places.at(end - 1) - places.at(start) == end - 1 - start:
            _Reader(inner, structure, places.at(start), index).read()
            return
        # In a quote or a list item the lines of the comment are not adjacent in the file.
        apart = Structure([], [], structure.comments, structure.rows)
        _Reader(inner, apart, start, index).read()
        for block in apart.blocks:
            block.lines = [
                [places.run(text, at, at + width) if width else (text, places.at(at), 0) for text, at, width in line]
                for line in block.lines
            ]
            structure.blocks.append(block)
        structure.literals.extend((places.at(a), places.at(b - 1) + 1, kind) for a, b, kind in apart.literals if b > a)


def _mostly_han(text: str) -> bool:
    return 2 * len(_HAN.findall(text)) >= len(text) - sum(map(str.isspace, text))


def _trim(line: list[Run]) -> list[Run]:
    """A line without blanks at its ends and without empty runs."""
    kept = [run for run in line if run[0]]
    while kept:
        text, start, width = kept[0]
        bare = text.lstrip()
        if not bare:
            kept.pop(0)
            continue
        if len(bare) < len(text):
            cut = len(text) - len(bare)
            kept[0] = (bare, start + cut, width - cut) if len(text) == width else (bare, start, width)
        break
    while kept:
        text, start, width = kept[-1]
        bare = text.rstrip()
        if not bare:
            kept.pop()
            continue
        if len(bare) < len(text):
            kept[-1] = (bare, start, len(bare) if len(text) == width else width)
        break
    return kept
