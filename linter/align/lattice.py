"""The sum over all paths through a band: the best sequence of beads, each with its forward-backward posterior."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Protocol

from linter.align.beads import Bead, Shape
from linter.align.corridor import Band

_FAR = 40.0  # nats: further behind, a path adds nothing to a sum


class Scorer(Protocol):
    shapes: list[tuple[Shape, float]]

    def bead(self, i: int, j: int, a: int, b: int, prior: float) -> float | None: ...


def best_beads(rows: int, columns: int, band: Band, scorer: Scorer, cuts: Sequence[tuple[int, int]] = ()) -> list[Bead]:
    """The most probable path from (0, 0) to (rows, columns).  Time and memory are linear in the cells of the band.

    `cuts` are rising points that the path is known to pass: the parts between them are solved one after the other, so that
    memory holds one part only.
    """
    if not cuts:
        return _solve(rows, columns, band, scorer)
    beads: list[Bead] = []
    for (i, j), (k, m) in itertools.pairwise([(0, 0), *cuts, (rows, columns)]):
        part = Band([max(0, low - j) for low in band.low[i : k + 1]], [min(m, high) - j for high in band.high[i : k + 1]])
        part.low[0], part.high[-1] = 0, m - j
        beads += (Bead(b.i + i, b.a, b.j + j, b.b, b.posterior) for b in _solve(k - i, m - j, part, _Shifted(scorer, i, j)))
    return beads


class _Shifted:
    """A scorer seen from a point of the lattice."""

    def __init__(self, scorer: Scorer, i: int, j: int) -> None:
        self.shapes, self._score, self._i, self._j = scorer.shapes, scorer.bead, i, j

    def bead(self, i: int, j: int, a: int, b: int, prior: float) -> float | None:
        return self._score(i + self._i, j + self._j, a, b, prior)


def _solve(rows: int, columns: int, band: Band, scorer: Scorer) -> list[Bead]:
    low, high = band
    shapes = scorer.shapes
    score = scorer.bead
    start = 0
    starts = []  # row -> number of its first node
    for i in range(rows + 1):
        starts.append(start - low[i])
        start += high[i] - low[i] + 1
    total = [-math.inf] * start  # forward log sums
    best = [-math.inf] * start
    edges: list[list[tuple[int, float, int, int]]] = [[] for _ in range(start)]  # (node before, log score, a, b)
    came: list[tuple[int, float, int, int] | None] = [None] * start
    total[starts[0]] = best[starts[0]] = 0.0
    exp, log = math.exp, math.log
    for i in range(rows + 1):
        for j in range(low[i], high[i] + 1):
            node = starts[i] + j
            entering = edges[node]
            values = []
            top = best[node]
            for (a, b), prior in shapes:
                above, left = i - a, j - b
                if above < 0 or left < low[above] or left > high[above]:
                    continue
                before = starts[above] + left
                behind = total[before]
                if behind == -math.inf:
                    continue
                value = score(above, left, a, b, prior)
                if value is None:
                    continue
                edge = before, value, a, b
                entering.append(edge)
                values.append(behind + value)
                if best[before] + value > top:
                    top = best[before] + value
                    came[node] = edge
            if values:
                best[node] = top
                highest = max(values)
                total[node] = highest + log(sum(exp(value - highest) for value in values if value > highest - _FAR))
    return _posteriors(band, total, edges, came)


def _posteriors(
    band: Band,
    total: list[float],
    edges: list[list[tuple[int, float, int, int]]],
    came: list[tuple[int, float, int, int] | None],
) -> list[Bead]:
    low, high = band
    rows, columns = len(low) - 1, high[-1]
    last = len(total) - 1
    rest = [-math.inf] * len(total)  # backward log sums
    rest[last] = 0.0
    whole = total[last]
    exp, log1p = math.exp, math.log1p
    # An item without counterpart: the sum over every place of the path where it can be skipped.
    alone = [0.0] * rows, [0.0] * columns
    node = last
    for i in range(rows, -1, -1):
        for j in range(high[i], low[i] - 1, -1):
            behind = rest[node]
            if behind > -math.inf:
                for before, value, a, b in edges[node]:
                    value += behind
                    old = rest[before]
                    if value > old:
                        rest[before] = value + log1p(exp(old - value)) if old > value - _FAR else value
                    elif value > old - _FAR:
                        rest[before] = old + log1p(exp(value - old))
                    if not (a and b):
                        share = total[before] + value - whole
                        if share > -_FAR:
                            alone[b][j - 1 if b else i - 1] += exp(min(0.0, share))
            node -= 1
    beads = []
    node, i, j = last, rows, columns
    while i or j:
        edge = came[node]
        assert edge is not None  # skips alone reach every node of a band
        before, value, a, b = edge
        posterior = exp(min(0.0, total[before] + value + rest[node] - whole))
        i, j, node = i - a, j - b, before
        if not (a and b):
            posterior = min(1.0, alone[b][j if b else i])
        beads.append(Bead(i, a, j, b, posterior))
    beads.reverse()
    return beads
