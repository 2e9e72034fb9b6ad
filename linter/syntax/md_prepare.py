"""Markdown as site generators extend it, made CommonMark of the same length before the parser sees it.

Template marks, expressions and formulas become MASK characters; what holds a container or a directive becomes blanks, a heading
(its title) or a list item (an indented body); so the parser finds the prose inside as the generator does.  No character moves,
and afterwards every visible character that was changed is put back: where the parser did not take the mark for what we took
it (inside an HTML block, say), the text is read as it was written.
"""

from __future__ import annotations

from bisect import bisect_right

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax.blocks import Block, Run, Structure
from linter.syntax.md_containers import Definition, containers
from linter.syntax.md_edits import Range, splice
from linter.syntax.md_templates import templates
from linter.syntax.spans import MASK, Span

_CRLF = lazy(r"\r\n")
_MASKED = lazy(f"{MASK}+")


class Prepared(NamedTuple):
    """A text for the parser and what was taken out of it.

    masks    ranges that are MASK characters now, ascending, with their kinds
    literals ranges that are blank now
    headings ranges of headings that are titles of containers, ascending
    titles   blocks that stand in what was taken out
    definitions what may be definitions of links, each with the lines of its title; the parser knows
    """

    text: str
    masks: list[Range]
    literals: list[Range]
    headings: list[Span]
    titles: list[Block]
    definitions: list[Definition]


def prepare(text: str, lines: bool = True, esm: bool = True) -> Prepared | None:
    """The text in CommonMark, or None where it needs no preparation.  `lines`: there may be marks of containers; `esm`:
    there may be modules.
    """
    plain = text.replace("\r\n", " \n")  # line ends of one kind, at the same places
    ready, masks, literals = templates(plain, esm)
    edits, headings, titles, more, definitions = containers(ready, lines)
    if ready == plain and not (edits or titles or definitions):
        return None
    masks.sort()
    done = splice(ready, sorted(edits))
    if plain is not text:
        done = splice(done, [(end.start(), end.start() + 1, "\r") for end in _CRLF.finditer(text)])
    return Prepared(done, masks, literals + more, headings, titles, definitions)


def restore(structure: Structure, text: str, prepared: Prepared) -> None:
    """Put back what stands in `text`, and enter what was taken out of it.  The blocks are in no order afterwards."""
    shown: list[Range] = []
    taken = [(comment.start, comment.end - 3, "") for comment in structure.comments]
    for block in structure.blocks:
        for line in block.lines:
            for index, (run, start, width) in enumerate(line):
                if len(run) == width:
                    taken.append((start, start + width, ""))
                    if not text.startswith(run, start):
                        line[index] = _original(run, start, text, prepared.masks, shown)
        if block.kind == "heading" and _within(prepared.headings, block.start):
            block.kind, block.level = "title", 0
    taken.sort()
    structure.blocks.extend(title for title in prepared.titles if not _covered(taken, title.start))
    # What the parser found to be text or code is no mark of ours, and no definition of a link.
    taken = sorted(taken + structure.literals)
    structure.literals.extend(shown)
    structure.literals.extend(new for new in prepared.literals if not _covered(taken, new[0]))
    for literal, lines in prepared.definitions:
        if not _covered(taken, literal[0]):
            structure.literals.append(literal)
            if lines:
                structure.blocks.append(Block("title", lines))


def _original(run: str, start: int, text: str, masks: list[Range], shown: list[Range]) -> Run:
    """A run with the characters that the file has; masked ranges stay, and are listed in `shown`."""
    kept: list[str] = []
    at = 0
    for masked in _MASKED.finditer(run):
        first, last = masked.span()
        if text.startswith(masked[0], start + first):  # the file itself has such characters
            continue
        kept += (text[start + at : start + first], masked[0])
        at = last
        # Marks that touch each other are one run of MASK characters.
        index = bisect_right(masks, (start + first, 1 << 62, "")) - 1
        while 0 <= index < len(masks) and masks[index][0] < start + last:
            begin, end, kind = masks[index]
            begin, end = max(begin, start + first), min(end, start + last)
            if begin < end:
                shown.append((begin, end, kind))
            index += 1
    kept.append(text[start + at : start + len(run)])
    return "".join(kept), start, len(run)


def _within(ranges: list[Span], place: int) -> bool:
    index = bisect_right(ranges, place, key=_start) - 1
    return index >= 0 and place < ranges[index].end


def _start(span: Span) -> int:
    return span.start


def _covered(ranges: list[Range], place: int) -> bool:
    """Whether a place is in one of the ranges, which ascend; some stand in others, which are not many at one place."""
    index = bisect_right(ranges, (place, 1 << 62, ""))
    return any(start <= place < end for start, end, _ in ranges[max(0, index - 8) : index])
