"""Templates: values, parts that may be left out, and texts that are not to be trusted."""

from __future__ import annotations

import pytest

from linter.rules.messages import LONGEST, alternatives, fault, fill, shorten

FILLED = [
    pytest.param("“{found}” for {term}", {"found": "代理", "term": "agent"}, "“代理” for agent", id="values"),
    pytest.param("{term}[; use {expected}]", {"term": "a", "expected": "b"}, "a; use b", id="a part whose value is there"),
    pytest.param("{term}[; use {expected}]", {"term": "a", "expected": ""}, "a", id="a part whose value is empty"),
    pytest.param("{term}[; use {expected}]", {"term": "a"}, "a", id="a part whose value is missing"),
    pytest.param("see [1]: {term}", {"term": "a"}, "see [1]: a", id="brackets without a value stay"),
    pytest.param("{term}", {"term": "{found}[{x}]", "found": "no"}, "{found}[{x}]", id="a value is never read as a template"),
    pytest.param("{term}", {"term": "a\r\n  b"}, "a b", id="a value stands on one line"),
]


@pytest.mark.parametrize(("template", "values", "text"), FILLED)
def test_fill(template: str, values: dict[str, str], text: str) -> None:
    assert fill(template, values) == text


def test_a_long_value_is_cut() -> None:
    assert shorten("长" * 1000) == "长" * (LONGEST - 1) + "…"


FAULTS = [
    pytest.param("{found} [{term}]", "", id="a good template"),
    pytest.param("{trem}", "unknown value {trem} (did you mean 'term'?); known: {term}, {found}", id="an unknown value"),
    pytest.param("{term.__class__}", "a lone '{': a value is written {name}", id="no attributes"),
    pytest.param("{term", "a lone '{': a value is written {name}", id="an open brace"),
    pytest.param("[a [b]]", "a lone '[': a part that may be left out is written […], without another inside", id="nested parts"),
]


@pytest.mark.parametrize(("template", "problem"), FAULTS)
def test_fault(template: str, problem: str) -> None:
    assert fault(template, ("term", "found")) == problem


@pytest.mark.parametrize(
    ("texts", "en", "zh"),
    [
        ((), "", ""),
        (("实例",), "“实例”", "“实例”"),
        (("实例", "示例"), "“实例” or “示例”", "“实例”或“示例”"),
        (("一", "二", "三"), "“一”, “二” or “三”", "“一”、“二”或“三”"),
    ],
)
def test_alternatives(texts: tuple[str, ...], en: str, zh: str) -> None:
    assert (alternatives(texts, "en"), alternatives(texts, "zh")) == (en, zh)
