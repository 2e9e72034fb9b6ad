"""Glossary rows that no text of a run has: neither the term nor a translation of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.finding import Fact
from linter.glossary.lint import text_at
from linter.glossary.model import Entry, Glossary
from linter.judge.facts import Facts
from linter.scan.lexicon import parts_of


def unused(all_facts: Sequence[Facts], glossary: Glossary) -> list[Fact]:
    """A fact for each row of the project's glossary, and of the documents' own tables, that is met nowhere.

    Another row with the same term stands for it.  An undecided row has nothing to be found by but its term, and one whose
    translation has a gap is never met in a text without a source: neither is told.
    """
    used: set[str] = set()
    for facts in all_facts:
        used.update(form.lower() for number in facts.met for form in facts.entries[number].source)
    sources = {source.path: source for source in glossary.sources}
    sources.update((facts.document.source.path, facts.document.source) for facts in all_facts if facts.document.tables)
    rows = {(*entry.place, entry.term): entry for entry in (*glossary.entries, *_own(all_facts, len(glossary.entries)))}
    return [
        Fact(
            "glossary-unused", entry.place, {"term": entry.term}, text_at(sources.get(entry.place.path), entry.place), entry.term
        )
        for entry in rows.values()
        if not entry.undecided
        and not any(form.lower() in used for form in entry.source)
        and all(len(parts_of(form)) < 2 for form in entry.accepted)
    ]


def _own(all_facts: Sequence[Facts], shared: int) -> Iterable[Entry]:
    """The rows of documents' own tables; `shared` rows of each document are the project's."""
    return (entry for facts in all_facts if facts.document.tables for entry in facts.entries[shared:])
