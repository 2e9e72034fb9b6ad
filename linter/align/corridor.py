"""Where the path of an alignment can run: rare anchors give a chain, a quick pass over the band around it gives a corridor.

A band is, for each row i in 0..n, the range low[i]..high[i] (inclusive) of columns j that are looked at; both rise with i.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from linter.align.bonds import Bonds
from linter.align.evidence import WEIGHT, Evidence
from linter.align.items import Item
from linter.align.lengths import CAP, Lengths
from linter.records import NamedTuple

_ALL = 12_000  # cells: below this the whole matrix is looked at
_RARE = 2  # an anchor with more places than this starts no chain
_NARROW, _WIDE = 16, 100  # columns left and right of the chain
_SKIP = 3.0  # nats for an item without counterpart in the quick pass


class Band(NamedTuple):
    low: list[int]
    high: list[int]


def full(rows: int, columns: int) -> Band:
    return Band([0] * (rows + 1), [columns] * (rows + 1))


def around(path: Sequence[tuple[int, int]], rows: int, columns: int, widths: Sequence[int]) -> Band:
    """A band of `widths[k]` columns on both sides of the polyline through `path`, which rises from (0, 0) to (rows, columns).

    `widths[k]` holds between path[k] and path[k + 1].
    """
    low, high = [0] * (rows + 1), [columns] * (rows + 1)
    for (i, j), (next_i, next_j), width in zip(path, path[1:], widths, strict=False):
        for row in range(i, next_i + 1):
            here = j + (next_j - j) * (row - i) // max(1, next_i - i)
            left = j if next_i == i else here
            right = next_j if next_i == i else here
            low[row] = max(0, left - width) if row > i or i == 0 else min(low[row], max(0, left - width))
            high[row] = min(columns, right + width) if row > i or i == 0 else max(high[row], min(columns, right + width))
    low[0], high[rows] = 0, columns
    for row in range(1, rows + 1):
        high[row] = max(high[row], high[row - 1])
    for row in range(rows - 1, -1, -1):
        low[row] = min(low[row], low[row + 1])
    for row in range(1, rows + 1):  # rows must overlap, or the path could not go on
        high[row - 1] = max(high[row - 1], low[row])
    return Band(low, high)


def first_band(evidence: Evidence, rows: int, columns: int) -> Band:
    if (rows + 1) * (columns + 1) <= _ALL:
        return full(rows, columns)
    chain = [(0, 0), *_chain(evidence), (rows, columns)]
    widths = []
    for (i, j), (next_i, next_j) in itertools.pairwise(chain):
        gap = max(next_i - i, next_j - j)
        uneven = abs((next_i - i) - (next_j - j))
        widths.append(min(_WIDE, max(_NARROW, gap // 4, uneven)))
    return around(chain, rows, columns, widths)


def _chain(evidence: Evidence) -> list[tuple[int, int]]:
    """The longest rising chain of places that share a rare anchor."""
    left, right = _places(evidence.source), _places(evidence.target)
    points: set[tuple[int, int]] = set()
    for key, rows in left.items():
        columns = right.get(key, ())
        if len(rows) == len(columns) <= _RARE:
            points.update(zip(rows, columns, strict=True))
    ordered = sorted(points, key=lambda point: (point[0], -point[1]))
    tails: list[int] = []
    ends: list[int] = []
    back = [-1] * len(ordered)
    for number, (_, column) in enumerate(ordered):
        at = bisect_left(tails, column)
        if at == len(tails):
            tails.append(column)
            ends.append(number)
        else:
            tails[at], ends[at] = column, number
        back[number] = ends[at - 1] if at else -1
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(ordered[number])
        number = back[number]
    chain.reverse()
    return _steady(chain)


def _steady(chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without points that leave the line of their neighbours by more than a page: an accident in the middle of nowhere."""
    kept = []
    for at, (i, j) in enumerate(chain):
        near = chain[max(0, at - 3) : at] + chain[at + 1 : at + 4]
        offsets = sorted(column - row for row, column in near)
        if not offsets or abs((j - i) - offsets[len(offsets) // 2]) <= _NARROW:
            kept.append((i, j))
    return kept


def _places(sequence: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for position, keys in enumerate(sequence):
        for key in keys:
            found = places.setdefault(key, [])
            if len(found) <= _RARE:
                found.append(position)
    return places


def quick_path(
    source: Sequence[Item], target: Sequence[Item], lengths: Lengths, evidence: Evidence, bonds: Bonds, band: Band
) -> list[tuple[int, int]]:
    """The best path of single pairs and skips through the band, as rising points from (0, 0) to (n, m); linear in the band."""
    rows, columns = len(source), len(target)
    sizes = [lengths.size(item.features) for item in target]
    spread = lengths.spread
    wanted: dict[str, list[int]] = {}
    for position, keys in enumerate(evidence.target):
        for key in keys:
            wanted.setdefault(key, []).append(position)
    low, high = band
    above = [-_SKIP * j for j in range(low[0], high[0] + 1)]
    moves = [bytearray([2]) * len(above)]  # 0: pair, 1: skip a source item, 2: skip a target item
    for i in range(1, rows + 1):
        first, last = low[i], high[i]
        start = max(first, low[i - 1] + 1, 1)  # columns j for which (i - 1, j - 1) lies in the band
        stop = min(last, high[i - 1] + 1)
        size, miss = lengths.size(source[i - 1].features), evidence.source_miss[i - 1]
        shared = [0.0] * max(0, stop - start + 1)
        for key in evidence.source[i - 1]:
            places = wanted.get(key, [])
            credit = evidence.credit[key]
            for place in places[bisect_left(places, start - 1) :] if len(places) > 8 else places:
                if place >= stop:
                    break
                if place >= start - 1:
                    shared[place - start + 1] += credit
        bond = bonds.row(i - 1, start - 1, stop) if stop >= start else []
        row = [0.0] * (last - first + 1)
        move = bytearray(last - first + 1)
        base_above = low[i - 1]
        previous = -1e18
        for j in range(first, last + 1):
            best, how = previous - _SKIP, 2
            if base_above <= j <= high[i - 1]:
                value = above[j - base_above] - _SKIP
                if value > best:
                    best, how = value, 1
            if start <= j <= stop:
                at = j - start
                other = sizes[j - 1]
                gap = size - other
                cost = gap * gap / (spread * (size + other) + 2.0)
                value = (
                    above[j - 1 - base_above]
                    + WEIGHT * (shared[at] + miss + evidence.target_miss[j - 1])
                    + bond[at]
                    - (cost if cost < CAP else CAP)
                )
                if value > best:
                    best, how = value, 0
            row[j - first] = previous = best
            move[j - first] = how
        moves.append(move)
        above = row
    path = [(rows, columns)]
    i, j = rows, columns
    while i or j:
        how = moves[i][j - low[i]] if i else 2
        i, j = (i - 1, j - 1) if how == 0 else (i - 1, j) if how == 1 else (i, j - 1)
        path.append((i, j))
    path.reverse()
    return path
