"""The same Chinese standing under different English: a paragraph was pasted twice, and one of its places lacks its translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.align.beads import Bead
from linter.align.fit import Fit
from linter.align.items import Item

_HAN = 12  # shorter texts recur for good reasons: 是的, 例如
_DOUBT = -15.0  # nats
_ALIKE = 0.6  # share of the words of two sources
_CLEAR = 1.0  # nats: a copy that is no clearer than this gives way to the first place


def doubted(source: Sequence[Item], target: Sequence[Item], beads: Iterable[Bead], fit: Fit) -> dict[tuple[int, int], float]:
    """Pairs (source item, target item) that hold a copy, with the nats that speak against them."""
    places: dict[str, list[tuple[int, int]]] = {}
    for bead in beads:
        if bead.a == bead.b == 1 and target[bead.j].features.han >= _HAN:
            places.setdefault(" ".join(target[bead.j].text.split()), []).append((bead.i, bead.j))
    doubts: dict[tuple[int, int], float] = {}
    for pairs in places.values():
        if len(pairs) < 2:
            continue
        best, highest = pairs[0], fit.single(*pairs[0])
        for pair in pairs[1:]:
            score = fit.single(*pair)
            if score > highest + _CLEAR:
                best, highest = pair, score
        for i, j in pairs:
            if not _alike(source[i], source[best[0]]):
                doubts[i, j] = _DOUBT
    return doubts


def _alike(one: Item, other: Item) -> bool:
    """Nearly the same English may well have the same Chinese."""
    mine, theirs = one.features.words, other.features.words
    return one.text == other.text or len(mine & theirs) > _ALIKE * len(mine | theirs)
