"""The real transcript against its line alignment by a bilingual reader: the same links, and no others."""

from __future__ import annotations

import csv

import pytest
from shared import SHARED, needs_shared

from linter.align.pairs import align_document
from linter.documents.read import read_document
from linter.source import decode

VARIANTS = {
    "as it is": ("transcript.md", "\n", b""),
    "as plain text": ("transcript.txt", "\n", b""),
    "with CRLF": ("transcript.md", "\r\n", b""),
    "with a byte order mark": ("transcript.md", "\n", b"\xef\xbb\xbf"),
    "with CRLF and a byte order mark, as plain text": ("transcript.txt", "\r\n", b"\xef\xbb\xbf"),
}


def lines(shown: str) -> list[int]:
    first, _, last = shown.partition("-")
    return list(range(int(first), int(last or first) + 1)) if first else []


def gold() -> set[tuple[int, int]]:
    """(Chinese line, English line)"""
    assert SHARED is not None
    with open(SHARED / "seed" / "alignment.tsv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] in ("heading", "turn", "continuation")]
    return {(zh, en) for row in rows for zh in lines(row["zh_lines"]) for en in lines(row["en_lines"])}


@needs_shared
@pytest.mark.parametrize(("name", "end", "mark"), VARIANTS.values(), ids=VARIANTS)
def test_the_transcript_is_paired_line_by_line(name: str, end: str, mark: bytes) -> None:
    assert SHARED is not None
    text = (SHARED / "seed" / "transcript.md").read_bytes().decode()
    document = read_document(decode(name, mark + text.replace("\n", end).encode()))
    found = align_document(document)
    links: set[tuple[int, int]] = set()
    for pair in found.pairs:
        if pair.source and pair.target:
            chinese = range(document.lines(pair.target[0])[0], document.lines(pair.target[-1])[1] + 1)
            english = range(document.lines(pair.source[0])[0], document.lines(pair.source[-1])[1] + 1)
            links.update((zh, en) for zh in chinese for en in english)
    assert links == gold()
    assert all(pair.posterior > 0.9 for pair in found.pairs if pair.how == "turns")
