"""Plain text documents."""

from __future__ import annotations

import pytest
from reading import check, read, shown

CASES: list[tuple[str, str, list[str]]] = [
    ("paragraphs between blank lines", "一\n二\n \t\n三", ["paragraph zh 一二", "paragraph zh 三"]),
    ("an underlined title", "标题\n====\n文。", ["heading1 zh 标题", "paragraph zh 文。"]),
    ("items", "* 一\n* 二\n  续\n1. 三", ["item1 zh 一", "item1 zh 二续", "item1 zh 三"]),
    ("markup means nothing", "**智**能 `agent` # x\n", ["paragraph zh **智**能 `agent` # x"]),
    ("addresses are masked", "见 https://a.b/agent 。", ["paragraph zh 见 □ 。"]),
    ("indentation is no code", "    缩进。", ["paragraph zh 缩进。"]),
    ("a glossary table", "前\n| en | zh |\n|--|--|\n| a b | 甲 |\n后", ["paragraph zh 前", "paragraph zh 后"]),
    ("nothing at all", "\n \n", []),
]


@pytest.mark.parametrize(("text", "passages"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_passages(text: str, passages: list[str]) -> None:
    assert shown(text, "text.txt") == passages
    check(read(text, "text.txt"))
