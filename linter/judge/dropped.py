"""Passages of the source that the target drops, where a confident alignment says so."""

from __future__ import annotations

from linter.documents.model import MASK
from linter.finding import Fact, place_of
from linter.judge.facts import Facts

CERTAIN = 0.9  # posterior of the aligner that the passage has no counterpart
_LONGEST = 120  # characters of the source passage that a message quotes


def dropped(facts: Facts) -> list[Fact]:
    """One fact a dropped passage, at the start of the target passage before which its translation is missing."""
    alignment = facts.alignment
    if alignment is None:
        return []
    source, document = alignment.source, facts.document
    follows: dict[int, int] = {}  # source passage -> target passage of the same pair
    for pair in alignment.pairs:
        if pair.target:
            follows.update(dict.fromkeys(pair.source, min(pair.target)))
    behind, after = [-1] * (len(source.passages) + 1), -1  # per source passage, the first target passage at or behind it
    for number in reversed(range(len(source.passages))):
        after = behind[number] = follows.get(number, after)
    found = []
    for pair in alignment.pairs:
        if not pair.source or pair.target or pair.posterior < CERTAIN:
            continue
        text = source.text[source.passages[pair.source[0]].start : source.passages[pair.source[-1]].end].replace(MASK, "").strip()
        if not any(character.isalpha() for character in text):
            continue
        target = behind[pair.source[-1] + 1]
        if target < 0:
            continue  # the end of the source: notes, credits, advertisements
        start = document.span(document.passages[target].start, document.passages[target].start).start
        quote = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        found.append(Fact("dropped-passage", place_of(document.source, start, start), {"source": quote}))
    return found
