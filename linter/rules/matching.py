"""Users' rules on a text: the literals that the sweep found, and their regular expressions, under limits.

Nothing matches in or across a literal of the text: code, URLs and the like are one opaque character each.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from typing import Any

from linter.documents.model import MASK, Document, Passage
from linter.finding import Edit, Fact, Fix, Place, place_of
from linter.judge.facts import Facts
from linter.rules.model import Pattern, Rule
from linter.rules.policy import Policy
from linter.scan.beside import PATTERN as LITERAL
from linter.scan.fold import without_invisible
from linter.scan.lexicon import literal_number

BUDGET = 2.0  # seconds of one file for all expressions together
MOST = 1000  # matches of one rule in one file

_compiled: dict[str, Any] = {}  # expressions by their text; a run has few


def literals_of(rules: Sequence[Rule]) -> tuple[str, ...]:
    """The literals of all rules, in order: what the sweep has to look for."""
    return tuple(dict.fromkeys(literal for rule in rules if rule.pattern for literal, _ in rule.pattern.literals))


def matches(facts: Facts, rules: Sequence[Rule], policy: Policy) -> Iterator[Fact]:
    """A fact for each match of each rule, in the order of the rules; one more for each limit that was reached."""
    document = facts.document
    literals = literals_of([rule for rule in policy.rules if rule.pattern])
    deadline = time.monotonic() + BUDGET
    for rule in rules:
        pattern = rule.pattern
        if pattern is None or not _is_meant(pattern, document.source.path, policy.root):
            continue
        found = _literals(facts, pattern, literals) if pattern.literals else _expression(document, pattern, deadline)
        count = 0
        try:
            for start, end, right in found:
                if _is_protected(document, start, end, pattern):
                    continue
                count += 1
                if count > MOST:
                    yield _limit(document, rule, "too-many-matches", f"{MOST}")
                    break
                yield _fact(document, start, end, right, rule)
        except TimeoutError:
            yield _limit(document, rule, "too-slow", f"{BUDGET:g}")


def _limit(document: Document, rule: Rule, key: str, count: str) -> Fact:
    """`limit` names the sentence of a problem (rules/reasons.yaml), which has the other values."""
    values = {"limit": key, "other": f"{rule.code} {rule.name}", "count": count}
    return Fact("unreadable-input", Place(document.source.path, 1, 1, 1, 1), values)


def _is_meant(pattern: Pattern, path: str, root: str) -> bool:
    if not pattern.files:
        return True
    from linter.globs import Globs

    relative = os.path.relpath(path, root or None).replace(os.sep, "/")
    while relative.startswith("../"):
        relative = relative[3:]
    return Globs(pattern.files).matches(relative)


def _fits(passage: Passage, pattern: Pattern) -> bool:
    return passage.lang in pattern.languages and (not pattern.where or passage.kind in pattern.where)


def _literals(facts: Facts, pattern: Pattern, literals: tuple[str, ...]) -> Iterator[tuple[int, int, str | None]]:
    """Longest first where several begin or overlap."""
    rights = dict(pattern.literals)
    numbers = {literal_number(literals.index(literal)): literal for literal in rights}
    limit = -1
    for aside in facts.asides:
        literal = numbers.get(aside.entry) if aside.role == LITERAL else None
        if literal is not None and aside.start >= limit and _fits(facts.document.passages[aside.passage], pattern):
            limit = aside.end
            yield aside.start, aside.end, rights[literal]


def _expression(document: Document, pattern: Pattern, deadline: float) -> Iterator[tuple[int, int, str | None]]:
    import regex

    compiled = _compiled.get(pattern.regex)
    if compiled is None:
        compiled = _compiled[pattern.regex] = regex.compile(pattern.regex)
    for passage in document.passages:
        if not _fits(passage, pattern):
            continue
        text = document.text[passage.start : passage.end]
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        for match in compiled.finditer(text, timeout=left):
            start, end = match.span()
            if start < end and MASK not in match[0]:
                right = None if pattern.replacement is None else match.expand(pattern.replacement)
                yield passage.start + start, passage.start + end, right


def _is_protected(document: Document, start: int, end: int, pattern: Pattern) -> bool:
    for compound in pattern.unless:
        at = document.text.find(compound, max(0, end - len(compound)), start + len(compound))
        if 0 <= at <= start and end <= at + len(compound):
            return True
    return False


def _fact(document: Document, start: int, end: int, right: str | None, rule: Rule) -> Fact:
    span = document.span(start, end)
    place = place_of(document.source, *span)
    found = document.source.text[span.start : span.end]
    visible = without_invisible(document.text[start:end])
    fix = None
    if right is not None and right != found and found == document.text[start:end]:
        fix = Fix("unsafe", (Edit(place.line, place.column, place.end_line, place.end_column, right),))
    values = {"rule": rule.code, "rendering": visible, "expected": right or ""}
    return Fact("pattern", place, values, found, fix=fix)
