"""What is wrong with the rows of a glossary as a whole: the same term twice, two translations, two tables that differ.

Everything here speaks of entries; what is wrong inside a cell is told when it is read (`rows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.finding import Fact, Place
from linter.glossary.model import Entry
from linter.source import Source

MOST = 16  # rows of one term, and tables with one term, that a row or table is compared with
SHOWN = "、"  # between the renderings of a row in a message


def settle(entries: Sequence[Entry]) -> list[Entry]:
    """Keep the context words of a source cell only where another entry has the same source form with another translation.

    `emit (an event)` alone is *emit* wherever it stands; beside `emit (a value)` the word in brackets tells them apart.
    """
    if not any(entry.when for entry in entries):
        return list(entries)
    by_form: dict[str, set[tuple[str, ...]]] = {}
    for entry in entries:
        for form in entry.source:
            by_form.setdefault(form, set()).add((*entry.accepted, str(entry.keep)))
    return [
        entry._replace(when=()) if entry.when and all(len(by_form[form]) == 1 for form in entry.source) else entry
        for entry in entries
    ]


def lint(tables: Sequence[Sequence[Entry]], sources: Sequence[Source], files: bool = False) -> tuple[list[Entry], list[Fact]]:
    """Entries in force and facts about them.  `tables`: the entries of each table, `sources`: the texts they stand in.

    A row that repeats another one of the same table is reported; one that repeats a row of another table is merged silently.
    `files`: the tables are whole glossaries, each linted already, so that only what stands between them is told.
    """
    texts = {source.path: source for source in sources}
    twins = _twins(tables) if len(tables) > 1 and not files else {}
    entries: list[Entry] = []
    facts: list[Fact] = []
    by_form: dict[str, list[int]] = {}
    table_of: list[int] = []
    for at, table in enumerate(tables):
        for entry in table:
            others: dict[int, None] = {}
            for form in entry.source:
                if form in by_form:
                    others.update(dict.fromkeys(by_form[form]))
            if others:
                near = [(entries[index], table_of[index]) for index in others if not (files and table_of[index] == at)]
                repeated = next((pair for pair in near if _equal(entry, pair[0])), None)
                if repeated:
                    if repeated[1] == at:
                        facts.append(_fact("glossary-duplicate", entry, repeated[0], texts))
                    continue
                facts += _beside(entry, at, near, twins, texts)
            for form in entry.source:
                rows = by_form.setdefault(form, [])
                if len(rows) < MOST:
                    rows.append(len(entries))
            entries.append(entry)
            table_of.append(at)
    facts += _ambiguous(entries, texts)
    for later, first in twins.items():
        facts += _missing(tables[first], tables[later], texts)
        facts += _missing(tables[later], tables[first], texts)
    facts.sort(key=lambda fact: (fact.place, fact.reports))
    return entries, facts


def _beside(
    entry: Entry, at: int, near: Sequence[tuple[Entry, int]], twins: dict[int, int], texts: dict[str, Source]
) -> Iterable[Fact]:
    """The fact, if any, about a row and the first one above that it does not go with."""
    for other, table in near:
        twin = twins.get(at) == table or twins.get(table) == at
        name = _relation(entry, other, table == at, twin)
        if name:
            return [_fact(name, entry, other, texts, why="different-row" if twin else "")]
    return []


def _relation(entry: Entry, other: Entry, same_table: bool, twin: bool) -> str:
    """The name of the fact about two rows that share a source form, or ""."""
    if entry.undecided or other.undecided or _told_apart(entry, other, twin):
        return ""
    if entry.preferred == other.preferred and entry.keep == other.keep:
        if twin and entry.term == other.term and set(entry.admitted) != set(other.admitted):
            return "glossary-tables-differ"
        return "glossary-duplicate" if same_table and entry.term == other.term else ""
    if twin:
        return "glossary-tables-differ"
    if _right(entry) & _right(other):  # one row allows what the other prefers
        return "glossary-duplicate" if same_table and entry.term == other.term else ""
    return "glossary-conflict"


def _told_apart(entry: Entry, other: Entry, twin: bool) -> bool:
    """Whether part of speech, case, context or, inside one table, a note says which of two rows holds."""
    if entry.pos != other.pos or entry.case != other.case or entry.when != other.when:
        return True
    if twin:
        return False
    if entry.domain and other.domain and entry.domain != other.domain:
        return True
    if entry.contextual or other.contextual:
        return True
    return bool(entry.note and other.note and entry.note != other.note)


def _right(entry: Entry) -> set[str]:
    return {*entry.accepted, *(entry.source if entry.keep else ())}


def _equal(entry: Entry, other: Entry) -> bool:
    """Whether one row says nothing that the other does not say; notes do not count."""
    return (
        set(entry.source) == set(other.source)
        and entry.accepted == other.accepted
        and entry.keep == other.keep
        and set(entry.deprecated) <= set(other.deprecated)
        and set(entry.unless) <= set(other.unless)
        and (entry.pos, entry.case, entry.when, entry.status) == (other.pos, other.case, other.when, other.status)
        and entry.undecided == other.undecided
    )


def _twins(tables: Sequence[Sequence[Entry]]) -> dict[int, int]:
    """Later table -> earlier table with mostly the same terms: a glossary given twice, for each half of a bilingual document."""
    names = [{entry.term.lower() for entry in table} for table in tables]
    holders: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for later, terms in enumerate(names):
        shared: dict[int, int] = {}
        for term in terms:
            for first in holders.get(term, ()):
                shared[first] = shared.get(first, 0) + 1
            if len(holders.setdefault(term, [])) < MOST:
                holders[term].append(later)
        likely = [
            (count, -first) for first, count in shared.items() if count >= 2 and 2 * count >= max(len(terms), len(names[first]))
        ]
        if likely:
            found[later] = -max(likely)[1]
    return found


def _missing(table: Sequence[Entry], other: Sequence[Entry], texts: dict[str, Source]) -> Iterable[Fact]:
    """Rows of a table whose term the other one does not have."""
    known = {form.lower() for entry in other for form in entry.source}
    for entry in table:
        if not any(form.lower() in known for form in entry.source):
            yield _fact("glossary-tables-differ", entry, None, texts, why="missing-row", beside=other[0].place)


def _ambiguous(entries: Sequence[Entry], texts: dict[str, Source]) -> Iterable[Fact]:
    """Two terms that are not forms of each other, with the same preferred translation."""
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.preferred is None:
            continue
        other = first.setdefault(entry.preferred, entry)
        if other is not entry and not _related(entry, other):
            yield _fact("glossary-ambiguous", entry, other, texts)


def _related(entry: Entry, other: Entry) -> bool:
    """Whether one term is a form, a part or an abbreviation of the other: repo, repository; stdlib, standard library."""
    for one in entry.source:
        for two in other.source:
            low, high = sorted((_letters(one), _letters(two)), key=len)
            if low in high or low.rstrip("s") in high:
                return True
            initials = "".join(word[0] for word in max((one, two), key=len).lower().replace("-", " ").split())
            if low == initials:
                return True
    return False


def _letters(form: str) -> str:
    return "".join(char for char in form.lower() if char.isalnum())


def renderings(entry: Entry) -> str:
    """What a row says, in one line for a message."""
    if entry.keep:
        return SHOWN.join((entry.term, *entry.admitted))
    return SHOWN.join(entry.expected)


def _fact(
    name: str, entry: Entry, other: Entry | None, texts: dict[str, Source], why: str = "", beside: Place | None = None
) -> Fact:
    values = {
        "term": entry.term,
        "found": renderings(entry),
        "expected": renderings(other) if other and name != "glossary-ambiguous" else "",
        "why": why,
    }
    related: tuple[tuple[Place, str], ...] = ()
    if other is not None:
        values["other"] = other.term
        values["line"] = str(other.place.line)
        related = ((other.place, "other-row"),)
    elif beside is not None:
        values["line"] = str(beside.line)
        related = ((beside, "other-table"),)
    return Fact(name, entry.place, values, text_at(texts.get(entry.place.path), entry.place), entry.term, related)


def text_at(source: Source | None, place: Place) -> str:
    """Exactly the text at a place."""
    if source is None:
        return ""
    return source.text[source.offset(place.line, place.column) : source.offset(place.end_line, place.end_column)]
