"""One glossary for several scripts and regions: a column for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import entry_as_words, told

from linter.config import load_settings
from linter.glossary.load import parse_glossary
from linter.glossary.locales import in_script
from linter.run import check, lint_text
from linter.source import Source

TABLE = """\
| English | zh-TW | zh-CN |
|---|---|---|
| software | 軟體 | 软件 |
| memory | 記憶體 | 内存/存储器 |
| props | 不翻譯 | 不翻译 |
"""


def words(script: str, table: str = TABLE, path: str = "glossary.md") -> list[str]:
    glossary = parse_glossary(Source(path, table))
    assert glossary is not None
    return [entry_as_words(entry) for entry in in_script(glossary, script).entries]


SIMPLIFIED = ["software → 软件; elsewhere 軟體", "memory → 内存 · 存储器; elsewhere 記憶體", "props → stays in English"]
TRADITIONAL = ["software → 軟體; elsewhere 软件", "memory → 記憶體; elsewhere 内存 · 存储器", "props → stays in English"]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", SIMPLIFIED),
        ("zh-Hans", SIMPLIFIED),
        ("zh-Hant", TRADITIONAL),
        ("zh-Hant-TW", TRADITIONAL),
        ("zh-Hant-HK", TRADITIONAL),
    ],
)
def test_the_script_decides_which_column_counts(script: str, expected: list[str]) -> None:
    assert words(script) == expected


def test_a_region_has_its_own_column() -> None:
    table = "English,简体,台灣正體,香港繁體\nsoftware,软件,軟體,軟件\n"
    assert words("zh-Hant-HK", table, "g.csv") == ["software → 軟件; elsewhere 软件 · 軟體"]
    assert words("zh-Hant-TW", table, "g.csv") == ["software → 軟體; elsewhere 软件 · 軟件"]


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("English | zh-CN | zh-TW", ("scale in/out", "缩容/扩容", "縮容/擴容"), "scale in → 缩容; elsewhere 縮容; scale out → 扩容; elsewhere 擴容"),
        ("English | zh_CN | zh_TW | 备注", ("user", "用户", "使用者", "禁用“客户”"), "user → 用户; elsewhere 使用者; forbids 客户"),
        ("English | 简体中文 | 繁體中文", ("user", "用户", ""), "user → 用户"),
        ("English | 简体中文 | 繁體中文", ("user", "", "使用者"), "user → undecided; tolerates 使用者"),
        ("English | 大陆 | 台湾", ("print（动词）", "打印", "列印"), "print → 打印; elsewhere 列印; verb"),
        ("English | zh-CN | zh-TW", ("user", "用户（见", "使用者"), "user → 用户; tolerates 用户见; elsewhere 使用者; problem: unclosed"),
        ("Forbidden (zh_CN) | Required (zh_TW) | English", ("類型", "型別", "type"), "type → 型別; forbids 類型"),
        ("Forbidden (zh_CN) | Required (zh_TW) | English", ("調試", "除錯、偵錯", "debug"), "debug → 除錯 · 偵錯; forbids 調試"),
        ("Forbidden (zh_CN) | Required (zh_TW) | English", ("設置", "設定", "setting/configure"), "setting · configure → 設定; forbids 設置"),
        ("English | zh-TW", ("user", "使用者"), "user → 使用者"),
    ],
)  # fmt: skip
def test_a_row_with_several_columns(header: str, cells: tuple[str, ...], expected: str) -> None:
    assert told(*cells, header=header) == expected


def test_facts_of_such_a_table_stand_at_their_cells() -> None:
    glossary = parse_glossary(Source("g.md", TABLE + "| slot | 插槽（見 | 插槽 |\n"))
    assert glossary is not None
    assert [(fact.place.line, fact.found) for fact in glossary.facts] == [(6, "插槽（見")]


def test_a_text_without_a_configuration_is_judged_by_its_own_script() -> None:
    glossary = parse_glossary(Source("g.md", TABLE.replace("内存/存储器", "内存")))
    assert [f for f in lint_text("这个软件的内存已经满了，请关闭其他窗口。\n", glossary=glossary) if f.severity != "hint"] == []
    assert {
        f.expected for f in lint_text("The software runs.\n\n這個程式還在執行，請關閉其他視窗並檢查設定。\n", glossary=glossary)
    } == {("軟體",)}
    assert {
        f.expected for f in lint_text("The software runs.\n\n这个程序还在运行，请关闭其他窗口并检查设置。\n", glossary=glossary)
    } == {("软件",)}


@pytest.mark.parametrize(("script", "expected"), [("zh-Hans", "软件"), ("zh-Hant-TW", "軟體")])
def test_a_configuration_may_say_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, expected: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glosslint.yaml").write_text(f"glossaries: [g.md]\nscript: {script}\n", encoding="utf-8")
    (tmp_path / "g.md").write_text(TABLE, encoding="utf-8")
    (tmp_path / "b.md").write_text("The software runs.\n\n这个程序还在运行。\n", encoding="utf-8")
    found = check(["b.md"], load_settings()).findings
    assert {finding.expected for finding in found if finding.term == "software"} == {(expected,)}


def test_a_table_inside_a_document_has_such_columns_too() -> None:
    text = "The software runs.\n\n這個程式還在執行，請關閉其他視窗並檢查設定。\n\n" + TABLE
    assert {finding.expected for finding in lint_text(text) if finding.term == "software"} == {("軟體",)}
