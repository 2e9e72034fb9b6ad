"""`glosslint align`, `explain`, `rules`, `terms`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import main

ENGLISH = "The release writes a lock file.\n\nA rollback removes the lock file, and nothing else changes.\n"
CHINESE = "发布时会写入一个锁文件。\n\n回滚会删除锁文件，其他一概不变。\n"
GLOSSARY = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | |\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name, text in {"GLOSSARY.md": GLOSSARY, "en/a.md": ENGLISH, "zh/a.md": CHINESE, "other.md": CHINESE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


# arguments, exit code, part of stdout, part of stderr
CASES: dict[str, tuple[list[str], int, str, str]] = {
    "align two files": (["align", "en/a.md", "zh/a.md"], 0, "en/a.md:3 = zh/a.md:3", ""),
    "align one file by a pair": (["align", "--pair", "en/{}=zh/{}", "zh/a.md"], 0, "en/a.md:1 = zh/a.md:1", ""),
    "two files go together whatever a pair says": (
        ["align", "--pair", "en/{}=zh/{}", "en/a.md", "other.md"], 0, "en/a.md:1 = other.md:1", "",
    ),
    "a source has none": (["align", "--pair", "en/{}=zh/{}", "en/a.md"], 2, "", "no source is known for en/a.md"),
    "a file in one language has none": (["align", "other.md"], 2, "", "no source is known for other.md"),
    "align a missing file": (["align", "none.md"], 3, "", "none.md: No such file"),
    "align three files": (["align", "a", "b", "c"], 2, "", "one file, or a source and its translation"),
    "align nothing": (["align"], 2, "", "FILE"),
    "the list of rules": (["rules"], 0, "GL101  wrong-translation", ""),
    "rules take paths for their tests only": (["rules", "GL101"], 2, "", "paths stand with --test only"),
    "explain a rule by its name": (["explain", "gloss-mismatch"], 0, "GL201 gloss-mismatch", ""),
    "explain a rule by its code": (["explain", "GL201"], 0, "GL201 gloss-mismatch", ""),
    "explain a rule in Chinese": (["explain", "GL201", "--lang", "zh"], 0, "证据", ""),
    "the page of a rule by grade has the table of levels": (["explain", "wrong-translation"], 0, "recurrent", ""),
    "explain a rule that there is not": (["explain", "gloss-mismach"], 2, "", "did you mean 'gloss-mismatch'?"),
    "explain a line": (["explain", "--pair", "en/{}=zh/{}", "zh/a.md:3"], 0, "回滚", ""),
    "explain a place": (["explain", "zh/a.md:3:1"], 0, "回滚", ""),
    "explain a file without a line": (["explain", "zh/a.md"], 2, "", "zh/a.md:1"),
    "explain a line behind the last": (["explain", "zh/a.md:4"], 2, "", "there is no line 4 in zh/a.md, which ends with line 3"),
    "there is no line 0": (["explain", "zh/a.md:0"], 2, "", "there is no line 0"),
    "--verbose names the glossary": (["explain", "-v", "zh/a.md:1"], 0, "锁文件", "note: glossary found: GLOSSARY.md"),
    "explain a line of a missing file": (["explain", "none.md:3"], 3, "", "none.md"),
    "the terms in force": (["terms"], 0, "锁文件", ""),
    "the terms of a file": (["terms", "--isolated", "GLOSSARY.md"], 0, "lock file", ""),
    "the terms of a glossary": (["terms", "--glossary", "GLOSSARY.md", "--isolated"], 0, "锁文件", ""),
    "no terms at all": (["terms", "--isolated"], 0, "", "no glossary was found"),
    "the terms of a missing file": (["terms", "none.md"], 3, "", "none.md"),
    "terms in an unknown format": (["terms", "--output-format", "yaml"], 2, "", "invalid choice"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "out", "err"), CASES.values(), ids=CASES.keys())
def test_command(arguments: list[str], code: int, out: str, err: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = main(arguments)
    streams = capsys.readouterr()
    assert result == code, streams
    assert out in streams.out
    assert err in streams.err
    assert code == 0 or not streams.out


def test_an_alignment_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", "--output-format", "json", "en/a.md", "zh/a.md"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [(pair["source"], pair["target"]) for pair in report["pairs"]] == [
        ({"path": "en/a.md", "lines": [line, line]}, {"path": "zh/a.md", "lines": [line, line]}) for line in (1, 3)
    ]
    assert all(0 <= pair["confidence"] <= 1 for pair in report["pairs"])
    assert report["unpaired"] == []


def test_terms_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["terms", "--output-format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["findings"] == []
    entry = report["entries"][0]
    assert entry["source"] == ["lock file"]
    assert (entry["preferred"], entry["deprecated"], entry["path"], entry["line"]) == ("锁文件", ["锁定文件"], "GLOSSARY.md", 3)
    assert {"admitted", "tolerated", "keep", "pos", "note"} <= set(entry)


def test_terms_as_json_tell_what_is_wrong_with_a_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "GLOSSARY.md").write_text(GLOSSARY + "| rollback | 回退 | |\n", encoding="utf-8")
    assert main(["terms", "--output-format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["path"], finding["line"]) for finding in findings] == [("GL503", "GLOSSARY.md", 5)]


def test_rules_of_a_user_are_listed_and_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "x.yaml").write_text(
        "code: HOUSE1\nname: house-rule\nreports: omitted\nseverity: hint\nmessage: {en: '{term} is missing'}\nwhy: {en: We said so.}\n",
        encoding="utf-8",
    )
    (folder / "glosslint.yaml").write_text("rules: [house]", encoding="utf-8")
    assert main(["rules"]) == 0
    assert "house-rule" in capsys.readouterr().out
    assert main(["explain", "house-rule"]) == 0
    assert "We said so." in capsys.readouterr().out


@pytest.mark.parametrize("command", [["terms"], ["explain", "zh/a.md:1"]], ids=["terms", "explain"])
def test_a_configured_rule_that_there_is_not_has_its_place(
    command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "glosslint.yaml").write_text("lang: en\nignore: [GL999]\n", encoding="utf-8")
    assert main(command) == 2
    assert "glosslint.yaml:2:10: no rule is called 'GL999'" in capsys.readouterr().err


def test_an_explanation_is_safe_for_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "zh" / "a.md").write_text("锁文件\x1b[31m不要删除。\n", encoding="utf-8")
    assert main(["explain", "zh/a.md:1"]) == 0
    out = capsys.readouterr().out
    assert "\\u{1b}[31m" in out
    assert "\x1b" not in out
    assert out.endswith("\n")
