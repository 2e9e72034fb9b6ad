"""Facts about the Chinese of single documents that are no verdicts: spellings, broken terms, first mentions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from linter.finding import Fact
from linter.judge.facts import Facts
from linter.judge.model import Verdict
from linter.scan.beside import BROKEN, SPELLED
from linter.scan.fold import visible_places

_NAMED = ("declared-variant", "script-variant", "rendered-otherwise", "kept-translated", "gloss-mismatch")


def facts_of_texts(
    all_facts: Iterable[Facts],
    verdicts: Iterable[Verdict],
    wanted: Collection[str],
    mentions: Callable[[Facts], Iterable[Fact]] | None = None,
) -> Iterator[Fact]:
    """The facts that `wanted` names, by documents.  What a verdict names already is no broken term as well.

    `mentions` are the facts of style, where somebody asks for them.
    """
    claimed: dict[str, list[tuple[int, int]]] | None = None
    for facts in all_facts:
        if "term-spelling" in wanted and any(aside.role == SPELLED for aside in facts.asides):
            from linter.judge.spelling import misspelled

            yield from misspelled(facts)
        if "broken-term" in wanted and _may_be_broken(facts):
            from linter.judge.broken import broken

            path = facts.document.source.path
            for fact in broken(facts):
                claimed = _claimed(verdicts) if claimed is None else claimed
                line, column, end_line, end_column = fact.place[1:]
                span = facts.document.source.offset(line, column), facts.document.source.offset(end_line, end_column)
                if not any(start < span[1] and span[0] < end for start, end in claimed.get(path, ())):
                    yield fact
        if mentions is not None:
            yield from mentions(facts)


def _may_be_broken(facts: Facts) -> bool:
    return (
        " " in facts.document.text
        or any(a.role == BROKEN for a in facts.asides)
        or visible_places(facts.document.text) is not None
    )


def _claimed(verdicts: Iterable[Verdict]) -> dict[str, list[tuple[int, int]]]:
    """The places in files that verdicts object to."""
    found: dict[str, list[tuple[int, int]]] = {}
    for verdict in verdicts:
        if verdict.relation in _NAMED and verdict.grade not in (None, "weak") and verdict.end > verdict.start:
            span = verdict.document.span(verdict.start, verdict.end)
            found.setdefault(verdict.document.source.path, []).append((span.start, span.end))
    return found
