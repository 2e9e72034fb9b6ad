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
)
REPORTS = (*VERDICTS, *FACTS)

OptionType = Literal["integer", "number", "boolean", "string", "strings"]
OPTION_TYPES: tuple[OptionType, ...] = ("integer", "number", "boolean", "string", "strings")


class Option(NamedTuple):
    type: OptionType
    default: object
    about: Text


class Rule(NamedTuple):
    """`code` is stable (GL101), `name` is what people write; `message` may hold {term}, {found}, {expected}, {source} and the
    other values of what it reports, see `linter.rules.messages`."""

    code: str
    name: str
    reports: str
    severity: str  # one of LEVELS
    message: Text
    options: Mapping[str, Option] = {}  # read only by convention


class Example(NamedTuple):
    """Texts of a rule's example, and what is found in it: each a mapping with at least `line` and `found`."""

    glossary: str
    source: str
    text: str
    findings: tuple[Mapping[str, str], ...]
    line: int  # of the rule file


class Page(NamedTuple):
    """What only people read of a rule: why it is there, and its examples."""

    why: Text
    examples: tuple[Example, ...]
