"""Markdown -> blocks of visible text with exact ranges.

The parser (pyromark) gives events with byte ranges.  All inline events of a block are joined, so that a term split by
emphasis, an escape or a line break is whole again; what is not prose becomes a MASK character or nothing.  Byte offsets are
turned into code points as the events go by, each stretch of the file once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from linter.patterns import lazy
from linter.syntax.blocks import Block, Structure
from linter.syntax.md_dialects import prepared
from linter.syntax.md_finish import finish
from linter.syntax.md_html import Places, html_blocks
from linter.syntax.md_inline import NO_EVENT, TRANSPARENT, Event, Inline, Place
from linter.syntax.md_matter import titles
from linter.syntax.spans import Span
from linter.syntax.tables import Cell as Cell
from linter.syntax.tables import RawTable as RawTable
from linter.syntax.tables import tables as tables

_LONE_CR = lazy(r"\r(?!\n)")
_LINE = lazy(r"[^\r\n]+")
_BLANK_LINE = lazy(r"(?:\r\n|\n)[ \t]*(?=\r\n|\n)")
_HAN = lazy("[\u3007\u3400-\u9fff]")
_PARAGRAPH, _PARAGRAPH_END = {"Start": "Paragraph"}, {"End": "Paragraph"}
_CONTAINERS = frozenset(("List", "BlockQuote", "FootnoteDefinition"))
_LINKS = frozenset(("Link", "Image"))


def parse(text: str) -> Structure:
    """The blocks of a Markdown text, in the order of their first characters.  Never raises on content."""
    if "\r" in text:
        text = _LONE_CR.sub("\n", text)  # the parser takes it for a line end in some places and not in others
    structure = Structure([], [], [], [-1])
    dialects = prepared(text)
    _Reader(dialects.text if dialects else text, structure).read()
    if dialects:
        from linter.syntax.md_prepare import restore

        restore(structure, text, dialects)
    structure.blocks.sort(key=_start)
    structure.literals.sort()
    if structure.rows[0] >= 0:
        from linter.syntax.md_rows import prose_rows

        structure.blocks[:] = prose_rows(structure.blocks, text)
    return structure


def _start(block: Block) -> int:
    return block.lines[0][0][1]


_parser: tuple[Callable[..., Any], Any, Any] | None = None  # with its options for a file and for a comment; imported on first use


def _load_parser() -> tuple[Callable[..., Any], Any, Any]:
    global _parser
    if _parser is None:
        from pyromark import Options, events_with_range

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
        _parser = (events_with_range, inside | matter, inside)
    return _parser


class _Reader:
    """One pass over the events of one text: the file, or the inside of an HTML comment that begins at `base`."""

    __slots__ = ("inline", "structure", "comment", "depth", "nested", "fresh", "heading_end", "links", "row")

    def __init__(self, text: str, structure: Structure, base: int = 0, comment: int = -1) -> None:
        self.inline = Inline(text, structure, base, comment)
        self.structure, self.comment = structure, comment
        self.depth = 0  # of lists
        self.nested = 0  # in lists, quotes and footnotes
        self.fresh = False  # the list item has no block yet
        self.heading_end = -1  # byte after the last heading
        self.links: list[tuple[str, int]] = []  # titles of the open links and images, and where they begin
        self.row = -1

    def read(self) -> None:
        events_with_range, of_file, of_comment = _load_parser()
        inline = self.inline
        events = iter(events_with_range(inline.text, options=of_file if self.comment < 0 else of_comment))
        event, place = next(events, NO_EVENT)
        while event is not None:
            if event == _PARAGRAPH:  # as most events that are no content
                self.open()
            else:
                self.on_event(event, place, events)
            event, place = next(events, NO_EVENT) if inline.block is None else inline.take(events)
            if event == _PARAGRAPH_END:
                inline.close()
                self.fresh = False
                event, place = next(events, NO_EVENT)
        inline.close()

    def on_event(self, event: Any, place: Place, events: Iterator[Event]) -> None:
        inline = self.inline
        if event.__class__ is not dict:
            if event in ("SoftBreak", "HardBreak"):
                inline.end_line(hard=event == "HardBreak")
            return
        for key, value in event.items():  # the only one
            break
        if key == "Start" or key == "End":
            detail = None
            name = value
            if value.__class__ is dict:
                for name, detail in value.items():
                    break
            if key == "Start":
                self.start(name, detail, place, events)
            else:
                self.end(name, place)
            return
        if inline.block is None:
            self.open()
        if key == "Text":
            inline.add_text(value, place["start"], place["end"])
        elif key == "Code":
            inline.add_code(value, place["start"], place["end"])
        elif key == "InlineHtml":
            self.on_inline_html(value, place)
        elif key in ("InlineMath", "DisplayMath"):
            inline.mask(place["start"], place["end"], "math")
        elif key == "FootnoteReference":
            self.literal(place, "footnote")

    def start(self, name: str, detail: Any, place: Place, events: Iterator[Event]) -> None:
        inline = self.inline
        if name in TRANSPARENT:
            pass
        elif name == "Heading":
            inline.open("heading", int(detail["level"][1]))
            self.fresh = False
        elif name == "Item":
            inline.close()
            self.fresh = True
        elif name == "TableCell":
            inline.open("cell", 0, self.row)
        elif name in ("TableRow", "TableHead"):
            self.row = self.next_row()
        elif name in _LINKS:
            if inline.block is None:
                self.open()
            if detail["link_type"] in ("Autolink", "Email"):
                inline.mask(place["start"], place["end"], "url")
                inline.muted += 1
            elif name == "Image":
                inline.open_image(place["start"])
            self.links.append((detail["title"] if detail["link_type"] == "Inline" else "", place["start"]))
        elif name == "Strikethrough":
            if inline.begins(b"~~", place["start"]):  # a single "~" is no deletion: 3~5 个和 6~8 个
                if inline.block is None:
                    self.open()
                inline.mask(place["start"], place["end"], "deleted")
                inline.muted += 1
        else:
            inline.close()
            if name in _CONTAINERS:
                self.nested += 1
                self.depth += name == "List"
            elif name == "CodeBlock":
                self.on_code_block(detail, place, events)
            elif name == "HtmlBlock":
                self.on_html_block(place, events)
            elif name == "MetadataBlock":
                self.on_matter(place, events)

    def end(self, name: str, place: Place) -> None:
        inline = self.inline
        if name in _LINKS:
            title, start = self.links.pop() if self.links else ("", 0)
            if inline.begins(b"<", start):  # an autolink
                inline.muted = max(0, inline.muted - 1)
            else:
                inline.close_link(title, start, place["end"], picture=name == "Image")
        elif name == "Strikethrough":
            if inline.begins(b"~~", place["start"]):
                inline.muted = max(0, inline.muted - 1)
        elif name not in TRANSPARENT:
            inline.close()
            if name in _CONTAINERS:
                self.nested -= 1
                self.depth -= name == "List"
                return
            self.fresh = False
            if name == "Heading":
                self.heading_end = place["end"]

    def open(self) -> None:
        """Begin a paragraph, or the first one of a list item."""
        if self.fresh:
            self.inline.open("item", self.depth)
            self.fresh = False
        else:
            self.inline.open("paragraph")

    def next_row(self) -> int:
        """A number for a table row, unlike any other of the file."""
        self.structure.rows[0] += 1
        return self.structure.rows[0]

    def literal(self, place: Place, kind: str) -> None:
        self.structure.literals.append((self.inline.at(place["start"]), self.inline.at(place["end"]), kind))

    # -- blocks that are no prose, mostly ----------------------------------------------------------------------------

    def on_code_block(self, detail: Any, place: Place, events: Iterator[Event]) -> None:
        _skip(events)
        inline = self.inline
        start, end = inline.at(place["start"]), inline.at(place["end"])
        under = detail == "Indented" and not self.nested and self.heading_end >= 0
        if under and not inline.raw(self.heading_end, place["start"]).strip(" \t"):
            start = self.on_translation(start, end)
        if start < end:
            self.structure.literals.append((start, end, "code"))

    def on_translation(self, start: int, end: int) -> int:
        """Indented Chinese directly under a heading, not behind a blank line: its translation, not code.

        Takes what it is of [start, end) and gives where the rest begins.
        """
        code = self.inline.text[start - self.inline.base : end - self.inline.base]
        own = _BLANK_LINE.split(code, maxsplit=1)[0]
        if 2 * len(_HAN.findall(own)) < len(own) - sum(map(str.isspace, own)):
            return start
        lines = [[(line[0], start + line.start(), len(line[0]))] for line in _LINE.finditer(own)]
        finish(Block("paragraph", lines, 0, -1, self.comment), self.structure)
        return end - len(code[len(own) :].lstrip())

    def on_matter(self, place: Place, events: Iterator[Event]) -> None:
        _skip(events)
        self.literal(place, "front-matter")
        start = self.inline.at(place["start"])
        matter = self.inline.raw(place["start"], place["end"])
        for ranges in titles(matter):
            lines = [[(matter[a:b], start + a, b - a)] for a, b in ranges]
            self.structure.blocks.append(Block("title", lines))

    # -- HTML --------------------------------------------------------------------------------------------------------

    def on_inline_html(self, html: str, place: Place) -> None:
        if not html.startswith("<!--"):
            self.inline.add_tag(html, place["start"], place["end"])
            return
        inner = html[4:-3] if html.endswith("-->") else html[4:]
        places = Places()
        places.add(0, self.inline.at(place["start"]) + 4)
        self.on_comment(inner, places, 0, len(inner))

    def on_html_block(self, place: Place, events: Iterator[Event]) -> None:
        places = Places()
        if self.nested:  # the marks of quotes and list items stand between the lines
            text = ""
            for event, line in events:
                if "End" in event:
                    break
                places.add(len(text), self.inline.at(line["start"]))
                text += self.inline.raw(line["start"], line["end"])
        else:
            _skip(events)
            places.add(0, self.inline.at(place["start"]))
            text = self.inline.raw(place["start"], place["end"])
        if text.startswith("<!--"):  # mostly a comment and nothing else
            end = text.find("-->")
            if end < 0 or not text[end + 3 :].strip():
                end = end if end >= 0 else len(text)
                self.on_comment(text[4:end], places, 4, end)
                return

        def on_literal(start: int, end: int, kind: str) -> None:
            self.structure.literals.append((places.at(start), places.at(end - 1) + 1, kind))

        def on_comment(inner: str, start: int, end: int) -> None:
            self.on_comment(inner, places, start, end)

        for block in html_blocks(text, places, self.next_row, on_comment, on_literal):
            block.comment = self.comment
            finish(block, self.structure)

    def on_comment(self, inner: str, places: Places, start: int, end: int) -> None:
        """An HTML comment whose inside stands at [start, end) of `places`: it is read as Markdown, too."""
        structure = self.structure
        index = len(structure.comments)
        first = places.at(start)
        last = places.at(end - 1) + 1 if end > start else first
        structure.comments.append(Span(first - 4, last + 3))
        if self.comment >= 0 or not inner or inner.isspace():
            return
        if last - first == end - start:
            _Reader(inner, structure, first, index).read()
            return
        # In a quote or a list item the lines of the comment are not adjacent in the file.
        apart = Structure([], [], structure.comments, structure.rows)
        _Reader(inner, apart, start, index).read()
        for block in apart.blocks:
            block.lines = [[places.run(text, at, at + width) for text, at, width in line] for line in block.lines]
            structure.blocks.append(block)
        structure.literals.extend((places.at(a), places.at(b - 1) + 1, kind) for a, b, kind in apart.literals if b > a)


def _skip(events: Iterator[Event]) -> None:
    """Go on behind the end of the block that has just begun, which holds no other block."""
    for event, _ in events:
        if "End" in event:
            return
