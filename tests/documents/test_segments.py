"""The way back to the file, passage by passage and as a whole."""

from __future__ import annotations

from reading import read

TEXT = "# 标题 &amp; **智能**体\n\n第一行里有 `code`，\n第二行 second\nline。\n\n| a | b |\n|---|---|\n| 甲 | [乙](x) |\n\n* 一\n  二\n"


def test_places_are_the_same_whether_all_segments_are_known_or_not() -> None:
    one, other = read(TEXT), read(TEXT)
    assert other.segments, "now they are all known"
    for start in range(len(one.text) + 1):
        assert one.span(start, start) == other.span(start, start)
        assert one.span(start, start + 1) == other.span(start, start + 1)
        assert one.span(0, start) == other.span(0, start)
