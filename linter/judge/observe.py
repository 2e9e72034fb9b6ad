"""observe: a document, its source and the glossary in force -> Facts.  Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from linter.align.model import Alignment, Pair
from linter.align.pairs import align_document, align_documents
from linter.documents.model import Document
from linter.glossary.model import Entry
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

_QUOTING = "`*_'\"“”‘’「」<>()[]{}:;,. "
_ATTRIBUTES = ("的", "型")
_TYPES = ("类型", "模型", "原型", "典型")  # nouns all the same
# endings of Chinese nouns that are never verbs: a row 列表 for "list" does not speak of "is listed"
_NOUNS = (
    "表",
    "器",
    "者",
    "符",
    "库",
    "项",
    "机",
    "串",
    "树",
    "率",
    "函数",
    "参数",
    "变量",
    "元组",
    "数组",
    "集合",
    "类型",
    "代码",
    "对象",
    "模块",
    "体",
)


def observe(document: Document, source: Document | None, scanner: Scanner, script: str = "") -> Facts:
    """Scan a document and its source, and find out which passages belong together.

    `source` is None where the document has no file of its own for the English: it may still hold both languages.  `script` is
    "zh-Hans" or "zh-Hant", "" where the text decides.
    """
    hits = scanner.hits(document)
    source_hits = hits if source is None or source is document else scanner.hits(source)
    alignment: Alignment | None
    if source is None or source is document:
        keys = _keys(document, hits)
        alignment = align_document(document, (keys, keys))
    else:
        alignment = align_documents(source, document, (_keys(source, source_hits), _keys(document, hits)))
    if not any(pair.source and pair.target for pair in alignment.pairs):
        alignment = None
    pairs: list[PairFacts] = []
    if alignment:
        by_target, by_source = _by_passage(hits), _by_passage(source_hits)
        folded = fold(document.text)
        for pair in alignment.pairs:
            if pair.source and pair.target:
                pairs.append(_pair_facts(pair, alignment.source, document, folded, by_source, by_target, scanner))
    han = script or script_of("\n".join(document.text[p.start : p.end] for p in document.passages[:400] if p.lang == "zh"))
    loose: list[Loose] = []
    if alignment is None:
        loose = [
            Loose(m.entry, m.role, m.form, Place(h.start, h.end)) for h in hits for m in h.meanings if _tells(document, h, m, han)
        ]
    found = alignment.source if alignment else None
    return Facts(document, found, scanner, alignment, tuple(pairs), tuple(glosses(document)), tuple(loose), han)


def _keys(document: Document, hits: Sequence[Hit]) -> list[frozenset[str]]:
    """Per passage, the entries found in it: what the two sides of a pair have in common."""
    found: list[set[str]] = [set() for _ in document.passages]
    for hit in hits:
        role = SOURCE if document.passages[hit.passage].lang == "en" else ACCEPTED
        found[hit.passage].update(str(number) for number in hit.of(role))
    return [frozenset(keys) for keys in found]


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
) -> PairFacts:
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
                reason = _innocence(source, body.start, body.end, occurrence, form, entry, heading)
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
    if target.literals:
        _literal_on_both_sides(target, pair.target, occurrences, innocent, accepted)
    for number in occurrences:
        if number not in accepted:
            place = _hidden_form(folded, target, pair.target, scanner.entries[number], occurrences, accepted)
            if place:
                accepted[number] = [place]
    return PairFacts(pair, occurrences, innocent, accepted, deprecated, english)


def _innocence(source: Document, start: int, end: int, at: Occurrence, form: str, entry: Entry, heading: bool) -> Reason | None:
    """Why an English occurrence is not the term, as far as the English alone tells."""
    pos = part_of_speech(entry)
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
    if pos in ("noun", "adjective") and (reads_as_verb(text, first, last) or _inflected(pos, at.surface, entry)):
        return Reason("part-of-speech", {"surface": at.surface, "pos": pos})
    return None


def _inflected(pos: str, surface: str, entry: Entry) -> bool:
    """Whether a noun's row is met in a verb form that the row does not write itself: "listed" for list."""
    low = surface.lower()
    return pos == "noun" and any(low.endswith(e) and not any(f.lower().endswith(e) for f in entry.source) for e in ("ed", "ing"))


def part_of_speech(entry: Entry) -> str:
    """What the row says, or what its Chinese shows: 解释型, 被动的 are attributes, so "is interpreted as" is another use."""
    if entry.pos or not entry.preferred:
        return entry.pos
    if len(entry.preferred) > 2 and entry.preferred.endswith(_ATTRIBUTES) and not entry.preferred.endswith(_TYPES):
        return "adjective"
    return "noun" if len(entry.preferred) > 1 and entry.preferred.endswith(_NOUNS) else ""


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
    entry: Entry,
    occurrences: dict[int, list[Occurrence]],
    accepted: dict[int, list[Place]],
) -> Place | None:
    """An accepted rendering that the longest match hides, a discontinuous one, or a legitimate form of one."""
    claimed = sorted(place for number in occurrences for place in accepted.get(number, ()))
    english = " ".join(entry.source).lower()
    for rendering in entry.accepted:
        parts = [fold(part) for part in parts_of(rendering)]
        for passage in passages:
            body = target.passages[passage]
            if len(parts) > 1:
                place = _in_order(folded, parts, body.start, body.end)
                if place:
                    return place
                continue
            at = body.start
            while parts and (
                found := find_form(folded, parts[0], english, at, body.end) or _exact(folded, parts[0], at, body.end)
            ):
                if not _inside(found, claimed):
                    return Place(*found)
                at = found[1]
    return None


def _literal_on_both_sides(
    target: Document,
    passages: Sequence[int],
    occurrences: dict[int, list[Occurrence]],
    innocent: list[tuple[Occurrence, Reason]],
    accepted: dict[int, list[Place]],
) -> None:
    """Take out occurrences that the Chinese side holds as a literal: `fetch` in code marks there, a word of prose here."""
    starts = [literal.span.start for literal in target.literals]
    written: set[str] = set()
    for passage in passages:
        span = target.span(target.passages[passage].start, target.passages[passage].end)
        for literal in target.literals[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if literal.kind != "target":  # the target of a link or role says nothing about its label
                written.add(target.source.text[literal.span.start : literal.span.end].strip(_QUOTING).lower())
    if not written:
        return
    for number in list(occurrences):
        if number in accepted:
            continue
        kept = []
        for occurrence in occurrences[number]:
            if occurrence.surface.lower() in written:
                innocent.append((occurrence, Reason("literal", {"surface": occurrence.surface})))
            else:
                kept.append(occurrence)
        if kept:
            occurrences[number] = kept
        else:
            del occurrences[number]


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
