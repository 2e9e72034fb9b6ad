"""The table of docs/formats.md that says what of Markdown is prose: every row is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading import check, outline, read, texts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def rows() -> list[tuple[str, str, str]]:
    """(what, written, checked) of each row."""
    section = PAGE.read_text(encoding="utf-8").split("\n## What is prose in Markdown\n")[1].split("\n## ")[0]
    found = []
    for line in section.splitlines():
        if not line.startswith("| ") or line.startswith("| |"):
            continue
        what, written, checked = (cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip("|")))
        code = re.fullmatch(r"(`+)(.*?)\1", written)
        assert code, f"no code: {written}"
        inner = code[2]
        if inner[0] == inner[-1] == " " and inner.strip():
            inner = inner[1:-1]
        found.append((what, inner.replace("⏎", "\n"), checked))
    return found


ROWS = rows()


def test_the_table_is_there() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize(("written", "checked"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_prose(written: str, checked: str) -> None:
    assert " · ".join(texts(written)) == checked
    document = read(written)
    check(document)
    for end in ("\r\n", "\r"):
        assert outline(read(written.replace("\n", end))) == outline(document)
