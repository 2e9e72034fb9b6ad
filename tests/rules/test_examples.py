"""The examples in the rule files, good and bad, run through the whole of glosslint."""

from __future__ import annotations

import pytest

from linter.cli.examples import outcome
from linter.rules.folder import rules_folder
from linter.rules.loading import files, load
from linter.rules.model import Example, Rule

FOLDER = rules_folder()
assert FOLDER is not None
RULES = [load(path) for path in files(FOLDER)]
CASES = [pytest.param(rule, example, id=f"{rule.name}, line {example.line}") for rule, page in RULES for example in page.examples]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_is_found_as_written(rule: Rule, example: Example) -> None:
    """Every finding of the rule is listed in the example, and every error or warning of another rule."""
    found, wanted = outcome(rule, example)
    assert found == wanted


def test_every_rule_that_reports_a_text_shows_a_place_that_is_right() -> None:
    for rule, page in RULES:
        if rule.code < "GL500":
            assert any(example.findings for example in page.examples), rule.code
            assert any(not example.findings for example in page.examples), rule.code
