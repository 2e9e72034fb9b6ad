"""Pipe tables by their lines, in Markdown and in plain text alike.

The scanner works on lines and not on a Markdown tree because real glossary tables stand in text where CommonMark would read
them otherwise: prose follows the last row without a blank line (CommonMark makes rows of it), or the file is no Markdown.
It agrees with GFM on what begins a table: a header row, then a delimiter row with as many cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax.spans import Span, lines


class Cell(NamedTuple):
    """One cell of a table: its text without markup (code, bold, links reduced to their text) and its range in the file.

    Markup with nothing to read is dropped (footnote marks, comments, struck-out text); "<br>" becomes "；".
    The range is that of the trimmed raw content, markup included; empty at the cell's beginning where there is none.
    """

    text: str
    span: Span


class RawTable(NamedTuple):
    """A table as written: a row may have more or fewer cells than the header.  `headings`: the titles above it, outermost first."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    headings: tuple[str, ...]


_GATE = lazy(r"\|[ \t]*:?-|-:?[ \t]*\|")
_GATES = lazy(r"\|[ \t]*:?-"), lazy(r"-:?[ \t]*\|")  # apart, each is found in a third of the time
_CONTAINER = lazy(r"[ \t]*(?:>[ \t]*)*")
_DELIMITER = lazy(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_LINE_END = lazy(r"[\r\n]|\Z")
_PIPE = lazy(r"(?<!\\)\|")
_FENCE = lazy(r"(`{3,}|~{3,})")
_ATX = lazy(r"(#{1,6})[ \t]+")
_ATX_END = lazy(r"(?:[ \t]+#+)?[ \t]*(?:\{[^{}]*\}[ \t]*)?$")
_UNDERLINE = lazy(r"(=+|-+)[ \t]*")
_LIST = lazy(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
_LONGEST = 10_000  # characters of a header


def tables(text: str, wanted: Callable[[list[str]], object] | None = None) -> list[RawTable]:
    """Every pipe table of a text, in order.  Front matter, code fences, indented code and HTML comments hold none.

    `wanted` says of the cells of a header whether its table matters: where none does, the text is not read any closer.
    """
    if not any(wanted is None or wanted([cell.text for cell in header]) for header in _headers(text)):
        return []
    rows = lines(text)
    found: list[RawTable] = []
    titles: list[tuple[int, str]] = []
    read = -1  # the last line that belongs to something already
    for at, body in _structure(text, rows):
        if at <= read:
            continue
        span = rows[at]
        title = _ATX.match(text, span.start + body, span.end)
        if title:
            _enter(titles, len(title[1]), clean(_ATX_END.sub("", text[title.end() : span.end]).strip()))
            continue
        if at + 1 == len(rows):
            break
        below = rows[at + 1]
        start = _body(text, below)
        underline = _UNDERLINE.fullmatch(text, start, below.end)
        if underline:
            _enter(titles, 1 if text[start] == "=" else 2, clean(text[span.start + body : span.end].strip()))
            read = at + 1
        elif _DELIMITER.fullmatch(text, start, below.end) and "|" in text[start : below.end]:
            header = _cells(text, span.start + body, span.end)
            if len(header) == len(_cells(text, start, below.end)):
                under, read = _rows(text, rows, at + 2, piped=text[span.start + body] == "|")
                found.append(RawTable(header, under, Span(span.start, rows[read].end), tuple(name for _, name in titles)))
    return found


def _headers(text: str) -> Iterator[tuple[Cell, ...]]:
    """The rows above lines that could be delimiter rows.  Most files have no table, and this is quickly seen."""
    at = 0 if any(gate.search(text) for gate in _GATES) else len(text)
    while gate := _GATE.search(text, at):
        start = max(at, text.rfind("\n", at, gate.start()) + 1, text.rfind("\r", at, gate.start()) + 1)
        at = _LINE_END.search(text, gate.end()).start()  # type: ignore[union-attr]  # there is always an end
        if start and _DELIMITER.fullmatch(text, _body(text, Span(start, at)), at):
            end = start - (2 if text.endswith("\r\n", 0, start) else 1)
            low = max(0, end - _LONGEST)
            above = Span(max(low, text.rfind("\n", low, end) + 1, text.rfind("\r", low, end) + 1), end)
            yield _cells(text, _body(text, above), end)


def _body(text: str, line: Span) -> int:
    """Where a line begins behind its indentation and quote marks."""
    return _CONTAINER.match(text, line.start, line.end).end()  # type: ignore[union-attr]  # it matches nothing, too


def _structure(text: str, rows: list[Span]) -> Iterator[tuple[int, int]]:
    """(index, offset of the body in the line) of each line that can be a title or the header of a table."""
    fence = ""
    comment = in_list = False
    matter = bool(rows) and text[rows[0].start : rows[0].end].rstrip() == "---"
    for at, span in enumerate(rows):
        line = text[span.start : span.end]
        if matter:
            matter = not at or line.rstrip() not in ("---", "...")
            continue
        if comment:
            comment = "-->" not in line
            continue
        if not line or line.isspace():
            continue
        body = _body(text, span) - span.start
        mark = _FENCE.match(line, body)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        elif "<!--" in line:
            comment = "-->" not in line[line.rindex("<!--") :]
        elif not (line[:4].isspace() or line[0] == "\t"):
            in_list = bool(_LIST.match(line, body)) or (in_list and body > 0)
            yield at, body
        elif in_list:
            yield at, body


def _rows(text: str, rows: list[Span], at: int, *, piped: bool) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """The rows from line `at` on, and the last line of the table."""
    found = []
    while at < len(rows):
        start, end = _body(text, rows[at]), rows[at].end
        # A line without the header's leading pipe is prose that follows without a blank line.
        if not text.startswith("|", start, end) if piped else not _PIPE.search(text, start, end) or _ATX.match(text, start, end):
            break
        found.append(_cells(text, start, end))
        at += 1
    return tuple(found), at - 1


def _enter(titles: list[tuple[int, str]], level: int, title: str) -> None:
    while titles and titles[-1][0] >= level:
        titles.pop()
    titles.append((level, title))


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """The cells of the row text[start:end]; a leading and a closing pipe bound no cell of their own."""
    line = text[start:end]
    parts = _PIPE.split(line) if "\\" in line else line.split("|")
    if line.startswith("|"):
        parts.pop(0)
        start += 1
    if len(parts) > 1 and (not parts[-1] or parts[-1].isspace()):
        parts.pop()
    cells = []
    for part in parts:
        kept = part.strip()
        first = start + (part.index(kept) if kept else 0)
        cells.append(Cell(clean(kept), Span(first, first + len(kept))))
        start += len(part) + 1
    return tuple(cells)


_MARKUP = lazy(r"[\\`*_~\[<&]")
_FOOTNOTE = lazy(r"\[\^[^\]\s]{1,80}\]")
_HTML = frozenset(
    "a abbr b bdi bdo big br cite code del dfn em font i img input ins kbd label mark nobr p q rp rt ruby s samp small span "
    "strike strong sub sup tt u var wbr".split()
)
_TAG = lazy(r"</?([A-Za-z][A-Za-z0-9-]*)")


def clean(raw: str) -> str:
    """The text of one cell or title without its inline markup.  `<command>` and other unknown tags are text."""
    if not _MARKUP.search(raw):
        return raw
    from pyromark import Options, events_with_range

    # As a table cell nothing is block syntax, and an escaped pipe is one.
    kept = _FOOTNOTE.sub("", raw)
    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH
    return "".join(_pieces(events_with_range(f"|x|\n|-|\n|{kept}|", options=options)))[1:].strip()


def _pieces(events: Iterable[tuple[Any, Any]]) -> Iterable[str]:
    struck = 0
    for event, _ in events:
        if not isinstance(event, dict):
            continue
        if event.get("Start") == "Strikethrough":
            struck += 1
        elif event.get("End") == "Strikethrough":
            struck -= 1
        elif not struck and "Text" in event:
            yield event["Text"]
        elif not struck and "Code" in event:
            yield event["Code"]
        elif not struck and "InlineHtml" in event:
            tag = _TAG.match(event["InlineHtml"])
            name = tag[1].lower() if tag else ""
            if name == "br":
                yield "；"
            elif tag and name not in _HTML:
                yield event["InlineHtml"]
