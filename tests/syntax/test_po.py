"""The PO scanner: units, exact ranges, and lines that nobody understands."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

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
    "empty lines between strings": ('msgid "a"\n\nmsgstr\n ""\n\n \n"甲"\n', [("", "a", "", "甲")]),
    "all on one line": ('msgid "a" " b"msgstr "甲""" "乙"#c\n', [("", "a b", "", "甲乙")]),
    "an index with blanks": ('msgid "a"\nmsgid_plural "as"\nmsgstr [ 0 ] "甲"\n', [("", "a", "as", "甲")]),
    "a domain": ('domain "x"\nmsgid "a"\nmsgstr "甲"\n', [("", "a", "", "甲")]),
    "indented lines": ('  msgid "a"\n  msgstr "甲"\n', [("", "a", "", "甲")]),
    "no line end at the end": ('msgid "a"\nmsgstr "甲"', [("", "a", "", "甲")]),
    "a string that looks like a keyword": ('msgid "msgstr \\"x\\""\nmsgstr "甲"\n', [("", 'msgstr "x"', "", "甲")]),
}
NEXT = '\n\nmsgid "b"\nmsgstr "乙"\n'
# what is written, with "^" before each place that is named -> why, and the units that are left
MALFORMED = {
    "an unclosed string": ('msgid ^"a\nmsgstr "甲"' + NEXT, ["not closed"], ["b"]),
    "an unclosed translation": ('msgid "a"\nmsgstr ^"甲\nmsgid "b"\nmsgstr "乙"\n', ["not closed"], ["b"]),
    "an unclosed string that goes on": ('msgid "a"\nmsgstr ""\n^"甲\n"丙"' + NEXT, ["not closed"], ["b"]),
    "both unclosed": ('#, fuzzy\nmsgid ^"a\nmsgstr "甲' + NEXT, ["not closed"], ["b"]),
    "an unclosed context": ('#, fuzzy\nmsgctxt ^"a\nmsgid "a"\nmsgstr "甲"' + NEXT, ["not closed"], ["b"]),
    "behind an entry without an empty line": (
        'msgid "a"\nmsgstr "甲"\nmsgid ^"c\nmsgstr "丙"' + NEXT,
        ["not closed"],
        ["a", "b"],
    ),
    "a backslash before the closing quote": ('msgid "a"\nmsgstr ^"甲\\"' + NEXT, ["not closed"], ["b"]),
    "a quote inside a string": ('msgid "a" ^b"\nmsgstr "甲"' + NEXT, ["more behind"], ["b"]),
    "a keyword without a string": ('msgid "a"\n^msgstr 甲' + NEXT, ["msgstr without"], ["b"]),
    "a keyword that is none": ('msgid "a"\n^msgstring "甲"' + NEXT, ["neither"], ["b"]),
    "a line of another kind inside an entry": ('msgid "a"\n^hello\nmsgstr "甲"' + NEXT, ["neither"], ["b"]),
    "a line of another kind at the end of an entry": ('msgid "a"\nmsgstr "甲"\n^hello' + NEXT, ["neither"], ["b"]),
    "a line of another kind between entries": ('msgid "a"\nmsgstr "甲"\n\n^hello' + NEXT, ["neither"], ["a", "b"]),
    "a string without a keyword": ('^"lost"' + NEXT, ["without a keyword"], ["b"]),
    "a string behind a comment": ('msgid "a"\nmsgstr "甲"\n# c\n^"丙"' + NEXT, ["without a keyword"], ["a", "b"]),
    "an entry without msgstr": ('^msgid "a"\n\n# next' + NEXT, ["without msgstr"], ["b"]),
    "msgstr without msgid": ('^msgstr "甲"' + NEXT, ["msgstr out of order"], ["b"]),
    "msgstr twice": ('msgid "a"\nmsgstr "甲"\n^msgstr "丙"' + NEXT, ["msgstr out of order"], ["b"]),
    "msgid twice": ('^msgid "a"\nmsgid "a2"\nmsgstr "甲"' + NEXT, ["without msgstr"], ["a2", "b"]),
    "a plural behind its translation": (
        'msgid "a"\nmsgstr "甲"\n^msgid_plural "as"' + NEXT,
        ["msgid_plural out of order"],
        ["b"],
    ),
    "a conflict inside an entry": (
        'msgid "a"\n^<<<<<<< ours\nmsgstr "甲"\n=======\nmsgstr "丙"\n>>>>>>> theirs' + NEXT,
        ["neither"],
        ["b"],
    ),
    "a conflict around entries": (
        '^<<<<<<< ours\nmsgid "a"\nmsgstr "甲"\n\n^=======\nmsgid "a"\nmsgstr "丙"\n\n^>>>>>>> theirs' + NEXT,
        ["neither"] * 3,
        ["a", "a", "b"],
    ),
    "a file cut short": ('msgid "a"\nmsgstr "甲"\n\nmsgid "b"\n^msgs', ["neither"], ["a"]),
    "a file cut short in a string": ('msgid "a"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr ^"乙', ["not closed"], ["a"]),
    "no catalogue at all": ("# Title\n\n^Some prose.\n\nMore of it.\n", ["neither"], []),
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
@pytest.mark.parametrize(("text", "reasons", "left"), MALFORMED.values(), ids=MALFORMED.keys())
def test_malformed_entries_are_named_and_left_out(text: str, reasons: list[str], left: list[str], end: str) -> None:
    text = text.replace("\n", end)
    places = [at - number for number, at in enumerate(at for at, letter in enumerate(text) if letter == "^")]
    catalogue = scan(text.replace("^", ""))
    assert [joined(text.replace("^", ""), unit.msgid) for unit in catalogue.units] == left
    assert [note.start for note in catalogue.notes] == places
    assert all(word in note.reason for note, word in zip(catalogue.notes, reasons, strict=True))
    assert all(not unit.flags for unit in catalogue.units), "a flag goes with its entry"


CATALOGUE = """\
# A note
#, c-format
msgctxt "menu"
msgid "Open %d"
msgstr "打开 %d"

msgid "%d agent"
msgid_plural "%d agents"
msgstr[0] "%d 个智能体"

msgid ""
"a lock "
"file"
msgstr ""
"锁"
"文件"
"""
# What gettext says of a text that it cannot read.  Of one that it can, it says much else: duplicates, formats, line ends.
SYNTAX = re.compile(
    "syntax error|end-of-line within string|end-of-file within string|keyword .* unknown|missing 'msg(?!id_plural).*' section"
)
SLIPS: dict[str, Callable[[list[str], int], list[str]]] = {  # the lines of a catalogue, and one of them -> lines
    "a line is missing": lambda lines, at: lines[:at] + lines[at + 1 :],
    "a line stands twice": lambda lines, at: lines[: at + 1] + lines[at:],
    "a line has moved up": lambda lines, at: (
        lines[: max(0, at - 1)] + lines[at : at + 1] + lines[max(0, at - 1) : at] + lines[at + 1 :]
    ),
    "two lines are one": lambda lines, at: [*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]],
    "an empty line": lambda lines, at: [*lines[:at], "", *lines[at:]],
    "the last character is missing": lambda lines, at: [*lines[:at], lines[at][:-1], *lines[at + 1 :]],
    "a quote is missing": lambda lines, at: [*lines[:at], lines[at].replace('"', "", 1), *lines[at + 1 :]],
    "a quote too many": lambda lines, at: [*lines[:at], lines[at][:10] + '"' + lines[at][10:], *lines[at + 1 :]],
    "a letter in front": lambda lines, at: [*lines[:at], "x" + lines[at], *lines[at + 1 :]],
    "a letter behind": lambda lines, at: [*lines[:at], lines[at] + "x", *lines[at + 1 :]],
    "a comment mark in front": lambda lines, at: [*lines[:at], "# " + lines[at], *lines[at + 1 :]],
    "a blank in front": lambda lines, at: [*lines[:at], " \t" + lines[at], *lines[at + 1 :]],
    "cut short": lambda lines, at: lines[:at],
}


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_what_gettext_cannot_read_is_named_and_nothing_else_is(
    slip: Callable[[list[str], int], list[str]], tmp_path: Path
) -> None:
    lines = f"{HEADER}{CATALOGUE}".split("\n")
    for at in range(len(lines)):
        text = "\n".join(slip(lines, at))
        (tmp_path / "a.po").write_text(text, encoding="utf-8")
        told = subprocess.run(["msgfmt", "--output-file=-", "a.po"], cwd=tmp_path, capture_output=True, env={"LC_ALL": "C.UTF-8"})
        refused = SYNTAX.search(told.stderr.decode())
        assert bool(scan(text).notes) == bool(refused), (text, told.stderr)


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
