"""Loading files, and the glossary in force out of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.errors import UsageError
from linter.glossary.load import document_glossary, load_glossary, merge, parse_glossary
from linter.glossary.model import Glossary
from linter.source import Source


def glossary(path: str, *rows: str) -> Glossary:
    found = parse_glossary(Source(path, "| English | 中文 |\n|---|---|\n" + "".join(f"| {row} |\n" for row in rows)))
    assert found is not None
    return found


def seen(found: Glossary) -> list[tuple[str, str]]:
    return [(" / ".join(entry.source), " / ".join(entry.expected)) for entry in found.entries]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("g.csv", "en,zh\ncrawler,爬虫\n".encode("utf-8-sig")),
        ("g.csv", "en,zh\ncrawler,爬虫\n".encode("utf-16")),
        ("g.md", "| English | 中文 |\n|---|---|\n| crawler | 爬虫 |\n".encode("utf-8-sig")),
        ("g.yaml", "entries: [{source: crawler, target: 爬虫}]\n".encode("utf-8-sig")),
    ],
)
def test_a_byte_order_mark_is_no_part_of_the_first_cell(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = load_glossary(str(tmp_path / name), shown="g")
    assert seen(found) == [("crawler", "爬虫")]
    assert found.paths == ("g",)
    assert found.entries[0].place.path == "g"


def test_another_encoding_must_be_named(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes("en,zh\ncrawler,爬虫\n".encode("gb18030"))
    assert seen(load_glossary(str(path), "gb18030")) == [("crawler", "爬虫")]
    with pytest.raises(UsageError, match=r"g\.csv:2:9: the glossary cannot be read: not utf-8 at byte 14"):
        load_glossary(str(path), shown="g.csv")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("g.md", "# Terms\n", "no glossary entry in this file; expected is a table whose header"),
        ("g.csv", "en,zh\n", "no glossary entry"),
        ("g.yaml", "entries: x\n", "a list of entries is expected"),
        ("g.csv", "en,zh\ncrawler,\0\n", "a binary file"),
    ],
)
def test_a_file_that_is_no_glossary_is_an_error(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load_glossary(str(tmp_path / name))


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UsageError, match=r"no-such-glossary\.md: the glossary cannot be read"):
        load_glossary("no-such-glossary.md")


def test_a_file_of_bad_rows_alone_is_a_glossary_with_findings(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("en,zh\n???,问号\n", encoding="utf-8")
    found = load_glossary(str(tmp_path / "g.csv"))
    assert found.entries == ()
    assert [fact.values["why"] for fact in found.facts] == ["no-word"]


PROJECT = glossary("project.md", "crawler/spider | 爬虫", "widget | 部件", "TAIL | TAIL")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["slot | 插槽"], ["slot 插槽", "crawler / spider 爬虫", "widget 部件", "TAIL TAIL"], id="a new term"),
        pytest.param(["widget | 小部件"], ["widget 小部件", "crawler / spider 爬虫", "TAIL TAIL"], id="the document's row wins"),
        pytest.param(["Widget | 小部件"], ["Widget 小部件", "crawler / spider 爬虫", "TAIL TAIL"], id="with a capital too"),
        pytest.param(["crawler | 网虫"], ["crawler 网虫", "spider 爬虫", "widget 部件", "TAIL TAIL"], id="for one form of a row"),
        pytest.param(
            ["tail | 尾部"], ["tail 尾部", "crawler / spider 爬虫", "widget 部件", "TAIL TAIL"], id="case that tells terms apart"
        ),
    ],
)
def test_a_document_over_a_project(rows: list[str], expected: list[str]) -> None:
    found = merge(glossary("document.md", *rows), PROJECT)
    assert [f"{term} {rendering}" for term, rendering in seen(found)] == expected
    assert found.facts == ()
    assert found.paths == ("document.md", "project.md")


def test_two_files_of_a_project_are_equal_in_rank() -> None:
    found = merge(Glossary(), PROJECT, glossary("more.md", "widget | 部件", "crawler | 网虫", "slot | 插槽"))
    assert [f"{term} {rendering}" for term, rendering in seen(found)] == [
        "crawler / spider 爬虫",
        "widget 部件",
        "TAIL TAIL",
        "crawler 网虫",
        "slot 插槽",
    ]
    assert [(fact.reports, fact.place.path, fact.place.line, fact.found) for fact in found.facts] == [
        ("glossary-conflict", "more.md", 4, "crawler | 网虫")
    ]


def test_what_was_told_of_a_file_is_told_once() -> None:
    twice = glossary("twice.md", "crawler | 爬虫", "crawler | 网虫")
    assert len(merge(Glossary(), twice, PROJECT).facts) == 1 + 1  # its own, and one against the project
    assert merge(Glossary(), twice).facts == twice.facts
    assert merge(twice, twice).facts == twice.facts


def test_merging_one_glossary_under_nothing_changes_nothing() -> None:
    assert merge(Glossary(), PROJECT) == PROJECT
    assert merge(Glossary()) == Glossary()


def test_the_tables_of_a_document_are_its_glossary() -> None:
    from linter.documents.read import read_document

    text = "# Talk\n\nText.\n\n| 原文 | 中文 | 备注 |\n|---|---|---|\n| crawler | 爬虫 | 禁用“网虫” |\n| widget | 部件（见 | |\n"
    found = document_glossary(read_document(Source("talk.md", text)))
    assert [(entry.term, entry.preferred, entry.deprecated, entry.place.line) for entry in found.entries] == [
        ("crawler", "爬虫", ("网虫",), 7),
        ("widget", "部件", (), 8),
    ]
    assert [(fact.values["why"], fact.place.line, fact.found) for fact in found.facts] == [("unclosed", 8, "部件（见")]
