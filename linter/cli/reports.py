"""The reports of a run: which formats go where, and what they do not tell."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence

from linter.cli.inputs import Lines
from linter.cli.output import append, write
from linter.cli.streams import say
from linter.config import Settings
from linter.errors import UsageError
from linter.report.model import Options
from linter.result import Result

NAMES = "text, concise, json, jsonl, github, gitlab, sarif, checkstyle, junit, rdjson or markdown"
_NAMING_ERRORS = ("text", "concise")  # reports that name what could not be checked ...
_NAMING_NOTES = ("text",)  # ... and those with notes

Output = tuple[str, str | None]  # a format, and its file; None is standard output


def add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--output-format",
        metavar="FORMAT[=FILE]",
        action="append",
        help=f"{NAMES}; may stand several times, with a file for each but one (default: text)",
    )
    group.add_argument("--output-file", metavar="FILE", help="write the report there and not to standard output")


def outputs(options: argparse.Namespace) -> list[Output]:
    """Raises UsageError, before any work is done."""
    from linter.report.formats import outputs as named

    wanted = named(options.output_format or (), options.output_file)
    if options.statistics:
        from linter.report.statistics import writer

        for name, _ in wanted:
            writer(name)
    return wanted


def report(result: Result, settings: Settings, wanted: Sequence[Output], options: argparse.Namespace, lines: Lines) -> None:
    """Write every report, files first.  Raises UsageError where one cannot be written."""
    from linter.report.color import wanted as colored

    if options.statistics:
        from linter.report.statistics import writer
    else:
        from linter.report.formats import writer

    result = _spoken(result, settings.lang)
    on_screen = next((name for name, path in wanted if path is None), "")
    if on_screen not in _NAMING_ERRORS:
        _tell("error", result.errors)
    if on_screen not in _NAMING_NOTES:
        _tell("note", result.notes)
    for name, path in sorted(wanted, key=lambda output: output[1] is None):
        terminal = path is None and sys.stdout.isatty()
        about = Options(
            lang=settings.lang,
            color=colored(options.color, terminal, os.environ),
            lines=lines,
            quiet=options.quiet,
            rule_folders=settings.rule_folders,
            show_suppressed=options.show_suppressed,
        )
        write(writer(name)(result, about), path)
        if name == "github":
            _summarize(result, about)


def _spoken(result: Result, lang: str) -> Result:
    """The result with its errors and notes in the language of the messages."""
    if lang == "en" or not (result.errors or result.notes):
        return result
    from linter.chinese import in_chinese
    from linter.errors import InputError

    errors = tuple(InputError(error.path, in_chinese(error.reason), error.line, error.column) for error in result.errors)
    return result._replace(errors=errors, notes=tuple(map(in_chinese, result.notes)))


def _summarize(result: Result, about: Options) -> None:
    """On the job's page of GitHub, where the run belongs to a job: everything that has no room among the annotations."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if not page:
        return
    from linter.report.markdown import write as summary

    try:
        append(summary(result, about), page)
    except UsageError as error:
        say(f"warning: {error}")  # the annotations stand; the page is only more of the same


def _tell(kind: str, texts: Iterable[object]) -> None:
    """To standard error what the report does not tell people."""
    for text in texts:
        say(f"{kind}: {text}")
