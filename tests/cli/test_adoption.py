"""What is suppressed, and counts: in every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from linter.cli import main

TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | 不用“回退” |\n"
FILES = {
    "GLOSSARY.md": TABLE,
    "glosslint.yaml": "",
    "zh/a.md": "锁定文件，回退。<!-- glosslint-disable-line GL301(lock file) -- 引文 ::error::\x1b -->\n\n锁定文件。\n",
    "zh/b.md": "锁定文件。\n",
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name, text in FILES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    return main(list(arguments)), capsys.readouterr().out


def test_the_exit_code_ignores_what_is_suppressed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("zh/b.md").write_text("<!-- glosslint-disable-file GL301 -->\n锁定文件。\n", encoding="utf-8")
    code, out = run("zh/b.md", capsys=capsys)
    assert (code, out) == (0, "no findings in 1 file; 1 suppressed (--show-suppressed lists them)\n")


def test_json_counts_it_and_lists_it_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(run("--output-format", "json", capsys=capsys)[1])
    assert (report["summary"]["findings"], report["summary"]["suppressed"]) == (3, 1)
    assert "suppressed" not in report
    report = json.loads(run("--output-format", "json", "--show-suppressed", capsys=capsys)[1])
    (item,) = report["suppressed"]
    assert list(item)[:-1] == list(report["findings"][0])
    assert (item["line"], item["code"], item["found"]) == (1, "GL301", "锁定文件")
    assert item["suppressed"] == {"by": "comment", "path": "zh/a.md", "line": 1, "reason": "引文 ::error::\x1b"}


LISTED = re.compile(
    r"zh/a\.md:1:1: suppressed GL301 forbidden-variant: “锁定文件” .* \(by the comment zh/a\.md:1: 引文 ::error::\\u\{1b\}\)"
)


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_people_see_it_on_demand(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not LISTED.search(run("--output-format", form, capsys=capsys)[1])
    code, out = run("--output-format", form, "--show-suppressed", capsys=capsys)
    assert code == 1
    assert [bool(LISTED.fullmatch(line)) for line in out.splitlines()].count(True) == 1


def test_jsonl_marks_it(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.loads(line) for line in run("--output-format", "jsonl", "--show-suppressed", capsys=capsys)[1].splitlines()]
    assert [line.get("suppressed", {}).get("by") for line in lines] == [None, None, None, "comment"]


def test_sarif_marks_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert "suppressions" not in run("--output-format", "sarif", capsys=capsys)[1]
    (found,) = json.loads(run("--output-format", "sarif", "--show-suppressed", capsys=capsys)[1])["runs"]
    assert [result.get("suppressions") for result in found["results"]] == [
        None, None, None, [{"kind": "inSource", "justification": r"引文 ::error::\u{1b}"}],
    ]  # fmt: skip


def test_what_is_below_the_level_is_not_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(run("--output-format", "json", "--show", "error", capsys=capsys)[1])
    assert report["summary"]["suppressed"] == 1
    Path("glosslint.yaml").write_text("severity: {GL301: hint}\n", encoding="utf-8")
    report = json.loads(run("--output-format", "json", capsys=capsys)[1])
    assert report["summary"]["suppressed"] == 0


def test_explain_tells_what_silences_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    out = run("explain", "zh/a.md:1", capsys=capsys)[1]
    assert r"(suppressed by a comment, zh/a.md:1: 引文 ::error::\u{1b})" in out
    assert "1:6 error GL301 forbidden-variant: “回退”" in out


# What `ignore-terms` holds -> (places that are left, how many the configuration silences)
TERMS = {
    "by its name": ("lock file", ["zh/a.md:1 回退"], 2),
    "in other letters": ("Lock-File", ["zh/a.md:1 回退"], 2),
    "by its translation": ("锁文件", ["zh/a.md:1 回退"], 2),
    "two terms": ("lock file, rollback", [], 3),
    "a term that there is not": (
        "lock fiel",
        ["glosslint.yaml:1 ", "zh/a.md:1 回退", "zh/a.md:3 锁定文件", "zh/b.md:1 锁定文件"],
        0,
    ),
}


@pytest.mark.parametrize(("terms", "left", "silenced"), TERMS.values(), ids=TERMS.keys())
def test_a_term_is_switched_off(terms: str, left: list[str], silenced: int, capsys: pytest.CaptureFixture[str]) -> None:
    Path("glosslint.yaml").write_text(f"ignore-terms: [{terms}]\n", encoding="utf-8")
    report = json.loads(run("--output-format", "json", "--show-suppressed", capsys=capsys)[1])
    assert [f"{f['path']}:{f['line']} {f['found']}" for f in report["findings"]] == left
    causes = [item["suppressed"] for item in report["suppressed"] if item["suppressed"]["by"] == "configuration"]
    assert len(causes) == silenced
    assert all((cause["path"], cause["line"]) == ("glosslint.yaml", 1) for cause in causes)


def test_a_term_that_there_is_not_is_told_with_the_one_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    Path("glosslint.yaml").write_text("lang: en\nignore-terms:\n- lock fiel\n", encoding="utf-8")
    finding = json.loads(run("--output-format", "json", capsys=capsys)[1])["findings"][0]
    assert (finding["line"], finding["column"], finding["code"]) == (3, 3, "GL903")
    assert "did you mean “lock file”?" in finding["message"]
    assert "GL903" not in run("--output-format", "json", "zh/b.md", capsys=capsys)[1]  # others may have the term


def test_standard_input_is_silenced_alike(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import io

    class Input:
        buffer = io.BytesIO(FILES["zh/a.md"].encode())

    main(["baseline", "create", "zh/a.md", "--baseline", "old.json"])
    Path("glosslint.yaml").write_text("baseline: old.json\nignore-terms: [rollback]\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", Input())
    code, out = run("--stdin-filename", "zh/a.md", "--output-format", "json", "--show-suppressed", capsys=capsys)
    assert code == 0
    assert [item["suppressed"]["by"] for item in json.loads(out)["suppressed"]] == ["comment", "baseline", "baseline"]


def test_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run("--statistics", capsys=capsys)
    assert code == 1
    assert out.split("\n\n") == [
        "number  error  warning  hint  rule\n     3      3        0     0  GL301 forbidden-variant",
        "number  error  warning  hint  term\n     2      2        0     0  lock file\n     1      1        0     0  rollback",
        "number  error  warning  hint  place\n     2      2        0     0  zh/a.md\n     1      1        0     0  zh/b.md",
        "3 errors in 2 files; --fix can fix 3; 1 suppressed (--show-suppressed lists them)\n",
    ]


def test_statistics_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(run("--statistics", "--output-format", "json", capsys=capsys)[1])
    assert list(report) == ["version", "statistics", "summary"]
    assert report["statistics"]["rules"] == [
        {"rule": "forbidden-variant", "code": "GL301", "count": 3, "error": 3, "warning": 0, "hint": 0}
    ]
    assert [(row["term"], row["count"]) for row in report["statistics"]["terms"]] == [("lock file", 2), ("rollback", 1)]
    assert [(row["path"], row["count"]) for row in report["statistics"]["files"]] == [("zh/a.md", 2), ("zh/b.md", 1)]
    assert report["summary"]["findings"] == 3


def test_statistics_have_two_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--statistics", "--output-format", "sarif"]) == 2
    assert "--statistics is written as text or json, not as sarif" in capsys.readouterr().err
