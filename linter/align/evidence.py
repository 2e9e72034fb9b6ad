"""What shared anchors say for a bead, as a log likelihood ratio against chance (after Ma 2006, Champollion: rare anchors say most).

For an anchor of the source, q0 is the chance that some target passage has it anyway, q1 = q0 + rate * (1 - q0) the chance if the
passage is the translation.  Present on both sides it gives ln(q1 / q0), missing on one side ln(1 - rate).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from linter.align.features import Features
from linter.align.items import Item
from linter.align.lexicon import Lexicon

WEIGHT = 0.6  # anchors are not independent of each other
_GRAIN = 2.0**20  # weights are multiples of 1/_GRAIN: their sums are exact, hence the same in whatever order a set is walked
# How often an anchor of this class is carried over: from source to target, and how often the target's is found in the source.
RATES = {
    "n": (0.75, 0.75),  # a number
    "w": (0.60, 0.90),  # a Latin word: Chinese text rarely has one that its source has not
    "l": (0.85, 0.85),  # a literal
    "k": (0.75, 0.65),  # a glossary entry
    "x": (0.50, 0.50),  # a pair of words learnt from this document
    "d": (0.35, 0.35),  # a pair of words of a bilingual dictionary
}


class Evidence:
    """Anchors of both sides with their weights.  `source[i]` and `target[j]` are the anchors that count."""

    __slots__ = ("source", "target", "source_miss", "target_miss", "credit", "_miss", "_latin", "_written", "_spoken")

    def __init__(
        self, source: Sequence[Item], target: Sequence[Item], learnt: Lexicon | None = None, dictionary: Lexicon | None = None
    ) -> None:
        """A word that was learnt from the document is not looked up in the dictionary: the document knows better."""
        self._latin = frozenset(chain.from_iterable(item.features.words for item in target))
        self._written: dict[str, str] = {}  # word of the source -> its anchor
        self._spoken: dict[str, list[str]] = {}  # pair of Han characters -> the anchors that it speaks for
        for mark, lexicon in (("x", learnt or {}), ("d", dictionary or {})):
            for word, grams in lexicon.items():
                if word not in self._written:
                    self._written[word] = mark + word
                    for gram in grams:
                        self._spoken.setdefault(gram, []).append(mark + word)
        left = [self.anchors(item.features, 0) for item in source]
        right = [self.anchors(item.features, 1) for item in target]
        left_counts, right_counts = Counter(chain.from_iterable(left)), Counter(chain.from_iterable(right))
        self.credit: dict[str, float] = {}
        self._miss: dict[str, tuple[float, float]] = {}
        for key in left_counts.keys() & right_counts.keys():
            here, there = left_counts[key], right_counts[key]
            forth, back = RATES[key[0]]
            forth, back = forth * min(1.0, there / here), back * min(1.0, here / there)
            q0 = min(0.9, (there + 0.3) / (len(target) + 1))
            lost, added = _grain(math.log1p(-forth)), _grain(math.log1p(-back))
            self._miss[key] = lost, added
            self.credit[key] = _grain(math.log((q0 + forth * (1 - q0)) / q0)) - lost - added
        both = frozenset(self.credit)
        self.source, self.target = [keys & both for keys in left], [keys & both for keys in right]
        self.source_miss = [self.missing(keys, 0) for keys in self.source]
        self.target_miss = [self.missing(keys, 1) for keys in self.target]

    def anchors(self, seen: Features, side: int) -> frozenset[str]:
        """Every anchor of a text; `side` 0 is the source."""
        if side:
            words = {"w" + word for word in seen.words}
            for gram in seen.grams & self._spoken.keys():
                words.update(self._spoken[gram])
        else:
            words = {"w" + word for word in seen.words & self._latin}
            words.update(self._written[word] for word in seen.words & self._written.keys())
        return seen.anchors | words

    def missing(self, keys: Iterable[str], side: int) -> float:
        """Nats when none of the keys is found on the other side; `side` 0 is the source."""
        miss = self._miss
        total = 0.0
        for key in keys:
            total += miss[key][side]
        return total

    def shared(self, source: frozenset[str], target: frozenset[str]) -> float:
        """Nats that the common keys give back and add."""
        credit = self.credit
        total = 0.0
        if not source.isdisjoint(target):
            for key in source & target:
                total += credit[key]
        return total


def _grain(value: float) -> float:
    return round(value * _GRAIN) / _GRAIN
