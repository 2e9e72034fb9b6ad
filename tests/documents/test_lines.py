"""Which lines of a block are one passage, and which are passages of their own."""

from __future__ import annotations

import pytest
from reading import texts

WRAPPED = """\
The night was long and the watch at the gate kept talking of the
ship that had not come.  Nobody could say when it would arrive.
In the morning the fog was thicker still, so that even the bell
of the chapel could hardly be heard.

夜很长，门口的守卫一直在谈论那艘还没有到来的船。没有人能说出它什么时候会到。
早上的雾更浓了，以至于连小教堂的钟声也
几乎听不见。渔夫们坐在
Harbour Inn
里等待消息。
"""

LINES = """\
第一段只有一行。
第二段也只有一行，它长一些，说的是别的事情。
标题一样的行
第三段在标题之下。
第四段结束了它。
"""

LONG = "这一段很长，写在一行里，" * 12

CASES = [
    ("prose wrapped at a width is joined", WRAPPED, [
        "The night was long and the watch at the gate kept talking of the ship that had not come.  "
        "Nobody could say when it would arrive. In the morning the fog was thicker still, so that even the bell "
        "of the chapel could hardly be heard.",
        "夜很长，门口的守卫一直在谈论那艘还没有到来的船。没有人能说出它什么时候会到。早上的雾更浓了，以至于连小教堂的钟声也"
        "几乎听不见。渔夫们坐在 Harbour Inn 里等待消息。",
    ]),
    ("lines that end their sentences are passages", LINES, LINES.splitlines()),
    ("lines beyond any width are passages", f"{LONG}完\n{LONG}了", [f"{LONG}完", f"{LONG}了"]),
    ("a line in the other language is a passage", "The ship has come.\n船来了。\nThe ship has gone.\n船走了。",
     ["The ship has come.", "船来了。", "The ship has gone.", "船走了。"]),
    ("so in two lines, without any stop", "The ship\n那艘船", ["The ship", "那艘船"]),
    ("a short paragraph in mid-sentence goes on", "我们构建智能\n体社会。", ["我们构建智能体社会。"]),
    ("a line that begins in lower case goes on", f"{LONG} an agent\nsystem 就是这样。\n{LONG}。\n{LONG}。\n{LONG}。",
     [f"{LONG} an agent system 就是这样。", f"{LONG}。", f"{LONG}。", f"{LONG}。"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passages"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
@pytest.mark.parametrize("path", ["text.md", "text.txt"])
def test_lines(text: str, passages: list[str], path: str) -> None:
    assert texts(text, path) == passages


def test_lines_of_one_block_share_a_number() -> None:
    from reading import read

    document = read("The ship has come.\n船来了。\n\nA line.\n\nIt goes.\n它走了。")
    blocks = [passage.block for passage in document.passages]
    assert blocks[0] == blocks[1] >= 0
    assert blocks[2] == -1
    assert blocks[3] == blocks[4] > blocks[0]
