"""A glossary compiled for searching: spellings that share a pattern are told apart when they are met."""

from __future__ import annotations

import pytest
from building import document, entry, glossary

from linter.scan.english import spaced_forms, surface_forms
from linter.scan.hits import Scanner
from linter.scan.index import spaced
from linter.scan.lexicon import Lexicon

TERMS = (
    "agent",
    "post-training",
    "fine tuning",
    "full stack builder",
    "ensemble of models",
    "state-of-the-art",
    "pre-",
    "a--b",
    "iOS",
)


@pytest.mark.parametrize("term", TERMS)
def test_patterns_are_the_surface_forms_with_spaces(term: str) -> None:
    assert set(spaced_forms(term)) == {spaced(form) for form in surface_forms(term)}


def test_two_rows_that_differ_by_a_hyphen_keep_their_own_spellings() -> None:
    scanner = Scanner(Lexicon(glossary(entry("state of the art", "最新水平"), entry("state-of-the-art model", "最好的模型"))))
    found = [
        scanner.entries[hit.meanings[0].entry].term
        for hit in scanner.hits(document("a state-of-the-art thing, state of the art"))
    ]
    assert found == ["state of the art"], "a hyphen is no spelling of a space between more than three words"


def test_a_string_is_looked_up_as_it_is_written() -> None:
    lexicon = Lexicon(glossary(entry("post-training", "后训练"), entry("one two three four", "一二三四")))
    assert [meaning.entry for meaning in lexicon.lookup("Post training")] == [0]
    assert [meaning.entry for meaning in lexicon.lookup("posttraining")] == [0]
    assert lexicon.lookup("one-two-three four") == ()
    assert lexicon.lookup("one two three") == ()


def test_a_form_of_two_rows_has_the_meanings_of_both_in_their_order() -> None:
    lexicon = Lexicon(glossary(entry("proxy", "代理"), entry("agent", "智能体"), entry("broker", "代理")))
    assert [meaning.entry for meaning in lexicon.lookup("代理")] == [0, 2]
