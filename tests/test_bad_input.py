"""Input of every bad kind: it is read, or it is named; nothing crashes, nothing hangs, nothing drives what shows the report."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main
from linter.source import LARGEST

TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | |\n"
SLIP = "发布时会写入一个锁定文件。\n"  # an error: GL301 at column 9
SLIP_AT = (1, 9, 1, 13)
FORMATS = ("text", "concise", "json", "jsonl", "github")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    write({"GLOSSARY.md": TABLE})
    return tmp_path


def write(files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


class Report:
    """What a run in this process came to."""

    def __init__(self, code: int, data: dict[str, Any], stderr: str) -> None:
        self.code, self.stderr = code, stderr
        self.errors: list[dict[str, Any]] = data["summary"]["errors"]
        self.findings: list[dict[str, Any]] = data["findings"]

    def places(self, *rules: str) -> list[tuple[int, int, int, int]]:
        """Of the findings of `rules`; by default of those that object to the slip, which has another name where there is English."""
        rules = rules or ("GL101", "GL301")
        return [(f["line"], f["column"], f["endLine"], f["endColumn"]) for f in self.findings if f["code"] in rules]

    def found(self) -> list[str]:
        return [f["found"] for f in self.findings if f["code"] == "GL301"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Report]:
    def check(*arguments: str) -> Report:
        code = main(["check", "--output-format", "json", "--show", "hint", *arguments])
        streams = capsys.readouterr()
        empty = '{"findings": [], "summary": {"errors": []}}'
        return Report(code, json.loads(streams.out or empty), streams.err)

    return check


def process(*arguments: str, input: bytes = b"", timeout: float = 60, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The real command; it fails the test if it hangs."""
    return subprocess.run(
        [sys.executable, "-m", "linter", *arguments],
        input=input,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        timeout=timeout,
    )


# Encodings.

MARKED = {
    "UTF-8": (codecs.BOM_UTF8, "utf-8"),
    "UTF-16, little end first": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "UTF-32, little end first": (codecs.BOM_UTF32_LE, "utf-32-le"),
    "UTF-32, big end first": (codecs.BOM_UTF32_BE, "utf-32-be"),
}
KINDS: dict[str, tuple[str, tuple[int, int, int, int]]] = {  # a file's name -> its text, and where the slip stands
    "a.md": ("# 😀 题\n\n" + SLIP, (3, 9, 3, 13)),
    "a.txt": ("😀\n\n" + SLIP, (3, 9, 3, 13)),
    "a.po": ('msgid ""\nmsgstr "Language: zh\\n"\n\nmsgid "😀 A lock file."\nmsgstr "😀 锁定文件。"\n', (5, 11, 5, 15)),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("mark", "encoding"), MARKED.values(), ids=MARKED.keys())
def test_a_byte_order_mark_decides_and_counts_as_nothing(
    mark: bytes, encoding: str, name: str, run: Callable[..., Report]
) -> None:
    text, place = KINDS[name]
    write({name: mark + text.encode(encoding)})
    report = run(name)
    assert (report.code, report.places()) == (1, [place])


@pytest.mark.parametrize("name", ["g.md", "g.csv", "g.tsv", "g.yaml"])
@pytest.mark.parametrize(("mark", "encoding"), MARKED.values(), ids=MARKED.keys())
def test_a_glossary_may_have_a_byte_order_mark(mark: bytes, encoding: str, name: str, run: Callable[..., Report]) -> None:
    texts = {
        "g.md": TABLE,
        "g.csv": "English,中文,说明\nlock file,锁文件,不用“锁定文件”\n",
        "g.tsv": "English\t中文\t说明\nlock file\t锁文件\t不用“锁定文件”\n",
        "g.yaml": "entries:\n- source: lock file\n  target: 锁文件\n  deprecated: 锁定文件\n",
    }
    write({name: mark + texts[name].encode(encoding), "a.md": SLIP})
    report = run("--glossary", name, "a.md")
    assert (report.code, report.places()) == (1, [SLIP_AT])
    assert report.findings[0]["glossary"] == {"path": name, "line": {"g.md": 3}.get(name, 2)}


@pytest.mark.parametrize(("mark", "encoding"), MARKED.values(), ids=MARKED.keys())
def test_a_configuration_may_have_a_byte_order_mark(mark: bytes, encoding: str, run: Callable[..., Report]) -> None:
    write({"glosslint.yaml": mark + "ignore: [GL301]\n".encode(encoding), "a.md": SLIP})
    assert run("a.md").code == 0


# Entries and lines that cannot be read, in files that can.

PARTLY = {  # a file's name -> its text, whose slip is found all the same, and what is told of the rest
    "a.po": (
        'msgid "A lock file."\nmsgstr "锁定文件。"\n\nmsgid "Rollback."\nmsgstr  "回滚\n\nmsgid "Next."\nmsgstr "下一个。"\n',
        (2, 9, 2, 13),
        (5, 9, "a quote that is not closed on its line"),
        "引号在本行没有闭合",
    ),
    "a.jsonl": (
        '{"source": "A lock file.", "target": "锁定文件。"}\n{"source": "Rollback.", "target": "回滚}\n',
        (1, 39, 1, 43),
        (2, 35, "not JSON: unterminated string starting at"),
        "不是 JSON：unterminated string starting at",
    ),
    "a.tsv": ("A lock file.\t锁定文件。\nRollback.\n", (1, 14, 1, 18), (2, 10, "a line without column 2"), "这一行没有第 2 列"),
}


@pytest.mark.parametrize("name", PARTLY)
def test_a_part_that_cannot_be_read_is_named_and_the_rest_is_checked(name: str, run: Callable[..., Report]) -> None:
    text, slip, (line, column, reason), chinese = PARTLY[name]
    write({name: text})
    report = run(name)
    assert (report.code, report.places(), report.places("GL901")) == (3, [slip], [(line, column, line, column)])
    assert report.errors == [{"path": name, "line": line, "column": column, "message": reason}]
    said = next(finding["message"] for finding in run("--lang", "zh", name).findings if finding["code"] == "GL901")
    assert said == f"未能检查：{chinese}"


@pytest.mark.parametrize(
    "arguments",
    [["check", "."], ["align", "a.po"], ["terms", "--for", "a.po"], ["adherence", "a.po"], ["mine", "a.po"]],
    ids=lambda arguments: arguments[0],
)
def test_every_command_that_reads_it_says_so(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    write({"a.po": PARTLY["a.po"][0]})
    assert main(arguments) == 3
    streams = capsys.readouterr()
    assert "a.po:5:9: " in streams.out + streams.err
    assert "a quote that is not closed on its line" in streams.out + streams.err


def test_explain_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    write({"a.po": PARTLY["a.po"][0]})
    assert main(["explain", "a.po:5"]) == 0
    assert "GL901 unreadable-input: not checked: a quote that is not closed on its line" in capsys.readouterr().out


def test_many_places_are_counted(run: Callable[..., Report]) -> None:
    write({"a.po": 'msgid "a\nmsgstr "甲"\n\n' * 30 + 'msgid "A lock file."\nmsgstr "锁定文件。"\n'})
    report = run("a.po")
    assert [error["line"] for error in report.errors] == list(range(1, 62, 3))
    assert report.errors[-1]["message"] == "cannot be read, as 9 more places below"
    assert len(report.places()) == 1


# bytes of a.md -> what is told, its line and column (None: the file as a whole)
UNDECODABLE: dict[str, tuple[bytes, str, tuple[int, int] | None]] = {
    "GB18030": (SLIP.encode("gb18030"), "not utf-8 at byte 0", (1, 1)),
    "GBK behind ASCII": (b"# A\n\nb " + SLIP.encode("gbk"), "not utf-8 at byte 7", (3, 3)),
    "Big5": ("鎖定檔案".encode("big5"), "not utf-8 at byte 0", (1, 1)),
    "an invalid byte behind CR and Han": ("文\r件\r\n锁".encode() + b"\xff", "not utf-8 at byte 12", (3, 2)),
    "an overlong form": (b"a\xc0\xaf", "not utf-8 at byte 1", (1, 2)),
    "a cut character": (SLIP.encode()[:-2], "not utf-8 at byte 36", (1, 13)),
    "a lone surrogate": (b"ab\xed\xa0\x80", "not utf-8 at byte 2", (1, 3)),
    "a surrogate pair as two characters": (b"\xed\xa0\xbd\xed\xb8\x80", "not utf-8 at byte 0", (1, 1)),
    "behind a mark": (codecs.BOM_UTF8 + b"\n\xff", "not utf-8 at byte 4", (2, 1)),
    "half a UTF-16 unit": (codecs.BOM_UTF16_LE + "锁".encode("utf-16-le") + b"a", "not utf-16-le at byte 4", (1, 2)),
    "a lone surrogate in UTF-16": (codecs.BOM_UTF16_BE + b"\x00\n\xd8\x00\x00a", "not utf-16-be at byte 4", (2, 1)),
    "beyond Unicode in UTF-32": (codecs.BOM_UTF32_LE + b"a\0\0\0\xff\xff\xff\xff", "not utf-32-le at byte 8", (1, 2)),
    "UTF-16 without a mark": ("ab".encode("utf-16-le"), "a binary file", None),
    "NUL": (b"ab\0c", "a binary file", None),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0", "a binary file", None),
}


@pytest.mark.parametrize(("data", "why", "place"), UNDECODABLE.values(), ids=UNDECODABLE.keys())
def test_what_is_no_text_is_named(data: bytes, why: str, place: tuple[int, int] | None, run: Callable[..., Report]) -> None:
    write({"a.md": data, "b.md": SLIP})
    report = run("a.md", "b.md")
    assert report.code == 3
    ((error),) = report.errors
    assert error["path"] == "a.md"
    assert error["message"].startswith(why)
    assert (error["line"], error["column"]) == (place or (None, None))
    line, column = place or (1, 1)
    assert report.places("GL901") == [(line, column, line, column)]
    assert report.places() == [SLIP_AT], "the other file is checked"


@pytest.mark.parametrize(("data", "why", "place"), UNDECODABLE.values(), ids=UNDECODABLE.keys())
def test_a_glossary_or_configuration_that_is_no_text_ends_the_run(
    data: bytes, why: str, place: tuple[int, int] | None, run: Callable[..., Report]
) -> None:
    where = "".join(f":{number}" for number in place or ())
    write({"g.csv": data, "c.yaml": data, "a.md": SLIP})
    for arguments, name in ((["--glossary", "g.csv"], "g.csv"), (["--config", "c.yaml"], "c.yaml")):
        report = run(*arguments, "a.md")
        assert report.code == 2
        assert f"{name}{where}: the " in report.stderr
        assert why in report.stderr


@pytest.mark.parametrize(
    ("encoding", "text"), [("gb18030", SLIP), ("gbk", SLIP), ("big5", "發布時會寫入一個鎖定文件。\n"), ("utf-16-le", SLIP)]
)
def test_a_configured_encoding_is_used(encoding: str, text: str, run: Callable[..., Report]) -> None:
    write({"glosslint.yaml": f"encoding: {{'old/': {encoding}}}\n", "old/a.md": text.encode(encoding), "b.md": SLIP})
    report = run("old", "b.md")
    assert report.code == 1
    assert report.places() == [SLIP_AT, SLIP_AT]


def test_a_byte_order_mark_goes_before_the_configured_encoding(run: Callable[..., Report]) -> None:
    write({"glosslint.yaml": "encoding: {'*': gbk}\n", "a.md": codecs.BOM_UTF8 + SLIP.encode()})
    Path("GLOSSARY.md").write_bytes(TABLE.encode("gbk"))
    assert run("a.md").places() == [SLIP_AT]


def test_an_encoding_that_is_none_is_an_error_with_its_place(run: Callable[..., Report]) -> None:
    for name in ("nonsense", "rot13", "hex", "punycode\\0"):
        write({"glosslint.yaml": f'encoding:\n  "*": "{name}"\n', "a.md": SLIP})
        report = run("a.md")
        assert report.code == 2
        assert "glosslint.yaml:2:8: there is no text encoding" in report.stderr


def test_a_binary_file_is_skipped_where_it_is_met(run: Callable[..., Report]) -> None:
    write({"docs/a.txt": b"ab\0c", "docs/b.txt": SLIP})
    met = run("-v", "docs")
    assert (met.code, met.errors, met.places()) == (1, [], [SLIP_AT])
    assert "docs/a.txt: a binary file" in met.stderr
    write({"list": "docs/a.txt\n"})
    for arguments in (["docs/a.txt"], ["docs", "docs/a.txt"], ["--files-from", "list"]):
        named = run(*arguments)
        assert (named.code, [error["path"] for error in named.errors]) == (3, ["docs/a.txt"])


@pytest.mark.parametrize("data", [b"\xff", b"a\0"], ids=["no UTF-8", "binary"])
def test_a_source_that_is_no_text_is_named_and_so_is_its_translation(data: bytes, run: Callable[..., Report]) -> None:
    write({"en/a.md": data, "zh/a.md": SLIP, "zh/b.md": SLIP})
    report = run("zh")
    assert report.code == 3
    assert [error["path"] for error in report.errors] == ["en/a.md", "zh/a.md"]
    assert [f["path"] for f in report.findings if f["code"] == "GL301"] == ["zh/b.md"]


# Line ends.

PAGE = "# 题\n\n锁定文件。\n\n- 一\n- 锁定文件\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 锁定文件 |\n"


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "a mark"])
def test_the_kind_of_line_end_changes_nothing(mark: str, name: str, run: Callable[..., Report]) -> None:
    def places(text: str) -> list[tuple[int, int, int, int]]:
        Path(name).write_bytes((mark + text).encode())
        return run(name).places()

    mixed = "".join(line + end for line, end in zip(PAGE.split("\n"), ["\r\n", "\n", "\r"] * 4, strict=False))
    wanted = [(3, 1, 3, 5), (6, 3, 6, 7), (10, 7, 10, 11)]
    assert [places(text) for text in (PAGE, PAGE.replace("\n", "\r\n"), PAGE.replace("\n", "\r"), mixed)] == [wanted] * 4


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.po"])
@pytest.mark.parametrize(
    "character", "\x0b \x0c \x1c \x1d \x1e \x85 \u2028 \u2029".split(" "), ids=lambda char: f"U+{ord(char):04X}"
)
def test_nothing_else_ends_a_line(character: str, name: str, run: Callable[..., Report]) -> None:
    if name == "a.po":
        text = f'msgid ""\nmsgstr "Language: zh\\n"\n\nmsgid "A lock file."\nmsgstr "甲{character}乙，锁定文件。"\n'
        write({name: text})
        assert run(name).places() == [(5, 13, 5, 17)]
    else:
        write({name: f"甲{character}乙，锁定文件。\n\n锁定文件\n"})
        assert run(name).places() == [(1, 5, 1, 9), (3, 1, 3, 5)]


# Characters that hide or mislead.

INVISIBLE = {
    "a zero-width space": "锁\u200b定文件",
    "a joiner": "锁定\u200d文件",
    "a word joiner": "锁定\u2060文件",
    "a byte order mark inside": "锁\ufeff定文件",
    "a soft hyphen": "锁\u00ad定文件",
    "a variation selector": "锁\ufe00定文件",
    "an ideographic variation": "锁定文\U000e0100件",
    "turned direction": "锁\u202e定文\u202c件",
    "isolated": "锁\u2067定文\u2069件",
    "a combining mark": "锁\u0301定文件",
    "a tag": "锁\U000e0041定文件",
}


@pytest.mark.parametrize("written", INVISIBLE.values(), ids=INVISIBLE.keys())
def test_invisible_characters_hide_no_term_and_are_shown_escaped(
    written: str, run: Callable[..., Report], capsys: pytest.CaptureFixture[str]
) -> None:
    write({"a.md": f"写入{written}。\n"})
    report = run("a.md")
    assert report.found() == [written]
    assert report.places() == [(1, 3, 1, 3 + len(written))]
    assert report.findings[0]["rendering"] == "锁定文件"
    for form in FORMATS:
        main(["a.md", "--output-format", form])
        shown = capsys.readouterr().out
        assert "GL301" in shown
        assert not (set(written) - set("锁定文件")) & set(shown)


def test_width_is_folded_and_offsets_are_those_of_the_original(run: Callable[..., Report]) -> None:
    write({"g.csv": "English,中文,说明\ninit container,Init 容器,不用“起始Box”\n", "a.md": "见：起始Ｂｏｘ与Ｉｎｉｔ　容器。\n"})
    report = run("--glossary", "g.csv", "a.md")
    assert (report.found(), report.places()) == (["起始Ｂｏｘ"], [(1, 3, 1, 8)])


# Bounds.

MEGABYTE = 1_000_000
HUGE: dict[str, str] = {
    "a line of 5 MB": "发布时会写入一个锁文件，the lock file。" * (5 * MEGABYTE // 52),
    "a line without a blank": "锁" * MEGABYTE,
    "a blob": "aGVsbG8" * (MEGABYTE // 7),
    "quotes in quotes": "> " * 25_000 + "锁定文件",
    "items in items": "\n".join("  " * depth + "- 锁定文件" for depth in range(800)),
    "items in items of one line": "- " * 25_000 + "锁定文件",
    "open brackets": "[" * 100_000,
    "open links": "[a](" * 25_000,
    "links in links": "[" * 20_000 + "锁" + "](b)" * 20_000,
    "open images": "![" * 100_000,
    "emphasis that never closes": "*a **b " * 25_000,
    "underscores that never close": "_a __b " * 25_000,
    "backticks of growing length": " ".join("`" * count for count in range(1, 800)),
    "tags in tags": "<div>" * 25_000 + "锁定文件",
    "tags that never close": "<a " * 100_000,
    "declarations that never close": "<![CDATA[" * 100_000,
    "instructions that never close": "<?" * 100_000,
    "comments that never close": "<!--" * 100_000,
    "attributes that never close": "<a b='" * 40_000 + '"<a {' * 25_000,
    "a table of many columns": "|" * 20_000 + "\n" + "|-" * 20_000 + "|\n" + "|锁" * 20_000,
    "a table of many rows": "| a | b |\n|---|---|\n" + "| c | 锁定文 |\n" * 10_000,
    "many references": "".join(f"[a{n}]: b\n" for n in range(10_000)) + "".join(f"[a{n}] " for n in range(10_000)),
    "parentheses": "（" * 25_000 + "agent" + "）" * 25_000,
    "glosses that never close": "锁（a" * 25_000,
    "blank lines": "\n" * 150_000 + "锁",
    "blanks": " " * MEGABYTE + "锁",
    "carriage returns": "\r" * 150_000 + "锁",
    "accents": "e" + "\u0301" * 150_000,
    "braces": "{{" * 25_000 + "{%" * 25_000 + "}}" * 25_000,
    "dollars": "$a " * 100_000,
    "directives": ":::\n" * 25_000,
    "speakers": "A: " * 25_000,
    "addresses": "http://a.b/" * 25_000,
    "paths": "a/" * 100_000 + "a." * 100_000,
    "placeholders": "%(" * 100_000 + "%s" * 100_000,
    "front matter that never ends": "---\n" + "a: [\n" * 25_000,
}


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_time_is_bounded(text: str, name: str, run: Callable[..., Report]) -> None:
    write({name: text})
    started = time.process_time()
    report = run(name)
    took = time.process_time() - started
    assert report.errors == []
    assert took < 5 + 10 * len(text.encode()) / MEGABYTE, "a hundred times what is needed; what grows with the square needs more"


HUGE_PAIRS: dict[str, str] = {
    "a pair of many terms": json.dumps({"source": "The lock file. " * 40_000, "target": "锁文件。" * 40_000}, ensure_ascii=False),
    "a string of escapes": '{"source": "A lock file.", "target": "' + "\\u9501\\n" * 60_000 + '"}',
    "a string that never closes": '{"source": "' + "a" * MEGABYTE,
    "arrays in arrays": '{"n": ' + "[" * 500_000 + "]" * 500_000 + "}",
    "objects in objects": '{"n":' * 100_000 + "1" + "}" * 100_000,
    "a long number": '{"n": ' + "9" * MEGABYTE + "}",
    "many members": "{" + ", ".join(f'"k{number}": {number}' for number in range(60_000)) + "}",
    "many lines that are no pair": "x\n" * 100_000,
    "many empty objects": "{}\n" * 100_000,
    "many tabs": "\t" * MEGABYTE,
    "many cells": "\n".join(["A lock file.\t锁文件。" + "\tx" * 300] * 300),
}


@pytest.mark.parametrize("name", ["a.jsonl", "a.tsv"])
@pytest.mark.parametrize("text", HUGE_PAIRS.values(), ids=HUGE_PAIRS.keys())
def test_time_is_bounded_for_pairs(text: str, name: str, run: Callable[..., Report]) -> None:
    write({name: text + "\n" + '{"source": "A lock file.", "target": "锁定文件。"}\n'})
    started = time.process_time()
    report = run(name)
    took = time.process_time() - started
    assert len(report.errors) <= 21, "what is like the rest is counted"
    assert took < 5 + 10 * len(text.encode()) / MEGABYTE
    if name == "a.jsonl":
        assert report.found() == ["锁定文件"], "the pair below is judged all the same"


def test_ten_thousand_files_take_time_in_proportion(run: Callable[..., Report]) -> None:
    write({f"docs/{number % 100}/{number}.txt": "" for number in range(10_000)})
    write({"docs/z.txt": SLIP})
    started = time.process_time()
    report = run("docs")
    assert (report.code, report.places(), report.errors) == (1, [SLIP_AT], [])
    assert time.process_time() - started < 60


def test_a_file_that_is_too_large_is_named(run: Callable[..., Report]) -> None:
    with open("a.md", "wb") as file:
        file.truncate(LARGEST + 1)
    Path("g.csv").hardlink_to("a.md")
    report = run("a.md")
    assert (report.code, [error["message"] for error in report.errors]) == (3, ["larger than 64 MB"])
    assert "g.csv: the glossary cannot be read: larger than 64 MB" in run("--glossary", "g.csv").stderr


# Files that are none.


def test_a_pipe_is_never_waited_for() -> None:
    os.mkfifo("pipe.md")
    write({"a.md": SLIP, "zh/b.md": SLIP, "en/x.md": "", "in/a.md": SLIP, "in/b/a.md": SLIP, "rules/x.md": ""})
    for name in ("en/b.md", "in/.gitignore", "in/b/pyproject.toml", "in/b/glosslint.yaml", "rules/x.yaml"):
        os.mkfifo(name)
    write({"rules.yaml": "rules: [rules]\n"})
    done = process("pipe.md", "a.md")
    assert done.returncode == 3
    assert b"pipe.md:1:1: error GL901" in done.stdout
    assert b"a.md:1:9: error GL301" in done.stdout
    for arguments, told in (
        (["--glossary", "pipe.md", "a.md"], b"pipe.md: the glossary cannot be read: not a regular file"),
        (["--config", "pipe.md", "a.md"], b"pipe.md: the configuration cannot be read: not a regular file"),
        (["--config", "rules.yaml", "a.md"], b"rules/x.yaml: the rule cannot be read: not a regular file"),
    ):
        done = process(*arguments)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    done = process("zh/b.md")
    assert done.returncode == 3
    assert b"en/b.md:1:1: error GL901" in done.stdout
    assert b"zh/b.md:1:1: error GL901" in done.stdout
    assert process("in").returncode == 1
    os.chdir("in/b")
    assert process("a.md").returncode == 0  # no glossary lies here


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a device without an end")
def test_a_device_is_never_read() -> None:
    write({"a.md": SLIP, "zh/b.md": SLIP, "en/x.md": ""})
    for name in ("zero.md", "en/b.md", ".gitignore", "pyproject.toml"):
        Path(name).symlink_to("/dev/zero")
    assert process("a.md", "zh/b.md").returncode == 1
    assert process("zero.md").returncode == 3
    done = process("--glossary", "zero.md", "a.md")
    assert (done.returncode, b"not a regular file" in done.stderr) == (2, True)


def test_links_that_lead_nowhere_and_folders_with_a_document_s_name(run: Callable[..., Report]) -> None:
    write({"docs/a.md": SLIP})
    Path("docs/loop.md").symlink_to("loop.md")
    Path("docs/gone.md").symlink_to("nowhere.md")
    Path("docs/up").symlink_to("..")
    Path("docs/folder.md").mkdir()
    met = run("-v", "docs")
    assert (met.code, met.errors, met.places()) == (1, [], [SLIP_AT])
    assert "docs/loop.md: a broken link, skipped" in met.stderr
    named = run("docs/loop.md", "docs/gone.md", "docs/up/docs/a.md")
    assert (named.code, [error["path"] for error in named.errors]) == (3, ["docs/gone.md", "docs/loop.md"])
    assert named.places() == [SLIP_AT]
    assert run("docs/folder.md").code == 0
    assert "docs/folder.md: the glossary cannot be read" in run("--glossary", "docs/folder.md", "docs/a.md").stderr


def test_a_source_that_links_out_of_the_project_is_not_read(
    run: Callable[..., Report], tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("A lock file.\n\nA lock file.\n\nThe lock file: secret.\n", encoding="utf-8")
    write({"zh/a.md": "锁文件。\n\n锁文件。\n\n锁固文件：秘密。\n", "en/x.md": ""})
    Path("en/a.md").symlink_to(secret)
    for arguments in (["zh"], ["--pair", "en/{}=zh/{}", "zh"]):
        assert run(*arguments).findings == []
    outside = os.path.relpath(secret)
    assert "GL101" in [f["code"] for f in run("--pair", f"{outside}=zh/a.md", "zh").findings], "the user may name what they like"
    write({"glosslint.yaml": f"pairs: ['{{}}/../{outside}={{}}/../zh/a.md']\n"})
    report = run("zh")
    assert report.code == 2
    assert "lies outside the project" in report.stderr


def test_one_file_by_many_paths_is_one(run: Callable[..., Report], folder: Path) -> None:
    write({"docs/a.md": SLIP})
    Path("docs/link.md").symlink_to("a.md")
    Path("other").symlink_to("docs")
    report = run(
        "docs", "docs/a.md", "./docs//a.md", str(folder / "docs/a.md"), "docs/link.md", "other/a.md", "other/../docs/a.md"
    )
    assert [f["path"] for f in report.findings] == ["docs/a.md"]


@pytest.mark.parametrize(
    "refused",
    [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file or directory")],
    ids=["unreadable", "vanishing"],
)
def test_a_file_that_was_found_and_cannot_be_opened(
    refused: OSError, run: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"docs/a.md": SLIP, "docs/b.md": SLIP})
    opened = os.open

    def refusing(path: Any, *rest: Any, **more: Any) -> int:
        if str(path).endswith("a.md"):
            raise refused
        return opened(path, *rest, **more)

    monkeypatch.setattr("linter.source.os.open", refusing)
    report = run("docs")
    assert (report.code, report.places()) == (3, [SLIP_AT])
    assert [(error["path"], error["message"]) for error in report.errors] == [("docs/a.md", refused.strerror)]


# b.md, or a source of it -> what is told of it where another file of the project is checked
MISSED = {
    "undecodable": ({"b.md": b"\xff"}, "b.md:1:1: not utf-8 at byte 0"),
    "a source that is undecodable": ({"en/c.md": b"a\xff", "zh/c.md": b""}, "zh/c.md: its source en/c.md cannot be read"),
    "lines that are no pairs": ({"b.jsonl": b"{\n"}, "b.jsonl:1:2: not JSON"),
}


@pytest.mark.parametrize(("files", "told"), MISSED.values(), ids=MISSED.keys())
def test_a_file_of_the_project_that_nobody_asked_for_fails_no_run_on_others(
    files: dict[str, str | bytes], told: str, run: Callable[..., Report]
) -> None:
    write({"glosslint.yaml": "include: ['*.md', '*.jsonl']\n", "a.md": SLIP, "clean.md": "回滚。\n", **files})
    hook = run("a.md")
    assert (hook.code, hook.errors, hook.places(), hook.places("GL901")) == (1, [], [SLIP_AT], [])
    assert f"glosslint: warning: {told}" in hook.stderr
    assert "there is no evidence from this file" in hook.stderr
    assert run("clean.md").code == 0
    assert run("-q", "clean.md").stderr == ""
    for whole in ([], ["."], ["--exit-zero"]):
        report = run(*whole)
        assert report.code == 3
        assert any(told.startswith(f"{error['path']}:") and error["message"][:8] in told for error in report.errors)


@pytest.mark.parametrize("arguments", [[""], ["--glossary", "", "a.md"], ["--stdin-filename", ""]], ids=" ".join)
def test_an_empty_path_is_refused(arguments: list[str], run: Callable[..., Report]) -> None:
    write({"a.md": SLIP})
    report = run(*arguments)
    assert (report.code, "an empty path was given" in report.stderr) == (2, True)


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, "a.md/b.md"], ids=["NUL", "too long", "below a file"])
def test_a_path_that_cannot_be_one_is_named(path: str, run: Callable[..., Report]) -> None:
    write({"a.md": SLIP})
    report = run(path)
    assert (report.code, [error["path"] for error in report.errors]) == (3, [path])
    assert run("--glossary", path, "a.md").code == 2


# Glossaries.

# a glossary file -> exit code with a.md, and (code, line) of the findings at its rows, or a part of the error
GLOSSARIES: dict[str, tuple[str, str, int, list[tuple[str, int]] | str]] = {
    "an empty table file": ("g.md", "", 2, "g.md: no glossary entry"),
    "a header alone": ("g.md", "| English | 中文 |\n|---|---|\n", 2, "g.md: no glossary entry"),
    "an empty CSV file": ("g.csv", "", 2, "g.csv: no glossary entry"),
    "a CSV header alone": ("g.csv", "English,中文\n", 2, "g.csv: no glossary entry"),
    "blank records": ("g.csv", "English,中文\n,\n\n,\n", 2, "g.csv: no glossary entry"),
    "an empty YAML file": ("g.yaml", "", 2, "g.yaml: no glossary entry"),
    "YAML without entries": ("g.yaml", "entries: []\n", 2, "g.yaml: no glossary entry"),
    "a duplicate row": ("g.csv", "English,中文\nrollback,回滚\nrollback,回滚\n", 1, [("GL502", 3)]),
    "rows that contradict": ("g.csv", "English,中文\nrollback,回滚\nrollback,回退\n", 1, [("GL503", 3)]),
    "two terms, one translation": ("g.csv", "English,中文\nrollback,回滚\nrevert,回滚\n", 0, [("GL504", 3)]),
    "a row without a source": ("g.csv", "English,中文\n,回滚\nrollback,回滚\n", 1, [("GL501", 2)]),
    "a row of too few cells": ("g.csv", "English,中文\nrollback\nrevert,还原\n", 1, [("GL501", 2)]),
    "a quote that is never closed": ("g.csv", 'English,中文\nrollback,"回滚\nrevert,还原\n', 1, [("GL501", 2)]),
    "translations that turn in a circle": (
        "g.yaml", "entries:\n- {source: A1, target: 甲, deprecated: 乙}\n- {source: B1, target: 乙, deprecated: 甲}\n", 0, [],
    ),
    "renderings that are each other's source": ("g.csv", "English,中文\nfoo,bar\nbar,foo\n", 0, []),
    "a spreadsheet": ("g.xlsx", "PK\x03\x04\0\0", 2, "g.xlsx: the glossary cannot be read: a binary file"),
    "XML": ("g.tbx", '<!DOCTYPE x [<!ENTITY a "&b;">]><x>&a;</x>', 2, "g.tbx: no glossary entry"),
    "JSON that is none": ("g.json", '{"entries": [', 2, "g.json:1:"),
    "YAML that is none": ("g.yaml", "entries:\n- source: [a\n  target: b\n", 2, "g.yaml:3:"),
    "a YAML alias": ("g.yaml", "entries:\n- source: &a x\n  target: *a\n", 2, "g.yaml:3:11: YAML aliases are not allowed"),
    "a YAML tag": ("g.yaml", "entries:\n- source: !!python/name:os.system x\n", 2, "g.yaml:2:11: YAML tags are not allowed"),
    "a YAML key that stands twice": ("g.yaml", "entries:\n- source: x\n  source: y\n", 2, "g.yaml:3:3: the key 'source' stands here twice"),
    "a YAML merge key": ("g.yaml", "entries:\n- <<: {source: x}\n", 2, "g.yaml:2:3: unknown key '<<'"),
    "a second YAML document": ("g.yaml", "entries:\n- source: x\n---\nentries: []\n", 2, "g.yaml:3:1: one YAML document"),
    "an unknown YAML key": ("g.yaml", "entries:\n- source: x\n  targets: y\n", 2, "g.yaml:3:3: unknown key 'targets' (did you mean 'target'?)"),
    "deep YAML": ("g.yaml", "entries: " + "[" * 20_000, 2, "g.yaml:"),
    "a YAML bomb": ("g.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nentries: [*b, *b]\n", 2, "g.yaml:2:8: YAML aliases are not allowed"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code", "told"), GLOSSARIES.values(), ids=GLOSSARIES.keys())
def test_a_bad_glossary(name: str, text: str, code: int, told: list[tuple[str, int]] | str, run: Callable[..., Report]) -> None:
    write({name: text, "a.md": "回滚完成。\n"})
    report = run("--glossary", name, "a.md")
    assert report.code == code, (report.findings, report.stderr)
    if isinstance(told, str):
        assert told in report.stderr
    else:
        assert [(f["code"], f["line"]) for f in report.findings if f["path"] == name] == told


def test_two_glossaries_that_contradict_each_other(run: Callable[..., Report]) -> None:
    write({"g.csv": "English,中文\nrollback,回退\n", "a.md": "文\n"})
    report = run("--glossary", "GLOSSARY.md", "--glossary", "g.csv", "a.md")
    assert (report.code, [f["path"] for f in report.findings if f["code"] == "GL503"]) == (1, ["g.csv"])


def test_a_formula_is_a_text_like_any_other(run: Callable[..., Report]) -> None:
    write({"g.csv": 'English,中文\n"=HYPERLINK(""http://a.b"",""x"")",链接\n+cmd|calc,命令\n@SUM(A1),求和\n', "a.md": "=1+1\n"})
    report = run("--glossary", "g.csv", "a.md")
    assert report.code in (0, 1)
    assert {f["code"] for f in report.findings} <= {"GL501", "GL507"}


SCALARS = ("no", "yes", "on", "null", "~x", "1_000", "12:30", "0x1F", "1e3", "2024-01-01", ".inf", "true", "010", "1.0")


@pytest.mark.parametrize("scalar", SCALARS)
def test_what_yaml_calls_another_type_stays_the_text_that_was_written(scalar: str, capsys: pytest.CaptureFixture[str]) -> None:
    write({"g.yaml": f"entries:\n- source: {scalar}\n  target: 甲{scalar}\n  note: {scalar}\n"})
    assert main(["terms", "--glossary", "g.yaml", "--output-format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["entries"]
    assert (entry["source"], entry["preferred"], entry["note"]) == ([scalar], f"甲{scalar}", scalar)


def test_a_large_glossary_takes_time_in_proportion(run: Callable[..., Report]) -> None:
    rows = "".join(
        f"term{number} word,译{chr(0x4E00 + number % 20_000)}{chr(0x4E00 + number // 20_000)}{number}\n"
        for number in range(20_000)
    )
    write({"g.csv": "English,中文\n" + rows, "a.md": SLIP})
    started = time.process_time()
    assert run("--glossary", "g.csv", "a.md").code == 0
    assert time.process_time() - started < 20


# Configurations.

CONFIGURATIONS: dict[str, tuple[str, str, str]] = {
    "an unknown key": ("glosslint.yaml", "lang: zh\nselct: [GL1]\n", "glosslint.yaml:2:1: unknown key 'selct' (did you mean 'select'?)"),
    "a key that stands twice": ("glosslint.yaml", "lang: zh\nlang: en\n", "glosslint.yaml:2:1: the key 'lang' stands here twice"),
    "an alias": ("glosslint.yaml", "select: &a [GL1]\nignore: *a\n", "glosslint.yaml:2:9: YAML aliases are not allowed"),
    "a tag": ("glosslint.yaml", "lang: !!str zh\n", "glosslint.yaml:1:7: YAML tags are not allowed"),
    "a word that YAML calls false": ("glosslint.yaml", "lang: no\n", "glosslint.yaml:1:7: unknown language 'no'"),
    "a list in place of a text": ("glosslint.yaml", "lang: [zh]\n", "glosslint.yaml:1:7: language is expected here, not a list"),
    "a control character": ("glosslint.yaml", "lang: z\x01h\n", "glosslint.yaml:1:"),
    "no YAML": ("glosslint.yaml", "lang: 'zh\n", "glosslint.yaml:"),
    "a glossary outside": ("glosslint.yaml", "glossaries: [../../etc/passwd]\n", "glosslint.yaml:1:14: ../../etc/passwd lies outside the project"),
    "a glossary that is not there": ("glosslint.yaml", "glossaries: [none.md]\n", "none.md: the glossary cannot be read"),
    "no TOML": ("pyproject.toml", "[tool.glosslint]\nlang = \n", "pyproject.toml:2:8: not TOML"),
    "deep TOML": ("pyproject.toml", "[tool.glosslint]\nlang = " + "[" * 5000, "pyproject.toml:"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), CONFIGURATIONS.values(), ids=CONFIGURATIONS.keys())
def test_a_bad_configuration_is_named_with_its_place(name: str, text: str, told: str, run: Callable[..., Report]) -> None:
    write({name: text, "a.md": SLIP})
    report = run("a.md")
    assert report.code == 2
    assert f"glosslint: error: {told}" in report.stderr


# Hostile texts in every output.

HOSTILE = "\x1b[31m\x9b31m\u202e::error::x\r::warning::y\x00".replace("\x00", "\x07") + "<script>]]>|"


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_texts_drive_no_output(form: str) -> None:
    name = "a\x1b[2J\n::error file=x::y,z%0A.md"
    page = f"写入锁定\x1b[31m文件，锁定文件{HOSTILE}。\n::error::锁定文件\n##[error]锁定文件\n"
    write(
        {name: page, "bad\n::error::\x1b.md": b"\xff", "g.md": TABLE.replace("rollback", f"roll{HOSTILE.replace('|', '')}back")}
    )
    done = process("--glossary", "g.md", "--output-format", form, "--show", "hint", ".")
    assert done.returncode == 3
    out, err = done.stdout.decode(), done.stderr.decode()
    for stream in (out, err):
        assert not set(stream) & {*map(chr, range(10)), *map(chr, range(11, 32)), *map(chr, range(0x7F, 0xA0)), "\u202e"}
        assert "##[" not in stream
    commands = [line for line in (out + err).splitlines() if line.lstrip().startswith("::")]
    if form == "github":
        for line in commands:
            head, properties, _ = line.split("::", 2)[0], *line.split("::", 2)[1:]
            assert head == ""
            assert properties.split(" ")[0] in ("error", "warning", "notice")
            assert "file=x" not in line.replace("file%3Dx", "").split(",")[1:]
    else:
        assert commands == []
    if form == "json":
        data = json.loads(out)
        assert {f["path"] for f in data["findings"]} >= {name}
    if form == "jsonl":
        assert all(json.loads(line)["code"].startswith("GL") for line in out.splitlines())


def test_names_of_many_kinds_are_found_and_told_apart(run: Callable[..., Report]) -> None:
    names = [
        b"a\n.md",
        b"a\x1b[31m.md",
        b"\xff\xfe.md",
        b"a b.md",
        b"-x.md",
        b"a:1:2.md",
        "文\u202e件.md".encode(),
        b"a\\b.md",
        b"'\".md",
    ]
    os.mkdir("docs")
    made = []
    for name in names:
        try:
            with open(b"docs/" + name, "wb") as file:
                file.write(SLIP.encode())
        except OSError:
            continue  # this file system does not take such a name
        made.append("docs/" + os.fsdecode(name))
    report = run("docs")
    assert (report.code, {f["path"] for f in report.findings}) == (1, set(made))
    write({"list": b"\0".join(os.fsencode(name) for name in made)})
    assert {f["path"] for f in run("--files-from", "list").findings} == set(made)
    assert run("--", *made).errors == []


# Where the report goes.


@pytest.mark.parametrize("form", FORMATS)
def test_an_ascii_output_gets_escapes(form: str) -> None:
    write({"文.md": SLIP})
    done = process("文.md", "--output-format", form, PYTHONIOENCODING="ascii:strict", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1, done.stderr
    assert b"GL301" in done.stdout
    done.stdout.decode("ascii")
    done.stderr.decode("ascii")


@pytest.mark.parametrize("form", FORMATS)
def test_a_closed_pipe_ends_quietly(form: str) -> None:
    write({"a.md": SLIP * 3000})
    command = f"{sys.executable} -m linter --output-format {form} a.md | head -n 1 > /dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_leaves_nothing_behind(folder: Path) -> None:
    write({"a.md": SLIP})
    done = process("--output-file", "/dev/full", "a.md")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"glosslint: error: /dev/full: the report cannot be written: No space left on device\n"
    assert sorted(os.listdir(folder)) == ["GLOSSARY.md", "a.md"]


def test_a_disk_that_fills_up_leaves_the_old_report(
    folder: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Report]
) -> None:
    write({"a.md": SLIP, "report.json": "old"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("linter.cli.output.os.replace", full)
    report = run("--output-file", "report.json", "a.md")
    assert (report.code, "report.json: the report cannot be written: No space left" in report.stderr) == (2, True)
    assert Path("report.json").read_text() == "old"
    assert sorted(os.listdir(folder)) == ["GLOSSARY.md", "a.md", "report.json"]


def test_closed_streams() -> None:
    write({"a.md": SLIP})
    command = f"{sys.executable} -m linter"
    for arguments, code in (
        ("--stdin-filename a.md <&-", 2),
        ("--files-from - <&-", 2),
        ("a.md 2>&-", 1),
        ("nothing.md 2>&-", 3),
    ):
        done = subprocess.run(["bash", "-c", f"{command} {arguments}"], capture_output=True, timeout=120)
        assert done.returncode == code, (arguments, done.stderr)
        assert b"bug" not in done.stderr
