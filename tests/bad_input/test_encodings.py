"""Bytes, encodings and line ends of every kind: a text is read, or the part that cannot be is named with its place."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import SLIP, SLIP_AT, TABLE, Report, write

from linter.cli import main

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
