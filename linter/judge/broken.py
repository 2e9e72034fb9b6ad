"""Right renderings that were damaged: split by a space, with an invisible character inside, or with one character typed for another."""

from __future__ import annotations

from collections.abc import Iterator

from linter.documents.model import Document
from linter.finding import Edit, Fact, Fix, Row, place_of
from linter.glossary.model import Entry
from linter.judge.facts import Facts
from linter.judge.words import words
from linter.patterns import lazy
from linter.scan.beside import BROKEN
from linter.scan.fold import fold, plain, visible_places, without_invisible
from linter.scan.lexicon import ACCEPTED

_HAN = "\u3400-\u9fff"
_GAP = lazy(rf" (?<=[{_HAN}] ) *(?=[{_HAN}])")
_AROUND = 12  # characters on each side of a gap or a slip that are looked at
MOST_GAPS = 3  # in a passage; with more of them spaces separate words there, as in a list or in a text from a scanner


def broken(facts: Facts) -> Iterator[Fact]:
    """A fact for each place, in the order of the text."""
    found = [*_split(facts), *_with_invisible(facts), *_slips(facts)]
    found.sort(key=lambda fact: fact.place)
    yield from found


def _split(facts: Facts) -> Iterator[Fact]:
    document = facts.document
    text = document.text
    if " " not in text:
        return
    gaps: dict[int, list[tuple[int, int]]] = {}
    for match in _GAP.finditer(text):
        number = document.passage_at(match.start())
        if number >= 0 and document.passages[number].lang == "zh":
            gaps.setdefault(number, []).append(match.span())
    for number, spans in gaps.items():
        if len(spans) > MOST_GAPS or not _segmenting():
            continue
        for start, end in spans:
            if not _written(document, start - 1, end + 1)[1:-1].strip(" ") and (one := _split_at(facts, number, start, end)):
                yield one


def _split_at(facts: Facts, number: int, start: int, end: int) -> Fact | None:
    """The longest rendering that goes across a gap and is made of whole words once the gap is closed."""
    document = facts.document
    passage = document.passages[number]
    left = document.text[max(passage.start, start - _AROUND) : start]
    right = document.text[end : min(passage.end, end + _AROUND)]
    closed, seam = left + right, len(left)
    held = facts.scanner.within(closed)
    if not any(meaning.role == ACCEPTED and first < seam < last for first, last, meaning in held):
        return None
    edges = {edge for run in words(fold(closed)) for word in run for edge in (word.start, word.end)}
    across = [
        (first, last, facts.entries[meaning.entry], meaning.form)
        for first, last, meaning in held
        if meaning.role == ACCEPTED and first < seam < last and {first, last} <= edges and _is_firm(closed, first, last)
    ]
    if not across:
        return None
    first, last, entry, form = max(across, key=lambda one: (one[1] - one[0], -one[0]))
    if form not in (entry.preferred, *entry.admitted) or " " in form:
        return None
    begin, stop = start - (seam - first), end + (last - seam)
    return _fact(document, entry, begin, stop, closed[first:last], "split-by-spaces", "unsafe")


def _is_firm(closed: str, first: int, last: int) -> bool:
    """Whether the segmenter takes the whole as one word, or it is long enough to be no accident."""
    inside = [word for run in words(fold(closed)) for word in run if first <= word.start and word.end <= last]
    return len(inside) == 1 or last - first > 2


def _with_invisible(facts: Facts) -> Iterator[Fact]:
    if visible_places(facts.document.text) is None:
        return
    document = facts.document
    for hit in facts.scanner.hits(document):
        written = document.text[hit.start : hit.end]
        right = without_invisible(written)
        rows = [facts.entries[number] for number in hit.of(ACCEPTED)]
        if right != written and rows and document.passages[hit.passage].lang == "zh":
            yield _fact(document, rows[0], hit.start, hit.end, right, "invisible-inside", "safe")


def _slips(facts: Facts) -> Iterator[Fact]:
    document = facts.document
    for aside in facts.asides:
        if aside.role != BROKEN or not _segmenting():
            continue
        entry = facts.entries[aside.entry]
        slip = plain(aside.form)
        right = next(
            (form for form in (entry.preferred or "", *entry.admitted) if len(form) == len(slip) and _differing(form, slip) == 1),
            "",
        )
        if not right:
            continue
        passage = document.passages[aside.passage]
        first, last = max(passage.start, aside.start - _AROUND), min(passage.end, aside.end + _AROUND)
        wrong = aside.start - first + next(at for at in range(len(slip)) if slip[at] != right[at])
        segments = words(fold(document.text[first:last]))
        edges = {edge for run in segments for word in run for edge in (word.start, word.end)}
        if not {aside.start - first, aside.end - first} <= edges or any(
            word.start <= wrong < word.end and len(word.text) > 1 for run in segments for word in run
        ):
            continue  # the character belongs to a word: 休眠 in 智能休眠
        yield _fact(document, entry, aside.start, aside.end, right, "another-character", "unsafe")


def _segmenting() -> bool:
    """Whether a segmenter is installed; without one nothing can tell a slip from a word."""
    return any(len(word.text) > 1 for run in words("这是一个问题") for word in run)


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _written(document: Document, start: int, end: int) -> str:
    span = document.span(start, end)
    return document.source.text[span.start : span.end]


def _fact(document: Document, entry: Entry, start: int, end: int, right: str, why: str, safety: str) -> Fact:
    place = place_of(document.source, *document.span(start, end))
    found = _written(document, start, end)
    visible = document.text[start:end]
    edit = Edit(place.line, place.column, place.end_line, place.end_column, right)
    fix = Fix("safe" if safety == "safe" else "unsafe", (edit,)) if found == visible else None
    values = {"expected": right, "rendering": right if safety == "safe" else visible, "why": why}
    return Fact("broken-term", place, values, found, entry.term, row=Row(entry.place.path, entry.place.line), fix=fix)
