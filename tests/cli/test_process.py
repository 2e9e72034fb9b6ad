"""The command as a process: standard input, pipes, encodings, what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GLOSSARY = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n"
SLIP = "发布时会写入一个锁定文件。\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "GLOSSARY.md").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "a.md").write_text(SLIP, encoding="utf-8")
    return tmp_path


def glosslint(*arguments: str, cwd: Path, input: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "linter", *arguments]
    return subprocess.run(
        command, cwd=cwd, input=input, env={**os.environ, "LC_ALL": "C.UTF-8", **environment}, capture_output=True, timeout=120
    )


def test_standard_input_is_checked_as_a_file(project: Path) -> None:
    done = glosslint("--stdin-filename", "docs/b.md", "--output-format", "json", cwd=project, input=SLIP.encode())
    assert done.returncode == 1, done.stderr
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["path"], finding["line"], finding["column"], finding["found"]) == ("docs/b.md", 1, 9, "锁定文件")


def test_the_text_report_quotes_standard_input(project: Path) -> None:
    done = glosslint("--stdin-filename", "a.md", cwd=project, input=f"\n\n{SLIP}".encode())
    assert "a.md:3:9" in done.stdout.decode()
    assert SLIP.strip() in done.stdout.decode()


def test_standard_input_meets_its_source(project: Path) -> None:
    (project / "b_origin.md").write_text(
        "Keep the lock file.\n\nA lock file is small.\n\nDelete the lock file.\n", encoding="utf-8"
    )
    text = "留着锁文件。\n\n锁文件很小。\n\n删除锁固文件。\n"
    done = glosslint(
        "--stdin-filename", "b.md", "--pair", "{}_origin.md={}.md", "--output-format", "json", cwd=project, input=text.encode()
    )
    assert [(f["line"], f["found"]) for f in json.loads(done.stdout)["findings"]] == [(5, "锁固文件")]


def test_standard_input_that_is_no_text(project: Path) -> None:
    done = glosslint("--stdin-filename", "b.md", cwd=project, input=b"\xff\xfe\xfa")
    assert done.returncode == 3
    assert b"b.md" in done.stderr


def test_standard_input_and_paths_exclude_each_other(project: Path) -> None:
    assert glosslint("--stdin-filename", "b.md", "a.md", cwd=project).returncode == 2


def test_files_from_standard_input(project: Path) -> None:
    done = glosslint("--files-from", "-", cwd=project, input=b"a.md\n")
    assert (done.returncode, b"a.md:1:9" in done.stdout) == (1, True)


def test_an_ascii_terminal_gets_escapes(project: Path) -> None:
    done = glosslint("a.md", cwd=project, PYTHONIOENCODING="ascii:strict")
    assert done.returncode == 1, done.stderr
    assert rb"\u9501\u5b9a\u6587\u4ef6" in done.stdout  # 锁定文件
    done.stdout.decode("ascii")


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    (project / "a.md").write_text(SLIP * 3000, encoding="utf-8")
    command = f"{sys.executable} -m linter --output-format jsonl a.md | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, timeout=120)
    assert done.stdout.count(b"\n") == 1
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_told(project: Path) -> None:
    with open("/dev/full", "wb") as full:
        for arguments in (["a.md"], ["rules"], ["--help"]):
            command = [sys.executable, "-m", "linter", *arguments]
            done = subprocess.run(command, cwd=project, stdout=full, stderr=subprocess.PIPE, timeout=120)
            assert done.returncode == 3
            assert b"No space left" in done.stderr


def test_a_name_that_is_no_unicode_is_shown_escaped(project: Path) -> None:
    try:
        (project / os.fsdecode(b"\xff.md")).write_text(SLIP, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    done = glosslint(".", cwd=project)
    assert done.returncode == 1
    assert b"\\u{dcff}.md:1:9" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["check"], ["terms"], ["align"], ["explain"], ["rules"]], ids=" ".join)
def test_every_command_has_a_page_of_help(arguments: list[str], tmp_path: Path) -> None:
    for word in ("--help", "-h"):
        done = glosslint(*arguments, word, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"usage: glosslint")
        assert done.stdout.endswith(b"\n")
        assert max(map(len, done.stdout.decode().splitlines())) <= 120


def test_the_version(tmp_path: Path) -> None:
    from linter import __version__

    assert glosslint("--version", cwd=tmp_path).stdout.decode() == f"glosslint {__version__}\n"


HEAVY = (
    "pathspec",
    "yaml",
    "tomllib",
    "dataclasses",
    "pathlib",
    "logging",
    "importlib.metadata",
    "difflib",
    "traceback",
    "opencc",
)


def test_a_run_on_one_small_file_imports_nothing_heavy(project: Path) -> None:
    code = (
        "import sys; from linter.cli import main\n"
        "code = main(['--glossary', 'GLOSSARY.md', '--output-format', 'concise', 'a.md'])\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=project, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "1 []", done.stdout + done.stderr


def test_the_same_bytes_in_any_order_and_hash_seed(project: Path) -> None:
    for number in range(5):
        (project / f"{number}.md").write_text(SLIP * (number + 1), encoding="utf-8")
    names = [f"{number}.md" for number in range(5)]
    first = glosslint(*names, cwd=project, PYTHONHASHSEED="1")
    second = glosslint(*names[::-1], "./2.md", cwd=project, PYTHONHASHSEED="9")
    assert first.returncode == 1
    assert first.stdout == second.stdout
