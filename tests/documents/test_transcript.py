"""The user's transcript: every line is the kind of passage that its alignment by hand says."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from reading import outline, read
from shared import SHARED, needs_shared

from linter.source import read as read_source

EXPECTED = {"heading": {"heading"}, "turn": {"turn"}, "continuation": {"paragraph"}}


def _links() -> Iterator[tuple[list[int], list[int], str, str]]:
    assert SHARED is not None
    with open(SHARED / "seed/alignment.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            sides = []
            for name in ("zh_lines", "en_lines"):
                first, _, last = (row[name] or "").partition("-")
                sides.append(list(range(int(first), int(last or first) + 1)) if first else [])
            yield sides[0], sides[1], row["kind"], row["note"] or ""


@needs_shared
def test_kinds() -> None:
    assert SHARED is not None
    document = read_source(str(SHARED / "seed/transcript.md"))
    found = read(document.text)
    kinds = {found.lines(index)[0]: (passage.kind, passage.lang) for index, passage in enumerate(found.passages)}
    assert all(found.lines(index)[0] == found.lines(index)[1] for index in range(len(found.passages))), "a line is a passage"
    wrong: list[tuple[object, ...]] = []
    for chinese, english, kind, note in _links():
        if kind not in EXPECTED:
            continue
        for line in chinese:
            # The Chinese labels every turn.
            if kinds[line] not in {(expected, "zh") for expected in EXPECTED[kind]}:
                wrong.append((line, kind, kinds[line]))
        for line in english:
            # The English leaves labels out here and there, and the later lines of a turn that the Chinese merged have none.
            allowed = EXPECTED[kind] | ({"paragraph", "turn"} if kind != "heading" else set())
            if kinds[line] not in {(expected, "en") for expected in allowed}:
                wrong.append((line, kind, kinds[line], note))
    assert wrong == []
    assert len(found.tables) == 2


@needs_shared
def test_the_name_of_the_file_does_not_matter() -> None:
    assert SHARED is not None
    text = read_source(str(SHARED / "seed/transcript.md")).text
    assert outline(read(text, "transcript.txt")) == outline(read(text, "transcript.md"))
