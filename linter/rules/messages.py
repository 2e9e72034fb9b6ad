"""Message templates and how they are filled.

A template holds `{name}` for a value and `[…]` for a part that is left out where a value inside it is empty:
"“{found}” stands for {term}[; the glossary has {expected}]".  Values come from texts that nobody trusts; a template never
looks inside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from linter.patterns import lazy
from linter.rules.model import Text
from linter.suggest import did_you_mean

LONGEST = 80  # code points of a value in a message

# What each thing that a rule can report knows.  A verdict knows the same values whatever became of the term.
_VERDICT = ("term", "found", "expected", "source")
_ROWS = ("term", "found", "expected", "other", "line")  # found: what this row has; expected, other, line: those of the other row
VALUES: Mapping[str, tuple[str, ...]] = {
    "rendered-otherwise": _VERDICT,
    "declared-variant": _VERDICT,
    "script-variant": _VERDICT,
    "left-in-english": _VERDICT,
    "kept-translated": _VERDICT,
    "gloss-mismatch": _VERDICT,
    "omitted": _VERDICT,
    "unexpected": _VERDICT,
    "inconsistent": ("term", "found", "expected", "count", "others"),
    "inconsistent-gloss": ("term", "found", "expected", "other"),
    "missing-first-gloss": ("term", "found", "expected"),
    "repeated-gloss": ("term", "found", "rendering"),
    "term-spelling": ("term", "found", "expected"),
    "broken-term": ("term", "found", "expected", "why"),
    "pattern": ("found", "expected"),
    "glossary-malformed": ("term", "found", "why"),
    "glossary-dead": ("term", "found", "why"),
    "glossary-duplicate": _ROWS,
    "glossary-conflict": _ROWS,
    "glossary-ambiguous": _ROWS,
    "glossary-tables-differ": (*_ROWS, "why"),
    "glossary-unused": ("term", "found"),
    "glossary-outvoted": ("term", "found", "expected", "followed", "judged", "renderings"),
    "dropped-passage": ("found", "source"),
    "unreadable-input": ("why", "limit"),
    "unused-suppression": ("found", "other"),
    "unknown-suppression": ("found", "why", "other", "expected"),
    "unclosed-suppression": ("found", "other"),
    "stale-baseline": ("found", "term", "why", "count", "left"),
    "stale-decision": ("found", "term"),
}
PROBLEM_VALUES = (*_ROWS, "count", "left")
# What each reason of a verdict knows, besides the verdict's own values.
REASON_VALUES: Mapping[str, tuple[str, ...]] = {
    "declared": ("rendering",),
    "shipped": ("rendering",),
    "regional": ("rendering",),
    "script": ("rendering",),
    "english": ("rendering",),
    "gloss": ("rendering", "english"),
    "near": ("rendering", "shared"),
    "recurs": ("rendering", "count"),
    "mined": ("rendering", "score"),
    "dictionary": ("rendering",),
    "sibling": ("rendering", "places"),
    "alone": ("rendering", "surface"),
    "remainder": ("rendering", "surface"),
    "followed": ("followed", "judged"),
    "name": ("surface", "name"),
    "literal": ("surface",),
    "longer-term": ("surface", "longer"),
    "other-sense": ("surface", "phrase"),
    "near-form": ("rendering",),
    "part-of-speech": ("pos", "surface"),
    "repeat": ("occurrences", "renderings"),
    "low-confidence": ("posterior",),
    "explained": ("rendering", "word"),
    "no-rendering": (),
    "context": (),
    "proposed": (),
}

_PART = lazy(r"\[([^\[\]]*)\]")
_VALUE = lazy(r"\{([a-z]+)\}")
_SPACE = lazy(r"\s+")


def fill(template: str, values: Mapping[str, str]) -> str:
    """A template with its values, each on one line and cut where it is long."""

    def part(match: re.Match[str]) -> str:
        names = _VALUE.findall(match[1])
        if not names:
            return match[0]
        return match[1] if all(values.get(name) for name in names) else ""

    return _VALUE.sub(lambda match: shorten(values.get(match[1], "")), _PART.sub(part, template))


def shorten(text: str, longest: int = LONGEST) -> str:
    """One line of at most `longest` code points."""
    text = _SPACE.sub(" ", text[: 4 * longest]).strip()
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def fault(template: str, known: Sequence[str]) -> str:
    """What is wrong with a template, as the end of an error sentence; "" where nothing is."""
    for name in _VALUE.findall(template):
        if name not in known:
            return f"unknown value {{{name}}}{did_you_mean(name, known)}; known: {', '.join(f'{{{value}}}' for value in known)}"
    rest = _VALUE.sub("", template)
    for char in "{}":
        if char in rest:
            return f"a lone {char!r}: a value is written {{name}}"
    rest = _PART.sub("", rest)
    for char in "[]":
        if char in rest:
            return f"a lone {char!r}: a part that may be left out is written […], without another inside"
    return ""


def in_language(text: Text, lang: str) -> str:
    """The text in a language, or in the one that it has."""
    return text.get(lang) or next(iter(text.values()), "")


def alternatives(texts: Sequence[str], lang: str) -> str:
    """“a”, “b” or “c”."""
    quoted = [f"“{shorten(text, LONGEST // 2)}”" for text in texts[:5]]
    if len(texts) > 5:
        return ("、" if lang == "zh" else ", ").join(quoted) + "…"
    if len(quoted) < 2:
        return "".join(quoted)
    comma, last = ("、", "或") if lang == "zh" else (", ", " or ")
    return comma.join(quoted[:-1]) + last + quoted[-1]
