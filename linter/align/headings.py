"""Headings among themselves: on one side they may stand at the wrong places, but they keep their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.align.beads import SINGLES, Bead
from linter.align.items import Item
from linter.align.lengths import Lengths
from linter.align.lexicon import Lexicon
from linter.align.sequences import Setup, align_sequences

_SAME_PLACE = 2.0  # nats: both stand directly above passages that belong together, or both open the text


def align_headings(
    source: Sequence[Item], target: Sequence[Item], below: Mapping[int, int], lengths: Lengths, lexicon: Lexicon
) -> list[Bead]:
    """`below` maps a passage number of the source to the one of the target, for believed pairs of running text.

    `lengths` and `lexicon` are those of the running text: headings are too few and too short to learn from.
    """
    extra = {(0, 0): _SAME_PLACE} if source and target and _opens(source[0], below) and _opens(target[0], below.values()) else {}
    first = {item.passages[-1] + 1: j for j, item in enumerate(target)}
    for i, item in enumerate(source):
        other = below.get(item.passages[-1] + 1)
        if other is not None and other in first:
            extra[i, first[other]] = _SAME_PLACE
    return align_sequences(source, target, Setup(SINGLES, extra=extra, lengths=lengths, lexicon=lexicon)).beads


def _opens(heading: Item, text: Iterable[int]) -> bool:
    """Whether the heading stands above all running text."""
    return heading.passages[0] < min(text, default=-1)
