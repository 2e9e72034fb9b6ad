"""A second opinion on what of a Markdown text is visible: markdown-it-py, and the HTML that a renderer made.

What we leave out by intent is left out of the opinion as well: code, formulas and scripts in HTML, struck-out text, addresses.
Blanks and literals are squeezed out on both sides: what is compared is every visible character and the order of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from linter.syntax.blocks import Block
from linter.syntax.markdown import parse
from linter.syntax.spans import MASK

NO_PROSE = frozenset("code kbd samp tt var math pre script style svg template textarea".split())
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_SQUEEZED = re.compile(rf"\s+|{MASK}")
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")


def squeezed(text: str) -> str:
    return _SQUEEZED.sub("", text)


class _Page(HTMLParser):
    """The text of HTML outside of the elements that hold no prose, and the titles in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.titles: list[str] = []
        self.hidden = 0
        self.links: list[tuple[str, int]] = []  # targets, and how many parts there were

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.hidden += tag in NO_PROSE
        if "title" in given and tag in ("a", "img"):
            self.titles.append(squeezed(given["title"]))
        if tag == "img" and not self.hidden:
            self.parts.append(given.get("alt", ""))
        if tag == "a":
            self.links.append((given.get("href", ""), len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in NO_PROSE))
        if tag == "a" and self.links:
            target, first = self.links.pop()
            text = "".join(self.parts[first:])
            if ":" in target and text and unquote(target).removeprefix("mailto:") == text:
                del self.parts[first:]  # an address

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def of_html(text: str) -> tuple[str, list[str]]:
    """(visible text, titles of links and pictures) of a page in HTML."""
    page = _Page()
    page.feed(text)
    page.close()
    return squeezed("".join(page.parts)), page.titles


def of_parser(text: str) -> tuple[list[str], list[str]]:
    """(visible text of each block, titles of links and pictures) of a Markdown text, as markdown-it-py reads it."""
    blocks: list[str] = []
    titles: list[str] = []
    for token in _PARSER.parse(text):
        if token.type == "inline":
            blocks.append(squeezed(_inline(token.children or (), titles)))
        elif token.type == "html_block":
            blocks.append(of_html(token.content)[0])
    return [block for block in blocks if block], titles


def _inline(tokens: Sequence[Token], titles: list[str]) -> str:
    parts = []
    hidden = 0
    for token in tokens:
        if "title" in token.attrs:
            titles.append(squeezed(str(token.attrs["title"])))
        if token.type == "text" and not hidden:
            parts.append(token.content)
        elif token.type == "image":
            parts.append(_inline(token.children or (), titles))
        elif token.type == "s_open" or (token.type == "link_open" and token.info == "auto"):
            hidden += 1
        elif token.type == "s_close" or (token.type == "link_close" and token.info == "auto"):
            hidden -= 1
        elif token.type == "html_inline" and (tag := _TAG.match(token.content)) and tag[2].lower() in NO_PROSE:
            hidden = max(0, hidden + (-1 if tag[1] else 1)) if not token.content.endswith("/>") else hidden
    return "".join(parts)


def ours(text: str) -> tuple[list[str], list[str], list[Block]]:
    """(visible text of each block, titles of links and pictures, blocks), without what stands in comments."""
    blocks: list[str] = []
    titles: list[str] = []
    found = [block for block in parse(text).blocks if block.comment < 0]
    for block in found:
        shown = "".join(block.text(line) for line in range(len(block.lines)))
        (titles if block.kind == "title" and MASK not in shown else blocks).append(squeezed(shown))
    return [block for block in blocks if block], titles, found


def misplaced(text: str, blocks: Sequence[Block]) -> list[str]:
    """The runs that do not stand where they say, or not behind the one before them."""
    wrong = []
    for block in blocks:
        reached = 0
        for line in block.lines:
            for run, start, width in line:
                exact = len(run) == width
                there = text[start : start + width]
                if start < reached or start + width > len(text) or width < 1:
                    wrong.append(f"{run!r} at {start}")
                elif exact and any(mine not in (theirs, MASK) for mine, theirs in zip(run, there, strict=True)):
                    wrong.append(f"{run!r} for {there!r}")
                elif not exact and run != MASK and there[:1] not in "\\&":
                    wrong.append(f"{run!r} is no escape: {there!r}")
                reached = start + width
    return wrong
