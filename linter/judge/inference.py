"""Inferring what was used instead: candidates measured over the run, weighed against what would make them innocent."""

from __future__ import annotations

from collections.abc import Iterator

from linter.glossary.model import Entry
from linter.judge.besides import besides
from linter.judge.contexts import Company, other_context
from linter.judge.corpus import Concept, Corpus, concept_of
from linter.judge.dictionary import breadth, senses, words_for
from linter.judge.english import stem
from linter.judge.explaining import accounted_for, confounded, explained, overlapping
from linter.judge.facts import Facts, Occurrence, PairFacts, Place
from linter.judge.grade import ALIKE, ASSOCIATED, EVERYDAY, SENSES, grade_of
from linter.judge.innocence import names_an_action, part_of_speech
from linter.judge.likeness import common, find_form, find_scattered, is_near, likeness
from linter.judge.making import text_at, verdict_on
from linter.judge.model import Grade, Reason, Relation, Verdict
from linter.judge.naming import Candidate, Mined, as_noun, best_for, grams, mine, overlap
from linter.judge.reduced import reduced
from linter.judge.remainder import remainder
from linter.judge.senses import other_sense
from linter.judge.words import is_noun_or_adjective, segments
from linter.records import NamedTuple
from linter.scan.fold import fold

_MARKS = ' \t\n.,:;!?。，：；！？*_`"“”()（）'  # around a passage that is one term


class Inferred(NamedTuple):
    """The candidate for one pair, its grade, and the innocent explanations that were found ("" where none was)."""

    candidate: Candidate
    grade: Grade | None
    word: str  # another English word whose rendering the candidate is
    context: str  # a context in which the row does not hold
    overlapping: str  # another English word that accounts for a part of the candidate
    form: str = ""  # the accepted rendering, cut down to one character


class Bench:
    """What judging one run needs at hand: the corpus and what was measured of each concept.  Every query is cached."""

    __slots__ = ("_company", "_contexts", "_established", "_inferred", "_mined", "corpus")

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._mined: dict[Concept, Mined] = {}
        self._company: dict[Concept, tuple[Company, Company]] = {}
        self._contexts: dict[tuple[Concept, str], str] = {}
        self._established: dict[Concept, tuple[str, ...]] = {}
        self._inferred: dict[tuple[Entry, int], Inferred | None] = {}

    def mined(self, entry: Entry) -> Mined:
        concept = concept_of(entry)
        found = self._mined.get(concept)
        if found is None:
            found = self._mined[concept] = mine(self.corpus, concept, own_stems(entry))
        return found

    def context(self, concept: Concept, text: str) -> str:
        """The context in which this rendering is the right one, or ""."""
        known = self._contexts.get((concept, text))
        if known is None:
            use = self.corpus.uses[concept]
            holding = self.corpus.holding(text) & frozenset(use.missing)
            known = self._contexts[concept, text] = other_context(holding, *self._company_of(concept))
        return known

    def _company_of(self, concept: Concept) -> tuple[Company, Company]:
        """What stands around a term where its row is followed, and where it is not."""
        found = self._company.get(concept)
        if found is None:
            use = self.corpus.uses[concept]
            followed, missing = (Company(self.corpus.contexts(concept, numbers)) for numbers in (use.followed, use.missing))
            found = self._company[concept] = followed, missing
        return found

    def infer(self, entry: Entry, record: int) -> Inferred | None:
        """The rendering of a term in a record that misses the accepted ones; None where nothing can stand for it."""
        key = entry, record
        if key not in self._inferred:
            self._inferred[key] = self._infer(entry, record)
        return self._inferred[key]

    def _infer(self, entry: Entry, record: int) -> Inferred | None:
        concept = concept_of(entry)
        if concept not in self.corpus.uses:
            return None
        mined, own = self.mined(entry), own_stems(entry)
        named = best_for(self.corpus, concept, mined, record, own)
        if named is None:
            return None
        candidate, word = named
        nominal = part_of_speech(entry) == "noun" or (not candidate.row and is_noun_or_adjective(entry.preferred or ""))
        nominal = nominal and not names_an_action(entry)
        if nominal:
            candidate = as_noun(candidate, mined, self.corpus.records[record].text)
        if not word and not candidate.dictionary and candidate.likeness <= ALIKE:
            word = accounted_for(self.corpus, concept, candidate.text, record, own) or confounded(
                self.corpus, concept, candidate.text, own
            )
        word = word or besides(self.corpus, concept, candidate.text, record, own)
        context = self.context(concept, candidate.text) or _other_sense(entry, candidate.text)
        other = overlapping(self.corpus, concept, candidate.text, record, own)
        form = "" if words_for(candidate.text) & own else reduced(self.corpus, concept, record, own)
        grade = grade_of(
            candidate,
            word or context or form,
            other,
            nominal,
            mined.followed,
            len(mined.missing),
            _is_ambiguous(entry, candidate),
            _is_everyday(entry),
        )
        return Inferred(candidate, grade, word, context, other, form)

    def ranked(self, entry: Entry, record: int, most: int = 3) -> list[Candidate]:
        """The best candidates of a record by their score, for people who want to see what was weighed."""
        if concept_of(entry) not in self.corpus.uses:
            return []
        text = self.corpus.records[record].text
        held = [candidate for candidate in self.mined(entry).candidates.values() if candidate.text in text]
        return sorted(held, key=lambda candidate: (-candidate.score, candidate.text))[:most]

    def established(self, entry: Entry) -> tuple[str, ...]:
        """Renderings of a term that recur where the row is not followed: those that are looked for beside a right one as well."""
        concept = concept_of(entry)
        known = self._established.get(concept)
        if known is None:
            found: dict[str, None] = {}
            if concept in self.corpus.uses:
                for record in self.mined(entry).missing:
                    inferred = self.infer(entry, record)
                    if inferred and inferred.grade == "recurrent" and not inferred.candidate.followed:
                        found[inferred.candidate.text] = None
            measured = self.mined(entry).candidates if found else {}
            found = {text: None for text in found if text in measured}  # what was cut out of a string may not have been measured
            known = self._established[concept] = tuple(found)
        return known


def _other_sense(entry: Entry, text: str) -> str:
    """What is known without the run: "sense:" and the rendering of another sense of the term, or ""."""
    word = other_sense(entry.term.lower(), tuple(map(fold, entry.accepted)), text)
    return f"sense:{word}" if word else ""


def _is_ambiguous(entry: Entry, candidate: Candidate) -> bool:
    """Whether the dictionary gives a string for the term, and the term is a word of many senses: 过程 for "process"."""
    if not candidate.dictionary or any(" " in form or "-" in form for form in entry.source):
        return False
    return senses(entry.term.lower(), SENSES) >= SENSES


def _is_everyday(entry: Entry) -> bool:
    """Whether a term is a single word that dozens of Chinese words are glossed with: "feature" and "area" have more senses than one."""
    return len(entry.source) == 1 and entry.term.isalpha() and (breadth(entry.term.lower(), EVERYDAY) or 0) >= EVERYDAY


def own_stems(entry: Entry) -> frozenset[str]:
    """Stems of the words of a term, written apart and with hyphens."""
    words = [form.replace("-", " ").split() for form in entry.source]
    return frozenset(stem(word) for form in words for word in (*form, "-".join(form)))


def name(facts: Facts, seen: PairFacts, entry: Entry, waiting: list[Occurrence], bench: Bench) -> Iterator[Verdict]:
    """Verdicts on occurrences whose pair holds no accepted rendering at all; takes what it judges out of `waiting`."""
    scattered = _scattered(facts, seen, entry)
    if scattered:
        written = {"rendering": text_at(facts, scattered), "expected": entry.preferred or ""}
        if _is_filled(facts, scattered, entry, bench.corpus, bench.corpus.where[id(seen)]):
            yield verdict_on(facts, seen, waiting.pop(0), "near-form", scattered, None, (Reason("near-form", written),))
        else:
            yield verdict_on(facts, seen, waiting.pop(0), "rendered-otherwise", scattered, "single", (Reason("near", written),))
        return
    inferred = bench.infer(entry, bench.corpus.where[id(seen)])
    whole = None if inferred and inferred.grade in ("near", "recurrent") else _whole_passage(facts, seen, waiting[0], entry)
    if whole:
        reason = Reason("alone", {"rendering": text_at(facts, whole[0]), "surface": waiting[0].surface})
        yield verdict_on(facts, seen, waiting.pop(0), "rendered-otherwise", whole[0], whole[1], (reason,))
        return
    rest = None if inferred and inferred.grade not in (None, "weak") else _remainder(facts, seen, entry, bench, inferred)
    if rest:
        reason = Reason("remainder", {"rendering": text_at(facts, rest), "surface": waiting[0].surface})
        yield verdict_on(facts, seen, waiting.pop(0), "rendered-otherwise", rest, "single", (reason,))
        return
    if inferred is not None and inferred.grade is not None:
        relation: Relation = "kept-translated" if entry.keep else "rendered-otherwise"
        for place in places_of(facts, seen, inferred.candidate.text)[: len(waiting)]:
            reasons = _reasons(inferred.candidate, entry, facts, place, bench.mined(entry))
            yield verdict_on(facts, seen, waiting.pop(0), relation, place, inferred.grade, reasons)
        return
    for occurrence in waiting:
        reason = _innocence(occurrence, entry, inferred)
        relation = "not-the-term" if inferred and inferred.context and not inferred.word else "omitted"
        yield verdict_on(facts, seen, occurrence, relation, None, reasons=(reason,))


def beside(facts: Facts, seen: PairFacts, entry: Entry, waiting: list[Occurrence], bench: Bench) -> Iterator[Verdict]:
    """Wrong renderings beside right ones: only those that recur elsewhere, as often as occurrences are left."""
    if entry.keep or bench.corpus.where[id(seen)] < 0:
        return
    record = bench.corpus.where[id(seen)]
    expected = frozenset(map(fold, entry.accepted))
    for text in bench.established(entry):
        if not waiting or not bench.corpus.is_free(record, text, expected):
            continue
        for place in places_of(facts, seen, text)[: len(waiting)]:
            mined = bench.mined(entry)
            reasons = _reasons(mined.candidates[text], entry, facts, place, mined)
            yield verdict_on(facts, seen, waiting.pop(0), "rendered-otherwise", place, "recurrent", reasons)
    if waiting:
        yield from _near_beside(facts, seen, entry, waiting, bench)


def _near_beside(facts: Facts, seen: PairFacts, entry: Entry, waiting: list[Occurrence], bench: Bench) -> Iterator[Verdict]:
    """One string that is nearly the expected rendering and stands in no pair that follows the row throughout: 结点 beside 节点."""
    corpus, concept, record = bench.corpus, concept_of(entry), bench.corpus.where[id(seen)]
    if concept not in corpus.uses:
        return
    use, expected, english = corpus.uses[concept], frozenset(map(fold, entry.accepted)), " ".join(entry.source).lower()
    obeying = frozenset(use.followed) - use.partly
    best: tuple[float, str] | None = None
    told = [text for text in bench.established(entry) if text in corpus.records[record].text]
    for text in sorted(corpus.grams(record, grams)):
        if any(form in text or text in form for form in expected) or not corpus.is_free(record, text, expected):
            continue
        if any(find_form(text, form, english) for form in expected) or other_sense(entry.term.lower(), expected, text):
            continue  # 计划的交易 beside 计划交易, 过程 beside 进程
        if any(overlap(text, other, corpus.records[record].text) for other in told):
            continue  # told of already
        alike = max((likeness(text, form) for form in expected if is_near(text, form) and text[-1] == form[-1]), default=0.0)
        if alike < ALIKE or (len(text) > 2 and alike <= ALIKE) or (best and alike <= best[0]) or corpus.holding(text) & obeying:
            continue
        own = own_stems(entry)
        if words_for(text) & corpus.stems(record) - own or overlapping(corpus, concept, text, record, own):
            continue  # 号码 beside 密码 is there for "number"
        if not explained(corpus, concept, text, record, own):
            best = alike, text
    if best:
        for place in places_of(facts, seen, best[1])[: len(waiting)]:
            rendering = text_at(facts, place)
            shared = {
                "rendering": rendering,
                "expected": entry.preferred or "",
                "shared": str(common(fold(rendering), fold(entry.preferred or ""))),
            }
            grade: Grade = "near" if len(best[1]) > 2 else "single"
            yield verdict_on(facts, seen, waiting.pop(0), "rendered-otherwise", place, grade, (Reason("near", shared),))


def _is_filled(facts: Facts, place: Place, entry: Entry, corpus: Corpus, record: int) -> bool:
    """Whether what stands between the halves of a rendering is there for another English word: 上游软件包版本."""
    others = corpus.stems(record) - own_stems(entry)
    return any(
        not words_for(word).isdisjoint(others) and not any(word in form for form in entry.accepted)
        for word in segments(text_at(facts, place))
    )


def _whole_passage(facts: Facts, seen: PairFacts, at: Occurrence, entry: Entry) -> tuple[Place, Grade] | None:
    """The Chinese of a pair that consists of the term alone, as headings and cells do: it can only be the rendering."""
    if len(seen.pair.source) != 1 or len(seen.pair.target) != 1 or facts.source is None or entry.keep:
        return None
    english = facts.source.passages[seen.pair.source[0]]
    if facts.source.text[english.start : english.end].strip(_MARKS) != at.surface:
        return None
    passage = facts.document.passages[seen.pair.target[0]]
    text = facts.document.text[passage.start : passage.end]
    chinese = text.strip(_MARKS)
    longest = max((len(form) for form in entry.accepted), default=0) + 3
    if not 2 <= len(chinese) <= longest or not all("\u3400" <= character <= "\u9fff" for character in chinese):
        return None
    if other_sense(entry.term.lower(), tuple(map(fold, entry.accepted)), fold(chinese)):
        return None
    start = passage.start + text.index(chinese)
    forms, written = [fold(form) for form in entry.accepted], fold(chinese)
    near = any(is_near(written, form) for form in forms) and not any(
        written in form for form in forms
    )  # a part may be an abbreviation
    return Place(start, start + len(chinese)), "near" if near and len(chinese) > 2 else "single"


def _remainder(facts: Facts, seen: PairFacts, entry: Entry, bench: Bench, inferred: Inferred | None) -> Place | None:
    """What is left of a short passage for a term, where nothing else is known of it."""
    if entry.keep or (inferred and (inferred.context or inferred.form)):
        return None
    concept = concept_of(entry)
    text = (
        remainder(bench.corpus, concept, bench.corpus.where[id(seen)], own_stems(entry)) if concept in bench.corpus.uses else ""
    )
    if not text or _other_sense(entry, text) or any(text in fold(form) or fold(form) in text for form in entry.accepted):
        return None
    return next(iter(places_of(facts, seen, text)), None)


def _innocence(occurrence: Occurrence, entry: Entry, inferred: Inferred | None) -> Reason:
    """Why nothing is named, as far as it is known."""
    if inferred is None:
        return Reason("no-rendering")
    rendering = inferred.candidate.text
    if inferred.form:
        return Reason("near-form", {"rendering": inferred.form, "expected": entry.preferred or ""})
    if inferred.word or inferred.overlapping:
        return Reason("explained", {"rendering": rendering, "word": inferred.word or inferred.overlapping})
    kind, _, word = inferred.context.partition(":")
    if kind == "before":
        return Reason("longer-term", {"surface": occurrence.surface, "longer": f"{word} {occurrence.surface}"})
    if kind == "after":
        return Reason("longer-term", {"surface": occurrence.surface, "longer": f"{occurrence.surface} {word}"})
    if kind == "sense":
        return Reason("other-sense", {"surface": occurrence.surface, "phrase": word})
    if inferred.context:
        return Reason("other-sense", {"surface": occurrence.surface})
    return Reason("no-rendering")


def _scattered(facts: Facts, seen: PairFacts, entry: Entry) -> Place | None:
    """The preferred rendering with something between its halves, in one of the target passages."""
    for number in seen.pair.target:
        passage = facts.document.passages[number]
        found = find_scattered(fold(facts.document.text[passage.start : passage.end]), fold(entry.preferred or ""))
        if found:
            return Place(passage.start + found[0], passage.start + found[1])
    return None


def _reasons(candidate: Candidate, entry: Entry, facts: Facts, place: Place, mined: Mined) -> tuple[Reason, ...]:
    rendering = text_at(facts, place)
    reasons = []
    if candidate.missing > 1:
        reasons.append(Reason("recurs", {"rendering": rendering, "count": str(candidate.missing)}))
    if candidate.likeness > 0 and entry.preferred:
        shared = common(fold(rendering), fold(entry.preferred))
        reasons.append(Reason("near", {"rendering": rendering, "expected": entry.preferred, "shared": str(shared)}))
    if candidate.association >= ASSOCIATED:
        reasons.append(Reason("mined", {"rendering": rendering, "score": f"{candidate.association:.0f}"}))
    if candidate.dictionary:
        reasons.append(Reason("dictionary", {"rendering": rendering}))
    reasons.append(Reason("followed", {"followed": str(mined.followed), "judged": str(mined.followed + len(mined.missing))}))
    return tuple(reasons)


def places_of(facts: Facts, seen: PairFacts, text: str) -> list[Place]:
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
