"""Whether a term's rendering is there after all: hidden, discontinuous, in a legitimate form, or as a literal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.judge.facts import Occurrence, Place
from linter.judge.likeness import find_form
from linter.judge.model import Reason
from linter.scan.fold import fold
from linter.scan.lexicon import parts_of

_QUOTING = "`*_'\"“”‘’「」<>()[]{}:;,. "


def hidden_form(
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


def literal_on_both_sides(
    target: Document,
    passages: Sequence[int],
    occurrences: dict[int, list[Occurrence]],
    innocent: list[tuple[Occurrence, Reason]],
    accepted: dict[int, list[Place]],
) -> None:
    """Take out occurrences that the Chinese side holds as a literal: `fetch` in code marks there, a word of prose here."""
    written: set[str] = set()
    for passage in passages:
        span = target.span(target.passages[passage].start, target.passages[passage].end)
        for literal in target.literals_from(span.start, span.end):
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
