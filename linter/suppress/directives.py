"""All directives of a text."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from linter.source import Source
from linter.suppress.comments import comments, mentions
from linter.suppress.grammar import parse
from linter.suppress.matter import in_front_matter
from linter.suppress.model import Comment, Directive, Sheet
from linter.syntax.po import Catalogue, Unit, scan

_BLANK = " \t"
_ENTRY = {"disable-line": "disable", "disable-next-line": "disable"}  # in a catalogue each of them means the entry


def directives(sheet: Sheet) -> list[Directive]:
    """In the order of the text.  Comments that speak of glosslint and not to it are left out."""
    if not mentions(sheet.source.text):
        return []
    source = sheet.source
    found = in_front_matter(sheet.document) if sheet.document is not None else []
    catalogue: Catalogue | None = None
    for comment in comments(source, sheet.document):
        parsed = parse(source.text, comment.inner, comment.stop)
        if parsed is None:
            continue
        only, idle, kind = None, False, parsed.kind
        if comment.style == "po":
            kind = _ENTRY.get(kind, kind)
            if kind == "disable":
                catalogue = catalogue or scan(source.text)
                only, idle = _entry(source, catalogue, comment)
        cut = (_cut(source.text, comment),)
        found.append(
            Directive(kind, parsed.known, parsed.items, parsed.reason, comment.start, comment.end, cut, comment.style, only, idle)
        )
    return found


def _cut(text: str, comment: Comment) -> tuple[int, int]:
    """What goes with a comment: its line where there is nothing else in it, else the blanks that it leaves behind."""
    start, end = comment.start, comment.end
    while start and text[start - 1] in _BLANK:
        start -= 1
    while end < len(text) and text[end] in _BLANK:
        end += 1
    closes = end == len(text) or text[end] in "\r\n"
    if closes and (not start or text[start - 1] in "\r\n"):
        if text.startswith("\r\n", end):
            return start, end + 2
        return start, min(end + 1, len(text))
    if closes:
        return start, end
    return (start, comment.end) if end > comment.end else (comment.start, comment.end)


def _entry(source: Source, catalogue: Catalogue, comment: Comment) -> tuple[tuple[int, int], bool]:
    """The lines of the entry that a comment of a catalogue stands above; and whether that entry is not checked at all."""
    here = source.line_of(comment.start)
    units = catalogue.units
    at = bisect_left(units, comment.end, key=_start)
    unit: Unit | None = units[at] if at < len(units) else None
    if unit is None or not _only_comments(source.text[comment.end : unit.start]):
        header = catalogue.header
        return (here, here), header is None or comment.start > header.start  # an obsolete entry, or a broken one
    idle = "fuzzy" in unit.flags
    return (here, source.line_of(max(unit.start, unit.msgstr[-1].end - 1))), idle


def _only_comments(text: str) -> bool:
    lines = [line.strip() for line in text.replace("\r", "\n").split("\n")]
    return all(not line or (line.startswith("#") and not line.startswith("#~")) for line in lines)


_start = attrgetter("start")
