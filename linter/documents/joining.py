"""Pieces as visible text, and the way from there back to the file."""

from __future__ import annotations

from itertools import pairwise

from linter.documents.language import is_wide
from linter.documents.model import Segment
from linter.documents.pieces import Piece


def joined(piece: Piece) -> str:
    """The visible text of a piece: its lines with a space or nothing between them."""
    if len(piece.texts) == 1:
        return piece.texts[0]
    parts = [piece.texts[0]]
    for above, below in pairwise(piece.texts):
        parts.append(below if _closes_up(above[-1], below[0]) else " " + below)
    return "".join(parts)


def segments(piece: Piece, start: int) -> list[Segment]:
    """The segments of a piece whose visible text begins at `start`: a passage's."""
    found: list[Segment] = []
    n = start  # the visible characters so far
    end = 0  # of what they stand for in the file
    new = tuple.__new__  # a third of the time of Segment(...), of which there are many
    opened, origin = 0, -1  # the exact segment that is still growing: visible start, file start; -1 for none
    above = ""
    for line, below in zip(piece.lines, piece.texts, strict=True):
        if above and not _closes_up(above[-1], below[0]):
            if origin >= 0:
                found.append(new(Segment, (opened, origin, n - opened, n - opened)))
                origin = -1
            found.append(new(Segment, (n, end, 1, max(0, line[0][1] - end))))
            n += 1
        above = below
        for text, at, width in line:
            length = len(text)
            if origin >= 0 and (length != width or at != end):
                found.append(new(Segment, (opened, origin, n - opened, n - opened)))
                origin = -1
            if length != width:
                found.append(new(Segment, (n, at, length, width)))
            elif origin < 0:
                opened, origin = n, at
            n += length
            end = at + width
    if origin >= 0:
        found.append(new(Segment, (opened, origin, n - opened, n - opened)))
    return found


def _closes_up(left: str, right: str) -> bool:
    """Whether a line break between these characters is no space: inside Chinese, and behind a hyphen."""
    if left < "\x80" > right:
        return left == "-" and right.islower()
    if is_wide(left):
        return is_wide(right) or not ("\u4e00" <= left <= "\u9fff")
    return is_wide(right) and not ("\u4e00" <= right <= "\u9fff")
