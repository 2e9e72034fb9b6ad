"""YAML entries: everything that a table cannot say, and errors with their places."""

from __future__ import annotations

import pytest

from linter.errors import UsageError
from linter.glossary.load import parse_glossary
from linter.glossary.model import Entry
from linter.source import Source

FULL = """\
entries:
  - source: [crawler, web crawler]
    target: [爬虫, 网络爬虫]
    deprecated: [爬行者]
    unless: [爬虫类, crawler lane]
    pos: noun
    case: exact
    status: proposed
    when: [page, index]
    note: for the chapters on search
"""


def entries(text: str) -> tuple[Entry, ...]:
    glossary = parse_glossary(Source("g.yaml", text))
    assert glossary is not None
    assert glossary.facts == ()
    return glossary.entries


def test_an_entry_with_every_key() -> None:
    (entry,) = entries(FULL)
    assert entry == Entry(
        source=("crawler", "web crawler"),
        place=entry.place,
        preferred="爬虫",
        admitted=("网络爬虫",),
        deprecated=("爬行者",),
        unless=("爬虫类", "crawler lane"),
        pos="noun",
        case="exact",
        status="proposed",
        when=("page", "index"),
        note="for the chapters on search",
    )
    assert entry.place == ("g.yaml", 2, 5, 2, 35)


@pytest.mark.parametrize("text", ["no", "on", "1_000", "12:30", "null", "0x10", "2024-01-01", "true"])
def test_a_text_stays_as_it_is_written(text: str) -> None:
    (entry,) = entries(f"entries:\n  - {{source: {text}, target: {text}}}\n")
    assert (entry.source, entry.preferred) == ((text,), text)


def test_nothing_in_yaml_is_read_by_the_grammar_of_cells() -> None:
    (entry,) = entries("entries:\n  - {source: a/b (c), target: 甲/乙（丙）}\n")
    assert (entry.source, entry.preferred) == (("a/b (c)",), "甲/乙（丙）")


def test_a_kept_and_an_undecided_entry() -> None:
    kept, other, undecided = entries(
        "entries:\n  - {source: K-FAC, keep: true}\n  - {source: API, keep: true, target: 接口}\n  - source: x\n"
    )
    assert (kept.keep, kept.preferred, kept.expected) == (True, None, ("K-FAC",))
    assert (other.keep, other.preferred, other.admitted) == (True, None, ("接口",))
    assert undecided.undecided


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("entries:\n  - sorce: a\n", 2, 5, "did you mean 'source'"),
        ("entries:\n  - target: 甲\n", 2, 5, "'source' is missing"),
        ("entries:\n  - source: a\n    source: b\n", 3, 5, "twice"),
        ("entries:\n  - source: &x a\n    target: *x\n", 3, 13, "aliases"),
        ("entries:\n  - source: !!int 5\n", 2, 13, "tags"),
        ("entries:\n  - source: []\n", 2, 13, "not nothing"),
        ("entries:\n  - source: '?!'\n", 2, 13, "needs a letter"),
        ("entries:\n  - {source: a, pos: nuon}\n", 2, 22, "did you mean 'noun'"),
        ("entries:\n  - {source: a, case: upper}\n", 2, 23, "known: exact, first-letter"),
        ("entries:\n  - {source: a, status: wip}\n", 2, 25, "known: approved, proposed"),
        ("entries:\n  - {source: a, keep: yes}\n", 2, 23, "true or false"),
        ("entries:\n  - {source: a, target: {b: c}}\n", 2, 25, "not a mapping"),
        ("entries:\n  - {source: a, target: 甲, deprecated: 甲}\n", 2, 40, "both a target and deprecated"),
        ("entries: all\n", 1, 10, "a list of entries"),
        ("- source: a\n", 1, 1, "a mapping is expected"),
        ("terms: []\n", 1, 1, "unknown key 'terms'"),
        ("entries:\n\t- source: a\n", 2, 1, "not YAML"),
        ("[" * 900, 1, 901, "not YAML"),
    ],
)
def test_a_fault_is_an_error_with_its_place(text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(UsageError, match=r"^g\.yaml:") as caught:
        parse_glossary(Source("g.yaml", text))
    assert (caught.value.line, caught.value.column) == (line, column)
    assert message in caught.value.message


def test_nesting_without_end_is_an_error() -> None:
    """Where the parser gives up depends on its version: at its own bound, or at the end of the text."""
    with pytest.raises(UsageError, match=r"^g\.yaml:.*not YAML") as caught:
        parse_glossary(Source("g.yaml", "[" * 100_000))
    assert caught.value.line == 1
    assert 1_000 < (caught.value.column or 0) <= 100_001


MAPPING = """\
# ours
glossary:
  exception: 例外
  function: 函式
  type: # several
    - 型別
    - 種類
  props: 不译

ignore:
  patterns: ["type codes?"]
"""


def seen(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(entry.place.line, entry.term, entry.expected) for entry in entries(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MAPPING,
            [(3, "exception", ("例外",)), (4, "function", ("函式",)), (5, "type", ("型別", "種類")), (8, "props", ("props",))],
        ),
        ("crawler: 爬虫\nweb crawler: [网络爬虫, 爬虫]\n", [(1, "crawler", ("爬虫",)), (2, "web crawler", ("网络爬虫", "爬虫"))]),
        ("爬虫: crawler\n部件: [widget, part]\n", [(1, "crawler", ("爬虫",)), (2, "widget", ("部件",))]),
        (
            '{"HIBOR": ["香港銀行同業拆息(HIBOR)"], "rates": ["經調整的...按季增減幅度"]}',
            [(1, "HIBOR", ("香港銀行同業拆息",)), (1, "rates", ("經調整的……按季增減幅度",))],
        ),
        (
            '{"NLTI": ["非投資相連長期保險（非投連長險）"], "Monetary": ["主管貨幣事務副總裁"]}',
            [(1, "NLTI", ("非投資相連長期保險",)), (1, "Monetary", ("主管貨幣事務副總裁",))],
        ),
    ],
)
def test_a_mapping_of_terms_to_translations(text: str, expected: list[tuple[int, str, tuple[str, ...]]]) -> None:
    assert seen(text) == expected


def test_what_is_wrong_in_a_mapping_is_told_at_its_line() -> None:
    found = parse_glossary(Source("g.yaml", "crawler: 爬虫（见上\n'?!': 问号\nwidget: 部件\n"))
    assert found is not None
    assert [(f.reports, f.place.line, f.found) for f in found.facts] == [
        ("glossary-malformed", 1, "crawler: 爬虫（见上"),
        ("glossary-dead", 2, "'?!': 问号"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("agent: a thing that acts\nproxy: a thing between\n", 1, 1, "unknown key 'agent'"),
        ("glossary: [crawler]\n", 1, 11, "a mapping of terms"),
        ("entires:\n  - source: a\n", 1, 1, "did you mean 'entries'"),
        ("crawler: {zh: 爬虫}\n", 1, 1, "unknown key 'crawler'"),
    ],
)
def test_a_mapping_of_something_else_is_an_error(text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_glossary(Source("g.yaml", text))
    assert (caught.value.line, caught.value.column) == (line, column)
    assert message in caught.value.message
