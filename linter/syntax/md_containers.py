"""Containers, admonitions and directives: their marks become what CommonMark has for it.

::: tip 标题            a heading (a title), and blanks for the closing mark
```{note} 标题          the same, for the directives that hold prose
!!! note "标题"         a list item with a heading, so that the indented body is its content
> [!TIP] 标题           a heading in the quote
: 定义                  a list item
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from linter.patterns import lazy
from linter.syntax.blocks import Block, Run
from linter.syntax.md_directives import LITERAL, OPTIONS, Head, is_prose
from linter.syntax.md_edits import Edit, Range, blank
from linter.syntax.md_titles import definition
from linter.syntax.spans import Span

_TO_BRACKET = r"(?:[ \t>]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])*+(\[)(?!\^)"
_BRACKET, _FIRST_BRACKET = lazy(rf"\n{_TO_BRACKET}"), lazy(_TO_BRACKET)
_DEFINITION = lazy(r"\n[ \t>]*+(:)[ \t]+(?=[^ \t\n])")
_TRIGGER = lazy(
    r"[`~:!?=/<-](?:(?<=`)``|(?<=~)~~|(?<=:)::|(?<=!)!![ +]|(?<=!)[A-Za-z]|(?<=\?)\?\?|(?<==)==[!+]? \""
    r"|(?<=/)//|(?<=-)-8<-|(?<=<)<< @|(?<=\)=))"
)
_LEAD = lazy(r"(?:[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])[ \t])){0,12}[ \t]*")
_ADMONITION = lazy(r"(?:!!!\+?|\?\?\?\+?)[ \t]?[A-Za-z][\w-]*(?:[ \t]+[\w-]+)*(?:[ \t]+\"(?P<title>[^\n]*)\")?[ \t]*\Z", re.ASCII)
_TAB = lazy(r"===[!+]? \"(?P<title>[^\n]+)\"[ \t]*\Z")
_BLOCK = lazy(r"/{3,}(?:[ \t]*(?P<name>[A-Za-z][\w-]*)(?:[ \t]*\|[ \t]*(?P<title>[^\n]*))?)?[ \t]*\Z", re.ASCII)
_ALERT = lazy(r"\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\][-+]?(?P<title>[ \t][^\n]*)?\Z", re.ASCII)
_OPTION = lazy(r"[ \t>]*:(?P<name>[\w-]+):(?=[ \t]|\Z)[ \t]*", re.ASCII)
_TARGET = lazy(r"\([^()\n]{1,200}\)=[ \t]*\Z")
_INCLUDE = lazy(r"(?:-+8<-+|<<< @)[^\n]*\Z")
_TERM = 80  # code points of a line that may be a term with a blank line below
_PLAIN = lazy(r"[^\s|#>`~:=+*-]|[*`][^\s*`]")  # the beginning of a line of text


Definition = tuple[Range, list[list[Run]]]


def containers(text: str, lines: bool = True) -> tuple[list[Edit], list[Span], list[Block], list[Range], list[Definition]]:
    """(edits, ranges of headings that are titles, further titles, literals, definitions): see `md_prepare`."""
    definitions = list(_definitions(text)) if "]:" in text else []
    found = _Pass(text)
    if lines:
        found.run()
        found.edits += _terms(text)
    return found.edits, found.headings, found.titles, found.literals, definitions


def _terms(text: str) -> Iterator[Edit]:
    """The marks of definition lists: `: text` below a line of text defines it."""
    for found in _DEFINITION.finditer(text):
        start, mark = found.start() + 1, found.start(1)
        end = start - 1
        above = text.rfind("\n", 0, end) + 1
        if above and not text[above:end].strip(" \t>"):  # a blank line: what stands above it is a term if it is short
            end = above - 1
            above = text.rfind("\n", 0, end) + 1
            if len(text[above:end].rstrip()) > _TERM:
                continue
        line = text[above : max(above, end)].rstrip()
        lead = _LEAD.match(line).end()  # type: ignore[union-attr]  # it matches nothing, too
        # Text, an earlier definition of the same term, or the end of one.
        if line.strip(" \t>") and (_PLAIN.match(line, lead) or line.startswith((": ", "- "), lead) or line[0].isspace()):
            yield mark, mark + 1, "-"


def _definitions(text: str) -> Iterator[Definition]:
    """What may be definitions of links; the parser knows what is."""
    done = 0
    first = _FIRST_BRACKET.match(text)  # a search for a line end is much faster than one for either
    for place in chain([first] if first else [], _BRACKET.finditer(text)):
        start = place.start(1)
        found = definition(text, start) if start >= done else None
        if found:
            yield (start, found[0], "url"), found[1]
            done = found[0]


class _Pass:
    """One walk over the lines that may be marks."""

    __slots__ = ("text", "edits", "headings", "titles", "literals", "unclosed", "code", "open", "done")

    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.headings: list[Span] = []
        self.titles: list[Block] = []
        self.literals: list[Range] = []
        self.unclosed = 1 << 30  # no line of so many colons closes anything from here on
        self.code = ""  # the fence of the code block that is open
        self.open: list[str] = []  # the fences of the directives that are open
        self.done = 0  # every line before is settled

    def run(self) -> None:
        text = self.text
        for trigger in _TRIGGER.finditer(text):
            at = trigger.start()
            if at < self.done:
                continue
            start = text.rfind("\n", 0, at) + 1
            if self.code and text[at] not in "`~":
                continue
            mark = _LEAD.match(text, start).end()  # type: ignore[union-attr]  # it matches nothing, too
            end = self.line_end(at)
            sign = text[mark : mark + 1]
            if sign in ("`", "~"):
                if mark == at:
                    self.fence(mark, end)
            elif sign == ":":
                if text.startswith(":::", mark):
                    self.colons(mark, end)
            elif sign == "!" or sign == "?":
                self.admonition(_ADMONITION.match(text, mark, end), mark, "-   #")
            elif sign == "=":
                self.admonition(_TAB.match(text, mark, end), mark, "-  #")
            elif sign == "/":
                block = _BLOCK.match(text, mark, end)
                if block:
                    self.heading(mark, end, Span(*block.span("title")) if block["title"] else None)
            elif sign == "[":
                self.alert(start, mark, end)
            elif sign == "(" and mark == start and _TARGET.match(text, mark, end):
                self.literal(mark, end, "target")
            elif (sign == "-" or sign == "<") and _INCLUDE.match(text, mark, end):
                self.literal(mark, end, "include")
            if not self.code:
                self.done = max(self.done, end)

    # -- lines

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def below(self, end: int) -> int:
        """Where the line below begins that ends at `end`, or -1."""
        at = self.text.find("\n", end)
        return at + 1 if 0 <= at < len(self.text) - 1 else -1

    def blank(self, start: int, end: int, kind: str) -> None:
        """Take a range out."""
        if start < end:
            self.edits.append((start, end, blank(self.text, start, end)))
            self.literals.append((start, end, kind))

    def literal(self, start: int, end: int, kind: str) -> None:
        self.blank(start, end, kind)
        self.done = end

    def heading(self, start: int, end: int, title: Span | None, mark: str = "#") -> None:
        """Make of the line [start, end) a heading with `title`, or blanks where there is none."""
        if title is None or not self.text[title.start : title.end].strip():
            self.blank(start, end, "directive")
            if len(mark) > 1:
                width = max(end - start, len(mark))
                self.edits[-1] = (start, end, mark.ljust(width)[: end - start])
            return
        self.edits.append((start, title.start, mark.ljust(title.start - start)))
        self.literals.append((start, title.start, "directive"))
        self.headings.append(title)
        self.blank(title.end, end, "directive")

    # -- marks

    def admonition(self, found: re.Match[str] | None, start: int, mark: str) -> None:
        if found:
            self.heading(start, found.end(), Span(*found.span("title")) if found["title"] else None, mark)

    def fence(self, start: int, end: int) -> None:
        text = self.text
        info = text[start:end].lstrip(text[start])
        fence = text[start : end - len(info)]
        if self.code:
            if fence.startswith(self.code) and not info.strip():
                self.code = ""
                self.done = end
            return
        if not info.strip() and self.open and fence.startswith(self.open[-1]):
            self.open.pop()
            self.blank(start, end, "directive")
            return
        if "`" in fence and "`" in info:  # a code span
            return
        head = Head(info) if info.lstrip().startswith("{") else None
        if head and head.directive and is_prose(head.directive, colons=False):
            self.open.append(fence)
            self.opened(start, end, head, len(fence))
            return
        self.code = fence
        if head and head.directive:
            for first, last in self.shown_options(end):
                self.titles.append(Block("title", [[(text[first:last], first, last - first)]]))

    def colons(self, start: int, end: int) -> None:
        text = self.text
        rest = text[start:end].lstrip(":")
        width = end - start - len(rest)
        if not rest.strip():
            self.blank(start, end, "directive")
            return
        head = Head(rest)
        if head.name and head.directive and not is_prose(head.directive, colons=True):
            close = None
            if width < self.unclosed:
                close = re.compile(rf"^[ \t>]*:{{{width},}}[ \t]*$", re.MULTILINE).search(text, end)
                self.unclosed = self.unclosed if close else width
            stop = self.line_end(close.end()) if close else end
            for first, last in self.shown_options(end):
                self.titles.append(Block("title", [[(text[first:last], first, last - first)]]))
            self.literal(start, stop, "code")
            return
        if head.name in LITERAL:
            self.blank(start, end, "directive")
            return
        self.opened(start, end, head, width)

    def opened(self, start: int, end: int, head: Head, width: int) -> None:
        """A container begins: its title, and the options of a directive."""
        base = start + width
        self.heading(start, end, Span(base + head.title.start, base + head.title.end) if head.title else None)
        if not head.directive:
            return
        at = self.below(end)
        first = self.text[at : self.line_end(at)].strip() if at >= 0 else ""
        if first == "---":  # options in YAML
            close = re.compile(r"^[ \t]*---[ \t]*$", re.MULTILINE).search(self.text, self.line_end(at))
            if close:
                self.literal(at, self.line_end(close.end()), "option")
            return
        for option, start, stop in self.options(end):
            begin = _LEAD.match(self.text, option.start(), stop).end()  # type: ignore[union-attr]
            if option["name"] in OPTIONS and start < stop:
                self.heading(begin, stop, Span(start, stop))
            else:
                self.blank(begin, stop, "option")
            self.done = stop

    def options(self, end: int) -> Iterator[tuple[re.Match[str], int, int]]:
        """The options of a directive below the line that ends at `end`: the match, and the range of the value."""
        at = self.below(end)
        while at >= 0:
            stop = self.line_end(at)
            option = _OPTION.match(self.text, at, stop)
            if not option:
                return
            value = self.text[option.end() : stop].rstrip()
            yield option, option.end(), option.end() + len(value)
            at = self.below(stop)

    def shown_options(self, end: int) -> list[tuple[int, int]]:
        """The values of options that are prose, in a directive that is none."""
        return [(start, stop) for option, start, stop in self.options(end) if option["name"] in OPTIONS and start < stop]

    def alert(self, start: int, mark: int, end: int) -> None:
        text = self.text
        alert = _ALERT.match(text, mark, end)
        if alert and ">" in text[start:mark]:
            title = Span(alert.end() - len(alert["title"].lstrip()), end) if alert["title"] else None
            self.heading(mark, end, title)
