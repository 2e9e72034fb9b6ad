"""judge: Facts and the run's evidence -> one verdict per source occurrence, and how every row fares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.judge.contexts import other_context
from linter.judge.corpus import Concept, Corpus, concept_of
from linter.judge.english import stem
from linter.judge.facts import Facts, Occurrence, PairFacts, Place
from linter.judge.glossing import Contradiction, contradictions
from linter.judge.grade import grade_of
from linter.judge.likeness import find_scattered
from linter.judge.model import Grade, Reason, Relation, Standing, Verdict
from linter.judge.naming import Candidate, Mined, best_for, mine, overlapping
from linter.judge.observe import part_of_speech
from linter.judge.untranslated import english_grade, left_in_english, word_left_in_english
from linter.scan.fold import fold
from linter.scan.lexicon import ACCEPTED, DEPRECATED
from linter.scan.script import foreign_script


class Judged(NamedTuple):
    verdicts: tuple[Verdict, ...]
    standings: dict[Concept, Standing]


class _Bench:
    """What judging one run needs at hand: the corpus and, per concept, its mined candidates."""

    __slots__ = ("contexts", "corpus", "mined")

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.mined: dict[Concept, Mined] = {}
        self.contexts: dict[tuple[Concept, str], str] = {}

    def candidates(self, concept: Concept, own: frozenset[str]) -> Mined:
        found = self.mined.get(concept)
        if found is None:
            found = self.mined[concept] = mine(self.corpus, concept, own)
        return found

    def context(self, concept: Concept, text: str) -> str:
        """The context in which this rendering is the right one, or ""."""
        known = self.contexts.get((concept, text))
        if known is None:
            use = self.corpus.uses[concept]
            holding = self.corpus.holding(text) & frozenset(use.missing)
            followed, missing = self.corpus.contexts(concept, use.followed), self.corpus.contexts(concept, use.missing)
            known = self.contexts[concept, text] = other_context(holding, followed, missing)
        return known


def judge(all_facts: Sequence[Facts]) -> Judged:
    """Verdicts in the order of the documents given; standings by concept over all of them."""
    bench = _Bench(Corpus(all_facts))
    verdicts = [verdict for facts in all_facts for verdict in _judge_document(facts, bench)]
    return Judged(tuple(verdicts), _standings(verdicts))


def _judge_document(facts: Facts, bench: _Bench) -> Iterator[Verdict]:
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
            yield _verdict(facts, seen, occurrence, "not-the-term", None, reasons=(reason,))
    for found in against:
        if found not in claimed:
            yield _loose_verdict(facts, found.entry, found.place, "gloss-mismatch", found.grade, _gloss_reason(facts, found))
    for hit in facts.loose:
        entry = facts.entries[hit.entry]
        written = {"rendering": _text(facts, hit.place), "expected": hit.form}
        if hit.role == DEPRECATED:
            yield _loose_verdict(facts, hit.entry, hit.place, "declared-variant", "declared", Reason("declared", written))
        elif hit.role == ACCEPTED:
            yield _loose_verdict(facts, hit.entry, hit.place, "script-variant", "script", Reason("script", written))
        elif not (entry.keep or entry.undecided) and entry.preferred and left_in_english(facts.document, hit.place):
            grade = english_grade(written["rendering"], facts.document.format)
            yield _loose_verdict(facts, hit.entry, hit.place, "left-in-english", grade, Reason("english", written))


def _judge_term(
    facts: Facts, seen: PairFacts, number: int, occurrences: list[Occurrence], against: list[Contradiction], bench: _Bench
) -> Iterator[Verdict]:
    entry = facts.entries[number]
    if entry.undecided:
        return
    waiting = list(occurrences)
    for found in against:
        at = waiting.pop(0) if waiting else occurrences[-1]
        yield _verdict(facts, seen, at, "gloss-mismatch", found.place, found.grade, (_gloss_reason(facts, found),))
    wrong = seen.deprecated.get(number, [])
    right = seen.english.get(number, []) if entry.keep and not entry.preferred else seen.accepted.get(number, [])
    if entry.keep:
        right = sorted({*right, *seen.english.get(number, ())})
    for place in wrong:
        at = waiting.pop(0) if waiting else occurrences[-1]
        yield _verdict(
            facts, seen, at, "declared-variant", place, "declared", (Reason("declared", {"rendering": _text(facts, place)}),)
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
                reason = Reason("english", {"rendering": _text(facts, place)})
                grade = english_grade(_text(facts, place), facts.document.format)
                yield _verdict(facts, seen, waiting.pop(0), "left-in-english", place, grade, (reason,))
    if not waiting:
        return
    if right or wrong:
        for occurrence in waiting:
            counts = {"occurrences": str(len(occurrences)), "renderings": str(len(right) + len(wrong))}
            yield _verdict(facts, seen, occurrence, "accepted", None, reasons=(Reason("repeat", counts),))
        return
    if not entry.keep:
        part = word_left_in_english(facts.document, seen.pair.target, waiting[0].surface)
        if part:
            reason = Reason("english", {"rendering": _text(facts, part)})
            yield _verdict(facts, seen, waiting.pop(0), "left-in-english", part, "english", (reason,))
    if waiting:
        yield from _name(facts, seen, entry, waiting, bench)


def _accepted(facts: Facts, seen: PairFacts, occurrence: Occurrence, entry: Entry, place: Place) -> Verdict:
    written = facts.document.text[place.start : place.end]
    for form in entry.accepted:
        if len(form) == len(written) and fold(form) == fold(written) and foreign_script(written, form, facts.script):
            reason = Reason("script", {"rendering": written, "expected": form})
            return _verdict(facts, seen, occurrence, "script-variant", place, "script", (reason,))
    return _verdict(facts, seen, occurrence, "accepted", place)


def _name(facts: Facts, seen: PairFacts, entry: Entry, waiting: list[Occurrence], bench: _Bench) -> Iterator[Verdict]:
    scattered = _scattered(facts, seen, entry)
    if scattered:
        reason = Reason("near", {"rendering": _text(facts, scattered), "expected": entry.preferred or ""})
        yield _verdict(facts, seen, waiting.pop(0), "rendered-otherwise", scattered, "single", (reason,))
        return
    concept = concept_of(entry)
    record = bench.corpus.where[id(seen)]
    named: tuple[Candidate, str] | None = None
    if concept in bench.corpus.uses:
        own = frozenset(stem(word) for form in entry.source for word in form.replace("-", " ").split())
        mined = bench.candidates(concept, own)
        named = best_for(bench.corpus, concept, mined, record, own)
    if named is not None:
        candidate, word = named
        context = bench.context(concept, candidate.text)
        other = overlapping(bench.corpus, concept, candidate.text, record, own)
        nominal = part_of_speech(entry) == "noun"
        grade = grade_of(candidate, word or context, other, nominal, mined.followed, len(mined.missing))
        places = _places(facts, seen, candidate.text) if grade else []
        for place in places[: len(waiting)]:
            reasons = _reasons(candidate, entry, facts, place, mined)
            yield _verdict(
                facts, seen, waiting.pop(0), "kept-translated" if entry.keep else "rendered-otherwise", place, grade, reasons
            )
        if places:
            return
    for occurrence in waiting:
        yield _verdict(facts, seen, occurrence, "omitted", None, reasons=(Reason("no-rendering"),))


def _scattered(facts: Facts, seen: PairFacts, entry: Entry) -> Place | None:
    """The preferred rendering with something between its halves, in one of the target passages."""
    for number in seen.pair.target:
        passage = facts.document.passages[number]
        found = find_scattered(fold(facts.document.text[passage.start : passage.end]), fold(entry.preferred or ""))
        if found:
            return Place(passage.start + found[0], passage.start + found[1])
    return None


def _reasons(candidate: Candidate, entry: Entry, facts: Facts, place: Place, mined: Mined) -> tuple[Reason, ...]:
    rendering = _text(facts, place)
    reasons = []
    if candidate.missing > 1:
        reasons.append(Reason("recurs", {"rendering": rendering, "count": str(candidate.missing)}))
    if candidate.likeness > 0 and entry.preferred:
        shared = sum(character in entry.preferred for character in rendering)
        reasons.append(Reason("near", {"rendering": rendering, "expected": entry.preferred, "shared": str(shared)}))
    if candidate.dictionary:
        reasons.append(Reason("dictionary", {"rendering": rendering}))
    reasons.append(Reason("followed", {"followed": str(mined.followed), "judged": str(mined.followed + len(mined.missing))}))
    return tuple(reasons)


def _places(facts: Facts, seen: PairFacts, text: str) -> list[Place]:
    """Every place of a folded string in the target passages of a pair, in order."""
    document = facts.document
    found = []
    for number in seen.pair.target:
        passage = document.passages[number]
        folded = fold(document.text[passage.start : passage.end])
        at = folded.find(text)
        while at >= 0:
            found.append(Place(passage.start + at, passage.start + at + len(text)))
            at = folded.find(text, at + len(text))
    return found


def _text(facts: Facts, place: Place) -> str:
    return facts.document.text[place.start : place.end]


def _verdict(
    facts: Facts,
    seen: PairFacts,
    occurrence: Occurrence,
    relation: Relation,
    place: Place | None,
    grade: Grade | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Verdict:
    start = end = _start(facts.document, seen)
    if place is not None:
        start, end = place
    return Verdict(
        relation,
        facts.entries[occurrence.entry],
        facts.document,
        start,
        end,
        facts.document.text[start:end].replace("\n", ""),
        grade,
        reasons,
        seen.pair.posterior,
        facts.source,
        seen.pair.source,
        occurrence.start,
        occurrence.end,
    )


def _start(document: Document, seen: PairFacts) -> int:
    return document.passages[seen.pair.target[0]].start


def _loose_verdict(facts: Facts, number: int, place: Place, relation: Relation, grade: Grade, reason: Reason) -> Verdict:
    """A verdict on the Chinese alone."""
    return Verdict(relation, facts.entries[number], facts.document, *place, _text(facts, place), grade, (reason,))


def _gloss_reason(facts: Facts, found: Contradiction) -> Reason:
    return Reason("gloss", {"rendering": _text(facts, found.place), "english": found.english})


def _standings(verdicts: Sequence[Verdict]) -> dict[Concept, Standing]:
    judged: Counter[Concept] = Counter()
    followed: Counter[Concept] = Counter()
    instead: dict[Concept, Counter[str]] = {}
    for verdict in verdicts:
        concept = concept_of(verdict.entry)
        if verdict.relation in ("accepted", "near-form"):
            if verdict.end > verdict.start:
                judged[concept] += 1
                followed[concept] += 1
        elif verdict.relation in ("declared-variant", "rendered-otherwise", "left-in-english", "kept-translated"):
            judged[concept] += 1
            instead.setdefault(concept, Counter())[verdict.rendering] += 1
    return {
        concept: Standing(
            count, followed[concept], tuple(sorted(instead.get(concept, Counter()).items(), key=lambda kv: (-kv[1], kv[0])))
        )
        for concept, count in judged.items()
    }
