"""A rendering cut down to one of its characters: where it is the same term, and where it makes another."""

from __future__ import annotations

import pytest
from building import entry, glossary
from catalogue import FILLER, read

from linter.glossary.model import Entry
from linter.judge.corpus import Corpus, concept_of
from linter.judge.dictionary import installed
from linter.judge.inference import own_stems
from linter.judge.reduced import reduced

RIVER, CODE, TYPE = entry("river", "河流"), entry("code", "代码"), entry("type", "类型")
CASES = [
    (RIVER, "It sleeps in the river.", "它在河里睡觉。", "河里"),  # with a place behind it
    (RIVER, "They crossed the river.", "他们过河了。", "过河"),  # behind its verb
    (RIVER, "The south of the river is flat.", "前往河的南面。", "河"),  # alone
    (RIVER, "The bank of the river is steep.", "河岸很陡。", "河岸"),  # before a noun of which it is a part
    (RIVER, "The river is a canal.", "这是运河。", ""),  # at the end of a noun: another term
    (RIVER, "The stream is deep.", "溪流很深。", ""),
    (CODE, "Read the code.", "阅读程式码。", ""),  # the noun before it makes another term
    (TYPE, "The type of the note is new.", "赋型是新的。", ""),  # with the character before it a word that no list has
]


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(("row", "english", "chinese", "word"), CASES, ids=[case[2] for case in CASES])
def test_a_rendering_cut_down_to_a_character(row: Entry, english: str, chinese: str, word: str) -> None:
    corpus = Corpus([read([(english, chinese), *FILLER], "x.po", glossary(row))])
    assert reduced(corpus, concept_of(row), 0, own_stems(row)) == word


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
def test_another_rows_rendering_is_no_form_of_this_one() -> None:
    rows = RIVER, entry("river bank", "河岸")
    corpus = Corpus([read([("The river is steep.", "河岸很陡。"), *FILLER], "x.po", glossary(*rows))])
    assert reduced(corpus, concept_of(RIVER), 0, own_stems(RIVER)) == ""
