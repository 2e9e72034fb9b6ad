"""Glossaries and configurations that are wrong are named with their places."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from checking import SLIP, Report, write

from linter.cli import main

# Glossaries.

# a glossary file -> exit code with a.md, and (code, line) of the findings at its rows, or a part of the error
GLOSSARIES: dict[str, tuple[str, str, int, list[tuple[str, int]] | str]] = {
    "an empty table file": ("g.md", "", 2, "g.md: no glossary entry"),
    "a header alone": ("g.md", "| English | 中文 |\n|---|---|\n", 2, "g.md: no glossary entry"),
    "an empty CSV file": ("g.csv", "", 2, "g.csv: no glossary entry"),
    "a CSV header alone": ("g.csv", "English,中文\n", 2, "g.csv: no glossary entry"),
    "blank records": ("g.csv", "English,中文\n,\n\n,\n", 2, "g.csv: no glossary entry"),
    "an empty YAML file": ("g.yaml", "", 2, "g.yaml: no glossary entry"),
    "YAML without entries": ("g.yaml", "entries: []\n", 2, "g.yaml: no glossary entry"),
    "a duplicate row": ("g.csv", "English,中文\nrollback,回滚\nrollback,回滚\n", 1, [("GL502", 3)]),
    "rows that contradict": ("g.csv", "English,中文\nrollback,回滚\nrollback,回退\n", 1, [("GL503", 3)]),
    "two terms, one translation": ("g.csv", "English,中文\nrollback,回滚\nrevert,回滚\n", 0, [("GL504", 3)]),
    "a row without a source": ("g.csv", "English,中文\n,回滚\nrollback,回滚\n", 1, [("GL501", 2)]),
    "a row of too few cells": ("g.csv", "English,中文\nrollback\nrevert,还原\n", 1, [("GL501", 2)]),
    "a quote that is never closed": ("g.csv", 'English,中文\nrollback,"回滚\nrevert,还原\n', 1, [("GL501", 2)]),
    "translations that turn in a circle": (
        "g.yaml", "entries:\n- {source: A1, target: 甲, deprecated: 乙}\n- {source: B1, target: 乙, deprecated: 甲}\n", 0, [],
    ),
    "renderings that are each other's source": ("g.csv", "English,中文\nfoo,bar\nbar,foo\n", 0, []),
    "a spreadsheet": ("g.xlsx", "PK\x03\x04\0\0", 2, "g.xlsx: the glossary cannot be read: a binary file"),
    "XML": ("g.tbx", '<!DOCTYPE x [<!ENTITY a "&b;">]><x>&a;</x>', 2, "g.tbx: no glossary entry"),
    "JSON that is none": ("g.json", '{"entries": [', 2, "g.json:1:"),
    "YAML that is none": ("g.yaml", "entries:\n- source: [a\n  target: b\n", 2, "g.yaml:3:"),
    "a YAML alias": ("g.yaml", "entries:\n- source: &a x\n  target: *a\n", 2, "g.yaml:3:11: YAML aliases are not allowed"),
    "a YAML tag": ("g.yaml", "entries:\n- source: !!python/name:os.system x\n", 2, "g.yaml:2:11: YAML tags are not allowed"),
    "a YAML key that stands twice": ("g.yaml", "entries:\n- source: x\n  source: y\n", 2, "g.yaml:3:3: the key 'source' stands here twice"),
    "a YAML merge key": ("g.yaml", "entries:\n- <<: {source: x}\n", 2, "g.yaml:2:3: unknown key '<<'"),
    "a second YAML document": ("g.yaml", "entries:\n- source: x\n---\nentries: []\n", 2, "g.yaml:3:1: one YAML document"),
    "an unknown YAML key": ("g.yaml", "entries:\n- source: x\n  targets: y\n", 2, "g.yaml:3:3: unknown key 'targets' (did you mean 'target'?)"),
    "deep YAML": ("g.yaml", "entries: " + "[" * 20_000, 2, "g.yaml:"),
    "a YAML bomb": ("g.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nentries: [*b, *b]\n", 2, "g.yaml:2:8: YAML aliases are not allowed"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code", "told"), GLOSSARIES.values(), ids=GLOSSARIES.keys())
def test_a_bad_glossary(name: str, text: str, code: int, told: list[tuple[str, int]] | str, run: Callable[..., Report]) -> None:
    write({name: text, "a.md": "回滚完成。\n"})
    report = run("--glossary", name, "a.md")
    assert report.code == code, (report.findings, report.stderr)
    if isinstance(told, str):
        assert told in report.stderr
    else:
        assert [(f["code"], f["line"]) for f in report.findings if f["path"] == name] == told


def test_two_glossaries_that_contradict_each_other(run: Callable[..., Report]) -> None:
    write({"g.csv": "English,中文\nrollback,回退\n", "a.md": "文\n"})
    report = run("--glossary", "GLOSSARY.md", "--glossary", "g.csv", "a.md")
    assert (report.code, [f["path"] for f in report.findings if f["code"] == "GL503"]) == (1, ["g.csv"])


def test_a_formula_is_a_text_like_any_other(run: Callable[..., Report]) -> None:
    write({"g.csv": 'English,中文\n"=HYPERLINK(""http://a.b"",""x"")",链接\n+cmd|calc,命令\n@SUM(A1),求和\n', "a.md": "=1+1\n"})
    report = run("--glossary", "g.csv", "a.md")
    assert report.code in (0, 1)
    assert {f["code"] for f in report.findings} <= {"GL501", "GL507"}


SCALARS = ("no", "yes", "on", "null", "~x", "1_000", "12:30", "0x1F", "1e3", "2024-01-01", ".inf", "true", "010", "1.0")


@pytest.mark.parametrize("scalar", SCALARS)
def test_what_yaml_calls_another_type_stays_the_text_that_was_written(scalar: str, capsys: pytest.CaptureFixture[str]) -> None:
    write({"g.yaml": f"entries:\n- source: {scalar}\n  target: 甲{scalar}\n  note: {scalar}\n"})
    assert main(["terms", "--glossary", "g.yaml", "--output-format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["entries"]
    assert (entry["source"], entry["preferred"], entry["note"]) == ([scalar], f"甲{scalar}", scalar)


def test_a_large_glossary_takes_time_in_proportion(run: Callable[..., Report]) -> None:
    rows = "".join(
        f"term{number} word,译{chr(0x4E00 + number % 20_000)}{chr(0x4E00 + number // 20_000)}{number}\n"
        for number in range(20_000)
    )
    write({"g.csv": "English,中文\n" + rows, "a.md": SLIP})
    started = time.process_time()
    assert run("--glossary", "g.csv", "a.md").code == 0
    assert time.process_time() - started < 20


# Configurations.

CONFIGURATIONS: dict[str, tuple[str, str, str]] = {
    "an unknown key": ("glosslint.yaml", "lang: zh\nselct: [GL1]\n", "glosslint.yaml:2:1: unknown key 'selct' (did you mean 'select'?)"),
    "a key that stands twice": ("glosslint.yaml", "lang: zh\nlang: en\n", "glosslint.yaml:2:1: the key 'lang' stands here twice"),
    "an alias": ("glosslint.yaml", "select: &a [GL1]\nignore: *a\n", "glosslint.yaml:2:9: YAML aliases are not allowed"),
    "a tag": ("glosslint.yaml", "lang: !!str zh\n", "glosslint.yaml:1:7: YAML tags are not allowed"),
    "a word that YAML calls false": ("glosslint.yaml", "lang: no\n", "glosslint.yaml:1:7: unknown language 'no'"),
    "a list in place of a text": ("glosslint.yaml", "lang: [zh]\n", "glosslint.yaml:1:7: language is expected here, not a list"),
    "a control character": ("glosslint.yaml", "lang: z\x01h\n", "glosslint.yaml:1:"),
    "no YAML": ("glosslint.yaml", "lang: 'zh\n", "glosslint.yaml:"),
    "a glossary outside": ("glosslint.yaml", "glossaries: [../../etc/passwd]\n", "glosslint.yaml:1:14: ../../etc/passwd lies outside the project"),
    "a glossary that is not there": ("glosslint.yaml", "glossaries: [none.md]\n", "none.md: the glossary cannot be read"),
    "no TOML": ("pyproject.toml", "[tool.glosslint]\nlang = \n", "pyproject.toml:2:8: not TOML"),
    "deep TOML": ("pyproject.toml", "[tool.glosslint]\nlang = " + "[" * 5000, "pyproject.toml:"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), CONFIGURATIONS.values(), ids=CONFIGURATIONS.keys())
def test_a_bad_configuration_is_named_with_its_place(name: str, text: str, told: str, run: Callable[..., Report]) -> None:
    write({name: text, "a.md": SLIP})
    report = run("a.md")
    assert report.code == 2
    assert f"glosslint: error: {told}" in report.stderr
