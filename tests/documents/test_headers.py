"""Which headers make a table a glossary."""

from __future__ import annotations

import pytest
from reading import read

from linter.documents.headers import glossary_columns

HEADERS = [
    ("原文|中文", (0, 1)),
    ("English|中文", (0, 1)),
    ("英文|中文", (0, 1)),
    ("英文|译文", (0, 1)),
    ("中文|英文", (1, 0)),
    ("中文|English", (1, 0)),
    ("英文术语|中文翻译|备注", (0, 1)),
    ("索引编号|英文术语|中文翻译|常用缩写|来源&扩展|备注", (1, 2)),
    ("英文缩写|英文全称|中文名称", (1, 2)),
    ("English|中文|说明|首次出现格式", (0, 1)),
    ("Term|Translation", (0, 1)),
    ("Term (English)|推荐译法", (0, 1)),
    ("English term|Chinese translation", (0, 1)),
    ("source|target", (0, 1)),
    ("Source term|Target term", (0, 1)),
    ("en|zh", (0, 1)),
    ("EN|ZH-CN", (0, 1)),
    ("en_US|zh_TW", (0, 1)),
    ("ID|zh-Hans|en", (2, 1)),
    ("Forbidden (zh_CN)|Required (zh_TW)|English", (2, 1)),
    ("术语|译文", (0, 1)),
    ("术语|英文|解释", (1, 0)),
    ("原文（英文）|译文（中文）", (0, 1)),
    ("英文原文|中文譯名", (0, 1)),
    ("**English**|`中文`", (0, 1)),
    ("Name|Description", None),
    ("参数|说明", None),
    ("术语|说明", None),
    ("Term|Definition", None),
    ("中文|约定写法", None),
    ("特性|工具函数调用|协议（MCP）", None),
    ("Language|Target", None),
    ("Source|Version", None),
    ("English documentation|中文文档", None),
    ("", None),
]


@pytest.mark.parametrize(("header", "columns"), HEADERS, ids=[header or "empty" for header, _ in HEADERS])
def test_columns(header: str, columns: tuple[int, int] | None) -> None:
    assert glossary_columns(header.split("|")) == columns


ROWS = [
    ("terms and renderings", "| agent | 智能体 |\n| slack | 余量 |", 1),
    ("some terms stay in English", "| agent | 智能体 |\n| API | API |\n| RAG | - |", 1),
    ("a comparison with numbers", "| 81.2 | 90.1 |\n| 77.0 | 65.3 |", 0),
    ("English on both sides", "| gold | silver |\n| red | blue |", 0),
    ("no row yet", "", 1),
]


@pytest.mark.parametrize(("rows", "count"), [case[1:] for case in ROWS], ids=[case[0] for case in ROWS])
@pytest.mark.parametrize("path", ["text.md", "text.txt"])
def test_rows_decide_too(rows: str, count: int, path: str) -> None:
    document = read(f"前言。\n\n| English | 中文 |\n|---|---|\n{rows}\n\n后记。", path)
    assert len(document.tables) == count
    assert [passage.region for passage in document.passages if passage.kind == "paragraph"][-1] == count
