"""Texts in Traditional characters, for Taiwan and for Hong Kong, and what belongs to another script or region."""

from __future__ import annotations

import pytest

from linter.config import Settings
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.run import lint_text
from linter.source import Source

THREE = """English,zh-CN,zh-TW,zh-HK
software,软件,軟體,軟件
server,服务器,伺服器,伺服器
agent,智能体,智慧代理,智能代理人
props,不翻译,不翻譯,不翻譯
"""


def lint(text: str, source: str = "", script: str = "", table: str = THREE) -> list[Finding]:
    glossary = parse_glossary(Source("terms.csv", table))
    found = lint_text(text, glossary=glossary, source=source or None, settings=Settings(script=script))
    return [finding for finding in found if finding.severity != "hint"]


def told(text: str, source: str = "", script: str = "", table: str = THREE) -> list[tuple[str, str, str]]:
    return [(f.code, f.found, f.expected[0] if f.expected else "") for f in lint(text, source, script, table)]


EN = "The software runs on a server.\n\nEvery agent reads its own list.\n\nThe props stay as they are."
TW = "這個軟體在伺服器上執行。\n\n每個智慧代理都會讀自己的清單。\n\nprops 保持不變，請不要修改設定。"
HK = "這個軟件在伺服器上運行。\n\n每個智能代理人都會讀自己的清單。\n\nprops 保持不變，請不要修改設定。"
CN = "这个软件在服务器上运行。\n\n每个智能体都会读自己的清单。\n\nprops 保持不变，请不要修改设置。"


@pytest.mark.parametrize(("script", "text"), [("zh-Hant-TW", TW), ("zh-Hant-HK", HK), ("zh-Hans", CN), ("", TW), ("", CN)])
@pytest.mark.parametrize("source", [EN, ""], ids=["with the English", "without"])
def test_a_text_in_its_own_words_is_clean(script: str, text: str, source: str) -> None:
    assert told(text, source, script) == []


PAIRS = [
    pytest.param("zh-Hant-TW", TW.replace("軟體", "軟件"), ("GL302", "軟件", "軟體"), id="Hong Kong's word in a text for Taiwan"),
    pytest.param("zh-Hant-HK", HK.replace("軟件", "軟體"), ("GL302", "軟體", "軟件"), id="Taiwan's word in a text for Hong Kong"),
    pytest.param("zh-Hant-TW", TW.replace("伺服器", "服務器"), ("GL302", "服務器", "伺服器"), id="the mainland's word in Traditional characters"),
    pytest.param("zh-Hant-TW", TW.replace("伺服器", "服务器"), ("GL302", "服务器", "伺服器"), id="the mainland's word in its own characters"),
    pytest.param("zh-Hant-TW", TW.replace("軟體", "软体"), ("GL302", "软体", "軟體"), id="the right word in Simplified characters"),
    pytest.param("zh-Hant-TW", TW.replace("智慧代理", "智能體"), ("GL302", "智能體", "智慧代理"), id="the mainland's term for a concept"),
    pytest.param("zh-Hans", CN.replace("软件", "軟體"), ("GL302", "軟體", "软件"), id="Taiwan's word in a Simplified text"),
    pytest.param("zh-Hans", CN.replace("软件", "软体"), ("GL302", "软体", "软件"), id="the same in Simplified characters"),
    pytest.param("zh-Hans", CN.replace("智能体", "智能體"), ("GL302", "智能體", "智能体"), id="the right word in Traditional characters"),
    pytest.param("zh-Hans", CN.replace("智能体", "代理"), ("GL301", "代理", "智能体"), id="a shipped variant"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "text", "expected"), PAIRS)
def test_with_the_english_another_region_is_told(script: str, text: str, expected: tuple[str, str, str]) -> None:
    assert told(text, EN, script) == [expected]


ALONE = [
    pytest.param("zh-Hant-TW", "這個软件還沒有裝好，請先檢查設定。", [("GL302", "软件", "軟體")], id="Simplified characters in a Traditional text"),
    pytest.param("zh-Hant-TW", "這個服务器還沒有裝好，請先檢查設定。", [("GL302", "服务器", "伺服器")], id="a word and characters of the mainland"),
    pytest.param("zh-Hant-TW", "這個服務器還沒有裝好，請先檢查設定。", [("GL302", "服務器", "伺服器")], id="a word of the mainland only"),
    pytest.param("zh-Hans", "这个伺服器还没有装好，请先检查设置。", [("GL302", "伺服器", "服务器")], id="Taiwan's word, which means nothing else"),
    pytest.param("zh-Hans", "这种软体动物没有壳。", [], id="a word that means something else here"),
    pytest.param("zh-Hans", "这个軟體还没有装好，请先检查设置。", [("GL302", "軟體", "软件")], id="Traditional characters in a Simplified text"),
    pytest.param("zh-Hant-HK", "這個軟件還沒有裝好，請先檢查設定。", [], id="one's own word"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "text", "expected"), ALONE)
def test_without_the_english_only_what_is_plain_is_told(script: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "", script) == expected


LEVELS = [
    pytest.param("zh-Hant-TW", TW.replace("伺服器", "服务器"), THREE, "error", id="what the glossary itself gives to another region"),
    pytest.param("zh-Hant-TW", TW.replace("軟體", "軟件"), THREE, "warning", id="the same in the characters of this one"),
    pytest.param("", CN.replace("软件", "软体"), "English,中文\nsoftware,软件\n", "warning", id="what only the shipped list knows"),
    pytest.param("", CN.replace("软件", "軟件"), "English,中文\nsoftware,软件\n", "error", id="the right word in another script"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "text", "table", "level"), LEVELS)
def test_how_hard_another_region_is_taken(script: str, text: str, table: str, level: str) -> None:
    assert [(f.code, f.severity) for f in lint(text, EN, script, table)] == [("GL302", level)]


def test_a_row_without_a_rendering_of_its_own_demands_nothing() -> None:
    table = "English,zh-CN,zh-TW\nsoftware,软件,\nserver,服务器,伺服器\n"
    assert told(TW, EN, "zh-Hant-TW", table) == []


def test_a_table_of_wrong_and_right_words_bans_across_regions() -> None:
    table = "| Forbidden (zh_CN) | Required (zh_TW) | English |\n|---|---|---|\n| 服務器 | 伺服器 | server |\n"
    glossary = parse_glossary(Source("g.md", table))
    found = lint_text("這個服務器還沒有裝好，請先檢查設定。", glossary=glossary)
    assert [(f.code, f.severity, f.found) for f in found] == [("GL301", "error", "服務器")]
