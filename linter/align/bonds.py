"""What structure says for a bead, in nats: kinds, heading levels, speakers, asides, and the distance in the file."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from linter.align.items import Item
from linter.align.labels import Names, agreement, gains
from linter.records import NamedTuple

_KIND = {frozenset(("item", "text")): -1.5, frozenset(("cell", "item")): -2.0, frozenset(("cell", "text")): -2.5}
_HEADING = -5.0  # a heading and something else
_UNMARKED = -1.0  # a heading and a line of a comment, which may be one without saying so
_HEADINGS = 1.5  # two headings
_LEVEL = -1.0
_ASIDE = -4.0
_NEW_TURN = -4.0  # a bead goes on into the turn of another speaker
_SAME_TURN = -1.5  # the same speaker's label again: after a heading, or after a cut
_SAME_BLOCK, _OTHER_BLOCK = 1.5, -3.0  # lines of one paragraph that holds both languages, or of two
_MERGE = {"heading": -3.0, "item": -0.5, "cell": -3.0, "text": 0.0, "comment": 0.0}


class Steps(NamedTuple):
    """Where one file alternates between the languages: a passage is expected `step` runs behind its source."""

    step: int = 1
    cost: float = 0.0  # nats for each run too near or too far; 0: positions say nothing


class Bonds:
    """Tables over item classes, so that the inner loop only looks up."""

    __slots__ = ("_source", "_target", "_table", "_steps", "_left", "_right", "_extra", "source_merge", "target_merge")

    def __init__(
        self,
        source: Sequence[Item],
        target: Sequence[Item],
        names: Names,
        steps: Steps | None = None,
        extra: Mapping[tuple[int, int], float] | None = None,
    ) -> None:
        """`extra` adds nats to single pairs (source item, target item)."""
        self._left, self._right = [(item.run, item.block) for item in source], [(item.run, item.block) for item in target]
        self._steps, self._extra = steps or Steps(), extra or {}
        gain = gains(target, names)
        sources, targets = _Classes(source), _Classes(target)
        self._source, self._target = sources.numbers, targets.numbers
        self._table = [[_pair(one, two, names, gain) for two in targets.examples] for one in sources.examples]
        self.source_merge = [_merge(one, two, self._steps.cost) for one, two in itertools.pairwise(source)]
        self.target_merge = [_merge(one, two, self._steps.cost) for one, two in itertools.pairwise(target)]

    def pair(self, i: int, j: int) -> float:
        """Nats for source item i and target item j as the first of a bead."""
        value = self._table[self._source[i]][self._target[j]]
        if self._steps.cost:
            value += self._distance(self._left[i], self._right[j])
        return value + self._extra[i, j] if (i, j) in self._extra else value

    def row(self, i: int, low: int, high: int) -> list[float]:
        """`pair(i, j)` for j in [low, high)."""
        if self._steps.cost or self._extra:
            return [self.pair(i, j) for j in range(low, high)]
        table = self._table[self._source[i]]
        return [table[number] for number in self._target[low:high]]

    def _distance(self, source: tuple[int, int], target: tuple[int, int]) -> float:
        (run, block), (other_run, other_block) = source, target
        value = -self._steps.cost * abs(other_run - run - self._steps.step)
        if block >= 0 or other_block >= 0:
            value += _SAME_BLOCK if block == other_block else _OTHER_BLOCK
        return value


class _Classes:
    """Items that structure cannot tell apart share a number."""

    def __init__(self, sequence: Sequence[Item]) -> None:
        known: dict[tuple[str, int, str, bool], int] = {}
        self.numbers: list[int] = []
        self.examples: list[Item] = []
        for item in sequence:
            shape = (item.kind, item.level if item.kind == "heading" else 0, item.label, item.features.aside)
            if shape not in known:
                known[shape] = len(known)
                self.examples.append(item)
            self.numbers.append(known[shape])


def _pair(source: Item, target: Item, names: Names, gain: dict[str, float]) -> float:
    value = agreement(source.label, target.label, names, gain)
    if source.kind == target.kind:
        if source.kind == "heading":
            value += _HEADINGS + (_LEVEL * min(abs(source.level - target.level), 2) if source.level and target.level else 0.0)
    elif "heading" in (source.kind, target.kind):
        value += _UNMARKED if source.kind == "comment" else _HEADING
    else:
        value += _KIND.get(frozenset((source.kind, target.kind)), 0.0)
    return value + (_ASIDE if source.features.aside != target.features.aside else 0.0)


def _merge(first: Item, second: Item, run_cost: float) -> float:
    """Nats for two neighbours of one side in the same bead."""
    value = _MERGE[first.kind] if first.kind == second.kind else _HEADING
    if second.label:
        value += _SAME_TURN if second.label == first.label else _NEW_TURN
    if first.features.aside != second.features.aside:
        value += _ASIDE
    return value - run_cost * abs(second.run - first.run) / 2
