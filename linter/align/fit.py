"""How well one bead fits: lengths, anchors, structure, and the prior of its shape, as one log score."""

from __future__ import annotations

import math
from collections.abc import Sequence

from linter.align.beads import Priors
from linter.align.bonds import Bonds
from linter.align.evidence import WEIGHT, Evidence
from linter.align.features import features
from linter.align.items import Item
from linter.align.lengths import CAP, Lengths
from linter.align.spans import Spans
from linter.patterns import lazy

_ALONE = 1.0  # nats: what an item without counterpart pays beside its prior
_PART = math.log(0.004)  # only the end or the beginning of a passage is translated: an advertisement around it is not
_PART_FROM = 3.0  # nats of length cost from which that is worth a look
_LOSS = 10.0  # nats: a bead so much worse than leaving its items alone is not followed
_MERGED = 7.0  # nats of length cost that several passages together may have
_SENTENCE = lazy(r"[^.!?。！？…]*(?:[.!?。！？…]+[\"'”’」）)]*\s*|$)")
_SENTENCES = 40  # of one passage that are looked at from each end


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
        self._left = Spans(source, evidence, bonds.source_merge, lengths, max(a for a, _ in priors), 0)
        self._right = Spans(target, evidence, bonds.target_merge, lengths, max(b for _, b in priors), 1)
        self._sentences: dict[tuple[int, int], list[tuple[float, frozenset[str]]]] = {}

    def bead(self, i: int, j: int, a: int, b: int, prior: float) -> float | None:
        """Log score of the bead, or None where it is not worth following."""
        if not a or not b:
            return prior - _ALONE
        size, other = self._left.sizes[a][i], self._right.sizes[b][j]
        gap = size - other
        cost = gap * gap / (self._lengths.spread * (size + other) + 2.0)
        single = a == b == 1
        if cost > _MERGED:
            if not single:
                return None
            cost = min(cost, CAP)
        bond = self._bonds.pair(i, j)
        keys, miss = self._left.anchors(i, a)
        their_keys, their_miss = self._right.anchors(j, b)
        structure = (
            prior + self._left.merges[a][i] + self._right.merges[b][j] + (bond if bond > 0 or single else bond * max(a, b))
        )
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
