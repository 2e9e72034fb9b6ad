"""Pipe tables: where they begin and end, what their cells say, and where."""

from __future__ import annotations

import pytest

from linter.syntax.tables import clean, tables

TABLE = "| 原文 | 中文 |\n|---|---|\n"

CELLS = [
    ("plain text stays", "智能体", "智能体"),
    ("bold and emphasis go", "**智能体** 与 _不译_", "智能体 与 不译"),
    ("code keeps its content", "`git push`", "git push"),
    ("a link is its text", "[slack](https://x.y \"t\")", "slack"),
    ("brackets without a target stay", "[[1]](https://x.y)", "[1]"),
    ("an escaped pipe is a pipe", "a \\| b", "a | b"),
    ("an escaped pipe in code, too", "`a \\| b`", "a | b"),
    ("an ampersand is text", "P&L", "P&L"),
    ("an entity is its character", "R&amp;D", "R&D"),
    ("an unknown tag is a placeholder", "git <command>", "git <command>"),
    ("a known tag is markup", "<b>智能体</b>", "智能体"),
    ("a break divides", "智能体<br>代理", "智能体；代理"),
    ("a footnote mark is dropped", "智能体[^1]", "智能体"),
    ("a comment is dropped", "智能体<!-- ? -->", "智能体"),
    ("struck-out text is dropped", "~~代理~~ 智能体", "智能体"),
    ("an identifier is not emphasis", "snake_case_name", "snake_case_name"),
    ("block markup means nothing in a cell", "# 一", "# 一"),
    ("a leading x is no mistake", "x**y**", "xy"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_cell_text(raw: str, text: str) -> None:
    assert clean(raw) == text


FOUND = [
    ("a table with outer pipes", TABLE + "| agent | 智能体 |\n", [["原文", "中文"], ["agent", "智能体"]]),
    ("a table without outer pipes", "A|B\n-|-\na|b\n\nend", [["A", "B"], ["a", "b"]]),
    ("aligned columns", "| A | B |\n|:--|:-:|\n| a | b |", [["A", "B"], ["a", "b"]]),
    ("no row at all", TABLE, [["原文", "中文"]]),
    ("cells more and fewer than the header has", "A|B\n-|-\na||c|\nd|", [["A", "B"], ["a", "", "c"], ["d"]]),
    ("an empty cell", TABLE + "| agent | |\n", [["原文", "中文"], ["agent", ""]]),
    ("prose right behind a table with pipes", TABLE + "| a | 甲 |\n此文 | 不是行\n", [["原文", "中文"], ["a", "甲"]]),
    ("a heading right behind a table without pipes", "A|B\n-|-\na|b\n# C | D\n", [["A", "B"], ["a", "b"]]),
    ("prose right above a table", "前言\n" + TABLE, [["原文", "中文"]]),
    ("in a quote", "> | A | B |\n> |---|---|\n> | a | b |\n", [["A", "B"], ["a", "b"]]),
    ("in a list item", "- 项\n\n    | A | B |\n    |---|---|\n    | a | b |\n", [["A", "B"], ["a", "b"]]),
    ("Windows line ends", "| A | B |\r\n|---|---|\r\n| a | b |\r\n", [["A", "B"], ["a", "b"]]),
    ("old Macintosh line ends", "| A | B |\r|---|---|\r| a | b |\r", [["A", "B"], ["a", "b"]]),
    ("not with another number of columns", "| A | B |\n|---|\n| a | b |", None),
    ("not in a code fence", "```\n| A | B |\n|---|---|\n```\n", None),
    ("not in an HTML comment", "<!--\n| A | B |\n|---|---|\n-->\n", None),
    ("not in indented code", "文。\n\n    | A | B |\n    |---|---|\n", None),
    ("not in front matter", "---\na | b\n--|--\n---\n", None),
    ("not a title with an underline", "A\n---\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_where_a_table_is(text: str, rows: list[list[str]] | None) -> None:
    found = [[[cell.text for cell in row] for row in (table.header, *table.rows)] for table in tables(text)]
    assert found == ([rows] if rows else [])


def test_a_cell_knows_its_range() -> None:
    text = "前\n\n| 原文 |  **中文**  |\r\n|---|---|\r\n| a \\| b | |\r\n"
    (table,) = tables(text)
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    assert [text[cell.span.start : cell.span.end] for cell in cells] == ["原文", "**中文**", "a \\| b", ""]
    assert text[table.span.start : table.span.end] == text[3:-2]


def test_a_table_knows_the_headings_above_it() -> None:
    text = f"# 术语 `表`\n\n## 甲 {{#a}}\n\n{TABLE}\n乙\n---\n\n{TABLE}\n丙\n===\n{TABLE}"
    assert [table.headings for table in tables(text)] == [("术语 表", "甲"), ("术语 表", "乙"), ("丙",)]


def test_two_tables_one_after_the_other() -> None:
    found = tables(TABLE + "| a | 甲 |\n\n" + TABLE + "| b | 乙 |\n")
    assert [table.rows[0][0].text for table in found] == ["a", "b"]
