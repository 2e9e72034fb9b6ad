"""The examples of rules, run through the whole of glosslint."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter.config import Settings
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.rules.model import BY_GRADE, Example, Page, Rule
from linter.source import Source

Facts = dict[str, str]  # a finding in the words of an example


def outcome(rule: Rule, example: Example, folders: Sequence[str] = ()) -> tuple[list[Facts], list[Facts]]:
    """(what was found, what the example lists): every finding of the rule, and every error or warning of another.

    `folders` are those of users' rules; a rule that is off by default is switched on.  Raises UsageError for a glossary that is none.
    """
    level = {} if rule.enabled or rule.severity == BY_GRADE else {rule.code: rule.severity}
    settings = Settings(rule_folders=tuple(folders), severity=level)
    if rule.reports == "glossary-unused":
        found = _whole_run(example, settings)
    else:
        from linter.run import lint_text

        found = lint_text(
            example.text, glossary=_glossary(example), source=example.source or None, path=example.path, settings=settings
        )
    told = [finding for finding in found if finding.code == rule.code or finding.severity != "hint"]
    keys = [list(wanted) for wanted in example.findings] + [["line", "found", "rule"]] * len(told)
    facts = [_facts(finding, wanted, example.path) for finding, wanted in zip(told, keys, strict=False)]
    return facts, [dict(wanted) for wanted in example.findings]


def failures(path: str, rule: Rule, page: Page, folders: Sequence[str] = ()) -> list[str]:
    """A few lines for each example of a rule file that is not found as written."""
    failed = []
    for example in page.examples:
        found, wanted = outcome(rule, example, folders)
        if found != wanted:
            lines = [f"{path}:{example.line}: {rule.code} {rule.name}: this example is not found as written"]
            lines += [f"  expected  {_shown(one)}" for one in wanted if one not in found]
            lines += [f"  found     {_shown(one)}" for one in found if one not in wanted]
            failed.append("\n".join(lines))
    return failed


def _glossary(example: Example) -> Glossary | None:
    if not example.glossary:
        return None
    return parse_glossary(Source("glossary.yaml" if example.glossary.startswith("entries:") else "glossary.md", example.glossary))


def _whole_run(example: Example, settings: Settings) -> list[Finding]:
    """The findings of a run over a project that is the example and nothing else."""
    import tempfile

    from linter.run import check

    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("text.md", example.text), ("glossary.md", example.glossary), ("en/text.md", example.source)):
            if text:
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8", newline="\n") as file:
                    file.write(text)
        pairs = (f"{folder}/en/{{}}={folder}/{{}}",) if example.source else ()
        whole = settings._replace(root=folder, glossaries=(os.path.join(folder, "glossary.md"),), pairs=pairs)
        found = check([folder], whole).findings
        return [one._replace(place=one.place._replace(path=os.path.basename(one.place.path))) for one in found]


def _facts(finding: Finding, keys: Sequence[str], path: str) -> Facts:
    """A finding in the words of an example, as far as that asks for them."""
    facts = {
        "in": "text" if finding.place.path == path else "glossary",
        "line": str(finding.place.line),
        "column": str(finding.place.column),
        "found": finding.found,
        "rendering": finding.rendering or "",
        "expected": " / ".join(finding.expected),
        "rule": finding.rule,
        "severity": finding.severity,
        "grade": finding.grade or "",
    }
    return {key: facts[key] for key in keys}


def _shown(facts: Facts) -> str:
    return ", ".join(f"{key}: {value}" for key, value in facts.items()) or "nothing"
