"""Paths become files: what was named, and what a walk finds."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from linter.config import Settings, load_settings
from linter.discover import find
from linter.globs import encoding_of, ignored_rules


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(*names: str) -> None:
    for name in names:
        name, _, text = name.partition(": ")
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text.replace("|", "\n"), encoding="utf-8")


def files(*paths: str, settings: Settings | None = None) -> list[str]:
    return [file.path for file in find(paths, settings or load_settings()).files]


# (tree, paths, expected); "name: text" writes the text, with "|" for a line end
WALKS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "known suffixes, in order": (
        ["b.md", "a.po", "c.MARKDOWN", "d.mdx", "e.txt", "f.rst", "g.py", "a/z.md"], ["."],
        ["a.po", "a/z.md", "b.md", "c.MARKDOWN", "d.mdx", "e.txt"],
    ),
    "the order of the paths does not matter": (["a.md", "b.md"], ["b.md", "a.md"], ["a.md", "b.md"]),
    "no path is the working directory": (["a.md"], [], ["a.md"]),
    "hidden folders, packages and virtual environments are not entered": (
        [".git/x.md", ".venv/x.md", "node_modules/p/x.md", "a/__pycache__/x.md", "env/pyvenv.cfg", "env/x.md", "a/b.md"], ["."],
        ["a/b.md"],
    ),
    "a hidden folder that is named is entered": ([".github/a.md"], [".github"], [".github/a.md"]),
    "a named file is taken whatever its suffix": (["notes.rst", "a.md"], ["notes.rst"], ["notes.rst"]),
    "one file by two paths is one": (["docs/a.md"], ["docs", "docs/a.md", "./docs/../docs/a.md"], ["docs/a.md"]),
    "what .gitignore matches is left out": ([".gitignore: *.tmp.md|build/", "a.tmp.md", "a.md", "build/b.md"], ["."], ["a.md"]),
    "a nested .gitignore counts below its folder": (
        ["docs/.gitignore: /gen.md", "gen.md", "docs/gen.md", "docs/x/gen.md"], ["."], ["docs/x/gen.md", "gen.md"],
    ),
    "a nested .gitignore takes back what one above it matches": (
        [".gitignore: gen.md", "docs/.gitignore: !gen.md", "gen.md", "docs/gen.md"], ["."], ["docs/gen.md"],
    ),
    "a .gitignore above the named folder counts in a repository": (
        [".git/HEAD", ".gitignore: *.tmp.md", "docs/a.tmp.md", "docs/b.md"], ["docs"], ["docs/b.md"],
    ),
    "a .gitignore above the named folder does not count outside of one": (
        [".gitignore: *.tmp.md", "docs/a.tmp.md"], ["docs"], ["docs/a.tmp.md"],
    ),
    "an ignored folder that is named is entered": ([".git/HEAD", ".gitignore: build", "build/a.md"], ["build"], ["build/a.md"]),
    "an ignored file that is named is taken": ([".gitignore: a.md", "a.md"], ["a.md"], ["a.md"]),
    "a pattern that is none matches nothing": ([".gitignore: !|*.tmp.md|/", "a.md", "a.tmp.md"], ["."], ["a.md"]),
    "exclude and include": (
        ["glosslint.yaml: include: [zh/]|exclude: [zh/old/, '*.draft.md']", "en/a.md", "zh/a.md", "zh/a.draft.md", "zh/old/a.md"],
        [], ["zh/a.md"],
    ),
    "Chinese names": (["文档/第一章.md", "文档/图.png"], ["文档"], ["文档/第一章.md"]),
}  # fmt: skip


@pytest.mark.parametrize(("names", "paths", "expected"), WALKS.values(), ids=WALKS.keys())
def test_what_is_found(names: list[str], paths: list[str], expected: list[str]) -> None:
    tree(*names)
    assert files(*paths) == expected


def test_the_walk_agrees_with_git(folder: Path) -> None:
    """The same files as `git ls-files` on a tree with ignore files of many kinds."""
    tree(
        ".gitignore: *.log.md|/top.md|docs/gen/|!docs/gen/keep.md|**/deep/*.md|foo/**/bar.md",
        "docs/.gitignore: !x.log.md|# y.md",
        *(f"{folder}/{name}" for folder in ("docs", "docs/gen", "docs/deep", "foo/a/b", "foo") for name in ("a.md", "x.log.md")),
        *("top.md", "docs/top.md", "foo/bar.md", "foo/a/b/bar.md", "docs/y.md", "docs/gen/keep.md"),
    )
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.md"], check=True, capture_output=True, text=True)
    assert files(".") == sorted(listed.stdout.split())
    assert len(listed.stdout.split()) > 5


def test_a_missing_file_is_named_and_the_others_are_found() -> None:
    tree("a.md")
    found = find(["a.md", "b.md", "nowhere/"], load_settings())
    assert [file.path for file in found.files] == ["a.md"]
    assert [(error.path, error.reason) for error in found.errors] == [
        ("b.md", "No such file or directory"),
        ("nowhere", "No such file or directory"),
    ]


def test_named_and_found_files_are_told_apart() -> None:
    tree("docs/a.md", "docs/b.md")
    assert find(["docs", "docs/b.md"], load_settings()).files == (("docs/a.md", False), ("docs/b.md", True))


def test_a_pipe_is_skipped_when_found_and_an_error_when_named() -> None:
    tree("docs/a.md")
    os.mkfifo("docs/pipe.md")
    found = find(["docs"], load_settings())
    assert [file.path for file in found.files] == ["docs/a.md"]
    assert found.notes == ("docs/pipe.md: not a regular file, skipped",)
    assert [error.path for error in find(["docs/pipe.md"], load_settings()).errors] == ["docs/pipe.md"]


def test_links_are_safe(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("x")
    tree("docs/a.md")
    Path("docs/loop").symlink_to(folder / "docs")
    Path("docs/out.md").symlink_to(secret)
    Path("docs/broken.md").symlink_to("nowhere.md")
    Path("docs/self.md").symlink_to("self.md")
    Path("docs/0-link.md").symlink_to("a.md")
    found = find(["."], load_settings())
    assert [file.path for file in found.files] == ["docs/a.md"]
    assert found.errors == ()
    assert found.notes == (
        "docs/broken.md: a broken link, skipped",
        "docs/loop: a link to a folder, not followed",
        "docs/out.md: a link out of the project, skipped",
        "docs/self.md: a broken link, skipped",
    )
    named = find(["docs/out.md", "docs/self.md"], load_settings())
    assert [file.path for file in named.files] == ["docs/out.md"]
    assert [error.path for error in named.errors] == ["docs/self.md"]


def test_a_glossary_in_force_is_never_prose() -> None:
    tree("GLOSSARY.md", "docs/GLOSSARY.md", "a.md")
    settings = load_settings()
    assert files(".", settings=settings) == ["a.md", "docs/GLOSSARY.md"]
    assert files("GLOSSARY.md", settings=settings) == []
    without_entries = find(["."], settings, glossaries=())
    assert [file.path for file in without_entries.files] == ["GLOSSARY.md", "a.md", "docs/GLOSSARY.md"]


def test_paths_are_relative_to_the_working_directory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree("zh/a.md", "docs/b.md")
    monkeypatch.chdir(folder / "docs")
    assert files("../zh", str(folder / "docs")) == ["../zh/a.md", "b.md"]


def test_a_configured_project_is_checked_from_any_of_its_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree("glosslint.yaml", "zh/a.md", "docs/b.md")
    monkeypatch.chdir(folder / "docs")
    assert files() == ["../zh/a.md", "b.md"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads every folder")
def test_an_unreadable_folder_is_an_error() -> None:
    tree("docs/a.md")
    os.chmod("docs", 0)
    try:
        assert [error.path for error in find(["."], load_settings()).errors] == ["docs"]
    finally:
        os.chmod("docs", 0o755)


def test_a_name_that_is_no_unicode_is_found() -> None:
    try:
        os.close(os.open(b"\xff.md", os.O_CREAT))
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert files(".") == ["\udcff.md"]


def test_globs_choose_encodings_and_silenced_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(
        root=str(folder),
        encoding=(("*.txt", "gbk"), ("zh/**/*.txt", "big5")),
        per_file_ignores=(("old/", ("GL101",)), ("*.md", ("GL301", "GL302")), ("!a.md", ("GL104",))),
    )
    (folder / "zh").mkdir()
    monkeypatch.chdir(folder / "zh")
    assert [encoding_of(settings, path) for path in ("../a.txt", "x/a.txt", "a.md")] == ["gbk", "big5", ""]
    assert ignored_rules(settings, "../old/a.md") == ("GL101", "GL301", "GL302")
    assert ignored_rules(settings, "a.po") == ()
