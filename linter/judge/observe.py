"""observe: a document, its source and the glossary in force -> Facts.  Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from linter.align.model import Alignment, Pair
from linter.documents.model import MASK, Document
from linter.judge.english import idiom_at, reads_as_verb
from linter.judge.facts import Facts, Loose, Occurrence, PairFacts, Place
from linter.judge.likeness import find_form
from linter.judge.model import Reason
from linter.scan.fold import fold
from linter.scan.glosses import glosses
from linter.scan.hits import Hit, Scanner
from linter.scan.lexicon import ACCEPTED, DEPRECATED, SOURCE, Meaning, parts_of
from linter.scan.names import enclosing_name, title_case
from linter.scan.script import foreign_script, script_of

_GLOSSED_AFTER = re.compile(r"[”’』」》\"']?\s?[（(][^（()）\n]{0,40}[\u3400-\u9fff]")


def observe(document: Document, alignment: Alignment | None, scanner: Scanner, script: str = "") -> Facts:
    """Scan a document and its source; the alignment says which passages belong together (None: no source at all)."""
    hits = scanner.hits(document)
    source = alignment.source if alignment else None
    source_hits = hits if source is None or source is document else scanner.hits(source)
    pairs: list[PairFacts] = []
    if alignment and source is not None:
        by_target, by_source = _by_passage(hits), _by_passage(source_hits)
        folded = fold(document.text)
        for pair in alignment.pairs:
            if pair.source and pair.target:
                seen = _pair_facts(pair, source, document, folded, by_source, by_target, scanner)
                if seen is not None:
                    pairs.append(seen)
    han = script or script_of("\n".join(document.text[p.start : p.end] for p in document.passages[:400] if p.lang == "zh"))
    loose: list[Loose] = []
    if alignment is None:
        loose = [
            Loose(m.entry, m.role, m.form, Place(h.start, h.end)) for h in hits for m in h.meanings if _tells(document, h, m, han)
        ]
    return Facts(document, source, scanner, alignment, tuple(pairs), tuple(glosses(document)), tuple(loose), han)


def _tells(document: Document, hit: Hit, meaning: Meaning, script: str) -> bool:
    """Whether a hit says something about a Chinese text that has no source: anything but a right rendering in the right script."""
    if meaning.entry < 0 or document.passages[hit.passage].lang != "zh":
        return False
    return meaning.role != ACCEPTED or foreign_script(document.text[hit.start : hit.end], meaning.form, script)


def _by_passage(hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    grouped: dict[int, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.passage, []).append(hit)
    return grouped


def _pair_facts(
    pair: Pair,
    source: Document,
    target: Document,
    folded: str,
    by_source: dict[int, list[Hit]],
    by_target: dict[int, list[Hit]],
    scanner: Scanner,
) -> PairFacts | None:
    occurrences: dict[int, list[Occurrence]] = {}
    innocent: list[tuple[Occurrence, Reason]] = []
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
                reason = _innocence(source, body.start, body.end, occurrence, form, entry.pos, heading)
                if reason:
                    innocent.append((occurrence, reason))
                else:
                    occurrences.setdefault(number, []).append(occurrence)
    accepted: dict[int, list[Place]] = {}
    deprecated: dict[int, list[Place]] = {}
    english: dict[int, list[Place]] = {}
    if not occurrences:
        return PairFacts(pair, occurrences, innocent, accepted, deprecated, english)
    rooms = {ACCEPTED: accepted, DEPRECATED: deprecated, SOURCE: english}
    for passage in pair.target:
        for hit in by_target.get(passage, ()):
            for meaning in hit.meanings:
                if meaning.entry >= 0:
                    places = rooms[meaning.role].setdefault(meaning.entry, [])
                    if not places or places[-1].start != hit.start:
                        places.append(Place(hit.start, hit.end))
    for number in occurrences:
        if number not in accepted:
            place = _hidden_form(folded, target, pair.target, scanner.entries[number].accepted, occurrences, accepted)
            if place:
                accepted[number] = [place]
    return PairFacts(pair, occurrences, innocent, accepted, deprecated, english)


def _innocence(source: Document, start: int, end: int, at: Occurrence, form: str, pos: str, heading: bool) -> Reason | None:
    """Why an English occurrence is not the term, as far as the English alone tells."""
    text = source.text[start:end]
    first, last = at.start - start, at.end - start
    name = enclosing_name(text, first, last, form, heading)
    if name:
        return Reason("name", {"surface": at.surface, "name": name})
    idiom = idiom_at(text, first, last)
    if idiom:
        return Reason("other-sense", {"surface": at.surface, "phrase": idiom})
    if pos == "verb" and not reads_as_verb(text, first, last) and at.surface.lower() == form.lower() and _determined(text, first):
        return Reason("part-of-speech", {"surface": at.surface, "pos": pos})
    if pos == "noun" and reads_as_verb(text, first, last):
        return Reason("part-of-speech", {"surface": at.surface, "pos": pos})
    return None


def _determined(text: str, at: int) -> bool:
    """Whether a determiner or adjective-like word stands right before: a noun follows."""
    return bool(
        re.search(
            r"\b(?:a|an|the|this|that|these|those|of|its|his|her|their|our|your|my|each|every|any|no|some) $",
            text[max(0, at - 8) : at],
            re.I,
        )
    )


def _hidden_form(
    folded: str,
    target: Document,
    passages: Sequence[int],
    renderings: Sequence[str],
    occurrences: dict[int, list[Occurrence]],
    accepted: dict[int, list[Place]],
) -> Place | None:
    """An accepted rendering that the longest match hides, a discontinuous one, or a legitimate form of one."""
    claimed = sorted(place for number in occurrences for place in accepted.get(number, ()))
    for rendering in renderings:
        parts = [fold(part) for part in parts_of(rendering)]
        for passage in passages:
            body = target.passages[passage]
            if len(parts) > 1:
                place = _in_order(folded, parts, body.start, body.end)
                if place:
                    return place
                continue
            at = body.start
            while parts and (found := find_form(folded, parts[0], at, body.end) or _exact(folded, parts[0], at, body.end)):
                if not _inside(found, claimed):
                    return Place(*found)
                at = found[1]
    return None


def _exact(folded: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    at = folded.find(text, start, end)
    return (at, at + len(text)) if at >= 0 else None


def _inside(found: tuple[int, int], claimed: list[Place]) -> bool:
    """Whether a longer accepted rendering of another term of the same pair covers the place."""
    at = bisect_left(claimed, Place(found[0] + 1, 0)) - 1
    return at >= 0 and claimed[at].end >= found[1] and claimed[at] != found


def _in_order(folded: str, parts: list[str], start: int, end: int) -> Place | None:
    first, at = -1, start
    for part in parts:
        found = folded.find(part, at, end)
        if found < 0:
            return None
        first = found if first < 0 else first
        at = found + len(part)
    return Place(first, at)


def left_in_english(document: Document, place: Place) -> bool:
    """Whether English in a Chinese passage stands there as prose: not in a gloss, not in a name, not a code word."""
    passage = document.passages[document.passage_at(place.start)]
    text = document.text
    before, after = text[passage.start : place.start], text[place.end : passage.end]
    if MASK in (before[-1:], after[:1]):
        return False
    opened = max(before.rfind("("), before.rfind("（"))
    if opened >= 0 and not re.search(r"[)）]", before[opened:]) and re.match(r"[^（(]{0,60}[)）]", after):
        return False  # inside a parenthesis: a gloss or an aside
    if _GLOSSED_AFTER.match(after):
        return False  # glossed in Chinese right behind
    latin_before = re.search(r"[A-Za-z0-9][A-Za-z0-9.+#_-]* ?$", before)
    latin_after = re.match(r" ?[A-Za-z0-9]", after)
    if latin_before or latin_after:
        return False  # part of a longer English phrase, which is a name or a quotation
    return not (before[-1:] in "`'\"“‘「『<《*[" or after[:1] in "`'\"”’」』>》*]")
