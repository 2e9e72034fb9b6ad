"""The baseline: what was there before is counted by file, rule, term and text, and only shrinks."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.baseline import Key, dump, parse
from linter.cli import main
from linter.errors import UsageError

TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | 不用“回退” |\n"
ONE, TWO = "一个锁定文件。\n", "两个锁定文件，三个锁定文件。\n\n回退。\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    write({"GLOSSARY.md": TABLE, "glosslint.yaml": "baseline: old.json\n", "zh/a.md": ONE, "zh/b.md": TWO})
    return tmp_path


def write(files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code, and "path:line code" of each finding."""
    capsys.readouterr()
    code = main(["--output-format", "json", *arguments])
    out = capsys.readouterr().out
    return code, [f"{f['path']}:{f['line']} {f['code']}" for f in json.loads(out)["findings"]] if out else []


def entries() -> list[tuple[str, str, int]]:
    return [
        (entry["path"], entry["found"], entry["count"]) for entry in json.loads(Path("old.json").read_text("utf-8"))["findings"]
    ]


def test_what_is_counted_is_not_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create"]) == 0
    assert entries() == [("zh/a.md", "锁定文件", 1), ("zh/b.md", "锁定文件", 2), ("zh/b.md", "回退", 1)]
    assert run(capsys=capsys) == (0, [])
    assert main(["--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["suppressed"] == 4


def test_the_file_is_one_line_an_entry_sorted_and_without_line_numbers() -> None:
    main(["baseline", "create"])
    text = Path("old.json").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert (lines[0], lines[-1]) == ('{"version": 1, "findings": [', "]}")
    assert lines[1:-1] == sorted(lines[1:-1])
    assert list(json.loads(lines[1].rstrip(","))) == ["path", "rule", "term", "found", "count"]
    main(["baseline", "create"])
    assert Path("old.json").read_text(encoding="utf-8") == text


# What happens to the text after the baseline was made, and what a run over everything then says.
CHANGES: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "lines that moved": ({"zh/a.md": "# 标题\n\n新的一段。\n\n" + ONE, "zh/b.md": "回退。\n\n三个锁定文件。\n\n两个锁定文件。\n"}, []),
    "words around it that changed": ({"zh/a.md": "这里有一个锁定文件，不要删。\n"}, []),
    "a file under a new name": ({"zh/a.md": None, "zh/c.md": "新的一段。\n\n" + ONE}, []),
    "a file under a new name and in another folder": ({"zh/b.md": None, "book/zh/1.md": TWO}, []),
    "one more of the same": ({"zh/a.md": ONE + "\n又一个锁定文件。\n"}, ["zh/a.md:3 GL301"]),
    "another slip in the same file": ({"zh/a.md": ONE + "\n回退。\n"}, ["zh/a.md:3 GL301"]),
    "the same slip in another file": ({"zh/c.md": ONE}, ["zh/c.md:1 GL301"]),
    "a slip that was put right": ({"zh/a.md": "一个锁文件。\n"}, ["old.json:2 GL905"]),
    "one of two that was put right": ({"zh/b.md": "两个锁文件，三个锁定文件。\n\n回退。\n"}, ["old.json:3 GL905"]),
    "a file that is gone": ({"zh/a.md": None}, ["old.json:2 GL905"]),
    "a file that is gone, and a new one with less than half of it": (
        {"zh/b.md": None, "zh/c.md": "回退。\n"}, ["old.json:3 GL905", "old.json:4 GL905", "zh/c.md:1 GL301"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "found"), CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change(files: dict[str, str | None], found: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    write(files)
    assert run(capsys=capsys) == (1 if found else 0, found)


@pytest.mark.parametrize(("files", "found"), CHANGES.values(), ids=CHANGES.keys())
def test_pruning_leaves_what_is_new_and_nothing_that_is_stale(
    files: dict[str, str | None], found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["baseline", "create"])
    before = sum(count for _, _, count in entries())
    write(files)
    assert main(["baseline", "prune"]) == 0
    assert sum(count for _, _, count in entries()) <= before
    assert all(os.path.exists(path) for path, _, _ in entries())
    assert run(capsys=capsys)[1] == [line for line in found if "GL905" not in line]


def test_of_too_many_the_report_says_that_one_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    write({"zh/a.md": ONE * 3})
    main(["--output-format", "json", "zh/a.md"])
    evidence = [finding["evidence"][-1] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert evidence == ["the baseline counts 1 like this in the file, and there are 3 now; which one is new cannot be told"] * 2


def test_it_only_grows_by_force(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    before = Path("old.json").read_text(encoding="utf-8")
    write({"zh/a.md": ONE * 2})
    assert main(["baseline", "create"]) == 2
    assert "would grow: 1 findings are not in it" in capsys.readouterr().err
    assert Path("old.json").read_text(encoding="utf-8") == before
    assert main(["baseline", "create", "--force"]) == 0
    assert run(capsys=capsys) == (0, [])


def test_a_run_over_one_file_leaves_the_others_alone(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    write({"zh/a.md": "一个锁文件。\n", "zh/b.md": "好。\n"})
    assert run("zh/b.md", capsys=capsys) == (1, ["old.json:3 GL905", "old.json:4 GL905"])
    assert main(["baseline", "prune", "zh/b.md"]) == 0
    assert entries() == [("zh/a.md", "锁定文件", 1)]


@pytest.mark.parametrize("more", [["--select", "GL2,GL9"], ["--ignore", "GL301"]], ids=" ".join)
def test_a_rule_that_is_not_asked_makes_nothing_stale(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    assert run(*more, capsys=capsys) == (0, [])


def test_the_working_directory_does_not_matter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    monkeypatch.chdir("zh")
    assert run(capsys=capsys) == (0, [])
    assert run("a.md", capsys=capsys) == (0, [])


def test_a_comment_comes_before_the_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    write({"zh/a.md": ONE.strip() + "<!-- glosslint-disable-line GL301 -->\n"})
    assert run(capsys=capsys) == (1, ["old.json:2 GL905"])


def test_the_baseline_comes_before_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    write({"glosslint.yaml": "baseline: old.json\nignore-terms: [rollback]\n", "zh/b.md": TWO + "\n回退。\n"})
    assert main(["--output-format", "json", "--show-suppressed"]) == 0
    listed = json.loads(capsys.readouterr().out)["suppressed"]
    assert sorted((item["line"], item["suppressed"]["by"]) for item in listed if item["term"] == "rollback") == [
        (3, "baseline"), (5, "configuration"),
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_changes_nothing() -> None:
    main(["baseline", "create"])
    before = Path("old.json").read_bytes()
    Path("zh/a.md").write_bytes(b"\xff\xfe\xfa")
    assert main(["baseline", "prune"]) == 3
    assert main(["baseline", "create"]) == 3
    assert Path("old.json").read_bytes() == before


def test_it_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "create"])
    capsys.readouterr()
    assert main(["baseline", "show"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "zh/b.md: forbidden-variant lock file: 锁定文件 (2)",
        "zh/b.md: forbidden-variant rollback: 回退 (1)",
        "4 findings in 2 files",
    ]


def test_without_the_file_nothing_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "old.json: the baseline cannot be read" in capsys.readouterr().err


def test_it_lies_in_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    write({"glosslint.yaml": "baseline: ../old.json\n"})
    assert main([]) == 2
    assert "glosslint.yaml:1:11: ../old.json lies outside the project" in capsys.readouterr().err


BROKEN = {
    "no JSON": ("{", 1),
    "a conflict of a merge": ('{"version": 1, "findings": [\n<<<<<<< HEAD\n]}\n', 2),
    "another version": ('{"version": 2, "findings": []}', 1),
    "something else": ("[]", 1),
    "an entry without a count": ('{"version": 1, "findings": [{"path": "a"}]}', 1),
    "a count that is none": (
        '{"version": 1, "findings": [{"path": "a", "rule": "b", "term": null, "found": "", "count": 0}]}',
        1,
    ),
}


@pytest.mark.parametrize(("text", "line"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused(text: str, line: int) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text, "old.json")
    assert (caught.value.path, caught.value.line) == ("old.json", line)


def test_of_an_entry_that_two_branches_changed_the_smaller_count_holds() -> None:
    line = '{"path": "a", "rule": "b", "term": null, "found": "", "count": %d}'
    text = f'{{"version": 1, "findings": [\n{line % 3},\n{line % 2}\n]}}\n'
    assert dict(parse(text, "x").counts) == {Key("a", "b", "", ""): 2}


KEYS = st.builds(Key, *(st.text(max_size=8),) * 4)


@given(st.dictionaries(KEYS, st.integers(1, 9), max_size=5))
def test_what_is_written_is_read(counts: dict[Key, int]) -> None:
    text = dump(counts)
    read = parse(text, "x")
    assert dict(read.counts) == counts
    lines = text.split("\n")
    for key in counts:
        number, line = read.lines[key]
        assert lines[number - 1] == line
        assert line.isprintable()
