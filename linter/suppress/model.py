"""What a suppression is: a directive with its items, where it stands, and what it was used for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.records import NamedTuple
from linter.source import Source

Kind = Literal["disable-line", "disable-next-line", "disable", "enable", "disable-file"]
KINDS: tuple[Kind, ...] = ("disable-line", "disable-next-line", "disable", "enable", "disable-file")


class Sheet(NamedTuple):
    """A text that may hold directives: a document, or a glossary file (`document` is None).

    entries  the rows in force for it, by which terms are known
    paired   whether the document was judged together with its source
    """

    source: Source
    document: Document | None = None
    entries: Sequence[Entry] = ()
    paired: bool = False


class Run(NamedTuple):
    """How much a run has seen; what it had no chance to find is not missing.

    whole     every file of the project was checked
    evidence  every file of the project counts as evidence
    sources   a document without a source has none anywhere
    glossary  the project's glossary is in force, if there is one
    """

    whole: bool = False
    evidence: bool = False
    sources: bool = True
    glossary: bool = True


class Comment(NamedTuple):
    """A comment that speaks to glosslint: [start, end) with its marks, [inner, stop) without; offsets of the file.

    style  how it is written: "html", "mdx", "line" (it has a line of its own), "tail" (it ends a line), "po"
    """

    start: int
    end: int
    inner: int
    stop: int
    style: str


class Item(NamedTuple):
    """What a directive names: a rule's name or code, the beginning of codes or "all", and terms (none: every term)."""

    word: str
    terms: tuple[str, ...]
    start: int
    end: int


class Directive(NamedTuple):
    """One directive.  Without items it means every rule and term.

    kind       one of KINDS; another word where `known` is False
    start, end the range that stands for it in a report; what is removed with it is wider
    cut        the ranges to be deleted when the whole directive goes
    only       the lines that it is about (first, last) where its format says so (the entry of a catalogue), else None
    idle       it belongs to something that is not checked at all (an obsolete entry), and so is never unused
    """

    kind: str
    known: bool
    items: tuple[Item, ...]
    reason: str
    start: int
    end: int
    cut: tuple[tuple[int, int], ...]
    style: str
    only: tuple[int, int] | None = None
    idle: bool = False
