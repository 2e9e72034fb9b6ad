"""What the other words of a short passage leave for a term."""

from __future__ import annotations

import pytest
from building import entry, glossary
from catalogue import FILLER, read

from linter.judge.corpus import Corpus, concept_of
from linter.judge.dictionary import installed
from linter.judge.inference import own_stems
from linter.judge.remainder import remainder

SORCERESS, HARBOUR = entry("sorceress", "女巫"), entry("harbour wall", "港墙")
CASES = [
    ("Dark Sorceress", "黑暗巫师", "巫师"),
    ("Old sorceress of the harbour wall", "港墙的老巫师", "巫师"),  # another row has its rendering there
    ("Peculiar sorceress", "黑暗巫师", ""),  # no Chinese is known for one of the words
    ("Dark Sorceress", "黑暗巫师和石头", ""),  # two things are left
    ("Dark Sorceress", "黑暗。巫师。", ""),  # two sentences
    ("The dark sorceress of the seven old northern towers sleeps", "黑暗巫师睡觉", ""),  # too long to account for word by word
    ("Sorceress", "巫师", ""),  # the term alone is another evidence
]


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(("english", "chinese", "left"), CASES, ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_what_is_left(english: str, chinese: str, left: str) -> None:
    corpus = Corpus([read([(english, chinese), *FILLER], "x.po", glossary(SORCERESS, HARBOUR))])
    assert remainder(corpus, concept_of(SORCERESS), 0, own_stems(SORCERESS)) == left
