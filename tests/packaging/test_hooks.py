"""The hooks run under the real pre-commit, on a small repository that fails and passes."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = {
    "GLOSSARY.md": "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | |\n",
    "glosslint.yaml": 'pairs: ["en/{}=zh/{}"]\n',
    "en/a.md": "The release writes a lock file.\n\nA rollback removes the lock file.\n",
    "zh/a.md": "发布时会写入一个锁文件。\n\n回滚会删除锁文件。\n",
    "zh/说明.md": "锁文件不要手工删除。\n",
    "logo.svg": "<svg/>\n",
}
SLIP = {"zh/a.md": "发布时会写入一个锁定文件。\n\n回滚会删除锁文件。\n"}


def _reaches_an_index(folder: Path) -> bool:
    """pre-commit installs the hook with pip, which needs somewhere to take the dependencies from."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "hatchling>=1.27"]
    return subprocess.run(command, capture_output=True).returncode == 0


class Repository:
    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        names = {
            f"GIT_{who}_{what}": f"{who}@example.org".lower() for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment |= {**names, "PRE_COMMIT_HOME": str(home), "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull}
        folder.mkdir(parents=True, exist_ok=True)
        self.run("git", "init", "--quiet")

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8")
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.run("git", "add", "--all")

    def commit(self) -> None:
        self.run("git", "commit", "--quiet", "--no-verify", "--message", "x")

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("pre_commit") is None:
        pytest.skip("needs the package pre-commit")
    if not _reaches_an_index(tmp_path_factory.mktemp("download")):
        pytest.skip("pip reaches no package index, so pre-commit cannot install the hook")
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="module")
def hooks(home: Path) -> str:
    """This project as a git repository that offers the hooks; its path."""
    repository = Repository(home / "glosslint", home)
    unwanted = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "dist", "build", "tests")
    shutil.copytree(ROOT, repository.folder, ignore=unwanted, dirs_exist_ok=True)
    repository.write({})
    repository.commit()
    return str(repository.folder)


@pytest.fixture
def project(home: Path, tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "project", home)
    repository.write(PROJECT)
    repository.commit()
    return repository


@pytest.mark.parametrize("hook", ["glosslint", "glosslint-project"])
def test_try_repo_shows_the_slip(hook: str, hooks: str, project: Repository) -> None:
    project.write(SLIP)
    done = project.pre_commit("try-repo", hooks, hook, "--verbose")
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.count("zh/a.md:1:9: error GL301 forbidden-variant") == 1, done.stdout
    assert done.stdout.count("exit code: 1") == 1


OLD_SLIP = {"zh/旧.md": "锁定文件不要删。\n"}  # committed before, with the hooks off

# (hook, files that a commit changes, whether the hook runs, whether it passes)
CASES: dict[str, tuple[str, dict[str, str], bool, bool]] = {
    "changed files with a slip fail": ("glosslint", SLIP, True, False),
    "changed files without one pass": ("glosslint", {"zh/a.md": "发布时会写入锁文件。\n\n回滚会删除锁文件。\n"}, True, True),
    "a slip in another file is not this commit's": ("glosslint", {"zh/说明.md": "锁文件勿删。\n"}, True, True),
    "no document, no run": ("glosslint", {"logo.svg": "<svg></svg>\n"}, False, True),
    "the project fails for the whole of it": ("glosslint-project", SLIP, True, False),
    "the project passes": ("glosslint-project", {"zh/说明.md": "锁文件勿删。\n"}, True, True),
    "a glossary that changes is enough to check the project": (
        "glosslint-project", {"GLOSSARY.md": "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁 | 不用“锁文件” |\n"}, True, False,
    ),
    "so is a configuration": ("glosslint-project", {"glosslint.yaml": "pairs:\n- en/{}=zh/{}\n"}, True, True),
    "other files are not": ("glosslint-project", {"logo.svg": "<svg></svg>\n"}, False, True),
}  # fmt: skip


@pytest.mark.parametrize(("hook", "change", "runs", "passes"), CASES.values(), ids=CASES.keys())
def test_a_commit_is_checked(
    hooks: str, project: Repository, hook: str, change: dict[str, str], runs: bool, passes: bool
) -> None:
    revision = project.run("git", "-C", hooks, "rev-parse", "HEAD").stdout.strip()
    config = f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n"
    project.write({".pre-commit-config.yaml": config, **(OLD_SLIP if hook == "glosslint" else {})})
    project.commit()
    project.write(change)
    done = project.pre_commit("run")
    assert (done.returncode == 0) == passes, done.stdout + done.stderr
    assert ("Skipped" not in done.stdout) == runs
    assert passes or "GL301" in done.stdout


def test_the_fixing_hook_fixes_once(hooks: str, project: Repository) -> None:
    revision = project.run("git", "-C", hooks, "rev-parse", "HEAD").stdout.strip()
    project.write({".pre-commit-config.yaml": f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: glosslint-fix\n"})
    project.write(SLIP)
    done = project.pre_commit("run")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert (project.folder / "zh/a.md").read_text(encoding="utf-8") == PROJECT["zh/a.md"]
    project.run("git", "add", "--all")
    assert project.pre_commit("run", "--all-files").returncode == 0
