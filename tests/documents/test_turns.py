"""Transcripts: speakers, turns, headings; and documents that only look like one."""

from __future__ import annotations

import pytest
from reading import check, read, shown

TALK = """\
八万家公司的经验 | Ann Lee
逐字稿
Bob Ray: 你好,欢迎。
Ann Lee: 谢谢邀请。很高兴来到这里。
接下来我会讲三件事。
新的开始:第一章
Bob Ray: 12:30 是什么意思?
~ (广告段落已跳过) ~
Ann Lee (00:12:03): 是时间。
术语表
| 原文 | 中文 |
|---|---|
| agent | 智能体 |
此文档由程序生成
Eighty thousand companies | Ann Lee
Bob Ray: Hello and welcome.
Bob Ray:
Thanks to our sponsor for this part.
The Next Beginning: Part One
Mary Ann Poe: One question from the hall.
Glossary
| English | 中文 |
|---|---|
| agent | 智能体 |
made by a program
"""
SHOWN = [
    "heading2 zh 八万家公司的经验 | Ann Lee",
    "heading2 zh 逐字稿",
    "turn:Bob Ray zh 你好,欢迎。",
    "turn:Ann Lee zh 谢谢邀请。很高兴来到这里。",
    "paragraph zh 接下来我会讲三件事。",
    "heading2 zh 新的开始:第一章",
    "turn:Bob Ray zh 12:30 是什么意思?",
    "paragraph zh ~ (广告段落已跳过) ~",
    "turn:Ann Lee zh 是时间。",
    "heading2 zh 术语表",
    "paragraph zh 此文档由程序生成",
    "heading2 en Eighty thousand companies | Ann Lee",
    "turn:Bob Ray en Hello and welcome.",
    "turn:Bob Ray en Thanks to our sponsor for this part.",
    "heading2 en The Next Beginning: Part One",
    "turn:Mary Ann Poe en One question from the hall.",
    "heading2 en Glossary",
    "paragraph en made by a program",
]


@pytest.mark.parametrize("path", ["talk.md", "talk.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_transcript(path: str, end: str) -> None:
    text = TALK.replace("\n", end)
    assert shown(text, path) == SHOWN
    check(read(text, path))


def test_regions_lie_between_the_tables() -> None:
    document = read(TALK)
    assert [passage.region for passage in document.passages] == [0] * 10 + [1] * 7 + [2]
    assert [len(table.rows) for table in document.tables] == [1, 1]


def test_paragraphs_with_bold_labels_are_turns() -> None:
    turns = "**甲：**你好。\n\n**乙：**谢谢。\n\n我来讲。\n\n**甲：**好。\n\n**乙：**完。\n"
    assert shown(turns) == [
        "turn:甲 zh 你好。",
        "turn:乙 zh 谢谢。",
        "paragraph zh 我来讲。",
        "turn:甲 zh 好。",
        "turn:乙 zh 完。",
    ]


@pytest.mark.parametrize("blank", ["\u3000", "\xa0", " \u3000 ", "\u2028"])
def test_any_blank_may_stand_behind_a_label(blank: str) -> None:
    turns = f"甲：{blank}你好。\n\n乙：{blank}谢谢。\n\n甲：{blank}好。\n\n乙：{blank}完。\n"
    assert shown(turns, "talk.txt") == ["turn:甲 zh 你好。", "turn:乙 zh 谢谢。", "turn:甲 zh 好。", "turn:乙 zh 完。"]
    check(read(turns, "talk.txt"))


NO_TRANSCRIPTS = [
    ("definitions", "agent: 能行动的程序。\n\nmodel: 被训练的函数。\n\ntool: 外部的能力。\n\ntoken: 文本的单位。\n"),
    (
        "notes here and there",
        "".join(f"注意：第 {n} 条。\n\n{'正文在这里。' * n}\n\n{'还有一段。' * n}\n\n" for n in range(1, 6)),
    ),
    ("times", "12:30: 开始。\n\n12:45: 休息。\n\n12:30: 开始。\n\n12:45: 休息。\n"),
    ("addresses", "https://a.b/c 在此。\n\nhttps://a.b/d 在彼。\n\nhttps://a.b/c 又是。\n\nhttps://a.b/d 又是。\n"),
    ("items of a list", "- 甲：一。\n- 乙：二。\n- 甲：三。\n- 乙：四。\n"),
]


@pytest.mark.parametrize("text", [case[1] for case in NO_TRANSCRIPTS], ids=[case[0] for case in NO_TRANSCRIPTS])
def test_no_transcript(text: str) -> None:
    assert {passage.kind for passage in read(text).passages} <= {"paragraph", "item"}
