"""A row's rendering where the English has another word: the proxy forwards / 智能体转发, while "proxy" is 代理 everywhere else.

Rare by design.  The other word must have an established rendering that is missing here, the row's English must stand nowhere in the
pair, its rendering must hardly ever stand without it in the run, and no pronoun may have been spelled out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.finding import Fact
from linter.glossary.model import Entry
from linter.judge.bitext import Bitext
from linter.judge.corpus import Concept, concept_of
from linter.judge.dictionary import gives, words_for
from linter.judge.english import content_stems, content_words
from linter.judge.facts import PairFacts
from linter.judge.likeness import likeness
from linter.judge.phrases import Phrase
from linter.judge.places import Spot, place
from linter.judge.renderings import Rendering
from linter.judge.unlisted import explained
from linter.patterns import lazy

ALIKE = 0.5  # likeness of renderings that may be forms of one another
ESTABLISHED = 3  # records that hold the other word's usual rendering ...
USUAL = 0.8  # ... and the share of its records that do
OTHERS = 3  # English content words beside the term in a passage that is a label: nothing in it can be mistaken for another
MOSTLY, FIRMLY = 0.9, 5  # what stands in the place of LICENSED there, of so many records or more
LICENSED = 0.98  # share of the other records holding the row's rendering in which the row's English stands
_PRONOUN = lazy(r"(?i)\b(?:it|its|they|them|their|these|those|this|that|one|ones|he|she|him|her|his|who|which)\b")


class Rows:
    """How often the rendering of each row stands with the row's English, and how often without; counted once a run."""

    __slots__ = ("_with", "_without")

    def __init__(self, bitext: Bitext) -> None:
        self._with: Counter[Concept] = Counter()
        self._without: Counter[Concept] = Counter()
        for record in bitext.records:
            strangers = _strangers(record.pair)
            for number in record.pair.accepted:
                side = self._without if number in strangers else self._with
                side[concept_of(record.facts.entries[number])] += 1

    def counts(self, term: str, rendering: str) -> tuple[int, int]:
        """Records of a rendering of a term with the term's English, and without."""
        concepts = [c for c in {**self._with, **self._without} if c[0] == term and rendering in c[1]]
        return sum(self._with[c] for c in concepts), sum(self._without[c] for c in concepts)

    def betrays(self, entry: Entry, share: float = LICENSED, fewest: int = 2) -> bool:
        """Whether the rendering without the English is an exception."""
        concept = concept_of(entry)
        licensed, free = self._with[concept], self._without[concept]
        return licensed >= fewest and licensed >= share * (licensed + free - 1)


def unexpected(bitext: Bitext, rows: Rows, phrase: Phrase, usual: Rendering) -> Iterator[Fact]:
    """Places of one phrase, whose usual rendering is known, where a row's rendering stands instead."""
    if len(usual.records) < ESTABLISHED or len(usual.records) < USUAL * len(phrase.records):
        return
    for number in sorted(phrase.records):
        record = bitext.records[number]
        if _is_there(record.chinese, phrase, usual) or _PRONOUN.search(record.english):
            continue
        strangers = _strangers(record.pair)
        if len(strangers) != 1 or len(record.pair.accepted[strangers[0]]) != phrase.records[number]:
            continue
        entry = record.facts.entries[strangers[0]]
        spot = Spot(record.facts.document, *record.pair.accepted[strangers[0]][0])
        text = spot.document.text[spot.start : spot.end]
        if entry.keep or len(text) < 2 or not rows.betrays(entry):
            continue
        if explained(bitext, phrase, text, number, content_stems(phrase.text)):
            continue
        values = {"rendering": text, "expected": usual.text, "source": phrase.surfaces(record.english)[0]}
        span = spot.document.span(spot.start, spot.end)
        yield Fact("unexpected", place(spot), values, spot.document.source.text[span.start : span.end], entry.term)


def confused(bitext: Bitext, rows: Rows) -> Iterator[Fact]:
    """Labels, headings and cells whose English has one row's term, and whose Chinese another row's rendering in its place.

    "LogRecord objects" as LogRecord 属性: a passage so short that the one can only stand for the other.
    """
    for record in bitext.records:
        entries = record.facts.entries
        strangers = _strangers(record.pair)
        missing = [number for number in record.pair.occurrences if not _is_rendered(record.pair, number, entries[number])]
        if len(strangers) != 1 or len(missing) != 1 or len(record.pair.occurrences) - 1 + _others(record.english) > OTHERS:
            continue
        there, meant = entries[strangers[0]], entries[missing[0]]
        places, occurrences = record.pair.accepted[strangers[0]], record.pair.occurrences[missing[0]]
        if len(places) != len(occurrences) or there.keep or meant.contextual or not rows.betrays(there, MOSTLY, FIRMLY):
            continue
        spot = Spot(record.facts.document, *places[0])
        text = spot.document.text[spot.start : spot.end]
        if len(text) < 2 or _are_related(there, meant) or _is_explained(text, record.english, meant):
            continue
        values = {"rendering": text, "expected": meant.preferred or "", "source": occurrences[0].surface}
        span = spot.document.span(spot.start, spot.end)
        yield Fact("unexpected", place(spot), values, spot.document.source.text[span.start : span.end], there.term)


def _others(english: str) -> int:
    """Content words of an English text in which the terms are masked."""
    return len(content_words(english))


def _is_rendered(seen: PairFacts, number: int, entry: Entry) -> bool:
    return entry.keep or entry.undecided or number in seen.accepted or number in seen.deprecated or number in seen.english


def _are_related(one: Entry, other: Entry) -> bool:
    """Whether two rows share an English word, or a part of a rendering: "commit" and "commit message"."""
    first, second = (frozenset().union(*map(content_stems, entry.source)) for entry in (one, other))
    if any(a.startswith(b[:4]) for a in first for b in second if len(b) > 2):
        return True
    return any(a in b or b in a or likeness(a, b) >= ALIKE for a in one.accepted for b in other.accepted)


def _is_explained(text: str, english: str, meant: Entry) -> bool:
    """Whether the dictionary gives a rendering for another English word, or for the very term: 用途 for "usage" as well as "use"."""
    own = frozenset().union(*map(content_stems, meant.source))
    return (
        not words_for(text).isdisjoint(content_stems(english))
        or any(gives(text, content_stems(form)) for form in meant.source)
        or (not words_for(text).isdisjoint(own))
    )


def _is_there(chinese: str, phrase: Phrase, usual: Rendering) -> bool:
    """Whether the phrase is rendered as usual, in a part of that, or left in English."""
    pairs = (usual.text[at : at + 2] for at in range(len(usual.text) - 1))
    return any(pair in chinese for pair in pairs) or usual.text in chinese or phrase.text.lower() in chinese


def _strangers(seen: PairFacts) -> list[int]:
    """The rows whose rendering stands in the Chinese of a pair, and whose English stands nowhere in it."""
    named = {occurrence.entry for occurrence, _ in seen.innocent} | seen.occurrences.keys()
    return [number for number in seen.accepted if number not in named]
