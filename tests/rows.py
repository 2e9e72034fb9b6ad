"""A row as a line of words: how docs/glossary.md and the tests write down what was read."""

from __future__ import annotations

from collections.abc import Sequence

from linter.finding import Place
from linter.glossary.cells import Reading, read_row
from linter.glossary.columns import Columns, columns
from linter.glossary.model import Entry

PLACE = Place("glossary.md", 1, 1, 1, 1)
LIST = " · "


def read(*cells: str, header: str = "English | 中文") -> Reading:
    """One row under a header."""
    names = [name.strip() for name in header.split("|")]
    found = columns(names)
    assert found is not None
    return read_row(cells, found, PLACE, len(names))


def told(*cells: str, header: str = "English | 中文") -> str:
    return as_words(read(*cells, header=header))


def as_words(reading: Reading) -> str:
    """``term · other term → rendering · other; tolerates …; forbids …``, then the marks and problems of the row."""
    words = [entry_as_words(entry) for entry in reading.entries]
    words += [f"problem: {problem.why}" for problem in reading.problems]
    return "; ".join(words)


def entry_as_words(entry: Entry) -> str:
    right = [*(["stays in English"] if entry.keep else []), *([entry.preferred] if entry.preferred else []), *entry.admitted]
    words = [f"{LIST.join(entry.source)} → {LIST.join(right) or 'undecided'}"]
    for name, forms in (("tolerates", entry.tolerated), ("elsewhere", entry.regional), ("forbids", entry.deprecated)):
        if forms:
            words.append(f"{name} {LIST.join(forms)}")
    words += [mark for mark in (entry.pos, "by context" if entry.contextual else "") if mark]
    if entry.status == "proposed":
        words.append("proposed")
    return "; ".join(words)


def row(cells: Sequence[str], found: Columns) -> str:
    return as_words(read_row(cells, found, PLACE))
