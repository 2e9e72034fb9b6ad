"""What glosslint says: findings with exact places.  Units: 1-based lines and columns in code points, ends exclusive."""

from __future__ import annotations

from typing import Literal

from linter.records import NamedTuple
from linter.source import Source

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")  # from the hardest to the softest


class Place(NamedTuple):
    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Row(NamedTuple):
    """The glossary row that a finding speaks of."""

    path: str
    line: int


class Quote(NamedTuple):
    """The source passage of a pair, as clean text, and the place of the occurrence in it (or of the passage).

    `text[start:end]` is the occurrence; start is -1 where none is meant.
    """

    place: Place
    text: str
    start: int = -1
    end: int = -1


class Related(NamedTuple):
    place: Place
    message: str


class Edit(NamedTuple):
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(NamedTuple):
    safety: Literal["safe", "unsafe"]
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    place: Place
    rule: str  # kebab-case name
    code: str  # GL101
    severity: Severity
    message: str
    term: str | None = None  # the row's first source form
    found: str = ""  # exactly the text at the place
    rendering: str | None = None  # the clean Chinese; differs from `found` where markup or a line break lies inside
    expected: tuple[str, ...] = ()
    grade: str | None = None
    evidence: tuple[str, ...] = ()
    glossary: Row | None = None
    source: Quote | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Suppressed(NamedTuple):
    """A finding that something silences: it is counted, and listed only on demand, and the exit code ignores it.

    by      what silences it; where several would, the first of them
    place   where that is written, or None
    reason  as written there
    """

    finding: Finding
    by: Literal["comment", "decision", "baseline", "configuration"]
    place: Place | None = None
    reason: str = ""


class Fact(NamedTuple):
    """Something seen that is no verdict on an occurrence: a glossary row, an unreadable file.

    `reports` is the name that a rule file's `reports:` gives; `values` fill the rule's message.
    """

    reports: str
    place: Place
    values: dict[str, str]
    found: str = ""
    term: str | None = None
    related: tuple[tuple[Place, str], ...] = ()  # place and the key of a rule's related message
    row: Row | None = None
    fix: Fix | None = None


def place_of(source: Source, start: int, end: int) -> Place:
    """Offsets (code points, end exclusive) -> Place."""
    first, last = source.position(start), source.position(end)
    return Place(source.path, first.line, first.column, last.line, last.column)
