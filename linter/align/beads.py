"""Beads: how many source passages belong to how many target passages, how often that happens, and how well one bead fits."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from linter.align.bonds import Bonds
from linter.align.evidence import WEIGHT, Evidence
from linter.align.features import features
from linter.align.items import Item
from linter.align.lengths import CAP, Lengths

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
_ALONE = 1.0  # nats: what an item without counterpart pays beside its prior
_PART = math.log(0.004)  # only the end or the beginning of a passage is translated: an advertisement around it is not
_PART_FROM = 3.0  # nats of length cost from which that is worth a look
_LOSS = 10.0  # nats: a bead so much worse than leaving its items alone is not followed
_MERGED = 7.0  # nats of length cost that several passages together may have
_PULL = 25.0  # beads that the given priors weigh when the document's own mix is learnt
_SENTENCE = re.compile(r"[^.!?。！？…]*(?:[.!?。！？…]+[\"'”’」）)]*\s*|$)")
_SENTENCES = 40  # of one passage that are looked at from each end


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


class Fit:
    """Scores beads; everything that depends on one side only is worked out once."""

    def __init__(
        self,
        source: Sequence[Item],
        target: Sequence[Item],
        lengths: Lengths,
        evidence: Evidence,
        bonds: Bonds,
        priors: Priors,
        parts: bool = True,
    ) -> None:
        """With `parts`, a passage may be the translation of the beginning or the end of another alone: slow, and needed only
        for the last pass, since the path is the same without."""
        self._parts = parts
        self._source, self._target, self._lengths, self._evidence, self._bonds = source, target, lengths, evidence, bonds
        total = sum(priors.values())
        self.shapes = [(shape, math.log(share / total)) for shape, share in priors.items()]
        self._both_alone = sum(math.log(share / total) - _ALONE for (a, b), share in priors.items() if not (a and b))
        self._floor = self._both_alone / 2 - _LOSS
        most_a, most_b = max(a for a, _ in priors), max(b for _, b in priors)
        self._left = _spans(source, evidence, bonds.source_merge, lengths, most_a, 0)
        self._right = _spans(target, evidence, bonds.target_merge, lengths, most_b, 1)
        self._sentences: dict[tuple[int, int], list[tuple[float, frozenset[str]]]] = {}

    def bead(self, i: int, j: int, a: int, b: int, prior: float) -> float | None:
        """Log score of the bead, or None where it is not worth following."""
        if not a or not b:
            return prior - _ALONE
        size, keys, miss, merge = self._left[a - 1][i]
        other, their_keys, their_miss, their_merge = self._right[b - 1][j]
        gap = size - other
        cost = gap * gap / (self._lengths.spread * (size + other) + 2.0)
        single = a == b == 1
        if cost > _MERGED:
            if not single:
                return None
            cost = min(cost, CAP)
        bond = self._bonds.pair(i, j)
        structure = prior + merge + their_merge + (bond if bond > 0 or single else bond * max(a, b))
        credit = self._evidence.credit
        shared = 0.0
        if not keys.isdisjoint(their_keys):
            for key in keys & their_keys:
                shared += credit[key]
            if not single:
                shared *= 1.0 - 0.1 * (a + b - 2)  # chance has more places in which to find it
        score = structure - cost + WEIGHT * (shared + miss + their_miss)
        floor = self._floor - 2 * (a + b)
        if single and cost > _PART_FROM and self._parts:
            hope = structure + _PART + WEIGHT * (shared + (their_miss if size > other else miss))
            if hope > max(self._both_alone, score):
                score = max(score, structure + _PART + self._part(i, j, size, other))
        return score if score > floor else None

    def single(self, i: int, j: int) -> float:
        """How well source item i and target item j fit, whatever the shape's prior."""
        score = self.bead(i, j, 1, 1, 0.0)
        return -math.inf if score is None else score

    def _part(self, i: int, j: int, size: float, other: float) -> float:
        """Nats for the shorter side being the translation of the end or the beginning of the longer one."""
        side = 0 if size > other else 1
        here, there = (i, j) if side == 0 else (j, i)
        evidence = self._evidence
        whole = evidence.target[there] if side == 0 else evidence.source[there]
        whole = frozenset(key for key in whole if key[0] not in "kl")  # nobody knows in which sentence those stand
        short = min(size, other)
        missing = evidence.missing(whole, 1 - side)
        sentences = self._sentences_of(here, side)
        best = -CAP
        for run in (sentences, sentences[::-1]):
            length, nats = 0.0, missing
            seen: set[str] = set()
            for letters, anchors in run[:_SENTENCES]:
                length += letters
                new = anchors - seen
                seen |= new
                nats += evidence.missing(new, side) + evidence.shared(new, whole)
                if length > 0.4 * short:
                    best = max(best, WEIGHT * nats - self._lengths.cost(length, short))
                if length > 2.5 * short:
                    break
        return best

    def _sentences_of(self, position: int, side: int) -> list[tuple[float, frozenset[str]]]:
        if (position, side) not in self._sentences:
            item = (self._source if side == 0 else self._target)[position]
            counted = (self._evidence.source if side == 0 else self._evidence.target)[position]
            found = []
            for text in _SENTENCE.findall(item.text):
                seen = features(text)
                if seen.han or seen.other:
                    found.append((seen.other + self._lengths.ratio * seen.han, counted & self._evidence.anchors(seen, side)))
            self._sentences[position, side] = found
        return self._sentences[position, side]


_Span = tuple[float, frozenset[str], float, float]  # size, anchors, nats if all are missing, nats of merging


def _spans(
    items: Sequence[Item], evidence: Evidence, merges: Sequence[float], lengths: Lengths, most: int, side: int
) -> list[list[_Span]]:
    """Per count of items (1..most) and first item: what a bead of them has."""
    anchors = evidence.target if side else evidence.source
    misses = evidence.target_miss if side else evidence.source_miss
    sizes = [lengths.size(item) for item in items]
    rows: list[list[_Span]] = [[(sizes[k], anchors[k], misses[k], 0.0) for k in range(len(items))]]
    for count in range(2, most + 1):
        row: list[_Span] = []
        for k in range(len(items) - count + 1):
            size, keys, miss, merge = rows[-1][k]
            last = k + count - 1
            new = anchors[last] - keys
            row.append((size + sizes[last], keys | new, miss + evidence.missing(new, side), merge + merges[last - 1]))
        rows.append(row)
    return rows
