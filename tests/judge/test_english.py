"""What the English around an occurrence tells: idioms."""

from __future__ import annotations

import pytest

from linter.judge.english import idiom_at, reads_as_adjective, reads_as_verb

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
    ("[Note], if it rains, that the boat leaks.", "Note"),
    ("[Note] the number on the wall.", "Note"),
    ("The [note] the cook left is wet.", ""),
    ("[Zoom] in on the bridge.", "Zoom in"),
    ("Set the [zoom] to 50 %.", ""),
    ("Frogs [turn] into princes.", "turn into"),
    ("It is your [turn].", ""),
]


@pytest.mark.parametrize(("text", "idiom"), IDIOMS, ids=[text for text, _ in IDIOMS])
def test_an_idiom(text: str, idiom: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert idiom_at(text.replace("[", "").replace("]", ""), start, end) == idiom


# a text with a word in square brackets, and whether it stands there as a predicate, and as a verb
USES = [
    ("The old carts are [slow], heavy and loud.", True, False),
    ("They are [slow] carts.", False, False),  # before its noun a word may be anything
    ("Wind and rain [slow] the carts.", False, False),
    ("The carts are [slowed].", False, True),
    ("[Assets]:", False, False),  # the label of a field
    ("[fetch]: no such boat", False, True),  # the name of what speaks
    ("[Count] the boats.", False, True),
]


@pytest.mark.parametrize(("text", "predicate", "verb"), USES, ids=[text for text, _, _ in USES])
def test_what_a_word_is_in_its_sentence(text: str, predicate: bool, verb: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert reads_as_adjective(plain, start, end) == predicate
    assert reads_as_verb(plain, start, end) == verb
