"""A rule as data: what it reports, how hard, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.records import NamedTuple

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")
Text = Mapping[str, str]  # language -> text

BY_GRADE = "by-grade"  # a rule whose level the severity table decides
OFF = "off"  # what a configuration may set a rule to
LEVELS = ("error", "warning", "hint", BY_GRADE)

# What a rule can report: the relations of verdicts that mean something is wrong, and the facts.
VERDICTS = (
    "rendered-otherwise",
    "declared-variant",
    "script-variant",
    "left-in-english",
    "kept-translated",
    "gloss-mismatch",
    "omitted",
)
FACTS = (
    "unexpected",
    "inconsistent",
    "inconsistent-gloss",
    "missing-first-gloss",
    "repeated-gloss",
    "term-spelling",
    "broken-term",
    "glossary-malformed",
    "glossary-dead",
    "glossary-duplicate",
    "glossary-conflict",
    "glossary-ambiguous",
    "glossary-tables-differ",
    "glossary-unused",
    "glossary-outvoted",
    "dropped-passage",
    "unreadable-input",
    "unused-suppression",
    "unknown-suppression",
    "unclosed-suppression",
    "stale-baseline",
    "stale-decision",
)
PATTERN = "pattern"  # what the rule itself says is to be looked for; no shipped rule does
REPORTS = (*VERDICTS, *FACTS, PATTERN)

PASSAGES = ("heading", "paragraph", "item", "cell", "term", "footnote", "turn", "comment", "title", "unit")  # kinds
PROSE = "prose"  # all of them
LANGUAGES = ("zh", "en")

OptionType = Literal["integer", "number", "boolean", "string", "strings"]
OPTION_TYPES: tuple[OptionType, ...] = ("integer", "number", "boolean", "string", "strings")


class Option(NamedTuple):
    type: OptionType
    default: object
    about: Text


class Pattern(NamedTuple):
    """What a rule looks for: literals, each with what should stand there (or None), or a regular expression.

    replacement  for the expression; may hold its groups (\\1, \\g<name>)
    where        kinds of passages; empty for all prose
    languages    of the passages
    files        globs; empty for all files
    unless       compounds in which nothing counts
    """

    literals: tuple[tuple[str, str | None], ...] = ()
    regex: str = ""
    replacement: str | None = None
    where: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("zh",)
    files: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Rule(NamedTuple):
    """`code` is stable (GL101), `name` is what people write; `message` may hold {term}, {found}, {expected}, {source} and the
    other values of what it reports, see `linter.rules.messages`."""

    code: str
    name: str
    reports: str
    severity: str  # one of LEVELS
    message: Text
    options: Mapping[str, Option] = {}  # read only by convention
    enabled: bool = True  # False: off unless it is selected by its name or code, or given a severity
    pattern: Pattern | None = None


class Example(NamedTuple):
    """Texts of a rule's example, and what is found in it: each a mapping with at least `line` and `found`."""

    glossary: str
    source: str
    text: str
    findings: tuple[Mapping[str, str], ...]
    line: int  # of the rule file
    path: str = "text.md"  # where the text is to stand


class Page(NamedTuple):
    """What only people read of a rule: why it is there, and its examples."""

    why: Text
    examples: tuple[Example, ...]
