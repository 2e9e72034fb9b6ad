"""Patterns for pairs of files, and the names that need none."""

from __future__ import annotations

import pytest

from linter.align.files import find_sources
from linter.errors import UsageError

# title: (files that exist, patterns, paths that were asked for, expected targets with their sources)
CASES: dict[str, tuple[str, list[str], str, dict[str, str]]] = {
    "a folder for each language": ("en/a.md zh/a.md", ["en/{}=zh/{}"], "zh/a.md", {"zh/a.md": "en/a.md"}),
    "{} crosses folders": ("en/x/y/a.md", ["en/{}=zh/{}"], "zh/x/y/a.md", {"zh/x/y/a.md": "en/x/y/a.md"}),
    "a suffix": ("b_origin.md b.md", ["{}_origin.md={}.md"], "b.md b_origin.md", {"b.md": "b_origin.md"}),
    "a source is never a target": ("b_origin.md b.md", ["{}_origin.md={}.md"], "b_origin.md", {}),
    "no source, no pair": ("zh/a.md", ["en/{}=zh/{}"], "zh/a.md", {}),
    "{} stands for at least one character": ("en/ zh/", ["en/{}=zh/{}"], "zh/", {}),
    "the first pattern whose source exists": (
        "old/a.md new/a.md",
        ["gone/{}=zh/{}", "old/{}=zh/{}", "new/{}=zh/{}"],
        "zh/a.md",
        {"zh/a.md": "old/a.md"},
    ),
    "two whole paths": ("left.txt right.txt", ["left.txt=right.txt"], "right.txt", {"right.txt": "left.txt"}),
    "a named source that is missing stays, to be reported": ("", ["left.txt=right.txt"], "right.txt", {"right.txt": "left.txt"}),
    "./ and doubled slashes mean nothing": ("en/a.md", ["./en//{}=zh/{}"], "./zh/a.md", {"./zh/a.md": "en/a.md"}),
    "patterns before common names": ("en/a.md src/a.md", ["src/{}=zh/{}"], "zh/a.md", {"zh/a.md": "src/a.md"}),
    "a language in the name": ("g.md g.zh-CN.md", [], "g.md g.zh-CN.md", {"g.zh-CN.md": "g.md"}),
    "underscore": ("README.md README_zh.md", [], "README_zh.md", {"README_zh.md": "README.md"}),
    "both languages in the names": ("g.en.md g.zh.md", [], "g.zh.md", {"g.zh.md": "g.en.md"}),
    "an original beside it": ("t_origin.md t.md", [], "t.md t_origin.md", {"t.md": "t_origin.md"}),
    "folders without a pattern": ("docs/en/a/b.md", [], "docs/zh-cn/a/b.md", {"docs/zh-cn/a/b.md": "docs/en/a/b.md"}),
    "zh-Hans": ("en/b.md", [], "zh-Hans/b.md", {"zh-Hans/b.md": "en/b.md"}),
    "zh_Hant_TW": ("en/b.md", [], "zh_Hant_TW/b.md", {"zh_Hant_TW/b.md": "en/b.md"}),
    "a catalogue holds its English itself": ("locale/en/m.po", [], "locale/zh_Hans/m.po", {}),
    "a word that ends in zh is no language": ("blitz.md", [], "blitzzh.md", {}),
    "the source may be among the paths only": ("", [], "en/a.md zh/a.md", {"zh/a.md": "en/a.md"}),
}


@pytest.mark.parametrize(("files", "patterns", "paths", "expected"), CASES.values(), ids=CASES)
def test_sources(files: str, patterns: list[str], paths: str, expected: dict[str, str]) -> None:
    there = set(files.split())
    assert find_sources(paths.split(), patterns, there.__contains__) == expected


def test_common_names_can_be_left_out() -> None:
    assert find_sources(["zh/a.md"], [], lambda path: True, automatic=False) == {}


@pytest.mark.parametrize(
    "pattern", ["en/{}", "a=b=c", "=zh/{}", "en/{}=", "en/{}=zh/a.md", "en/a.md=zh/{}", "{}/{}={}/{}", "en/{}=en/{}", ""]
)
def test_a_pattern_that_says_nothing_is_a_usage_error(pattern: str) -> None:
    with pytest.raises(UsageError):
        find_sources(["zh/a.md"], [pattern])
