"""What a directive silences in each kind of file, and what it leaves."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from silencing import check, facts, glossary_of

import linter


class Case(NamedTuple):
    """`left`: (line, code, text) of the findings that remain; `silenced`: how many do not."""

    text: str
    left: list[tuple[int, str, str]]
    silenced: int
    path: str = "text.md"


LOCK = "GL301", "锁定文件"
BACK = "GL301", "回退"

CASES = {
    "a comment at the end of a line is about that line": Case(
        "锁定文件 <!-- glosslint-disable-line GL301(lock file) -- a quotation -->\n锁定文件\n", [(2, *LOCK)], 1
    ),
    "a comment inside a line is about that line, too": Case("写作 <!-- glosslint-disable-line GL301 --> 锁定文件。\n", [], 1),
    "without a rule it is about every rule": Case("锁定文件，回退。<!-- glosslint-disable-line -->\n", [], 2),
    "other terms of the line stay": Case("锁定文件，回退。<!-- glosslint-disable-line GL301(lock file) -->\n", [(1, *BACK)], 1),
    "a term alone is about every rule": Case("锁定文件，回退。<!-- glosslint-disable-line (rollback) -->\n", [(1, *LOCK)], 1),
    "several terms": Case("锁定文件，回退。<!-- glosslint-disable-line GL301(rollback, lock file) -->\n", [], 2),
    "a rule by its name": Case("锁定文件 <!-- glosslint-disable-line forbidden-variant -->\n", [], 1),
    "rules by the beginning of their codes": Case("锁定文件 <!-- glosslint-disable-line GL3 -->\n", [], 1),
    "all rules by a word": Case("锁定文件 <!-- glosslint-disable-line all(lock file) -->\n", [], 1),
    "another rule": Case("锁定文件 <!-- glosslint-disable-line GL302 -->\n", [(1, *LOCK), (1, "GL902", "<!-- glosslint-disable-line GL302 -->")], 0),
    "a term by its other form": Case("法学硕士 <!-- glosslint-disable-line GL301(Large Language Model) -->\n", [], 1),
    "a term by its translation": Case("锁定文件 <!-- glosslint-disable-line GL301(锁文件) -->\n", [], 1),
    "a term by the form that is wrong": Case("锁定文件 <!-- glosslint-disable-line GL301(锁定文件) -->\n", [], 1),
    "a term in other letters": Case("锁定文件 <!-- glosslint-disable-line GL301(Lock-File) -->\n", [], 1),
    "full-width punctuation": Case("锁定文件，回退 <!-- glosslint-disable-line GL301（lock file，rollback）——引文 -->\n", [], 2),
    "a reason behind a dash": Case("锁定文件 <!-- glosslint-disable-line GL301 — 引文 -->\n", [], 1),
    "the other way to write it": Case("锁定文件 <!-- glosslint: disable-line=GL301(lock file) -- 引文 -->\n", [], 1),
    "the next line": Case("<!-- glosslint-disable-next-line GL301 -->\n锁定文件\n锁定文件\n", [(3, *LOCK)], 1),
    "the next line, behind a blank one": Case("<!-- glosslint-disable-next-line GL301 -->\n\n锁定文件\n", [], 1),
    "two directives about the same next line": Case(
        "<!-- glosslint-disable-next-line GL301(lock file) -->\n<!-- glosslint-disable-next-line GL301(rollback) -->\n锁定文件，回退\n", [], 2
    ),
    "a directive over several lines is about the line behind it": Case(
        "<!-- glosslint-disable-next-line GL301\n-- a long\nreason -->\n锁定文件\n", [], 1
    ),
    "above a table it is about the header": Case(
        "<!-- glosslint-disable-next-line GL301 -->\n| 锁定文件 | b |\n|---|---|\n| 锁定文件 | c |\n", [(4, *LOCK)], 1
    ),
    "in a cell it is about the row": Case(
        "| a | b |\n|---|---|\n| 锁定文件 | 锁定文件 <!-- glosslint-disable-line GL301 --> |\n| 锁定文件 | c |\n", [(4, *LOCK)], 2
    ),
    "at the end of an item it is about the item": Case(
        "- 锁定文件 <!-- glosslint-disable-line GL301 -->\n- 锁定文件\n", [(2, *LOCK)], 1
    ),
    "above a list it is about the first item": Case("<!-- glosslint-disable-next-line GL301 -->\n- 锁定文件\n- 锁定文件\n", [(3, *LOCK)], 1),
    "in a quotation": Case("> 锁定文件 <!-- glosslint-disable-line GL301 -->\n", [], 1),
    "in a heading": Case("# 锁定文件 <!-- glosslint-disable-line GL301 -->\n", [], 1),
    "a stretch": Case(
        "锁定文件\n\n<!-- glosslint-disable GL301 -->\n\n锁定文件\n\n<!-- glosslint-enable GL301 -->\n\n锁定文件\n", [(1, *LOCK), (9, *LOCK)], 1
    ),
    "a stretch inside a line": Case(
        "锁定文件 <!-- glosslint-disable --> 锁定文件 <!-- glosslint-enable --> 锁定文件\n", [(1, *LOCK), (1, *LOCK)], 1
    ),
    "a stretch in which one term is on again": Case(
        "<!-- glosslint-disable GL301 -->\n\n锁定文件\n\n<!-- glosslint-enable GL301(lock file) -->\n\n锁定文件，回退\n\n<!-- glosslint-enable -->\n",
        [(7, *LOCK)], 2,
    ),
    "the whole file, wherever it says so": Case("锁定文件\n\n锁定文件\n\n<!-- glosslint-disable-file GL301(lock file) -->\n\n回退\n", [(7, *BACK)], 2),
    "MDX": Case("锁定文件 {/* glosslint-disable-line GL301 -- why */}\n\n锁定文件\n", [(3, *LOCK)], 1, "text.mdx"),
    "a directive in a code span is text": Case("`<!-- glosslint-disable-line -->` 锁定文件\n", [(1, *LOCK)], 0),
    "a directive in a code block is text": Case("```\n<!-- glosslint-disable-file -->\n```\n\n锁定文件\n", [(5, *LOCK)], 0),
    "an indented directive is code": Case("    <!-- glosslint-disable-file -->\n\n锁定文件\n", [(3, *LOCK)], 0),
    "an MDX directive in a code block is text": Case("```\n{/* glosslint-disable-file */}\n```\n\n锁定文件\n", [(5, *LOCK)], 0),
    "a comment about glosslint is none to it": Case("<!-- glosslint: ask Nora -->\n锁定文件\n", [(2, *LOCK)], 0),
    "front matter": Case("---\ntitle: 锁定文件\nglosslint: {disable: [GL301(lock file)]}\n---\n\n锁定文件，回退\n", [(6, *BACK)], 2),
    "front matter over several lines": Case(
        "---\nglosslint:\n  disable:\n    - GL301(lock file)\n    - \"GL301(rollback, HEAD)\"\nauthor: &a Nora\n---\n\n锁定文件，回退\n",
        [(5, "GL902", "GL301(rollback, HEAD)")][:0] + [(2, "GL902", "")][:0], 2,
    ),
    "front matter as TOML": Case("+++\n[glosslint]\ndisable = [\"GL301\"]\n+++\n\n锁定文件\n", [], 1),
    "plain text: a line of its own": Case("# glosslint-disable-next-line GL301\n锁定文件\n锁定文件\n", [(3, *LOCK)], 1, "text.txt"),
    "plain text: behind the text": Case("锁定文件 <!-- glosslint-disable-line GL301 -->\n锁定文件\n", [(2, *LOCK)], 1, "text.txt"),
    "plain text: a stretch": Case("// glosslint-disable GL301\n锁定文件\n// glosslint-enable GL301\n锁定文件\n", [(4, *LOCK)], 1, "text.txt"),
}  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_directive_silences_what_it_names(case: Case, end: str) -> None:
    result = check(case.text.replace("\n", end), case.path)
    left = [fact for fact in facts(result.findings) if fact[1] != "GL902" or fact in case.left]
    assert left == case.left
    assert len(result.suppressed) == case.silenced
    for item in result.suppressed:
        assert item.by == "comment"
        assert item.place is not None


def test_the_reason_is_kept() -> None:
    (item,) = check("锁定文件 <!-- glosslint-disable-line GL301 -- a   quotation,\n from 1998 -->\n").suppressed
    assert (item.reason, item.place and item.place.line) == ("a quotation, from 1998", 1)


def test_a_text_reads_the_same_with_directives_in_it() -> None:
    text = "# 标题{}\n\n第一段{}\n第二行锁定文件。{}\n\n- 项{}\n- 回退{}\n\n| a | b |\n|---|---|\n| 锁定文件 | c{} |\n"
    marked = text.replace("{}", " <!-- glosslint-disable-line GL302(rollback) -- lock file, agent -->")
    plain = [(f.place.line, f.place.column, f.code) for f in check(text.replace("{}", "")).findings]
    assert [(f.place.line, f.place.column, f.code) for f in check(marked).findings if f.code < "GL9"] == plain


PO = """\
# glosslint: disable-file=GL302
msgid ""
msgstr "Language: zh_CN\\n"

# Nora: a quotation.
# glosslint: disable=GL301(lock file) -- of the old manual
#: a.c:1
msgid "The lock file, a rollback."
msgstr ""
"锁定文件，"
"回退。"

msgid "The lock file."
msgstr "锁定文件。"
"""


def test_a_comment_above_an_entry_of_a_catalogue_is_about_the_entry() -> None:
    result = check(PO, "zh.po")
    assert facts(result.findings) == [(1, "GL902", "# glosslint: disable-file=GL302"), (11, *BACK), (14, *LOCK)]
    assert [(s.finding.place.line, s.reason) for s in result.suppressed] == [(10, "of the old manual")]


IDLE = """\
# glosslint: disable=GL301
#, fuzzy
msgid "The lock file."
msgstr "锁定文件。"

# glosslint: disable=GL301
#~ msgid "A lock file."
#~ msgstr "锁定文件。"
"""


def test_a_comment_above_an_entry_that_is_not_checked_waits() -> None:
    assert facts(check(IDLE, "zh.po").findings) == []


ROWS = {
    "a Markdown table": ("g.md", "| English | 中文 |\n|---|---|\n| node | 节点 |\n| node | 结点 <!-- glosslint-disable-line GL503 --> |\n"),
    "a stretch around a Markdown table": (
        "g.md",
        "<!-- glosslint-disable GL503(node) -->\n\n"
        "| English | 中文 |\n|---|---|\n| node | 节点 |\n| node | 结点 |\n\n<!-- glosslint-enable GL503(node) -->\n",
    ),
    "CSV": ("g.csv", "en,zh\nnode,节点\n# glosslint-disable-next-line GL503, GL502 -- by domain\nnode,结点\n"),
    "TSV": ("g.tsv", "en\tzh\nnode\t节点\n# glosslint-disable-next-line GL503\nnode\t结点\n"),
    "YAML, above the entry": (
        "g.yaml", "entries:\n- source: node\n  target: 节点\n# glosslint-disable-next-line GL503(node)\n- source: node\n  target: 结点\n",
    ),
    "YAML, in the line": ("g.yaml", "entries:\n- source: node\n  target: 节点\n- source: node # glosslint-disable-line GL503\n  target: 结点\n"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text"), ROWS.values(), ids=ROWS.keys())
def test_what_is_wrong_with_a_row_can_be_silenced_in_the_glossary(path: str, text: str) -> None:
    result = check("节点。\n", glossary=glossary_of(text, path))
    assert [(s.finding.code, s.finding.term) for s in result.suppressed] == [("GL503", "node")]
    assert [f.code for f in result.findings if f.code != "GL902"] == []
    assert [entry.term for entry in glossary_of(text, path).entries] == ["node", "node"]


def test_what_could_not_be_read_is_never_silenced() -> None:
    found = linter.lint_text("<!-- glosslint-disable-file all -->\n<!-- glosslint-disable-file GL901 -->\n", path="a.md")
    assert [f.code for f in found if f.found.endswith("GL901 -->")] == ["GL902"]
