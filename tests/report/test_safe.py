"""Untrusted text on its way into each output."""

from __future__ import annotations

import json

import pytest

from linter.report import safe

SHOWN = [
    pytest.param("智能体 agent，「好」", "智能体 agent，「好」", id="plain text stays"),
    pytest.param("a\x1b[2Jb", r"a\u{1b}[2Jb", id="a terminal escape"),
    pytest.param("a\nb\tc\x7f", r"a\u{a}b\u{9}c\u{7f}", id="line breaks, tabs, DEL"),
    pytest.param("a\x9bb", r"a\u{9b}b", id="a C1 control"),
    pytest.param("\u202eabc\u2066", r"\u{202e}abc\u{2066}", id="bidi controls"),
    pytest.param("智\u200b能\ufeff体", r"智\u{200b}能\u{feff}体", id="zero-width characters"),
    pytest.param("a\u2028b", r"a\u{2028}b", id="a line separator"),
    pytest.param("\U000e0041", r"\u{e0041}", id="a tag character"),
    pytest.param("\ud800", r"\u{d800}", id="a lone surrogate"),
    pytest.param("ᅠㅤ", r"\u{1160}\u{3164}", id="letters that nobody sees"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_visible(text: str, shown: str) -> None:
    assert safe.visible(text) == shown


LOGGED = [
    pytest.param("::error::x\n", "\\u{3a}:error::x\n", id="a command"),
    pytest.param("ok\n  \u3000::add-mask::x\n", "ok\n  \u3000\\u{3a}:add-mask::x\n", id="a command after white space"),
    pytest.param("\x1b[1m::error::x\x1b[0m", "\x1b[1m\\u{3a}:error::x\x1b[0m", id="a command in colour"),
    pytest.param("a ##[error]x", r"a #\u{23}[error]x", id="an old command, which counts anywhere in a line"),
    pytest.param("std::vector\n12 | ::x", "std::vector\n12 | ::x", id="colons inside a line stay"),
]


@pytest.mark.parametrize(("text", "logged"), LOGGED)
def test_log(text: str, logged: str) -> None:
    assert safe.log(text) == logged


def test_a_workflow_command_keeps_its_shape() -> None:
    assert safe.github_message("50%\r\n::x") == "50%25%0D%0A::x"
    assert safe.github_message("a ##[error]b") == r"a #\u{23}[error]b"
    assert safe.github_property("a:b,c%") == "a%3Ab%2Cc%25"


@pytest.mark.parametrize(
    "text", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800", "\U000e0041", "##[error]", "智能体 🙂", "\\u"]
)
def test_json_text_is_the_same_data_in_another_spelling(text: str) -> None:
    encoded = safe.json_text(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(encoded) == {"text": text}
    assert safe.visible(encoded) == encoded
    assert "##[" not in encoded
