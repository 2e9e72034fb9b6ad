"""Words whose senses Chinese keeps apart: the file rules/senses.yaml, and what it makes innocent."""

from __future__ import annotations

import os

import pytest
from building import entry, glossary

from linter import lint_text
from linter.errors import UsageError
from linter.judge.senses import other_sense
from linter.rules.folder import rules_folder
from linter.rules.senses import FILE, Example, senses_of
from linter.rules.variants import shipped_variants
from linter.source import Source, read

FOLDER = rules_folder()
assert FOLDER is not None
SHIPPED = senses_of(read(os.path.join(FOLDER, FILE)))
PLAIN = [("The road is long.", "路很长。"), ("Tea is served at five.", "五点上茶。"), ("Snow fell on the roof.", "屋顶落了雪。")]


def told(example: Example, text: str) -> list[tuple[str | None, str]]:
    pairs = [example.obeyed, *PLAIN, (example.source, text)]
    source, chinese = ("\n\n".join(side) + "\n" for side in zip(*pairs, strict=True))
    found = lint_text(chinese, glossary=glossary(entry(example.term, example.right)), source=source)
    return [(finding.rendering, finding.code) for finding in found if finding.severity != "hint"]


@pytest.mark.parametrize("example", SHIPPED.examples, ids=[example.term for example in SHIPPED.examples])
def test_an_example_is_innocent(example: Example) -> None:
    assert told(example, example.text) == []


@pytest.mark.parametrize("word", SHIPPED.apart)
def test_each_sense_is_apart_from_the_others_and_not_from_itself(word: str) -> None:
    senses = SHIPPED.apart[word]
    for number, sense in enumerate(senses):
        others = [form for other, forms in enumerate(senses) if other != number for form in forms]
        assert all(other_sense(word, (right,), form) for right in sense for form in others)
        assert not any(other_sense(word, (right,), form) for right in sense for form in sense)


@pytest.mark.parametrize(
    ("word", "expected", "text", "other"),
    [
        ("process", ("进程",), "过程", "过程"),
        ("process", ("进程",), "愈合过程", "过程"),
        ("process", ("进程",), "进程的过程", ""),  # something of the expected sense is there
        ("process", ("程序",), "过程", ""),  # a row for none of the senses
        ("process", ("进程", "过程"), "流程", ""),  # a row for both
        ("bit", ("位",), "一点", "一点"),
        ("domain", ("域",), "领域", "领域"),  # one character is all of a text or nothing
        ("harbour", ("港口",), "码头", ""),
    ],
)
def test_another_sense(word: str, expected: tuple[str, ...], text: str, other: str) -> None:
    assert other_sense(word, expected, text) == other


def test_no_documented_wrong_rendering_is_another_sense() -> None:
    assert FOLDER is not None
    known = [(term, one) for file in shipped_variants(FOLDER) for term, one, _ in file.known]
    assert [(term, one.form) for term, one in known if other_sense(term.lower(), one.right, one.form)] == []


HEAD = "examples: []\nsenses:\n"
FAULTS = [
    ("- {word: process, apart: [[进程], [过程]]}\n- {word: process, apart: [[进程], [过程]]}\n", 4, "stands here already"),
    ("- {word: Process, apart: [[进程], [过程]]}\n", 3, "not one word in small letters"),
    ("- {word: process, apart: [[进程]]}\n", 3, "two senses or more"),
    ("- {word: process, apart: [[进程], [过程, 进程]]}\n", 3, "given for two senses"),
    ("- {word: process, apart: [[进程], [course]]}\n", 3, "is not Chinese"),
]


@pytest.mark.parametrize(("text", "line", "message"), FAULTS, ids=[message for _, _, message in FAULTS])
def test_a_fault_is_told_with_its_place(text: str, line: int, message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        senses_of(Source("senses.yaml", HEAD + text))
    assert raised.value.line == line
