"""Hostile texts drive no output, and a report that cannot be written is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import FORMATS, SLIP, TABLE, Report, process, write

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
