"""Every visible character stands where its document says, in real files and in random ones, whatever ends their lines."""

from __future__ import annotations

import random

import pytest
from reading import check, outline, read
from shared import SHARED, needs_shared

from linter.source import read as read_source

FILES = [] if SHARED is None else [SHARED / "seed/transcript.md", *sorted((SHARED / "bench/dev").rglob("*.md"))]


@needs_shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("suffix", ["", ".txt"], ids=["as Markdown", "as text"])
def test_real_files(path: object, suffix: str) -> None:
    text = read_source(str(path)).text
    name = f"{path}{suffix}"
    document = read(text, name)
    exact, apart = check(document)
    assert apart <= 0.02 * exact, "only line breaks and entities are not one to one"
    for end in ("\r\n", "\r"):
        twin = read(text.replace("\n", end), name)
        check(twin)
        assert outline(twin) == outline(document)


TOKENS = [
    *"\n\n\n\n    |`*_~[]()<>-#$\\:：'\"",
    *("智能", "体", "agent ", "的 ", "🙂", "\u3000", "\u2028", "é", "**", "~~", "```\n", "- ", "1. ", "> ", "## ", "  \n", "---\n", "===\n"),
    *('](u "t")', "![", "<!-- ", "-->", "<b>", "</b>", "<code>", "</code>", "<br>", "<div>", "<table><tr><td>", "<pre>", '<a href="'),
    *("|---|---|\n", "原文 | 中文\n", "Ann: ", "Bob: ", "$$", "&amp;", "{#id}", "{{< x >}}", "::: tip ", "<http://a.b>", "[^1]: ", "{term}"),
    *("`a <b>`", "+++\n", "title: x\n", "<script>", "<![CDATA[", "import a from 'b'"),
]  # fmt: skip


@pytest.mark.parametrize("seed", range(300))
def test_random_files(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice(TOKENS) for _ in range(dice.randrange(1, 80)))
    for name in ("text.md", "text.txt"):
        document = read(text, name)
        check(document)
        for end in ("\r\n", "\r"):
            assert outline(read(text.replace("\n", end), name)) == outline(document)
