"""Two sequences of items in the same order: a quick pass finds the corridor, two full ones learn from the document.

Between the full passes the ratio and spread of lengths, the mix of bead shapes, the speakers' names and a small lexicon are
learnt from the beads that the first one believes; where it left doubts, a bilingual dictionary helps the second.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from linter.align.beads import PARAGRAPHS, Bead, Priors, learnt_priors
from linter.align.bilingual import dictionary
from linter.align.bonds import Bonds, Steps
from linter.align.copies import doubted
from linter.align.corridor import Band, around, first_band, quick_path
from linter.align.evidence import Evidence
from linter.align.fit import Fit
from linter.align.items import Item
from linter.align.labels import matched_names, same_names
from linter.align.lattice import best_beads
from linter.align.lengths import Lengths, first_guess, refined
from linter.align.lexicon import Lexicon, learn
from linter.align.model import Pair
from linter.records import NamedTuple

_BELIEVED = 0.3  # posterior from which a bead teaches
_SURE = 0.7  # posterior from which it teaches lengths
_CERTAIN = 0.99  # posterior from which the last pass need not look far around
_NARROW, _WIDE = 2, 4  # columns on both sides of the path before that the full passes look at
_NEAR = 3  # steps of that path
_PART, _STRAIGHT = 1500, 6  # steps of a path after which it may be cut, and single pairs before and behind a cut


class Setup(NamedTuple):
    """What is known before the sequences are read.  `lengths` and `lexicon` come from a larger part of the same document."""

    priors: Priors = PARAGRAPHS
    steps: Steps = Steps()
    extra: Mapping[tuple[int, int], float] | None = None
    lengths: Lengths | None = None
    lexicon: Lexicon | None = None


class Aligned(NamedTuple):
    beads: list[Bead]  # every item of both sides in exactly one, in order
    lengths: Lengths
    lexicon: Lexicon


_USUAL = Setup()


def align_sequences(source: Sequence[Item], target: Sequence[Item], setup: Setup = _USUAL) -> Aligned:
    if not source or not target:
        beads = [Bead(i, 1, 0, 0, 1.0) for i in range(len(source))]
        beads += [Bead(len(source), 0, j, 1, 1.0) for j in range(len(target))]
        return Aligned(beads, setup.lengths or Lengths(), setup.lexicon or {})
    lengths = setup.lengths or first_guess(source, target)
    names = same_names(source, target)
    evidence = Evidence(source, target, setup.lexicon)
    bonds = Bonds(source, target, names, setup.steps, setup.extra)
    rows, columns = len(source), len(target)
    path = quick_path(source, target, lengths, evidence, bonds, first_band(evidence, rows, columns))
    band = _corridor(path)
    if not names:
        names = matched_names((source[i], target[j]) for i, j in _singles(path))
        bonds = Bonds(source, target, names, setup.steps, setup.extra)
    fit = Fit(source, target, lengths, evidence, bonds, setup.priors, parts=False)
    beads = best_beads(rows, columns, band, fit, _cuts(path))

    believed = [bead for bead in beads if bead.posterior > _BELIEVED and bead.a and bead.b]
    lexicon = learn(([*source[k.i : k.i + k.a]], [*target[k.j : k.j + k.b]]) for k in believed)
    lexicon = {**(setup.lexicon or {}), **lexicon}
    if setup.lengths is None:
        singles = (k for k in believed if k.a == k.b == 1 and k.posterior > _SURE)
        lengths = refined(lengths, ((source[k.i], target[k.j]) for k in singles))
    doubtful = any(bead.posterior <= _CERTAIN for bead in beads)
    evidence = Evidence(source, target, lexicon, dictionary(source, target) if doubtful else None)
    priors = learnt_priors(setup.priors, beads)
    fit = Fit(source, target, lengths, evidence, bonds, priors)
    copies = doubted(source, target, beads, fit)
    if copies:
        fit = Fit(
            source,
            target,
            lengths,
            evidence,
            Bonds(source, target, names, setup.steps, {**(setup.extra or {}), **copies}),
            priors,
        )
    path = [(0, 0), *((bead.i + bead.a, bead.j + bead.b) for bead in beads)]
    band = _corridor(path, [bead.posterior > _CERTAIN for bead in beads])
    return Aligned(best_beads(rows, columns, band, fit, _cuts(path)), lengths, lexicon)


def _corridor(path: Sequence[tuple[int, int]], certain: Sequence[bool] | None = None) -> Band:
    """A band around a path: narrow where single pairs follow each other, wide near anything else (and near what is not
    `certain`, which tells it for each step of the path)."""
    widths = [_NARROW] * (len(path) - 1)
    reached = 0
    for step, ((i, j), (k, m)) in enumerate(itertools.pairwise(path)):
        if (k - i, m - j) != (1, 1) or not (certain is None or certain[step]):
            first = max(reached, step - _NEAR)
            reached = min(len(widths), step + _NEAR + 1)
            widths[first:reached] = [_WIDE] * (reached - first)
    return around(path, *path[-1], widths)


def _cuts(path: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Points of a long path in the middle of many single pairs, about `_PART` steps from each other."""
    cuts = []
    straight = last = 0
    for step, ((i, j), (k, m)) in enumerate(itertools.pairwise(path)):
        straight = straight + 1 if (k - i, m - j) == (1, 1) else 0
        if straight >= 2 * _STRAIGHT and step - last >= _PART and len(path) - step > _PART:
            cuts.append(path[step - _STRAIGHT])
            last = step
    return cuts


def _singles(path: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(i, j) for (i, j), (k, m) in itertools.pairwise(path) if k == i + 1 and m == j + 1]


def pairs_of(beads: Iterable[Bead], source: Sequence[Item], target: Sequence[Item], how: str) -> list[Pair]:
    """Beads of items -> pairs of passages."""
    pairs = []
    for i, a, j, b, posterior in beads:
        left = tuple(number for item in source[i : i + a] for number in item.passages)
        right = tuple(number for item in target[j : j + b] for number in item.passages)
        pairs.append(Pair(left, right, posterior, how))
    return pairs
