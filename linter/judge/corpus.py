"""The run's pairs as one searchable corpus: who obeys which row, and where any string stands.

Identical pairs count once: boilerplate must not vote.  Strings are counted in records (pairs), not in places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from linter.judge.contexts import features
from linter.judge.english import content_stems
from linter.judge.facts import Facts, Occurrence, PairFacts
from linter.judge.model import Concept as Concept
from linter.judge.model import concept_of as concept_of
from linter.records import NamedTuple
from linter.scan.fold import fold
from linter.scan.hits import Scanner


class Record(NamedTuple):
    """One pair of the corpus.  `text` is the folded Chinese; `english` the English, unfolded."""

    text: str
    english: str


class Use(NamedTuple):
    """How the pairs of a concept divide: records where the row is followed, and where nothing of it is found."""

    followed: tuple[int, ...]
    partly: frozenset[int]  # of these, the records with fewer renderings than occurrences: they may hold a wrong one besides
    missing: tuple[int, ...]


class Elsewhere(NamedTuple):
    """The records that hold a string and whose English lacks a term, in order, and their share of all that lack it."""

    records: tuple[int, ...]
    share: float


def _named(seen: PairFacts) -> dict[int, list[Occurrence]]:
    """The terms of a pair, those in names and idioms included: their renderings are there for them."""
    named = {number: list(places) for number, places in seen.occurrences.items()}
    for occurrence, _ in seen.innocent:
        named.setdefault(occurrence.entry, []).append(occurrence)
    return named


class Corpus:
    """Built once a run from Facts, in the order given; queries are cached, so it is not shared between threads."""

    __slots__ = (
        "_accepted",
        "_bigrams",
        "_contexts",
        "_elsewhere",
        "_grams",
        "_holding",
        "_occurring",
        "_rendered",
        "_scanners",
        "_shared",
        "_stem_counts",
        "_stems",
        "claims",
        "records",
        "uses",
        "where",
    )

    def __init__(self, all_facts: Sequence[Facts]) -> None:
        self.records: list[Record] = []
        self.uses: dict[Concept, Use] = {}
        self.claims: list[
            tuple[tuple[str, int], ...]
        ] = []  # per record: accepted renderings of its terms, folded, with occurrences
        self.where: dict[int, int] = {}  # id(PairFacts) -> record
        self._occurring: dict[Concept, dict[int, list[tuple[str, int, int]]]] = {}  # places in the English, by record
        self._contexts: dict[Concept, dict[int, frozenset[str]]] = {}
        self._accepted: dict[tuple[str, ...], tuple[str, ...]] = {}  # renderings of a row -> folded
        self._bigrams: dict[str, list[int]] | None = None
        self._holding: dict[str, frozenset[int]] = {}
        self._rendered: dict[str, frozenset[Concept]] = {}
        self._scanners: dict[int, Scanner] = {}  # of the documents with pairs, by id
        self._elsewhere: dict[tuple[Concept, str], Elsewhere] = {}
        self._shared: dict[tuple[int, ...], dict[str, int]] = {}
        self._stems: list[frozenset[str]] | None = None
        self._grams: dict[int, frozenset[str]] = {}
        self._stem_counts: Counter[str] | None = None
        self._build(all_facts)

    def _build(self, all_facts: Sequence[Facts]) -> None:
        known: dict[Record, int] = {}
        followed: dict[Concept, dict[int, None]] = {}
        missing: dict[Concept, dict[int, None]] = {}
        partly: dict[Concept, set[int]] = {}
        for facts in all_facts:
            if facts.source is None:
                continue
            self._scanners.setdefault(id(facts.scanner), facts.scanner)
            folded = fold(facts.document.text)
            for seen in facts.pairs:
                number = self._add(facts, folded, seen, known)
                self.where[id(seen)] = number
                if seen.pair.posterior < 0.5:
                    continue
                for number_of, places in seen.occurrences.items():
                    entry = facts.entries[number_of]
                    concept = concept_of(entry)
                    right = number_of in seen.accepted or (entry.keep and number_of in seen.english)
                    if right and len(places) > len(seen.accepted.get(number_of, ())) + len(seen.english.get(number_of, ())):
                        partly.setdefault(concept, set()).add(number)
                    side = followed if right else missing
                    side.setdefault(concept, {})[number] = None
                    occurring = self._occurring.setdefault(concept, {}).setdefault(number, [])
                    occurring += [(facts.source.text, o.start, o.end) for o in places]
        for concept in {**followed, **missing}:
            self.uses[concept] = Use(
                tuple(followed.get(concept, ())), frozenset(partly.get(concept, ())), tuple(missing.get(concept, ()))
            )

    def _add(self, facts: Facts, folded: str, seen: PairFacts, known: dict[Record, int]) -> int:
        document, source = facts.document, facts.source
        assert source is not None
        text = "\n".join(folded[document.passages[p].start : document.passages[p].end] for p in seen.pair.target)
        english = "\n".join(source.text[source.passages[p].start : source.passages[p].end] for p in seen.pair.source)
        record = Record(text, english)
        number = known.setdefault(record, len(self.records))
        if number == len(self.records):
            self.records.append(record)
            self.claims.append(
                tuple(
                    (form, len(places))
                    for entry, places in _named(seen).items()
                    for form in self._folded(facts.entries[entry].accepted)
                    if form in text
                )
            )
        return number

    def _folded(self, accepted: tuple[str, ...]) -> tuple[str, ...]:
        found = self._accepted.get(accepted)
        if found is None:
            found = self._accepted[accepted] = tuple(map(fold, accepted))
        return found

    def is_free(self, number: int, text: str, but: frozenset[str]) -> bool:
        """Whether a record holds a string more often than the accepted renderings of its other terms account for."""
        claimed = sum(count for form, count in self.claims[number] if text in form and form not in but)
        return claimed == 0 or self.records[number].text.count(text) > claimed

    def rendered(self, text: str) -> frozenset[Concept]:
        """The rows that accept a folded string as a rendering, in the glossaries of all documents with pairs."""
        found = self._rendered.get(text)
        if found is None:
            rows = (entry for scanner in self._scanners.values() for entry in scanner.rows_rendered(text))
            found = self._rendered[text] = frozenset(map(concept_of, rows))
        return found

    def holding(self, text: str) -> frozenset[int]:
        """The records whose Chinese contains a string of two or more characters."""
        found = self._holding.get(text)
        if found is None:
            found = self._holding[text] = self._find(text)
        return found

    def _find(self, text: str) -> frozenset[int]:
        if self._bigrams is None:
            index: dict[str, list[int]] = {}
            for number, record in enumerate(self.records):
                chinese = record.text
                for bigram in {chinese[i : i + 2] for i in range(len(chinese) - 1)}:
                    index.setdefault(bigram, []).append(number)
            self._bigrams = index
        rarest: Sequence[int] = min((self._bigrams.get(text[i : i + 2], []) for i in range(len(text) - 1)), key=len, default=[])
        if len(text) == 2:
            return frozenset(rarest)
        return frozenset(number for number in rarest if text in self.records[number].text)

    def elsewhere(self, concept: Concept, text: str) -> Elsewhere:
        """Where a string stands without the English of a term."""
        found = self._elsewhere.get((concept, text))
        if found is None:
            with_term = frozenset(self.uses[concept].missing).union(self.uses[concept].followed)
            records = tuple(sorted(self.holding(text) - with_term))
            found = Elsewhere(records, len(records) / max(1, len(self.records) - len(with_term)))
            self._elsewhere[concept, text] = found
        return found

    def grams(self, number: int, cut: Callable[[str], Iterable[str]]) -> frozenset[str]:
        """The candidate strings of a record, cut once."""
        found = self._grams.get(number)
        if found is None:
            found = self._grams[number] = frozenset(cut(self.records[number].text))
        return found

    def contexts(self, concept: Concept, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
        """The features of a term's occurrences, by record; most are never asked for."""
        occurring = self._occurring.get(concept, {})
        known = self._contexts.setdefault(concept, {})
        for number in numbers:
            if number in occurring and number not in known:
                known[number] = frozenset().union(*(features(*place) for place in occurring[number]))
        return {number: known[number] for number in numbers if number in known}

    @property
    def _stems_of_all(self) -> list[frozenset[str]]:
        if self._stems is None:
            self._stems = [content_stems(record.english) for record in self.records]
        return self._stems

    def stems(self, number: int) -> frozenset[str]:
        """Content stems of a record's English."""
        return self._stems_of_all[number]

    def stem_count(self, stem: str) -> int:
        """In how many records a stem stands."""
        if self._stem_counts is None:
            self._stem_counts = Counter(chain.from_iterable(self._stems_of_all))
        return self._stem_counts[stem]

    def shared_stems(self, numbers: Sequence[int]) -> Mapping[str, int]:
        """How many of the records hold each stem that stands in more than one of them; the stems in order."""
        key = tuple(numbers)
        found = self._shared.get(key)
        if found is None:
            counts = Counter(chain.from_iterable(map(self._stems_of_all.__getitem__, key)))
            found = self._shared[key] = {stem: count for stem, count in sorted(counts.items()) if count > 1}
        return found
