"""Glossaries as they are in the wild: what is read of them, and how little there is to say against them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from rows import PLACE, entry_as_words, told
from shared import SHARED, needs_shared

from linter.glossary.columns import columns
from linter.glossary.load import load_glossary, parse_glossary
from linter.glossary.rows import is_blank, read_row
from linter.source import Source


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


# Rows that are quoted in other forms than pipes: lists, records, mappings.  Each as a file of that form, with what is read of it.
LISTS: dict[str, tuple[str, list[str], list[str]]] = {
    "d2l": (
        "TERMINOLOGY.md",
        [
            "long short-term memory · LSTM → 长短期记忆网络; tolerates LSTM",
            "momentum → 动量法",
            "accuracy → 准确率 · 精度",
            "independent and identically distributed · i.i.d. → 独立同分布; tolerates i.i.d.",
            "instance → 实例 · 示例",
            "softmax regression → softmax回归",
            "continous bag-of-words · CBOW → 连续词袋; tolerates CBOW",
            "tune hyperparameter → 调参",
            "data instance → 数据示例",
            "data example → 数据样例",
        ],
        [],
    ),
    "kubernetes": (
        "localization_zh.md",
        [
            "control plane → 控制平面 · 控制面",
            "disruption → 干扰; forbids 中断",
            "GA · general availability → 正式发布",
            "namespace → 名字空间 · 命名空间",
            "scale in → 横向缩容; tolerates 缩容",
            "scale out → 扩容; tolerates 横向扩容",
            "init container → Init 容器",
            "key → 密钥 · 主键 · 键; by context",
        ],
        [],
    ),
    "AITD": (
        "aitd.md",
        [
            "Accept-Reject Sampling Method → 接受-拒绝抽样法 · 接受-拒绝采样法",
            "Random Forest · RF · RFS → 随机森林; tolerates RF · RFS",
            "Area Under ROC Curve · AUC → AUC; tolerates ROC曲线下方面积",
            "L-BFGS → stays in English",
            "3D Cartesian → 三维笛卡尔; tolerates 三维笛卡尔坐标 · 坐标",
        ],
        ["glossary-dead: no-word in line 8"],
    ),
    "Linux": (
        "glossary.rst",
        [
            "DVFS · Dynamic Voltage and Frequency Scaling → 动态电压频率升降",
            "MIPS → 每秒百万指令",
        ],
        [],
    ),
    "WMT25 json": (
        "terms.yaml",
        [
            "HIBOR → 香港銀行同業拆息",
            "NLTI → 非投資相連長期保險; tolerates 非投連長險",
            "seasonally-adjusted quarter-on-quarter rates → 經季節性調整的……按季增減幅度",
            "The Government of … → 香港特别行政區政府",
            "Monetary → 主管貨幣事務副總裁",
        ],
        [],
    ),
}


def _files() -> dict[str, str]:
    """Each quotation as the file that it was taken from."""
    assert SHARED is not None
    notes = (SHARED / "glossaries-seen.md").read_text(encoding="utf-8")
    blocks = {name: notes.split(f"**{name}**", 1)[1].split("```\n", 2)[1] for name in ("d2l", "kubernetes", "AITD")}
    d2l = re.sub(r"←.*?(?=\s{3}|\n)", "", blocks["d2l"])
    items = [item.strip() for line in d2l.splitlines() for part in re.split(r"\s{3,}", line) for item in part.split(" / ")]
    kubernetes = re.sub(r"(?<=\S) {2,}(?=- )", "\n", blocks["kubernetes"])
    head, *records = blocks["AITD"].splitlines()
    records = [
        re.sub(r"\s*(?:←.*|\([a-z0-9][^()]*\))$", "", one) for line in records for one in re.split(r"\s{3,}(?=AITD)", line)
    ]
    linux = re.findall(r"`(\* [^`]*)`", notes.split("**Linux**", 1)[1].split("\n", 1)[0])
    wmt = re.findall(r"'[^']+': \['[^']*'\]", notes.split("**WMT25 json**", 1)[1].split("\n", 1)[0])
    return {
        "d2l": "\n\n".join(item for item in items if item) + "\n",
        "kubernetes": kubernetes,
        "AITD": "\n".join([head, "|".join(["---"] * 6), *records]) + "\n",
        "Linux": "".join(f"{item}\n" for item in linux),
        "WMT25 json": "\n".join(wmt) + "\n",
    }


@needs_shared
@pytest.mark.parametrize("name", LISTS)
def test_a_quoted_list_is_read_as_a_person_reads_it(name: str) -> None:
    path, expected, problems = LISTS[name]
    glossary = parse_glossary(Source(path, _files()[name]))
    assert glossary is not None
    assert [entry_as_words(entry) for entry in glossary.entries] == expected
    told = [f"{fact.reports}: {fact.values['why']} in line {fact.place.line}" for fact in glossary.facts]
    assert told == problems


# Rows that are no terms, or speak of other rows, in a file with a table that they belong to.
BESIDE = [
    pytest.param("| Agent | 智能体 |\n\n- ❌ **\"代理\"** → 必须使用 **\"智能体\"**\n", ["Agent → 智能体; forbids 代理"], [], id="wrong and right, with marks"),
    pytest.param("| default | 默认 |\n\n- 默认 (not 缺省)\n- 无法 (not 不能)：客观。\n", ["default → 默认; forbids 缺省"], [], id="the one and not the other"),
    pytest.param("| you | 你 |\n\n| 中文 | 约定写法 |\n|---|---|\n| 其他/其它 | 统一为\"其他\" |\n", ["you → 你"], [], id="Chinese for Chinese"),
    pytest.param("| ??? | 问号 |\n| N/A | 不适用 |\n", ["N/A → 不适用"], ["glossary-dead"], id="marks, and what looks like marks"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "entries", "facts"), BESIDE)
def test_what_stands_beside_the_rows(rows: str, entries: list[str], facts: list[str]) -> None:
    glossary = parse_glossary(Source("glossary.md", "| English | 中文 |\n|---|---|\n" + rows))
    assert glossary is not None
    assert [entry_as_words(entry) for entry in glossary.entries] == entries
    assert [fact.reports for fact in glossary.facts] == facts
    left_out = [note for note in glossary.notes if note.endswith("left out")]
    assert left_out == (["glossary.md:5: a table without a column for each language: left out"] if "约定写法" in rows else [])


@needs_shared
def test_every_quoted_row_between_pipes_has_an_expectation() -> None:
    """But for headers, rows that are tested above or with the columns for regions, and lists inside of code marks."""
    elsewhere = {"", "???", "N/A", "其他/其它", "Forbidden (zh_CN)", "類型", "算法", "調試", "設置"}
    missing = [cells[0] for cells in _quoted() if cells[0] not in QUOTED and cells[0] not in elsewhere]
    assert [cell for cell in missing if not cell.startswith("- ")] == []
