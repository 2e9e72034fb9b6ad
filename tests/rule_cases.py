"""Small documents, rows and verdicts for the tests of rules and reports."""

from __future__ import annotations

from linter.documents.model import MASK, Document, Literal, Passage, Segment, Span
from linter.finding import Place
from linter.glossary.model import Entry
from linter.judge.model import Grade, Reason, Relation, Verdict
from linter.source import Source


def document(text: str, path: str = "text.md") -> Document:
    """One passage a line; what stands between backticks is a literal, masked as one character."""
    visible: list[str] = []
    segments: list[Segment] = []
    passages: list[Passage] = []
    literals: list[Literal] = []
    at = length = 0
    for line in text.split("\n"):
        start = length
        for number, part in enumerate(line.split("`")):
            begin = at
            if number % 2:
                begin, part_width = at - 1, len(part) + 2
                segments.append(Segment(length, begin, 1, part_width))
                literals.append(Literal(Span(begin, begin + part_width), "code"))
                visible.append(MASK)
                length += 1
            else:
                segments.append(Segment(length, begin, len(part), len(part)))
                visible.append(part)
                length += len(part)
            at += len(part) + 1
        passages.append(Passage("paragraph", "zh", start, length))
        visible.append("\n")
        length += 1
    return Document(Source(path, text), "text", "".join(visible)[:-1], segments, passages, [], literals)


def row(
    term: str,
    preferred: str | None,
    *admitted: str,
    line: int = 3,
    keep: bool = False,
    status: str = "approved",
    when: tuple[str, ...] = (),
) -> Entry:
    place = Place("GLOSSARY.md", line, 1, line, 20)
    return Entry((term,), place, preferred, admitted, keep=keep, status=status, when=when)


def verdict(
    relation: Relation,
    entry: Entry,
    target: Document,
    rendering: str,
    grade: Grade | None = None,
    source: Document | None = None,
    surface: str = "",
    reasons: tuple[Reason, ...] = (),
    posterior: float = 1.0,
    nth: int = 0,
) -> Verdict:
    """A verdict on the nth place of `rendering` in the target, and on the first of `surface` in the source."""
    start = -1
    for _ in range(nth + 1):
        start = target.text.index(rendering, start + 1)
    at = source.text.index(surface) if source and surface else -1
    return Verdict(
        relation,
        entry,
        target,
        start,
        start + len(rendering),
        rendering,
        grade,
        reasons,
        posterior,
        source,
        (0,) if source else (),
        at,
        at + len(surface) if at >= 0 else -1,
    )
