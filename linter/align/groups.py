"""Passages that the format itself holds together: the two sides of a PO entry, the cells of a row, a heading in two languages."""

from __future__ import annotations

import math
from collections.abc import Iterable

from linter.align.features import features
from linter.align.lengths import Lengths
from linter.align.model import Pair
from linter.documents.model import Document

_BELIEF = 3.0  # nats for two cells of a row, before their lengths are compared


def groups(document: Document) -> tuple[list[Pair], list[int]]:
    """Pairs from passages that the format holds together, and the passages left over (by index)."""
    pairs: list[Pair] = []
    rest: list[int] = []
    group: list[int] = []
    number = -1
    passages = document.passages
    for index, passage in enumerate(passages):
        if passage.group != number and group:
            _close(document, group, pairs, rest)
            group = []
        number = passage.group
        if number < 0:
            rest.append(index)
        else:
            group.append(index)
    if group:
        _close(document, group, pairs, rest)
    return pairs, rest


def _close(document: Document, group: list[int], pairs: list[Pair], rest: list[int]) -> None:
    passages = document.passages
    if passages[group[0]].side:
        source = tuple(i for i in group if passages[i].side == "source")
        target = tuple(i for i in group if passages[i].side == "target")
        pairs.append(Pair(source, target, 1.0, "unit"))
        return
    languages = [passages[i].lang for i in group]
    if "en" not in languages or "zh" not in languages:
        rest.extend(group)
        return
    pairs.extend(_row(document, group, languages))


def _row(document: Document, group: list[int], languages: list[str]) -> Iterable[Pair]:
    """Each English cell with the Chinese one behind it (or else before it); the others have no counterpart."""
    taken: set[int] = set()
    for at, index in enumerate(group):
        if languages[at] != "en":
            continue
        near = [k for k in (at + 1, at - 1) if 0 <= k < len(group) and languages[k] == "zh" and group[k] not in taken]
        if near:
            taken.add(group[near[0]])
            yield Pair((index,), (group[near[0]],), _row_posterior(document, index, group[near[0]]), "row")
        else:
            yield Pair((index,), (), 1.0, "row")
    yield from (Pair((), (i,), 1.0, "row") for i, lang in zip(group, languages, strict=True) if lang == "zh" and i not in taken)


def _row_posterior(document: Document, source: int, target: int) -> float:
    """A description beside a name is no translation of it: the lengths tell."""
    one, two = (features(document.text[p.start : p.end]) for p in (document.passages[source], document.passages[target]))
    lengths = Lengths()
    cost = lengths.cost(lengths.size(one), lengths.size(two))
    if one.anchors & two.anchors or one.words & two.words:
        cost -= 1.0
    return 1.0 / (1.0 + math.exp(cost - _BELIEF))
