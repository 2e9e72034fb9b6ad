"""A run of the command on files of the current folder, and what it came to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | |\n"
SLIP = "发布时会写入一个锁定文件。\n"  # an error: GL301 at column 9
SLIP_AT = (1, 9, 1, 13)
FORMATS = ("text", "concise", "json", "jsonl", "github")


def write(files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


class Report:
    """What a run in this process came to."""

    def __init__(self, code: int, data: dict[str, Any], stderr: str) -> None:
        self.code, self.stderr = code, stderr
        self.errors: list[dict[str, Any]] = data["summary"]["errors"]
        self.findings: list[dict[str, Any]] = data["findings"]

    def places(self, *rules: str) -> list[tuple[int, int, int, int]]:
        """Of the findings of `rules`; by default of those that object to the slip, which has another name where there is English."""
        rules = rules or ("GL101", "GL301")
        return [(f["line"], f["column"], f["endLine"], f["endColumn"]) for f in self.findings if f["code"] in rules]

    def found(self) -> list[str]:
        return [f["found"] for f in self.findings if f["code"] == "GL301"]


def process(*arguments: str, input: bytes = b"", timeout: float = 60, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The real command; it fails the test if it hangs."""
    return subprocess.run(
        [sys.executable, "-m", "linter", *arguments],
        input=input,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        timeout=timeout,
    )
