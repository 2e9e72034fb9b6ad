"""Facts about renderings in a Chinese text: their places, and how what is inconsistent is told."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.model import Document
from linter.finding import Fact, Place, place_of
from linter.judge.facts import Facts, PairFacts
from linter.records import NamedTuple
from linter.scan.fold import fold


class Spot(NamedTuple):
    """A rendering at visible offsets of a document's text."""

    document: Document
    start: int
    end: int

    @property
    def key(self) -> tuple[str, int]:
        return self.document.source.path, self.start


def spots_of(facts: Facts, seen: PairFacts, text: str) -> list[Spot]:
    """Every place of a folded string in the target passages of a pair, in order."""
    document = facts.document
    found = []
    for number in seen.pair.target:
        passage = document.passages[number]
        folded = fold(document.text[passage.start : passage.end])
        at = folded.find(text)
        while at >= 0:
            found.append(Spot(document, passage.start + at, passage.start + at + len(text)))
            at = folded.find(text, at + len(text))
    return found


def place(spot: Spot) -> Place:
    return place_of(spot.document.source, *spot.document.span(spot.start, spot.end))


def inconsistent(reports: str, term: str, spots: Sequence[Spot], usual: str, usual_spots: Sequence[Spot]) -> list[Fact]:
    """One fact a document that has the rarer rendering: at its first place there, with a place of the usual one.

    `spots` are the places of the rarer rendering over the whole run, `usual_spots` those of the usual one, one for each pair or
    gloss that counts; both in the order of the run.
    """
    found = []
    for path in dict.fromkeys(spot.document.source.path for spot in spots):
        here = next(spot for spot in spots if spot.document.source.path == path)
        near = next((spot for spot in usual_spots if spot.document is here.document), usual_spots[0])
        span = here.document.span(here.start, here.end)
        values = {
            "rendering": here.document.text[here.start : here.end].replace("\n", ""),
            "expected": usual,
            "count": str(len(usual_spots)),
            "others": str(len(spots) - 1) if len(spots) > 1 else "",
        }
        written = here.document.source.text[span.start : span.end]
        found.append(Fact(reports, place(here), values, written, term, ((place(near), "usual-rendering"),)))
    return found
