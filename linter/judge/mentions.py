"""Where a document mentions a term for the first time, and where it glosses one again: a matter of style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.finding import Edit, Fact, Fix, Row, place_of
from linter.glossary.model import Entry
from linter.judge.facts import Facts
from linter.judge.places import Spot, place
from linter.judge.words import words
from linter.scan.fold import fold
from linter.scan.glosses import Gloss
from linter.scan.lexicon import ACCEPTED, SOURCE

_LOOSE = ("po", "pairs")  # forms whose texts are read one by one, so that none is the first
_NEAR = 4  # characters between a rendering and its English, or the other way round


def missing_glosses(facts: Facts, terms: Sequence[str], headings: bool) -> Iterator[Fact]:
    """A fact at the first mention of each row's rendering that has no English beside it.

    `terms`: the rows meant; none stands for all.  Rows that stay in English, are undecided or depend on their context are left out.
    """
    document = facts.document
    if document.format in _LOOSE:
        return
    meant = {fold(term) for term in terms}
    seen: set[str] = set()
    english = [hit for hit in facts.scanner.hits(document) if hit.of(SOURCE)]
    for hit in facts.scanner.hits(document):
        passage = document.passages[hit.passage]
        if passage.lang != "zh" or (passage.kind in ("heading", "title") and not headings):
            continue
        for number in hit.of(ACCEPTED):
            entry = facts.entries[number]
            if entry.term in seen or not _is_meant(entry, meant) or document.text[hit.start : hit.end] not in entry.expected:
                continue
            seen.add(entry.term)
            around = (other for other in english if other.passage == hit.passage and number in other.of(SOURCE))
            if any(-_NEAR <= other.start - hit.end <= _NEAR or -_NEAR <= hit.start - other.end <= _NEAR for other in around):
                continue
            if any(gloss.passage == hit.passage and _glosses(facts, gloss, hit.start, hit.end, entry) for gloss in facts.glosses):
                continue
            span = document.span(hit.start, hit.end)
            where = place_of(document.source, *span)
            found = document.source.text[span.start : span.end]
            expected = f"{found}（{entry.term}）"
            edit = Edit(where.line, where.column, where.end_line, where.end_column, expected)
            yield Fact(
                "missing-first-gloss",
                where,
                {"expected": expected, "rendering": document.text[hit.start : hit.end]},
                found,
                entry.term,
                row=Row(entry.place.path, entry.place.line),
                fix=Fix("unsafe", (edit,)),
            )


def repeated_glosses(facts: Facts) -> Iterator[Fact]:
    """A fact at each gloss of a term that was glossed before with the same Chinese, with the place of the first."""
    document = facts.document
    if document.format in _LOOSE:
        return
    first: dict[str, tuple[str, Gloss]] = {}
    for gloss in facts.glosses:
        english = gloss.english[-1 if len(gloss.english) == 1 else 1][0]
        key = _key(facts, english)
        run = fold(document.text[gloss.zh_start : gloss.zh_end])
        if key not in first:
            first[key] = run, gloss
            continue
        same = _common_end(first[key][0], run)
        if len(same) < 2:
            continue
        other = first[key][1]
        span = document.span(gloss.en_start, gloss.en_end)
        size = _rendering(facts, english, same)
        values = {"rendering": document.text[gloss.zh_end - size : gloss.zh_end], "expected": ""}
        told = place(Spot(document, other.en_start, other.en_end))
        where = place_of(document.source, *span)
        yield Fact(
            "repeated-gloss", where, values, document.source.text[span.start : span.end], english, ((told, "other-gloss"),)
        )


def _is_meant(entry: Entry, meant: set[str]) -> bool:
    if entry.keep or entry.undecided or entry.contextual or entry.preferred is None or len(entry.preferred) < 2:
        return False
    return not meant or any(fold(form) in meant for form in entry.source)


def _glosses(facts: Facts, gloss: Gloss, start: int, end: int, entry: Entry) -> bool:
    """Whether a gloss belongs to a rendering and names its row."""
    if not (gloss.zh_start <= start and end <= gloss.zh_end + _NEAR):
        return False
    forms = {fold(form) for form in entry.source}
    return any(
        fold(text) in forms or any(facts.entries[m.entry] is entry for m in facts.scanner.lookup(text) if m.role == SOURCE)
        for text, _, _ in gloss.english
    )


def _key(facts: Facts, english: str) -> str:
    """Inflections and synonyms of a row are one term."""
    rows = [m.entry for m in facts.scanner.lookup(english) if m.role == SOURCE]
    return f"#{facts.entries[rows[0]].term}" if rows else fold(english)


def _rendering(facts: Facts, english: str, same: str) -> int:
    """How many characters at the end of what two glosses share are the rendering: the row's, else from the first word on that can
    begin a term."""
    rows = [facts.entries[m.entry] for m in facts.scanner.lookup(english) if m.role == SOURCE]
    own = [len(form) for row in rows for form in row.accepted if same.endswith(fold(form))]
    if own:
        return max(own)
    starts = (word.start for run in words(same) for word in run if word.edge and len(same) - word.start > 1)
    return len(same) - next(starts, 0)


def _common_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return one[len(one) - size :]
