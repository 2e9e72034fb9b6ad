"""What became of the terms of a text, in shares: how many of the places that have a term follow the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from linter.glossary.model import Entry
from linter.judge.facts import Facts, PairFacts
from linter.judge.model import Concept, Verdict, concept_of
from linter.records import NamedTuple

FOLLOWED, DIVERGENT, IN_ENGLISH, OMITTED = OUTCOMES = ("followed", "divergent", "left-in-english", "omitted")
REPEATED, EXCLUDED = "repeated", "excluded"  # a repeat that was dropped, an occurrence that is not the term: counted apart
_OUTCOME = {"accepted": FOLLOWED, "near-form": FOLLOWED, "left-in-english": IN_ENGLISH, "omitted": OMITTED}
_HARDEST = (DIVERGENT, IN_ENGLISH, OMITTED, FOLLOWED, REPEATED, EXCLUDED)
_Z = 1.959963984540054  # of a 95 % interval


class Shares(NamedTuple):
    """Counts of occurrences.  The first four are what is judged."""

    followed: int = 0
    divergent: int = 0
    in_english: int = 0
    omitted: int = 0
    repeated: int = 0
    excluded: int = 0

    @property
    def judged(self) -> int:
        return sum(self[:4])

    @property
    def adherence(self) -> float | None:
        """The share that follows the glossary; None where nothing was judged."""
        return self.followed / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        return wilson(self.followed, self.judged) if self.judged else None


class RowShares(NamedTuple):
    """`instead`: what is written in place of the row's rendering, the most frequent first."""

    entry: Entry
    shares: Shares
    instead: tuple[tuple[str, int], ...]


class PairOutcome(NamedTuple):
    """One pair with its verdicts, one for each occurrence that was judged or left out, in the order of the source.

    `outcome` is the hardest of them: divergent, left-in-english, omitted, followed; "untranslated" where the target holds no Chinese,
    "no-terms" where nothing in the source was judged.
    """

    facts: Facts
    seen: PairFacts
    outcome: str
    verdicts: tuple[Verdict, ...]


class Adherence(NamedTuple):
    """`rows`: those that were met, the one with the most places that do not follow it first; `unmet`: how many were not."""

    shares: Shares
    rows: tuple[RowShares, ...]
    pairs: tuple[PairOutcome, ...]
    unmet: int = 0


def outcome_of(verdict: Verdict) -> str:
    """One of OUTCOMES, REPEATED or EXCLUDED."""
    if verdict.relation == "not-the-term":
        return EXCLUDED
    if verdict.relation == "accepted" and any(reason.key == "repeat" for reason in verdict.reasons):
        return REPEATED
    return _OUTCOME.get(verdict.relation, DIVERGENT)


def adherence(all_facts: Sequence[Facts], verdicts: Iterable[Verdict], chosen: Iterable[Entry] | None = None) -> Adherence:
    """The outcomes of all pairs of some documents.

    `verdicts` are those of these documents; what stands in a Chinese text without a source is no occurrence and does not count.
    `chosen`: only these rows.
    """
    wanted = None if chosen is None else {concept_of(entry) for entry in chosen}
    by_pair: dict[tuple[int, tuple[int, ...]], dict[tuple[int, Concept], Verdict]] = {}
    for verdict in verdicts:
        if verdict.source_start < 0 or (wanted is not None and concept_of(verdict.entry) not in wanted):
            continue
        here = by_pair.setdefault((id(verdict.document), verdict.source_passages), {})
        place = verdict.source_start, concept_of(verdict.entry)
        known = here.get(place)
        if known is None or _HARDEST.index(outcome_of(verdict)) < _HARDEST.index(outcome_of(known)):
            here[place] = verdict  # two wrong renderings for one occurrence are one place that diverges
    counts: dict[Concept, Counter[str]] = {}
    instead: dict[Concept, Counter[str]] = {}
    entries: dict[Concept, Entry] = {}
    pairs = []
    for facts in all_facts:
        for seen in facts.pairs:
            found = sorted(by_pair.get((id(facts.document), seen.pair.source), {}).items(), key=lambda item: item[0][0])
            told = []
            for (_, concept), verdict in found:
                outcome = outcome_of(verdict)
                entries.setdefault(concept, verdict.entry)
                counts.setdefault(concept, Counter())[outcome] += 1
                if outcome in (DIVERGENT, IN_ENGLISH) and verdict.rendering:
                    instead.setdefault(concept, Counter())[verdict.rendering] += 1
                told.append(verdict)
            pairs.append(PairOutcome(facts, seen, _of_pair(facts, seen, told), tuple(told)))
    rows = [
        RowShares(entries[concept], _shares(count), tuple(sorted(instead.get(concept, Counter()).items(), key=_by_count)))
        for concept, count in counts.items()
    ]
    rows = [row for row in rows if row.shares.judged]
    rows.sort(key=lambda row: (row.shares.followed - row.shares.judged, -row.shares.judged, row.entry.term, row.entry.place))
    every = {concept_of(entry) for scanner in {id(f.scanner): f.scanner for f in all_facts}.values() for entry in scanner.entries}
    unmet = len(every if wanted is None else every & wanted) - len(rows)
    return Adherence(_shares(sum(counts.values(), Counter())), tuple(rows), tuple(pairs), unmet)


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (1927): sensible for few trials and for shares of 0 and 1.  `trials` > 0."""
    share, square = successes / trials, _Z * _Z / trials
    middle = (share + square / 2) / (1 + square)
    half = _Z / (1 + square) * sqrt(share * (1 - share) / trials + square / (4 * trials))
    return max(0.0, middle - half), min(1.0, middle + half)


def _shares(count: Counter[str]) -> Shares:
    return Shares(*(count[name] for name in (*OUTCOMES, REPEATED, EXCLUDED)))


def _of_pair(facts: Facts, seen: PairFacts, verdicts: Sequence[Verdict]) -> str:
    outcomes = {outcome_of(verdict) for verdict in verdicts}
    hardest = next((name for name in _HARDEST[:4] if name in outcomes), None)
    if hardest is not None:
        return hardest
    passages = facts.document.passages
    return "no-terms" if any(passages[number].lang == "zh" for number in seen.pair.target) else "untranslated"


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
