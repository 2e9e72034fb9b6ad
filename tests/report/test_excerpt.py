"""Lines cut around a range, and carets that stand below it in a terminal."""

from __future__ import annotations

import pytest

from linter.report.excerpt import excerpt
from linter.width import display_width

ALIGNED = [
    pytest.param("we cut CapEx", "CapEx", "we cut CapEx", 7, 5, id="Latin"),
    pytest.param("削减资金支出。", "资金支出", "削减资金支出。", 4, 8, id="Han takes two cells"),
    pytest.param("AI 用代理", "代理", "AI 用代理", 5, 4, id="mixed"),
    pytest.param("ｆｕｌｌ代理", "代理", "ｆｕｌｌ代理", 8, 4, id="full-width letters take two"),
    pytest.param("\t代理", "代理", "    代理", 4, 4, id="a tab"),
    pytest.param("🙂代理", "代理", "🙂代理", 2, 4, id="an emoji takes two"),
    pytest.param("⚠️代理", "代理", r"⚠\u{fe0f}代理", 9, 4, id="a variation selector is shown"),
    pytest.param("e\u0301代理", "代理", r"e\u{301}代理", 8, 4, id="a combining mark is shown"),
    pytest.param("代\u200b理", "代\u200b理", r"代\u{200b}理", 0, 12, id="an invisible character inside"),
    pytest.param("\x1b[31m代理", "代理", r"\u{1b}[31m代理", 10, 4, id="a terminal escape"),
]


@pytest.mark.parametrize(("line", "found", "text", "indent", "carets"), ALIGNED)
def test_carets_stand_below_the_range(line: str, found: str, text: str, indent: int, carets: int) -> None:
    start = line.index(found)
    assert excerpt(line, start, start + len(found), 80) == (text, indent, carets)


def test_an_empty_range_has_one_caret() -> None:
    assert excerpt("原文", 0, 0, 80) == ("原文", 0, 1)


def test_a_range_beyond_the_line_is_cut_to_it() -> None:
    assert excerpt("ab", 5, 9, 80) == ("ab", 2, 1)


CUT = [
    pytest.param("a" * 500 + "代理" + "b" * 500, 500, 502, id="in the middle"),
    pytest.param("代理" + "字" * 500, 0, 2, id="at the beginning"),
    pytest.param("字" * 500 + "代理", 500, 502, id="at the end"),
    pytest.param("字" * 500, 0, 500, id="a range that is too long itself"),
    pytest.param("\u200b" * 500, 200, 201, id="escapes only"),
    pytest.param("\t" * 500, 200, 201, id="tabs only"),
]


@pytest.mark.parametrize(("line", "start", "end"), CUT)
def test_a_long_line_is_cut_around_the_range(line: str, start: int, end: int) -> None:
    shown = excerpt(line, start, end, 60)
    assert 40 <= display_width(shown.text) <= 60
    assert "…" in shown.text
    assert shown.indent + shown.carets <= display_width(shown.text)


def test_what_one_side_does_not_use_goes_to_the_other() -> None:
    assert excerpt("代理" + "a" * 100, 0, 2, 30).text == "代理" + "a" * 24 + "…"


def test_the_cost_does_not_depend_on_the_line() -> None:
    line = "字" * 2_000_000
    assert excerpt(line, 1_000_000, 1_000_002, 60).carets == 4
