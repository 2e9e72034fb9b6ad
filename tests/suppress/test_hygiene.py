"""Directives that silence nothing, name what does not exist or never end; and what their fixes make of the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from silencing import check, facts

from linter.config import Settings, load_settings
from linter.finding import Finding
from linter.run import check as check_paths
from linter.source import Source


class Case(NamedTuple):
    """`fixed`: the text after the fix of the only GL9 finding."""

    text: str
    code: str
    message: str
    fixed: str
    path: str = "text.md"


UNUSED = "this suppression silences nothing"
CASES = {
    "an unused comment at the end of a line": Case("好的 <!-- glosslint-disable-line GL301 -->\n", "GL902", UNUSED, "好的\n"),
    "an unused comment in a line": Case("好 <!-- glosslint-disable-line GL301 --> 的\n", "GL902", UNUSED, "好 的\n"),
    "an unused comment in a cell": Case(
        "| a | b |\n|---|---|\n| 好 | 的 <!-- glosslint-disable-line GL301 --> |\n", "GL902", UNUSED, "| a | b |\n|---|---|\n| 好 | 的 |\n"
    ),
    "an unused comment with a line of its own": Case(
        "好的\n\n<!-- glosslint-disable-next-line GL301 -->\n好的\n", "GL902", UNUSED, "好的\n\n好的\n"
    ),
    "an unused comment of a catalogue": Case(
        '# Nora\n# glosslint: disable=GL301\nmsgid "A file."\nmsgstr "文件。"\n', "GL902", UNUSED, '# Nora\nmsgid "A file."\nmsgstr "文件。"\n', "a.po"
    ),
    "one of several rules": Case(
        "锁定文件 <!-- glosslint-disable-line GL302, GL301(lock file), script-variant -- x -->\n", "GL902",
        f"{UNUSED}: GL302, script-variant", "锁定文件 <!-- glosslint-disable-line GL301(lock file) -- x -->\n",
    ),
    "one of several terms": Case(
        "锁定文件 <!-- glosslint-disable-line GL301(rollback, lock file) -->\n", "GL902", f"{UNUSED}: GL301(rollback)",
        "锁定文件 <!-- glosslint-disable-line GL301(lock file) -->\n",
    ),
    "what another directive has silenced": Case(
        "<!-- glosslint-disable-file GL301 -->\n\n锁定文件 <!-- glosslint-disable-line GL301 -->\n", "GL902", UNUSED,
        "\n锁定文件 <!-- glosslint-disable-line GL301 -->\n",
    ),
    "a stretch that is closed twice": Case(
        "<!-- glosslint-disable -->\n\n锁定文件\n\n<!-- glosslint-enable -->\n\n<!-- glosslint-enable -->\n", "GL902", UNUSED,
        "<!-- glosslint-disable -->\n\n锁定文件\n\n<!-- glosslint-enable -->\n\n",
    ),
    "an unused list of the front matter": Case(
        "---\ntitle: 好\nglosslint:\n  disable: [GL301]\n---\n\n好的\n", "GL902", UNUSED, "---\ntitle: 好\n---\n\n好的\n"
    ),
    "a rule that there is not": Case(
        "好的 <!-- glosslint-disable-line forbiden-variant -->\n", "GL903",
        "this suppression cannot work: no rule is called “forbiden-variant”; did you mean “forbidden-variant”?", "好的\n",
    ),
    "a term that there is not": Case(
        "好的 <!-- glosslint-disable-line GL301(lock fiel) -->\n", "GL903",
        "this suppression cannot work: no glossary row in force has “lock fiel”; did you mean “lock file”?", "好的\n",
    ),
    "a term that there is not, beside one that is": Case(
        "锁定文件 <!-- glosslint-disable-line GL301(lock fiel, lock file) -->\n", "GL903",
        "this suppression cannot work: no glossary row in force has “lock fiel”; did you mean “lock file”?",
        "锁定文件 <!-- glosslint-disable-line GL301(lock file) -->\n",
    ),
    "a directive that there is not": Case(
        "<!-- glosslint-disable-nextline GL301 -->\n好的\n", "GL903",
        "this suppression cannot work: there is no glosslint-disable-nextline; did you mean “disable-next-line”?", "好的\n",
    ),
    "a stretch without an end": Case(
        "<!-- glosslint-disable GL301(lock file) -->\n锁定文件", "GL904",
        "this suppression of GL301(lock file) is never closed, so that it holds to the end of the file; close it, or write "
        "glosslint-disable-file",
        "<!-- glosslint-disable GL301(lock file) -->\n锁定文件\n\n<!-- glosslint-enable GL301(lock file) -->\n",
    ),
    "a stretch of plain text without an end": Case(
        "# glosslint-disable\n锁定文件\n", "GL904",
        "this suppression is never closed, so that it holds to the end of the file; close it, or write glosslint-disable-file",
        "# glosslint-disable\n锁定文件\n# glosslint-enable\n", "a.txt",
    ),
}  # fmt: skip


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    source = Source("x", text)
    for edit in sorted(finding.fix.edits, reverse=True):
        start, end = source.offset(edit.line, edit.column), source.offset(edit.end_line, edit.end_column)
        text = text[:start] + edit.text + text[end:]
    return text


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_fault_of_a_directive_is_told_with_its_fix(case: Case, end: str) -> None:
    text = case.text.replace("\n", end)
    (finding,) = [f for f in check(text, case.path).findings if f.code >= "GL9"]
    assert (finding.code, finding.message, finding.severity) == (case.code, case.message, "warning")
    after = fixed(text, finding)
    assert after == case.fixed.replace("\n", end)
    assert [f for f in check(after, case.path).findings if f.code >= "GL9"] == []


def test_a_fault_is_told_in_chinese() -> None:
    from linter.run import lint_text

    (finding,) = lint_text("好的 <!-- glosslint-disable-line GL999 -->\n", settings=Settings(lang="zh"))
    assert finding.message.startswith("这条屏蔽指令不起作用：没有名为“GL999”的规则")


# What a run did not ask is not missing.
QUIET: dict[str, tuple[str, dict[str, Any]]] = {
    "a rule that is not selected": ("好的 <!-- glosslint-disable-line GL301 -->\n", {"select": ("GL1", "GL9")}),
    "a rule that is ignored": ("好的 <!-- glosslint-disable-line GL301 -->\n", {"ignore": ("GL301",)}),
    "some rules of many, where only some are selected": ("好的 <!-- glosslint-disable-line -->\n", {"select": ("GL1", "GL9")}),
    "a rule that needs the source, which is not at hand": ("好的 <!-- glosslint-disable-line GL101 -->\n", {}),
    "a rule that compares files, in a run over one": ("好的 <!-- glosslint-disable-line GL202 -->\n", {}),
}


@pytest.mark.parametrize(("text", "more"), QUIET.values(), ids=QUIET.keys())
def test_a_run_that_did_not_ask_does_not_call_it_unused(
    text: str, more: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("GLOSSARY.md").write_text("| English | 中文 |\n|---|---|\n| lock file | 锁文件 |\n", encoding="utf-8")
    Path("a.md").write_text(text, encoding="utf-8")
    Path("b.md").write_text("好的\n", encoding="utf-8")
    result = check_paths(["a.md"], load_settings()._replace(**more))
    assert facts(result.findings) == []


def test_a_run_over_the_whole_project_asks_for_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("GLOSSARY.md").write_text("| English | 中文 |\n|---|---|\n| lock file | 锁文件 |\n", encoding="utf-8")
    for number, rule in enumerate(("GL101", "GL202", "all", "GL1")):
        Path(f"{number}.md").write_text(f"好的 <!-- glosslint-disable-line {rule} -->\n", encoding="utf-8")
    result = check_paths([], load_settings())
    assert [(f.place.path, f.code) for f in result.findings if f.severity != "hint"] == [(f"{n}.md", "GL902") for n in range(4)]
