"""What a run could add to its glossary: terms that it renders alike without a row, and what it uses instead of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

from linter.finding import Place, Row
from linter.glossary.model import Entry
from linter.judge.bitext import Bitext
from linter.judge.corpus import Concept, concept_of
from linter.judge.model import Standing, Verdict
from linter.judge.phrases import Phrase, surface
from linter.judge.places import Spot, place, spots_of
from linter.judge.renderings import Rendering, renderings
from linter.judge.statistics import g_squared
from linter.records import NamedTuple
from linter.scan.fold import fold

FEWEST = 3  # records of a phrase, unless the user says otherwise
SHARE = 0.34  # of a phrase's records that its rendering must have
STAYS = 0.6  # share of a phrase's records whose Chinese has the English itself: from here on it stays in English
EXAMPLES = 3
RECURS = 2  # places of a rendering that is used instead of a row's


class Proposal(NamedTuple):
    """A row that could be added.

    records      pairs with the term, each text once
    held         of these, the pairs with the rendering
    elsewhere    pairs with the rendering and without the term
    association  G squared of the two
    keep         the term stays in English
    others       other renderings, with their numbers of pairs
    examples     places of the rendering
    """

    term: str
    rendering: str
    records: int
    held: int
    elsewhere: int
    association: float
    keep: bool
    others: tuple[tuple[str, int], ...]
    examples: tuple[Place, ...]

    @property
    def share(self) -> float:
        return self.held / self.records

    @property
    def weight(self) -> float:
        """What the proposals are ranked by: how far term and rendering go together both ways, and how often."""
        back = self.held / (self.held + self.elsewhere)
        return 2 * self.share * back / (self.share + back) * log2(1 + self.held)


class Variant(NamedTuple):
    """What is used instead of a row's renderings; places are those of the most frequent."""

    term: str
    expected: tuple[str, ...]
    row: Row
    judged: int
    followed: int
    instead: tuple[tuple[str, int], ...]
    examples: tuple[Place, ...]


def proposals(bitext: Bitext, phrases: Sequence[Phrase]) -> list[Proposal]:
    """One proposal a phrase, where its records agree on anything; the best first."""
    made = [proposal for phrase in phrases for proposal in _proposal(bitext, phrase)]
    return sorted(made, key=lambda proposal: (-proposal.weight, proposal.term))


def _proposal(bitext: Bitext, phrase: Phrase) -> Iterator[Proposal]:
    found = renderings(bitext, phrase)
    kept = _kept(bitext, phrase)
    if len(kept) >= STAYS * len(phrase.records) and (not found or len(kept) > len(found[0].records)):
        # what goes with the phrase as well is part of its surroundings, since the phrase itself stands there
        best, others, keep = _staying(bitext, phrase, kept), [], True
    elif found and len(found[0].records) >= SHARE * len(phrase.records):
        best, others, keep = found[0], found[1:], False
    else:
        return
    yield Proposal(
        surface(phrase, (bitext.records[number].english for number in sorted(phrase.records))),
        phrase.text if keep else _written(bitext, best),
        len(phrase.records),
        len(best.records),
        best.elsewhere,
        best.association,
        keep,
        tuple((other.text, len(other.records)) for other in others),
        tuple(place(spot) for spot in _spots(bitext, fold(best.text), best.records)[:EXAMPLES]),
    )


def _kept(bitext: Bitext, phrase: Phrase) -> tuple[int, ...]:
    """The records whose Chinese holds the English of a phrase."""
    low = fold(phrase.text)
    return tuple(number for number in sorted(phrase.records) if low in bitext.records[number].chinese)


def _staying(bitext: Bitext, phrase: Phrase, kept: tuple[int, ...]) -> Rendering:
    everywhere = phrase.records.keys() | phrase.inside
    elsewhere = len(bitext.holding(fold(phrase.text)) - everywhere)
    size, total = len(phrase.records), len(bitext.records) - len(everywhere)
    return Rendering(phrase.text, kept, elsewhere, g_squared(len(kept), size, len(kept) + elsewhere, total + size))


def _written(bitext: Bitext, rendering: Rendering) -> str:
    """A rendering as its first place writes it, in its own script and case."""
    for spot in _spots(bitext, rendering.text, rendering.records[:1]):
        return spot.document.text[spot.start : spot.end].replace("\n", "")
    return rendering.text


def _spots(bitext: Bitext, text: str, numbers: Sequence[int]) -> list[Spot]:
    records = (bitext.records[number] for number in numbers[: 4 * EXAMPLES])
    return [spot for record in records for spot in spots_of(record.facts, record.pair, text)[:1]]


def variants(verdicts: Sequence[Verdict], standings: dict[Concept, Standing]) -> list[Variant]:
    """The rows that are rendered otherwise by the same words more than once, those most often first."""
    entries: dict[Concept, Entry] = {}
    places: dict[tuple[Concept, str], dict[Place, None]] = {}
    for verdict in verdicts:
        concept = concept_of(verdict.entry)
        entries.setdefault(concept, verdict.entry)
        if verdict.rendering and verdict.end > verdict.start:
            spot = Spot(verdict.document, verdict.start, verdict.end)
            places.setdefault((concept, verdict.rendering), {})[place(spot)] = None
    found = []
    for concept, standing in standings.items():
        instead = tuple((text, count) for text, count in standing.renderings if count >= RECURS)
        entry = entries.get(concept)
        if instead and entry is not None:
            row = Row(entry.place.path, entry.place.line)
            examples = tuple(places.get((concept, instead[0][0]), ()))[:EXAMPLES]
            found.append(Variant(entry.term, entry.expected, row, standing.judged, standing.followed, instead, examples))
    return sorted(found, key=lambda variant: (-sum(count for _, count in variant.instead), variant.term, variant.row))
