"""Glossaries that are lists: bullets, bare lines, senses nested below a term, and what is no glossary at all."""

from __future__ import annotations

import pytest
from rows import entry_as_words

from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.source import Source


def parse(text: str, path: str = "glossary.md", strict: bool = False) -> Glossary | None:
    return parse_glossary(Source(path, text), strict=strict)


def read(text: str, path: str = "glossary.md", strict: bool = False) -> Glossary:
    found = parse(text, path, strict)
    assert found is not None
    return found


def words(text: str, path: str = "glossary.md") -> list[str]:
    return [entry_as_words(entry) for entry in read(text, path).entries]


TWO = ["crawler → 爬虫", "widget → 部件"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- crawler，爬虫\n- widget，部件\n", id="a comma"),
        pytest.param("* crawler, 爬虫\n* widget, 部件\n", id="a narrow comma"),
        pytest.param("+ crawler：爬虫\n+ widget：部件\n", id="a colon"),
        pytest.param("1. crawler: 爬虫\n2. widget: 部件\n", id="numbers"),
        pytest.param("- crawler - 爬虫\n- widget – 部件\n", id="a dash"),
        pytest.param("- crawler -> 爬虫\n- widget → 部件\n", id="an arrow"),
        pytest.param("- **crawler**：爬虫\n- `widget`：部件\n", id="markup"),
        pytest.param("- crawler（爬虫）\n- widget (部件)\n", id="brackets"),
        pytest.param("- 爬虫（crawler）\n- 部件（widget）\n", id="brackets, Chinese first"),
        pytest.param("- 爬虫，crawler\n- 部件，widget\n", id="Chinese first"),
        pytest.param("爬虫，crawler\n\n部件，widget\n", id="bare lines with blank ones between"),
        pytest.param("crawler    爬虫\nwidget     部件\n", id="bare lines in columns"),
        pytest.param("crawler\t爬虫\nwidget\t部件\n", id="tabs"),
        pytest.param("# Terms\r\n\r\n- crawler，爬虫\r\n- widget，\r\n  部件\r\n", id="CRLF, an item of two lines"),
        pytest.param("- crawler，爬虫\n\n- widget，部件\n", id="a loose list"),
        pytest.param("- A\n  - crawler，爬虫\n- W\n  - widget，部件\n", id="groups by letter"),
        pytest.param("Some words before.\n\n- crawler，爬虫\n- widget，部件\n\nAnd after.\n", id="prose around"),
        pytest.param("- 每行一条术语\n- 不要留空行\n\n# Terms\n\n- crawler，爬虫\n- widget，部件\n", id="another list before"),
        pytest.param("术语\n====\n\n* crawler: 爬虫。\n* widget: 部件。\n", id="reStructuredText, full stops"),
    ],
)
def test_a_list_in_many_shapes(text: str) -> None:
    assert words(text) == TWO
    assert read(text).facts == ()


@pytest.mark.parametrize("path", ["glossary.md", "glossary.txt", "glossary.rst", "TERMS"])
def test_the_name_of_the_file_does_not_matter(path: str) -> None:
    assert words("- crawler，爬虫\n- widget，部件\n", path) == TWO


# Items of lists as they are in the wild, in twos and threes that stand together there.
ROWS = [
    (["drain，腾空", "control plane，控制平面，或控制面"], ["drain → 腾空", "control plane → 控制平面 · 控制面"]),
    (
        ["disruption，干扰（请勿译为“中断”）", "GA (general availability)，正式发布"],
        ["disruption → 干扰; forbids 中断", "GA · general availability → 正式发布"],
    ),
    (
        ["namespace，名字空间，命名空间", "scale in/out，横向缩容/扩容", "init container，Init 容器"],
        [
            "namespace → 名字空间 · 命名空间",
            "scale in → 横向缩容; tolerates 缩容",
            "scale out → 扩容; tolerates 横向扩容",
            "init container → Init 容器",
        ],
    ),
    (
        ["长短期记忆网络，long short-term memory (LSTM)", "动量法，momentum (method)", "准确率/精度，accuracy"],
        ["long short-term memory · LSTM → 长短期记忆网络; tolerates LSTM", "momentum → 动量法", "accuracy → 准确率 · 精度"],
    ),
    (
        ["独立同分布，independent and identically distributed (i.i.d.)", "实例/示例，instance", "softmax回归，softmax regression"],
        [
            "independent and identically distributed · i.i.d. → 独立同分布; tolerates i.i.d.",
            "instance → 实例 · 示例",
            "softmax regression → softmax回归",
        ],
    ),
    (
        ["连续词袋，continous bag-of-words (CBOW)", "调参，tune hyperparameter", "数据示例，data instance", "数据样例，data example"],
        [
            "continous bag-of-words · CBOW → 连续词袋; tolerates CBOW",
            "tune hyperparameter → 调参",
            "data instance → 数据示例",
            "data example → 数据样例",
        ],
    ),
    (
        [
            "DVFS: 动态电压频率升降。（Dynamic Voltage and Frequency Scaling）",
            "MIPS: 每秒百万指令。（Millions of Instructions Per Second）,注意与mips指令集区分开。",
            "flush: 刷新，一般指对cache的冲洗操作。",
        ],
        [
            "DVFS · Dynamic Voltage and Frequency Scaling → 动态电压频率升降",
            "MIPS · Millions of Instructions Per Second → 每秒百万指令",
            "flush → 刷新",
        ],
    ),
    (["stdin，stdin", "crawler，爬虫"], ["stdin → stays in English", "crawler → 爬虫"]),
    (["crawler，爬虫", "props（不译）"], ["crawler → 爬虫", "props → stays in English"]),
    (["IDE，integrated development environment，集成开发环境", "crawler，爬虫"], ["IDE · integrated development environment → 集成开发环境", "crawler → 爬虫"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), ROWS, ids=[rows[0] for rows, _ in ROWS])
@pytest.mark.parametrize("shape", ["- {}\n", "* {}\n", "{}\n\n"], ids=["bullets", "stars", "bare lines"])
def test_an_item_is_read_as_a_person_reads_it(rows: list[str], expected: list[str], shape: str) -> None:
    if shape.startswith("{") and rows[0].startswith("DVFS"):
        return  # bare lines that end a sentence are prose
    text = "".join(shape.format(row) for row in rows)
    assert words(text) == expected
    assert read(text).facts == ()


@pytest.mark.parametrize(
    ("senses", "expected"),
    [
        (
            ["在加密解密、安全认证上下文中，译为密钥", "在配置文件、数据结构上下文中，译为主键，或键"],
            "key → 密钥 · 主键 · 键; by context",
        ),
        (["做动词用时，译为“扩缩”，或者“改变...的规模”", "做名词用时，译为“规模”"], "key → 扩缩 · 改变……的规模 · 规模; by context"),
        (["当泛指某种能力时，可直译为“能力”", "当特指[权限](https://example.org/a,b)机制时，译为“权能字”"], "key → 能力 · 权能字; by context"),
        (["密钥（安全）", "键（数据库）"], "key → 密钥 · 键; tolerates 密钥安全 · 安全 · 键数据库 · 数据库; by context"),
        (["CSS: 选择符", "JS: 不翻译"], "key → 选择符; tolerates key; by context"),
        (["译为密钥"], "key → 密钥"),
    ],
)  # fmt: skip
def test_senses_below_a_term(senses: list[str], expected: str) -> None:
    text = "- crawler，爬虫\n- key\n" + "".join(f"  * {sense}\n" for sense in senses) + "- widget，部件\n"
    assert words(text) == [TWO[0], expected, TWO[1]]


def test_senses_below_a_term_with_a_translation() -> None:
    text = "- crawler，爬虫\n- traffic，流量\n  * 在某些上下文中，可以根据情况译为“服务请求”，“服务响应”\n"
    assert words(text)[1] == "traffic → 流量 · 服务请求 · 服务响应; by context"


def test_a_row_stands_where_its_item_stands() -> None:
    first, second = read("# T\n\n- crawler，爬虫\n  - 抓取网页时译为爬虫\n*  widget，\n   部件\n").entries
    assert first.place == ("glossary.md", 3, 3, 3, 13)
    assert second.place == ("glossary.md", 5, 4, 6, 6)


def test_a_title_may_say_that_terms_stay_in_english() -> None:
    text = "## 术语\n\n- crawler，爬虫\n- widget，部件\n\n## 保留英文\n\n- props\n- ref\n"
    assert words(text) == [*TWO, "props → stays in English", "ref → stays in English"]


@pytest.mark.parametrize(
    ("item", "found"), [("看板 panel board", "看板 panel board"), ("slot", "slot"), ("插槽，见前文", "插槽，见前文")]
)
def test_an_item_that_is_no_row_is_told_at_its_line(item: str, found: str) -> None:
    glossary = read(f"- crawler，爬虫\n- widget，部件\n- {item}\n- node，节点\n")
    assert [(fact.reports, fact.values["why"], fact.place.line, fact.found) for fact in glossary.facts] == [
        ("glossary-malformed", "no-pair", 3, found)
    ]
    assert len(glossary.entries) == 3


def test_what_is_wrong_inside_an_item_is_told_as_in_a_table() -> None:
    glossary = read("- crawler，爬虫（见上\n- widget，部件\n- as ... as，与……一样\n")
    assert [(fact.reports, fact.place.line, fact.found) for fact in glossary.facts] == [
        ("glossary-malformed", 1, "crawler，爬虫（见上"),
        ("glossary-dead", 3, "as ... as，与……一样"),
    ]


NO_GLOSSARY = [
    pytest.param("- 先安装 Python，再运行 make\n- 检查结果\n- 提交代码，等待 CI\n", id="steps"),
    pytest.param("- crawler：自动抓取网页并且建立索引的程序\n- widget：界面上可以放置的一小块内容\n", id="definitions"),
    pytest.param("Anna：你好\nBen：你好\nAnna：天气不错\nBen：是的\nAnna：再见\nBen：再见\n", id="speakers in turn"),
    pytest.param("本文介绍 agent。\n它由 LLM 驱动，能使用工具。\n下面是例子：\n", id="paragraphs"),
    pytest.param("```\n- crawler，爬虫\n- widget，部件\n```\n", id="code"),
    pytest.param("<!--\n- crawler，爬虫\n- widget，部件\n-->\n", id="a comment"),
    pytest.param("- [爬虫](a.md)\n- [部件](b.md)\n", id="a table of contents"),
    pytest.param("- Crawl: the web\n- Widget: a part\n", id="English alone"),
    pytest.param("- crawler，爬虫\n- 说明文字\n- 又一段说明\n", id="one row among others"),
    pytest.param("- crawler，爬虫\n", id="a single item"),
]


@pytest.mark.parametrize("text", NO_GLOSSARY)
def test_what_is_no_glossary(text: str) -> None:
    assert parse(text) is None


PROSE = "- 先安装工具\n- 再打开文件\n- 然后检查结果\n- 最后提交\n\n"


def test_a_file_that_was_only_found_must_be_a_glossary_for_the_most_part() -> None:
    rows = "# Terms\n\n- crawler，爬虫\n- widget，部件\n- node，节点\n"
    assert len(read(PROSE + rows).entries) == 3
    assert parse(PROSE + rows, strict=True) is None
    assert len(read(rows, strict=True).entries) == 3


def test_a_list_of_facts_about_the_file_is_no_glossary() -> None:
    text = (
        "- 版本：v1.0\n- 作者：Anna Berg\n- 许可：MIT\n\n# 术语\n\n- crawler，爬虫\n- widget，部件\n- node，节点\n- slot，插槽\n"
    )
    assert [entry.term for entry in read(text).entries] == ["crawler", "widget", "node", "slot"]


TABLE = "| English | 中文 |\n|---|---|\n| agent | 智能体 |\n| proxy | 代理 |\n\n"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ('- ❌ **"代理商"** → 必须使用 **"智能体"**', "agent → 智能体; forbids 代理商"),
        ('- ❌ **"代理"** → 必须使用 **"智能体"**', "agent → 智能体; forbids 代理"),
        ("- 代理人 → 智能体", "agent → 智能体; forbids 代理人"),
        ("- 不要用“代理人” → 请用“智能体”", "agent → 智能体; forbids 代理人"),
        ("- 智能体 (not 代理人)", "agent → 智能体; forbids 代理人"),
        ("- 智能体（不用“代理人”、“智能代理”）", "agent → 智能体; forbids 代理人 · 智能代理"),
        ("- 智能体，不是 agent", "agent → 智能体"),
        ("- 打开文件 → 保存", "agent → 智能体"),
    ],
)
def test_wrong_and_right_chinese_beside_a_glossary(item: str, expected: str) -> None:
    assert words(TABLE + item + "\n") == [expected, "proxy → 代理"]


def test_wrong_and_right_chinese_that_no_row_has_is_a_note() -> None:
    glossary = read(TABLE + "- 默认 (not 缺省)\n- 吗？ (not 么？)   # 疑问助词\n- 无法 (not 不能)：客观。\n")
    assert glossary.facts == ()
    assert glossary.notes == ("glossary.md: Chinese for Chinese that no row of the glossary has, left out: line 6, 7, 8",)


def test_a_list_beside_tables_is_read_with_them() -> None:
    below = "\n| 中文 | English |\n|---|---|\n| 钩子 | hook |\n"
    glossary = read(TABLE + "- cache，缓存\n- node，节点\n- queue，队列\n- thread，线程\n- lock，锁\n" + below)
    assert [entry.term for entry in glossary.entries] == ["agent", "proxy", "hook", "cache", "node", "queue", "thread", "lock"]
    assert glossary.facts == ()
    assert glossary.notes == ()


def test_a_list_that_contradicts_the_table_above_it_is_reported_at_its_line() -> None:
    glossary = read(TABLE + "- agent，代理人\n- node，节点\n- queue，队列\n- thread，线程\n- lock，锁\n")
    assert [(fact.reports, fact.place.line) for fact in glossary.facts] == [("glossary-conflict", 6)]


def test_an_item_of_a_list_beside_tables_that_is_no_row_is_reported_at_its_line() -> None:
    glossary = read(TABLE + "- cache，缓存\n- node，节点\n- 队列\n- thread，线程\n- lock，锁\n- hook，钩子\n")
    assert [(fact.reports, fact.place.line) for fact in glossary.facts] == [("glossary-malformed", 8)]


def test_a_short_list_beside_tables_is_left_out_and_said() -> None:
    glossary = read(TABLE + "- cache，缓存\n- node，节点\n")
    assert [entry.term for entry in glossary.entries] == ["agent", "proxy"]
    assert glossary.notes == ("glossary.md:6: a short list beside the tables of a glossary: left out",)


@pytest.mark.parametrize(
    "text",
    ["- " + "a，" * 200_000, "- " + "（" * 200_000, "- " + "→" * 200_000, "- " + " -" * 200_000, "- a，一\n" + "  b\n" * 100_000],
    ids=["commas", "brackets", "arrows", "dashes", "lines"],
)
def test_an_item_without_end_takes_no_time_without_end(text: str) -> None:
    """No assertion on seconds: a reader whose time grows with the square of the item would not come back from this."""
    assert parse(text) is None
