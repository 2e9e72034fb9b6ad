"""judge: Facts and the run's evidence -> one verdict per source occurrence, and how every row fares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.glossary.model import Entry
from linter.judge.corpus import Concept, Corpus
from linter.judge.facts import Facts, Occurrence, PairFacts, Place
from linter.judge.glossing import Contradiction, contradictions
from linter.judge.inference import Bench, beside, name
from linter.judge.making import text_at, verdict_on, verdict_without_source
from linter.judge.model import Reason, Standing, Verdict
from linter.judge.standings import standings
from linter.judge.untranslated import english_grade, left_in_english, word_left_in_english
from linter.records import NamedTuple
from linter.scan.fold import fold
from linter.scan.lexicon import ACCEPTED, DEPRECATED
from linter.scan.script import foreign_script


class Judged(NamedTuple):
    verdicts: tuple[Verdict, ...]
    standings: dict[Concept, Standing]


def judge(all_facts: Sequence[Facts]) -> Judged:
    """Verdicts in the order of the documents given; standings by concept over all of them."""
    bench = Bench(Corpus(all_facts))
    verdicts = [verdict for facts in all_facts for verdict in _judge_document(facts, bench)]
    return Judged(tuple(verdicts), standings(verdicts))


def _judge_document(facts: Facts, bench: Bench) -> Iterator[Verdict]:
    against = contradictions(facts)
    by_place: dict[tuple[int, int], list[Contradiction]] = {}
    for found in against:
        by_place.setdefault((found.gloss.passage, found.entry), []).append(found)
    claimed: set[Contradiction] = set()
    for seen in facts.pairs:
        for number, occurrences in seen.occurrences.items():
            here = [found for passage in seen.pair.target for found in by_place.get((passage, number), ())]
            claimed.update(here)
            yield from _judge_term(facts, seen, number, occurrences, here, bench)
        for occurrence, reason in seen.innocent:
            yield verdict_on(facts, seen, occurrence, "not-the-term", None, reasons=(reason,))
    for found in against:
        if found not in claimed:
            yield verdict_without_source(
                facts, found.entry, found.place, "gloss-mismatch", found.grade, _gloss_reason(facts, found)
            )
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


def _judge_term(
    facts: Facts, seen: PairFacts, number: int, occurrences: list[Occurrence], against: list[Contradiction], bench: Bench
) -> Iterator[Verdict]:
    entry = facts.entries[number]
    if entry.undecided:
        return
    waiting = list(occurrences)
    for found in against:
        at = waiting.pop(0) if waiting else occurrences[-1]
        yield verdict_on(facts, seen, at, "gloss-mismatch", found.place, found.grade, (_gloss_reason(facts, found),))
    wrong = seen.deprecated.get(number, [])
    right = seen.english.get(number, []) if entry.keep and not entry.preferred else seen.accepted.get(number, [])
    if entry.keep:
        right = sorted({*right, *seen.english.get(number, ())})
    for place in wrong:
        at = waiting.pop(0) if waiting else occurrences[-1]
        yield verdict_on(
            facts, seen, at, "declared-variant", place, "declared", (Reason("declared", {"rendering": text_at(facts, place)}),)
        )
    for place in right:
        if not waiting:
            break
        yield _accepted(facts, seen, waiting.pop(0), entry, place)
    if not waiting:
        return
    if not entry.keep:
        for place in seen.english.get(number, ()):
            if waiting and left_in_english(facts.document, place):
                reason = Reason("english", {"rendering": text_at(facts, place)})
                grade = english_grade(text_at(facts, place), facts.document.format)
                yield verdict_on(facts, seen, waiting.pop(0), "left-in-english", place, grade, (reason,))
    if not waiting:
        return
    if right or wrong:
        yield from beside(facts, seen, entry, waiting, bench)
        for occurrence in waiting:
            counts = {"occurrences": str(len(occurrences)), "renderings": str(len(right) + len(wrong))}
            yield verdict_on(facts, seen, occurrence, "accepted", None, reasons=(Reason("repeat", counts),))
        return
    if not entry.keep:
        part = word_left_in_english(facts.document, seen.pair.target, waiting[0].surface)
        if part:
            reason = Reason("english", {"rendering": text_at(facts, part)})
            yield verdict_on(facts, seen, waiting.pop(0), "left-in-english", part, "english", (reason,))
    if waiting:
        yield from name(facts, seen, entry, waiting, bench)


def _accepted(facts: Facts, seen: PairFacts, occurrence: Occurrence, entry: Entry, place: Place) -> Verdict:
    written = facts.document.text[place.start : place.end]
    for form in entry.accepted:
        if len(form) == len(written) and fold(form) == fold(written) and foreign_script(written, form, facts.script):
            reason = Reason("script", {"rendering": written, "expected": form})
            return verdict_on(facts, seen, occurrence, "script-variant", place, "script", (reason,))
    return verdict_on(facts, seen, occurrence, "accepted", place)


def _gloss_reason(facts: Facts, found: Contradiction) -> Reason:
    return Reason("gloss", {"rendering": text_at(facts, found.place), "english": found.english})
