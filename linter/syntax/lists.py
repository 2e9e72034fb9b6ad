"""Lists by their lines, in Markdown, reStructuredText and plain text alike: bullets with what is nested in them, and bare lines."""

from __future__ import annotations

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax.spans import Span, lines


class Item(NamedTuple):
    """One item with its text as written, continuation lines joined by a space.  `span`: from the text's first to its last character.

    depth   columns in front of the bullet, or of the bare line; what is nested in an item has two more at least
    bullet  False for a line that stands by itself
    block   items of one list share a number
    heading the title above it
    """

    text: str
    span: Span
    depth: int
    bullet: bool
    block: int
    heading: str


LONGEST = 1000  # code points of an item that are kept where it runs on over many lines

_BULLET = lazy(r"([ \t]*)(?:[-*+•·‣◦]|\(?\d{1,4}[.)、])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_TITLE = lazy(r"[ \t]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_RULE = lazy(r"[ \t]*([=\-~^\"'`*+#_.])(?:[ \t]*\1){2,}[ \t]*")
_FENCE = lazy(r"[ \t]*(`{3,}|~{3,})")
_SKIPPED = lazy(r"[ \t]*(?:\||>|<|\.\.[ \t]|\[[^\]]*\]:|:[\w-]+:)")  # tables, quotes, HTML, directives, link targets, fields


def items(text: str) -> list[Item]:
    """Every item of every list of a text, and every bare line.  Front matter, fences, comments and tables have none."""
    found: list[Item] = []
    rows = lines(text)
    heading = fence = ""
    comment = False
    block = blank = 0
    matter = bool(rows) and text[rows[0].start : rows[0].end].rstrip() == "---"
    outermost = 0  # the depth of the block's first item
    last = -1  # the line of the last item, with its continuation
    for at, span in enumerate(rows):
        line = text[span.start : span.end]
        if matter:
            matter = not at or line.rstrip() not in ("---", "...")
            continue
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
            continue
        if mark:
            fence, block = mark[1], block + 1
            continue
        if comment or "<!--" in line:
            comment = "-->" not in line[max(0, line.rfind("<!--")) :]
            block += 1
            continue
        if not line.strip():
            blank += 1
            continue
        title = _TITLE.fullmatch(line)
        if title or _RULE.fullmatch(line):
            if title:
                heading = title[2]
            elif last == at - 1 and found and not found[-1].bullet:  # the line above is underlined
                heading = found.pop().text
            block, blank = block + 1, 0
            continue
        if _SKIPPED.match(line):
            block, blank = block + 1, 0
            continue
        bullet = _BULLET.match(line)
        if not bullet and "|" in line:  # a row of a table
            block += 1
            continue
        start = bullet.end() if bullet else len(line) - len(line.lstrip())
        depth = len((bullet[1] if bullet else line[:start]).expandtabs(4))
        kept = line[start:].rstrip()
        whole = Span(span.start + start, span.start + start + len(kept))
        before = found[-1] if found and found[-1].block == block else None
        if not bullet and before and before.bullet and depth > before.depth:
            joined = f"{before.text} {kept}" if len(before.text) < LONGEST else before.text
            found[-1] = before._replace(text=joined, span=Span(before.span.start, whole.end))
        else:
            if before and (before.bullet != bool(bullet) or (bullet and (blank > 1 or depth + 1 < outermost))):
                block, before = block + 1, None
            if before is None:
                outermost = depth
            found.append(Item(kept, whole, depth, bool(bullet), block, heading))
        last, blank = at, 0
    return found
