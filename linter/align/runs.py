"""Runs: passages of one language between passages of the other, where a file alternates between the two."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.model import Passage
from linter.records import NamedTuple


class Cuts(NamedTuple):
    """`number`: passage -> number of its run.  `depth`: target passage -> how far inside a run it stands, counted from the
    nearer end, beyond what the neighbouring runs of the source can fill."""

    number: dict[int, int]
    depth: dict[int, int]


def cut_runs(source: Sequence[int], target: Sequence[int], borders: frozenset[int] = frozenset()) -> Cuts:
    """Runs of passages of one side; at a border a new one begins that follows no source."""
    is_source = frozenset(source)
    number: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    known = frozenset((*source, *target))
    current = -1
    before: bool | None = None
    for index in sorted(known | borders):
        side = index in is_source
        if index in borders:
            # Two numbers further: still a run of the target, but no neighbour of the source's run before it.
            current += 2 if before is False else 3
            before = False
        elif side != before:
            current, before = current + 1, side
        if index in known:
            number[index] = current
            members.setdefault(current, []).append(index)
    depth: dict[int, int] = {}
    for run, inside in members.items():
        if inside[0] in is_source:
            continue
        ahead, behind = len(members.get(run - 1, ())), len(members.get(run + 1, ()))
        for at, index in enumerate(inside):
            from_start = at - 3 * ahead if ahead else len(inside)
            from_end = len(inside) - 1 - at - 3 * behind if behind else len(inside)
            depth[index] = min(from_start, from_end)
    return Cuts(number, depth)


def borders_of(passages: Sequence[Passage], rest: Sequence[int]) -> frozenset[int]:
    """Headings that no comment announces: what follows them belongs to no comment above.

    A heading directly below comments is announced by them, even where they do not mark it as one.
    """
    borders = set()
    announced = below = 0  # headings in the last comments not met yet; Chinese passages since those comments
    for index in rest:
        passage = passages[index]
        if passage.kind == "comment":
            announced = (announced if not below else 0) + (passage.level > 0)
            below = 0
        elif passage.kind == "heading" and (passage.lang == "en" or (below and not announced)):
            borders.add(index)
        elif passage.lang == "zh":
            announced -= passage.kind == "heading" and announced > 0
            below += 1
    return frozenset(borders)
