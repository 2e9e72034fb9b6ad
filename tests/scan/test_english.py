"""Surface forms of English terms: what is covered, and what must not be."""

from __future__ import annotations

import pytest

from linter.scan.english import surface_forms

COVERED = [  # term, forms divided by "|"
    ("agent", "agents"),
    ("org charts", "org chart"),
    ("fine-tuning", "fine-tune|fine-tuned|fine-tunes|fine tuning|finetuning"),
    ("tool calling", "tool call|tool calls|tool-calling"),
    ("tool call", "tool calls|tool calling"),
    ("post-training", "post training|posttraining"),
    ("full stack builder", "full-stack builder|full-stack builders"),
    ("ensemble of models", "ensembles of models|ensemble of model"),
    ("hypothesis", "hypotheses"),
    ("index", "indices|indexes|indexed"),
    ("property", "properties"),
    ("class", "classes"),
    ("commit", "commits|committed|committing"),
    ("prune", "pruned|pruning"),
    ("LLM", "LLMs"),
    ("Prompt Chaining", "Prompt Chain"),
    ("cherry-picking", "cherry-pick|cherry-picked"),
    ("bytes-like object", "bytes-like objects"),
    ("analyses", "analysis"),
    ("evals", "eval"),
]
FOREIGN = [
    ("agent", "agency"),
    ("agent", "agented"),
    ("contract", "contractor"),
    ("deployment", "deploy"),
    ("embedding", "embed"),
    ("notification", "notificationses"),
    ("process", "processs"),
    ("input", "in put"),
    ("class", "clas"),
]


@pytest.mark.parametrize(("term", "forms"), COVERED, ids=lambda value: value)
def test_a_term_is_found_in_its_forms(term: str, forms: str) -> None:
    assert set(forms.split("|")) <= set(surface_forms(term))


@pytest.mark.parametrize(("term", "other"), FOREIGN, ids=lambda value: value)
def test_a_term_is_not_found_in_other_words(term: str, other: str) -> None:
    assert other not in surface_forms(term)


@pytest.mark.parametrize(
    ("pos", "absent"),
    [("noun", "merging"), ("verb", "merges of"), ("adjective", "merges"), ("name", "merges")],
    ids=lambda value: value,
)
def test_the_part_of_speech_restricts_the_forms(pos: str, absent: str) -> None:
    assert absent not in surface_forms("merge", pos)


def test_the_form_as_written_comes_first_and_none_comes_twice() -> None:
    for term, _ in COVERED:
        forms = surface_forms(term)
        assert forms[0] == term
        assert len(forms) == len(set(forms))
