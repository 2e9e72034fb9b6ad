"""How verdicts are made from places: the few shapes that every step of the judging shares."""

from __future__ import annotations

from linter.judge.facts import Facts, Occurrence, PairFacts, Place
from linter.judge.model import Grade, Reason, Relation, Verdict
from linter.scan.fold import without_invisible


def text_at(facts: Facts, place: Place) -> str:
    """The visible Chinese of a place."""
    return without_invisible(facts.document.text[place.start : place.end])


def verdict_on(
    facts: Facts,
    seen: PairFacts,
    occurrence: Occurrence,
    relation: Relation,
    place: Place | None,
    grade: Grade | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Verdict:
    """A verdict on one source occurrence; without a place it stands at the start of the target passage."""
    start = end = facts.document.passages[seen.pair.target[0]].start
    if place is not None:
        start, end = place
    return Verdict(
        relation,
        facts.entries[occurrence.entry],
        facts.document,
        start,
        end,
        without_invisible(facts.document.text[start:end]).replace("\n", ""),
        grade,
        reasons,
        seen.pair.posterior,
        facts.source,
        seen.pair.source,
        occurrence.start,
        occurrence.end,
    )


def verdict_without_source(facts: Facts, number: int, place: Place, relation: Relation, grade: Grade, reason: Reason) -> Verdict:
    """A verdict on the Chinese alone."""
    return Verdict(relation, facts.entries[number], facts.document, *place, text_at(facts, place), grade, (reason,))
