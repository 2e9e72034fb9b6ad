"""What the sweep found beside the terms: which of it is worth carrying on.  See `linter.scan.beside`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.judge.facts import Aside
from linter.scan.beside import BROKEN, PATTERN, SPELLED, VARIANT, known_variants
from linter.scan.fold import plain, without_invisible
from linter.scan.hits import Hit
from linter.scan.lexicon import ACCEPTED, Meaning

_AROUND = 12  # characters on each side in which a protected compound may reach


def asides(document: Document, hits: Sequence[Hit], beside: Sequence[Hit], entries: Sequence[Entry]) -> tuple[Aside, ...]:
    """In the order of the text; of two that overlap for one row the longer is kept.

    What a term or a rendering covers is left out, unless it covers no more than the place itself.  Literals of users' rules count
    wherever they stand, as they are written.
    """
    starts = [hit.start for hit in hits]
    found: list[Aside] = []
    for hit in beside:
        first = max(0, bisect_left(starts, hit.start) - 1)
        over = [other for other in hits[first : bisect_left(starts, hit.end)] if other.end > hit.start]
        for meaning in hit.meanings:
            if meaning.role == PATTERN:
                if plain(without_invisible(document.text[hit.start : hit.end])) == plain(meaning.form):
                    found.append(_aside(hit, meaning, False))
            elif (
                document.passages[hit.passage].lang == "zh"
                and all(_lets(other, hit, meaning) for other in over)
                and not _protected(document, hit, meaning, entries)
            ):
                found.append(_aside(hit, meaning, any(_same(other, hit) for other in over) and meaning.role != SPELLED))
    return tuple(_longest(found))


def _lets(other: Hit, hit: Hit, meaning: Meaning) -> bool:
    """Whether a hit leaves room for what stands beside the terms: at the very place, or as a part of it (算法 in 演算法)."""
    if _same(other, hit):
        return meaning.role != BROKEN
    return hit.start <= other.start and other.end <= hit.end and meaning.entry in other.of(ACCEPTED)


def _same(other: Hit, hit: Hit) -> bool:
    return (other.start, other.end) == (hit.start, hit.end)


def _aside(hit: Hit, meaning: Meaning, shared: bool) -> Aside:
    return Aside(meaning.entry, meaning.role, meaning.form, hit.start, hit.end, hit.passage, shared)


def _protected(document: Document, hit: Hit, meaning: Meaning, entries: Sequence[Entry]) -> bool:
    if meaning.role != VARIANT:
        return False
    passage = document.passages[hit.passage]
    known = next((known for known in known_variants(entries[meaning.entry]) if known.form == meaning.form), None)
    if known is None:
        return True
    start, end = max(passage.start, hit.start - _AROUND), min(passage.end, hit.end + _AROUND)
    around = plain(document.text[start:end])
    for compound in known.unless:
        at = around.find(compound)
        while at >= 0:
            if start + at <= hit.start and hit.end <= start + at + len(compound):
                return True
            at = around.find(compound, at + 1)
    return False


def _longest(found: list[Aside]) -> Iterator[Aside]:
    found.sort(key=lambda aside: (aside.start, -aside.end, aside.role, aside.entry, aside.form))
    ends: dict[tuple[int, int], int] = {}
    for aside in found:
        key = aside.entry, aside.role
        if aside.end > ends.get(key, -1):
            ends[key] = aside.end
            yield aside
