"""Files that are none, links, devices and paths that lead nowhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checking import SLIP, SLIP_AT, Report, process, write


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
