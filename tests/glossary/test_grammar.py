"""The cell grammar: every example of docs/glossary.md, and the parts that a page cannot show well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rows import entry_as_words, row, told

from linter.glossary.cells import read_source_cell, read_target_cell
from linter.glossary.columns import Columns, columns
from linter.glossary.load import parse_glossary
from linter.glossary.rows import WHYS
from linter.source import Source
from linter.syntax.tables import tables

PAGE = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
TEXT = PAGE.read_text(encoding="utf-8")


def _examples() -> list[tuple[list[str], Columns, str]]:
    found = []
    for table in tables(TEXT):
        header = [cell.text for cell in table.header]
        names = columns(header)
        if header[-1] == "Read as" and names is not None:
            found += [([cell.text for cell in cells[:-1]], names, cells[-1].text) for cells in table.rows]
    return found


EXAMPLES = _examples()


@pytest.mark.parametrize(("cells", "names", "expected"), EXAMPLES, ids=[" | ".join(cells) for cells, _, _ in EXAMPLES])
def test_an_example_of_the_page_is_read_as_it_says(cells: list[str], names: Columns, expected: str) -> None:
    assert row(cells, names) == expected


SHOWN = re.findall(r"^```(markdown|po|yaml)\n((?:(?!```).*\n)*)```\n\n```text\n((?:(?!```).*\n)*)```$", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("kind", "text", "expected"), SHOWN, ids=[text.split("\n")[0] for _, text, _ in SHOWN])
def test_a_list_of_the_page_is_read_as_it_says(kind: str, text: str, expected: str) -> None:
    glossary = parse_glossary(Source(f"glossary.{'md' if kind == 'markdown' else kind}", text))
    assert glossary is not None
    assert [entry_as_words(entry) for entry in glossary.entries] == expected.splitlines()
    assert glossary.facts == ()


def test_the_page_has_its_examples_and_names_every_code() -> None:
    assert len(EXAMPLES) > 90
    assert len(SHOWN) == TEXT.count("```text\n") == 6
    assert all(f"| `{why}` |" in TEXT for why in WHYS)


@pytest.mark.parametrize(
    ("cell", "forms"),
    [
        ("crawler；spider", ("crawler", "spider")),
        ("“crawler”", ("crawler",)),
        ("crawler：", ("crawler",)),
        ("data set/corpus", ("data set", "data corpus", "data set/corpus")),
        ("machine learning/ML", ("machine learning", "ML")),
        ("HTTP/HTTPS", ("HTTP", "HTTPS")),
        ("Zero, One, & Few Shots", ("Zero, One, & Few Shots",)),
        ("(crawler)", ("crawler",)),
        ("multi(-)tenant", ("multitenant", "multi-tenant")),
        ("C++", ("C++",)),
        ("list[int]", ("list[int]",)),
        ("crawler（网络爬虫）", ("crawler",)),
        ("crawler [^2]", ("crawler",)),
        ("cra\u200bwler", ("crawler",)),
        ("cafe\u0301", ("café",)),
        ("AT&amp;T", ("AT&T",)),
    ],
)
def test_the_forms_of_a_source_cell(cell: str, forms: tuple[str, ...]) -> None:
    assert read_source_cell(cell).forms == forms


@pytest.mark.parametrize(
    ("cell", "short"),
    [
        ("Chain of Custody (CoC)", ("CoC",)),
        ("Web of Things (WoT)", ("WoT",)),
        ("CoffeeScript (CS)", ("CS",)),
        ("selector (CSS)", ()),
        ("render function (JS)", ()),
        ("Act (Reason and Plan)", ()),
    ],
)
def test_an_abbreviation_is_told_from_a_context(cell: str, short: tuple[str, ...]) -> None:
    assert read_source_cell(cell).abbreviations == short


@pytest.mark.parametrize(
    ("source", "cell", "preferred"),
    [
        ("node", "不译", None),
        ("name", "不翻译", None),
        ("pending", "待定", "待定"),
        ("do not translate", "不翻译", "不翻译"),
        ("noun", "名词", "名词"),
        ("context-dependent", "视语境而定", "视语境而定"),
        ("attention", "注意力（注意力机制）", "注意力"),
        ("not", "非", "非"),
    ],
)
def test_a_rendering_that_looks_like_an_instruction(source: str, cell: str, preferred: str | None) -> None:
    assert read_target_cell(cell, (source,)).preferred == preferred


def test_a_rendering_that_is_the_abbreviation_is_preferred_and_not_kept() -> None:
    assert told("Leaky Unit (LU)", "LU") == "Leaky Unit · LU → LU"
    assert told("Leaky Unit", "Leaky unit") == "Leaky Unit → stays in English"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("widget",), "widget → undecided; problem: missing-cells"),
        (("widget", "部件", "x"), "widget → 部件; problem: extra-cells"),
        (("widget", "部件", "", " "), "widget → 部件"),
    ],
)
def test_a_row_with_too_few_or_too_many_cells(cells: tuple[str, ...], expected: str) -> None:
    assert told(*cells) == expected


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Forbidden (zh_CN) | Required (zh_TW) | English", ("接口", "介面", "interface"), "interface → 介面; forbids 接口"),
        ("词条 | English | 状态", ("部件", "widget", "草案"), "widget → 部件; proposed"),
        ("English | 中文 | translate", ("widget", "部件", "no"), "widget → stays in English; tolerates 部件"),
        ("English | 中文 | 词性", ("widget", "部件", "n."), "widget → 部件; noun"),
        ("English | 中文 | 其他译法", ("widget", "部件", "小部件、组件（旧）"), "widget → 部件 · 小部件 · 组件"),
        ("English | 中文 | 来源", ("widget", "部件", "禁用“组件”"), "widget → 部件"),
    ],
)
def test_a_column_beside_the_two_languages(header: str, cells: tuple[str, ...], expected: str) -> None:
    assert told(*cells, header=header) == expected


@pytest.mark.parametrize("mark", ["（", "/", "不", "“a", "译为", "、词", "A/", "“a”或", "又称", "= →", "_a*"])
def test_a_cell_without_end_takes_no_time_without_end(mark: str) -> None:
    """No assertion on seconds: a reader whose time grows with the square of the cell would not come back from this."""
    cell = mark * 200_000
    assert read_source_cell(cell).forms or read_source_cell(cell).problems
    read_target_cell(cell)
