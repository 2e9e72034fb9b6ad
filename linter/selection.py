"""Only some rows of the glossary: which ones a word stands in, and which findings are about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.errors import UsageError
from linter.finding import Finding
from linter.glossary.model import Entry
from linter.judge.facts import Facts
from linter.records import NamedTuple
from linter.scan.fold import fold
from linter.suggest import did_you_mean

_UNREADABLE = "unreadable-input"  # what could not be read may have been about any row
_SHARED = 0.5  # of the letters of a mistyped term, those that a suggestion has


def entries_of(all_facts: Iterable[Facts]) -> list[Entry]:
    """The entries in force in some documents, each once."""
    scanners = {id(facts.scanner): facts.scanner for facts in all_facts}.values()  # most documents share one
    return list({id(entry): entry for scanner in scanners for entry in scanner.entries}.values())


class Rows(NamedTuple):
    """Rows by their places (path, line), and their English forms as `key` has them."""

    places: frozenset[tuple[str, int]]
    forms: frozenset[str]


def key(text: str) -> str:
    """A term as far as its case, its width, its script and the spaces around it do not matter."""
    return fold(text.strip()).strip()


def rows_of(terms: Sequence[str], entries: Iterable[Entry]) -> Rows:
    """The rows that each of `terms` is a form of, on either side.  Raises UsageError for a term that no row has."""
    chosen = chosen_entries(terms, entries)
    places = frozenset((entry.place.path, entry.place.line) for entry in chosen)
    return Rows(places, frozenset(key(form) for entry in chosen for form in entry.source))


def chosen_entries(terms: Sequence[str], entries: Iterable[Entry]) -> list[Entry]:
    """The entries that each of `terms` is a form of, in order.  Raises UsageError."""
    entries = list(entries)
    wanted = {key(term): term for term in terms}
    met: set[str] = set()
    chosen = []
    for entry in entries:
        here = wanted.keys() & {key(form) for form in forms_of(entry)}
        if here:
            met |= here
            chosen.append(entry)
    for name, term in wanted.items():
        if name not in met:
            near = [form for entry in entries for form in forms_of(entry) if _alike(name, key(form))]
            raise UsageError(f"no glossary row has the term {term!r}{did_you_mean(term, near)}")
    return chosen


def forms_of(entry: Entry) -> tuple[str, ...]:
    """Every form that a row writes, right or wrong, in every locale."""
    locales = [form for _, other in entry.locales for form in (*other.accepted, *other.deprecated)]
    return (*entry.source, *entry.accepted, *entry.deprecated, *locales)


def about(findings: Iterable[Finding], rows: Rows) -> tuple[Finding, ...]:
    """The findings about rows: in the text, and at the rows themselves; and what could not be read."""
    return tuple(finding for finding in findings if finding.rule == _UNREADABLE or _is_about(finding, rows))


def _is_about(finding: Finding, rows: Rows) -> bool:
    if finding.glossary is not None:
        return (finding.glossary.path, finding.glossary.line) in rows.places
    if finding.term is not None and key(finding.term) in rows.forms:
        return True
    places = (finding.place, *(related.place for related in finding.related))
    return any((place.path, place.line) in rows.places for place in places)


def _alike(one: str, other: str) -> bool:
    """Cheaply, whether a comparison letter by letter is worth its time: glossaries have up to a hundred thousand forms."""
    shared = set(one) & set(other)
    return abs(len(one) - len(other)) <= max(2, len(one) // 2) and len(shared) >= _SHARED * len(set(one))
