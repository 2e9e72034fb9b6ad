"""What discovery leaves out is what git ignores: compared with git itself, over any patterns."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from linter.config import Settings
from linter.discover import find
from linter.wildmatch import parse

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

FOLDERS = ("", "a/", "b/", "a/b/", "a/b/a/", "ab/", "文/")
NAMES = ("a.md", "b.md", "ab.md", "x y.md", "#a.md", "!b.md", "[a].md", "文.md", "a.txt")
FILES = [folder + name for folder, name in product(FOLDERS, NAMES)]
SILENT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    git(root, "init", "-q")
    return root


def git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **SILENT}, capture_output=True, check=True).stdout


def wanted(root: Path) -> set[str]:
    """The files that git would add."""
    listed = git(root, "ls-files", "-z", "--others", "--exclude-standard").decode().split("\0")
    return {name for name in listed if name and not name.endswith(".gitignore")}


def found(root: Path, folder: str = ".") -> set[str]:
    before = os.getcwd()
    os.chdir(root)
    try:
        return {file.path for file in find([folder], Settings(root=str(root))).files}
    finally:
        os.chdir(before)


piece = st.sampled_from(
    ["a", "b", "ab", "文", "x y", ".md", ".txt", "*", "**", "?", "[ab]", "[!a]", "[a-b]", "/", "\\", "#", "!", " ", "[", "]"]
)
pattern = st.one_of(
    st.lists(piece, min_size=1, max_size=5).map("".join),
    st.tuples(
        st.sampled_from(["", "!", "/", "!/", "**/", "\\!", "\\#", "#"]),
        st.sampled_from(["a", "b", "ab", "a/b", "*", "a/*", "a/**", "**/b", "*.md", "a.md", "文", "?.md", "a/**/a.md"]),
        st.sampled_from(["", "/", "/**", "/*", " ", "\\ ", "  "]),
    ).map("".join),
)
patterns = st.lists(pattern, max_size=4)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(patterns, patterns, st.sampled_from(FOLDERS[1:]), st.sampled_from(["\n", "\r\n"]))
@example(["*", "!*/", "!*.md"], [], "a/", "\n")
@example(["/*", "!/a/"], ["b/"], "a/", "\n")
@example(["a/"], ["!b.md"], "a/", "\n")
@example(["a/*", "!a/b/"], [], "a/b/", "\n")
@example(["\\#a.md", "\\!b.md", "\\[a\\].md"], [], "a/", "\n")
@example(["x y.md  ", "x\\ y.md"], ["/a.md"], "a/b/", "\n")
@example(["*.txt", "!/a.txt"], ["!*.txt"], "ab/", "\n")
@example(["**/b/**", "!**/b/a/"], [], "b/", "\n")
def test_what_git_ignores_is_left_out(repository: Path, top: list[str], nested: list[str], folder: str, end: str) -> None:
    for ignore in repository.rglob(".gitignore"):
        ignore.unlink()
    for where, lines in (("", top), (folder, nested)):
        if lines:
            (repository / where / ".gitignore").write_bytes("".join(line + end for line in lines).encode())
    left = wanted(repository)
    assert found(repository) == left
    inside = folder.rstrip("/")
    if any(name.startswith(folder) for name in left):  # a folder that was named is entered even where it is ignored
        assert found(repository, inside) == {name for name in left if name.startswith(folder)}


LONG = ["*a" * 60 + "b", "**/" * 40 + "b", "/**/a" * 40, "[a-z]*" * 60 + "!", "?*" * 80]


@pytest.mark.parametrize("line", LONG)
def test_no_pattern_takes_long(line: str) -> None:
    parsed = parse(line)
    assert parsed is not None
    started = time.process_time()
    parsed.matches(b"/".join([b"a" * 200] * 150), False)
    assert time.process_time() - started < 2
