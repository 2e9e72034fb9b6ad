"""One verdict for each source occurrence of the pairs of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from linter.glossary.model import Entry
from linter.judge.english import content_stems, content_words, stem
from linter.judge.facts import Facts, Occurrence, PairFacts, Place
from linter.judge.glossing import Contradiction, reason_of
from linter.judge.inference import Bench, beside, name
from linter.judge.making import text_at, verdict_on
from linter.judge.model import Concept, Reason, Verdict, concept_of
from linter.judge.untranslated import english_grade, is_acronym, is_named, is_quoted, left_in_english, word_left_in_english
from linter.judge.variants import others_of, with_variants
from linter.scan.fold import fold
from linter.scan.script import foreign_script


def judge_pairs(
    facts: Facts, against: Sequence[Contradiction], bench: Bench, about: Collection[Concept] | None = None
) -> Iterator[Verdict]:
    """Verdicts in the order of the pairs.  `against` are the glosses of the document that contradict a row.

    `about`: only verdicts on these rows, and none that acquits.
    """
    by_place: dict[tuple[int, int], list[Contradiction]] = {}
    for found in against:
        by_place.setdefault((found.gloss.passage, found.entry), []).append(found)
    others = others_of(facts)
    for seen in facts.pairs:
        for number, occurrences in seen.occurrences.items():
            if about is not None and concept_of(facts.entries[number]) not in about:
                continue
            here = [found for passage in seen.pair.target for found in by_place.get((passage, number), ())]
            verdicts = _judge_term(facts, seen, number, occurrences, here, bench)
            yield from with_variants(facts, seen, number, verdicts, others) if others else verdicts
        for occurrence, reason in seen.innocent if about is None else ():
            yield verdict_on(facts, seen, occurrence, "not-the-term", None, reasons=(reason,))


def _has_parenthesis(facts: Facts, occurrences: list[Occurrence], behind: bool) -> bool:
    """Whether the English has the parenthesis as well, behind the term or around it: then the Chinese translates that, "image(raw)",
    and glosses nothing.  An abbreviation in parentheses stands for what is before it, in either language."""
    source = facts.source
    if source is None:
        return False
    if behind:
        return any(source.text[at.end : at.end + 4].lstrip(" *_")[:1] in ("(", "（") for at in occurrences)
    return any(
        source.text[at.start - 1 : at.start] in ("(", "（") and source.text[at.end : at.end + 1] in (")", "）", "/")
        for at in occurrences
        if not is_acronym(at.surface)
    )


def occurring(facts: Facts) -> frozenset[tuple[int, int]]:
    """(passage, entry) of the target passages in whose pair the entry occurs: a gloss there is judged with the pair."""
    return frozenset((passage, number) for seen in facts.pairs for passage in seen.pair.target for number in seen.occurrences)


def _judge_term(
    facts: Facts, seen: PairFacts, number: int, occurrences: list[Occurrence], against: list[Contradiction], bench: Bench
) -> Iterator[Verdict]:
    entry = facts.entries[number]
    if entry.undecided:
        return
    waiting = list(occurrences)
    for found in against:
        if _has_parenthesis(facts, occurrences, found.gloss.reversed):
            continue
        at = waiting.pop(0) if waiting else occurrences[-1]
        yield verdict_on(facts, seen, at, "gloss-mismatch", found.place, found.grade, (reason_of(facts, found),))
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
            if _translated_beside(facts, seen, number, place):
                continue
            if waiting and left_in_english(facts.document, place):
                reason = Reason("english", {"rendering": text_at(facts, place)})
                grade = english_grade(text_at(facts, place), facts.document.format)
                yield verdict_on(facts, seen, waiting.pop(0), "left-in-english", place, grade, (reason,))
            elif waiting and (is_quoted(facts.document, place) or is_named(facts.document, place)):
                cited = next((at for at in waiting if at.surface == text_at(facts, place)), None)
                if cited:
                    waiting.remove(cited)
                    yield verdict_on(
                        facts, seen, cited, "not-the-term", None, reasons=(Reason("literal", {"surface": cited.surface}),)
                    )
    if not waiting:
        return
    if right or wrong:
        yield from beside(facts, seen, entry, waiting, bench)
        for occurrence in waiting:
            counts = {"occurrences": str(len(occurrences)), "renderings": str(len(right) + len(wrong))}
            yield verdict_on(facts, seen, occurrence, "accepted", None, reasons=(Reason("repeat", counts),))
        return
    if not entry.keep:
        part = word_left_in_english(facts.document, seen.pair.target, waiting[0].surface, _apart(facts, seen, entry, occurrences))
        if part:
            reason = Reason("english", {"rendering": text_at(facts, part)})
            yield verdict_on(facts, seen, waiting.pop(0), "left-in-english", part, "english", (reason,))
    if waiting:
        yield from name(facts, seen, entry, waiting, bench)


def _translated_beside(facts: Facts, seen: PairFacts, number: int, place: Place) -> bool:
    """Whether an accepted rendering stands right beside the English: "tarball 压缩包" says the term twice."""
    ends = {end + gap for _, end in seen.accepted.get(number, ()) for gap in (0, 1)}
    starts = {start - gap for start, _ in seen.accepted.get(number, ()) for gap in (0, 1)}
    return place.start in ends or place.end in starts


def _apart(facts: Facts, seen: PairFacts, entry: Entry, occurrences: list[Occurrence]) -> frozenset[str]:
    """Stems of the words that a rendering of the row keeps in English, or that the English of the pair has outside the term."""
    source = facts.source
    assert source is not None
    kept = {stem(word) for form in entry.accepted for word in content_words(form)}
    for number in seen.pair.source:
        passage = source.passages[number]
        at = passage.start
        for occurrence in sorted(o for o in occurrences if o.passage == number):
            kept |= content_stems(source.text[at : occurrence.start])
            at = occurrence.end
        kept |= content_stems(source.text[at : passage.end])
    return frozenset(kept)


def _accepted(facts: Facts, seen: PairFacts, occurrence: Occurrence, entry: Entry, place: Place) -> Verdict:
    written = facts.document.text[place.start : place.end]
    for form in entry.accepted:
        if len(form) == len(written) and fold(form) == fold(written) and foreign_script(written, form, facts.script):
            reason = Reason("script", {"rendering": written, "expected": form})
            return verdict_on(facts, seen, occurrence, "script-variant", place, "script", (reason,))
    return verdict_on(facts, seen, occurrence, "accepted", place)
