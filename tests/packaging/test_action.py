"""The GitHub Action: its steps are run by bash, as a runner would run them, with the inputs as variables."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EVIL = '$(touch owned) "; touch owned; # `touch owned`.md'

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps are written for bash")


def test_no_input_becomes_part_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        for value in step.get("env", {}).values():
            assert "${{" not in value or re.fullmatch(r"\$\{\{ inputs\.[a-z-]+ \}\}", value)


def test_every_input_is_used_and_has_a_default() -> None:
    used = re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text(encoding="utf-8"))
    assert sorted(set(used)) == sorted(ACTION["inputs"])
    assert all(isinstance(about["default"], str) and about["description"] for about in ACTION["inputs"].values())


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's folder for things that last as long as the job, where the first step has installed the project."""
    folder = tmp_path_factory.mktemp("runner")
    install = ACTION["runs"]["steps"][0]
    done = run_step(install, folder, folder, dictionary="false")
    if done.returncode and "Could not find a version" in done.stderr + done.stdout:
        pytest.skip("pip reaches no package index")
    assert done.returncode == 0, done.stderr
    return folder


def run_step(step: dict[str, Any], runner: Path, workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    given = {name: about["default"] for name, about in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "PYTHONPATH"))}
    environment |= {
        "RUNNER_TEMP": str(runner), "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "PATH": os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"])),
    }  # fmt: skip
    for name, value in step.get("env", {}).items():
        environment[name] = re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: given[match[1]], value)
    (runner / "output").write_text("", encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=workspace, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "GLOSSARY.md").write_text("| en | zh |\n|---|---|\n| lock file | 锁文件(禁用:锁定文件) |\n", encoding="utf-8")
    (tmp_path / "good.md").write_text("这是锁文件。\n", encoding="utf-8")
    (tmp_path / "bad.md").write_text("这是锁定文件。\n", encoding="utf-8")
    return tmp_path


def check(runner: Path, workspace: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
    done = run_step(ACTION["runs"]["steps"][1], runner, workspace, **inputs)
    return done, (runner / "output").read_text(encoding="utf-8")


def test_a_slip_is_annotated_and_fails_the_step(runner: Path, workspace: Path) -> None:
    done, output = check(runner, workspace, sarif_file="out.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=bad.md,line=1,col=3,endColumn=7,")
    assert output == "exit-code=1\n"
    assert json.loads((workspace / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "GL301" in (runner / "summary.md").read_text(encoding="utf-8")


def test_paths_and_options_come_one_a_line(runner: Path, workspace: Path) -> None:
    done, output = check(runner, workspace, paths="good.md\n\n", args="--glossary=GLOSSARY.md\n--strict")
    assert (done.returncode, output) == (0, "exit-code=0\n"), done.stderr
    done, output = check(runner, workspace, paths="good.md\nbad.md", args="--exit-zero")
    assert (done.returncode, output) == (0, "exit-code=0\n"), done.stderr
    assert "::error file=bad.md" in done.stdout


def test_what_stands_in_an_input_is_no_command(runner: Path, workspace: Path) -> None:
    (workspace / EVIL).write_text("这是锁定文件。\n", encoding="utf-8")
    done, output = check(runner, workspace, paths=f"{EVIL}\n-x.md")
    assert done.returncode == 3, "-x.md is a file that is missing, not an option"
    assert output == "exit-code=3\n"
    assert not (workspace / "owned").exists()
