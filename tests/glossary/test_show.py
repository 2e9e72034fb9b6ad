"""The glossary in force for people and programs."""

from __future__ import annotations

import json

from linter.glossary.load import parse_glossary
from linter.glossary.show import as_json, as_table
from linter.source import Source
from linter.width import display_width

TEXT = """\
| English | 中文 | 备注 |
|---|---|---|
| Graph Neural Network (GNN) | 图神经网络/图网络 | 禁用“图像网络” |
| K-FAC | 不译 | |
| slot (n.) | — | |
"""


def test_json_has_the_shape_of_the_contract() -> None:
    glossary = parse_glossary(Source("g.md", TEXT))
    assert glossary is not None
    shown = as_json(glossary, [{"code": "GL501"}])
    assert shown["findings"] == [{"code": "GL501"}]
    first, second, third = shown["entries"]
    assert json.loads(json.dumps(first)) == {
        "source": ["Graph Neural Network", "GNN"],
        "preferred": "图神经网络",
        "admitted": ["图网络"],
        "tolerated": ["GNN"],
        "deprecated": ["图像网络"],
        "keep": False,
        "pos": None,
        "note": "GNN; 禁用“图像网络”",
        "unless": [],
        "case": None,
        "status": "approved",
        "when": [],
        "contextual": False,
        "undecided": False,
        "domain": None,
        "locales": {},
        "path": "g.md",
        "line": 3,
    }
    assert (second["keep"], second["preferred"]) == (True, None)
    assert (third["pos"], third["undecided"]) == ("noun", True)


def test_the_columns_of_the_table_are_aligned_by_cells() -> None:
    glossary = parse_glossary(Source("g.md", TEXT))
    assert glossary is not None
    lines = as_table(glossary).splitlines()
    assert [line.split()[-1] for line in lines] == ["g.md:3", "g.md:4", "g.md:5"]
    assert len({display_width(line[: line.rindex("g.md")]) for line in lines}) == 1
    assert "图神经网络 / 图网络" in lines[0]
    assert "not 图像网络; tolerates GNN" in lines[0]
    assert "stays in English" in lines[1]
    assert "undecided; noun" in lines[2]


def test_each_locale_is_shown() -> None:
    text = "| English | zh-TW | zh-CN |\n|---|---|---|\n| software | 軟體 | 软件 |\n| props | 不翻譯 | |\n"
    glossary = parse_glossary(Source("g.md", text))
    assert glossary is not None
    first, second = as_table(glossary).splitlines()
    assert "zh-Hant-TW: 軟體, zh-Hans: 软件" in first
    assert "zh-Hant-TW: props, zh-Hans: -" in second
    shown = as_json(glossary)["entries"][0]["locales"]
    assert {name: value["preferred"] for name, value in shown.items()} == {"zh-Hant-TW": "軟體", "zh-Hans": "软件"}
