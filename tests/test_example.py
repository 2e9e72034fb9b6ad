"""The example documents have exactly the slips that examples/README.md lists."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}

# line, the text around the finding with the finding in «», rule, grade
TALK = [
    (20, "去年 7 月就是。«误差预算»见底以后", "GL101", "near"),
    (30, "去年春天有一次«补录»停在了", "GL101", "recurrent"),
    (35, "如果«补录»的花费", "GL101", "recurrent"),
    (44, "雷达就是«地面真相»", "GL301", "declared"),
    (48, "首先是速度。«nowcasting» 模型", "GL102", "english"),
    (49, "再用«降采样»(upsampling)", "GL201", "gloss"),
]
DOCS = [(7, "写入一个«锁定文件»。", "GL301", "declared")]


def check(*arguments: str, folder: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "linter", "check", "--output-format", "json", *arguments]
    run = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode == 1, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)["findings"]
    return [finding for finding in found if finding["severity"] != "hint"]


def places(path: Path, expected: list[tuple[int, str, str, str]]) -> list[tuple[int, int, str, str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    found = []
    for line, text, code, grade in expected:
        before, term, after = re.split("[«»]", text)
        at = lines[line - 1].find(before + term + after)
        assert at >= 0, text
        found.append((line, at + len(before) + 1, term, code, grade))
    return found


@pytest.mark.parametrize(
    ("folder", "arguments", "path", "expected"),
    [(EXAMPLES.parent, ["examples/talk.md"], "talk.md", TALK), (EXAMPLES / "docs", [], "docs/zh/deploy.md", DOCS)],
    ids=["the talk", "the project"],
)
def test_the_known_slips_and_nothing_else(
    folder: Path, arguments: list[str], path: str, expected: list[tuple[int, str, str, str]]
) -> None:
    found = check(*arguments, folder=folder)
    assert [(f["line"], f["column"], f["found"], f["code"], f["grade"]) for f in found] == places(EXAMPLES / path, expected)
    assert {f["severity"] for f in found} == {"error"}
    assert {f["path"] for f in found} == {os.path.relpath(EXAMPLES / path, folder).replace(os.sep, "/")}


def test_the_readme_lists_the_same_slips() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\S+) \| (GL\d+) ", text, re.MULTILINE)
    assert rows == [(str(line), re.split("[«»]", around)[1], code) for line, around, code, _ in TALK]
