"""Texts with their translations, as catalogues and files of pairs hold them -> passages that share a group, two by two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from linter.documents.model import Literal, Passage, Segment, Span
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax import rst
from linter.syntax.literal_pairs import has_han, known_commands, quoted_texts
from linter.syntax.literals import Range
from linter.syntax.po_literals import Message, is_usage, manual_literals, masked, message, message_literals, whole

_LETTERS = lazy(r"[A-Za-z]")
_DROPPED = frozenset((rst.MARKUP, rst.TARGET))

Runs = Iterable[tuple[int, int, int]]
"""(start, length, width): `length` code points of a text are `width` code points of the file from `start` on, in order and
without a gap; where the two differ (an escape sequence) the run is opaque."""


class Unit(NamedTuple):
    """A text and its translation, as they read, with the places of their characters; `name` is what the file calls the two."""

    source: str
    source_runs: Runs
    target: str
    target_runs: Runs
    name: str = ""


class Units:
    """What a document needs of its units: parts of the visible text, one for each passage, and the rest that goes with them."""

    __slots__ = ("last", "length", "literals", "parts", "passages", "segments", "start")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.passages: list[Passage] = []
        self.literals: list[Literal] = []
        self.start = self.length = 0  # of the last part, and of everything
        self.last = ""

    def add(self, text: str, runs: Runs, marks: list[Range]) -> None:
        """A text with its literals masked and its markup left out."""
        self.start = at = self.length
        first = len(self.segments)
        append, new = self.segments.append, tuple.__new__  # a catalogue has a segment for each line: this loop is hot
        for start, length, width in runs:
            append(new(Segment, (at, start, length, width)))
            at += length
        self.last = text
        if marks:
            for begin, end, kind in marks:
                if kind != rst.MARKUP:
                    span = new(Span, (self._place(begin + self.start, first)[0], self._place(end - 1 + self.start, first)[1]))
                    self.literals.append(new(Literal, (span, kind)))
            literals = [mark for mark in marks if mark[2] not in _DROPPED]
            self.last = masked(text, literals)
            if len(literals) < len(marks):
                self._keep(first, _between([mark for mark in marks if mark[2] in _DROPPED], len(text)))
        self.length = self.start + len(self.last)

    def close(self, group: int, side: str, lang: str, name: str) -> None:
        """The text that was added is a passage."""
        self.passages.append(Passage("unit", lang, self.start, self.length, label=name, group=group, side=side))
        self.parts.append(self.last)
        self.length += 1  # the line break between passages

    def _keep(self, index: int, kept: list[tuple[int, int]]) -> None:
        """Of the last text and its segments (from `index` on), only the ranges that are kept."""
        whole = self.segments[index:]
        del self.segments[index:]
        at = base = self.start
        index = 0
        for first, last in kept:
            while first < last:
                visible, start, length, width = whole[index]
                stop = min(last, visible - base + length)
                if stop > first:
                    shift, size = first + base - visible, stop - first
                    opaque = length != width
                    self.segments.append(Segment(at, start if opaque else start + shift, size, width if opaque else size))
                    at += size
                    first = stop
                index += stop == visible - base + length
        self.last = "".join([self.last[first:last] for first, last in kept])

    def _place(self, visible: int, first: int) -> tuple[int, int]:
        """Where one code point stands in the file; `first` is the first segment that may hold it."""
        seen, start, length, width = self.segments[bisect_right(self.segments, visible, first, key=_visible) - 1]
        return (start, start + width) if length != width else (start + visible - seen, start + visible - seen + 1)


def read_units(texts: Sequence[Unit], manual: bool, chinese: bool = True) -> Units:
    """The passages of texts and translations, kind "unit", sides "source" and "target".

    A target passage has language "zh" where it holds Chinese prose, a source passage "en" where it holds English; both are ""
    where nothing but literals is left.  `manual`: the texts are reStructuredText, else messages of a program or plain prose,
    where both sides together tell what is a literal.  `chinese`: the translations are meant to be Chinese.
    """
    if manual:
        marks = (manual_literals(text.source, text.target) for text in texts)
    else:
        messages = [message(text.source, text.target) for text in texts]
        commands = known_commands(_usages(messages))
        marks = (message_literals(read, commands) for read in messages)
    shown = Units()
    for group, (text, (ours, theirs)) in enumerate(zip(texts, marks, strict=True)):
        if not text.source or not text.target:  # nothing to compare: what there is counts as no prose
            ours, theirs = ([found for found in sides if found[1]] for sides in whole(text.source, text.target))
        shown.add(text.source, text.source_runs, ours)
        shown.close(group, "source", "zh" if has_han(shown.last) else "en" if _LETTERS.search(shown.last) else "", text.name)
        shown.add(text.target, text.target_runs, theirs)
        shown.close(group, "target", "zh" if chinese and has_han(shown.last) else "", text.name)
    return shown


def _usages(messages: list[Message]) -> Iterator[str]:
    for read in messages:
        if is_usage(read):
            yield read.source
        else:
            for _, _, quoted in quoted_texts(read.source):
                yield quoted


def _between(dropped: list[Range], length: int) -> list[tuple[int, int]]:
    """The ranges of a text that remain when others are dropped."""
    kept, at = [], 0
    for start, end, _ in dropped:
        if start > at:
            kept.append((at, start))
        at = end
    if at < length:
        kept.append((at, length))
    return kept


_visible = attrgetter("visible")
