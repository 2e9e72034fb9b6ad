"""What is seen in one document before anything is judged.  Facts depend on the document, its source and the glossary alone."""

from __future__ import annotations

from linter.align.model import Alignment, Pair
from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.judge.model import Reason
from linter.records import NamedTuple
from linter.scan.glosses import Gloss
from linter.scan.hits import Scanner


class Occurrence(NamedTuple):
    """A source term in a source passage: visible offsets of the source document's text."""

    entry: int
    start: int
    end: int
    passage: int
    surface: str


class Place(NamedTuple):
    """Visible offsets of the target document's text."""

    start: int
    end: int


class PairFacts(NamedTuple):
    """One pair, scanned.  Dictionaries are keyed by the entry's number in `Facts.scanner.entries`."""

    pair: Pair
    occurrences: dict[int, list[Occurrence]]  # to be judged
    innocent: list[tuple[Occurrence, Reason]]  # recognised and left out, with the reason
    accepted: dict[int, list[Place]]
    deprecated: dict[int, list[Place]]
    english: dict[int, list[Place]]  # source forms left in the Chinese


class Loose(NamedTuple):
    """A hit in a Chinese text without a source."""

    entry: int
    role: int  # of linter.scan.lexicon
    form: str
    place: Place


class Aside(NamedTuple):
    """Something that claims no text and may count all the same, see `linter.scan.beside`."""

    entry: int  # below -1: a literal of a user's rule, see `linter.scan.lexicon.literal_number`
    role: int
    form: str
    start: int
    end: int
    passage: int
    shared: bool = False  # a term or another row's rendering stands at the very place


class Facts(NamedTuple):
    document: Document
    source: Document | None  # the same object as `document` where one file holds both languages
    scanner: Scanner
    alignment: Alignment | None
    pairs: tuple[PairFacts, ...]
    glosses: tuple[Gloss, ...]
    loose: tuple[Loose, ...]  # only where there is no source
    script: str
    met: frozenset[int] = frozenset()  # entries of which anything was found in either document, prose all of it
    asides: tuple[Aside, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.scanner.entries
