"""One file that alternates between the languages: English comments above Chinese blocks, or passages in turn."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from linter.align.beads import COMMENTS, spare_priors
from linter.align.bonds import Steps
from linter.align.features import Keys
from linter.align.items import items, with_twins
from linter.align.lengths import Lengths
from linter.align.model import Pair
from linter.align.runs import Cuts, borders_of, cut_runs
from linter.align.sequences import Setup, align_sequences, pairs_of
from linter.documents.model import Document, Passage

_RUN, _COMMENT = 3.5, 9.0  # nats for each run of passages between a source and its target
_REACH = 6  # passages into a long run of the target's language that may belong to the source before it


def comments(document: Document, rest: Sequence[int], keys: Keys) -> list[Pair]:
    """English comments, each above the Chinese that translates it."""
    passages = document.passages
    source = [i for i in rest if passages[i].kind == "comment" and passages[i].lang == "en"]
    target = [i for i in rest if passages[i].kind != "comment" and passages[i].lang == "zh"]
    runs = cut_runs(source, target, borders_of(passages, rest))
    return _in_turn(document, source, target, keys, runs, Setup(COMMENTS, Steps(1, _COMMENT)), "comment")


def lines(document: Document, rest: Sequence[int], keys: Keys) -> list[Pair]:
    """English passages, each before (or each behind) the Chinese one that translates it."""
    passages = document.passages
    source = [i for i in rest if passages[i].lang == "en"]
    target = [i for i in rest if passages[i].lang == "zh"]
    setup = Setup(spare_priors(len(source), len(target)), Steps(_step(passages, source, target), _RUN))
    return _in_turn(document, source, target, keys, cut_runs(source, target), setup, "lines")


def _step(passages: Sequence[Passage], source: Sequence[int], target: Sequence[int]) -> int:
    """1 where the Chinese follows its English, -1 where it goes before: neighbours of fitting length vote."""
    lengths = Lengths(2.4)  # with spaces
    is_source = frozenset(source)
    order = sorted((*source, *target))
    votes = 1.0  # the usual order, unless the text says otherwise
    for one, two in itertools.pairwise(order):
        if (one in is_source) == (two in is_source):
            continue
        forth = one in is_source
        english, chinese = (one, two) if forth else (two, one)
        a, b = passages[english], passages[chinese]
        fit = 3.0 - lengths.cost(a.end - a.start, lengths.ratio * (b.end - b.start))
        if 0 <= a.block == b.block:
            fit += 3.0
        if (a.kind == "heading") != (b.kind == "heading"):
            fit -= 3.0
        votes += fit if forth else -fit
    return 1 if votes >= 0 else -1


def _in_turn(
    document: Document, source: Sequence[int], target: Sequence[int], keys: Keys, runs: Cuts, setup: Setup, how: str
) -> list[Pair]:
    if not source or not target:
        return []
    near = [index for index in target if runs.depth[index] <= _REACH]
    far = [index for index in target if runs.depth[index] > _REACH]
    left, right = items(document, source, keys[0]), items(document, near, keys[1])
    blocks = _mixed_blocks(document.passages, source, target)
    for item in (*left, *right):
        item.run = runs.number[item.passages[0]]
        block = document.passages[item.passages[0]].block
        item.block = block if block in blocks else -1
    left = with_twins(left)
    beads = align_sequences(left, right, setup).beads
    return pairs_of(beads, left, right, how) + [Pair((), (index,), 1.0, how) for index in far]


def _mixed_blocks(passages: Sequence[Passage], source: Sequence[int], target: Sequence[int]) -> frozenset[int]:
    return frozenset({passages[i].block for i in source} & {passages[i].block for i in target} - {-1})
