"""The one table from evidence to a level."""

from __future__ import annotations

import pytest

from linter.finding import Severity
from linter.judge.model import GRADES, Grade, Standing
from linter.rules import severity
from linter.rules.severity import TABLE, is_on_trial, level_of

LEVELS: list[tuple[Grade | None, Severity]] = [
    ("declared", "error"),
    ("script", "error"),
    ("gloss", "error"),
    ("near", "error"),
    ("recurrent", "error"),
    ("english", "warning"),
    ("single", "warning"),
    ("weak", "hint"),
    (None, "hint"),
]


@pytest.mark.parametrize(("grade", "level"), LEVELS)
def test_a_grade_has_its_level(grade: Grade | None, level: Severity) -> None:
    assert level_of(grade) == level


def test_every_grade_stands_in_the_table_once() -> None:
    assert sorted(str(line.grade) for line in TABLE) == sorted([*GRADES, "None"])


DOUBTS = [
    pytest.param("near", 0.5, False, "error", id="a pair of posterior 0.5 is good enough"),
    pytest.param("near", 0.49, False, "warning", id="a doubtful pair lowers an error"),
    pytest.param("single", 0.49, False, "hint", id="a doubtful pair lowers a warning"),
    pytest.param("weak", 0.1, True, "hint", id="nothing is lower than a hint"),
    pytest.param("declared", 1.0, True, "warning", id="a proposed row only warns"),
    pytest.param("declared", 0.1, True, "hint", id="two doubts are two steps"),
]


@pytest.mark.parametrize(("grade", "posterior", "provisional", "level"), DOUBTS)
def test_doubts_lower_the_level(grade: Grade, posterior: float, provisional: bool, level: Severity) -> None:
    assert level_of(grade, posterior, provisional) == level


def test_english_is_an_error_only_where_the_project_translates_it() -> None:
    assert level_of("english", followed=True) == "error"
    assert level_of("single", followed=True) == "warning"


TRIALS = [
    pytest.param(Standing(4, 0), False, id="four places are too few"),
    pytest.param(Standing(5, 1), True, id="four of five otherwise"),
    pytest.param(Standing(5, 2), False, id="three of five otherwise"),
    pytest.param(Standing(35, 7), True, id="exactly 80 % of many"),
    pytest.param(Standing(0, 0), False, id="a row that nobody judged"),
]


@pytest.mark.parametrize(("standing", "on_trial"), TRIALS)
def test_a_row_is_on_trial_when_most_places_do_not_follow_it(standing: Standing, on_trial: bool) -> None:
    assert is_on_trial(standing) is on_trial


@pytest.mark.parametrize(
    ("grade", "level"), [("recurrent", "hint"), ("english", "hint"), ("declared", "error"), ("script", "error")]
)
def test_a_trial_gathers_what_is_inferred_and_nothing_certain(grade: Grade, level: Severity) -> None:
    assert level_of(grade, on_trial=True) == level


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_printed_table_has_every_grade_and_constant(lang: str) -> None:
    text = severity.explain(lang)
    for word in (*GRADES, "0.5", "5", "80%"):
        assert word in text
