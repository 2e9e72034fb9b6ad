"""How many processes read documents."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from linter import jobs


class Case(NamedTuple):
    asked: int
    size: int
    files: int
    wanted: int
    entries: int = 100
    cores: int = 4


MB = 1_000_000
CASES = {
    "one asked for": Case(1, 50 * MB, 900, 1),
    "two asked for, however little there is to do": Case(2, 10, 2, 2),
    "no more than there are files": Case(8, 50 * MB, 3, 3),
    "a small folder is read by one": Case(0, MB, 90, 1),
    "two where each gets enough": Case(0, 3 * MB // 2, 90, 2),
    "no more than there are cores": Case(0, 50 * MB, 900, 4),
    "one large file is read by one": Case(0, 50 * MB, 1, 1),
    "with a glossary that takes long to make ready, more text is needed": Case(0, 4 * MB, 90, 1, entries=100_000),
    "nothing to read": Case(0, 0, 0, 1),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_processes(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_cores", lambda: case.cores)
    assert jobs.jobs_for(case.asked, case.size, case.files, case.entries) == case.wanted
