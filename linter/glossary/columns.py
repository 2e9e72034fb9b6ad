"""Which column of a table holds what: by its header, or by what stands in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from linter.documents.headers import glossary_columns
from linter.glossary.text import has_han
from linter.patterns import lazy
from linter.records import NamedTuple

# Roles of the columns beside source and target.  A header is matched whole, after "the" parts in brackets are left out.
_ROLES = {
    "abbreviation": "abbr|abbrev|abbreviation|abbreviations|acronym|acronyms|short|short form"
    "|缩写|常用缩写|英文缩写|简写|简称|英文简称|縮寫",
    "note": "note|notes|remark|remarks|comment|comments|description|explanation|usage|usage note"
    "|备注|说明|注释|注|注意|解释|用法|使用说明|补充|补充说明|備註|說明|註|補充",
    "context": "context|domain|field|subject field|scope|category|语境|领域|场景|上下文|适用范围|范围|学科|类别|分类|領域|適用範圍",
    "pos": "pos|part of speech|part-of-speech|word class|词性|詞性",
    "deprecated": "forbidden|forbidden terms|deprecated|avoid|to avoid|wrong|incorrect|prohibited|banned|disallowed|do not use|don't use|not allowed"
    "|禁用|禁用词|禁用译法|禁用译名|禁止|禁止使用|避免|避免使用|不要用|不用|不使用|勿用|错误|错误译法|错译|误译|禁译|弃用|不推荐|不推荐译法|錯誤譯法|禁用詞",
    "admitted": "alternative|alternatives|synonym|synonyms|admitted|allowed|acceptable|also|also allowed|variants|other translations"
    "|其他译法|其它译法|其他译名|别名|备选|备选译法|同义词|又译|也译|可接受|可用|亦可|別名|同義詞",
    "status": "status|state|状态|审核状态|狀態",
    "translate": "translate|translatable|是否翻译|翻译与否|是否译|是否翻譯",
    "unless": "unless|except|exceptions|not in|例外|除外|例外情况",
    "case": "case|case sensitive|case-sensitive|casesensitive|区分大小写|大小写敏感",
}
_SCRIPTS = {
    "zh-Hant-HK": lazy(r"zh[-_](?:hant[-_])?hk|\bhk\b|香港|港"),
    "zh-Hant-TW": lazy(r"zh[-_](?:tw|hant)|\b(?:tw|cht)\b|繁|正體|正体|台湾|台灣|臺灣"),
    "zh-Hans": lazy(r"zh[-_](?:cn|hans)|\b(?:cn|chs)\b|简|簡|大陆|大陸"),
}
DEFAULT = "zh-Hans"
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names.split("|")}
_BRACKETS = lazy(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
SAMPLE = 200  # rows that are looked at where the header says nothing


class Columns(NamedTuple):
    """Indices of the columns; `extra` pairs the index of each further column with its role.

    `locales`: (index, script) of each target column where there are several; `target` is one of them.
    """

    source: int
    target: int
    extra: tuple[tuple[int, str], ...] = ()
    locales: tuple[tuple[int, str], ...] = ()


def columns(header: Sequence[str], known: tuple[int, int] | None = None) -> Columns | None:
    """The columns that a header names, or None where it names no source and target.  `known`: (source, target) when they are known."""
    pair = known or glossary_columns(header)
    if pair is None:
        return None
    named = [(at, script) for at, name in enumerate(header) if (script := _script(name)) and glossary_columns(("en", name))]
    scripts = {script: at for at, script in reversed(named)}  # of two columns for one script the first counts
    if len(scripts) < 2:
        return Columns(*pair, extra=_extra(header, pair))
    target = scripts.get(DEFAULT, pair[1])
    locales = tuple(sorted((at, script) for script, at in scripts.items()))
    return Columns(pair[0], target, _extra(header, (pair[0], target)), locales)


def columns_by_content(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a table whose header says nothing: most cells English here, most cells Chinese there."""
    roles = dict(_extra(header, (-1, -1)))
    sample = [row for row in rows[:SAMPLE] if any(row)]
    width = max((len(row) for row in sample), default=0)
    english = [0] * width
    chinese = [0] * width
    for row in sample:
        for at, cell in enumerate(row):
            if has_han(cell):
                chinese[at] += 1
            elif any(char.isalpha() for char in cell):
                english[at] += 1
    free = [at for at in range(width) if at not in roles]
    source = max(free, key=lambda at: (english[at] - chinese[at], -at), default=-1)
    target = max((at for at in free if at != source), key=lambda at: (chinese[at], -at), default=-1)
    if source < 0 or target < 0 or english[source] * 2 < len(sample) or chinese[target] * 3 < len(sample):
        return None
    return Columns(source, target, _extra(header, (source, target)))


def is_header(first: Sequence[str], found: Columns, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first record of a file is a header of unknown words: English in a column that is Chinese below."""
    if max(found.source, found.target) >= len(first) or not rows:
        return False
    source, target = first[found.source], first[found.target]
    if has_han(target) or source.strip().casefold() == target.strip().casefold():
        return False
    sample = rows[:SAMPLE]
    chinese = sum(1 for row in sample if found.target < len(row) and has_han(row[found.target]))
    return bool(target.strip()) and 10 * chinese >= 9 * len(sample)


def _extra(header: Sequence[str], pair: tuple[int, int]) -> tuple[tuple[int, str], ...]:
    roles = ((at, _role(name)) for at, name in enumerate(header) if at not in pair)
    return tuple((at, role) for at, role in roles if role)


def _script(name: str) -> str:
    """The script and region that a column's name says, as a configuration has it; "" where it says none."""
    text = unicodedata.normalize("NFKC", name).lower()
    return next((script for script, words in _SCRIPTS.items() if words.search(text)), "")


def _role(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).lower()
    for form in (text, _BRACKETS.sub("", text)):
        key = form.strip(" *_`:：.?？/")
        if key in _ROLE_OF:
            return _ROLE_OF[key]
    return ""
