"""The package works wherever it is installed from: a wheel, an sdist and an editable checkout all find their rules."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from linter import __version__

ROOT = Path(__file__).resolve().parents[2]
RULES = sorted(path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yaml"))

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("build") is None or importlib.util.find_spec("hatchling") is None,
    reason="needs the packages build and hatchling",
)


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment | {"LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, so that building leaves nothing in it."""
    copy = tmp_path_factory.mktemp("checkout") / "glosslint"
    unwanted = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "dist", "build")
    shutil.copytree(ROOT, copy, ignore=unwanted)
    return copy


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, checkout, cwd=folder)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A new virtual environment that sees the packages of this one, but not what is installed here in editable form."""
    folder = tmp_path / "env"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=tmp_path)
    (packages,) = folder.glob("lib/python*/site-packages") if os.name != "nt" else (folder / "Lib/site-packages",)
    (packages / "outer.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("source", ["wheel", "sdist", "editable"])
def test_an_install_finds_its_rules(source: str, built: Path, checkout: Path, environment: Path, tmp_path: Path) -> None:
    sources: dict[str, list[str | Path]] = {"wheel": [*built.glob("*.whl")], "sdist": [*built.glob("*.tar.gz")]}
    what = sources.get(source, ["-e", checkout])
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "--disable-pip-version-check",
        "install",
        "--quiet",
    ]
    run(*pip, "--no-deps", "--no-index", "--no-build-isolation", *what, cwd=tmp_path)
    place = run(programs / "python", "-c", "import linter; print(linter.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(checkout if source == "editable" else environment)
    assert run(programs / "glosslint", "--version", cwd=tmp_path) == f"glosslint {__version__}\n"
    listed = run(programs / "glosslint", "rules", cwd=tmp_path)
    assert "GL101  wrong-translation" in listed
    explained = run(programs / "glosslint", "explain", "GL101", cwd=tmp_path)
    assert explained.startswith("GL101 wrong-translation")
    assert len(explained.splitlines()) > 20  # the examples of the rule file, and not only what is compiled in


def test_the_wheel_holds_the_package_and_the_rules_only(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name == f"glosslint-{__version__}-py3-none-any.whl"
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"linter", f"glosslint-{__version__}.dist-info"}
    assert "linter/py.typed" in names
    assert sorted(name.removeprefix("linter/shipped_rules/") for name in names if "/shipped_rules/" in name) == RULES
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "linter").rglob("*.py")}
    assert sources <= set(names)


def test_the_sdist_can_be_built_and_tested(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"rules/{name}" for name in RULES} <= names
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "tests/conftest.py",
        "examples/talk.md",
        "docs/rules.md",
    } <= names
    assert not [name for name in names if "__pycache__" in name]


def test_there_are_rules_to_ship() -> None:
    assert len(RULES) > 5
    assert "variants/ai.yaml" in RULES
