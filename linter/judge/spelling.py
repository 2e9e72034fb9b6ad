"""Terms that stay in English and are written otherwise: Github for GitHub, pull-request for pull request."""

from __future__ import annotations

from collections.abc import Iterator

from linter.documents.model import MASK, Document
from linter.finding import Edit, Fact, Fix, Row, place_of
from linter.glossary.model import Entry
from linter.judge.facts import Facts
from linter.patterns import lazy
from linter.scan.beside import JOINT, SPELLED
from linter.scan.fold import plain
from linter.scan.hits import same_case

_CAMEL = lazy(r"[a-z][A-Z]")
_BESIDE_CODE = frozenset(MASK + "/\\._@#$%&=<>{}[]|~^*+`:")  # marks that make a name of another kind of what they touch


def misspelled(facts: Facts) -> Iterator[Fact]:
    """A fact for each place, in the order of the text."""
    document = facts.document
    told = -1
    for aside in facts.asides:
        if aside.role != SPELLED or aside.start < told:
            continue
        before = document.text[aside.start - 1 : aside.start] if aside.start else ""
        behind = document.text[aside.end : aside.end + 1]
        if not _BESIDE_CODE.isdisjoint(before + behind):
            continue
        entry = facts.entries[aside.entry]
        written = document.text[aside.start : aside.end]
        right = spelled_rightly(written, entry)
        if not right:
            continue
        if facts.source is not None and facts.source is not document and written in facts.source.text:
            continue  # as the English has it
        if facts.source is document and _in_english(document, written):
            continue
        told = aside.end
        place = place_of(document.source, *document.span(aside.start, aside.end))
        span = document.span(aside.start, aside.end)
        found = document.source.text[span.start : span.end]
        edit = Edit(place.line, place.column, place.end_line, place.end_column, right)
        case_only = written.lower() == right.lower() and found == written
        yield Fact(
            "term-spelling",
            place,
            {"expected": right, "rendering": written},
            found,
            entry.term,
            row=Row(entry.place.path, entry.place.line),
            fix=Fix("safe" if case_only and entry.status == "approved" else "unsafe", (edit,)) if found == written else None,
        )


def _in_english(document: Document, written: str) -> bool:
    """Whether an English passage of a document with both languages has a word in the same spelling."""
    at = document.text.find(written)
    while at >= 0:
        number = document.passage_at(at)
        if number >= 0 and document.passages[number].lang == "en":
            return True
        at = document.text.find(written, at + 1)
    return False


def spelled_rightly(written: str, entry: Entry) -> str:
    """How the row writes what stands in the text; "" where it is written so already, or nobody can tell.

    Capitals at the beginning of words are free where the row has none.  Letters that are all small where the row's are all
    capitals, or the reverse, may be code or a shout, and a word in camel case is an identifier.
    """
    text = plain(written)
    closed = JOINT.sub("", text).lower()
    joints = JOINT.findall(text)
    candidates: list[str] = []
    for form in map(plain, entry.source):
        for right in (form, form + "s"):
            if JOINT.sub("", right).lower() != closed:
                continue
            if JOINT.findall(right) == joints and (same_case(right, text, False) or _is_like_first(right, text)):
                return ""
            candidates.append(right)
    if not candidates:
        return ""
    right = next((form for form in candidates if JOINT.findall(form) == joints), candidates[0])
    shouted = _all_small(text) if _all_capitals(right) else _all_capitals(text)
    identifier = not joints and JOINT.search(right) is not None and _CAMEL.search(text) is not None
    return "" if shouted or identifier else right


def _is_like_first(form: str, text: str) -> bool:
    """Whether only first letters of words differ: Pull Request for pull request."""
    return all(
        f == w or (f.lower() == w.lower() and (k == 0 or form[k - 1] in " -"))
        for k, (f, w) in enumerate(zip(form, text, strict=True))
    )


def _all_small(text: str) -> bool:
    return text == text.lower()


def _all_capitals(text: str) -> bool:
    letters = "".join(character for character in text if character.isalpha())
    return len(letters) > 1 and letters.removesuffix("s").isupper()
