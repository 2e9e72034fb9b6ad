"""`glosslint adherence`, and `check` on pairs."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main

GLOSSARY = "English,中文,备注\nlock file,锁文件,不用“锁定文件”\nrollback,回滚,\n"
PAIRS = """\
{"id": 1, "source": "The lock file is stale.", "target": "\\u9501\\u5b9a\\u6587\\u4ef6已过期。"}
{"id": "b", "src": "A lock file.", "tgt": "锁文件。"}

{"source": "No rollback.", "target": "不 rollback。"}
{"source": "No rollback."}
{"source": "The end.", "target": "结束。"}
{"source": "The rollback.", "target": ""}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name, text in {
        "GLOSSARY.csv": GLOSSARY,
        "p.jsonl": PAIRS,
        "good.jsonl": PAIRS.replace('{"source": "No rollback."}\n', ""),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(arguments)
    streams = capsys.readouterr()
    return code, streams.out, streams.err


def test_findings_stand_in_the_file_itself(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(["check", "--output-format", "json", "p.jsonl"], capsys)
    report = json.loads(out)
    assert code == 3
    assert [(f["code"], f["line"], f["column"], f["endColumn"], f["found"], f["rendering"]) for f in report["findings"]] == [
        ("GL301", 1, 59, 83, "\\u9501\\u5b9a\\u6587\\u4ef6", "锁定文件"),
        ("GL102", 4, 41, 49, "rollback", "rollback"),
        ("GL901", 5, 1, 1, "", None),
    ]
    assert report["findings"][0]["source"]["text"] == "The lock file is stale."
    assert [(error["line"], error["column"]) for error in report["summary"]["errors"]] == [(5, 1)]
    assert err == "glosslint: error: p.jsonl:5:1: a pair without 'target'\n"


def test_a_line_that_is_no_pair_is_told_in_text_and_the_others_are_judged(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(["p.jsonl"], capsys)
    assert (code, err) == (3, "")
    assert "p.jsonl:5:1: error GL901" in out
    assert "p.jsonl:1:59: error GL301" in out


def test_shares_by_row_and_in_all(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(["adherence", "--output-format", "json", "p.jsonl"], capsys)
    report = json.loads(out)
    assert code == 3
    assert {key: report["all"][key] for key in ("judged", "followed", "divergent", "leftInEnglish", "omitted")} == {
        "judged": 3, "followed": 1, "divergent": 1, "leftInEnglish": 1, "omitted": 0,
    }  # fmt: skip
    assert (report["all"]["adherence"], report["all"]["interval"]) == (0.3333, [0.0615, 0.7923])
    assert report["pairs"] == {"total": 5, "judged": 3, "followed": 1, "untranslated": 1}
    assert [(row["term"], row["followed"], row["judged"], row["instead"]) for row in report["rows"]] == [
        ("lock file", 1, 2, [{"rendering": "锁定文件", "count": 1}]),
        ("rollback", 0, 1, [{"rendering": "rollback", "count": 1}]),
    ]
    assert [(error["path"], error["line"]) for error in report["errors"]] == [("p.jsonl", 5)]


def test_every_pair_has_a_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(["adherence", "--output-format", "jsonl", "good.jsonl"], capsys)
    pairs: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [(pair["line"], pair["id"], pair["verdict"]) for pair in pairs] == [
        (1, "1", "divergent"), (2, "b", "followed"), (4, None, "left-in-english"), (5, None, "no-terms"), (6, None, "untranslated"),
    ]  # fmt: skip
    (term,) = pairs[0]["terms"]
    assert (term["term"], term["verdict"], term["relation"], term["expected"]) == (
        "lock file",
        "divergent",
        "declared-variant",
        ["锁文件"],
    )
    assert (term["rendering"], term["place"]["column"], term["place"]["endColumn"]) == ("锁定文件", 59, 83)
    assert (term["source"]["text"], term["source"]["line"], term["source"]["column"]) == ("lock file", 1, 26)
    assert pairs[1]["target"] == "锁文件。"


TEXT = """\
term       glossary  followed  divergent  in English  omitted  adherence    95 %  instead
lock file  锁文件           1          1           0        0      50.0%  9%–91%  锁定文件 1
rollback   回滚             0          0           1        0       0.0%  0%–79%  rollback 1
all                         1          1           1        0      33.3%  6%–79%

pairs: 5; with terms: 3; of these followed throughout: 1
pairs without Chinese, not judged: 1
"""


def test_the_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(["adherence", "good.jsonl"], capsys) == (0, TEXT, "")
    assert "遵循率" in printed(["adherence", "--lang", "zh", "good.jsonl"], capsys)[1]


# arguments, exit code, part of stdout, part of stderr
CASES: dict[str, tuple[list[str], int, str, str]] = {
    "a share that is too low": (["--fail-under", "50", "good.jsonl"], 1, "33.3%", ""),
    "a share that is high enough": (["--fail-under", "33", "good.jsonl"], 0, "33.3%", ""),
    "no percentage": (["--fail-under", "101"], 2, "", "0 to 100"),
    "one row": (["--term", "LOCK FILE", "good.jsonl"], 0, "all                         1          1           0        0      50.0%", ""),
    "a row that there is not": (["--term", "lok file", "good.jsonl"], 2, "", "no glossary row has the term 'lok file' (did you mean 'lock file'?)"),
    "columns of other names": (["--columns", "src,tgt", "good.jsonl"], 3, "pairs: 1; with terms: 1", "good.jsonl:1:1: a pair without 'src'"),
    "one column only": (["--columns", "src", "good.jsonl"], 2, "", "--columns takes two names"),
    "a missing file": (["none.jsonl"], 3, "no term of the glossary occurs in any pair", "none.jsonl"),
    "no pairs": (["empty.md"], 0, "no term of the glossary occurs", "no pairs of English and Chinese were found"),
    "a list of files": (["--files-from", "list"], 0, "33.3%", ""),
    "a glossary that is named as a document": (["GLOSSARY.csv"], 0, "no term", "no pairs"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "out", "err"), CASES.values(), ids=CASES.keys())
def test_command(arguments: list[str], code: int, out: str, err: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.md").write_text("锁文件。\n", encoding="utf-8")
    (folder / "list").write_text("good.jsonl\0", encoding="utf-8")
    result, printed_out, printed_err = printed(["adherence", *arguments], capsys)
    assert result == code, (printed_out, printed_err)
    assert out in printed_out
    assert err in printed_err


@pytest.mark.parametrize("command", ["check", "adherence"])
def test_standard_input(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAIRS.encode())))
    code, out, _ = printed([command, "--output-format", "json", "--stdin-filename", "x.jsonl"], capsys)
    report = json.loads(out)
    assert code == 3
    if command == "check":
        assert [(f["path"], f["line"], f["code"]) for f in report["findings"]] == [
            ("x.jsonl", 1, "GL301"), ("x.jsonl", 4, "GL102"), ("x.jsonl", 5, "GL901"),
        ]  # fmt: skip
        assert [error["line"] for error in report["summary"]["errors"]] == [5]
    else:
        assert report["all"]["judged"] == 3
        assert [error["line"] for error in report["errors"]] == [5]


def test_other_layouts_are_measured_as_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "en").mkdir()
    (folder / "zh").mkdir()
    (folder / "en" / "a.md").write_text("A lock file.\n\nThe rollback is over.\n", encoding="utf-8")
    (folder / "zh" / "a.md").write_text("锁文件。\n\n回滚已经结束。\n", encoding="utf-8")
    code, out, _ = printed(["adherence", "--output-format", "json", "zh"], capsys)
    assert (code, json.loads(out)["all"]["followed"]) == (0, 2)


def test_a_folder_gives_pairs_only_where_the_configuration_includes_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "log.jsonl").write_text('{"event": 1}\n', encoding="utf-8")
    (folder / "data" / "pairs.TSV").write_text("A lock file.\t锁定文件。\n", encoding="utf-8")
    assert printed(["data"], capsys)[0] == 0
    (folder / "glosslint.yaml").write_text("include: ['data/', '*.tsv']\n", encoding="utf-8")
    code, out, _ = printed(["--output-format", "concise", "data"], capsys)
    assert (code, out.splitlines()) == (
        1,
        [line for line in out.splitlines() if line.startswith("data/pairs.TSV:1:14: error GL301")],
    )
