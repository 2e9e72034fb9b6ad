"""Renderings that are equally good are chosen by their order in the text, and never by the order of a set."""

from __future__ import annotations

from linter.judge.naming import Candidate, Mined, _extended, _present


def candidate(text: str) -> Candidate:
    return Candidate(text, 5, 0, 0, 60.0, 0.0, False, False, False, 50.0, False)


TEXT = "甲乙丙丁戊己庚辛"
MINED = Mined({text: candidate(text) for text in ("丙丁", "乙丙丁", "丙丁戊", "丙丁己", "庚辛", "甲乙")}, (1, 2, 3, 4, 5), 0)


def test_candidates_come_in_the_order_of_the_text() -> None:
    assert list(_present(TEXT, MINED.candidates)) == ["甲乙", "乙丙丁", "丙丁", "丙丁戊", "庚辛"]


def test_the_first_of_two_longer_ones_is_taken() -> None:
    assert _extended(candidate("丙丁"), MINED, _present(TEXT, MINED.candidates)).text == "乙丙丁"
    backwards = dict.fromkeys(reversed(_present(TEXT, MINED.candidates)))
    assert _extended(candidate("丙丁"), MINED, backwards).text == "丙丁戊"
