"""`glosslint review`: answers become decisions, and decisions are honoured by later runs."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from linter.cli import main
from linter.config import DECISIONS
from linter.decisions import Decision, Key, dump, parse
from linter.errors import UsageError

TABLE = "| en | zh |\n|---|---|\n| error budget | 错误预算 |\n| cursor | 游标(禁用:光标) |\n"
ENGLISH = "The error budget is gone.\n\nNobody likes an error budget.\n\nMove the cursor.\n\nWe share the error budget.\n"
CHINESE = "误差预算用完了。\n\n没有人喜欢错误预算。\n\n移动光标。\n\n我们共用误差预算。\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glosslint.yaml").write_text("glossaries: [terms.md]\n", encoding="utf-8")
    (tmp_path / "terms.md").write_text(TABLE, encoding="utf-8")
    (tmp_path / "a.en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "a.md").write_text(CHINESE, encoding="utf-8")
    return tmp_path


def review(monkeypatch: pytest.MonkeyPatch, *answers: str, options: tuple[str, ...] = ()) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    return main(["review", "--lang", "en", *options])


def findings(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[list[tuple[str, int, str, str]], list[tuple[str, str]]]:
    """(code, line, found, severity) of what is reported, (found, reason) of what decisions suppress."""
    capsys.readouterr()
    main(["check", "--lang", "en", "--exit-zero", "--output-format", "json", "--show-suppressed", *options])
    data = json.loads(capsys.readouterr().out)
    listed = [(f["code"], f["line"], f["found"], f["severity"]) for f in data["findings"]]
    silenced = [(f["found"], f["suppressed"]["reason"]) for f in data["suppressed"]]
    return listed, silenced


def test_without_decisions_three_places_are_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [f[:3] for f in findings(capsys)[0]] == [
        ("GL101", 1, "误差预算"), ("GL301", 5, "光标"), ("GL101", 7, "误差预算")
    ]  # fmt: skip


def test_select_asks_about_findings_of_these_rules_only(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(monkeypatch, "s", options=("--select", "GL3")) == 0
    shown = capsys.readouterr().out
    assert "1 of 1" in shown
    assert "GL301" in shown
    assert review(monkeypatch, "s", options=("--select", "GL9O1")) == 2
    assert "no rule is called 'GL9O1'" in capsys.readouterr().err


def test_right_here_silences_one_place(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(monkeypatch, "h", "as the customer writes it", "s", "s") == 0
    listed, silenced = findings(capsys)
    assert [f[1:3] for f in listed] == [(5, "光标"), (7, "误差预算")]
    assert silenced == [("误差预算", "as the customer writes it")]
    (project / "a.en.md").write_text(f"# A new beginning\n\n{ENGLISH}", encoding="utf-8")
    (project / "a.md").write_text(f"# 新的开头\n\n{CHINESE}", encoding="utf-8")
    assert [f[1:3] for f in findings(capsys)[0]] == [(7, "光标"), (9, "误差预算")], "lines may move"


def test_right_everywhere_silences_the_rendering_and_asks_no_more(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(monkeypatch, "e", "", "s") == 0  # two answers for three findings
    assert "2 of 3" in capsys.readouterr().out
    listed, silenced = findings(capsys)
    assert [f[1:3] for f in listed] == [(5, "光标")]
    assert len(silenced) == 2


def test_wrong_makes_it_an_error_and_asks_no_more(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(monkeypatch, "w", "misleading", "q") == 0
    listed, silenced = findings(capsys)
    assert [(f[1], f[3]) for f in listed if f[2] == "误差预算"] == [(1, "error"), (7, "error")]
    assert not silenced
    main(["check", "--lang", "en", "--exit-zero"])
    assert f"a reviewer called this wrong ({DECISIONS}:1): misleading" in capsys.readouterr().out
    assert review(monkeypatch, "q") == 0
    assert "1 of 1" in capsys.readouterr().out


def test_fixes_are_applied_when_the_review_ends(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert review(monkeypatch, "f", "f", "f") == 0
    assert (project / "a.md").read_text(encoding="utf-8") == CHINESE.replace("误差预算", "错误预算").replace("光标", "游标")
    assert not (project / DECISIONS).exists()


@pytest.mark.parametrize("answers", [(), ("x", "?", ""), ("f",), ("w",), ("h", "why")], ids=str)
def test_the_end_of_input_ends_the_review(
    project: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(monkeypatch, *answers) == 0
    assert (project / DECISIONS).exists() == (answers == ("h", "why"))
    assert ("the translation is right in this place" in capsys.readouterr().out) == ("?" in answers)


def test_nothing_to_review(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.md").write_text(CHINESE.replace("误差", "错误").replace("光标", "游标"), encoding="utf-8")
    assert review(monkeypatch) == 0
    assert capsys.readouterr().out == "nothing to review\n"


def test_a_review_in_chinese(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert review(monkeypatch, "e", "客户用语", "q", options=("--lang", "zh")) == 0
    told = capsys.readouterr().out
    assert "第 1 处，共 3 处" in told
    assert "此术语一律无误" in told
    assert "客户用语" in (project / DECISIONS).read_text(encoding="utf-8")


def test_a_decision_without_a_finding_is_stale(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    review(monkeypatch, "e", "", "s")
    (project / "a.md").write_text(CHINESE.replace("误差", "错误"), encoding="utf-8")
    listed, _ = findings(capsys)
    assert ("GL906", 1) in [f[:2] for f in listed]
    assert "GL906" not in [f[0] for f in findings(capsys, "a.md", "--isolated", "--glossary", "terms.md")[0]]
    assert "GL906" not in [f[0] for f in findings(capsys, "--select", "GL301")[0]]


def test_decisions_speak_for_the_row(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rendered otherwise in five of five places, a row is on trial, unless people said that this is wrong."""
    english = [
        f"{who} share the error budget of {what}."
        for who, what in zip("ABCDE", ("May", "June", "July", "spring", "autumn"), strict=True)
    ]
    chinese = [
        f"{who} 共用{what}的误差预算。" for who, what in zip("ABCDE", ("五月", "六月", "七月", "春天", "秋天"), strict=True)
    ]
    (project / "a.en.md").write_text("\n\n".join(english) + "\n", encoding="utf-8")
    (project / "a.md").write_text("\n\n".join(chinese) + "\n", encoding="utf-8")
    assert [f[0] for f in findings(capsys)[0]] == ["GL508"]
    decision = {Key("wrong-translation", "error budget", "误差预算"): Decision("wrong", "")}
    (project / DECISIONS).write_text(dump(decision), encoding="utf-8")
    assert [(f[0], f[3]) for f in findings(capsys)[0]] == [("GL101", "error")] * 5


FAULTS = {
    "no JSON": "{",
    "no object": "[1]",
    "a key too few": '{"rule": "a", "term": "b", "found": "c", "decision": "wrong"}',
    "a key too many": '{"rule": "a", "term": "b", "found": "c", "decision": "wrong", "reason": "", "x": ""}',
    "no such decision": '{"rule": "a", "term": "b", "found": "c", "decision": "maybe", "reason": ""}',
    "a number": '{"rule": "a", "term": "b", "found": "c", "decision": "wrong", "reason": 1}',
    "a place without words": '{"rule": "a", "term": "b", "found": "c", "decision": "right-here", "reason": ""}',
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_line_is_named(fault: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError) as raised:
        parse(f"\n{fault}\n", "d.jsonl")
    assert (raised.value.path, raised.value.line) == ("d.jsonl", 2)
    (project / DECISIONS).write_text(f"\n{fault}\n", encoding="utf-8")
    assert main(["check"]) == 2
    assert f"{DECISIONS}:2" in capsys.readouterr().err


def test_the_file_can_be_merged_line_by_line() -> None:
    one = {
        Key("r", "b", "乙"): Decision("right", "x\u202ey\n"),
        Key("r", "a", "甲", "zh/a.md", "上 甲 下"): Decision("right-here"),
    }
    other = {Key("r", "a", "丙"): Decision("wrong", "no")}
    merged = dump(one) + dump(other)
    read = parse(merged, "d").by_key
    assert {key: decision._replace(line=0) for key, decision in read.items()} == {**one, **other}
    assert dump(read) == dump({**other, **one})
    assert "\u202e" not in merged


def test_a_configured_file(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "glosslint.yaml").write_text("glossaries: [terms.md]\ndecisions: docs/said.jsonl\n", encoding="utf-8")
    (project / "docs").mkdir()
    assert review(monkeypatch, "e", "", "q") == 0
    assert (project / "docs" / "said.jsonl").exists()
    assert [f[1:3] for f in findings(capsys)[0]] == [(5, "光标")]
    assert len(findings(capsys, "--isolated", "--glossary", "terms.md", "a.md")[0]) == 3
