"""The writers: what stands in each report, and what never does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from linter.errors import InputError, UsageError
from linter.finding import Edit, Finding, Fix, Place, Quote, Related, Row, Severity
from linter.report import formats, words
from linter.report.color import wanted
from linter.report.model import Options, Result
from linter.report.safe import visible

LINE = "去年我们把资金支出砍掉了一半。"
FINDING = Finding(
    place=Place("talk.md", 23, 6, 23, 10),
    rule="wrong-translation",
    code="GL101",
    severity="error",
    message="CapEx is rendered as “资金支出”; the glossary has “资本支出”",
    term="CapEx",
    found="资金支出",
    rendering="资金支出",
    expected=("资本支出",),
    grade="near",
    evidence=("nearly the same",),
    glossary=Row("GLOSSARY.md", 7),
    source=Quote(Place("talk.en.md", 40, 13, 40, 18), "Last year we cut CapEx by half.", 17, 22),
    related=(Related(Place("other.md", 1, 1, 1, 3), "and here"),),
    fix=Fix("unsafe", (Edit(23, 6, 23, 10, "资本支出"),)),
)
BARE = Finding(Place("GLOSSARY.md", 3, 1, 3, 9), "glossary-malformed", "GL501", "error", "cannot be read", found="| a | b |")
NOTHING = Result(files=2)


def line(path: str, number: int) -> str:
    return LINE if (path, number) == ("talk.md", 23) else ""


def report(name: str, *findings: Finding, **fields: object) -> str:
    result = Result(findings, 4)._replace(**fields)  # type: ignore[arg-type]
    return formats.writer(name)(result, Options(lines=line))


def test_text_shows_the_line_the_row_the_source_and_the_evidence() -> None:
    assert report("text", FINDING, hints=12) == (
        "talk.md:23:6: error GL101 wrong-translation: CapEx is rendered as “资金支出”; the glossary has “资本支出”\n"
        "23 | 去年我们把资金支出砍掉了一半。\n"
        "   |           ^^^^^^^^\n"
        "   = 资金支出 → 资本支出\n"
        "   = glossary: GLOSSARY.md:7  CapEx → 资本支出\n"
        "   = source: talk.en.md:40:13  Last year we cut CapEx by half.\n"
        "   = nearly the same\n"
        "   - other.md:1:1: and here\n"
        "\n"
        "1 error in 4 files; 12 hints not listed (--show hint lists them); "
        "--fix --unsafe-fixes could fix 1 more, to be looked at\n"
    )


def test_text_speaks_chinese() -> None:
    text = formats.writer("text")(Result((FINDING,), 4, 12), Options(lang="zh", lines=line))
    assert "talk.md:23:6: 错误 GL101 wrong-translation" in text
    assert "   = 术语表：GLOSSARY.md:7  CapEx → 资本支出\n   = 原文：" in text
    assert text.endswith(
        "\n检查了 4 个文件：1 个错误；另有 12 条提示未列出（--show hint 可列出）；--fix --unsafe-fixes 还可修正 1 处，需人工确认\n"
    )


def test_a_range_over_several_lines_is_shown_to_the_end_of_its_first() -> None:
    text = report("text", FINDING._replace(place=Place("talk.md", 23, 14, 24, 3)))
    assert f"23 | {LINE}\n   | {' ' * 26}^^^^\n" in text


SUMMARIES = [
    pytest.param(NOTHING, "no findings in 2 files\n", id="nothing"),
    pytest.param(Result((BARE, BARE), 1), "2 errors in 1 file\n", id="errors"),
    pytest.param(
        Result((FINDING, FINDING._replace(fix=Fix("safe", ()))), 1),
        "2 errors in 1 file; --fix can fix 1; --fix --unsafe-fixes could fix 1 more, to be looked at\n",
        id="fixes",
    ),
    pytest.param(
        Result(errors=(InputError("x.md", "no"),)), "no findings in 0 files; 1 file could not be checked\n", id="unread"
    ),
]


@pytest.mark.parametrize(("result", "summary"), SUMMARIES)
def test_the_summary(result: Result, summary: str) -> None:
    assert formats.writer("text")(result, Options()).splitlines(keepends=True)[-1] == summary
    assert summary not in formats.writer("text")(result, Options(quiet=True))


def test_a_file_that_could_not_be_checked_is_named_once() -> None:
    error = InputError("x.md", "not utf-8 at byte 3", 1, 4)
    assert "x.md:1:4: error not checked: not utf-8 at byte 3\n" in report("text", errors=(error,))
    told = BARE._replace(rule="unreadable-input", place=Place("x.md", 1, 4, 1, 4))
    assert report("concise", told, errors=(error,)).count("x.md") == 1


def test_colours_are_written_only_when_asked() -> None:
    plain = formats.writer("text")(Result((FINDING,)), Options(lines=line))
    coloured = formats.writer("text")(Result((FINDING,)), Options(lines=line, color=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain != coloured


@pytest.mark.parametrize(
    ("setting", "terminal", "environment", "on"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_when_to_use_colours(setting: str, terminal: bool, environment: dict[str, str], on: bool) -> None:
    assert wanted(setting, terminal, environment) is on


def test_concise_is_one_line_a_finding() -> None:
    assert report("concise", FINDING, BARE) == (
        "talk.md:23:6: error GL101 wrong-translation: CapEx is rendered as “资金支出”; the glossary has “资本支出”\n"
        "GLOSSARY.md:3:1: error GL501 glossary-malformed: cannot be read\n"
    )


F_KEYS = (
    "path line column endLine endColumn rule code severity message term found rendering expected grade evidence glossary source "
    "related fix"
).split()


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    data = json.loads(report("json", FINDING, BARE, hints=3, errors=(InputError("x.md", "no", 2, 1),)))
    assert list(data) == ["version", "columnUnit", "findings", "summary"]
    assert (data["version"], data["columnUnit"]) == (1, "codepoint")
    assert data["summary"] == {
        "files": 4,
        "findings": 2,
        "hints": 3,
        "errors": [{"path": "x.md", "line": 2, "column": 1, "message": "no"}],
        "suppressed": 0,
    }
    assert list(data["summary"]) == ["files", "findings", "hints", "errors", "suppressed"]
    first, second = data["findings"]
    assert list(first) == list(second) == F_KEYS
    assert first == {
        "path": "talk.md",
        "line": 23,
        "column": 6,
        "endLine": 23,
        "endColumn": 10,
        "rule": "wrong-translation",
        "code": "GL101",
        "severity": "error",
        "message": "CapEx is rendered as “资金支出”; the glossary has “资本支出”",
        "term": "CapEx",
        "found": "资金支出",
        "rendering": "资金支出",
        "expected": ["资本支出"],
        "grade": "near",
        "evidence": ["nearly the same"],
        "glossary": {"path": "GLOSSARY.md", "line": 7},
        "source": {
            "path": "talk.en.md",
            "line": 40,
            "column": 13,
            "endLine": 40,
            "endColumn": 18,
            "text": "Last year we cut CapEx by half.",
        },
        "related": [{"path": "other.md", "line": 1, "column": 1, "endLine": 1, "endColumn": 3, "message": "and here"}],
        "fix": {"safety": "unsafe", "edits": [{"line": 23, "column": 6, "endLine": 23, "endColumn": 10, "text": "资本支出"}]},
    }
    for key in ("term", "rendering", "grade", "glossary", "source", "fix"):
        assert second[key] is None
    assert second["expected"] == second["evidence"] == second["related"] == []


def test_json_without_findings_is_whole() -> None:
    assert json.loads(report("json"))["findings"] == []


def test_jsonl_is_one_finding_of_the_contract_a_line() -> None:
    rows = [json.loads(row) for row in report("jsonl", FINDING, BARE).splitlines()]
    assert rows == json.loads(report("json", FINDING, BARE))["findings"]


def test_github_annotates_the_place() -> None:
    assert report("github", FINDING) == (
        "::error file=talk.md,line=23,col=6,endColumn=10,title=GL101 wrong-translation::"
        "CapEx is rendered as “资金支出”; the glossary has “资本支出”\n"
    )


def test_github_gets_no_columns_over_several_lines() -> None:
    assert "line=23,endLine=24,title" in report("github", FINDING._replace(place=Place("talk.md", 23, 14, 24, 3)))


def test_github_gets_ten_of_a_kind_and_the_rest_as_plain_lines() -> None:
    levels: tuple[Severity, ...] = (*("hint",) * 12, *("error",) * 12)
    findings = [FINDING._replace(severity=level, place=Place("a.md", n, 1, n, 2)) for n, level in enumerate(levels, 1)]
    lines = report("github", *findings).splitlines()
    kinds = [row.split(" ")[0] for row in lines if row.startswith("::")]
    assert kinds == ["::error"] * 10 + ["::notice"] * 10
    assert lines[20] == "4 more without an annotation, since GitHub shows 10 of each kind:"
    assert [row.split(":")[1] for row in lines[21:]] == ["23", "24", "11", "12"]


def test_a_file_that_could_not_be_checked_is_annotated() -> None:
    assert (
        report("github", errors=(InputError("x.md", "cannot be read"),))
        == "::error file=x.md,title=not checked::cannot be read\n"
    )


EVIL = "\x1b[2J\x1b]0;t\x07\r\n::error::owned\n##[error]x\u202e\u200b\u2028\x9b\ud800"
HOSTILE = Finding(
    place=Place("::error::\x1b\n.md", 1, 1, 1, 3),
    rule="wrong-translation",
    code="GL101",
    severity="error",
    message=EVIL,
    term=EVIL,
    found=EVIL,
    rendering=EVIL,
    expected=(EVIL,),
    evidence=(EVIL,),
    glossary=Row(EVIL, 1),
    source=Quote(Place(EVIL, 1, 1, 1, 1), EVIL, 2, 4),
    related=(Related(Place(EVIL, 1, 1, 1, 1), EVIL),),
    fix=Fix("safe", (Edit(1, 1, 1, 3, EVIL),)),
)


def evil_line(path: str, number: int) -> str:
    return EVIL


@pytest.mark.parametrize("name", formats.NAMES)
def test_hostile_text_reaches_nobody(name: str) -> None:
    findings = (HOSTILE,) * 12
    result = Result(findings, 1, 0, (InputError(EVIL, EVIL),), (EVIL,))
    text = formats.writer(name)(result, Options(lines=evil_line))
    for row in text.split("\n"):
        assert visible(row) == row
        assert not row.strip().startswith("::") or (name == "github" and re.match(r"::error file=[^:]*::", row))
        assert name == "github" or "##[" not in row
    text.encode("utf-8")


@pytest.mark.parametrize("name", formats.NAMES)
def test_the_same_findings_give_the_same_bytes(name: str) -> None:
    write: Callable[[Result, Options], str] = formats.writer(name)
    assert write(Result((FINDING, BARE)), Options()) == write(Result((FINDING, BARE)), Options())


def test_an_unknown_format_gets_a_suggestion() -> None:
    with pytest.raises(UsageError, match=r"unknown output format 'jsom' \(did you mean 'json'\?\)"):
        formats.writer("jsom")


def test_both_languages_have_the_same_words() -> None:
    assert list(words.WORDS["en"]) == list(words.WORDS["zh"])
    for key, text in words.WORDS["en"].items():
        assert re.findall(r"\{\w+\}", text) == [] or sorted(re.findall(r"\{\w+\}", text)) == sorted(
            re.findall(r"\{\w+\}", words.WORDS["zh"][key])
        )
