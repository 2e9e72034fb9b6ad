"""Renderings that are known without the run: shipped variants, and the words of other regions.

They join in where the evidence of the run says too little: what the run itself names well stays named by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from linter.judge.facts import Aside, Facts, PairFacts, Place
from linter.judge.making import text_at, verdict_without_source
from linter.judge.model import Grade, Reason, Relation, Verdict
from linter.patterns import lazy
from linter.scan.beside import REGIONAL, VARIANT, known_variants
from linter.scan.traditional import TRADITIONAL
from linter.scan.variant import Known

Others = Mapping[tuple[int, int], Sequence[Aside]]  # (passage, entry) -> in the order of the text

_WORD = lazy(r"[a-z]+")


def others_of(facts: Facts) -> Others:
    """The variants of a document by passage and row."""
    found: dict[tuple[int, int], list[Aside]] = {}
    for aside in facts.asides:
        if aside.role in (REGIONAL, VARIANT):
            found.setdefault((aside.passage, aside.entry), []).append(aside)
    return found


def with_variants(facts: Facts, seen: PairFacts, number: int, verdicts: Iterable[Verdict], others: Others) -> Iterator[Verdict]:
    """The verdicts on one term of a pair; where one names nothing, or hardly anything, a variant of the pair takes its place."""
    waiting = [aside for passage in seen.pair.target for aside in others.get((passage, number), ())]
    if not waiting:
        yield from verdicts
        return
    meant = {(aside.start, aside.end): word for aside in waiting if (word := _stands_for(facts, seen, aside))}
    waiting = [aside for aside in waiting if (aside.start, aside.end) not in meant]
    verdicts = [_excused(verdict, meant.get((verdict.start, verdict.end), "")) for verdict in verdicts]
    claimed = [verdict for verdict in verdicts if not _is_open(verdict, waiting)]
    waiting = [a for a in waiting if not any(v.start < a.end and a.start < v.end for v in claimed)]
    for verdict in verdicts:
        if waiting and _is_open(verdict, waiting):
            aside = next((a for a in waiting if a.start <= verdict.start and verdict.end <= a.end), waiting[0])
            waiting.remove(aside)
            yield _replaced(verdict, facts, aside)
        else:
            yield verdict


def _excused(verdict: Verdict, word: str) -> Verdict:
    """A verdict that names a variant on no more than one place, where the variant stands for another `word` of the English."""
    if not word or verdict.grade != "single":
        return verdict
    reason = Reason("explained", {"rendering": verdict.rendering, "word": word})
    return verdict._replace(relation="omitted", end=verdict.start, rendering="", grade=None, reasons=(reason,))


def _replaced(verdict: Verdict, facts: Facts, aside: Aside) -> Verdict:
    place = Place(aside.start, aside.end)
    relation, grade, reason = _judged(facts, aside, place)
    rendering = text_at(facts, place)
    return verdict._replace(
        relation=relation, start=place.start, end=place.end, rendering=rendering, grade=grade, reasons=(reason,)
    )


def variants_alone(facts: Facts) -> Iterator[Verdict]:
    """Verdicts on a text without a source: only on what is plain enough by itself."""
    for aside in facts.asides:
        if aside.role not in (REGIONAL, VARIANT) or aside.shared:
            continue
        known = _known(facts, aside)
        place = Place(aside.start, aside.end)
        written = text_at(facts, place)
        plain = known is not None and bool(known.alone) and (aside.role == VARIANT or written in known.alone)
        if not plain and not (aside.role == REGIONAL and is_foreign(written, facts.script)):
            continue
        relation, grade, reason = _judged(facts, aside, place)
        yield verdict_without_source(facts, aside.entry, place, relation, grade, reason)


def is_foreign(written: str, script: str) -> bool:
    """Whether a word holds a character that the script of the text does not have."""
    if script.startswith("zh-Hans"):
        return not TRADITIONAL.isdisjoint(written)
    return _traditional(written) != written


@lru_cache(2000)
def _traditional(text: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(text))


def _judged(facts: Facts, aside: Aside, place: Place) -> tuple[Relation, Grade, Reason]:
    """A shipped variant only warns; so does another region's word, unless the glossary has it and its characters are foreign."""
    rendering = text_at(facts, place)
    if aside.role == VARIANT:
        return "declared-variant", "single", Reason("shipped", {"rendering": rendering})
    declared = aside.form in facts.entries[aside.entry].regional
    grade: Grade = "script" if declared and is_foreign(rendering, facts.script) else "single"
    return "script-variant", grade, Reason("regional", {"rendering": rendering})


def _known(facts: Facts, aside: Aside) -> Known | None:
    return next((known for known in known_variants(facts.entries[aside.entry]) if known.form == aside.form), None)


def _is_open(verdict: Verdict, waiting: Sequence[Aside]) -> bool:
    """Whether a verdict names nothing and knows no reason for it, names something on weak evidence or a variant on hardly more, or
    takes a part of a variant for the right rendering."""
    if verdict.relation == "accepted" and verdict.end > verdict.start:
        return any(a.start <= verdict.start and verdict.end <= a.end for a in waiting)
    if verdict.relation == "omitted":
        return all(reason.key == "no-rendering" for reason in verdict.reasons)
    if verdict.relation != "rendered-otherwise":
        return False
    if verdict.grade != "single":
        return verdict.grade == "weak"
    if any(reason.key == "remainder" for reason in verdict.reasons):
        return any(verdict.start <= a.start and a.end <= verdict.end for a in waiting)
    return any((a.start, a.end) == (verdict.start, verdict.end) for a in waiting)


def _stands_for(facts: Facts, seen: PairFacts, aside: Aside) -> str:
    """The other word that the English has for it, or "": another row's term, or what the form is known to stand for as well."""
    place = (aside.start, aside.end)
    for number in seen.occurrences if aside.shared else ():
        if number != aside.entry and place in seen.accepted.get(number, ()):
            return facts.entries[number].term
    known = _known(facts, aside)
    if known is None or not known.also or facts.source is None:
        return ""
    passages = [facts.source.passages[number] for number in seen.pair.source]
    words = {word for p in passages for word in _WORD.findall(facts.source.text[p.start : p.end].lower())}
    own = {word for form in facts.entries[aside.entry].source for word in _WORD.findall(form.lower())}
    return min((word for word in words - own if word.startswith(known.also)), default="")
