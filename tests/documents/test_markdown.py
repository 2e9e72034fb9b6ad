"""Markdown documents: kinds, levels, groups, languages."""

from __future__ import annotations

import pytest
from reading import read, shown

CASES: list[tuple[str, str, list[str]]] = [
    ("headings have levels", "# 一\n\n### 二\n", ["heading1 zh 一", "heading3 zh 二"]),
    ("items have the depth of their list", "- 一\n  - 二\n", ["item1 zh 一", "item2 zh 二"]),
    ("a second paragraph of an item is none", "- 一\n\n  二\n", ["item1 zh 一", "paragraph zh 二"]),
    ("cells", "| 甲 | B1 |\n|---|---|\n", ["cell zh 甲", "cell - B1"]),
    ("a picture alone is a title", "![结构图](a.png)\n", ["title zh □结构图□"]),
    ("comments keep the level of headings", "<!-- ## Two Lists -->\n\n## 两个列表\n", ["comment2 en Two Lists", "heading2 zh 两个列表"]),
    ("lists in comments are comments", "<!--\nBoth:\n- one\n-->\n", ["comment en Both:", "comment en one"]),
    ("a heading in both languages", "# Tool Use | 工具使用\n", ["heading1 en Tool Use", "heading1 zh 工具使用"]),
    ("with only a space, as all headings are", "# Tool Use 工具使用\n\n## Memory 记忆\n",
     ["heading1 en Tool Use", "heading1 zh 工具使用", "heading2 en Memory", "heading2 zh 记忆"]),
    ("but not where most headings are Chinese", "# Docker 入门\n\n## 安装\n\n## 使用\n", ["heading1 zh Docker 入门", "heading2 zh 安装", "heading2 zh 使用"]),
    ("the line below a heading translates it", "# Tool Use\n工具使用\n\n文。\n", ["heading1 en Tool Use", "heading1 zh 工具使用", "paragraph zh 文。"]),
    ("also with text right below", "# Tool Use\n  工具使用\nTools are used.\n工具被使用。\n",
     ["heading1 en Tool Use", "heading1 zh 工具使用", "paragraph en Tools are used.", "paragraph zh 工具被使用。"]),
    ("but a sentence is text", "# Tool Use\n工具被使用。\n", ["heading1 en Tool Use", "paragraph zh 工具被使用。"]),
    ("sentences of both languages on a line of a bilingual block",
     "The tide turns here.\n潮水在这里转向。 Every boat waits for it. And so do we.\n船都在等它。\n",
     ["paragraph en The tide turns here.", "paragraph zh 潮水在这里转向。", "paragraph en Every boat waits for it. And so do we.",
      "paragraph zh 船都在等它。"]),
    ("a translation inside a comment is not in force", "<!--\nThe tide turns here.\n\n潮水在此转向。\n-->\n\n潮水在这里转向。\n",
     ["comment en The tide turns here.", "paragraph zh 潮水在这里转向。"]),
    ("prose behind a glossary table is prose", "前言\n| 原文 | 中文 |\n|---|---|\n| agent | 智能体 |\n后记 | 有竖线。\n",
     ["paragraph zh 前言", "paragraph zh 后记 | 有竖线。"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passages"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_passages(text: str, passages: list[str]) -> None:
    assert shown(text) == passages


def test_the_cells_of_a_row_share_a_group() -> None:
    document = read("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n<table><tr><td>戊</td><td>己</td></tr></table>\n\n# Both | 两者")
    groups = [passage.group for passage in document.passages]
    assert groups[0] == groups[1] < groups[2] == groups[3] < groups[4] == groups[5] < groups[6] == groups[7]


def test_the_passages_of_a_comment_share_a_block() -> None:
    document = read("<!-- One thing.\n\nAnother thing. -->\n\n一件。\n\n另一件。\n\n<!-- A third thing. -->")
    assert [passage.block for passage in document.passages] == [0, 0, -1, -1, 1]


def test_a_glossary_table_is_a_table_with_places() -> None:
    text = "| No | 英文 | **中文** |\r\n|--|--|--|\r\n| 1 | agent | `智能体` |\r\n"
    document = read(text)
    (table,) = document.tables
    assert (table.source_column, table.target_column) == (1, 2)
    assert [cell.text for cell in table.rows[0]] == ["1", "agent", "智能体"]
    assert text[slice(*table.rows[0][2].span)] == "`智能体`"
    assert document.passages == []


@pytest.mark.parametrize("path", ["a.MD", "a.markdown", "a.mdx", "a.lagda.md"])
def test_names_of_markdown_files(path: str) -> None:
    assert read("# 一", path).format == "markdown"


@pytest.mark.parametrize("path", ["a.txt", "a", "README", "a.md.bak"])
def test_every_other_name_is_text(path: str) -> None:
    assert read("一", path).format == "text"
