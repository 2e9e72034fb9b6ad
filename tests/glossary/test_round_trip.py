"""A glossary printed as a Markdown table or as JSON is the same glossary when it is read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED

from linter.errors import UsageError
from linter.glossary.load import load_glossary, parse_glossary
from linter.glossary.locales import in_script
from linter.glossary.markdown import as_markdown
from linter.glossary.model import Entry
from linter.glossary.show import as_json
from linter.source import Source

DOCS = Path(__file__).resolve().parents[2] / "docs/glossary.md"


def entries_of(text: str, name: str = "g.md") -> tuple[Entry, ...]:
    glossary = parse_glossary(Source(name, text))
    return () if glossary is None else glossary.entries


def said(entry: Entry) -> tuple[object, ...]:
    """What a table says of a row."""
    locales = tuple((name, other.preferred, other.admitted, other.keep) for name, other in entry.locales)
    renderings = (entry.preferred, entry.admitted, entry.keep, sorted(entry.deprecated))
    marks = (entry.undecided, entry.pos, entry.status, entry.contextual, sorted(entry.unless), entry.case == "exact")
    return entry.source, locales or renderings, marks


def through_json(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return entries_of(json.dumps({"entries": as_json_of(entries), "findings": []}, indent=1), "g.json")


def as_json_of(entries: tuple[Entry, ...]) -> list[dict[str, object]]:
    from linter.glossary.model import Glossary

    rows: list[dict[str, object]] = as_json(Glossary(entries))["entries"]
    return rows


def without_place(entry: Entry) -> Entry:
    place = entry.place._replace(path="", line=1, column=1, end_line=1, end_column=1)
    return entry._replace(
        place=place, regional=(), locales=tuple((name, other._replace(place=place)) for name, other in entry.locales)
    )


ROWS: dict[str, str] = {
    "a plain row": "| lock file | 锁文件 | |",
    "alternatives": "| sample | 样本/样例、例子 | |",
    "an abbreviation": "| Graph Neural Network (GNN) | 图神经网络 | |",
    "several terms": "| raise/throw/signal (an error) | 抛出 | |",
    "a term with a slash": "| A/B testing | A/B 测试 | |",
    "a rendering of several characters that are no alternatives": "| CRUD | 增、删、改、查 | |",
    "kept in English": "| props | 不翻译 | 平台术语 |",
    "kept, with another rendering": "| stdin | stdin / 标准输入 | |",
    "forbidden renderings": "| user | 用户（不用“使用者”） | 禁用“客户” |",
    "a part of speech": "| cache (v.) | 缓存 | |",
    "by context": "| worker | 工作者 / 工人（根据上下文选择） | |",
    "proposed": "| throttle | 限流（待定） | |",
    "undecided": "| throttle | — | |",
    "a gap": "| enqueue | 把……放进队列 | |",
    "markup": "| `print()` | *打印*函数 | |",
    "a pipe": "| a \\| b | 甲或乙 | 用\\|分隔 |",
    "two rows of one cell": "| scroll up/down | 向上滚动/向下滚动 | |",
    "a note that forbids": "| Broker | 代理方 | 核心概念，禁用“经纪人” |",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_row(row: str) -> None:
    entries = entries_of("| English | 中文 | 备注 |\n|---|---|---|\n" + row + "\n")
    assert entries
    for lang in ("en", "zh"):
        table = as_markdown(entries, lang)
        back = entries_of(table.text)
        assert [said(entry) for entry in back] == [said(entry) for entry in entries], table.text
        assert table.cut == ()
        assert as_markdown(back, lang).text == table.text, "printed again, it stays as it is"
    assert [without_place(entry) for entry in through_json(entries)] == [without_place(entry) for entry in entries]


LOCALES = "| English | zh-TW | zh-CN | 备注 |\n|---|---|---|---|\n" + (
    "| software | 軟體 | 软件/软体 | 界面用语 |\n| props | 不翻譯 | 不翻译 | |\n| disk | | 磁盘 | |\n"
)


def test_rows_with_a_column_for_each_locale() -> None:
    entries = entries_of(LOCALES)
    table = as_markdown(entries, "en")
    assert table.text.splitlines()[0] == "| English | zh-Hant-TW | zh-Hans | Notes |"
    for back in (entries_of(table.text), through_json(entries)):
        for script in ("zh-Hans", "zh-Hant-TW"):
            ours, theirs = ([in_script_of(entry, script) for entry in some] for some in (entries, back))
            assert ours == theirs
    assert table.cut == ()


def in_script_of(entry: Entry, script: str) -> tuple[object, ...]:
    from linter.glossary.model import Glossary

    (found,) = in_script(Glossary((entry,)), script).entries
    return found.source, found.preferred, found.admitted, sorted(found.tolerated), found.keep, found.undecided


def test_what_no_table_can_say_is_named() -> None:
    text = (
        "entries:\n- {source: emit, target: 发出, when: [value]}\n- {source: HEAD, target: 头, case: first-letter}\n"
        "- {source: x, target: 甲, note: 禁用“丙”}\n- {source: y, target: 乙}\n"
    )
    entries = entries_of(text, "g.yaml")
    table = as_markdown(entries, "en")
    assert [entry.term for entry in table.cut] == ["emit", "HEAD", "x"]
    assert [said(entry) for entry in entries_of(table.text)] == [said(entry) for entry in entries]
    assert [without_place(entry) for entry in through_json(entries)] == [without_place(entry) for entry in entries]


words = st.text(alphabet="abcXY-/()&. ", min_size=1, max_size=12).filter(lambda text: any(c.isalpha() for c in text))
chinese = st.text(alphabet="甲乙丙丁/（）、“”—或 A|*", min_size=1, max_size=8).filter(
    lambda text: any("\u4e00" <= c < "\u9fff" for c in text)
)


@given(
    st.lists(
        st.tuples(words, chinese, st.lists(chinese, max_size=2), st.text(alphabet="备注不用译“甲”|\n*_", max_size=8)), max_size=3
    )
)
def test_any_rows_are_one_table_that_says_what_it_claims(rows: list[tuple[str, str, list[str], str]]) -> None:
    data = {
        "entries": [
            {"source": one.strip(), "target": [other], "deprecated": wrong, "note": note} for one, other, wrong, note in rows
        ]
    }
    try:
        entries = entries_of(json.dumps(data, ensure_ascii=False), "g.json")
    except UsageError:  # a form that is right and forbidden
        return
    table = as_markdown(entries, "en")
    assert table.text.count("\n") >= 2 + len(entries)
    whole = [entry for entry in entries if entry not in table.cut and sum(other.source == entry.source for other in entries) == 1]
    again = as_markdown(whole, "en")  # without the rows that no table can say, which may be read as any other
    back = {entry.source: said(entry) for entry in entries_of(again.text)}
    assert again.cut == ()
    for entry in whole:
        assert back.get(entry.source) == said(entry), again.text
    assert [without_place(entry) for entry in through_json(entries)] == [without_place(entry) for entry in entries]


@pytest.mark.skipif(SHARED is None, reason="the real documents (../shared) are not here")
@pytest.mark.parametrize("name", ["git_zh_CN/glossary.md", "python/glossary.csv"])
def test_real_glossaries(name: str) -> None:
    assert SHARED is not None
    entries = load_glossary(str(SHARED / "bench/dev" / name)).entries
    table = as_markdown(entries, "zh")
    back = {entry.source: said(entry) for entry in entries_of(table.text)}
    kept = [entry for entry in entries if entry not in table.cut]
    assert len(kept) >= 0.95 * len(entries)
    same = [entry for entry in kept if back.get(entry.source) == said(entry)]
    assert len(same) >= 0.95 * len(kept), [(said(entry), back.get(entry.source)) for entry in kept if entry not in same][:5]
    assert [without_place(entry) for entry in through_json(entries)] == [without_place(entry) for entry in entries]


def test_json_of_another_shape_is_refused() -> None:
    for text, why in (
        ('{"entries": [{"preferred": "甲"}], "findings": []}', "the key 'source' is missing"),
        ('{"entries": [{"source": "a"}], "findings": []}', "`source` is a list of texts"),
        ('{"entries": [{"source": ["a"], "keep": 1}], "findings": []}', "`keep` is true or false"),
        ('{"entries": [{"source": []}], "findings": []}', "a source term is expected"),
        ("entries: []\nfindings: []\n", "this is not JSON"),
    ):
        with pytest.raises(UsageError, match=why):
            entries_of(text, "g.json")
