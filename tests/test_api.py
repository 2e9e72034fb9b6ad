"""The public functions do what their docstrings show, and cost nothing until they are used."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import linter
from linter import lint_paths, load_settings

ROOT = Path(__file__).resolve().parents[1]


def test_the_examples_of_the_docstring_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(linter)
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize("name", sorted(linter._PUBLIC))
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(linter, name).__name__ == name
    assert name in dir(linter)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        linter.nothing  # noqa: B018


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import linter; print([m for m in sys.modules if m.startswith('linter.')])"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout.strip() == "[]"


def test_settings_of_a_project_can_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "examples" / "docs")
    found = lint_paths([], settings=load_settings(lang="zh"))
    assert [(f.place.path, f.found) for f in found if f.severity == "error"] == [("zh/deploy.md", "锁定文件")]


def test_a_missing_file_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [(f.place.path, f.code) for f in lint_paths(["none.md"])] == [("none.md", "GL901")]
