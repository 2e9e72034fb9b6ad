"""How well two sizes fit together (Gale and Church 1993), with the ratio and the spread estimated per document.

A size is counted in letters of the English side: other letters count one, a Han character counts `ratio`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.align.features import Features
from linter.align.items import Item
from linter.records import NamedTuple

CAP = 12.0  # nats: a length can make a pair unlikely, never impossible
_USUAL = 2.8  # English letters, spaces not counted, for one Han character of a translation
_SPREAD = 20.4  # variance of the difference per letter; measured on literary chapters
_BOUNDS = (1.6, 5.0)
_SPREADS = (5.0, 30.0)
_ENOUGH = 12  # pairs before a document's own figures outweigh the usual ones


class Lengths(NamedTuple):
    ratio: float = _USUAL
    spread: float = _SPREAD

    def size(self, seen: Features) -> float:
        return seen.other + self.ratio * seen.han

    def cost(self, source: float, target: float) -> float:
        """Nats against two sizes belonging together, 0 where they are equal."""
        difference = source - target
        return min(difference * difference / (self.spread * (source + target) + 2.0), CAP)


def first_guess(source: Sequence[Item], target: Sequence[Item]) -> Lengths:
    """From the sums of both sides: Han on the one must make up for the letters that the other has more."""
    han = sum(i.features.han for i in target) - sum(i.features.han for i in source)
    letters = sum(i.features.other for i in source) - sum(i.features.other for i in target)
    if han <= 0 or letters <= 0:
        return Lengths()
    weight = min(len(source), len(target))
    ratio = (letters + _USUAL * 20 * _ENOUGH) / (han + 20 * _ENOUGH) if weight < _ENOUGH else letters / han
    return Lengths(min(max(ratio, _BOUNDS[0]), _BOUNDS[1]))


def refined(old: Lengths, pairs: Iterable[tuple[Item, Item]]) -> Lengths:
    """From one-to-one pairs that are believed: the median ratio and a robust spread."""
    ratios, seen = [], []
    for source, target in pairs:
        han = target.features.han - source.features.han
        letters = source.features.other - target.features.other
        if han >= 8 and letters > 0:
            ratios.append(letters / han)
        seen.append((source, target))
    if len(ratios) < _ENOUGH:
        return old
    ratio = min(max(_median(ratios), _BOUNDS[0]), _BOUNDS[1])
    new = Lengths(ratio, old.spread)
    squares = []
    for source, target in seen:
        a, b = new.size(source.features), new.size(target.features)
        if a + b > 40:
            squares.append((a - b) ** 2 / ((a + b) / 2))
    if len(squares) < _ENOUGH:
        return new
    squares.sort()
    # Half of the squares of a normal deviate lie below .455, nine tenths below 2.7: the tail must not be narrower than seen.
    spread = max(squares[len(squares) // 2] / 0.455, squares[len(squares) * 9 // 10] / 2.7)
    return Lengths(ratio, min(max(spread, _SPREADS[0]), _SPREADS[1]))


def _median(values: list[float]) -> float:
    """As `statistics.median`, whose module takes longer to import than a short document to align."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
