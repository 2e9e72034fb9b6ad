"""Glossary files: tables in Markdown and text, CSV, TSV; where their rows stand, and what cannot be read of them."""

from __future__ import annotations

import pytest

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
