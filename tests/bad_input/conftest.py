"""Input of every bad kind: it is read, or it is named; nothing crashes, nothing hangs, nothing drives what shows the report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import TABLE, Report, write

from linter.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    write({"GLOSSARY.md": TABLE})
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Report]:
    def check(*arguments: str) -> Report:
        code = main(["check", "--output-format", "json", "--show", "hint", *arguments])
        streams = capsys.readouterr()
        empty = '{"findings": [], "summary": {"errors": []}}'
        return Report(code, json.loads(streams.out or empty), streams.err)

    return check
