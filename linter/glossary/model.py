"""The glossary in force: entries as read from tables, CSV and YAML."""

from __future__ import annotations

from linter.finding import Fact, Place
from linter.records import NamedTuple
from linter.source import Source


class Entry(NamedTuple):
    """One row.  Tuples are ordered as written; every text is NFC, without markup, trimmed.

    preferred   what is suggested; None where the row keeps the English or is undecided
    admitted    other renderings that are right
    tolerated   other plausible readings of the cell (with its optional affix, the text of a parenthesis): they silence, and are
                never suggested
    deprecated  wrong wherever the term is meant
    unless      protected compounds of either language: nothing inside them counts
    keep        the term stays in English
    pos         "noun", "verb", "adjective", "name" or ""
    case        "exact", "first-letter" or "" (by the shape of each form)
    when        context words of which one must be near; an entry with any only warns
    contextual  the row itself says that the context decides between renderings; such an entry only warns
    undecided   the target cell is empty or a dash: nothing is expected, nothing is reported
    domain      the title above the table or list, where it names a domain (前端领域): rows of different domains do not contradict
    regional    renderings of the other columns where a table has one for each script or region: wrong in this text
    locales     where a table has a column for each script or region, the row as each of them has it: ("zh-Hant-TW", entry)
    """

    source: tuple[str, ...]
    place: Place  # of the row (a table row, a CSV record, a YAML entry)
    preferred: str | None = None
    admitted: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    keep: bool = False
    pos: str = ""
    case: str = ""
    status: str = "approved"  # or "proposed"
    when: tuple[str, ...] = ()
    note: str = ""
    undecided: bool = False
    contextual: bool = False
    locales: tuple[tuple[str, Entry], ...] = ()
    domain: str = ""
    regional: tuple[str, ...] = ()

    @property
    def term(self) -> str:
        """The name of the row: its first source form."""
        return self.source[0] if self.source else ""

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every rendering that is right, the preferred one first."""
        head = () if self.preferred is None else (self.preferred,)
        return (*head, *self.admitted, *self.tolerated)

    @property
    def expected(self) -> tuple[str, ...]:
        """What a finding suggests: the preferred rendering, then the admitted ones; the term itself where it is kept."""
        head = () if self.preferred is None else (self.preferred,)
        return (*head, *self.admitted) or (self.source[:1] if self.keep else ())


class Glossary(NamedTuple):
    """Entries of one or several sources, in order, and what is wrong with their rows."""

    entries: tuple[Entry, ...] = ()
    facts: tuple[Fact, ...] = ()
    paths: tuple[str, ...] = ()  # the files (or documents) it was read from
    sources: tuple[Source, ...] = ()  # their texts, which findings at rows quote
    notes: tuple[str, ...] = ()  # what was left out because it is no row, for verbose output
