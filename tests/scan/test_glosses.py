from __future__ import annotations

import pytest
from building import document

from linter.scan.glosses import glosses

CASES = [
    ("half-width parentheses", "关于后训练(post-training)的讨论", [("关于后训练", "post-training")]),
    ("full-width parentheses and a space", "重置门 （reset gate）", [("重置门", "reset gate")]),
    ("quotes around the term", "“模型集成”（ensemble of models）", [("模型集成", "ensemble of models")]),
    ("a reversed gloss", "用 agent（智能体）来做", [("智能体", "agent")]),
    ("no gloss without Latin", "结果（见下文）", []),
    ("no gloss across passages", "", []),
    ("an aside with Chinese is no gloss", "模型（GPT 系列的）很多", []),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_glosses(text: str, wanted: list[tuple[str, str]]) -> None:
    doc = document(text)
    assert [(doc.text[g.zh_start : g.zh_end], doc.text[g.en_start : g.en_end]) for g in glosses(doc)] == wanted


def test_an_abbreviation_behind_the_term_is_a_part_of_its_own() -> None:
    (gloss,) = glosses(document("模型集成（ensemble of models，EoM）"))
    assert [part for part, _, _ in gloss.english] == ["ensemble of models，EoM", "ensemble of models", "EoM"]
