"""The forward-backward sums against every path written out."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import pytest

from linter.align.beads import Bead, Shape
from linter.align.corridor import Band, around, full
from linter.align.lattice import best_beads

SHAPES: list[Shape] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)]


class Toy:
    """Scores that depend on everything, and a few beads that are not followed."""

    def __init__(self) -> None:
        self.shapes = [(shape, -0.3 * number) for number, shape in enumerate(SHAPES)]

    def bead(self, i: int, j: int, a: int, b: int, prior: float) -> float | None:
        if (i, j, a, b) == (1, 1, 2, 1):
            return None
        return prior + math.sin(7 * i + 3 * j + a - 2 * b)


def paths(rows: int, columns: int, band: Band) -> Iterator[tuple[float, list[tuple[int, int, int, int]]]]:
    def walk(i: int, j: int) -> Iterator[tuple[float, list[tuple[int, int, int, int]]]]:
        if (i, j) == (rows, columns):
            yield 0.0, []
        for (a, b), prior in Toy().shapes:
            k, m = i + a, j + b
            if k > rows or m > columns or not band.low[k] <= m <= band.high[k]:
                continue
            value = Toy().bead(i, j, a, b, prior)
            if value is not None:
                for rest, beads in walk(k, m):
                    yield value + rest, [(i, a, j, b), *beads]

    return walk(0, 0)


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (3, 3), (4, 2), (2, 5), (4, 4)])
def test_posteriors_are_shares_of_all_paths(rows: int, columns: int) -> None:
    band = full(rows, columns)
    every = list(paths(rows, columns, band))
    whole = sum(math.exp(score) for score, _ in every)
    best = max(every)[1]
    found = best_beads(rows, columns, band, Toy())
    assert [bead[:4] for bead in found] == best
    for bead in found:
        if bead.a and bead.b:
            same = [score for score, beads in every if bead[:4] in beads]
        else:  # an item without counterpart: wherever on the path it is skipped
            side, item = (1, bead.i) if bead.a else (3, bead.j)
            same = [s for s, beads in every if any(b[side - 1] == item and b[side] == 1 and not b[4 - side] for b in beads)]
        assert bead.posterior == pytest.approx(sum(map(math.exp, same)) / whole)


def test_only_the_band_is_walked() -> None:
    band = Band([0, 0, 1, 2], [1, 2, 3, 3])
    every = list(paths(3, 3, band))
    found = best_beads(3, 3, band, Toy())
    assert [bead[:4] for bead in found] == max(every)[1]


def test_beads_cover_both_sides_once() -> None:
    found = best_beads(6, 5, full(6, 5), Toy())
    assert [i for bead in found for i in range(bead.i, bead.i + bead.a)] == list(range(6))
    assert [j for bead in found for j in range(bead.j, bead.j + bead.b)] == list(range(5))
    assert all(isinstance(bead, Bead) and 0 <= bead.posterior <= 1 for bead in found)


def test_a_path_solved_in_parts_is_the_same_path() -> None:
    whole = best_beads(9, 9, full(9, 9), Toy())
    cuts = [(bead.i, bead.j) for bead in whole if 3 <= bead.i <= 6]
    parts = best_beads(9, 9, full(9, 9), Toy(), cuts)
    assert len(cuts) > 1
    assert [bead[:4] for bead in parts] == [bead[:4] for bead in whole]


@pytest.mark.parametrize(
    ("path", "rows", "columns"),
    [
        ([(0, 0), (5, 5)], 5, 5),
        ([(0, 0), (3, 0), (3, 9), (10, 9)], 10, 9),
        ([(0, 0), (0, 7), (4, 7)], 4, 7),
        ([(0, 0), (50, 2), (51, 40)], 51, 40),
        ([(0, 0), (9, 0)], 9, 0),
    ],
)
@pytest.mark.parametrize("width", [0, 1, 4])
def test_a_band_holds_its_path_and_can_be_walked(path: list[tuple[int, int]], rows: int, columns: int, width: int) -> None:
    band = around(path, rows, columns, [width] * (len(path) - 1))
    assert (band.low[0], band.high[rows]) == (0, columns)
    assert all(band.low[i] <= j <= band.high[i] for i, j in path)
    for i, k in itertools.pairwise(range(rows + 1)):
        assert band.low[i] <= band.low[k] <= band.high[i] <= band.high[k]
