"""Association of a string with a term, in numbers."""

from __future__ import annotations

from math import log


def g_squared(both: int, first: int, second: int, total: int) -> float:
    """Log-likelihood ratio of a 2x2 table, 0 where the two repel each other (Dunning 1993; ranking after Moore 2004).

    `both` records hold the two, `first` and `second` of them each one, of `total`.
    """
    if not first or not second or both * total <= first * second:
        return 0.0
    cells = (both, first - both, second - both, total - first - second + both)
    expected = (
        first * second / total,
        first * (total - second) / total,
        (total - first) * second / total,
        (total - first) * (total - second) / total,
    )
    return 2 * sum(k * log(k / e) for k, e in zip(cells, expected, strict=True) if k > 0 and e > 0)
