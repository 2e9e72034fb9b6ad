"""`glosslint terms --for`: the rows that a document needs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import main

GLOSSARY = """\
| English | 中文 | 备注 |
|---|---|---|
| agent | 智能体 / AI代理（根据上下文选择） | |
| lock file (LF) | 锁文件 | 不用“锁定文件” |
| rollback | 回滚 | |
| shard | 不译 | 平台术语 |
| A/B testing | A/B 测试 | |
| cluster (n.) | 集群 | |
"""
ENGLISH = "# A rollback\n\nThe lock file of a `cluster`.\n\nEvery agent has one lock file, and the LF is small. A rollback.\n"
FILES = {
    "en.md": ENGLISH,
    "zh.md": "回滚时删除锁文件，不要删除锁定文件。\n",
    "guide_origin.md": "Mind the shard.\n",
    "guide.md": "留意 shard。这里提到了智能体。\n",
    "zh.po": 'msgid ""\nmsgstr "Language: zh\\n"\n\n#, fuzzy\n'
    'msgid "A shard or \\"rollback\\""\nmsgstr "碎片"\n\nmsgid "%d agent"\nmsgid_plural "%d agents"\nmsgstr[0] ""\n',
    "seg.jsonl": '{"source": "No rollback here."}\n{"src": "An agent.", "tgt": "智能体。"}\nx\n',
    "talk.md": "An agent and a shard.\n\n智能体与 shard。\n",
    "name.md": "Rollback Labs Inc. and the Shard Tower are firms.\n",
    "none.md": "Nothing.\n",
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name, text in {"GLOSSARY.md": GLOSSARY, **FILES}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


# arguments -> (term, count, path, line, column of the first occurrence)
CASES: dict[str, tuple[list[str], list[tuple[str, int, str, int, int]]]] = {
    "an English text that nobody has translated": (
        ["en.md"], [("rollback", 2, "en.md", 1, 5), ("lock file", 3, "en.md", 3, 5), ("agent", 1, "en.md", 5, 7)],
    ),
    "the most frequent first": (
        ["en.md", "--sort", "count"], [("lock file", 3, "en.md", 3, 5), ("rollback", 2, "en.md", 1, 5), ("agent", 1, "en.md", 5, 7)],
    ),
    "a Chinese text by itself": (["zh.md"], [("rollback", 1, "zh.md", 1, 1), ("lock file", 2, "zh.md", 1, 6)]),
    "a translation by its English source": (["guide.md"], [("shard", 1, "guide_origin.md", 1, 10)]),
    "both languages in one file": (["talk.md"], [("agent", 1, "talk.md", 1, 4), ("shard", 1, "talk.md", 1, 16)]),
    "every message of a catalogue": (
        ["zh.po"], [("shard", 1, "zh.po", 5, 10), ("rollback", 1, "zh.po", 5, 21), ("agent", 2, "zh.po", 8, 11)],
    ),
    "every source of JSON Lines": (["seg.jsonl"], [("rollback", 1, "seg.jsonl", 1, 16), ("agent", 1, "seg.jsonl", 2, 13)]),
    "two files, in their order": (["talk.md", "en.md"], [
        ("agent", 2, "talk.md", 1, 4), ("shard", 1, "talk.md", 1, 16), ("rollback", 2, "en.md", 1, 5), ("lock file", 3, "en.md", 3, 5),
    ]),
    "a file that is named twice": (["guide.md", "./guide.md"], [("shard", 1, "guide_origin.md", 1, 10)]),
    "one term of them": (["en.md", "--term", "agent"], [("agent", 1, "en.md", 5, 7)]),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "rows"), CASES.values(), ids=CASES.keys())
def test_rows(arguments: list[str], rows: list[tuple[str, int, str, int, int]], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["terms", "--output-format", "json", "--for", *arguments]) == (3 if "seg.jsonl" in arguments else 0)
    entries = json.loads(capsys.readouterr().out)["entries"]
    found = [(e["source"][0], e["count"], e["first"]["path"], e["first"]["line"], e["first"]["column"]) for e in entries]
    assert found == rows


def test_the_table_for_a_brief(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["terms", "--for", "en.md", "talk.md"]) == 0
    assert capsys.readouterr() == (
        "| English | 中文 | Do not use | Notes |\n"
        "| --- | --- | --- | --- |\n"
        "| rollback | 回滚 |  |  |\n"
        "| lock file / LF | 锁文件 | 锁定文件 | 不用“锁定文件” |\n"
        "| agent | 智能体 / AI代理 |  | 根据上下文选择 |\n"
        "| shard | do not translate |  | 平台术语 |\n",
        "",
    )
    assert main(["terms", "--lang", "zh", "--for", "talk.md"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "| English | 中文 | 备注 |"


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_what_is_printed_is_a_glossary(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = {"markdown": "brief.md", "json": "brief.json"}[form]
    assert main(["terms", "--output-format", form, "--output-file", name, "--for", "en.md", "talk.md"]) == 0
    assert main(["--glossary", name, "--output-format", "json", "zh.md"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(f["code"], f["found"], f["expected"]) for f in findings] == [("GL301", "锁定文件", ["锁文件"])]


# arguments, exit code, part of stderr
OTHERS: dict[str, tuple[list[str], int, str]] = {
    "a file without terms": (["--for", "none.md"], 0, "no term of the glossary occurs there"),
    "names are no terms": (["--for", "name.md"], 0, "no term of the glossary occurs there"),
    "a missing file": (["--for", "lost.md"], 3, "lost.md: No such file"),
    "a glossary beside --for": (["GLOSSARY.md", "--for", "en.md"], 2, "glossaries are named with --glossary"),
    "--sort without --for": (["--sort", "count"], 2, "--sort goes with --for"),
}


@pytest.mark.parametrize(("arguments", "code", "err"), OTHERS.values(), ids=OTHERS.keys())
def test_command(arguments: list[str], code: int, err: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = main(["terms", *arguments])
    streams = capsys.readouterr()
    assert (result, err in streams.err) == (code, True), streams
