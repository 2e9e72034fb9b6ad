"""judge: Facts and the run's evidence -> one verdict per source occurrence, and how every row fares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from linter.judge.facts import Facts
from linter.judge.making import text_at, verdict_without_source
from linter.judge.model import Concept, Reason, Standing, Verdict, concept_of
from linter.judge.standings import standings
from linter.judge.untranslated import english_grade, left_in_english
from linter.records import NamedTuple
from linter.scan.lexicon import ACCEPTED, DEPRECATED

if TYPE_CHECKING:  # what judges pairs and glosses is imported where there are some
    from linter.judge.inference import Bench


class Judged(NamedTuple):
    verdicts: tuple[Verdict, ...]
    standings: dict[Concept, Standing]


def judge(all_facts: Sequence[Facts], shown: Collection[str] | None = None) -> Judged:
    """Verdicts in the order of the documents given; standings by concept over all of them.

    `shown`: the paths of the documents whose verdicts are wanted, where these are not all.  Every document is evidence all the
    same; of the others only the verdicts on those rows are given that a graded verdict of the wanted ones is about, since that is
    all that their standings need.
    """
    bench = _bench(all_facts)
    if shown is None:
        verdicts = [verdict for facts in all_facts for verdict in _judge_document(facts, bench)]
        return Judged(tuple(verdicts), standings(verdicts))
    wanted = {id(facts): list(_judge_document(facts, bench)) for facts in all_facts if facts.document.source.path in shown}
    about = frozenset(concept_of(verdict.entry) for found in wanted.values() for verdict in found if verdict.grade)
    verdicts = []
    for facts in all_facts:
        found = wanted.get(id(facts))
        verdicts += _judge_document(facts, bench, about) if found is None and about else found or ()
    return Judged(tuple(verdicts), {concept: standing for concept, standing in standings(verdicts).items() if concept in about})


def _bench(all_facts: Sequence[Facts]) -> Bench | None:
    if not any(facts.pairs for facts in all_facts):
        return None
    from linter.judge.corpus import Corpus
    from linter.judge.inference import Bench

    return Bench(Corpus(all_facts))


def _judge_document(facts: Facts, bench: Bench | None, about: Collection[Concept] | None = None) -> Iterator[Verdict]:
    """The verdicts of one document; `about`: only those on these rows."""
    if facts.pairs or facts.glosses:
        yield from _with_evidence(facts, bench, about)
    for hit in facts.loose:
        entry = facts.entries[hit.entry]
        if about is not None and concept_of(entry) not in about:
            continue
        written = {"rendering": text_at(facts, hit.place), "expected": hit.form}
        if hit.role == DEPRECATED:
            yield verdict_without_source(facts, hit.entry, hit.place, "declared-variant", "declared", Reason("declared", written))
        elif hit.role == ACCEPTED:
            yield verdict_without_source(facts, hit.entry, hit.place, "script-variant", "script", Reason("script", written))
        elif not (entry.keep or entry.undecided) and entry.preferred and left_in_english(facts.document, hit.place):
            grade = english_grade(written["rendering"], facts.document.format)
            yield verdict_without_source(facts, hit.entry, hit.place, "left-in-english", grade, Reason("english", written))
    if facts.asides and facts.alignment is None:
        from linter.judge.variants import variants_alone

        yield from (v for v in variants_alone(facts) if about is None or concept_of(v.entry) in about)


def _with_evidence(facts: Facts, bench: Bench | None, about: Collection[Concept] | None) -> Iterator[Verdict]:
    """Verdicts on occurrences in pairs, then on glosses of rows that do not occur in theirs."""
    from linter.judge.glossing import contradictions, reason_of

    against = contradictions(facts)
    claimed: frozenset[tuple[int, int]] = frozenset()
    if bench is not None and facts.pairs:
        from linter.judge.terms import judge_pairs, occurring

        yield from judge_pairs(facts, against, bench, about)
        claimed = occurring(facts)
    for found in against:
        if about is not None and concept_of(facts.entries[found.entry]) not in about:
            continue
        if (found.gloss.passage, found.entry) not in claimed:
            yield verdict_without_source(facts, found.entry, found.place, "gloss-mismatch", found.grade, reason_of(facts, found))
