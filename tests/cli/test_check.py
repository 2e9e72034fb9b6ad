"""`glosslint check`: options, exit codes, outputs."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main

GLOSSARY = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | |\n"
SLIP = "发布时会写入一个锁定文件。\n"  # an error: GL301 at column 9
CLEAN = "发布时会写入一个锁文件。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def tree(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))


PROJECT = {"GLOSSARY.md": GLOSSARY, "zh/a.md": SLIP, "zh/b.md": CLEAN}


def found(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and findings."""
    code = main(["check", "--output-format", "json", *arguments])
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return code, findings


# files beside PROJECT, arguments, exit code, part of stdout, part of stderr
CASES: dict[str, tuple[dict[str, str], list[str], int, str, str]] = {
    "findings": ({}, ["zh"], 1, "zh/a.md:1:9: error GL301", ""),
    "the word check may stand before the paths": ({}, ["check", "zh"], 1, "zh/a.md:1:9: error GL301", ""),
    "no path is the working directory": ({}, [], 1, "zh/a.md:1:9: error GL301", ""),
    "no findings": ({}, ["zh/b.md"], 0, "", ""),
    "--exit-zero": ({}, ["--exit-zero", "zh"], 0, "zh/a.md:1:9: error GL301", ""),
    "--ignore by code": ({}, ["--ignore", "GL301", "zh"], 0, "", ""),
    "--ignore by name": ({}, ["--ignore", "forbidden-variant", "zh"], 0, "", ""),
    "--select another rule": ({}, ["--select", "GL201,GL302", "zh"], 0, "", ""),
    "--select takes the beginning of a code": ({}, ["--select", "GL3", "zh"], 1, "GL301", ""),
    "--select may stand twice": ({}, ["--select", "GL201", "--select", "GL301", "zh"], 1, "GL301", ""),
    "a rule that there is not": ({}, ["--select", "GL999", "zh"], 2, "", "glosslint: error: no rule is called 'GL999'"),
    "a rule's name that is nearly one": ({}, ["--ignore", "forbiden-variant", "zh"], 2, "", "did you mean 'forbidden-variant'?"),
    "a configured rule that there is not": (
        {"glosslint.yaml": "lang: en\nselect: [GL301, GL31]\n"}, ["zh"], 2, "", "glosslint.yaml:2:17: no rule is called 'GL31'",
    ),
    "an option of the command is not the configuration's fault": (
        {"glosslint.yaml": "lang: en\n"}, ["--select", "GL31", "zh"], 2, "", "error: no rule is called 'GL31'",
    ),
    "a severity that is off": ({"glosslint.yaml": "severity: {forbidden-variant: 'off'}"}, ["zh"], 0, "", ""),
    "a severity below the fail level": ({"glosslint.yaml": "severity: {GL301: warning}\nfail-level: error"}, ["zh"], 0, "warning GL301", ""),
    "--fail-level above the configuration's": (
        {"glosslint.yaml": "severity: {GL301: warning}\nfail-level: error"}, ["--fail-level", "warning", "zh"], 1, "warning GL301", "",
    ),
    "a hint is counted and not listed": ({"glosslint.yaml": "severity: {GL301: hint}"}, ["zh"], 0, "--show hint", ""),
    "--show hint lists it": ({"glosslint.yaml": "severity: {GL301: hint}"}, ["--show", "hint", "zh"], 0, "hint GL301", ""),
    "what fails a run is listed": ({"glosslint.yaml": "severity: {GL301: hint}"}, ["--fail-level", "hint", "zh"], 1, "hint GL301", ""),
    "per-file-ignores": ({"glosslint.yaml": "per-file-ignores: {'zh/a*': [GL301]}"}, ["zh"], 0, "", ""),
    "the configured project": ({"glosslint.yaml": "exclude: [zh/a.md]"}, [], 0, "", ""),
    "a file that is named is checked though it is excluded": ({"glosslint.yaml": "exclude: [zh/a.md]"}, ["zh/a.md"], 1, "GL301", ""),
    "--isolated leaves the glossary alone": ({"glosslint.yaml": "nonsense"}, ["--isolated", "zh"], 0, "", "no glossary is in force"),
    "--isolated and a glossary": ({}, ["--isolated", "--glossary", "GLOSSARY.md", "zh"], 1, "GL301", ""),
    "--glossary takes the place of the one found": (
        {"other.csv": "source,target\nrollback,回滚\n"}, ["--glossary", "other.csv", "zh"], 0, "", "",
    ),
    "a glossary that is not there": ({}, ["--glossary", "none.md", "zh"], 2, "", "none.md"),
    "a missing file": ({}, ["zh/none.md"], 3, "zh/none.md", ""),
    "a missing file goes before findings": ({}, ["zh/none.md", "zh/a.md"], 3, "GL301", ""),
    "--exit-zero does not hide a missing file": ({}, ["--exit-zero", "zh/none.md"], 3, "none.md", ""),
    "--ignore does not hide a missing file": ({}, ["--ignore", "GL901", "zh/none.md"], 3, "none.md", ""),
    "a file that is no text": ({"zh/c.md": "锁\udcff文件\n"}, ["zh/c.md"], 3, "zh/c.md:1:2", ""),
    "a named file that is binary": ({"zh/c.md": "a\0b"}, ["zh/c.md"], 3, "zh/c.md", ""),
    "a missing file in JSON is told to people as well": ({}, ["--output-format", "json", "none.md"], 3, '"path": "none.md"', "none.md"),
    "--lang zh": ({}, ["--lang", "zh", "zh"], 1, "错误 GL301", ""),
    "a configured language": ({"glosslint.yaml": "lang: zh"}, ["zh"], 1, "错误 GL301", ""),
    "--verbose names what was found": ({"glosslint.yaml": "lang: en"}, ["-v", "zh"], 1, "configuration: glosslint.yaml", ""),
    "--verbose names the glossary": ({}, ["--verbose", "zh"], 1, "glossary found: GLOSSARY.md", ""),
    "verbose and JSON": ({}, ["-v", "--output-format", "jsonl", "zh"], 1, '"code": "GL301"', "glossary found: GLOSSARY.md"),
    "verbose and concise": ({}, ["-v", "--output-format", "concise", "zh"], 1, "zh/a.md:1:9", "glossary found: GLOSSARY.md"),
    "an unknown option": ({}, ["--fail-lvl", "error"], 2, "", "unknown option --fail-lvl (did you mean '--fail-level'?)"),
    "options are not abbreviated": ({}, ["--exit", "zh"], 2, "", "unknown option --exit"),
    "an unknown level": ({}, ["--fail-level", "fatal"], 2, "", "invalid choice: 'fatal'"),
    "an unknown format": ({}, ["--output-format", "jsn"], 2, "", "did you mean 'json'?"),
    "a command behind an option": ({}, ["--lang", "en", "terms"], 2, "", "glosslint terms"),
    "--quiet and --verbose": ({}, ["-q", "-v"], 2, "", "exclude each other"),
    "a pair that is none": ({}, ["--pair", "zh", "zh"], 2, "", "SOURCE=TARGET"),
    "an empty folder": ({"empty/x.png": ""}, ["empty"], 0, "", "nothing to check"),
    "an empty list of files is not the project": ({"list": ""}, ["--files-from", "list"], 0, "", "nothing to check"),
    "--files-from": ({"list": "zh/b.md\r\nzh/a.md\n"}, ["--files-from", "list"], 1, "zh/a.md:1:9", ""),
    "--files-from with NUL": ({"list": "zh/b.md\0zh/a.md\0"}, ["--files-from", "list"], 1, "zh/a.md:1:9", ""),
    "--files-from and paths": ({"list": "zh/b.md\n"}, ["--files-from", "list", "zh/a.md"], 1, "zh/a.md:1:9", ""),
    "a list that is not there": ({}, ["--files-from", "none"], 2, "", "none: the list of files cannot be read"),
    "a file in a list that is not there": ({"list": "zh/c.md\n"}, ["--files-from", "list"], 3, "zh/c.md", ""),
    "a report in a folder that is not there": ({}, ["--output-file", "no/where.txt", "zh"], 2, "", "cannot be written"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "arguments", "code", "out", "err"), CASES.values(), ids=CASES.keys())
def test_command(
    files: dict[str, str], arguments: list[str], code: int, out: str, err: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tree({**PROJECT, **files})
    result = main(arguments)
    streams = capsys.readouterr()
    assert result == code, streams
    assert out in streams.out
    assert err in streams.err
    if code == 2:
        assert streams.out == ""
        assert streams.err.startswith("glosslint: error: ")
    elif not err:
        assert streams.err == ""


def test_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    tree(PROJECT)
    assert main(["--output-format", "json", "zh"]) == 1
    report = json.loads(capsys.readouterr().out)
    (finding,) = report.pop("findings")
    summary = {"files": 2, "findings": 1, "hints": 0, "errors": [], "suppressed": 0}
    assert report == {"version": 1, "columnUnit": "codepoint", "summary": summary}
    assert (finding["path"], finding["line"], finding["column"], finding["endColumn"]) == ("zh/a.md", 1, 9, 13)
    assert (finding["found"], finding["expected"], finding["grade"]) == ("锁定文件", ["锁文件"], "declared")
    assert finding["glossary"] == {"path": "GLOSSARY.md", "line": 3}


def test_paths_are_relative_to_the_working_directory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tree({**PROJECT, "glosslint.yaml": "", "en/x.md": ""})
    monkeypatch.chdir(folder / "en")
    code, findings = found(["../zh"], capsys)
    assert code == 1
    assert [(finding["path"], finding["glossary"]["path"]) for finding in findings] == [("../zh/a.md", "../GLOSSARY.md")]


def test_a_pair_brings_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    text = "The release writes a lock file.\n\nNever delete the lock file.\n\nThe lock file goes with a rollback.\n"
    chinese = "发布时会写入锁文件。\n\n不要删除锁文件。\n\n锁固文件随回滚消失。\n"
    tree({"GLOSSARY.md": GLOSSARY, "a_origin.md": text, "a.md": chinese})
    code, findings = found(["--pair", "{}_origin.md={}.md", "a.md"], capsys)
    assert [(f["line"], f["found"], f["code"], f["source"]["line"]) for f in findings] == [(5, "锁固文件", "GL101", 5)]
    assert code == 1


def test_the_report_file_is_written_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree(PROJECT)
    assert main(["zh"]) == 1
    printed = capsys.readouterr().out
    assert main(["--output-file", "report.txt", "zh"]) == 1
    assert capsys.readouterr().out == ""
    assert Path("report.txt").read_text(encoding="utf-8") == printed
    Path("report.txt").chmod(0o600)
    Path("link.txt").symlink_to("report.txt")
    assert main(["--output-file", "link.txt", "--output-format", "json", "zh"]) == 1
    assert Path("link.txt").is_symlink()
    assert stat.S_IMODE(os.stat("report.txt").st_mode) == 0o600
    assert json.loads(Path("report.txt").read_text(encoding="utf-8"))["version"] == 1
    assert sorted(os.listdir(".")) == ["GLOSSARY.md", "link.txt", "report.txt", "zh"]


def test_a_failing_run_leaves_the_old_report(capsys: pytest.CaptureFixture[str]) -> None:
    tree({**PROJECT, "report.txt": "old"})
    assert main(["--output-file", "report.txt", "--glossary", "none.md", "zh"]) == 2
    assert Path("report.txt").read_text() == "old"


def test_colours_are_for_terminals_and_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    tree(PROJECT)
    main(["zh"])
    assert "\x1b" not in capsys.readouterr().out
    main(["--color", "always", "zh"])
    assert "\x1b[" in capsys.readouterr().out


def test_a_bug_is_named_and_exits_with_3(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    tree(PROJECT)
    monkeypatch.setattr("linter.run.check", lambda *_: 1 // 0)
    assert main(["zh"]) == 3
    streams = capsys.readouterr()
    assert "glosslint: bug: ZeroDivisionError" in streams.err
    assert "Traceback" not in streams.err
    assert main(["--verbose", "zh"]) == 3
    assert "glosslint: Traceback" in capsys.readouterr().err


def test_an_interrupted_run_exits_with_130(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    tree(PROJECT)
    monkeypatch.setattr("linter.run.check", interrupt)
    assert main(["zh"]) == 130
    assert capsys.readouterr().err == ""


def test_messages_cannot_drive_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--glossary", "\x1b[31m\n::error::x", "--isolated"]) == 2
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert not [line for line in err.splitlines() if line.startswith("::")]


def test_quiet_leaves_the_summary_out(capsys: pytest.CaptureFixture[str]) -> None:
    tree(PROJECT)
    assert main(["--quiet", "zh/b.md"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["--quiet", "zh"]) == 1
    assert "in 2 files" not in capsys.readouterr().out


def test_a_glossary_that_is_named_has_been_checked(capsys: pytest.CaptureFixture[str]) -> None:
    tree({"GLOSSARY.md": GLOSSARY + "| rollback | 回退 | |\n"})
    assert main(["GLOSSARY.md"]) == 1
    streams = capsys.readouterr()
    assert "GLOSSARY.md:5:3: error GL503" in streams.out
    assert streams.err == ""
