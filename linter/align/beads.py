"""Beads: how many source passages belong to how many target passages, and how often that happens."""

from __future__ import annotations

from collections.abc import Iterable

from linter.records import NamedTuple

Shape = tuple[int, int]
Priors = dict[Shape, float]

PARAGRAPHS: Priors = {  # shares; only their ratios matter
    (1, 1): 0.84,
    (1, 2): 0.02,
    (2, 1): 0.02,
    (1, 0): 0.05,
    (0, 1): 0.05,
    (1, 3): 0.004,
    (3, 1): 0.004,
    (2, 2): 0.004,
    (1, 4): 0.001,
    (4, 1): 0.001,
    (2, 3): 0.0005,
    (3, 2): 0.0005,
}
# A comment goes with all the Chinese below it, which code may cut into pieces; neither side often lacks the other.
COMMENTS: Priors = {
    **PARAGRAPHS,
    (1, 0): 0.02,
    (0, 1): 0.02,
    (1, 2): 0.05,
    (1, 3): 0.02,
    (1, 4): 0.01,
    (1, 5): 0.005,
    (1, 6): 0.003,
}
SINGLES: Priors = {(1, 1): 0.96, (1, 0): 0.02, (0, 1): 0.02}  # headings: nobody merges them
_PULL = 25.0  # beads that the given priors weigh when the document's own mix is learnt


class Bead(NamedTuple):
    """Items i..i+a of the source and j..j+b of the target; `posterior` is the probability of exactly this bead."""

    i: int
    a: int
    j: int
    b: int
    posterior: float


def spare_priors(source: int, target: int) -> Priors:
    """Where one side has more passages than the other, some of them have no counterpart."""
    spare = 0.5 * abs(source - target) / max(source, target, 1)
    alone = (1, 0) if source > target else (0, 1)
    return {**PARAGRAPHS, alone: PARAGRAPHS[alone] + spare}


def learnt_priors(given: Priors, beads: Iterable[Bead]) -> Priors:
    """The mix of shapes among the beads, drawn towards the given one."""
    total = sum(given.values())
    counts = {shape: _PULL * share / total for shape, share in given.items()}
    for bead in beads:
        shape = bead.a, bead.b
        if shape in counts:
            counts[shape] += bead.posterior
    return counts
