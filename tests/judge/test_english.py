"""What the English around an occurrence tells: idioms."""

from __future__ import annotations

import pytest

from linter.judge.english import idiom_at

# a text with the term in square brackets, and the idiom that covers it
IDIOMS = [
    ("In [terms] of speed, it is fine.", "In terms of"),
    ("The [terms] of the contract.", ""),
    ("[Note] that this is slow.", "Note"),
    ("Please [note] that this is slow.", "note"),
    ("The book is back in [stock].", "in stock"),
    ("The [stock] is low.", ""),
    ("Read the [note] that she wrote.", ""),
    ("It works. [Note]: a shell is needed.", "Note"),
    ("[Note]:", ""),  # the label of a field
    ("Add a [note]: it helps.", ""),
]


@pytest.mark.parametrize(("text", "idiom"), IDIOMS, ids=[text for text, _ in IDIOMS])
def test_an_idiom(text: str, idiom: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert idiom_at(text.replace("[", "").replace("]", ""), start, end) == idiom
