"""`--term`: only some rows of the glossary, on evidence from everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import main

GLOSSARY = """\
| English | 中文 | 说明 |
|---|---|---|
| lock file (LF) | 锁文件 / 锁定档 | 不用“锁定文件” |
| rollback | 回滚 | 不用“回退” |
| rollback | 倒回 | |
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "GLOSSARY.md").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "a.md").write_text("写入锁定文件，然后回退。\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(
        "术语。\n\n| English | 中文 | 禁用 |\n|---|---|---|\n| drain | 腾空 | 排空 |\n\n先排空，再回退。\n", encoding="utf-8"
    )
    return tmp_path


# arguments, exit code, (path, line, code) of the findings
CASES: dict[str, tuple[list[str], int, list[tuple[str, int, str]]]] = {
    "no term: everything": (["."], 1, [("GLOSSARY.md", 5, "GL503"), ("a.md", 1, "GL301"), ("a.md", 1, "GL301"), ("b.md", 7, "GL301"), ("b.md", 7, "GL301")]),
    "an English form": (["--term", "lock file", "."], 1, [("a.md", 1, "GL301")]),
    "case does not matter": (["--term", "Lock File", "."], 1, [("a.md", 1, "GL301")]),
    "an abbreviation": (["--term", "lf", "."], 1, [("a.md", 1, "GL301")]),
    "the rendering": (["--term", "锁文件", "."], 1, [("a.md", 1, "GL301")]),
    "another rendering": (["--term", "锁定档", "."], 1, [("a.md", 1, "GL301")]),
    "a forbidden rendering": (["--term", "锁定文件", "."], 1, [("a.md", 1, "GL301")]),
    "a rendering in Traditional characters": (["--term", "鎖文件", "."], 1, [("a.md", 1, "GL301")]),
    "the rows that contradict each other": (["--term", "rollback", "."], 1, [("GLOSSARY.md", 5, "GL503"), ("a.md", 1, "GL301"), ("b.md", 7, "GL301")]),
    "a row of a document's own table": (["--term", "drain", "."], 1, [("b.md", 7, "GL301")]),
    "two terms": (["--term", "drain", "--term", "LF", "."], 1, [("a.md", 1, "GL301"), ("b.md", 7, "GL301")]),
    "a term without findings there": (["--term", "LF", "b.md"], 0, []),
    "what cannot be read is told all the same": (["--term", "LF", "none.md", "b.md"], 3, [("none.md", 1, "GL901")]),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "findings"), CASES.values(), ids=CASES.keys())
def test_only_findings_about_these_rows_are_listed(
    arguments: list[str], code: int, findings: list[tuple[str, int, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--output-format", "json", *arguments]) == code
    report = json.loads(capsys.readouterr().out)
    assert [(f["path"], f["line"], f["code"]) for f in report["findings"]] == findings


def test_evidence_comes_from_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english = "Use the lock file.\n\nKeep the lock file.\n\nA rollback of the lock file.\n"
    (folder / "c_origin.md").write_text(english, encoding="utf-8")
    (folder / "c.md").write_text("使用锁文件。\n\n保留锁文件。\n\n锁固文件的回滚。\n", encoding="utf-8")
    findings = []
    for arguments in ([], ["--term", "lock file"]):
        main(["check", "--output-format", "json", *arguments, "c.md"])
        report = json.loads(capsys.readouterr().out)
        findings.append([f for f in report["findings"] if f["term"] == "lock file"])
    assert [f["found"] for f in findings[0]] == ["锁固文件"]
    assert findings[0] == findings[1]


@pytest.mark.parametrize("command", [["check"], ["terms"], ["adherence"]], ids=" ".join)
def test_a_term_that_no_row_has_is_an_error_with_the_nearest(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [*command, "--term", "rolback", *(["a.md"] if command != ["terms"] else [])]
    assert main(arguments) == 2
    streams = capsys.readouterr()
    assert streams.err == "glosslint: error: no glossary row has the term 'rolback' (did you mean 'rollback'?)\n"
    assert streams.out == ""


def test_the_rows_of_a_term(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["terms", "--term", "回滚", "--output-format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [entry["line"] for entry in report["entries"]] == [4]
    assert main(["terms", "--term", "rollback", "--output-format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [entry["line"] for entry in report["entries"]] == [4, 5]
    assert [finding["code"] for finding in report["findings"]] == ["GL503"]
