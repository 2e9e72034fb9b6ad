"""Glossaries as they are in the wild: what is read of them, and how little there is to say against them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from rows import PLACE, told
from shared import SHARED, needs_shared

from linter.glossary.columns import columns
from linter.glossary.load import load_glossary
from linter.glossary.rows import is_blank, read_row


@needs_shared
@pytest.mark.parametrize(
    ("path", "entries", "kept", "facts"),
    [
        ("bench/dev/git_zh_CN/glossary.md", 136, 5, {"glossary-ambiguous": 4}),
        ("bench/dev/git_zh_CN/po/zh_CN.po", 136, 5, {"glossary-ambiguous": 4}),
        ("bench/dev/plfa/glossary.md", 102, 0, {"glossary-ambiguous": 1}),
        ("bench/dev/python/glossary.csv", 135, 0, {"glossary-ambiguous": 1}),
        ("bench/dev/agentic_mt/terminology.md", 25, 0, {}),
        ("seed/transcript.md", 28, 1, {}),
    ],
)
def test_a_real_glossary(path: str, entries: int, kept: int, facts: dict[str, int]) -> None:
    assert SHARED is not None
    glossary = load_glossary(str(SHARED / path), shown=path)
    assert len(glossary.entries) == entries
    assert sum(entry.keep for entry in glossary.entries) == kept
    assert not any(entry.undecided for entry in glossary.entries)
    assert Counter(fact.reports for fact in glossary.facts) == facts


# Rows that are quoted in the notes on real glossaries, by their source cell.
QUOTED = {
    "ancestor": "ancestor → 祖先 · 祖先提交",
    "abbreviate": "abbreviate → 简写; tolerates 简写的 SHA-1 值",
    "chain": "chain → 链; tolerates 提交链",
    "commit-ish (also committish)": "commit-ish · committish → 提交号",
    "cone": "cone → 锥形模式 · 锥; tolerates 稀疏检出",
    "evil merge": "evil merge → 恶意合并; tolerates 合并引入了额外变更 · 父提交没有的修改",
    "HEAD": "HEAD → stays in English; tolerates 头指针 · 当前分支",
    "master": "master → stays in English; tolerates 传统默认分支名",
    "stage": "stage → 暂存区 · 暂存; tolerates 索引",
    "working tree/worktree": "working tree · worktree → 工作区",
    "attribute": "attribute → stays in English",
    "class": "class → 类; tolerates class; by context",
    "breaking": "breaking → 非兼容 · 不兼容",
    "build (n.)": "build → 构建版本; noun",
    "build (v.)": "build → 构建; verb",
    "emit (a value)": "emit → 抛出",
    "emit/fire/trigger (an event)": "emit · fire · trigger → 触发",
    "hoist/hoisting": "hoist · hoisting → 提升 · 变量提升",
    "local": "local → 局部 · 本地; by context",
    "queue (v.)": "queue → 把……加入队列; verb",
    "shadow (DOM/root)": "shadow → 影子; tolerates 影子 DOM · 影子根",
    "truthy, falsy, truthiness": "truthy · falsy · truthiness → stays in English",
    "you": "you → 你; forbids 您",
    "template ref": "template ref → 模版引用",
    "Large Language Model (LLM)": "Large Language Model · LLM → 大语言模型; tolerates LLM",
    "Knowledge Retrieval (RAG)": "Knowledge Retrieval · RAG → 知识检索; tolerates 检索增强生成 · RAG",
    "Agent": "Agent → 智能体; forbids 代理",
    "Agentic": "Agentic → 具智能体特性 · 智能体式; adjective; by context",
    "API": "API → 应用程序接口",
    "Reflection": "Reflection → 反射 · 自我反思; by context",
    "NEEDS CLARIFICATION": "NEEDS CLARIFICATION → stays in English; tolerates 需要澄清标记",
    "CI/CD": "CI/CD → 持续集成/持续部署; tolerates 持续集成 · 持续部署 · 持续集成持续部署 · 持续集成与持续部署 · 持续集成和持续部署 · 持续集成、持续部署",
    "HOC": "HOC → 高阶函数",
    "local state": "local state → 内部 state",
    "pull request": "pull request → stays in English",
    "slack": "slack → 余量",
    "P&L": "P&L → 利润表",
    "org charts": "org charts → 组织架构图",
}


def _quoted() -> list[list[str]]:
    """The cells of every row in the notes: `| a | b |`, and the comment tables `#   a | b   <- remark`."""
    assert SHARED is not None
    text = (SHARED / "glossaries-seen.md").read_text(encoding="utf-8")
    rows = []
    for line in text.split("## Texts")[0].splitlines():
        shown = line.partition("←")[0].strip()
        if shown.startswith("#  "):
            shown = "|" + shown.lstrip("# ")
        for part in re.sub(r"\|\s{2,}\|", "|`|", shown).split("`"):
            if part.strip().startswith("|"):
                rows.append([cell.strip() for cell in part.strip().strip("|").split("|")])
    return rows


@needs_shared
@pytest.mark.parametrize("term", QUOTED)
def test_a_quoted_row_is_read_as_a_person_reads_it(term: str) -> None:
    cells = next(cells for cells in _quoted() if cells[0] == term)
    header = ["English", "中文", "说明", "首次出现格式"][: max(2, len(cells))]
    assert told(*cells, header=" | ".join(header)) == QUOTED[term]


@needs_shared
def test_no_quoted_row_is_dropped() -> None:
    names = columns(["English", "中文", "备注"])
    assert names is not None
    rows = _quoted()
    assert len(rows) > 45
    for cells in rows:
        reading = read_row(cells, names, PLACE)
        assert reading.entries or reading.problems or is_blank(cells), cells
