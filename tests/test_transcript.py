"""The user's own document, whole: what is said about it, and about nothing else in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shared import SHARED, needs_shared

from linter.align.show import as_json
from linter.config import Settings
from linter.finding import Finding
from linter.run import alignments, check, glossary_of

pytestmark = needs_shared


def variants() -> dict[str, tuple[str, bytes]]:
    assert SHARED is not None
    data = (SHARED / "seed" / "transcript.md").read_bytes()
    return {
        "Markdown": ("transcript.md", data),
        "plain text": ("transcript.txt", data),
        "CRLF": ("transcript.md", data.replace(b"\n", b"\r\n")),
        "CR": ("transcript.md", data.replace(b"\n", b"\r")),
        "a byte order mark": ("transcript.md", b"\xef\xbb\xbf" + data),
        "UTF-16": ("transcript.md", data.decode().encode("utf-16")),
    }


@pytest.fixture(params=["Markdown", "plain text", "CRLF", "CR", "a byte order mark", "UTF-16"])
def transcript(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    name, data = variants()[request.param]
    (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return name


def listed(findings: tuple[Finding, ...]) -> list[tuple[int, int, str, str, tuple[str, ...], str]]:
    return [
        (f.place.line, f.place.column, f.severity, f.found, f.expected, f.term or "")
        for f in findings
        if f.severity != "hint" and f.code != "GL401"
    ]


def test_the_two_divergences_and_nothing_else(transcript: str) -> None:
    result = check([transcript], Settings(isolated=True))
    assert not result.errors
    assert listed(result.findings) == [
        (23, 138, "error", "资金支出", ("资本支出",), "CapEx"),
        (46, 107, "warning", "模型组成的集成", ("模型集成",), "ensemble of models"),
    ]


def test_both_tables_are_read_and_found_equal(transcript: str) -> None:
    glossary = glossary_of([transcript], Settings(isolated=True))
    assert len(glossary.entries) == 28
    assert not glossary.facts
    kept = [entry.term for entry in glossary.entries if entry.keep]
    assert kept == ["pull request"]


def test_the_pairs_are_those_of_the_reader(transcript: str) -> None:
    assert SHARED is not None
    (alignment,) = alignments([transcript], Settings(isolated=True))
    found = {
        (chinese, english)
        for pair in json.loads(json.dumps(as_json(alignment)))["pairs"]
        for chinese in range(pair["target"]["lines"][0], pair["target"]["lines"][1] + 1)
        for english in range(pair["source"]["lines"][0], pair["source"]["lines"][1] + 1)
    }
    wanted = set()
    for row in (SHARED / "seed" / "alignment.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        chinese, english, kind, *_ = row.split("\t")
        if kind in ("heading", "turn", "continuation") and "-" not in (chinese, english):
            wanted |= {(z, e) for z in lines(chinese) for e in lines(english)}
    assert found == wanted


def lines(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)
