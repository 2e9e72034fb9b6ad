"""The glossary that a PO catalogue carries in the comments of its header."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import entry_as_words

from linter.config import load_settings
from linter.documents.read import read_document
from linter.glossary.load import document_glossary, parse_glossary
from linter.glossary.model import Glossary
from linter.run import check
from linter.source import Source

TABLE = """\
#   English                          |  Chinese
#   ---------------------------------+--------------------------------------
#   ancestor                         |  祖先，祖先提交
#   chain                            |  （提交）链
#   commit-ish (also committish)     |  提交号
#   HEAD                             |  HEAD（头指针，亦即当前分支）
#   evil merge                       |  恶意合并（合并引入了额外变更，即父提交没有的修改）
#   stage                            |  n. 暂存区（即索引）; v. 暂存
#   working tree/worktree            |  工作区
"""
READ = [
    "ancestor → 祖先 · 祖先提交",
    "chain → 链; tolerates 提交链",
    "commit-ish · committish → 提交号",
    "HEAD → stays in English; tolerates 头指针 · 当前分支",
    "evil merge → 恶意合并; tolerates 合并引入了额外变更 · 父提交没有的修改",
    "stage → 暂存区 · 暂存; tolerates 索引",
    "working tree · worktree → 工作区",
]
HEAD = '# Chinese translations.\n# Contributors:\n#   - Anna Berg | 安娜 <anna AT example.org>\n#\n{}#\nmsgid ""\nmsgstr ""\n"Language: {}\\n"\n\n'
UNITS = """\
#: a.c
#, c-format
#| msgid "old | ancestor"
msgid "the ancestor of %s"
msgstr "%s 的祖先"

msgid "an evil merge"
msgstr "邪恶合并"
"""


def catalogue(table: str, language: str = "zh_CN") -> Source:
    return Source("po/zh_CN.po", HEAD.format(table, language) + UNITS)


def own(source: Source) -> Glossary:
    return document_glossary(read_document(source))


def words(found: Glossary) -> list[str]:
    return [entry_as_words(entry) for entry in found.entries]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_table_is_the_catalogues_own_glossary(end: str) -> None:
    found = own(Source("po/zh_CN.po", catalogue(TABLE).text.replace("\n", end)))
    assert words(found) == READ
    assert found.facts == ()
    assert found.entries[0].place == ("po/zh_CN.po", 7, 5, 7, 48)


def test_the_table_is_a_glossary_file_as_well() -> None:
    found = parse_glossary(catalogue(TABLE))
    assert found is not None
    assert words(found) == READ
    assert found.entries == own(catalogue(TABLE)).entries
    assert found.notes == ()


def test_chinese_for_chinese_below_the_table() -> None:
    found = parse_glossary(catalogue(TABLE + "#\n#  Preferred\n#\n#   - 工作区 (not 工作目录)\n#   - 默认 (not 缺省)\n"))
    assert found is not None
    assert words(found) == [*READ[:-1], READ[-1] + "; forbids 工作目录"]
    assert found.notes == ("po/zh_CN.po: Chinese for Chinese that no row of the glossary has, left out: line 18",)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "#  | English | 中文 |\n#  |---|---|\n#  | one | 一 |\n#  | two | 二 |\n#  | three | 三 |\n", id="pipes outside"
        ),
        pytest.param("#中文|英文\n#--|--\n#  一 | one\n#  二 | two\n#  三 | three\n", id="no space behind the mark"),
        pytest.param("#  中文 | English\n#  --+--\n#  一 | one\n#  二 | two\n#  三 | three\n", id="Chinese first"),
    ],
)
def test_other_ways_to_draw_it(table: str) -> None:
    found = own(catalogue(table))
    assert words(found) == ["one → 一", "two → 二", "three → 三"]


NONE = [
    pytest.param("", id="no table"),
    pytest.param("#  Anna | 安娜\n#  Ben | 本\n#  Carl | 卡尔\n#  Dora | 朵拉\n", id="no header"),
    pytest.param("#  English | Chinese\n#  one | 一\n#  two | 二\n#  three | 三\n", id="no ruler"),
    pytest.param("#  English | Chinese\n#  --------+--------\n#  one | 一\n#  two | 二\n", id="two rows"),
    pytest.param("#  File | Lines\n#  -----+------\n#  a.c | 1\n#  b.c | 2\n#  c.c | 3\n", id="another table"),
    pytest.param("#  English | Chinese\n#  -----+------\n#  a | 1\n#  b | 2\n#  c | 3\n", id="no Chinese in it"),
    pytest.param("#| English | 中文\n#| ---+---\n#| one | 一\n#| two | 二\n#| three | 三\n", id="previous texts"),
]


@pytest.mark.parametrize("table", NONE)
def test_a_catalogue_without_such_a_table_has_no_glossary(table: str) -> None:
    assert own(catalogue(table)) == Glossary()
    assert parse_glossary(catalogue(table)) is None


def test_a_catalogue_of_another_language_has_none() -> None:
    assert own(catalogue(TABLE, "ja")) == Glossary()


def test_a_table_further_down_is_none() -> None:
    assert own(Source("a.po", HEAD.format("", "zh_CN") + UNITS + TABLE + 'msgid "a"\nmsgstr "一"\n')) == Glossary()


@pytest.mark.parametrize("named", [False, True])
def test_a_run_follows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool) -> None:
    """A catalogue that is named as the glossary is checked as well."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zh.po").write_text(catalogue(TABLE).text, encoding="utf-8")
    result = check(["zh.po"], load_settings(isolated=True, glossaries=["zh.po"] if named else []))
    assert result.files == 1
    assert [finding.term for finding in result.findings if finding.code < "GL500"] == ["evil merge"]
