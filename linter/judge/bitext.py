"""The sure pairs of a run as records for mining: what stands in how many of them, found fast.

A record is one pair of high posterior.  A pair whose two sides both stood in one before counts no second time: boilerplate must
not vote.  Counts are of records, not of places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern

from linter.documents.model import MASK
from linter.judge.english import content_words, stem
from linter.judge.facts import Facts, PairFacts
from linter.judge.words import words
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.fold import fold

SURE = 0.9  # posterior of a pair that counts
_LONGEST = 4000  # characters of a side; what is longer is no passage that a person aligned
_POINTING = "该此这那其某每各本"  # words that begin with one of these were cut wrongly, or are no part of a term
_HAN = lazy("[\u3400-\u9fff]")

_stem = lru_cache(maxsize=100_000)(stem)  # the words of a run are few

Run = tuple[tuple[str, ...], bytes]  # the words of one run of Han, and for each a 1 if it may begin or end a term


class Record(NamedTuple):
    """english: the source passages, terms of the glossary masked; chinese: the target passages, folded.

    Passages are joined by a line end, so that nothing is found across two of them.
    """

    facts: Facts
    pair: PairFacts
    english: str
    chinese: str


class Bitext:
    """Records in the order of the documents; queries are cached, so it is not shared between threads."""

    __slots__ = ("_bigrams", "_counts", "_holding", "_runs", "_stem_counts", "_stems", "_vocabularies", "records")

    def __init__(self, all_facts: Iterable[Facts]) -> None:
        self.records = _records(all_facts)
        self._runs: list[tuple[Run, ...] | None] = [None] * len(self.records)
        self._stems: dict[int, frozenset[str]] = {}
        self._stem_counts: Counter[str] | None = None
        self._vocabularies: dict[int, frozenset[str]] = {}
        self._bigrams: dict[str, list[int]] | None = None
        self._holding: dict[str, frozenset[int]] = {}
        self._counts: Counter[str] | None = None

    def runs(self, number: int) -> tuple[Run, ...]:
        """The Chinese of a record, cut into words once."""
        found = self._runs[number]
        if found is None:
            found = self._runs[number] = tuple(
                (tuple(intern(word.text) for word in run), bytes(word.edge and word.text[0] not in _POINTING for word in run))
                for run in words(self.records[number].chinese)
            )
        return found

    def vocabulary(self, number: int) -> frozenset[str]:
        """The words of a record that may begin or end a term."""
        found = self._vocabularies.get(number)
        if found is None:
            found = frozenset(word for texts, edges in self.runs(number) for word, edge in zip(texts, edges, strict=True) if edge)
            self._vocabularies[number] = found
        return found

    def count(self, word: str) -> int:
        """In how many records a word stands as one."""
        if self._counts is None:
            self._counts = Counter()
            for number in range(len(self.records)):
                self._counts.update(self.vocabulary(number))
        return self._counts[word]

    def stems(self, number: int) -> frozenset[str]:
        """Content stems of a record's English, terms of the glossary included."""
        found = self._stems.get(number)
        if found is None:
            facts, seen = self.records[number][:2]
            assert facts.source is not None
            passages = [facts.source.passages[p] for p in seen.pair.source]
            text = "\n".join(facts.source.text[p.start : p.end] for p in passages)
            found = frozenset(map(_stem, content_words(text)))
            self._stems[number] = found
        return found

    def stem_count(self, stem: str) -> int:
        """In how many records a stem stands."""
        if self._stem_counts is None:
            self._stem_counts = Counter(s for number in range(len(self.records)) for s in self.stems(number))
        return self._stem_counts[stem]

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
                chinese = record.chinese
                for bigram in {chinese[i : i + 2] for i in range(len(chinese) - 1)}:
                    index.setdefault(bigram, []).append(number)
            self._bigrams = index
        rarest: Sequence[int] = min((self._bigrams.get(text[i : i + 2], []) for i in range(len(text) - 1)), key=len, default=[])
        if len(text) == 2:
            return frozenset(rarest)
        return frozenset(number for number in rarest if text in self.records[number].chinese)


def _records(all_facts: Iterable[Facts]) -> list[Record]:
    known: set[tuple[str, str]] = set()
    found = []
    for facts in all_facts:
        if facts.source is None or not facts.pairs:
            continue
        folded = fold(facts.document.text)
        for seen in facts.pairs:
            if seen.pair.posterior < SURE:
                continue
            english, chinese = _sides(facts, seen, folded)
            if (english, chinese) in known or not _HAN.search(chinese) or max(len(english), len(chinese)) > _LONGEST:
                continue
            known.add((english, chinese))
            found.append(Record(facts, seen, english, chinese))
    return found


def _sides(facts: Facts, seen: PairFacts, folded: str) -> tuple[str, str]:
    document, source = facts.document, facts.source
    assert source is not None
    chinese = "\n".join(folded[document.passages[p].start : document.passages[p].end] for p in seen.pair.target)
    covered = sorted((o.start, o.end) for places in seen.occurrences.values() for o in places)
    covered += [(occurrence.start, occurrence.end) for occurrence, _ in seen.innocent]
    covered.sort()
    texts = []
    for number in seen.pair.source:
        passage = source.passages[number]
        parts: list[str] = []
        at = passage.start
        for start, end in covered:
            if passage.start <= start < passage.end and end > at:
                begin = max(at, start)
                parts += (source.text[at:begin], MASK * (end - begin))
                at = end
        texts.append("".join((*parts, source.text[at : passage.end])))
    return "\n".join(texts), chinese
