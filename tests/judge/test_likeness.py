"""Likeness of renderings, and the forms of a rendering that are as right as itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.judge.likeness import common, find_form, is_near, likeness

HAN = st.text(alphabet=st.sampled_from("资本金支出智能体模型集成的"), max_size=8)

FORMS = [  # text, expected, the row's English, the form that is found ("" for none)
    ("它是主动伙伴", "主动的", "proactive", "主动"),
    ("工具的使用", "工具使用", "tool use", "工具的使用"),
    ("可变序列", "可变对象", "mutable", "可变"),
    ("文件在这里", "文件对象", "file object", ""),  # the English names the head itself
    ("智能体(agent)社会", "智能体社会", "agentic society", "智能体(agent)社会"),
    ("“智能体”社会", "智能体社会", "agentic society", "智能体”社会"),
    ("输入和输出参数", "输入参数", "input parameter", "输入和输出参数"),
    ("对象名已存在", "对象名称", "object name", "对象名"),
    ("哈希函数", "哈希值", "hash", "哈希"),
    ("大型语言模型", "大语言模型", "large language model", ""),
    ("荒模式", "荒谬模式", "absurd pattern", ""),
    ("资金支出", "资本支出", "capex", ""),
    ("这个值", "值", "value", ""),
    ("解释这些", "解释型", "interpreted", ""),
]


@pytest.mark.parametrize(("text", "expected", "english", "form"), FORMS, ids=[f"{case[0]} for {case[1]}" for case in FORMS])
def test_legitimate_forms(text: str, expected: str, english: str, form: str) -> None:
    found = find_form(text, expected, english)
    assert (text[slice(*found)] if found else "") == form


@pytest.mark.parametrize(
    ("rendering", "expected", "near"),
    [
        ("资金支出", "资本支出", True),
        ("大型语言模型", "大语言模型", True),
        ("资本支出", "资本支出", False),
        ("迭代器", "可迭代对象", False),
        ("法学硕士", "大语言模型", False),
    ],
)
def test_near(rendering: str, expected: str, near: bool) -> None:
    assert is_near(rendering, expected) is near


@given(HAN, HAN)
def test_likeness_is_symmetric_and_between_none_and_all(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    assert common(a, b) <= min(len(a), len(b))


@given(HAN.filter(lambda text: len(text) > 1))
def test_a_rendering_is_a_form_of_itself(text: str) -> None:
    assert find_form(text, text) is not None
