"""Text of a document for people: the visible text with its literals as they were written."""

from __future__ import annotations

from linter.documents.model import MASK, Document
from linter.finding import Place, Quote, place_of
from linter.judge.model import Verdict
from linter.patterns import lazy

LONGEST_LITERAL = 200  # code points; an embedded image is cut
AROUND = 500  # code points of a passage that are quoted on each side of an occurrence; few passages are longer

_MASKED = lazy(MASK + "+")
_SPACE = lazy(r"\s+")


def clean(document: Document, start: int, end: int) -> str:
    """The visible range with each run of MASK replaced by the literal of the file, and every white space by one blank."""
    visible = document.text
    parts: list[str] = []
    at = start
    for run in _MASKED.finditer(visible, start, end):
        span = document.span(run.start(), run.end())
        literal = document.source.text[span.start : span.end]
        parts += [visible[at : run.start()], literal if len(literal) <= LONGEST_LITERAL else literal[:LONGEST_LITERAL] + "…"]
        at = run.end()
    return _SPACE.sub(" ", "".join((*parts, visible[at:end])))


def place(document: Document, start: int, end: int) -> Place:
    """The place in the file of a visible range."""
    return place_of(document.source, *document.span(start, end))


def quote(verdict: Verdict) -> Quote | None:
    """The source side of a verdict: the passage of its occurrence, or the passages that were judged."""
    document = verdict.source_document
    if document is None:
        return None
    start, end = verdict.source_start, verdict.source_end
    at = document.passage_at(start) if start >= 0 else -1
    if at >= 0:
        passage = document.passages[at]
        first, last = max(passage.start, start - AROUND), min(passage.end, end + AROUND)
        head = "…" * (first > passage.start) + clean(document, first, start).lstrip()
        middle = clean(document, start, end)
        tail = clean(document, end, last).rstrip() + "…" * (last < passage.end)
        return Quote(place(document, start, end), head + middle + tail, len(head), len(head) + len(middle))
    if not verdict.source_passages:
        return None
    passages = [document.passages[number] for number in verdict.source_passages]
    text = " ".join(clean(document, passage.start, min(passage.end, passage.start + AROUND)).strip() for passage in passages)
    return Quote(
        place(document, passages[0].start, passages[-1].end), text if len(text) <= 2 * AROUND else text[: 2 * AROUND] + "…"
    )
