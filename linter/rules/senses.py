"""The file rules/senses.yaml -> the words whose senses Chinese keeps apart; strictly, like every rule file."""

from __future__ import annotations

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.fold import fold
from linter.source import Source
from linter.yamltree import Node, parse

FILE = "senses.yaml"  # in the folder of the rules
_WORD = lazy(r"[a-z]+")
_HAN = lazy("[\u3400-\u9fff]+")

Apart = tuple[tuple[str, ...], ...]  # the senses of one word, each as the words that render it


class Example(NamedTuple):
    """A row, a pair that obeys it, and a pair in which its English has another sense."""

    term: str
    right: str
    obeyed: tuple[str, str]
    source: str
    text: str


class Senses(NamedTuple):
    apart: dict[str, Apart]  # by the English word, in lower case and in the order of the file
    examples: tuple[Example, ...]


def senses_of(source: Source) -> Senses:
    """Raises UsageError with the place of a fault."""
    root = parse(source)
    parts = root.mapping(("senses", "examples"), ("senses", "examples")) if root else {}
    apart: dict[str, Apart] = {}
    for node in parts["senses"].items() if "senses" in parts else ():
        row = node.mapping(("word", "apart"), ("word", "apart"))
        word = row["word"].text()
        if not _WORD.fullmatch(word):
            row["word"].fail(f"{word!r} is not one word in small letters")
        if word in apart:
            row["word"].fail(f"{word!r} stands here already")
        apart[word] = _senses(row["apart"])
    return Senses(apart, tuple(_example(node) for node in (parts["examples"].items() if "examples" in parts else ())))


def _senses(node: Node) -> Apart:
    senses = tuple(child.texts() for child in node.items())
    if len(senses) < 2:
        node.fail("two senses or more are expected here")
    known: set[str] = set()
    for text in (text for sense in senses for text in sense):
        if not _HAN.fullmatch(text):
            node.fail(f"{text!r} is not Chinese")
        if text in known:
            node.fail(f"{text!r} is given for two senses")
        known.add(text)
    return tuple(tuple(map(fold, sense)) for sense in senses)


def _example(node: Node) -> Example:
    row = node.mapping(Example._fields, Example._fields)
    obeyed = row["obeyed"].texts()
    if len(obeyed) != 2:
        row["obeyed"].fail("an English text and a Chinese one are expected here")
    return Example(row["term"].text(), row["right"].text(), (obeyed[0], obeyed[1]), row["source"].text(), row["text"].text())


def module(senses: Senses) -> str:
    """The text of linter/judge/apart.py."""
    lines = [
        '"""Words whose senses Chinese keeps apart.  Generated from rules/senses.yaml by `python -m linter.rules.generate`."""',
        "",
        "# fmt: off",
        "",
        "from __future__ import annotations",
        "",
        "APART: dict[str, tuple[tuple[str, ...], ...]] = {",
        *(f"    {word!r}: {senses.apart[word]!r}," for word in sorted(senses.apart)),
        "}",
    ]
    return "\n".join(lines) + "\n"
