"""The edit that would put a finding right."""

from __future__ import annotations

from linter.documents.language import has_han as is_han
from linter.finding import Edit, Fix, Place
from linter.judge.model import Verdict
from linter.rules.severity import DOUBTFUL_PAIR
from linter.syntax.spans import Span

# What is a mark in one of the formats: a form that holds one is not put into a file by a machine.
_MARKS = frozenset('"\\`*[]<>{}|&~$%#\t\r\n')


def fix_of(verdict: Verdict, expected: tuple[str, ...], span: Span, place: Place) -> Fix | None:
    """Replace what was found, at `span` and so at `place`, by the preferred form.

    Safe where nothing is left to decide: there is one form to put there, the row is in force without conditions, and it forbids
    the rendering, or has it in another script, or the source confirms against the text's own gloss which term is meant.  None
    where nothing is named, nothing is expected, or the edit would take markup or a line break away or bring markup in.
    """
    text = verdict.document.source.text
    found = text[span.start : span.end]
    if not found or not expected or found in expected or found != verdict.rendering or not _MARKS.isdisjoint(expected[0]):
        return None
    entry = verdict.entry
    confirmed = verdict.relation == "gloss-mismatch" and verdict.grade == "gloss" and verdict.source_start >= 0
    decided = (
        (verdict.grade in ("declared", "script") or confirmed)
        and len(expected) == 1
        and entry.status == "approved"
        and not entry.when
        and not entry.contextual
        and verdict.posterior >= DOUBTFUL_PAIR
    )
    before, behind = _spaces(text, span, expected[0])
    edit = Edit(place.line, place.column - before, place.end_line, place.end_column + behind, expected[0])
    return Fix("safe" if decided else "unsafe", (edit,))


def _spaces(text: str, span: Span, form: str) -> tuple[int, int]:
    """How many spaces before and behind the place go with it: those that set a Latin word off from Chinese, where Chinese takes
    its place."""
    before = text[span.start - 2 : span.start] if span.start > 1 else ""
    behind = text[span.end : span.end + 2]
    return (
        int(text[span.start].isascii() and is_han(form[0]) and before[1:] == " " and is_han(before[0])),
        int(text[span.end - 1].isascii() and is_han(form[-1]) and behind[:1] == " " and is_han(behind[1:])),
    )
