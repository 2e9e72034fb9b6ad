"""Which tables of a document are glossaries: those whose header pairs a source and a target column."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from linter.documents.language import has_han
from linter.documents.model import Table
from linter.patterns import lazy
from linter.syntax.spans import Span
from linter.syntax.tables import RawTable, clean

# What a header's words say.  Every word must be known: "English documentation" is no column of terms.
_SAYS = {
    "english": "english en eng en-us en-gb us 英文 英语 英語 英 西文",
    "chinese": "chinese zh chs cht cn tw hk zh-cn zh-tw zh-hk zh-hans zh-hant zh-hans-cn zh-hant-tw zh-hant-hk mandarin "
    "中文 汉语 漢語 华语 国语 国文 简体 簡體 繁体 繁體 正體 简中 繁中 中 汉 漢 大陆 大陸 台湾 台灣 臺灣 香港",
    "origin": "source src original origin 原文 原词 原語 原语 原 源语言 源文 源",
    "result": "target translation translations translated rendering 译文 譯文 译名 譯名 译法 譯法 译词 譯詞 译语 翻译 翻譯 译 譯 目标语言",
    "term": "term terms terminology word words phrase glossary 术语 術語 词汇 詞彙 单词 單字 词条 詞條 名词 名詞 词语 關鍵詞 关键词 概念 词 詞",
    "filler": "name text language string simplified traditional recommended preferred approved suggested required standard the in "
    "名称 名稱 名 语言 全称 推荐 建议 标准 对应 對應 参考 專有 专业 專業 专有 常用 表达 表述 字 的",
}
_MEANING = {word: sense for sense, words in _SAYS.items() for word in words.split()}
_LATIN = lazy(r"[a-z]+(?:[-_][a-z]+)*")
_HAN = lazy("|".join(sorted((word for word in _MEANING if not word.isascii()), key=len, reverse=True)))
_IGNORED = lazy(r"[\s()\[\]（）:：/|*_.,、·—–-]+")


def _role(header: str) -> str:
    """ "source", "target", "term" (the side that the other column leaves) or ""."""
    text = unicodedata.normalize("NFKC", header).lower()
    words = _LATIN.findall(text)
    rest = _LATIN.sub(" ", text)
    words += _HAN.findall(rest)
    if _IGNORED.sub("", _HAN.sub("", rest)):
        return ""
    senses = {_MEANING.get(word.replace("_", "-"), "") for word in words}
    if not senses or "" in senses or {"english", "chinese"} <= senses:
        return ""
    if "english" in senses:
        return "source"
    if "chinese" in senses:
        return "target"
    if "result" in senses:
        return "target"
    if "origin" in senses:
        return "source"
    return "term" if "term" in senses else ""


def glossary_columns(header: Sequence[str]) -> tuple[int, int] | None:
    """The (source, target) columns that a glossary's header names, or None for any other table.

    Markup around the names and their case do not matter.  A column called just "Term" or "术语" takes the side that the others
    leave: `Term | Translation`, but `术语 | 英文`.
    """
    roles = [_role(clean(name)) for name in header]
    source = roles.index("source") if "source" in roles else -1
    target = roles.index("target") if "target" in roles else -1
    if "term" in roles:
        if source < 0:
            source = roles.index("term")
        elif target < 0:
            target = roles.index("term")
    return (source, target) if source >= 0 and target >= 0 else None


_LATIN_CELL = lazy(r"[A-Za-z]")


def glossaries(tables: Sequence[RawTable]) -> list[Table]:
    """The glossary tables among all tables of a document.

    A header alone does not make one: a comparison may have columns `English` and `中文` with numbers in them.  Half of the rows
    must have Latin letters in the source column and a third must have Han in the target column.
    """
    found = []
    for table in tables:
        columns = glossary_columns([cell.text for cell in table.header])
        if columns is None:
            continue
        source, target = columns
        latin = sum(1 for row in table.rows if source < len(row) and _LATIN_CELL.search(row[source].text))
        han = sum(1 for row in table.rows if target < len(row) and has_han(row[target].text))
        if 2 * latin >= len(table.rows) and 3 * han >= len(table.rows):
            found.append(Table(table.header, table.rows, source, target, Span(*table.span)))
    return found
