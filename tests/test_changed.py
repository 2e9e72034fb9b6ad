"""`--changed-since`: only findings on lines that changed, by the real git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linter.changed import _git_lines, _hunks, changed_since
from linter.cli import main
from linter.errors import UsageError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

ROOT = Path(__file__).resolve().parents[1]
TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | 不用“回退” |\n"
SLIPS = "第一段，锁定文件。\n\n第二段，回退。\n\n第三段，锁定文件。\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", who.lower())
        monkeypatch.setenv(f"GIT_{who}_EMAIL", f"{who.lower()}@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    write({"GLOSSARY.md": TABLE, "glosslint.yaml": "", "zh/a.md": SLIPS})
    commit()
    return folder


def git(*arguments: str) -> str:
    done = subprocess.run(("git", *arguments), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(files: dict[str, str | bytes | None]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--no-verify", "--message", "x")


def found(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """ "path:line" of each finding."""
    capsys.readouterr()
    code = main(["--output-format", "json", *arguments])
    findings = [f"{f['path']}:{f['line']}" for f in json.loads(capsys.readouterr().out)["findings"]]
    assert code == (1 if findings else 0)
    return findings


NEW = "新的一段，锁定文件。\n\n"
CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "nothing changed": ({}, []),
    "a line was added": ({"zh/a.md": NEW + SLIPS}, ["zh/a.md:1"]),
    "a line was changed": ({"zh/a.md": SLIPS.replace("第二", "另外一")}, ["zh/a.md:3"]),
    "a line was changed beside a slip": ({"zh/a.md": SLIPS.replace("\n\n第二", "\n补充。\n第二", 1)}, []),
    "lines were deleted": ({"zh/a.md": SLIPS.partition("\n\n")[2]}, []),
    "the last line has no end any more": ({"zh/a.md": SLIPS.rstrip("\n")}, []),
    "a new file that git does not know": ({"zh/b.md": SLIPS}, ["zh/b.md:1", "zh/b.md:3", "zh/b.md:5"]),
    "a name that is not ASCII": ({"zh/说 明\t\"甲\".md": NEW}, ["zh/说 明\t\"甲\".md:1"]),
    "a file is gone": ({"zh/a.md": None}, []),
    "a file under a new name": ({"zh/a.md": None, "zh/c d.md": SLIPS}, []),
    "a file under a new name, with a new line": ({"zh/a.md": None, "zh/c d.md": SLIPS + "\n" + NEW}, ["zh/c d.md:7"]),
    "other line ends, and nothing else": ({"zh/a.md": SLIPS.replace("\n", "\r\n")}, []),
    "other line ends, and a new line": ({"zh/a.md": (NEW + SLIPS).replace("\n", "\r\n")}, ["zh/a.md:1"]),
    "a line that looks like a patch": (
        {"zh/a.md": "++ b/zh/x.md\n@@ -1 +1 @@\n-- a/zh/y.md\n" + NEW + SLIPS}, ["zh/a.md:4"],
    ),
    "a text that git takes for binary": ({"zh/a.md": ("\ufeff" + SLIPS).encode("utf-16-le")}, ["zh/a.md:1", "zh/a.md:3", "zh/a.md:5"]),
    "the glossary row that they stand on": (
        {"GLOSSARY.md": TABLE.replace("| 不用“锁定文件” |", "| 不用“锁定文件”或“锁档” |")}, ["zh/a.md:1", "zh/a.md:5"],
    ),
    "a row that is wrong itself": ({"GLOSSARY.md": TABLE + "| rollback | 回卷 | |\n"}, ["GLOSSARY.md:5"]),
}  # fmt: skip


@pytest.mark.parametrize("how", ["in the working tree", "in the index", "committed"])
@pytest.mark.parametrize(("files", "wanted"), CASES.values(), ids=CASES.keys())
def test_lines_that_changed(
    files: dict[str, str | bytes | None], wanted: list[str], how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    start = git("rev-parse", "HEAD").strip()
    write(files)
    if how == "in the working tree" and None in files.values():
        git("add", "--intent-to-add", ".")  # a new name is one as soon as git knows of it
    if how == "in the index":
        git("add", "--all")
    elif how == "committed" and files:
        commit()
    assert found("--changed-since", start, capsys=capsys) == wanted


def test_a_text_with_lone_carriage_returns(capsys: pytest.CaptureFixture[str]) -> None:
    text = "题\n" + SLIPS.rstrip().replace("\n", "\r") + "\n"
    write({"zh/a.md": text})
    commit()
    write({"zh/a.md": text + "新的一段，锁定文件。\n"})
    assert found("--changed-since", "HEAD", capsys=capsys) == ["zh/a.md:7"]


def test_what_git_ignores_is_new_as_a_whole(capsys: pytest.CaptureFixture[str]) -> None:
    write({".gitignore": "draft.md\n", "draft.md": NEW})
    commit()
    assert found("--changed-since", "HEAD", "draft.md", capsys=capsys) == ["draft.md:1"]


def test_evidence_comes_from_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """A rendering that stands in other files as well is an error by that; the others do not show."""
    english = "".join(f"The error budget {word} is gone.\n\n" for word in ("here", "there", "today", "again", "at last"))
    chinese = "".join(f"{word}误差预算没了。\n\n" for word in ("这里", "那里", "今天", "又", "终于"))
    write({
        "GLOSSARY.md": TABLE + "| error budget | 错误预算 | |\n", "glosslint.yaml": 'pairs: ["en/{}=zh/{}"]\n',
        "en/a.md": english, "zh/a.md": chinese, "en/b.md": english, "zh/b.md": chinese.replace("误差", "错误"),
    })  # fmt: skip
    commit()
    write({"zh/a.md": chinese.replace("又", "又一次")})
    everything = found("zh/a.md", "--strict", capsys=capsys)
    assert len(everything) == 5
    assert found("zh/a.md", "--strict", "--changed-since", "HEAD", capsys=capsys) == ["zh/a.md:7"]


def test_the_branch_is_compared_with_where_it_began(capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "--quiet", "-b", "topic")
    write({"zh/a.md": NEW + SLIPS})
    commit()
    git("checkout", "--quiet", "main")
    write({"zh/a.md": SLIPS.replace("第三段，锁定文件", "第三段，锁文件")})
    commit()
    git("checkout", "--quiet", "topic")
    assert found("--changed-since", "main...", capsys=capsys) == ["zh/a.md:1"]
    assert found("--changed-since", "main", capsys=capsys) == ["zh/a.md:1", "zh/a.md:7"]


def test_in_a_folder_below(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write({"zh/a.md": NEW + SLIPS})
    monkeypatch.chdir("zh")
    assert found("--changed-since", "HEAD", "a.md", capsys=capsys) == ["a.md:1"]


@pytest.mark.parametrize("key", ["diff.noprefix", "diff.mnemonicPrefix", "color.diff=always", "diff.external=false", "diff.renames=false",
                                 "diff.interHunkContext=9", "diff.context=9", "core.quotePath", "diff.relative"])  # fmt: skip
def test_a_configured_git(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, _, value = key.partition("=")
    git("config", name, value or "true")
    write({"zh/a.md": None, "zh/文 件.md": SLIPS.replace("第二", "另外一") + "\n" + NEW})
    git("add", "--all")
    assert found("--changed-since", "HEAD", capsys=capsys) == ["zh/文 件.md:3", "zh/文 件.md:7"]


def test_no_program_of_a_configuration_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trap = tmp_path / "trap"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{trap}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("diff.external", "diff.x.command", "diff.x.textconv", "core.fsmonitor", "core.pager"):
        git("config", name, str(program))
    write({".gitattributes": "*.md diff=x\n", "zh/a.md": NEW + SLIPS})
    assert found("--changed-since", "HEAD", capsys=capsys) == ["zh/a.md:1"]
    assert not trap.exists()


REFUSED = {
    "a revision that there is not": (["--changed-since", "nowhere"], "there is no revision 'nowhere' in this repository"),
    "an option for a revision": (["--changed-since=--output=x"], "there is no revision '--output=x'"),
    "a file of the revision": (["--changed-since", "HEAD:zh/a.md"], "there is no revision 'HEAD:zh/a.md'"),
    "nothing": (["--changed-since", ""], "--changed-since: nothing was given"),
    "standard input": (["--changed-since", "HEAD", "--stdin-filename", "a.md"], "cannot be used with --stdin-filename"),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert sorted(os.listdir()) == [".git", "GLOSSARY.md", "glosslint.yaml", "zh"]


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(SLIPS, encoding="utf-8")
    assert main(["--changed-since", "HEAD", "a.md"]) == 2
    assert "git says: fatal: not a git repository" in capsys.readouterr().err


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="needs git, which cannot be run"):
        changed_since("HEAD")


def test_a_shallow_clone_says_what_to_do(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start = git("rev-parse", "HEAD").strip()
    write({"zh/a.md": NEW + SLIPS})
    commit()
    git("clone", "--quiet", "--depth=1", repository.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert main(["--changed-since", start]) == 2
    assert "in this shallow clone; fetch it first (git fetch --unshallow" in capsys.readouterr().err
    assert found("--changed-since", "HEAD", capsys=capsys) == []
    git("fetch", "--quiet", "--unshallow")
    assert found("--changed-since", start, capsys=capsys) == ["zh/a.md:1"]


HOOK = f"#!/bin/sh\n'{sys.executable}' -m linter check --changed-since HEAD\n"


def test_in_a_hook_of_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    hook = Path(".git/hooks/pre-commit")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(0o755)
    write({"zh/a.md": SLIPS.replace("第二段，回退", "第二段，回滚")})
    assert subprocess.run(["git", "commit", "--quiet", "--all", "-m", "right"], capture_output=True).returncode == 0
    write({"zh/a.md": NEW + Path("zh/a.md").read_text(encoding="utf-8")})
    done = subprocess.run(["git", "commit", "--quiet", "-m", "wrong", "zh/a.md"], capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "zh/a.md:1:6" in done.stdout + done.stderr
    assert "1 error in 1 file" in done.stdout + done.stderr


PRE_COMMIT = """\
repos:
- repo: local
  hooks:
  - id: glosslint
    name: glosslint
    entry: "'{python}' -m linter check --changed-since HEAD"
    language: system
    files: \\.md$
    require_serial: true
"""


def test_in_a_hook_of_pre_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pre_commit", reason="needs the package pre-commit")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    write({".pre-commit-config.yaml": PRE_COMMIT.format(python=sys.executable)})
    commit()
    command = [sys.executable, "-m", "pre_commit", "run"]
    write({"zh/a.md": SLIPS.replace("第二段，回退", "第二段，回滚")})
    git("add", "--all")
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    write({"zh/a.md": SLIPS.replace("第二段，回退", "第二段，又回退")})
    git("add", "--all")
    write({"zh/a.md": NEW + SLIPS.replace("第二段，回退", "第二段，又回退")})  # not staged: pre-commit puts it aside
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "zh/a.md:3:6" in done.stdout
    assert "1 error in 1 file" in done.stdout


def test_hunks_are_read_by_their_numbers() -> None:
    patch = b'--- "a/\\344\\270\\255"\n+++ "b/\\344\\270\\255"\n@@ -0,0 +1,2 @@\n+++ b/x\n+y\n@@ -3 +5,0 @@ z\n-q\n'
    patch += b"--- a/b c\t\n+++ b/b c\t\n@@ -1 +1 @@\n-a\n+b\n"
    assert _hunks(patch) == {"中": [(1, 3)], "b c": [(1, 2)]}


@pytest.mark.parametrize(
    ("text", "numbers"), [("a\nb\n", None), ("a\r\nb", None), ("a\rb\nc", [1, 1, 2]), ("a\r\r\nb", [1, 1, 2])], ids=repr
)
def test_lines_as_git_counts_them(text: str, numbers: list[int] | None) -> None:
    assert _git_lines(text) == numbers
