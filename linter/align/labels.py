"""Speakers: which label of the one side is which label of the other, and what that says for a pair of turns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from linter.align.items import Item

_OTHER_SPEAKER = -5.0  # nats
_MOST = 3.0  # nats: a speaker who says little is rare, but labels do get lost
_SHARE = 0.6  # of a label's beads that must agree on its counterpart

Names = dict[str, str]  # label of the target -> label of the source


def same_names(source: Sequence[Item], target: Sequence[Item]) -> Names:
    """Labels written alike on both sides; empty unless they are most of the target's labels."""
    spoken = {item.label for item in source if item.label}
    counts = Counter(item.label for item in target if item.label)
    alike = {label: label for label in counts if label in spoken}
    return alike if 2 * sum(counts[label] for label in alike) > counts.total() else {}


def matched_names(pairs: Iterable[tuple[Item, Item]]) -> Names:
    """Labels that stand in the same believed pairs (source item, target item): names that were translated."""
    counts: dict[str, Counter[str]] = {}
    for source, target in pairs:
        if source.label and target.label:
            counts.setdefault(target.label, Counter())[source.label] += 1
    names = {}
    for label in sorted(counts):
        other, count = max(counts[label].items(), key=lambda pair: (pair[1], pair[0]))
        if count >= 2 and count >= _SHARE * counts[label].total():
            names[label] = other
    return names


def gains(target: Sequence[Item], names: Names) -> dict[str, float]:
    """Label of the target -> nats for a pair whose labels agree."""
    counts = Counter(item.label for item in target if item.label)
    return {label: min(_MOST, math.log(counts.total() / counts[label]) + 0.1) for label in names if counts[label]}


def agreement(source: str, target: str, names: Names, gain: dict[str, float]) -> float:
    """Nats for two labels in one pair; 0 where one is missing or nothing is known of it."""
    if not source or not target or target not in names:
        return 0.0
    return gain[target] if names[target] == source else _OTHER_SPEAKER
