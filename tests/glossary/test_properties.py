"""What holds for every cell and every file, whatever is in it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.finding import Place
from linter.glossary.cells import read_row, read_source_cell, read_target_cell
from linter.glossary.columns import Columns
from linter.glossary.load import parse_glossary
from linter.glossary.model import Entry
from linter.glossary.rows import WHYS, Reading
from linter.glossary.text import has_letter, pieces, split
from linter.source import Source

PLACE = Place("glossary.md", 1, 1, 1, 1)
ROLES = Columns(0, 1, ((2, "note"), (3, "deprecated"), (4, "abbreviation"), (5, "pos")))

# Pieces that the grammar knows, so that chance meets its rules, among any other text.
KNOWN = st.sampled_from(
    """crawler|Graph Neural Network|GNN|爬虫|部件|的|或|指|即|又称|译为|不译|保留英文|勿用|禁用|not|do not translate|根据上下文|待定|名词|v.|中
    |（|）|(|)|[|]|【|】|/|，|、|,|;|；|。|：|:|“|”|"|「|」|……|...|—|-|=|→|?|？|1.|①|②|**|_|`|<br>|\n| |\t|\u200b|é|e\u0301|𠀀|😀|&amp;|\\""".split(
        "|"
    )
)
CELL = st.lists(st.one_of(KNOWN, st.text(max_size=3)), max_size=8).map("".join)
ROW = st.lists(CELL, min_size=1, max_size=7)
FAST = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(reading: Reading, cells: list[str]) -> None:
    for problem in reading.problems:
        assert problem.why in WHYS
        assert 0 <= problem.column < len(cells)
    for entry in reading.entries:
        check_entry(entry)


def check_entry(entry: Entry) -> None:
    texts = (*entry.source, *entry.accepted, *entry.deprecated, *entry.unless)
    assert entry.source
    assert all(texts)
    assert all(has_letter(text) for text in (*entry.source, *entry.accepted))
    assert len(set(entry.accepted)) == len(entry.accepted)
    assert not set(entry.deprecated) & {entry.preferred, *entry.admitted, *entry.tolerated}
    assert entry.undecided == (entry.preferred is None and not entry.keep and not entry.admitted)
    assert entry.pos in ("", "noun", "verb", "adjective", "name")
    assert entry.status in ("approved", "proposed")


@FAST
@given(ROW)
def test_a_row_with_any_text_becomes_an_entry_or_a_problem(cells: list[str]) -> None:
    reading = read_row(cells, ROLES, PLACE, 6)
    check(reading, cells)
    if any(has_letter(cell) for cell in cells):
        assert reading.entries or reading.problems


@FAST
@given(CELL, CELL)
def test_a_cell_is_read_the_same_way_twice(source: str, target: str) -> None:
    forms = read_source_cell(source).forms
    assert read_source_cell(source) == read_source_cell(source)
    assert read_target_cell(target, forms) == read_target_cell(target, forms)


@FAST
@given(CELL)
def test_taking_a_cell_apart_loses_no_letter(text: str) -> None:
    letters = sorted(char for char in text if char.isalnum())
    assert sorted(char for piece in pieces(text)[0] for char in piece.text if char.isalnum()) == letters
    assert sorted(char for part in split(text, "，、/") for char in part if char.isalnum()) == letters


@FAST
@given(st.lists(ROW, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_csv_file_with_any_text(rows: list[list[str]], end: str) -> None:
    text = end.join(["en,zh,note", *(",".join(row) for row in rows)])
    glossary = parse_glossary(Source("g.csv", text))
    source = Source("g.csv", text)
    for entry in glossary.entries if glossary else ():
        check_entry(entry)
        assert 1 <= entry.place.line <= entry.place.end_line <= len(source.line_starts)
    for fact in glossary.facts if glossary else ():
        start, stop = (source.offset(*where) for where in (fact.place[1:3], fact.place[3:5]))
        assert text[start:stop] == fact.found


@FAST
@given(st.lists(st.lists(CELL.map(lambda cell: cell.replace("|", "/")), min_size=1, max_size=3), max_size=6))
def test_a_table_with_any_text(rows: list[list[str]]) -> None:
    text = "| English | 中文 |\n|---|---|\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows)
    source = Source("g.md", text)
    glossary = parse_glossary(source)
    for entry in glossary.entries if glossary else ():
        check_entry(entry)
    for fact in glossary.facts if glossary else ():
        start, stop = (source.offset(*where) for where in (fact.place[1:3], fact.place[3:5]))
        assert text[start:stop] == fact.found


@FAST
@given(st.lists(st.tuples(st.sampled_from(["- ", "  * ", "", "#  ", "❌ "]), CELL, st.sampled_from("，：→"), CELL), max_size=8))
def test_a_list_with_any_text(rows: list[tuple[str, str, str, str]]) -> None:
    text = "- crawler，爬虫\n- widget，部件\n" + "\n".join("".join(row) for row in rows)
    source = Source("g.md", text)
    glossary = parse_glossary(source)
    for entry in glossary.entries if glossary else ():
        check_entry(entry)
        assert 1 <= entry.place.line <= entry.place.end_line <= len(source.line_starts)
    for fact in glossary.facts if glossary else ():
        start, stop = (source.offset(*where) for where in (fact.place[1:3], fact.place[3:5]))
        assert text[start:stop] == fact.found
