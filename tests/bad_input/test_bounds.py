"""Time and memory are bounded, whatever the text."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import SLIP, SLIP_AT, Report, write

from linter.source import LARGEST

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
