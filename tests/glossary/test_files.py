"""Glossary files: tables in Markdown and text, CSV, TSV; where their rows stand, and what cannot be read of them."""

from __future__ import annotations

import pytest
from rows import entry_as_words

from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.glossary.rows import DEAD
from linter.source import Source

Seen = dict[str, tuple[str, ...]]


def parse(text: str, path: str = "glossary.md") -> Glossary:
    glossary = parse_glossary(Source(path, text))
    assert glossary is not None
    return glossary


def seen(text: str, path: str) -> Seen:
    return {entry.term: entry.expected for entry in parse(text, path).entries}


TWO = {"crawler": ("爬虫",), "widget": ("部件",)}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("g.md", "| English | 中文 |\n|---|---|\n| crawler | 爬虫 |\n| widget | 部件 |\n", id="a table"),
        pytest.param(
            "g.md",
            "| 中文 | n | English |\n|-|-|-|\n| 爬虫 | 1 | crawler |\n| 部件 | 2 | widget |\n",
            id="other order, more columns",
        ),
        pytest.param("g.md", "x\n\n| A | B |\n|-|-|\n| crawler | 爬虫 |\n| widget | 部件 |\n", id="a header that says nothing"),
        pytest.param(
            "g.md", "| A | B |\n|-|-|\n| 爬虫 | crawler |\n| 部件 | widget |\n", id="a header that says nothing, Chinese first"
        ),
        pytest.param(
            "g.md",
            "| File | Notes |\n|-|-|\n| a.md | 说明 |\n\n| Term | 译文 |\n|-|-|\n| crawler | 爬虫 |\n| widget | 部件 |\n",
            id="a table that is no glossary beside one that is",
        ),
        pytest.param("g.txt", "English|中文\n--|--\ncrawler|爬虫\nwidget|部件\n", id="text, without outer pipes"),
        pytest.param("g.txt", "English\t中文\ncrawler\t爬虫\nwidget\t部件\n", id="text with tabs"),
        pytest.param("GLOSSARY", "| English | 中文 |\n|---|---|\n| crawler | 爬虫 |\n| widget | 部件 |\n", id="no suffix"),
        pytest.param("g.csv", "en,zh\ncrawler,爬虫\nwidget,部件\n", id="csv"),
        pytest.param("g.csv", "en,zh\r\ncrawler,爬虫\r\nwidget,部件\r\n", id="csv, CRLF"),
        pytest.param("g.csv", "en,zh\rcrawler,爬虫\rwidget,部件", id="csv, CR, no last line end"),
        pytest.param("g.csv", 'en,zh\n"crawler","爬虫"\n"widget" , "部件"\n', id="csv, quoted"),
        pytest.param("g.csv", "crawler,爬虫\nwidget,部件\n", id="csv, no header"),
        pytest.param("g.csv", "爬虫,crawler\n部件,widget\n", id="csv, no header, Chinese first"),
        pytest.param("g.csv", "foo,bar\ncrawler,爬虫\nwidget,部件\n", id="csv, a header of unknown words"),
        pytest.param("g.csv", "sep=;\nen;zh\ncrawler;爬虫\nwidget;部件\n", id="csv, the separator named"),
        pytest.param("g.csv", "en;zh\ncrawler;爬虫\nwidget;部件\n", id="csv, semicolons"),
        pytest.param(
            "g.csv", "# ours\n\nen,zh\n\ncrawler,爬虫\n,\nwidget,部件\nen,zh\n", id="csv, a comment, blank rows, the header again"
        ),
        pytest.param("g.tsv", "en\tzh\ncrawler\t爬虫\nwidget\t部件\n", id="tsv"),
        pytest.param("g.tsv", 'en\tzh\ncrawler\t"爬虫"\nwidget\t部件\n', id="tsv, quoted"),
    ],
)
def test_a_glossary_in_many_shapes(path: str, text: str) -> None:
    assert seen(text, path) == TWO
    assert parse(text, path).facts == ()


def test_a_row_stands_where_its_cells_stand() -> None:
    glossary = parse("\n\n| English | 中文 |\r\n|---|---|\r\n|  crawler | **爬虫** |\r\n")
    assert glossary.entries[0].place == ("glossary.md", 5, 4, 5, 20)


def test_a_record_may_have_several_lines() -> None:
    glossary = parse('en,zh,note\ncrawler,爬虫,"one\ntwo"\nwidget,"部件\n小部件",\n', "g.csv")
    assert [(entry.place.line, entry.place.end_line) for entry in glossary.entries] == [(2, 3), (4, 5)]
    (entry,) = parse('en,zh\ncrawler,"\n爬虫"\n', "g.csv").entries
    assert entry.place == ("g.csv", 2, 1, 3, 4)
    assert [entry.expected for entry in glossary.entries] == [("爬虫",), ("部件", "小部件")]


@pytest.mark.parametrize(
    ("text", "why", "found", "place"),
    [
        ("en,zh\ncrawler\n", "missing-cells", "crawler", (2, 1, 2, 8)),
        ("en,zh\ncrawler,爬虫,蜘蛛\n", "extra-cells", "蜘蛛", (2, 12, 2, 14)),
        ('en,zh\ncrawler,"爬虫\nwidget,部件\n', "unclosed-quote", '"爬虫', (2, 9, 2, 12)),
        ("en,zh\n,爬虫\n", "no-source", "", (2, 1, 2, 1)),
        ("en,zh\n crawler , 爬虫（见 \n", "unclosed", "爬虫（见", (2, 12, 2, 16)),
        ('en,zh\n"爬虫",crawler\n', "source-is-chinese", '"爬虫"', (2, 1, 2, 5)),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() and "\n" not in value else "",
)
def test_what_is_wrong_with_a_record_is_told_at_its_cell(text: str, why: str, found: str, place: tuple[int, ...]) -> None:
    (fact,) = parse(text, "g.csv").facts
    reports = "glossary-dead" if why in DEAD else "glossary-malformed"
    assert (fact.reports, fact.values["why"], fact.found, fact.place[1:]) == (reports, why, found, place)


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    assert set(seen('en,zh\n"crawler,爬虫\nwidget,部件\n', "g.csv")) == {"crawler", "widget"}


def test_a_quote_may_hold_separators_and_quotes() -> None:
    glossary = parse('en,zh,note\ncrawler,爬虫,"a ""b"", c"\n', "g.csv")
    assert glossary.entries[0].note == 'a "b", c'


def test_what_is_wrong_with_a_row_is_told_at_its_cell() -> None:
    (fact,) = parse("| English | 中文 |\n|---|---|\n| crawler | `爬虫`（见 |\n").facts
    assert (fact.values["term"], fact.values["found"], fact.found) == ("crawler", "爬虫（见", "`爬虫`（见")
    assert fact.place == ("glossary.md", 3, 13, 3, 19)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("g.md", ""),
        ("g.md", "# Glossary\n\nNothing yet.\n"),
        ("g.md", "| English | 中文 |\n|---|---|\n"),
        ("g.md", "| File | Size |\n|---|---|\n| a.md | 12 |\n"),
        ("g.csv", ""),
        ("g.csv", "\n\n"),
        ("g.csv", "en,zh\n"),
        ("g.tsv", "en\tzh\n\t\n"),
        ("g.yaml", ""),
        ("g.yaml", "# nothing\n"),
        ("g.yaml", "entries: []\n"),
        ("g.txt", "just text\n"),
    ],
)
def test_a_file_without_an_entry_is_no_glossary(path: str, text: str) -> None:
    assert parse_glossary(Source(path, text)) is None


AITD = """\
索引编号|英文术语|中文翻译|常用缩写|来源&扩展|备注
{}AITD-00003|Accept-Reject Sampling Method|接受-拒绝抽样法/接受-拒绝采样法||[1]||
AITD-01545|Random Forest|随机森林|RF、RFS|[[1]](https://example.org/a_(b))[[2]](https://example.org)|统计|
AITD-00056|Area Under ROC Curve|AUC（ROC曲线下方面积，度量分类模型好坏的标准）|AUC|[1]||
AITD-00953|L-BFGS|L-BFGS|||
AITD-02095|3D Cartesian|三维笛卡尔（坐标）| |[[1]](https://example.org)||
AITD-00199|Catastrophic Forgetting|灾难性遗忘 || |
AITD-01006|Label Propagation|标记传播||[1]||
"""


@pytest.mark.parametrize("ruler", ["", "-|-|-|-|-|-\n", "--- | :---: | --- | --- | --- | ---\n"])
@pytest.mark.parametrize("path", ["g.md", "g.txt", "GLOSSARY"])
def test_a_table_without_outer_pipes_and_without_a_ruler(path: str, ruler: str) -> None:
    glossary = parse(AITD.format(ruler), path)
    assert glossary.facts == ()
    assert [entry_as_words(entry) for entry in glossary.entries] == [
        "Accept-Reject Sampling Method → 接受-拒绝抽样法 · 接受-拒绝采样法",
        "Random Forest · RF · RFS → 随机森林; tolerates RF · RFS",
        "Area Under ROC Curve · AUC → AUC; tolerates ROC曲线下方面积",
        "L-BFGS → stays in English",
        "3D Cartesian → 三维笛卡尔; tolerates 三维笛卡尔坐标 · 坐标",
        "Catastrophic Forgetting → 灾难性遗忘",
        "Label Propagation → 标记传播",
    ]


def test_a_table_with_outer_pipes_and_without_a_ruler() -> None:
    assert seen("| English | 中文 |\n| crawler | 爬虫 |\n| widget | 部件 |\n", "g.md") == TWO


def test_a_table_of_another_shape_is_left_out_and_said() -> None:
    glossary = parse(
        "| English | 中文 |\n|---|---|\n| crawler | 爬虫 |\n\n"
        "| 中文 | 约定写法 |\n|---|---|\n| 其他/其它 | 统一为“其他” |\n| 您 | 你 |\n"
    )
    assert [entry.term for entry in glossary.entries] == ["crawler"]
    assert glossary.facts == ()
    assert glossary.notes == ("glossary.md:5: a table without a column for each language: left out",)


SECTION = "## {}\n\n| English | 中文 |\n|---|---|\n| component | {} |\n| {} | {} |\n\n"


@pytest.mark.parametrize(
    ("titles", "conflicts"),
    [(("前端领域", "电路领域"), 0), (("In the context of physics", "In the context of law"), 0), (("A", "B"), 1)],
)
def test_titles_that_name_domains_tell_rows_apart(titles: tuple[str, str], conflicts: int) -> None:
    text = SECTION.format(titles[0], "组件", "page", "页面") + SECTION.format(titles[1], "元件", "wire", "导线")
    assert [fact.reports for fact in parse(text).facts] == ["glossary-conflict"] * conflicts


def test_rows_that_several_tables_share_are_one() -> None:
    text = SECTION.format("A", "组件", "page", "页面") + SECTION.format("B", "组件", "wire", "导线")
    glossary = parse(text)
    assert glossary.facts == ()
    assert [entry.term for entry in glossary.entries] == ["component", "page", "wire"]
