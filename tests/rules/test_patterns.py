"""Users' rules that say themselves what to look for: literals and regular expressions."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from linter.cli import main
from linter.config import Settings, load_settings
from linter.errors import UsageError
from linter.finding import Edit, Finding, Fix
from linter.rules import matching
from linter.rules.loading import rule_of
from linter.run import check, lint_text
from linter.source import Source

HEAD = """code: TEAM1
name: team-words
reports: pattern
severity: warning
message: {zh: "“{found}”不用[，写{expected}]", en: "“{found}” is not our word[; write {expected}]"}
"""


def found(tmp_path: Path, rule: str, text: str, path: str = "text.md") -> list[Finding]:
    (tmp_path / "rule.yaml").write_text(HEAD + rule, encoding="utf-8")
    settings = Settings(root="", rule_folders=(str(tmp_path),))
    return [one for one in lint_text(text, path=path, settings=settings) if one.code in ("TEAM1", "GL901")]


CASES = [
    pytest.param("literals: [缺省, 客户端]", "缺省值由客户端决定。", ["缺省", "客户端"], id="a list of literals"),
    pytest.param("literals: 缺省", "缺省值，缺省。", ["缺省", "缺省"], id="one literal, everywhere"),
    pytest.param("literals: [缺省, 缺省值]", "缺省值。", ["缺省值"], id="the longest literal counts"),
    pytest.param("literals: [缺省]\nunless: [缺省情况]", "缺省情况下用缺省值。", ["缺省"], id="a protected compound"),
    pytest.param("literals: [軟體]", "软体动物与軟體。", ["軟體"], id="a literal in its own script"),
    pytest.param("literals: [Web]", "web 与 Web。", ["Web"], id="a literal in its own case"),
    pytest.param("literals: [缺省]", "见 `缺省` 与 [说明](缺省.md)，<img alt=缺省>。", [], id="literals of the text"),
    pytest.param("literals: [缺省]", "缺\u200b省值。", ["缺\u200b省"], id="through invisible characters"),
    pytest.param("literals: [缺省]", "缺**省**值。", ["缺**省"], id="through markup"),
    pytest.param("literals: [agent]", "Every agent has one.\n\n每个 agent 都有。", ["agent"], id="in Chinese only"),
    pytest.param("literals: [agent]\nlanguage: en", "Every agent has one.\n\n每个 agent 都有。", ["agent"], id="in English only"),
    pytest.param(
        "literals: [agent]\nlanguage: [en, zh]", "Every agent has one.\n\n每个 agent 都有。", ["agent"] * 2, id="in both"
    ),
    pytest.param("literals: [概述]\nwhere: heading", "# 概述\n\n概述如下。", ["概述"], id="in headings only"),
    pytest.param(
        "literals: [概述]\nwhere: [heading, item]", "# 概述\n\n概述。\n\n- 概述", ["概述"] * 2, id="in headings and items"
    ),
    pytest.param("literals: [概述]\nwhere: prose", "# 概述\n\n概述。", ["概述"] * 2, id="in all prose"),
    pytest.param("literals: [概述]\nfiles: docs/**", "概述。", [], id="in other files"),
    pytest.param("literals: [概述]\nfiles: ['*.md']", "概述。", ["概述"], id="in these files"),
    pytest.param("regex: 登陆(?!舰)", "登陆舰，请先登陆。", ["登陆"], id="a regular expression"),
    pytest.param(r"regex: '\p{Han}x\p{Han}'", "见甲x乙。", ["甲x乙"], id="with properties of characters"),
    pytest.param("regex: 运行.*即可", "运行 `make` 即可。", [], id="not across a literal of the text"),
    pytest.param("regex: 启动x*", "启动，启动xx。", ["启动", "启动xx"], id="of any length"),
    pytest.param("regex: x*", "启动。", [], id="nothing is no match"),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_what_a_pattern_finds(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    assert [finding.found for finding in found(tmp_path, rule, text)] == expected


REPLACED = [
    pytest.param("literals: {缺省: 默认}", "缺省值。", "默认", id="each literal with its own"),
    pytest.param("literals: [缺省]\nreplacement: 默认", "缺省值。", "默认", id="one for all literals"),
    pytest.param(r"regex: '(\d+)个工作日'" + "\n" + r"replacement: '\1 天'", "3个工作日。", "3 天", id="with groups"),
    pytest.param(r"regex: '(?P<n>\d+)个'" + "\n" + r"replacement: '\g<n> 只'", "3个。", "3 只", id="with a named group"),
]


@pytest.mark.parametrize(("rule", "text", "right"), REPLACED)
def test_what_a_pattern_puts_there(tmp_path: Path, rule: str, text: str, right: str) -> None:
    (finding,) = found(tmp_path, rule, text)
    assert finding.expected == (right,)
    assert finding.message == f"“{finding.found}” is not our word; write “{right}”"
    assert finding.fix == Fix("unsafe", (Edit(1, 1, 1, 1 + len(finding.found), right),))


def test_a_match_over_markup_has_no_fix(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "literals: {缺省: 默认}", "缺**省**值。")
    assert finding.fix is None


def test_a_slow_expression_ends_with_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "BUDGET", 0.2)
    begun = time.monotonic()
    (finding,) = found(tmp_path, "regex: '(啊|啊啊|啊啊啊)+$'", "啊" * 60 + "。")
    assert time.monotonic() - begun < 10
    assert (finding.code, finding.severity) == ("GL901", "error")
    assert finding.message == "not all of this file was checked: TEAM1 team-words takes longer than 0.2 s"


def test_thousands_of_matches_end_with_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST", 5)
    told = found(tmp_path, "literals: [缺省]", "缺省，" * 9)
    assert [finding.code for finding in told] == ["GL901", *["TEAM1"] * 5]
    assert told[0].message == "not all of this file was checked: TEAM1 team-words matches more than 5 times"


REFUSED = [
    pytest.param("literal: 缺省", "rule.yaml:6:1: unknown key 'literal' (did you mean 'literals'?)", id="a mistyped key"),
    pytest.param("files: a", "rule.yaml:1:1: a pattern has `literals` or a `regex`, one of the two", id="nothing to look for"),
    pytest.param("regex: a\nliterals: b", "rule.yaml:1:1: a pattern has `literals` or a `regex`, one of the two", id="both"),
    pytest.param("literals: []", "rule.yaml:6:11: a text to look for is expected here, not nothing", id="no literal"),
    pytest.param("literals: ['']", "rule.yaml:6:11: a text to look for is expected here, not nothing", id="an empty literal"),
    pytest.param("regex: (a", "rule.yaml:6:8: not a regular expression: missing ) at character 3: (a👉", id="a bad expression"),
    pytest.param("regex: a\nreplacement: \\1", "rule.yaml:7:14: the expression has no group 1", id="a group that is not there"),
    pytest.param(
        "regex: (?P<name>a)\nreplacement: \\g<nane>",
        "rule.yaml:7:14: the expression has no group 'nane' (did you mean 'name'?)",
        id="a mistyped group",
    ),
    pytest.param(
        "literals: a\nwhere: headings",
        "rule.yaml:7:8: unknown passage 'headings' (did you mean 'heading'?); known: prose, heading, paragraph, item, cell, "
        "term, footnote, turn, comment, title, unit",
        id="a kind of passage that is none",
    ),
    pytest.param("literals: a\nlanguage: zn", "rule.yaml:7:11: unknown language 'zn'; known: zh, en", id="a language"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "message"), REFUSED)
def test_a_faulty_pattern_is_refused_where_the_fault_stands(rule: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        rule_of(Source("rule.yaml", HEAD + rule))
    assert str(caught.value) == message


def test_a_pattern_has_no_grade_and_other_rules_have_no_pattern() -> None:
    with pytest.raises(UsageError, match=r"rule\.yaml:4:11: a pattern stands on no evidence that has grades"):
        rule_of(Source("rule.yaml", HEAD.replace("warning", "by-grade") + "literals: a"))
    with pytest.raises(UsageError, match=r"rule\.yaml:6:11: 'literals' belongs to a rule with `reports: pattern`"):
        rule_of(Source("rule.yaml", HEAD.replace("pattern", "omitted").replace("{found}”", "{found}”") + "literals: a"))


EXAMPLES = """literals: {缺省: 默认}
examples:
  - text: 缺省值。
    findings: [{line: 1, found: 缺省, expected: 默认}]
  - text: 默认值。
    findings: []
"""


def test_rules_are_tested_by_their_examples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house").mkdir()
    (tmp_path / "glosslint.yaml").write_text("rules: [house]\n", encoding="utf-8")
    (tmp_path / "house" / "rule.yaml").write_text(HEAD + EXAMPLES, encoding="utf-8")
    assert main(["rules", "--test"]) == 0
    assert capsys.readouterr().out == "2 examples of 1 rules\n"
    (tmp_path / "house" / "rule.yaml").write_text(HEAD + EXAMPLES.replace("text: 默认值", "text: 缺省值"), encoding="utf-8")
    assert main(["rules", "--test", "house"]) == main(["rules", "--test", "house/rule.yaml"]) == 1
    assert main(["rules", "--test", "houses"]) == 2
    out = capsys.readouterr().out
    assert out.count("\nhouse/rule.yaml:10:") == 1
    assert out.startswith("house/rule.yaml:10: TEAM1 team-words: this example is not found as written\n")
    assert "  found     line: 1, found: 缺省, rule: team-words\n" in out


def test_a_configured_rule_counts_in_a_run_and_can_be_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "house" / "rule.yaml").write_text(HEAD + "literals: [缺省]\nfiles: docs/*.md\n", encoding="utf-8")
    (tmp_path / "glosslint.yaml").write_text("rules: [house]\nlang: zh\n", encoding="utf-8")
    for name in ("docs/a.md", "b.md"):
        (tmp_path / name).write_text("缺省值。\n", encoding="utf-8")
    (finding,) = check([], load_settings()).findings
    assert (finding.place.path, finding.message) == ("docs/a.md", "“缺省”不用")
    assert check([], load_settings(ignore=["team-words"])).findings == ()
