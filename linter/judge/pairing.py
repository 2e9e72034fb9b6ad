"""What is seen in one pair: the terms of its English, and the renderings in its Chinese."""

from __future__ import annotations

from linter.align.model import Pair
from linter.documents.model import Document
from linter.judge.facts import Occurrence, PairFacts, Place
from linter.judge.innocence import innocence, out_of_context
from linter.judge.model import Reason
from linter.judge.presence import hidden_form, literal_on_both_sides
from linter.scan.hits import Hit, Scanner
from linter.scan.lexicon import ACCEPTED, DEPRECATED, SOURCE
from linter.scan.names import title_case


def pair_facts(
    pair: Pair,
    source: Document,
    target: Document,
    folded: str,
    by_source: dict[int, list[Hit]],
    by_target: dict[int, list[Hit]],
    scanner: Scanner,
) -> PairFacts:
    occurrences: dict[int, list[Occurrence]] = {}
    innocent: list[tuple[Occurrence, Reason]] = []
    around = "\n".join(source.text[source.passages[p].start : source.passages[p].end] for p in pair.source).lower()
    for passage in pair.source:
        body = source.passages[passage]
        hits = by_source.get(passage, ())
        if not hits:
            continue
        heading = body.kind == "heading" or title_case(source.text[body.start : body.end])
        for hit in hits:
            for number in dict.fromkeys(hit.of(SOURCE)):
                entry = scanner.entries[number]
                surface = source.text[hit.start : hit.end]
                occurrence = Occurrence(number, hit.start, hit.end, passage, surface)
                form = next(m.form for m in hit.meanings if m.entry == number)
                reason = innocence(source, body.start, body.end, occurrence, form, entry, heading) or out_of_context(
                    entry, around
                )
                if reason:
                    innocent.append((occurrence, reason))
                else:
                    occurrences.setdefault(number, []).append(occurrence)
    accepted: dict[int, list[Place]] = {}
    deprecated: dict[int, list[Place]] = {}
    english: dict[int, list[Place]] = {}
    rooms = {ACCEPTED: accepted, DEPRECATED: deprecated, SOURCE: english}
    for passage in pair.target:
        for hit in by_target.get(passage, ()):
            for meaning in hit.meanings:
                if meaning.entry >= 0:
                    places = rooms[meaning.role].setdefault(meaning.entry, [])
                    if not places or places[-1].start != hit.start:
                        places.append(Place(hit.start, hit.end))
    if target.literals and occurrences:
        literal_on_both_sides(target, pair.target, occurrences, innocent, accepted)
    for number in occurrences:
        if number not in accepted:
            place = hidden_form(folded, target, pair.target, scanner.entries[number], occurrences, accepted)
            if place:
                accepted[number] = [place]
    _settle_shared(occurrences, innocent, accepted)
    return PairFacts(pair, occurrences, innocent, accepted, deprecated, english)


def _settle_shared(
    occurrences: dict[int, list[Occurrence]], innocent: list[tuple[Occurrence, Reason]], accepted: dict[int, list[Place]]
) -> None:
    """Where rows share an English form (build, noun and verb), the rendering of one of them settles the occurrence for all."""
    settled = {(o.start, o.passage) for number in occurrences if number in accepted for o in occurrences[number]}
    for number in [number for number in occurrences if number not in accepted]:
        kept = [o for o in occurrences[number] if (o.start, o.passage) not in settled]
        innocent.extend((o, Reason("context")) for o in occurrences[number] if (o.start, o.passage) in settled)
        if kept:
            occurrences[number] = kept
        else:
            del occurrences[number]
