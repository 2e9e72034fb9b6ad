"""The elements that the aligner puts into sequences: passages (or twins of one passage) with their features."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.align.features import Features, features, literals_inside
from linter.documents.model import Document, Passage

# A line of a comment can be anything but a heading, which has a level; everything else is running text.
_KINDS = {"heading": "heading", "title": "heading", "item": "item", "cell": "cell", "comment": "comment"}


class Item:
    """One element of a sequence.

    `kind` is heading, item, cell, comment or text; `run` counts the changes of language before it; `block` is the number of a block
    that holds both languages, or -1.
    """

    __slots__ = ("passages", "features", "kind", "level", "label", "run", "block", "text")

    def __init__(self, passages: tuple[int, ...], seen: Features, passage: Passage, text: str) -> None:
        self.passages, self.features, self.text = passages, seen, text
        self.run, self.block = 0, -1
        self.kind = "heading" if passage.kind == "comment" and passage.level else _KINDS.get(passage.kind, "text")
        self.level, self.label = passage.level, passage.label.strip().casefold()

    def __repr__(self) -> str:
        return f"Item({self.passages}, {self.kind}, {self.text[:20]!r})"


def items(document: Document, indices: Iterable[int], keys: Sequence[frozenset[str]] | None = None) -> list[Item]:
    """The passages `indices` as items, in order.  `keys` is indexed by passage: the glossary entries found there."""
    chosen = list(indices)
    literals = literals_inside(document, chosen)
    made = []
    for index in chosen:
        passage = document.passages[index]
        text = document.text[passage.start : passage.end]
        extra = keys[index] if keys is not None and index < len(keys) else frozenset()
        made.append(Item((index,), features(text, extra, literals.get(index, ())), passage, text))
    return made


def with_twins(sequence: list[Item]) -> list[Item]:
    """Neighbours of the same text (a title printed twice, a comment in two versions) become one item of two passages."""
    merged: list[Item] = []
    for item in sequence:
        last = merged[-1] if merged else None
        if last and item.text and last.text == item.text and last.run == item.run and last.features == item.features:
            last.passages += item.passages
        else:
            merged.append(item)
    return merged
