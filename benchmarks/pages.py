"""A translation project of many Markdown files, for benchmarks of whole runs.

The sentences are those of the catalogues beside the project (../shared/bench), or made here where these are absent.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[2] / "shared" / "bench" / "dev"
OWN = (
    ("The agent divides every task into small steps.", "每个智能体都会把任务拆成小步。"),
    ("Run the tests before the deployment.", "部署之前先跑一遍测试。"),
    ("This table lists all parameters of the scheduler.", "这张表列出了调度器的所有参数。"),
    ("The cache is computed again when it expires.", "缓存失效以后要重新计算。"),
)
TERMS = (("agent", "智能体"), ("deployment", "部署"), ("parameter", "参数"), ("scheduler", "调度程序"), ("cache", "缓存"))
CODE = "```python\nfor name in sorted(names):\n    print(name)\n```"
CONFIGURATION = 'glossaries: [GLOSSARY.csv]\npairs: ["en/{}=zh/{}"]\n'

_MESSAGE = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n)+)', re.MULTILINE)


class Made(NamedTuple):
    """What was written: files and bytes of Markdown, and where the text is from."""

    files: int
    bytes: int
    origin: str


def sentences() -> list[tuple[str, str]]:
    """English with its Chinese, in the order of the catalogues, each on one line."""
    found = []
    for path in sorted(SHARED.glob("**/*.po")):
        for match in _MESSAGE.finditer(path.read_text(encoding="utf-8")):
            english, chinese = (" ".join(_unquoted(text).split()) for text in match.groups())
            if english and chinese:
                found.append((english, chinese))
    return found or [(f"{a} It is step {n}.", f"{b}这是第 {n} 步。") for n in range(2_000) for a, b in OWN]


def terms() -> list[tuple[str, str]]:
    """The rows of the glossary beside those catalogues."""
    path = SHARED / "python" / "glossary.csv"
    if not path.is_file():
        return list(TERMS)
    with path.open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in list(csv.reader(file))[1:]]


def project(folder: Path, files: int, size: int) -> Made:
    """Write a configured project of `files` Markdown files with about `size` bytes in all.

    In turn: a Chinese page by itself, a Chinese page with the English in comments above it, and a page with its source beside it.
    """
    for name in ("notes", "both", "en", "zh"):
        (folder / name).mkdir(parents=True)
    rows = "".join(f'"{english}","{chinese}"\n' for english, chinese in terms())
    (folder / "GLOSSARY.csv").write_text("en,zh\n" + rows, encoding="utf-8")
    (folder / "glosslint.yaml").write_text(CONFIGURATION, encoding="utf-8")
    supply = cycle(sentences())
    count = total = number = 0
    while count < files:
        number += 1
        kinds = (("notes",), ("both",), ("en", "zh"))[number % 3 if count < files - 1 else 0]
        blocks = list(_blocks(number, supply, len(kinds) * (size - total) // (files - count), kinds[0] != "notes"))
        for kind in kinds:
            text = "\n\n".join(_written(english, chinese, kind) for english, chinese in blocks) + "\n"
            (folder / kind / f"{number:05}.md").write_text(text, encoding="utf-8")
            total += len(text.encode())
        count += len(kinds)
    return Made(count, total, "the catalogues of ../shared/bench" if SHARED.is_dir() else "sentences of our own")


def _blocks(number: int, supply: Iterator[tuple[str, str]], size: int, english_counts: bool) -> Iterator[tuple[str, str]]:
    """The blocks of one page in both languages, until they have `size` bytes."""
    yield f"# Chapter {number}", f"# 第 {number} 章"
    made = 20
    for count, (english, chinese) in enumerate(supply, 1):
        head = "## " if len(chinese) < 12 and count % 3 == 0 else "- " if count % 5 == 0 else ""
        yield head + english, head + chinese
        made += len(chinese.encode()) + english_counts * len(english.encode()) + 8
        if count % 9 == 0:
            yield CODE, CODE
            made += len(CODE) * (1 + english_counts)
        if made >= size:
            return


def _written(english: str, chinese: str, kind: str) -> str:
    if kind == "both" and english != chinese:
        return f"<!-- {english} -->\n\n{chinese}"
    return english if kind == "en" else chinese


def _unquoted(quoted: str) -> str:
    return "".join(ast.literal_eval(line) for line in quoted.splitlines())
