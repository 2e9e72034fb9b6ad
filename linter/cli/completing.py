"""The answer to a shell that asks what could stand at the cursor (see `glosslint completion`); argcomplete speaks with the shells."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Mapping

from linter.cli.codes import COMMANDS
from linter.cli.parser import Parser
from linter.config import Settings, load_settings
from linter.errors import GlosslintError

Candidates = Mapping[str, str]  # what could stand there, with a remark or ""
Completer = Callable[..., Candidates]  # of the keywords prefix and parsed_args


def answer() -> None:
    """Write the candidates where the shell waits for them, and end the process."""
    from argcomplete.finders import CompletionFinder
    from argcomplete.lexers import split_line

    *_, words, _ = split_line(os.environ["COMP_LINE"], int(os.environ["COMP_POINT"]))
    named = len(words) > 1 and words[1] in COMMANDS
    made = parser_of(words[1] if named else "check", first=len(words) == 1)
    if named:
        os.environ["_ARGCOMPLETE"] = "2"  # the command line begins with the command
    CompletionFinder()(made, always_complete_options=False)


def parser_of(command: str, first: bool = False) -> Parser:
    """A command's parser whose options and arguments know what could be their values; `first`: a command could stand there as well."""
    from linter.cli.helppage import words

    made: Parser = __import__(f"linter.cli.{command}", fromlist=["parser"]).parser()
    in_words = words()
    for action in made._actions:
        action.help = in_words(action.help or "")
        if not action.choices:
            completer = _completer(action)
            action.completer = _with_commands(completer) if first and action.dest == "paths" else completer  # type: ignore[attr-defined]
    return made


def _completer(action: argparse.Action) -> Completer:
    by_name: dict[str, Completer] = {
        "select": _rules, "ignore": _rules, "term": _terms, "what": _rule_or_file, "output_format": _formats,
    }  # fmt: skip
    by_value: dict[str, Completer] = {"FILE": _files, "PATH": _files, "DIR": _folders}
    return by_name.get(action.dest) or by_value.get(str(action.metavar), _nothing)


def _files(prefix: str, **_: object) -> Candidates:
    return dict.fromkeys(files(prefix), "")


def _folders(prefix: str, **_: object) -> Candidates:
    return dict.fromkeys(files(prefix, folders=True), "")


def _nothing(**_: object) -> Candidates:
    return {}


def files(prefix: str, folders: bool = False) -> Iterator[str]:
    """Paths that begin so, folders with a slash; hidden ones only where the dot is there already."""
    above, name = os.path.split(prefix)
    try:
        entries = sorted(os.scandir(os.path.expanduser(above) or "."), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(name) and (name.startswith(".") or not entry.name.startswith(".")):
            if entry.is_dir():
                yield os.path.join(above, entry.name) + "/"
            elif not folders:
                yield os.path.join(above, entry.name)


def _with_commands(completer: Completer) -> Completer:
    from linter.cli.helppage import words

    in_words = words()
    commands = {name: in_words(text) for name, text in COMMANDS.items()}
    return lambda prefix, **others: {**commands, **completer(prefix=prefix, **others)}


def _rules(prefix: str, parsed_args: argparse.Namespace, **_: object) -> Candidates:
    """Names and codes, behind those that stand there with commas between them."""
    before = prefix[: prefix.rfind(",") + 1]
    known = {**_named(parsed_args), "ALL": ""}
    return {before + word: remark for word, remark in known.items() if word not in before.split(",")}


def _rule_or_file(prefix: str, parsed_args: argparse.Namespace, **_: object) -> Candidates:
    return {**_named(parsed_args), **dict.fromkeys(files(prefix), "")}


def _named(parsed: argparse.Namespace) -> Candidates:
    """The rules by name and by code; those of the configuration too, where it can be read."""
    from linter.rules.loading import with_users
    from linter.rules.shipped import SHIPPED

    try:
        rules = with_users(SHIPPED, _settings(parsed).rule_folders)
    except GlosslintError:
        rules = SHIPPED
    return {**{rule.name: rule.code for rule in rules}, **{rule.code: rule.name for rule in rules}}


def _terms(parsed_args: argparse.Namespace, **_: object) -> Candidates:
    from linter.run import glossary_of

    try:
        entries = glossary_of((), _settings(parsed_args)).entries
    except GlosslintError:
        return {}
    return {entry.term: "" for entry in entries}


def _formats(prefix: str, **_: object) -> Candidates:
    from linter.report.formats import NAMES

    name, given, path = prefix.partition("=")
    return {f"{name}={file}": "" for file in files(path)} if given else dict.fromkeys(NAMES, "")


def _settings(parsed: argparse.Namespace) -> Settings:
    """Raises UsageError."""
    return load_settings(
        config=getattr(parsed, "config", None),
        isolated=bool(getattr(parsed, "isolated", False)),
        glossaries=getattr(parsed, "glossary", None),
    )
