"""Ranges of a text: what every reader speaks in."""

from __future__ import annotations

from linter.patterns import lazy
from linter.records import NamedTuple

MASK = "\ufffc"  # stands in visible text for anything that is not prose

_LINE_END = lazy(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A range of a Source's text: code point offsets, end exclusive."""

    start: int
    end: int


def lines(text: str) -> list[Span]:
    """The lines of a text without their ends.  Lines end at "\\n", "\\r\\n" or "\\r" and at nothing else."""
    found, start = [], 0
    for end in _LINE_END.finditer(text):
        found.append(Span(start, end.start()))
        start = end.end()
    found.append(Span(start, len(text)))
    return found
