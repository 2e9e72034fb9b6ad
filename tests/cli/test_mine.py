"""`glosslint mine`: rows proposed from translations, ready to paste."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter import load_glossary
from linter.cli import main

PAIRS = [
    ("Each request passes the signal handler first.", "每个请求先经过信号处理器。"),
    ("We removed the signal handler today.", "我们今天去掉了信号处理器。"),
    ("Nobody understands the signal handler.", "没有人看得懂信号处理器。"),
    ("A signal handler is called twice.", "信号处理器会被调用两次。"),
    ("The rollback removes the lock file.", "回滚会删除锁定文件。"),
    ("Every lock file has an owner.", "每个锁定文件都有主人。"),
    ("The lock file is empty.", "锁文件是空的。"),
    ("Send it to the API of the shop.", "把它发给商店的 API。"),
    ("The API answers at once.", "API 会马上回答。"),
    ("Nobody pays for the API.", "没有人为 API 付钱。"),
    ("The office is quiet on Fridays.", "周五办公室很安静。"),
    ("Old logs are deleted in spring.", "旧日志在春天删除。"),
    ("A cup of tea helps.", "喝杯茶会有帮助。"),
    ("The road to the harbour is steep.", "通往港口的路很陡。"),
    ("Both cables are under the floor.", "两根电缆都在地板下面。"),
    ("It rained on the first weekend.", "第一个周末下了雨。"),
    ("Paint the door before the wall.", "先漆门，再漆墙。"),
    ("Her brother repairs bicycles.", "她哥哥修理自行车。"),
    ("The library closes at six.", "图书馆六点关门。"),
    ("Bread is sold until noon.", "面包卖到中午。"),
]
GLOSSARY = "| English | 中文 |\n|---|---|\n| lock file | 锁文件 |\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    catalogue = "".join(f'msgid "{english}"\nmsgstr "{chinese}"\n\n' for english, chinese in PAIRS)
    for name, text in {"GLOSSARY.md": GLOSSARY, "zh.po": catalogue, "other.md": "只有中文。\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


# arguments, exit code, part of stdout, part of stderr
CASES: dict[str, tuple[list[str], int, str, str]] = {
    "a row with its numbers": (["zh.po"], 0, "| signal handler | 信号处理器 | 4/4 | 100% | 0 |", ""),
    "a term that stays in English": (["zh.po"], 0, "| API | API | 3/3 | 100% | 0 |", ""),
    "a row that the text does not follow": (["zh.po"], 0, "| lock file | 锁文件 | 1/3 | 锁定文件 2 | GLOSSARY.md:3, zh.po:14", ""),
    "the places of a proposal": (["zh.po"], 0, "zh.po:2, zh.po:5, zh.po:8 |", ""),
    "in Chinese": (["--lang", "zh", "zh.po"], 0, "## 术语表中译法与实际不符的条目", ""),
    "YAML": (["--output-format", "yaml", "zh.po"], 0, '  - source: "signal handler"\n    target: "信号处理器"\n', ""),
    "YAML with the numbers in a comment": (
        ["--output-format", "yaml", "zh.po"], 0, "  # 4 of 4 pairs (100%), elsewhere in 0; G² ", "",
    ),
    "variants in YAML are comments": (["--output-format", "yaml", "zh.po"], 0, "# - lock file (锁文件, GLOSSARY.md:3): followed in 1", ""),
    "more pairs are asked for": (["--min-count", "4", "zh.po"], 0, "signal handler", ""),
    "the rest is counted": (["--limit", "1", "zh.po"], 0, "| English |", "more rows with --limit 0"),
    "--min-count of one": (["--min-count", "1", "zh.po"], 2, "", "--min-count is 2 or more"),
    "a negative limit": (["--limit", "-1", "zh.po"], 2, "", "--limit is 0 or more"),
    "no pairs": (["other.md"], 0, "", "warning: no pairs of English and Chinese were found"),
    "a file that is not there": (["none.md"], 3, "", "none.md"),
    "an unknown format": (["--output-format", "csv", "zh.po"], 2, "", "invalid choice"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "out", "err"), CASES.values(), ids=CASES.keys())
def test_mine(arguments: list[str], code: int, out: str, err: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = main(["mine", *arguments])
    streams = capsys.readouterr()
    assert result == code, streams
    assert out in streams.out
    assert err in streams.err


def test_fewer_pairs_than_asked_for_propose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mine", "--min-count", "5", "zh.po"]) == 0
    assert "signal handler" not in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("form", "name"), [("markdown", "new.md"), ("yaml", "new.yaml")])
def test_a_proposal_is_a_glossary(lang: str, form: str, name: str, folder: Path) -> None:
    """What is printed is read back as the rows proposed, and as nothing else."""
    assert main(["mine", "--lang", lang, "--output-format", form, "--output-file", name, "zh.po"]) == 0
    rows = load_glossary(name)
    assert not rows.facts
    found = {entry.term: entry for entry in rows.entries}
    assert found["signal handler"].accepted == ("信号处理器",)
    assert found["API"].keep
    assert "lock file" not in found
    assert form != "yaml" or all(entry.status == "proposed" for entry in rows.entries)


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mine", "--output-format", "json", "zh.po"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["version"], report["records"]) == (1, len(PAIRS))
    row = next(row for row in report["proposals"] if row["term"] == "signal handler")
    assert (row["rendering"], row["keep"], row["pairs"], row["held"], row["share"], row["elsewhere"]) == (
        "信号处理器",
        False,
        4,
        4,
        1.0,
        0,
    )
    assert row["association"] > 10.8
    assert row["examples"][0] == {"path": "zh.po", "line": 2, "column": 16}
    (variant,) = report["variants"]
    assert (variant["term"], variant["judged"], variant["followed"]) == ("lock file", 3, 1)
    assert variant["instead"] == [{"rendering": "锁定文件", "count": 2}]
    assert variant["glossary"] == {"path": "GLOSSARY.md", "line": 3}


def test_pasted_into_the_glossary_a_row_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The way it is meant to be used: mine, paste, check."""
    main(["mine", "--output-file", "new.md", "zh.po"])
    (folder / "zh.po").write_text(
        (folder / "zh.po").read_text(encoding="utf-8") + 'msgid "The signal handler waits."\nmsgstr "信号处理者在等。"\n',
        encoding="utf-8",
    )
    assert main(["check", "--isolated", "--glossary", "new.md", "--output-format", "concise", "zh.po"]) == 1
    assert "signal handler is rendered as “信号处理者”; the glossary has “信号处理器”" in capsys.readouterr().out
