"""On a real terminal: colours, and the progress of long runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="this system has no terminals of that kind")

GLOSSARY = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n"
PLAIN = {"NO_COLOR": "", "FORCE_COLOR": "", "CI": "", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "GLOSSARY.md").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "a.md").write_text("写入锁定文件。\n", encoding="utf-8")
    return tmp_path


def on_terminal(
    command: list[str], cwd: Path, environment: dict[str, str], streams: tuple[str, ...] = ("stdout", "stderr")
) -> tuple[str, str]:
    """What a command writes to a terminal, and to a pipe where only one of its streams is one."""
    main, side = os.openpty()
    out, err = (side if name in streams else subprocess.PIPE for name in ("stdout", "stderr"))
    process = subprocess.Popen(command, cwd=cwd, env={**os.environ, **PLAIN, **environment}, stdin=side, stdout=out, stderr=err)
    os.close(side)
    shown = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    piped = b"".join(part or b"" for part in process.communicate(timeout=60))
    os.close(main)
    assert process.returncode in (0, 1), (shown, piped)
    return shown.decode(), piped.decode()


def glosslint(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "linter", *arguments]


# environment, options, whether colours are written to a terminal, and to a pipe
COLORS: dict[str, tuple[dict[str, str], list[str], bool, bool]] = {
    "a terminal": ({}, [], True, False),
    "NO_COLOR": ({"NO_COLOR": "1"}, [], False, False),
    "an empty NO_COLOR is none": ({"NO_COLOR": ""}, [], True, False),
    "FORCE_COLOR": ({"FORCE_COLOR": "1"}, [], True, True),
    "an empty FORCE_COLOR is none": ({"FORCE_COLOR": ""}, [], True, False),
    "NO_COLOR is stronger than FORCE_COLOR": ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], False, False),
    "a terminal without colours": ({"TERM": "dumb"}, [], False, False),
    "--color always is stronger than NO_COLOR": ({"NO_COLOR": "1"}, ["--color", "always"], True, True),
    "--color never is stronger than FORCE_COLOR": ({"FORCE_COLOR": "1"}, ["--color", "never"], False, False),
    "--color auto is the default": ({}, ["--color", "auto"], True, False),
}


@pytest.mark.parametrize(("environment", "options", "terminal", "pipe"), COLORS.values(), ids=COLORS.keys())
def test_colours(environment: dict[str, str], options: list[str], terminal: bool, pipe: bool, folder: Path) -> None:
    shown, _ = on_terminal(glosslint(*options, "a.md"), folder, environment)
    assert ("\x1b[" in shown, "锁定文件" in shown) == (terminal, True)
    _, piped = on_terminal(glosslint(*options, "a.md"), folder, environment, ("stderr",))
    assert ("\x1b[" in piped, "锁定文件" in piped) == (pipe, True)


def test_a_report_in_a_file_has_no_colours(folder: Path) -> None:
    on_terminal(glosslint("--output-file", "report.txt", "a.md"), folder, {})
    assert "\x1b" not in (folder / "report.txt").read_text(encoding="utf-8")


# A run that takes its time: the clock of the progress goes a second for every file.
SLOW = """
import itertools, sys
import linter.cli.progress
linter.cli.progress.monotonic = itertools.count().__next__
from linter.cli import main
sys.exit(main(sys.argv[1:]))
"""


def slow(*arguments: str) -> list[str]:
    return [sys.executable, "-c", SLOW, *arguments]


def last_line(shown: str) -> str:
    """What a terminal shows in the end on the line of the progress."""
    return shown.rpartition("\r\x1b[K")[2]


@pytest.fixture
def many(folder: Path) -> Path:
    for number in range(6):
        (folder / f"很长的名字{number}.md").write_text("锁文件。\n", encoding="utf-8")
    return folder


def test_progress_is_shown_and_wiped_away(many: Path) -> None:
    shown, out = on_terminal(slow("."), many, {}, ("stderr",))
    pictures = re.findall("\r\x1b\\[K([^\r\x1b]+)", shown)
    assert pictures[0] == "0/7  a.md"
    assert pictures[-1] == "6/7  很长的名字5.md"
    assert last_line(shown) == ""
    assert "锁定文件" in out
    assert "\x1b" not in out


# arguments, environment, streams that are a terminal
QUIET: dict[str, tuple[list[str], dict[str, str], tuple[str, ...]]] = {
    "standard error is no terminal": (["."], {}, ("stdout",)),
    "--quiet": (["-q", "."], {}, ("stderr",)),
    "a CI runner": (["."], {"CI": "true"}, ("stderr",)),
    "a dumb terminal": (["."], {"TERM": "dumb"}, ("stderr",)),
}


@pytest.mark.parametrize(("arguments", "environment", "streams"), QUIET.values(), ids=QUIET.keys())
def test_no_progress_where_nobody_looks(
    arguments: list[str], environment: dict[str, str], streams: tuple[str, ...], many: Path
) -> None:
    shown, piped = on_terminal(slow("--color", "never", *arguments), many, environment, streams)
    assert "\r\x1b[K" not in shown + piped
    assert "6/7" not in shown + piped


def test_a_short_run_shows_no_progress(many: Path) -> None:
    shown, _ = on_terminal(glosslint("a.md"), many, {}, ("stderr",))
    assert shown == ""


def test_a_name_is_cut_to_the_terminal() -> None:
    from linter.cli.progress import _line
    from linter.width import display_width

    for columns in range(8, 40):
        line = _line(12, 340, "文档/很长的名字/\x1b[31mthe-end.md", columns)
        assert "\x1b" not in line
        assert line.startswith("12/340")
        assert display_width(line) < max(columns, 9)
    assert _line(12, 340, "docs/a.md", 80) == "12/340  docs/a.md"
    assert _line(12, 340, "文档/a.md", 16) == "12/340  …/a.md"
