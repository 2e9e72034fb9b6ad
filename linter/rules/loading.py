"""Rule files (YAML) -> rules, strictly: whatever is not understood is a UsageError with its line and column."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from linter.errors import InputError, UsageError
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.rules.looking import PATTERN_KEYS, pattern_of
from linter.rules.messages import PROBLEM_VALUES, REASON_VALUES, VALUES, fault
from linter.rules.model import BY_GRADE, LANGS, LEVELS, OPTION_TYPES, REPORTS, Example, Option, Page, Rule, Text
from linter.rules.options import coerce
from linter.source import Source, read
from linter.yamltree import Node, parse

KEYS = ("code", "name", "reports", "severity", "enabled", "options", "message", "why", "examples")
REQUIRED = ("code", "name", "reports", "severity", "message")
EXAMPLE_KEYS = ("glossary", "source", "text", "path", "findings")
FINDING_KEYS = ("in", "line", "column", "found", "rendering", "expected", "rule", "severity", "grade")
NOT_RULES = ("reasons.yaml", "senses.yaml")

_CODE = lazy(r"[A-Z]{1,8}[0-9]{1,4}")
_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def with_users(shipped: Sequence[Rule], folders: Sequence[str]) -> tuple[Rule, ...]:
    """The shipped rules and those of the users' folders.

    A user's rule with code and name of a shipped rule takes its place; one with only the code or only the name is an error, as are
    two users' rules that share either.  Raises UsageError.
    """
    rules = {rule.code: rule for rule in shipped}
    seen: dict[str, str] = {}  # code or name -> the file that has it
    for folder in folders:
        for path in files(folder):
            rule, _ = load(path)
            for word in (rule.code, rule.name):
                if word in seen:
                    raise UsageError(f"{word} is already the rule of {seen[word]}", path)
                seen[word] = path
            for other in shipped:
                if (rule.code == other.code) != (rule.name == other.name):
                    raise UsageError(f"{rule.code} {rule.name} is half of the shipped rule {other.code} {other.name}", path)
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def files(folder: str) -> list[str]:
    """The rule files of a folder, by name.  Raises UsageError."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise UsageError(f"the rules cannot be read: {error.strerror}", folder) from None
    return [os.path.join(folder, name) for name in names if name.endswith((".yaml", ".yml")) and name not in NOT_RULES]


def load(path: str) -> tuple[Rule, Page]:
    """Read one rule file.  Raises UsageError."""
    try:
        source = read(path)
    except InputError as error:
        raise UsageError(f"the rule cannot be read: {error.reason}", path, error.line, error.column) from None
    return rule_of(source)


def rule_of(source: Source) -> tuple[Rule, Page]:
    root = parse(source)
    if root is None:
        raise UsageError("a rule is expected here, and the file is empty", source.path, 1, 1)
    parts = root.mapping((*KEYS, *PATTERN_KEYS), REQUIRED)
    reports = parts["reports"].choice(REPORTS, "report")
    rule = Rule(
        code=_matching(parts["code"], _CODE, "a code is capital letters and digits, like GL101"),
        name=_matching(parts["name"], _NAME, "a name is words in small letters with hyphens, like wrong-translation"),
        reports=reports,
        severity=parts["severity"].choice(LEVELS, "severity"),
        message=_message(parts["message"], VALUES[reports]),
        options={name: _option(node) for name, node in parts["options"].mapping().items()} if "options" in parts else {},
        enabled="enabled" not in parts or parts["enabled"].boolean(),
        pattern=pattern_of(root, parts, reports),
    )
    if rule.pattern and rule.severity == BY_GRADE:
        parts["severity"].fail("a pattern stands on no evidence that has grades: error, warning or hint is expected here")
    why = _text(parts["why"]) if "why" in parts else {}
    examples = tuple(_example(node) for node in parts["examples"].items("a list of examples")) if "examples" in parts else ()
    return rule, Page(why, examples)


class Sentences(NamedTuple):
    """reasons.yaml: the sentence of each reason, of each kind of related place, of each fault of a glossary row."""

    reasons: dict[str, Text]
    related: dict[str, Text]
    problems: dict[str, Text]


def sentences_of(source: Source) -> Sentences:
    root = parse(source)
    if root is None:
        raise UsageError("the reasons are expected here, and the file is empty", source.path, 1, 1)
    parts = root.mapping(Sentences._fields, Sentences._fields)
    common = ("term", "found", "expected")
    reasons = parts["reasons"].mapping(tuple(REASON_VALUES), tuple(REASON_VALUES))
    return Sentences(
        {key: _message(node, (*REASON_VALUES[key], *common)) for key, node in reasons.items()},
        {key: _message(node, common) for key, node in parts["related"].mapping().items()},
        {key: _message(node, PROBLEM_VALUES) for key, node in parts["problems"].mapping().items()},
    )


def _matching(node: Node, pattern: re.Pattern[str], message: str) -> str:
    if not pattern.fullmatch(node.text()):
        node.fail(message)
    return node.text()


def _text(node: Node) -> Text:
    """A text in one language or several."""
    parts = node.mapping(LANGS)
    if not parts:
        node.fail(f"a text in {' or '.join(LANGS)} is missing")
    return {lang: child.text().strip() for lang, child in parts.items()}


def _message(node: Node, known: Sequence[str]) -> Text:
    text = _text(node)
    for lang, child in node.mapping().items():
        if problem := fault(text[lang], known):
            child.fail(problem)
    return text


def _option(node: Node) -> Option:
    parts = node.mapping(("type", "default", "about"), ("type", "default"))
    kind = parts["type"].choice(OPTION_TYPES, "type")
    default = parts["default"]
    written: object = [item.text() for item in default.value] if isinstance(default.value, list) else default.value
    option = Option(
        next(known for known in OPTION_TYPES if known == kind), None, _text(parts["about"]) if "about" in parts else {}
    )
    try:
        return option._replace(default=coerce(option, written))
    except ValueError as error:
        default.fail(str(error))


def _example(node: Node) -> Example:
    parts = node.mapping(EXAMPLE_KEYS, ("text", "findings"))
    findings = []
    for finding in parts["findings"].items("a list of findings"):
        values = finding.mapping(FINDING_KEYS, ("line", "found"))
        findings.append({key: value.text() for key, value in values.items()})
    texts = {key: parts[key].text() for key in ("glossary", "source", "text") if key in parts}
    path = parts["path"].text() if "path" in parts else "text.md"
    return Example(texts.get("glossary", ""), texts.get("source", ""), texts["text"], tuple(findings), node.line, path)
