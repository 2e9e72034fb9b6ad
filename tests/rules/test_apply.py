"""Verdicts and facts -> findings."""

from __future__ import annotations

import pytest
from rule_cases import document, row, verdict

from linter.finding import Edit, Fact, Finding, Fix, Place, Related, Row
from linter.judge.model import Grade, Reason, Relation, Standing, Verdict
from linter.rules.apply import findings_of
from linter.rules.keys import row_key
from linter.rules.policy import Policy

CAPEX = row("CapEx", "资本支出")
AGENT = row("agent", "智能体", line=4)
TEXT = document("去年我们削减了资金支出。\n每个 agent 都有任务，代理也有。")
ENGLISH = document("Last year, `run` says, we cut  CapEx\tby half.", "en.md")


def apply(*verdicts: Verdict, policy: Policy | None = None, standing: Standing | None = None) -> list[Finding]:
    standings = {row_key(v.entry): standing for v in verdicts if standing}
    return findings_of(verdicts, (), standings, policy or Policy())


def near() -> Verdict:
    reasons = (Reason("near", {"rendering": "资金支出", "expected": "资本支出", "shared": "3"}),)
    return verdict("rendered-otherwise", CAPEX, TEXT, "资金支出", "near", ENGLISH, "CapEx", reasons)


def test_a_finding_says_what_was_found_what_is_expected_and_why() -> None:
    (finding,) = apply(near())
    assert finding.place == Place("text.md", 1, 8, 1, 12)
    assert (finding.code, finding.rule, finding.severity, finding.grade) == ("GL101", "wrong-translation", "error", "near")
    assert finding.message == "CapEx is rendered as “资金支出”; the glossary has “资本支出”"
    assert (finding.term, finding.found, finding.rendering, finding.expected) == ("CapEx", "资金支出", "资金支出", ("资本支出",))
    assert finding.evidence == ("“资金支出” is nearly “资本支出” (characters in common: 3)",)
    assert finding.glossary == Row("GLOSSARY.md", 3)
    assert finding.fix == Fix("unsafe", (Edit(1, 8, 1, 12, "资本支出"),))


def test_messages_come_in_chinese() -> None:
    (finding,) = apply(near(), policy=Policy(lang="zh"))
    assert finding.message == "CapEx 译作“资金支出”，术语表规定译作“资本支出”"
    assert finding.evidence == ("“资金支出”与“资本支出”仅有小异（相同的字：3 个）",)


def test_the_source_is_quoted_as_written_with_the_place_of_the_occurrence() -> None:
    (finding,) = apply(near())
    assert finding.source is not None
    assert finding.source.text == "Last year, `run` says, we cut CapEx by half."
    assert finding.source.text[finding.source.start : finding.source.end] == "CapEx"
    assert finding.source.place == Place("en.md", 1, 32, 1, 37)


def test_a_long_passage_is_quoted_around_the_occurrence() -> None:
    long = document("word " * 1000 + "CapEx" + " word" * 1000, "en.md")
    (finding,) = apply(verdict("rendered-otherwise", CAPEX, TEXT, "资金支出", "near", long, "CapEx"))
    assert finding.source is not None
    assert len(finding.source.text) < 1100
    assert finding.source.text[0] == finding.source.text[-1] == "…"
    assert finding.source.text[finding.source.start : finding.source.end] == "CapEx"


REPORTED: list[tuple[Relation, str | None]] = [
    ("rendered-otherwise", "GL101"),
    ("left-in-english", "GL102"),
    ("kept-translated", "GL103"),
    ("omitted", "GL104"),
    ("gloss-mismatch", "GL201"),
    ("declared-variant", "GL301"),
    ("script-variant", "GL302"),
    ("accepted", None),
    ("near-form", None),
    ("not-the-term", None),
]


@pytest.mark.parametrize(("relation", "code"), REPORTED)
def test_each_relation_has_its_rule_or_none(relation: Relation, code: str | None) -> None:
    found = apply(verdict(relation, AGENT, TEXT, "代理", "single"))
    assert [finding.code for finding in found] == ([code] if code else [])


def test_an_omission_has_an_empty_span_and_no_fix() -> None:
    start = TEXT.passages[1].start
    (finding,) = apply(Verdict("omitted", AGENT, TEXT, start, start))
    assert finding.place == Place("text.md", 2, 1, 2, 1)
    assert (finding.found, finding.rendering, finding.severity, finding.fix) == ("", "", "hint", None)


LEVELS = [
    pytest.param(AGENT, 1.0, Standing(), "warning", id="English where nothing else is known"),
    pytest.param(AGENT, 1.0, Standing(4, 3), "error", id="English where the row is followed elsewhere"),
    pytest.param(AGENT, 0.4, Standing(4, 3), "warning", id="in a doubtful pair"),
    pytest.param(row("agent", "智能体", status="proposed"), 1.0, Standing(), "hint", id="of a proposed row"),
    pytest.param(row("agent", "智能体", when=("AI",)), 1.0, Standing(), "hint", id="of a row that depends on its context"),
    pytest.param(AGENT, 1.0, Standing(10, 2), "hint", id="of a row on trial"),
]


@pytest.mark.parametrize(("entry", "posterior", "standing", "level"), LEVELS)
def test_the_table_is_asked(entry: object, posterior: float, standing: Standing, level: str) -> None:
    assert isinstance(entry, type(AGENT))
    found = apply(verdict("left-in-english", entry, TEXT, "agent", "english", posterior=posterior), standing=standing)
    assert [finding.severity for finding in found if finding.code == "GL102"] == [level]


FIXES = [
    pytest.param("declared", AGENT, 1.0, "safe", id="a forbidden rendering"),
    pytest.param("script", AGENT, 1.0, "safe", id="another script"),
    pytest.param("single", AGENT, 1.0, "unsafe", id="an inferred rendering"),
    pytest.param("declared", row("agent", "智能体", "代理人"), 1.0, "unsafe", id="a choice of two forms"),
    pytest.param("declared", row("agent", "智能体", status="proposed"), 1.0, "unsafe", id="a proposed row"),
    pytest.param("declared", AGENT, 0.4, "unsafe", id="a doubtful pair"),
    pytest.param("declared", row("agent", None), 1.0, None, id="nothing to put there"),
]


@pytest.mark.parametrize(("grade", "entry", "posterior", "safety"), FIXES)
def test_a_fix_is_safe_only_where_nothing_is_left_to_decide(
    grade: Grade, entry: object, posterior: float, safety: str | None
) -> None:
    assert isinstance(entry, type(AGENT))
    (finding,) = apply(verdict("declared-variant", entry, TEXT, "代理", grade, posterior=posterior))
    assert (finding.fix and finding.fix.safety) == safety


def test_there_is_no_fix_that_would_take_markup_away() -> None:
    split = document("这个代`x`理会安排会议。")
    (finding,) = apply(verdict("declared-variant", AGENT, split, "代\ufffc理", "declared")._replace(rendering="代理"))
    assert (finding.found, finding.rendering) == ("代`x`理", "代理")
    assert finding.fix is None


CANVAS = row("canvas", "技术底座", line=7)
BOARD = document("\n".join(["画布一。"] * 6), "board.md")


def on_trial() -> list[Verdict]:
    return [verdict("rendered-otherwise", CANVAS, BOARD, "画布", "recurrent", nth=number) for number in range(6)]


def test_a_row_on_trial_is_one_finding_at_the_row() -> None:
    found = apply(*on_trial(), standing=Standing(8, 1, (("画布", 6), ("平台", 1))))
    outvoted = [finding for finding in found if finding.code == "GL508"]
    assert [finding.severity for finding in found if finding.code == "GL101"] == ["hint"] * 6
    assert len(outvoted) == 1
    assert outvoted[0].place == Place("GLOSSARY.md", 7, 1, 7, 1)
    assert outvoted[0].severity == "warning"
    assert outvoted[0].message == (
        "the text does not follow this row: canvas is “技术底座” here, but only 1 of 8 places agree; "
        "the others have “画布” (6), “平台” (1)"
    )
    assert [related.place.line for related in outvoted[0].related] == [1, 2, 3]
    assert outvoted[0].related[0].message == "rendered as “画布” here"


def test_a_row_on_trial_is_found_where_only_that_is_asked_for() -> None:
    found = apply(*on_trial(), standing=Standing(8, 1, (("画布", 6),)), policy=Policy(select=("GL508",)))
    assert [finding.code for finding in found] == ["GL508"]


def test_strict_reports_every_place() -> None:
    found = apply(*on_trial(), standing=Standing(8, 1), policy=Policy(strict=True))
    assert [(finding.code, finding.severity) for finding in found] == [("GL101", "error")] * 6


def test_a_ban_stands_at_its_place_even_on_a_row_on_trial() -> None:
    found = apply(verdict("declared-variant", AGENT, TEXT, "代理", "declared"), standing=Standing(10, 0))
    assert [(finding.code, finding.severity) for finding in found] == [("GL301", "error")]


def test_a_level_of_the_configuration_takes_the_place_of_the_table() -> None:
    (finding,) = apply(near(), policy=Policy(severity={"GL101": "warning"}))
    assert finding.severity == "warning"


def test_findings_are_sorted_and_each_stands_once() -> None:
    one, two = near(), verdict("left-in-english", AGENT, TEXT, "agent", "english")
    forwards, backwards = apply(one, two, one), apply(one, two, one)[::-1]
    assert [finding.code for finding in forwards] == ["GL101", "GL102"]
    assert apply(two, one) == forwards == backwards[::-1]


def test_a_fact_fills_the_message_of_its_rule() -> None:
    place = Place("GLOSSARY.md", 9, 1, 9, 30)
    other = Place("GLOSSARY.md", 4, 1, 4, 30)
    fact = Fact(
        "glossary-ambiguous",
        place,
        {"found": "智能体", "expected": "智能体", "other": "agent", "line": "4"},
        "| AI agent | 智能体 |",
        "AI agent",
        ((other, "other-row"),),
    )
    (finding,) = findings_of((), (fact,), {}, Policy())
    assert (finding.code, finding.severity, finding.place) == ("GL504", "hint", place)
    assert finding.message == "“智能体” is the translation of AI agent and of agent (line 4)"
    assert (finding.rendering, finding.grade, finding.source, finding.glossary) == (None, None, None, None)
    assert (finding.found, finding.expected) == ("| AI agent | 智能体 |", ())
    assert finding.related == (Related(other, "the other row is here"),)


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("en", "this glossary row cannot be used as it stands: the column of the term is empty"),
        ("zh", "术语表这一行无法照原样使用：术语一栏是空的"),
    ],
)
def test_the_fault_of_a_row_becomes_a_sentence(lang: str, message: str) -> None:
    fact = Fact("glossary-malformed", Place("GLOSSARY.md", 9, 1, 9, 1), {"why": "no-source"})
    (finding,) = findings_of((), (fact,), {}, Policy(lang=lang))
    assert finding.message == message


def test_an_unreadable_file_is_an_error() -> None:
    place = Place("x.md", 1, 1, 1, 1)
    (finding,) = findings_of((), (Fact("unreadable-input", place, {"why": "not utf-8 at byte 3"}),), {}, Policy())
    assert (finding.code, finding.severity) == ("GL901", "error")
    assert finding.message == "not checked: not utf-8 at byte 3"


def test_a_file_whose_rules_are_ignored_has_no_finding() -> None:
    assert apply(near(), policy=Policy(per_file_ignores=(("text.md", ("GL1",)),))) == []


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("en", "not all of this file was checked: GL101 has 5 findings here, and only the first 3 are listed"),
        ("zh", "该文件没有检查完：GL101 在此有 5 处结果，只列出前 3 处"),
    ],
)
def test_there_is_a_limit_of_findings_and_it_is_named(monkeypatch: pytest.MonkeyPatch, lang: str, message: str) -> None:
    monkeypatch.setattr("linter.rules.apply.MOST", 3)
    lines = document("\n".join(["画布。"] * 5), "board.md")
    told = apply(
        *(verdict("rendered-otherwise", CANVAS, lines, "画布", "single", nth=number) for number in range(5)),
        policy=Policy(lang=lang),
    )
    assert [(finding.code, finding.place.line) for finding in told] == [("GL101", 1), ("GL901", 1), ("GL101", 2), ("GL101", 3)]
    assert next(finding.message for finding in told if finding.code == "GL901") == message
