"""Which passages belong together."""

from __future__ import annotations

from linter.documents.model import Document
from linter.records import NamedTuple


class Pair(NamedTuple):
    """Passages of the source document that are translated by passages of the target document (indices, ascending).

    One side is empty where a passage has no counterpart: a dropped source passage, an added target passage.
    `posterior` is the aligner's probability (0..1) that exactly these passages belong together; `how` names the evidence
    for people (unit, comment, row, lines, turns, headings, blocks).
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    posterior: float
    how: str


class Alignment(NamedTuple):
    source: Document
    target: Document  # the same object as `source` where one file holds both languages
    pairs: tuple[Pair, ...]
