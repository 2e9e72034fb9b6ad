"""Neighbouring items of one side taken together."""

from __future__ import annotations

from collections.abc import Sequence

from linter.align.evidence import Evidence
from linter.align.items import Item
from linter.align.lengths import Lengths

_KEPT = 20_000  # unions of anchors that are remembered: those of a few thousand neighbouring items


class Spans:
    """`sizes[n][k]` and `merges[n][k]` are the size, and the nats of merging, of n items from item k on."""

    __slots__ = ("sizes", "merges", "_single", "_evidence", "_side", "_unions")

    def __init__(
        self, items: Sequence[Item], evidence: Evidence, merges: Sequence[float], lengths: Lengths, most: int, side: int
    ) -> None:
        sizes = [lengths.size(item.features) for item in items]
        self.sizes: list[list[float]] = [[], sizes]
        self.merges: list[list[float]] = [[], [0.0] * len(items)]
        for count in range(2, most + 1):
            starts = range(len(items) - count + 1)
            self.sizes.append([self.sizes[-1][k] + sizes[k + count - 1] for k in starts])
            self.merges.append([self.merges[-1][k] + merges[k + count - 2] for k in starts])
        anchors, misses = (evidence.target, evidence.target_miss) if side else (evidence.source, evidence.source_miss)
        self._single = list(zip(anchors, misses, strict=True))
        self._evidence, self._side = evidence, side
        self._unions: dict[tuple[int, int], tuple[frozenset[str], float]] = {}

    def anchors(self, first: int, count: int) -> tuple[frozenset[str], float]:
        """All anchors of `count` items from `first` on, and the nats if none of them is found on the other side."""
        if count == 1:
            return self._single[first]
        known = self._unions.get((first, count))
        if known is None:
            keys, miss = self.anchors(first, count - 1)
            new = self._single[first + count - 1][0] - keys
            known = keys | new, miss + self._evidence.missing(new, self._side)
            if len(self._unions) >= _KEPT:
                self._unions.clear()
            self._unions[first, count] = known
        return known
