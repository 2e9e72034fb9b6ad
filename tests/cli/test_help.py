"""The pages of --help, in both languages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest

from linter.cli import main, overview
from linter.cli.chinese import HELP
from linter.cli.codes import COMMANDS
from linter.cli.helppage import columns, with_comment, wrapped
from linter.cli.parser import Parser
from linter.width import display_width

WORDS = ("usage", "arguments", "commands", "examples", "OPTIONS", "COMMAND", "PATH")  # of helppage itself


def parser_of(command: str) -> Parser:
    made = __import__(f"linter.cli.{command}", fromlist=["parser"]).parser()
    assert isinstance(made, Parser)
    return made


def texts(made: Parser) -> Iterator[str]:
    """Everything on a command's page that is a word."""
    yield " ".join(made.description.split()) if made.description else ""
    yield from (with_comment(line)[1] for line in made.examples.split("\n"))
    for group in made._action_groups:
        if group._group_actions and group.title != "positional arguments":
            yield str(group.title)
        for action in group._group_actions:
            yield action.help or ""
            if action.nargs != 0 and (action.metavar or not action.choices):
                yield str(action.metavar)


def used() -> set[str]:
    shown = {with_comment(line)[1] for line in overview.EXAMPLES.split("\n")}
    own = {" ".join(overview.ABOUT.split()), *overview.NOTES, *COMMANDS.values(), *shown, *WORDS}
    return (own | {text for command in COMMANDS for text in texts(parser_of(command))}) - {""}


def page(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")


def test_every_text_of_a_page_has_a_translation() -> None:
    assert sorted(used() - set(HELP)) == []


def test_no_translation_is_left_over() -> None:
    assert sorted(set(HELP) - used()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_and_argument_is_explained(command: str) -> None:
    actions = parser_of(command)._actions
    assert [action.dest for action in actions if not action.help] == []
    assert [action.help for action in actions if "%" in (action.help or "")] == []  # shells' completions would fill them in


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_examples_are_commands_with_options_that_exist(command: str) -> None:
    lines = (parser_of(command).examples if command else overview.EXAMPLES).split("\n")
    assert lines
    for line in lines:
        words = shlex.split(re.split(r" [|>] (?!glosslint)", with_comment(line)[0].rpartition("| ")[2])[0])
        assert words.pop(0) == "glosslint", line
        name = words.pop(0) if words and words[0] in COMMANDS else "check"
        assert parser_of(name).parse_known_args(words)[1] == [], line


@pytest.mark.parametrize("command", COMMANDS)
def test_a_default_is_told(command: str) -> None:
    """Where an option has one that argparse knows, the page says it."""
    for action in parser_of(command)._actions:
        if action.default and action.dest != "help":
            assert f"(default: {action.default}" in str(action.help) or action.dest == "paths"


def test_translations_have_the_marks_of_chinese() -> None:
    for english, text in HELP.items():
        prose = re.sub(r" ?`[^`]*`|'[^']*'| ?--[a-z-]+|\{\}", "", text)
        if english != english.upper():  # the name of a value has the marks of the command line
            assert not re.search("[一-鿿）”][,;:?!]|[,;:?!][一-鿿（“]|[一-鿿][()]|[()][一-鿿]| [，。；：）]", prose)
        assert not text.endswith("。") or "。" in text[:-1] or "；" in text or "，" in text, text  # a phrase has no full stop


@pytest.mark.parametrize("text", [text for text in HELP if "--" in text or "`" in text or re.search(r"\d", text)])
def test_names_and_numbers_are_the_same_in_both_languages(text: str) -> None:
    named = r"--[a-z][a-z-]*|\b[a-z]+\.(?:yaml|toml|json|jsonl)\b|\d+(?:\.\d+)?"
    assert sorted(set(re.findall(named, text, re.ASCII))) == sorted(set(re.findall(named, HELP[text], re.ASCII)))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_page_fits_the_terminal_and_has_every_option(
    command: str, width: int, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = page([*([command] if command else []), "--lang", lang, "--help"], capsys)
    prose = re.split("examples:|示例：", shown)[0] if command else ""  # an example is a line to copy
    assert [line for line in prose.split("\n")[1:] if display_width(line) > min(width, 100)] == []
    if command:
        for option in (option for action in parser_of(command)._actions for option in action.option_strings):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", shown), option
    else:
        assert all(name in shown for name in COMMANDS)


def test_options_stand_in_one_column_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("en", "zh"):
        lines = page(["check", "--help", "--lang", lang], capsys).split("\n")
        starts = set()
        for line in lines:
            found = re.match(r"(  -\S+(?:, --\S+)?(?: \S+)?)( {2,})\S", line)
            if found:
                starts.add(display_width(found[1] + found[2]))
        assert starts == {28}


LANGUAGES = {
    "English": (["check", "--help"], "C.UTF-8", "usage: glosslint check [OPTIONS] [PATH …]"),
    "Chinese by the locale": (["check", "--help"], "zh_CN.UTF-8", "用法：glosslint check [选项] [路径 …]"),
    "Chinese by the option": (["check", "--help", "--lang", "zh"], "C.UTF-8", "用法：glosslint check [选项] [路径 …]"),
    "Chinese by the option before --help": (["check", "--lang=zh", "-h"], "C.UTF-8", "用法：glosslint check [选项] [路径 …]"),
    "English by the option": (["check", "--help", "--lang", "en"], "zh_TW.UTF-8", "usage: glosslint check [OPTIONS] [PATH …]"),
    "the last option counts": (
        ["terms", "--lang", "en", "--lang", "zh", "-h"],
        "C.UTF-8",
        "用法：glosslint terms [选项] [文件 …]",
    ),
    "the overview": (["--help"], "C.UTF-8", "usage: glosslint [COMMAND] [OPTIONS] [PATH …]"),
    "the overview in Chinese": (["--help"], "zh_CN.UTF-8", "用法：glosslint [命令] [选项] [路径 …]"),
    "the overview, the option first": (["--lang", "zh", "--help"], "C.UTF-8", "用法：glosslint [命令] [选项] [路径 …]"),
    "the overview, the option behind": (["--help", "--lang", "zh"], "C.UTF-8", "用法：glosslint [命令] [选项] [路径 …]"),
}


@pytest.mark.parametrize(("arguments", "locale", "first"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_language(
    arguments: list[str], locale: str, first: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert page(arguments, capsys).split("\n")[0] == first


@pytest.mark.parametrize("command", COMMANDS)
def test_a_chinese_page_has_no_english_left(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = page([command, "--help", "--lang", "zh"], capsys)
    prose = re.split("示例：", shown)[0]
    # Two English words in a row are a sentence that nobody translated; names and commands are not.
    assert re.findall(r"(?<![\w`/.-])[a-z]{2,} [a-z]{2,}(?![\w`/.-])", re.sub(r"`[^`]*`|glosslint [a-z]+", "", prose)) == []


WRAPPED = {
    "words": ("one two three four five", 10, ["one two", "three four", "five"]),
    "Chinese breaks anywhere": ("检查译文里的术语", 6, ["检查译", "文里的", "术语"]),
    "no mark begins a line": ("检查译文，再看", 8, ["检查译", "文，再看"]),
    "no opening mark ends a line": ("检查译文（术语）", 10, ["检查译文", "（术语）"]),
    "English inside": ("用 --fix 改正，看 --diff", 10, ["用 --fix", "改正，看", "--diff"]),
    "a word that is too long": ("a glosslint-baseline.json b", 10, ["a", "glosslint-baseline.json", "b"]),
    "nothing": ("", 10, []),
}


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED.values(), ids=WRAPPED.keys())
def test_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


def test_a_long_name_has_its_own_line() -> None:
    rows = [("--short", "one"), ("--much-longer-than-that", "two"), ("选项 文件", "三")]
    assert list(columns(rows, 30, 12)) == [
        "  --short   one",
        "  --much-longer-than-that",
        " " * 12 + "two",
        "  选项 文件",
        " " * 12 + "三",
    ]
