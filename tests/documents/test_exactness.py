"""Every visible character stands where its document says, in real files and in random ones, whatever ends their lines.

`pytest -rP` prints the counts.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from invariants import check_findings
from oracle import misplaced, of_parser, ours
from reading import check, outline, read
from shared import SHARED, needs_shared

from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.run import lint_text
from linter.source import Source
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
    print(f"passages {len(document.passages)}, segments {len(document.segments)}, characters {exact} one to one, {apart} not")
    for end in ("\r\n", "\r"):
        twin = read(text.replace("\n", end), name)
        check(twin)
        assert outline(twin) == outline(document)


def glossary_beside(path: Path) -> Glossary:
    """The glossary of the project that a real file belongs to; an empty one where the file brings its own."""
    for folder in path.parents:
        for name in ("glossary.md", "terminology.md"):
            if (folder / name).exists() and folder / name != path:
                return parse_glossary(read_source(str(folder / name))) or Glossary()
        if folder == SHARED:
            break
    return Glossary()


def told(findings: list[Finding]) -> list[tuple[object, ...]]:
    """What findings say but for the line ends in what was found."""
    return [(f.place, f.code, f.severity, re.sub(r"\r\n?", "\n", f.found), f.rendering, f.grade) for f in findings]


@needs_shared
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_found_stands_at_its_place(path: Path) -> None:
    text = read_source(str(path)).text
    glossary = glossary_beside(path)
    wanted: list[tuple[object, ...]] | None = None
    for end in ("\n", "\r\n", "\r"):
        source = Source(path.name, text.replace("\n", end))
        findings = list(lint_text(source.text, glossary=glossary, path=source.path))
        check_findings(findings, {s.path: s for s in (*glossary.sources, source)})
        wanted = told(findings) if wanted is None else wanted
        assert told(findings) == wanted
    print(f"findings {len(wanted or ())} with LF, CRLF and CR")


# What the second parser takes for text, and why we do not: pattern in its text without blanks, reason.
OTHERWISE = [
    (r"\{#[\w-]+\}$", "the id of a heading"),
    (r"\[\^[\w-]+\]:?", "the mark of a footnote"),
    (r"\*\*", "emphasis beside Chinese punctuation, which CommonMark does not see and its author means"),
]
_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


@needs_shared
def test_a_second_parser_sees_the_same_text() -> None:
    counts: Counter[str] = Counter()
    for path in FILES:
        text = read_source(str(path)).text
        matter = _MATTER.match(text)
        end = matter.end() if matter else 0
        counts["front matter is no text"] += end > 0
        theirs, _ = of_parser(text[end:])
        _, _, blocks = ours(text)
        assert misplaced(text, blocks) == []
        mine = ["".join(block.text(line) for line in range(len(block.lines))) for block in blocks if block.start >= end]
        counts["files"] += 1
        counts["spans"] += sum(len(line) for block in blocks for line in block.lines)
        counts["characters"] += sum(map(len, mine))
        rest = [re.sub(r"\s|\ufffc", "", block) for block in mine]
        for at, block in enumerate(theirs):
            if block not in rest:
                for pattern, reason in OTHERWISE:
                    theirs[at], times = re.subn(pattern, "", theirs[at])
                    counts[reason] += times > 0
                counts["blocks read otherwise"] += theirs[at] != block
        assert "".join(theirs) == "".join(rest), path.name
    print(dict(counts))
    assert counts["files"] == len(FILES)
    assert all(counts[reason] for _, reason in OTHERWISE), "each class is still needed"


TOKENS = [
    *"\n\n\n\n    |`*_~[]()<>-#$\\:：'\"",
    *("智能", "体", "agent ", "的 ", "🙂", "\u3000", "\u2028", "é", "**", "~~", "```\n", "- ", "1. ", "> ", "## ", "  \n", "---\n", "===\n"),
    *('](u "t")', "![", "<!-- ", "-->", "<b>", "</b>", "<code>", "</code>", "<br>", "<div>", "<table><tr><td>", "<pre>", '<a href="'),
    *("|---|---|\n", "原文 | 中文\n", "Ann: ", "Bob: ", "$$", "&amp;", "{#id}", "{{< x >}}", "::: tip ", "<http://a.b>", "[^1]: ", "{term}"),
    *("`a <b>`", "+++\n", "title: x\n", "<script>", "<![CDATA[", "import a from 'b'"),
    *(":::\n", "\n:::{note} ", "\n```{tip} 题\n", ":class: x\n", "\n!!! note ", '"题"\n', "    ", "\n??? tip\n", '\n=== "签"\n', "\n: ", "> [!TIP] "),
    *("{{", "}}", "{%", "%}", '{{< f title="题" >}}', "{# x #}", "\\(a_1\\)", "\\[", "\\]", "\\\\(", "\\\\)", "[[a|题]]", "==", "\nexport const a = {\n"),
    *("{", "}", "\n<Card>\n", "</Card>", "{/*", "*/}", '\n[r]: u "题"\n', "[r]", "\\begin{align}", "\\end{align}", ":smile:", "{.x}", "\n/// tip | 题\n"),
    *("{% highlight x %}", "{% endhighlight %}", "{% comment %}", "{% endcomment %}", "\n(x)=\n", "--8<-- 'x'\n"),
]  # fmt: skip


@pytest.mark.parametrize("seed", range(500))
def test_random_files(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice(TOKENS) for _ in range(dice.randrange(1, 80)))
    for name in ("text.md", "text.txt"):
        document = read(text, name)
        check(document)
        for end in ("\r\n", "\r"):
            assert outline(read(text.replace("\n", end), name)) == outline(document)
