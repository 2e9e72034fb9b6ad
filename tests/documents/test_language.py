"""The language of a run of text, and lines that say the same in both languages."""

from __future__ import annotations

import pytest

from linter.documents.language import halves, language_of

LANGUAGES = [
    ("Chinese", "我们构建智能体。", "zh"),
    ("Chinese with names", "GPT-5、Claude Code 和 Gemini", "zh"),
    ("Chinese that quotes English", "使用 ensemble of models 的方法", "zh"),
    ("Chinese that ends in a long gloss", "最小化遗憾（minimize regret over a lifetime）", "zh"),
    ("English", "We build agents.", "en"),
    ("English that quotes Chinese", "The term 智能体 means an agent here", "en"),
    ("a lone word", "Glossary", "en"),
    ("numbers", "1,024 — 3.5%", ""),
    ("one letter", "x", ""),
    ("only literals", "\ufffc\ufffc", ""),
    ("Japanese", "日本語のテキストです", ""),
    ("Korean", "한국어 문장", ""),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("text", "language"), [case[1:] for case in LANGUAGES], ids=[case[0] for case in LANGUAGES])
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


HALVES = [
    ("a bar", "English | 中文标题", ("English", "中文标题", "mark")),
    ("a slash", "Chapter 1: Tools / 第 1 章：工具", ("Chapter 1: Tools", "第 1 章：工具", "mark")),
    ("Chinese first", "工具使用 | Tool Use", ("工具使用", "Tool Use", "mark")),
    ("only a space", "Prompt Chaining 提示链", ("Prompt Chaining", "提示链", "space")),
    ("a gloss is no second half", "提示链（Prompt Chaining）", None),
    ("nor is an author", "产品即有机体与组织架构图的消亡:八万家公司的经验 | Asha Sharma", None),
    ("nor a name in Chinese", "I/O 模型", None),
    ("nor is anything where one language is missing", "Tools / Tool Use", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in HALVES], ids=[case[0] for case in HALVES])
def test_halves(text: str, expected: tuple[str, str, str] | None) -> None:
    found = halves(text)
    assert (found and (text[: found[0]], text[found[1] :], found[2])) == expected
