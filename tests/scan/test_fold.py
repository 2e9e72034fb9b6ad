"""Folding keeps the length, always."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.scan.fold import fold
from linter.scan.script import foreign_script, script_of
from linter.scan.traditional import TRADITIONAL


@given(st.text())
def test_folding_keeps_the_number_of_code_points(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("İIıßÅ智能體軟体後后臺ＡＺ０９\u3000\u00a0’‘–-ﬁ")))
def test_folding_hard_characters_keeps_the_length_and_is_idempotent(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("智能體", "智能体"),
        ("ＡＢＣ１", "abc1"),
        ("fine\u2011tuning", "fine-tuning"),
        ("agent’s", "agent's"),
        ("a\u00a0b", "a b"),
        ("İ", "i"),
    ],
)
def test_what_folds(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_the_traditional_characters_are_those_that_opencc_changes() -> None:
    from opencc import OpenCC

    converter = OpenCC("t2s")
    wrong = [character for character in TRADITIONAL if converter.convert(character) == character]
    assert len(wrong) <= 20, f"{len(wrong)} of {len(TRADITIONAL)} no longer change: {wrong[:20]}"


@pytest.mark.parametrize(
    ("text", "script"),
    [("这些智能体在运行", "zh-Hans"), ("這些智能體會運行", "zh-Hant"), ("", "zh-Hans"), ("這" + "的" * 100, "zh-Hans")],
)
def test_the_script_of_a_text(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("written", "form", "script", "foreign"),
    [
        ("智能體", "智能体", "zh-Hans", True),
        ("智能体", "智能体", "zh-Hans", False),
        ("智能体", "智能體", "zh-Hant", True),
        ("智能體", "智能體", "zh-Hant", False),
        ("智能體", "智能体", "zh-Hant", False),
    ],
)
def test_another_script_than_the_text_s(written: str, form: str, script: str, foreign: bool) -> None:
    assert foreign_script(written, form, script) is foreign
