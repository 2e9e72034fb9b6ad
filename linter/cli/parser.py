"""Options: the parser, and those that several commands share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any, NoReturn

from linter.cli.streams import say, speak
from linter.config import Settings, cache_folder, load_settings
from linter.errors import UsageError
from linter.suggest import did_you_mean

MOST = 256  # processes


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are UsageErrors; an option that does not exist is answered with the nearest that does."""

    def __init__(self, command: str, description: str, examples: str = "") -> None:
        """`examples`: lines with a command each, two spaces before it and, where it has a comment, two or more behind it."""
        super().__init__(
            prog=f"glosslint {command}",
            description=description,
            formatter_class=_Formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.examples = examples

    def format_help(self) -> str:
        from linter.cli.helppage import page

        return page(self, self.examples)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Raises UsageError."""
        options, unknown = self.parse_known_args(arguments)
        for word in unknown:
            name = word.partition("=")[0]
            known = [text for action in self._actions for text in action.option_strings if text.startswith("--")]
            self.error(
                f"unknown option {name}{did_you_mean(name, known)}" if word.startswith("-") else f"one argument too many: {word}"
            )
        return options


class _Formatter(argparse.HelpFormatter):
    """Asked for with every option that is added.  It would look for the width of the terminal, which imports much."""

    def __init__(self, prog: str, **keywords: Any) -> None:
        super().__init__(prog, **{"width": 100, **keywords})


class Words(argparse.Action):
    """A list of words with commas between them; the option may stand several times."""

    def __call__(self, parser: Any, namespace: argparse.Namespace, values: Any, option: str | None = None) -> None:
        words = [word.strip() for word in str(values).split(",") if word.strip()]
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or []), *words])


def add_general(parser: Parser) -> None:
    """What every command has."""
    group = parser.add_argument_group("general")
    group.add_argument("--lang", choices=("en", "zh"), help="language of messages and of this page (default: by the locale)")
    group.add_argument(
        "-v", "--verbose", action="store_true", help="tell which files were found and used; for a bug, print the traceback"
    )
    group.add_argument("-h", "--help", action="help", help="print this page")


def add_config(parser: Parser) -> None:
    """Where the configuration is."""
    group = parser.add_argument_group("configuration")
    group.add_argument(
        "--config", metavar="FILE", help="a configuration file (default: the nearest glosslint.yaml or pyproject.toml)"
    )
    group.add_argument(
        "--isolated",
        action="store_true",
        help="use nothing but what is named here: no configuration, and no glossary that is found by its name; "
        "a document's own table stays in force",
    )


def add_sources(parser: Parser) -> None:
    """Where the glossary and the source documents are."""
    group = parser.add_argument_group("glossary and sources")
    group.add_argument(
        "--glossary",
        action="append",
        metavar="FILE",
        help="a glossary: a Markdown table, CSV, TSV or YAML; may stand several times (default: those of the configuration, else "
        "GLOSSARY or TERMINOLOGY, with such a suffix, in the project's folder)",
    )
    group.add_argument(
        "--pair",
        action="append",
        metavar="SOURCE=TARGET",
        help="where the source of a translation is; {} stands for any part of a path: 'en/{}=zh/{}', "
        "'{}_origin.md={}.md'; may stand several times (default: those of the configuration, else the usual names)",
    )
    group.add_argument(
        "--columns",
        action=Words,
        metavar="SOURCE,TARGET",
        help="in files of pairs (JSON Lines, TSV): what the columns of the English and the Chinese are called, or their numbers",
    )


def add_rules(group: argparse._ArgumentGroup | Parser) -> None:
    """Which rules count."""
    group.add_argument(
        "--select",
        action=Words,
        metavar="RULES",
        help="only these rules: names, codes, beginnings of codes (GL1) or ALL, with commas between them",
    )
    group.add_argument(
        "--ignore", action=Words, metavar="RULES", help="not these rules; wins over --select where both are equally exact"
    )


def add_work(parser: Parser) -> None:
    """How the work is done; none of it changes what is found."""
    group = parser.add_argument_group("speed")
    group.add_argument(
        "-j", "--jobs", type=_jobs, default=0, metavar="N", help="how many processes read documents (default: as many as pay)"
    )
    group.add_argument(
        "--no-cache", action="store_true", help="read unchanged documents again, and keep nothing for the next run"
    )
    group.add_argument(
        "--cache-dir", metavar="DIR", help="keep what was read of documents there (default: the user's cache folder)"
    )


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"a number from 1 to {MOST} is expected, not {text!r}")
    return int(text)


def add_inputs(parser: Parser) -> None:
    """Ways to give documents other than naming them one by one."""
    group = parser.add_argument_group("input")
    group.add_argument(
        "--files-from",
        metavar="FILE",
        help="check the paths listed in this file (- for standard input), one a line or NUL-separated",
    )
    group.add_argument("--stdin-filename", metavar="PATH", help="check the text on standard input as if it stood in this file")


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings that the options and the configuration make.  Raises UsageError."""
    settings = _settings(options)
    speak(settings.lang)
    if options.verbose and not hasattr(options, "output_file"):  # `check` tells them in its report
        for note in settings.notes:
            say(f"note: {note}")
    return settings


def understand(options: argparse.Namespace, settings: Settings) -> None:
    """Find wrong names of rules before any file is read, and say where they stand.  Raises UsageError."""
    from linter.rules.policy import Policy, resolve
    from linter.run import policy_of

    policy = policy_of(settings)
    given = Policy(select=tuple(getattr(options, "select", None) or ()), ignore=tuple(getattr(options, "ignore", None) or ()))
    resolve(given._replace(rules=policy.rules))
    if settings.config_path:
        resolve(policy, settings.config_path, settings.places)


def _settings(options: argparse.Namespace) -> Settings:
    columns = getattr(options, "columns", None) or ()
    if columns and (len(columns) != 2 or columns[0] == columns[1]):
        raise UsageError("--columns takes two names or numbers with a comma between them: --columns english,chinese")
    explicit = getattr(options, "cache_dir", None)
    if explicit is not None and (options.no_cache or not explicit):
        raise UsageError("--no-cache and --cache-dir exclude each other" if explicit else "--cache-dir takes a folder")
    settings = load_settings(
        config=options.config,
        isolated=options.isolated,
        glossaries=getattr(options, "glossary", None),
        pairs=getattr(options, "pair", None),
        select=getattr(options, "select", None),
        ignore=getattr(options, "ignore", None),
        fail_level=getattr(options, "fail_level", None),
        lang=options.lang,
        strict=getattr(options, "strict", False),
        columns=columns,
        jobs=getattr(options, "jobs", 1),
        cache=cache_folder(os.environ) if hasattr(options, "cache_dir") and not options.no_cache else "",
    )
    return settings if explicit is None else settings._replace(cache=explicit)
