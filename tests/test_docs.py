"""What the READMEs and docs/ say is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main
from linter.cli.codes import COMMANDS
from linter.cli.examples import failures
from linter.config import load_settings
from linter.config_keys import KEYS
from linter.judge.model import GRADES
from linter.rules.loading import rule_of
from linter.source import Source

ROOT = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.zh-CN.md"]
PAGES = [
    *READMES,
    "CONTRIBUTING.md",
    "examples/README.md",
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md"))),
]
# by hand, about the command
WRITTEN = [
    *READMES,
    "docs/configuration.md",
    "docs/formats.md",
    "docs/judging.md",
    "docs/tutorial.md",
    "docs/tutorial.zh-CN.md",
    "docs/ci.md",
    "docs/ci.zh-CN.md",
    "docs/suppressing.md",
    "docs/suppressing.zh-CN.md",
]


@pytest.fixture(autouse=True)
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced code blocks of a page that are in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)


def table(name: str, heading: str) -> list[str]:
    """The first cells of the table below a heading, without its head."""
    below = page(name).split(f"\n## {heading}\n", 1)[1]
    rows = re.findall(r"^\| (.*?) \|", below.split("\n## ", 1)[0], re.MULTILINE)
    return [cell.strip("`") for cell in rows[1:]]


def output(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(arguments)
    return capsys.readouterr().out


def test_the_readmes_have_the_same_parts() -> None:
    shapes = [[len(mark) for mark in re.findall(r"^(#+) ", page(name), re.MULTILINE)] for name in READMES]
    assert shapes[0] == shapes[1]
    fences = [re.findall(r"^```(\w+)", page(name), re.MULTILINE) for name in READMES]
    assert fences[0] == fences[1]
    pictures = [re.findall(r"^!\[.+\]\((\S+)\)$", page(name), re.MULTILINE) for name in READMES]
    assert pictures == [["docs/terminal.svg"], ["docs/terminal.zh-CN.svg"]]  # test_site.py compares them with a run
    tables = [re.findall(r"^\|[-|]+\|$", page(name), re.MULTILINE) for name in READMES]
    assert tables[0] == tables[1]


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page(name), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), link


@pytest.mark.parametrize("name", WRITTEN)
def test_every_option_and_command_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    helps = "".join(output([command, "--help"], capsys) for command in COMMANDS)
    known = set(re.findall(r"--[a-z][a-z-]*", helps))
    text = re.sub(r"--(?:dict|verbose)`", "", page(name))  # options of other programs
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) <= known
    commands = re.findall(r"glosslint ([a-z]+)(?= [A-Z`'-]|`| examples)", text)
    assert set(commands) <= {*COMMANDS, "examples"}


def test_the_configurations_shown_can_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = [("glosslint.yaml", text) for name in READMES for text in blocks(name, "yaml") if "exclude:" in text]
    shown += [("glosslint.yaml", text) for text in blocks("docs/configuration.md", "yaml") if "glossaries:" in text]
    shown += [("glosslint.toml", text) for text in blocks("docs/configuration.md", "toml")]
    assert len(shown) == 4
    for name, text in shown:
        (tmp_path / name).write_text(text, encoding="utf-8")
        settings = load_settings(config=name)
        assert settings.pairs
        assert settings.severity


def test_the_rules_shown_can_be_loaded_and_do_what_their_examples_say(tmp_path: Path) -> None:
    texts = [text for text in blocks("docs/configuration.md", "yaml") if text.startswith("code:")]
    rules = [rule_of(Source("rule.yaml", text)) for text in texts]
    shown = [(rule.code, rule.reports, rule.severity, len(example.examples)) for rule, example in rules]
    assert shown == [("TEAM1", "omitted", "warning", 0), ("TEAM2", "pattern", "warning", 2)]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    assert [failed for rule, example in rules for failed in failures("rule.yaml", rule, example, [str(tmp_path)])] == []


def test_every_key_of_a_configuration_is_described() -> None:
    assert sorted(table("docs/configuration.md", "Keys")) == sorted(KEYS)


def test_every_grade_is_described() -> None:
    grades = [cell for cell in table("docs/judging.md", "What the Chinese has") if cell != "none"]
    assert sorted(grades) == sorted(GRADES)


def test_the_json_shown_is_what_the_commands_print(capsys: pytest.CaptureFixture[str]) -> None:
    adherence, pair, alignment, report, terms, mined = (json.loads(text) for text in blocks("docs/formats.md", "json"))

    printed = json.loads(output(["--output-format", "json", "examples/talk.md"], capsys))
    assert report["findings"] == printed["findings"][:1]
    assert _shape(report) == _shape(printed | {"findings": printed["findings"][:1]})

    glossary = json.loads(output(["terms", "--output-format", "json", "--glossary", "examples/docs/GLOSSARY.md"], capsys))
    entry = dict(terms["entries"][0], path="examples/docs/GLOSSARY.md")
    assert entry in glossary["entries"]
    assert list(entry) == list(glossary["entries"][0])

    pairs = json.loads(output(["align", "--output-format", "json", "examples/talk.md"], capsys))
    assert _shape(alignment["pairs"][0]) == _shape(pairs["pairs"][0])
    assert _shape(alignment["unpaired"][0]) == _shape(pairs["unpaired"][0])

    measured = json.loads(output(["adherence", "--output-format", "json", "examples/talk.md"], capsys))
    assert adherence == measured | {"rows": measured["rows"][:1]}
    lines = output(["adherence", "--output-format", "jsonl", "examples/talk.md"], capsys).splitlines()
    judged = next(found for found in map(json.loads, lines) if found["verdict"] == "divergent")
    assert list(pair) == list(judged)
    assert _shape(pair["terms"]) == _shape(judged["terms"])

    proposed = json.loads(output(["mine", "--output-format", "json", "--min-count", "2", "examples/talk.md"], capsys))
    assert list(mined) == list(proposed)
    assert list(_shape(mined["proposals"][0])) == list(_shape(proposed["proposals"][0]))


def _shape(data: Any) -> Any:
    """Keys and types, without the values of the leaves."""
    if isinstance(data, dict):
        return {key: _shape(value) for key, value in data.items()}
    return [_shape(item) for item in data[:1]] if isinstance(data, list) else type(data)


@pytest.mark.parametrize("name", READMES)
def test_the_rules_that_nothing_reports_yet_are_named(name: str) -> None:
    examples = (ROOT / "tests/rules/test_examples.py").read_text(encoding="utf-8")
    waiting = set(re.findall("GL[0-9]+", "".join(re.findall(r"^WAITING.* = \((.*)\)$", examples, re.MULTILINE))))
    below = page(name).split("<!-- /rules -->", 1)[1].split("\n## ", 1)[0]
    assert set(re.findall(r"GL[0-9]+", below)) == waiting
