"""The PO scanner: units, exact ranges, and lines that nobody understands."""

from __future__ import annotations

import time

import pytest

from linter.syntax.po import joined, runs, scan

HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\n'

# what is written -> (msgctxt, msgid, msgid_plural, msgstr...) of each unit, as they read
UNITS = {
    "one line each": ('msgid "branch"\nmsgstr "分支"\n', [("", "branch", "", "分支")]),
    "strings over several lines": (
        'msgid ""\n"a long "\n"text"\nmsgstr ""\n"一段"\n"长文"\n',
        [("", "a long text", "", "一段长文")],
    ),
    "plural forms": (
        'msgid "%d agent"\nmsgid_plural "%d agents"\nmsgstr[0] "%d 个智能体"\nmsgstr[1] "%d 个智能体们"\n',
        [("", "%d agent", "%d agents", "%d 个智能体", "%d 个智能体们")],
    ),
    "a context": ('msgctxt "menu"\nmsgid "Open"\nmsgstr "打开"\n', [("menu", "Open", "", "打开")]),
    "a context makes an empty msgid a unit": ('msgctxt "menu"\nmsgid ""\nmsgstr "空"\n', [("menu", "", "", "空")]),
    "escapes": ('msgid "a\\tb\\n\\"c\\" \\\\d"\nmsgstr "\\344\\275\\240\\x21"\n', [("", 'a\tb\n"c" \\d', "", "你!")]),
    "an escape at the seam of two strings": (
        'msgid ""\n"say \\"a\\""\n" \\"b\\""\nmsgstr "说"\n',
        [("", 'say "a" "b"', "", "说")],
    ),
    "entries without a blank line between them": (
        'msgid "a"\nmsgstr "甲"\nmsgid "b"\nmsgstr "乙"\n',
        [("", "a", "", "甲"), ("", "b", "", "乙")],
    ),
    "obsolete and previous texts are comments": (
        '#, c-format\n#| msgid "old"\nmsgid "new"\nmsgstr "新"\n\n#~ msgid "gone"\n#~ msgstr "去"\n',
        [("", "new", "", "新")],
    ),
    "indented lines": ('  msgid "a"\n  msgstr "甲"\n', [("", "a", "", "甲")]),
    "no line end at the end": ('msgid "a"\nmsgstr "甲"', [("", "a", "", "甲")]),
    "a string that looks like a keyword": ('msgid "msgstr \\"x\\""\nmsgstr "甲"\n', [("", 'msgstr "x"', "", "甲")]),
}
MALFORMED = {
    "an unclosed string": ('msgid "a\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n', [(1, "closed")], ["b"]),
    "a quote inside a string": ('msgid "a" b"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n', [(1, "closed")], ["b"]),
    "a line of another kind inside an entry": (
        'msgid "a"\nhello\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n',
        [(2, "neither")],
        ["b"],
    ),
    "a line of another kind between entries": ('hello\n\nmsgid "b"\nmsgstr "乙"\n', [(1, "neither")], ["b"]),
    "a string without a keyword": ('"lost"\n\nmsgid "b"\nmsgstr "乙"\n', [(1, "without a keyword")], ["b"]),
    "an entry without msgstr": ('msgid "a"\n\n# next\nmsgid "b"\nmsgstr "乙"\n', [(1, "without msgstr")], ["b"]),
    "msgstr without msgid": ('msgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n', [(1, "out of order")], ["b"]),
    "an unclosed translation": ('msgid "a"\nmsgstr "甲\nmsgid "b"\nmsgstr "乙"\n', [(2, "closed")], ["b"]),
    "msgid twice": ('msgid "a"\nmsgid "a2"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n', [(2, "out of order")], ["b"]),
    "a conflict of two branches": (
        'msgid "a"\n<<<<<<< ours\nmsgstr "甲"\n=======\nmsgstr "丙"\n>>>>>>> theirs\n',
        [(2, "neither"), (4, "neither"), (6, "neither")],
        [],
    ),
    "a file cut short": ('msgid "a"\nmsgstr "甲"\n\nmsgid "b"\nmsgs', [(5, "neither")], ["a"]),
    "no catalogue at all": ("# Title\n\nSome prose.\n", [(3, "neither")], []),
}
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
@pytest.mark.parametrize(("text", "expected"), UNITS.values(), ids=UNITS.keys())
def test_units_read_as_written(text: str, expected: list[tuple[str, ...]], end: str) -> None:
    text = (HEADER + text).replace("\n", end)
    catalogue = scan(text)
    units = [
        (joined(text, u.msgctxt), joined(text, u.msgid), joined(text, u.msgid_plural), *(joined(text, s) for s in u.msgstr))
        for u in catalogue.units
    ]
    assert units == expected
    assert catalogue.notes == ()
    assert catalogue.header is not None
    assert joined(text, catalogue.header.msgstr[0]) == "Language: zh_CN\n"


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
@pytest.mark.parametrize(("text", "notes", "left"), MALFORMED.values(), ids=MALFORMED.keys())
def test_malformed_entries_are_named_and_left_out(text: str, notes: list[tuple[int, str]], left: list[str], end: str) -> None:
    text = text.replace("\n", end)
    catalogue = scan(text)
    assert [joined(text, unit.msgid) for unit in catalogue.units] == left
    assert [note.line for note in catalogue.notes] == [line for line, _ in notes]
    assert all(word in note.reason for note, (_, word) in zip(catalogue.notes, notes, strict=True))


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
@pytest.mark.parametrize("text", [text for text, _ in UNITS.values()], ids=UNITS.keys())
def test_runs_lead_back_to_the_file(text: str, end: str) -> None:
    text = (HEADER + text).replace("\n", end)
    for unit in scan(text).units:
        for strings in (unit.msgid, *unit.msgstr):
            shown, at = joined(text, strings), 0
            for start, length, width in runs(text, strings):
                if length == width:
                    assert text[start : start + width] == shown[at : at + length]
                else:
                    assert text[start] == "\\"
                at += length
            assert at == len(shown)


def test_flags_and_comments() -> None:
    text = (
        "# A title\n# | a | b |\n"
        + HEADER
        + '#. hint\n#: file.c:1\n#, fuzzy, c-format\nmsgid "a"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n'
    )
    catalogue = scan(text)
    assert [unit.flags for unit in catalogue.units] == [{"fuzzy", "c-format"}, set()]
    assert text[slice(*catalogue.comments)] == "# A title\n# | a | b |\n"
    assert text[catalogue.units[0].start :].startswith('msgid "a"')


def test_the_first_header_counts() -> None:
    catalogue = scan(HEADER + 'msgid ""\nmsgstr "X"\n')
    assert catalogue.header is not None
    assert catalogue.header.start == 0
    assert catalogue.units == ()


@pytest.mark.parametrize("unit", ['"', '\\"', '"\\n', '"a"\n', "msgid ", 'msgid "a"\n', "#,", "#\n", "\r", 'msgstr ""\n', "\\"])
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    start = time.perf_counter()
    text = 'msgid "' + unit * (200_000 // len(unit))
    for found in scan(text).units:
        joined(text, found.msgid)
    assert time.perf_counter() - start < 3  # 0.1 s when it is linear, minutes when it is not
