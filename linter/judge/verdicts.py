"""judge: Facts and the run's evidence -> one verdict per source occurrence, and how every row fares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linter.judge.facts import Facts
from linter.judge.making import text_at, verdict_without_source
from linter.judge.model import Concept, Reason, Standing, Verdict
from linter.judge.standings import standings
from linter.judge.untranslated import english_grade, left_in_english
from linter.records import NamedTuple
from linter.scan.lexicon import ACCEPTED, DEPRECATED

if TYPE_CHECKING:  # what judges pairs and glosses is imported where there are some
    from linter.judge.inference import Bench


class Judged(NamedTuple):
    verdicts: tuple[Verdict, ...]
    standings: dict[Concept, Standing]


def judge(all_facts: Sequence[Facts]) -> Judged:
    """Verdicts in the order of the documents given; standings by concept over all of them."""
    bench = _bench(all_facts)
    verdicts = [verdict for facts in all_facts for verdict in _judge_document(facts, bench)]
    return Judged(tuple(verdicts), standings(verdicts))


def _bench(all_facts: Sequence[Facts]) -> Bench | None:
    if not any(facts.pairs for facts in all_facts):
        return None
    from linter.judge.corpus import Corpus
    from linter.judge.inference import Bench

    return Bench(Corpus(all_facts))


def _judge_document(facts: Facts, bench: Bench | None) -> Iterator[Verdict]:
    if facts.pairs or facts.glosses:
        yield from _with_evidence(facts, bench)
    for hit in facts.loose:
        entry = facts.entries[hit.entry]
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

        yield from variants_alone(facts)


def _with_evidence(facts: Facts, bench: Bench | None) -> Iterator[Verdict]:
    """Verdicts on occurrences in pairs, then on glosses of rows that do not occur in theirs."""
    from linter.judge.glossing import contradictions, reason_of

    against = contradictions(facts)
    claimed: frozenset[tuple[int, int]] = frozenset()
    if bench is not None and facts.pairs:
        from linter.judge.terms import judge_pairs, occurring

        yield from judge_pairs(facts, against, bench)
        claimed = occurring(facts)
    for found in against:
        if (found.gloss.passage, found.entry) not in claimed:
            yield verdict_without_source(facts, found.entry, found.place, "gloss-mismatch", found.grade, reason_of(facts, found))
