"""Reports for machines: each is read back by a strict parser, whatever stands in the texts, and says what the findings say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif  # type: ignore[import-untyped]
from shared import SHARED, needs_shared

from linter import __version__
from linter.config import Settings
from linter.errors import InputError, UsageError
from linter.finding import Edit, Finding, Fix, Place, Quote, Related, Row
from linter.report import formats
from linter.report.fingerprints import fingerprints
from linter.report.markdown import LIMIT
from linter.report.model import Options, Result
from linter.run import check

LINES = {("zh/谈话.md", 3): "去年𠀀我们把资金支出砍掉了一半。", ("zh/谈话.md", 4): "完。"}
FINDING = Finding(
    place=Place("zh/谈话.md", 3, 7, 3, 11),
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
    source=Quote(Place("en/talk.md", 40, 13, 40, 18), "Last year we cut CapEx by half.", 17, 22),
    related=(Related(Place("zh/谈话.md", 4, 1, 4, 2), "and here"),),
    fix=Fix("unsafe", (Edit(3, 7, 3, 11, "资本支出"),)),
)
WARNING = FINDING._replace(severity="warning", code="GL102", rule="untranslated-term", fix=None, related=())
HINT = WARNING._replace(severity="hint", code="GL104", rule="missing-translation")
ERROR = InputError("zh/坏.md", "this is no UTF-8", 2, 5)
RESULT = Result((FINDING, WARNING, HINT), 3, 0, (ERROR,))
HOSTILE = [
    "\x1b[31mred\x1b[0m\x07\x00\x9b31m",
    "::error::x\n::set-output name=a::b\r\n##[error]x",
    "</error></testsuite>]]><!-- --><x a='\"&amp;",
    "\ufffe\uffff\ud800\U000e0041\u202eevil\u2066",
    "[click](https://evil.example) ![x](y) <img src=x onerror=alert(1)> www.evil.example https://evil.example @all #1 `a` *b* | c |",
    "{0} {{1}} %0A %s \\u0000 ${HOME}",
]


def line(path: str, number: int) -> str:
    return LINES.get((path, number), "")


def written(name: str, result: Result = RESULT, lang: str = "en") -> str:
    return formats.writer(name)(result, Options(lines=line, lang=lang))


def spoiled(text: str) -> Result:
    """A result with this text wherever a document, a glossary or a file name can put one."""
    finding = FINDING._replace(
        place=FINDING.place._replace(path=f"zh/{text}.md"),
        message=text,
        term=text,
        found=text,
        rendering=text,
        expected=(text,),
        evidence=(text,),
        glossary=Row(text, 7),
        source=Quote(Place(text, 1, 1, 1, 2), text, 0, 1),
        related=(Related(Place(text, 1, 1, 1, 2), text),),
        fix=Fix("unsafe", (Edit(3, 7, 3, 11, text),)),
    )
    return Result((finding,), 1, 0, (InputError(text, text, 1, 1),))


def sarif(text: str) -> Any:
    Sarif.model_validate_json(text)
    return json.loads(text)["runs"][0]


def xml(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def code_quality(text: str) -> Any:
    issues = json.loads(text)
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def rdjson(text: str) -> Any:
    report = json.loads(text)
    assert report.keys() == {"source", "diagnostics"}
    for diagnostic in report["diagnostics"]:
        assert diagnostic.keys() <= {"message", "location", "severity", "code", "suggestions", "related_locations"}
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
    return report["diagnostics"]


def rendered(text: str) -> str:
    """As a page shows it: HTML by a CommonMark parser with tables and autolinks."""
    return str(MarkdownIt("gfm-like").render(text))


PARSERS: dict[str, Callable[[str], Any]] = {
    "sarif": sarif,
    "gitlab": code_quality,
    "checkstyle": xml,
    "junit": xml,
    "rdjson": rdjson,
    "markdown": rendered,
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
}


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize("result", [RESULT, Result(), Result(errors=(ERROR,)), *map(spoiled, HOSTILE)], ids=range(9))
def test_every_report_can_be_read_back_and_steers_nothing(name: str, result: Result) -> None:
    text = written(name, result)
    PARSERS[name](text)
    assert text.encode("utf-8").decode("utf-8") == text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]", text)
    assert not re.search(r"^\s*::|##\[", text, re.MULTILINE)


@needs_shared
@pytest.mark.parametrize("corpus", ["agentic_mt", "git_zh_CN", "plfa", "python"])
def test_every_report_of_real_documents_can_be_read_back(corpus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SHARED is not None
    bench = SHARED / "bench" / "dev"
    monkeypatch.chdir(bench / corpus)
    *_, glossary, path = json.loads((bench / "run.json").read_text(encoding="utf-8"))[corpus]
    result = check([path], Settings(strict=True, glossaries=(glossary,), root=str(bench / corpus)))
    assert len(result.findings) > 20
    for name, parse in PARSERS.items():
        assert parse(written(name, result)) is not None, name


def test_sarif_tells_rules_places_evidence_and_fixes() -> None:
    run = sarif(written("sarif"))
    assert run["tool"]["driver"]["version"] == __version__
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["GL101", "GL102", "GL104"]
    assert all(rule["fullDescription"]["text"] and rule["name"] for rule in run["tool"]["driver"]["rules"])
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "GL101"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "zh/%E8%B0%88%E8%AF%9D.md", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 11, "snippet": {"text": "资金支出"}}
    assert [r["physicalLocation"]["artifactLocation"]["uri"] for r in first["relatedLocations"]] == [
        "zh/%E8%B0%88%E8%AF%9D.md", "en/talk.md", "GLOSSARY.md"
    ]  # fmt: skip
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 11},
            "insertedContent": {"text": "资本支出"},
        }
    ]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "this is no UTF-8"


PATHS = {"a b.md": "a%20b.md", "/tmp/x.md": "file:///tmp/x.md", "C:\\x\\y.md": "file:///C:/x/y.md", "../up.md": "../up.md"}


@pytest.mark.parametrize("path", PATHS)
def test_sarif_writes_paths_as_uris(path: str) -> None:
    finding = FINDING._replace(place=FINDING.place._replace(path=path))
    (result,) = sarif(written("sarif", Result((finding,), 1)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == PATHS[path]


def test_gitlab_has_one_issue_a_finding_and_one_an_unread_file() -> None:
    issues = code_quality(written("gitlab"))
    assert [(i["check_name"], i["severity"], i["location"]["path"], i["location"]["lines"]["begin"]) for i in issues] == [
        ("GL101", "major", "zh/谈话.md", 3), ("GL102", "minor", "zh/谈话.md", 3), ("GL104", "info", "zh/谈话.md", 3),
        ("unreadable-input", "critical", "zh/坏.md", 2),
    ]  # fmt: skip
    assert written("gitlab", Result(files=1)) == "[]\n"


def test_checkstyle_groups_by_file() -> None:
    root = xml(written("checkstyle"))
    assert [(file.get("name"), [e.get("severity") for e in file]) for file in root] == [
        ("zh/谈话.md", ["error", "warning", "info"]), ("zh/坏.md", ["error"])
    ]  # fmt: skip
    assert root[0][0].attrib | {"message": ""} == {
        "line": "3", "column": "7", "severity": "error", "message": "", "source": "glosslint.GL101"
    }  # fmt: skip


def test_junit_counts_what_it_holds() -> None:
    root = xml(written("junit"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "3", "1")
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert root.findtext("testsuite/testcase/failure") == "zh/谈话.md:3:7 | 资金支出 → 资本支出 | nearly the same"
    clean = xml(written("junit", Result(files=2)))
    assert (clean.get("tests"), clean.get("failures")) == ("1", "0")
    assert len(clean.findall("testsuite/testcase")) == 1


def test_rdjson_counts_bytes() -> None:
    first = rdjson(written("rdjson"))[0]
    assert first["location"]["range"] == {"start": {"line": 3, "column": 20}, "end": {"line": 3, "column": 32}}
    data = LINES["zh/谈话.md", 3].encode()
    assert data[20 - 1 : 32 - 1].decode() == "资金支出"
    assert first["suggestions"] == [{"range": first["location"]["range"], "text": "资本支出"}]
    assert [d["severity"] for d in rdjson(written("rdjson"))] == ["ERROR", "WARNING", "INFO", "ERROR"]


def test_rdjson_gives_no_column_where_the_line_is_not_known() -> None:
    finding = FINDING._replace(place=FINDING.place._replace(path="elsewhere.md"), related=(), fix=None)
    (told,) = rdjson(written("rdjson", Result((finding,), 1)))
    assert told["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_markdown_shows_texts_and_makes_nothing_of_them() -> None:
    for text in HOSTILE:
        page = rendered(written("markdown", spoiled(text)))
        assert not re.search(r"<(?!/?(?:h3|p|table|thead|tbody|tr|th|td|ul|li)\b)", page), page
    page = rendered(written("markdown", lang="zh"))
    assert "<h3>glosslint</h3>" in page
    assert page.count("<tr>") == 4 + 4


def test_markdown_lists_the_hardest_and_counts_the_rest() -> None:
    many = Result((*([HINT] * LIMIT), FINDING, WARNING), 1)
    page = written("markdown", many)
    rows = [row for row in page.splitlines() if row.startswith("| zh/")]
    assert len(rows) == LIMIT
    assert "GL101" in rows[0]
    assert "GL102" in rows[1]
    assert page.endswith("\n2 more\n")


def test_fingerprints_do_not_change_when_lines_move() -> None:
    moved = [finding._replace(place=finding.place._replace(line=finding.place.line + 7)) for finding in RESULT.findings]
    assert fingerprints(moved) == fingerprints(RESULT.findings)
    twice = fingerprints([FINDING, FINDING, FINDING._replace(found="别的")])
    assert len(set(twice)) == 3
    assert twice[0] == fingerprints([FINDING])[0]


OUTPUTS: dict[str, tuple[list[str], str | None, list[tuple[str, str | None]]]] = {
    "nothing asked": ([], None, [("text", None)]),
    "one format": (["json"], None, [("json", None)]),
    "a file for the report": (["json"], "out.json", [("json", "out.json")]),
    "several": (
        ["text", "sarif=out.sarif", "junit=a=b.xml"],
        None,
        [("text", None), ("sarif", "out.sarif"), ("junit", "a=b.xml")],
    ),
}


@pytest.mark.parametrize(("asked", "file", "expected"), OUTPUTS.values(), ids=OUTPUTS.keys())
def test_formats_and_where_they_go(asked: list[str], file: str | None, expected: list[tuple[str, str | None]]) -> None:
    assert formats.outputs(asked, file) == expected


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["json", "sarif"], "standard output"),
        (["json=x", "sarif=x"], "go to x"),
        (["sarif="], "a file's name is missing"),
        (["sarf"], "did you mean"),
    ],
)
def test_what_cannot_be_written_is_refused_before_the_work(asked: list[str], told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        formats.outputs(asked, None)


def test_several_reports_and_a_job_page_from_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from linter.cli import main

    (tmp_path / "GLOSSARY.md").write_text("| en | zh |\n|---|---|\n| CapEx | 资本支出(禁用:资金支出) |\n", encoding="utf-8")
    (tmp_path / "talk.md").write_text("去年的资金支出。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    asked = ["--output-format", "github", "--output-format", "sarif=out.sarif", "--output-format", "gitlab=out.json"]
    assert main(["check", "talk.md", "--lang", "en", *asked]) == 1
    assert capsys.readouterr().out.startswith("::error file=talk.md,line=1,col=4,endColumn=8,")
    assert len(sarif((tmp_path / "out.sarif").read_text(encoding="utf-8"))["results"]) == 1
    assert len(code_quality((tmp_path / "out.json").read_text(encoding="utf-8"))) == 1
    assert page.read_text(encoding="utf-8").startswith("before\n### glosslint\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))  # a folder cannot be written to
    assert main(["check", "talk.md", "--lang", "en", "--output-format", "github"]) == 1
    assert "warning" in capsys.readouterr().err
