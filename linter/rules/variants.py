"""The files in rules/variants/ -> what the scanner knows of wrong and regional renderings; strictly, like every rule file."""

from __future__ import annotations

import os
from collections.abc import Iterator

from linter.records import NamedTuple
from linter.rules.loading import files
from linter.scan.fold import fold
from linter.scan.variant import Known
from linter.source import Source, read
from linter.yamltree import Node, parse

FOLDER = "variants"  # below the folder of the rules
SCRIPTS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


class Example(NamedTuple):
    """`terms` and `right` make the glossary row; `source` is "" for a text without one."""

    terms: tuple[str, ...]
    right: str
    source: str
    text: str
    found: tuple[str, ...]
    line: int


class Shipped(NamedTuple):
    """One file: (English term, Known) in order, with the place where each is documented; examples; the forms of each region."""

    known: tuple[tuple[str, Known, str], ...]
    examples: tuple[Example, ...]
    regions: tuple[tuple[str, dict[str, tuple[str, ...]]], ...]


def shipped_variants(folder: str) -> list[Shipped]:
    """All files, by name; `folder` is that of the rules.  Raises UsageError with the place of a fault."""
    return [variants_of(read(path)) for path in files(os.path.join(folder, FOLDER))]


def variants_of(source: Source) -> Shipped:
    root = parse(source)
    parts = root.mapping(("sources", "variants", "regions"), ("sources",)) if root else {}
    sources = {name: node.text() for name, node in parts["sources"].mapping().items()} if "sources" in parts else {}
    known: list[tuple[str, Known, str]] = []
    examples: list[Example] = []
    regions = []
    for node in parts["variants"].items() if "variants" in parts else ():
        row = node.mapping(("term", "right", "wrong", "examples"), ("term", "right", "wrong", "examples"))
        terms, right = row["term"].texts(), row["right"].texts()
        for wrong in row["wrong"].items():
            one, documented = _wrong(wrong, right, sources)
            known += [(term, one, documented) for term in terms]
        examples += [_example(example, terms, right[0]) for example in row["examples"].items()]
    for node in parts["regions"].items() if "regions" in parts else ():
        row = node.mapping(("term", "forms", "also", "alone", "source"), ("term", "forms", "source"))
        forms = {script: child.texts() for script, child in row["forms"].mapping(SCRIPTS, SCRIPTS).items()}
        alone = row["alone"].texts() if "alone" in row else ()
        also = row["also"].texts() if "also" in row else ()
        documented = sources[row["source"].choice(tuple(sources), "source")]
        for term in row["term"].texts():
            known += [(term, one, documented) for one in _regional(forms, alone, also)]
            regions.append((term, forms))
    return Shipped(tuple(known), tuple(examples), tuple(regions))


def _wrong(node: Node, right: tuple[str, ...], sources: dict[str, str]) -> tuple[Known, str]:
    row = node.mapping(("text", "unless", "also", "alone", "source"), ("text", "source"))
    text = row["text"].text()
    unless = row["unless"].texts() if "unless" in row else ()
    for compound in unless:
        if text not in compound:
            row["unless"].fail(f"{compound!r} does not hold {text!r}, so it protects nothing")
    alone = (text,) if "alone" in row and row["alone"].boolean() else ()
    also = row["also"].texts() if "also" in row else ()
    return Known(tuple(map(fold, right)), text, unless, also, alone), sources[row["source"].choice(tuple(sources), "source")]


def _regional(forms: dict[str, tuple[str, ...]], alone: tuple[str, ...], also: tuple[str, ...]) -> Iterator[Known]:
    """For each form that a row may prefer, the forms of the regions that do not have it."""
    everything = dict.fromkeys((*(form for texts in forms.values() for form in texts), *alone))
    for right in dict.fromkeys(form for texts in forms.values() for form in texts):
        own = {fold(form) for texts in forms.values() if right in texts for form in texts}
        told: set[str] = set()
        for form in everything:
            if fold(form) not in own | told:
                told.add(fold(form))
                yield Known((right,), form, (), also, tuple(text for text in alone if fold(text) == fold(form)), True)


def _example(node: Node, terms: tuple[str, ...], right: str) -> Example:
    row = node.mapping(("source", "text", "found"), ("text", "found"))
    source = row["source"].text() if "source" in row else ""
    return Example(terms, right, source, row["text"].text(), row["found"].texts(), node.line)


def module(shipped: list[Shipped]) -> str:
    """The text of linter/scan/known.py."""
    table: dict[str, list[Known]] = {}
    for file in shipped:
        for term, known, _ in file.known:
            table.setdefault(term.lower(), []).append(known)
    lines = [
        '"""The shipped variants.  Generated from rules/variants/ by `python -m linter.rules.generate`; change the YAML."""',
        "",
        "# ruff: noqa: E501",
        "# fmt: off",
        "",
        "from __future__ import annotations",
        "",
        "from linter.scan.variant import Known",
        "",
        "_TABLE: dict[str, tuple[tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...], tuple[str, ...], bool], ...]] = {",
    ]
    for term in sorted(table):
        lines.append(f"    {term!r}: ({', '.join(repr(tuple(known)) for known in table[term])},),")
    lines += [
        "}",
        "",
        "",
        "def known_for(term: str) -> list[Known]:",
        '    """The shipped variants of an English term in lower case."""',
        "    return [Known(*row) for row in _TABLE.get(term, ())]",
    ]
    return "\n".join(lines) + "\n"
