"""PO catalogues as documents: each translated entry gives a source and a target passage that share a group.

Where an entry has plural forms, the first form translates the singular and the others the plural; a language with a single
form (Chinese, mostly) translates the plural, so that a term of both is met once.  Contexts, comments, fuzzy, obsolete and
untranslated entries are no prose.  A glossary in the comments above the header is the catalogue's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from linter.documents.headers import glossaries
from linter.documents.model import Document, Literal, Passage, Segment, Span
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.source import Source
from linter.syntax import rst
from linter.syntax.comment_table import comment_tables
from linter.syntax.literal_pairs import has_han, known_commands, quoted_texts
from linter.syntax.literals import Range
from linter.syntax.po import Catalogue, Strings, is_empty, joined, runs, scan
from linter.syntax.po_literals import Message, is_manual, is_usage, manual_literals, masked, message, message_literals

_LANGUAGE = lazy(r"Language:\s*([A-Za-z]{2,3})")
_CHINESE = frozenset(("zh", "yue", "cmn", "wuu", "nan", "hak", "gan", "lzh"))
_LETTERS = lazy(r"[A-Za-z]")
_DROPPED = frozenset((rst.MARKUP, rst.TARGET))


class _Text(NamedTuple):
    """One string of an entry and its translation, as they read."""

    source: str
    source_strings: Strings
    target: str
    target_strings: Strings


def read_po(source: Source) -> Document:
    """A catalogue -> its passages (kind "unit", sides "source" and "target").  Malformed entries are left out.

    A target passage has language "zh" where the catalogue is Chinese and the passage holds Chinese prose, a source passage
    "en" where it holds English; both are "" where nothing but literals is left.
    """
    catalogue = scan(source.text)
    chinese = _is_chinese(source.text, catalogue)
    texts = list(_translated(source.text, catalogue))
    if is_manual(source.text):
        marks = (manual_literals(text.source, text.target) for text in texts)
    else:
        messages = [message(text.source, text.target) for text in texts]
        commands = known_commands(_usages(messages))
        marks = (message_literals(read, commands) for read in messages)
    shown = _Builder(source.text)
    for group, (text, (ours, theirs)) in enumerate(zip(texts, marks, strict=True)):
        shown.add(text.source, text.source_strings, ours)
        shown.close(group, "source", "zh" if has_han(shown.last) else "en" if _LETTERS.search(shown.last) else "")
        shown.add(text.target, text.target_strings, theirs)
        shown.close(group, "target", "zh" if chinese and has_han(shown.last) else "")
    tables = glossaries(comment_tables(source.text, *catalogue.comments)) if chinese else []
    return Document(source, "po", "\n".join(shown.parts), shown.segments, shown.passages, tables, shown.literals)


def _translated(text: str, catalogue: Catalogue) -> Iterator[_Text]:
    for unit in catalogue.units:
        if "fuzzy" in unit.flags:
            continue
        for form, strings in enumerate(unit.msgstr):
            if is_empty(text, strings):
                continue
            singular = not unit.msgid_plural.end or (form == 0 and len(unit.msgstr) > 1)
            original = unit.msgid if singular else unit.msgid_plural
            yield _Text(joined(text, original), original, joined(text, strings), strings)


def _usages(messages: list[Message]) -> Iterator[str]:
    for read in messages:
        if is_usage(read):
            yield read.source
        else:
            for _, _, quoted in quoted_texts(read.source):
                yield quoted


def _is_chinese(text: str, catalogue: Catalogue) -> bool:
    """Unless the header names another language."""
    strings = catalogue.header.msgstr[0] if catalogue.header and catalogue.header.msgstr else Strings(0, 0)
    named = _LANGUAGE.search(joined(text, strings))
    return named is None or named[1].lower() in _CHINESE


class _Builder:
    """The visible text of a document while it grows: one part for each passage."""

    __slots__ = ("file", "last", "length", "literals", "parts", "passages", "segments", "start")

    def __init__(self, file: str) -> None:
        self.file = file
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.passages: list[Passage] = []
        self.literals: list[Literal] = []
        self.start = self.length = 0  # of the last part, and of everything
        self.last = ""

    def add(self, text: str, strings: Strings, marks: list[Range]) -> None:
        """A text with its literals masked and its markup left out."""
        self.start = at = self.length
        first = len(self.segments)
        append, new = self.segments.append, tuple.__new__  # a catalogue has a segment for each line: this loop is hot
        for start, length, width in runs(self.file, strings):
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

    def close(self, group: int, side: str, lang: str) -> None:
        """The text that was added is a passage."""
        self.passages.append(Passage("unit", lang, self.start, self.length, group=group, side=side))
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
