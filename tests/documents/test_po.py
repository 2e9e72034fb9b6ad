"""PO catalogues as documents: passages, languages, groups, and the way back to the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from shared import SHARED, needs_shared

from linter.documents.model import MASK, Document
from linter.documents.po import read_po
from linter.source import Source, decode

CATALOGUE = """# A catalogue of ours.
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#, c-format
msgid "could not stage '%s'"
msgstr "无法暂存 '%s'"

msgid ""
"the working "
"tree is dirty\\n"
msgstr ""
"工作区不"
"干净\\n"

#, fuzzy
msgid "fuzzy branch"
msgstr "模糊的分支"

msgid "untranslated"
msgstr ""

msgid "%d branch"
msgid_plural "%d branches"
msgstr[0] "%d 个分支"
msgstr[1] "%d 个分支们"

msgctxt "branch"
msgid "Open"
msgstr "打开"

#~ msgid "gone branch"
#~ msgstr "消失的分支"
"""


def document(text: str) -> Document:
    return read_po(Source("zh.po", text))


def shown(read: Document) -> list[tuple[str, str, int, str]]:
    return [(p.side, p.lang, p.group, read.text[p.start : p.end].replace(MASK, "▒")) for p in read.passages]


def test_each_entry_gives_two_passages_of_a_group() -> None:
    assert shown(document(CATALOGUE)) == [
        ("source", "en", 0, "could not stage '▒▒'"),
        ("target", "zh", 0, "无法暂存 '▒▒'"),
        ("source", "en", 1, "the working tree is dirty\n"),
        ("target", "zh", 1, "工作区不干净\n"),
        ("source", "en", 2, "▒▒ branch"),
        ("target", "zh", 2, "▒▒ 个分支"),
        ("source", "en", 3, "▒▒ branches"),
        ("target", "zh", 3, "▒▒ 个分支们"),
        ("source", "en", 4, "Open"),
        ("target", "zh", 4, "打开"),
    ]


def test_a_single_form_translates_the_plural() -> None:
    read = document('msgid "a branch"\nmsgid_plural "%d branches"\nmsgstr[0] "%d 个分支"\n')
    assert [text for *_, text in shown(read)] == ["▒▒ branches", "▒▒ 个分支"]


FORMS = {"file": str, "CRLF twin": lambda text: text.replace("\n", "\r\n"), "CR twin": lambda text: text.replace("\n", "\r")}


@pytest.mark.parametrize("twin", FORMS.values(), ids=FORMS.keys())
def test_positions_are_those_of_the_file(twin: type[str]) -> None:
    read = document(twin(CATALOGUE))
    places = {}
    for term in ("working tree", "工作区", "不干净", "打开"):
        span = read.span(read.text.index(term), read.text.index(term) + len(term))
        first, last = read.source.position(span.start), read.source.position(span.end)
        places[term] = (*first, *last)
    assert places == {"working tree": (12, 6, 13, 6), "工作区": (15, 2, 15, 5), "不干净": (15, 5, 16, 4), "打开": (32, 9, 32, 11)}


def test_a_term_around_a_string_break_spans_it() -> None:
    read = document('msgid "bare repository"\nmsgstr ""\n"纯仓"\n"库"\n')
    start = read.text.index("纯仓库")
    span = read.span(start, start + 3)
    assert read.source.text[span.start : span.end] == '纯仓"\n"库'


def test_an_escape_is_opaque_and_a_line_break_between_chinese_is_none() -> None:
    read = document('msgid "one\\ntwo \\"three\\""\nmsgstr "一\\n二 \\"三\\""\n')
    assert [text for *_, text in shown(read)] == ['one\ntwo "three"', '一二 "三"']
    quote = read.text.rindex('"')
    span = read.span(quote, quote + 1)
    assert read.source.text[span.start : span.end] == '\\"'


def test_markup_vanishes_and_targets_are_literals() -> None:
    read = document('msgid "a :term:`file object <file>`, **bold**"\nmsgstr "一个:term:`文件对象 <file>`，**粗体**"\n')
    assert [text for *_, text in shown(read)] == ["a file object, bold", "一个文件对象，粗体"]
    text = read.source.text
    assert [(text[literal.span.start : literal.span.end], literal.kind) for literal in read.literals] == [
        (" <file>", "target")
    ] * 2
    start = read.text.index("一个文件对象")
    span = read.span(start, start + 6)
    assert text[span.start : span.end] == "一个:term:`文件对象"


def test_a_unit_without_chinese_prose_has_no_language() -> None:
    read = document('msgid "git add [<options>]"\nmsgstr "git add [<选项>]"\n')
    assert [(lang, set(text)) for _, lang, _, text in shown(read)] == [("", {"▒"}), ("", {"▒"})]
    assert [literal.kind for literal in read.literals] == ["unit", "unit"]


@pytest.mark.parametrize(("language", "expected"), [("zh_TW", "zh"), ("yue", "zh"), ("ja", ""), ("", "zh")])
def test_the_header_names_the_language(language: str, expected: str) -> None:
    read = document(f'msgid ""\nmsgstr "Language: {language}\\n"\n\nmsgid "a branch"\nmsgstr "分支"\n')
    assert [lang for _, lang, _, _ in shown(read)] == ["en", expected]


BROKEN = [
    "",
    "\n",
    "msgid",
    'msgid "a',
    'msgid "a"\nmsgstr "',
    "#\n#,\n#~",
    'msgstr[9999] "a"',
    '\ufeffmsgid "a"\nmsgstr "甲"',
    'msgid "\\\n"',
    '"',
]


@pytest.mark.parametrize("text", BROKEN, ids=[repr(text) for text in BROKEN])
def test_broken_catalogues_give_what_is_left(text: str) -> None:
    assert document(text + '\n\nmsgid "whole"\nmsgstr "完整"\n').text.endswith("whole\n完整")


def catalogues() -> list[Path]:
    return sorted((SHARED / "bench").rglob("*.po")) if SHARED else []


@needs_shared
@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.name)
def test_real_catalogues_are_exact(path: Path) -> None:
    data = path.read_bytes()
    read = read_po(decode(path.name, data))
    text, file = read.text, read.source.text
    assert read.passages
    at = 0
    for visible, start, length, width in read.segments:
        seen, stands = text[visible : visible + length], file[start : start + width]
        assert visible >= at  # in order
        at = visible + length
        if length != width:
            assert stands[0] == "\\"
        elif MASK not in seen:
            assert seen == stands
        else:
            assert all(a in (MASK, b) for a, b in zip(seen, stands, strict=True))
    covered = [False] * len(text)
    for visible, _, length, _ in read.segments:
        covered[visible : visible + length] = [True] * length
    assert all(covered[p.start : p.end] == [True] * (p.end - p.start) for p in read.passages)
    twin = read_po(decode(path.name, data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")))
    assert twin.text == text
    assert twin.passages == read.passages
    for index in range(0, len(read.passages), 97):
        passage = read.passages[index]
        ours, theirs = read.span(passage.start, passage.end), twin.span(passage.start, passage.end)
        assert read.source.position(ours.start) == twin.source.position(theirs.start)
        assert read.source.position(ours.end) == twin.source.position(theirs.end)
    assert all(0 <= a.span.start < a.span.end <= len(file) for a in read.literals)
