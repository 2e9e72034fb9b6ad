"""Characters that hide or mislead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from checking import FORMATS, Report, write

from linter.cli import main

INVISIBLE = {
    "a zero-width space": "锁\u200b定文件",
    "a joiner": "锁定\u200d文件",
    "a word joiner": "锁定\u2060文件",
    "a byte order mark inside": "锁\ufeff定文件",
    "a soft hyphen": "锁\u00ad定文件",
    "a variation selector": "锁\ufe00定文件",
    "an ideographic variation": "锁定文\U000e0100件",
    "turned direction": "锁\u202e定文\u202c件",
    "isolated": "锁\u2067定文\u2069件",
    "a combining mark": "锁\u0301定文件",
    "a tag": "锁\U000e0041定文件",
}


@pytest.mark.parametrize("written", INVISIBLE.values(), ids=INVISIBLE.keys())
def test_invisible_characters_hide_no_term_and_are_shown_escaped(
    written: str, run: Callable[..., Report], capsys: pytest.CaptureFixture[str]
) -> None:
    write({"a.md": f"写入{written}。\n"})
    report = run("a.md")
    assert report.found() == [written]
    assert report.places() == [(1, 3, 1, 3 + len(written))]
    assert report.findings[0]["rendering"] == "锁定文件"
    for form in FORMATS:
        main(["a.md", "--output-format", form])
        shown = capsys.readouterr().out
        assert "GL301" in shown
        assert not (set(written) - set("锁定文件")) & set(shown)


def test_width_is_folded_and_offsets_are_those_of_the_original(run: Callable[..., Report]) -> None:
    write({"g.csv": "English,中文,说明\ninit container,Init 容器,不用“起始Box”\n", "a.md": "见：起始Ｂｏｘ与Ｉｎｉｔ　容器。\n"})
    report = run("--glossary", "g.csv", "a.md")
    assert (report.found(), report.places()) == (["起始Ｂｏｘ"], [(1, 3, 1, 8)])
