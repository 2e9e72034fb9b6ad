"""The examples in the rule files, good and bad, run through the whole of glosslint."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import linter
from linter.config import Settings
from linter.finding import Finding
from linter.rules.folder import rules_folder
from linter.rules.loading import files, load
from linter.rules.model import Example, Rule

# Rules whose facts nothing states yet; their examples say what is wanted.
WAITING: tuple[str, ...] = ()

FOLDER = rules_folder()
assert FOLDER is not None
RULES = [load(path) for path in files(FOLDER)]
CASES = [
    pytest.param(rule, example, id=f"{rule.name}, line {example.line}")
    for rule, page in RULES
    for example in page.examples
    if rule.code not in WAITING
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_is_found_as_written(rule: Rule, example: Example, tmp_path: Path) -> None:
    """Every finding of the rule is listed in the example, and every error or warning of another rule."""
    glossary = None
    if example.glossary:
        path = tmp_path / ("glossary.yaml" if example.glossary.startswith("entries:") else "glossary.md")
        path.write_text(example.glossary, encoding="utf-8")
        glossary = linter.load_glossary(str(path))
    if rule.reports == "glossary-unused":
        found = _whole_run(example, tmp_path)
    else:
        found = linter.lint_text(example.text, glossary=glossary, source=example.source or None)
    told = [finding for finding in found if finding.code == rule.code or finding.severity != "hint"]
    keys = [list(wanted) for wanted in example.findings] + [["line", "found", "rule"]] * len(told)
    assert [_facts(finding, wanted) for finding, wanted in zip(told, keys, strict=False)] == list(example.findings)


def _whole_run(example: Example, folder: Path) -> list[Finding]:
    """The findings of a run over a project that is the example and nothing else."""
    (folder / "text.md").write_text(example.text, encoding="utf-8")
    pairs: tuple[str, ...] = ()
    if example.source:
        (folder / "en").mkdir()
        (folder / "en" / "text.md").write_text(example.source, encoding="utf-8")
        pairs = (f"{folder}/en/{{}}={folder}/{{}}",)
    settings = Settings(root=str(folder), glossaries=(str(folder / "glossary.md"),), pairs=pairs)
    found = linter.lint_paths([str(folder)], settings=settings)
    return [finding._replace(place=finding.place._replace(path=os.path.basename(finding.place.path))) for finding in found]


def _facts(finding: Finding, keys: list[str]) -> dict[str, str]:
    """A finding in the words of an example, as far as that asks for them."""
    facts = {
        "in": "text" if finding.place.path == "text.md" else "glossary",
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


def test_every_rule_that_reports_a_text_shows_a_place_that_is_right() -> None:
    for rule, page in RULES:
        if rule.code < "GL500":
            assert any(example.findings for example in page.examples), rule.code
            assert any(not example.findings for example in page.examples), rule.code
