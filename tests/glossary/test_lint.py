"""What is wrong with the rows of a glossary as a whole."""

from __future__ import annotations

import pytest

from linter.finding import Fact
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.source import Source

Rows = list[str]


def parse(*tables: Rows, path: str = "glossary.md") -> Glossary:
    text = "\n\nSome prose.\n\n".join(
        "| English | 中文 |\n|---|---|\n" + "\n".join(f"| {row} |" for row in rows) for rows in tables
    )
    glossary = parse_glossary(Source(path, text + "\n"))
    assert glossary is not None
    return glossary


def facts(*tables: Rows) -> list[tuple[str, int, list[int]]]:
    """Name and line of each fact, and the lines of the places that belong to it."""
    return [(f.reports, f.place.line, [place.line for place, _ in f.related]) for f in parse(*tables).facts]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["crawler | 爬虫", "widget | 部件"], [], id="two terms"),
        pytest.param(["crawler | 爬虫", "crawler | 爬虫"], [("glossary-duplicate", 4, [3])], id="a row twice"),
        pytest.param(
            ["crawler | 爬虫", "`crawler` | **爬虫**"], [("glossary-duplicate", 4, [3])], id="a row twice, in other markup"
        ),
        pytest.param(["crawler | 爬虫/蜘蛛", "crawler | 爬虫"], [("glossary-duplicate", 4, [3])], id="a row that allows more"),
        pytest.param(["crawler | 爬虫", "crawler | 蜘蛛"], [("glossary-conflict", 4, [3])], id="two translations"),
        pytest.param(
            ["crawler | 爬虫", "web crawler/crawler | 蜘蛛"], [("glossary-conflict", 4, [3])], id="a form of another row"
        ),
        pytest.param(["crawler | 不译", "crawler | 爬虫"], [("glossary-conflict", 4, [3])], id="kept and translated"),
        pytest.param(["crawl (n.) | 爬取", "crawl (v.) | 抓取"], [], id="told apart by part of speech"),
        pytest.param(["TAIL | TAIL", "tail | 尾部"], [], id="told apart by case"),
        pytest.param(["throw (a ball) | 投掷", "raise/throw (an error) | 抛出"], [], id="told apart by their brackets"),
        pytest.param(["state | 状态（程序运行的情况）", "state | 国家（政治实体）"], [], id="told apart by notes"),
        pytest.param(["state | 状态", "state | 国家（根据上下文选择）"], [], id="told apart by the context"),
        pytest.param(["crawler | —", "crawler | 爬虫"], [], id="one is undecided"),
        pytest.param(["crawler | 爬虫", "spider | 爬虫"], [("glossary-ambiguous", 4, [3])], id="two terms, one translation"),
        pytest.param(["repo | 仓库", "repository | 仓库", "repos | 仓库"], [], id="forms of one word"),
        pytest.param(["standard library | 标准库", "SL | 标准库"], [], id="an abbreviation"),
        pytest.param(["???| 问号"], [("glossary-dead", 3, [])], id="a term that is never found"),
    ],
)
def test_rows_of_one_table(rows: Rows, expected: list[tuple[str, int, list[int]]]) -> None:
    assert facts(rows) == expected


BASE = ["crawler | 爬虫", "widget | 部件", "slot | 插槽"]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param([BASE, BASE], [], id="the same table twice"),
        pytest.param([BASE, [*BASE, "guard | 守卫"]], [("glossary-tables-differ", 14, [3])], id="a row more in the second"),
        pytest.param([[*BASE, "guard | 守卫"], BASE], [("glossary-tables-differ", 6, [12])], id="a row more in the first"),
        pytest.param([BASE, [*BASE[:2], "slot | 槽位"]], [("glossary-tables-differ", 13, [5])], id="a row that differs"),
        pytest.param([BASE, [*BASE[:2], "slot | 插槽/槽位"]], [("glossary-tables-differ", 13, [5])], id="a row that allows more"),
        pytest.param([BASE, ["guard | 守卫", "state | 状态"]], [], id="tables about different things"),
        pytest.param([BASE, ["guard | 守卫", "crawler | 爬虫"]], [], id="a row that both have"),
        pytest.param(
            [BASE, ["guard | 守卫", "crawler | 蜘蛛"]],
            [("glossary-conflict", 12, [3])],
            id="a row that contradicts another table",
        ),
    ],
)
def test_rows_of_two_tables(tables: list[Rows], expected: list[tuple[str, int, list[int]]]) -> None:
    assert facts(*tables) == expected


def test_the_same_table_twice_gives_its_rows_once() -> None:
    assert [(entry.term, entry.place.line) for entry in parse(BASE, BASE).entries] == [("crawler", 3), ("widget", 4), ("slot", 5)]


def test_the_words_of_a_bracket_tell_entries_apart_only_where_there_are_two() -> None:
    entries = parse(["throw (a ball) | 投掷", "raise/throw (an error) | 抛出", "emit (an event) | 触发"]).entries
    assert [entry.when for entry in entries] == [("ball",), ("error",), ()]


def test_a_fact_knows_both_rows() -> None:
    (fact,) = parse(["crawler | 爬虫/蜘蛛", "crawler | 网虫"]).facts
    assert fact == Fact(
        "glossary-conflict",
        fact.place,
        {"term": "crawler", "found": "网虫", "expected": "爬虫、蜘蛛", "why": "", "other": "crawler", "line": "3"},
        "crawler | 网虫",
        "crawler",
        fact.related,
    )
    assert [(place.line, key) for place, key in fact.related] == [(3, "other-row")]
