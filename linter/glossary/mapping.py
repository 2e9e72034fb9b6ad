"""YAML that maps a term to its translation, or to a list of them, as poglossary has it below its key `glossary`.

Such files are written for people and other programs, so a translation is read by the grammar of cells.
"""

from __future__ import annotations

from linter.finding import Fact, Place, place_of
from linter.glossary.columns import Columns
from linter.glossary.lint import lint, settle
from linter.glossary.model import Entry, Glossary
from linter.glossary.rows import read_row
from linter.glossary.tables import malformed
from linter.glossary.text import has_han
from linter.source import Source
from linter.yamltree import Node

KEY, IGNORE = "glossary", "ignore"  # poglossary's own


def mapping_glossary(root: Node, source: Source) -> Glossary | None:
    """The entries of a mapping, or None where it is no mapping of texts to texts, or has no Chinese in most of them."""
    pairs = _pairs(root.value)
    named = isinstance(root.value, dict) and KEY in root.value and set(root.value) <= {KEY, IGNORE}
    notes: tuple[str, ...] = ()
    if named and isinstance(root.value, dict):
        if IGNORE in root.value:
            notes = (f"{source.path}:{root.keys[IGNORE][0]}: `ignore` is of another program: left out",)
        root = root.value[KEY]
        pairs = _pairs(root.value)
        if pairs is None:
            root.fail("a mapping of terms to translations is expected here")
    if not pairs:
        return None
    chinese = [sum(map(has_han, texts)) > 0 for _, texts in pairs]
    keys = sum(has_han(key) for key, _ in pairs)
    if 2 * max(keys, sum(chinese)) < len(pairs):
        return None
    reverse = keys > sum(chinese)
    entries: list[Entry] = []
    facts: list[Fact] = []
    for key, texts in pairs:
        cells = ("/".join(texts), key) if reverse else (key, "；".join(texts))
        place = _place(root, key, source)
        reading = read_row(cells, Columns(0, 1), place)
        entries += reading.entries
        if reading.problems:
            start = source.offset(place.line, place.column)
            span = (start, source.offset(place.end_line, place.end_column))
            facts += malformed(source, reading.problems, cells, (span, span), reading.entries, 0)
    found, told = lint([settle(entries)], (source,))
    facts = sorted((*facts, *told), key=lambda fact: fact.place)
    return Glossary(tuple(found), tuple(facts), (source.path,), (source,), notes)


def _pairs(value: object) -> list[tuple[str, tuple[str, ...]]] | None:
    """Each key with its texts, or None where some value is neither a text nor a list of texts."""
    if not isinstance(value, dict):
        return None
    pairs = []
    for key, node in value.items():
        texts = [node] if isinstance(node.value, str) else node.value
        if not isinstance(texts, list) or not all(isinstance(text.value, str) for text in texts):
            return None
        pairs.append((key, tuple(text.value for text in texts)))
    return pairs


def _place(root: Node, key: str, source: Source) -> Place:
    line, column = root.keys[key]
    end = source.offset(line) + len(source.line_text(line))
    return place_of(source, source.offset(line, column), end)
