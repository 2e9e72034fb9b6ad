"""`glosslint check`: documents in, findings out."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from linter.cli.codes import FAILURE, FINDINGS, OK
from linter.cli.inputs import Lines, listed_paths, stdin_text
from linter.cli.output import write_patch
from linter.cli.parser import (
    Parser,
    add_config,
    add_general,
    add_inputs,
    add_rules,
    add_sources,
    add_work,
    settings_of,
    understand,
)
from linter.cli.progress import progress
from linter.cli.reports import add_output, outputs, report
from linter.cli.scope import add_scope, scoped
from linter.cli.streams import say
from linter.config import Settings
from linter.errors import UsageError
from linter.finding import SEVERITIES
from linter.result import Result

_EXAMPLES = """\
  glosslint check talk.md
  glosslint check --glossary terms.md --pair '{}_origin.md={}.md' book/
  glosslint check --select GL1,GL301 --output-format json zh/
  git diff --name-only --diff-filter=d -- '*.md' | glosslint check --files-from -"""

_ABOUT = """\
Check documents against the glossary, together with their English sources where there are some. The word `check` may be left out."""

_LEVELS: tuple[str, ...] = SEVERITIES


def parser() -> Parser:
    made = Parser("check", _ABOUT, _EXAMPLES)
    made.add_argument("paths", nargs="*", metavar="PATH", help="a document, or a folder (default: the configured project, or .)")
    add_sources(made)
    rules = made.add_argument_group("rules")
    add_rules(rules)
    rules.add_argument(
        "--term",
        action="append",
        metavar="TERM",
        help="only findings about the glossary rows that have this term, in either language; may stand several times",
    )
    rules.add_argument(
        "--strict",
        action="store_true",
        help="report every place by itself, and gather none into one finding about its glossary row",
    )
    rules.add_argument(
        "--fail-level", choices=SEVERITIES, help="exit with 1 if there are findings of this level or above (default: warning)"
    )
    rules.add_argument("--exit-zero", action="store_true", help="exit with 0 even where there are findings")
    fixes = made.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="apply safe fixes to the files, then report what is left")
    fixes.add_argument("--diff", action="store_true", help="change no file, and print what --fix would change as a patch")
    fixes.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also what rests on weaker evidence; look at the changes",
    )
    output = made.add_argument_group("output")
    add_output(output)
    output.add_argument(
        "--show", choices=SEVERITIES, help="list findings down to this level, and only count the others (default: warning)"
    )
    output.add_argument(
        "--show-suppressed",
        action="store_true",
        help="also list what comments, decisions, the baseline or the configuration suppress",
    )
    output.add_argument(
        "--statistics", action="store_true", help="print counts by rule, term and file instead of findings (as text or json)"
    )
    output.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="whether to use colours (default: auto)"
    )
    output.add_argument("-q", "--quiet", action="store_true", help="print findings and errors only, without warnings and summary")
    add_scope(made)
    add_inputs(made)
    add_config(made)
    add_work(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    options = parser().parse(arguments)
    if options.quiet and options.verbose:
        raise UsageError("--quiet and --verbose exclude each other")
    _refuse_fixes(options)
    settings = scoped(settings_of(options), options)
    _refuse_commands(options.paths)
    if "" in (*options.paths, *(options.glossary or ()), options.stdin_filename):
        raise UsageError("an empty path was given")  # by a variable that is not set, mostly

    wanted = outputs(options)  # before the work, so that a wrong name costs no waiting
    understand(options, settings)
    if options.diff:
        return _show_diff(options, settings)
    if options.stdin_filename is not None:
        result, lines = _check_stdin(options, settings)
    elif options.fix:
        result, lines = _fix_paths(options, settings)
    else:
        result, lines = _check_paths(options, settings)
    result = result._replace(notes=(*settings.notes, *result.notes) if options.verbose else ())
    code = _exit_code(result, settings, options.exit_zero)
    shown = _listed(result, _show_level(options.show, settings.fail_level))
    if not (result.files or result.errors or options.quiet or _only_glossaries(options.paths, settings)):
        say("warning: there was nothing to check")
    if result.files and not result.entries and not options.quiet:
        say("warning: no glossary is in force: none was named, none stands at the project's root or in a document")
    if not options.quiet:
        for missed in result.missed:
            say(f"warning: {missed}; there is no evidence from this file")
    report(shown, settings, wanted, options, lines)
    return code


def _check_paths(options: argparse.Namespace, settings: Settings) -> tuple[Result, Lines]:
    from linter.run import check

    paths = list(options.paths)
    if options.files_from is not None:
        paths += listed_paths(options.files_from)
        if not paths:
            return Result(), Lines(settings)  # no path at all would stand for the whole project
    with progress(options.quiet) as shown:
        return check(paths, settings, options.term or (), shown if shown.on else None), Lines(settings)


def _fix_paths(options: argparse.Namespace, settings: Settings) -> tuple[Result, Lines]:
    from linter.cli.fixing import fix

    level = _show_level(options.show, settings.fail_level)
    result, count, files = fix(lambda: _check_paths(options, settings)[0], settings, level, options.unsafe_fixes)
    if count and not options.quiet:
        say(f"findings fixed: {count}, files: {files}")
    return result, Lines(settings)


def _show_diff(options: argparse.Namespace, settings: Settings) -> int:
    """Exits with 1 where there is something to change."""
    from linter.cli.fixing import changes, diff

    result, _ = _check_paths(options, settings)
    patch = diff(changes(result, settings, _show_level(options.show, settings.fail_level), options.unsafe_fixes))
    write_patch(patch)
    if result.errors:
        for error in result.errors:
            say(f"error: {error}")
        return FAILURE
    return FINDINGS if patch and not options.exit_zero else OK


def _check_stdin(options: argparse.Namespace, settings: Settings) -> tuple[Result, Lines]:
    from linter.run import check_text

    if options.paths or options.files_from is not None:
        raise UsageError("--stdin-filename takes the text from standard input, and no paths")
    given = stdin_text(options.stdin_filename, settings)
    text = given.text
    result = check_text(text.text, given.glossary, given.source, text.path, settings, options.term or ())
    return result, Lines(settings, text)


def _refuse_fixes(options: argparse.Namespace) -> None:
    if options.fix and options.diff:
        raise UsageError("--fix and --diff exclude each other")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if options.stdin_filename is not None and (options.fix or options.diff):
        raise UsageError("--fix and --diff need files, not standard input")
    if options.diff and (options.output_format or options.output_file is not None):
        raise UsageError("--diff prints a patch and no report")


def _only_glossaries(paths: Sequence[str], settings: Settings) -> bool:
    """Whether all that was named are glossaries in force: they are checked, though not as documents."""
    glossaries = {os.path.realpath(path) for path in settings.glossaries}
    return bool(paths) and all(os.path.realpath(path) in glossaries for path in paths)


def _refuse_commands(paths: Sequence[str]) -> None:
    """`glosslint --lang zh terms` means the command."""
    from linter.cli.codes import COMMANDS

    for path in paths:
        if path in COMMANDS and not os.path.exists(path):
            raise UsageError(f"there is no file {path}; a command stands before its options: glosslint {path} …")


def _exit_code(result: Result, settings: Settings, exit_zero: bool) -> int:
    if result.errors:
        return FAILURE
    level = _LEVELS.index(settings.fail_level)
    failing = any(_LEVELS.index(finding.severity) <= level for finding in result.findings)
    return FINDINGS if failing and not exit_zero else OK


def _show_level(asked: str | None, fail_level: str) -> int:
    """What fails a run is listed as well, unless the user asks for less."""
    return _LEVELS.index(asked) if asked else max(_LEVELS.index("warning"), _LEVELS.index(fail_level))


def _listed(result: Result, level: int) -> Result:
    listed = tuple(finding for finding in result.findings if _LEVELS.index(finding.severity) <= level)
    suppressed = tuple(item for item in result.suppressed if _LEVELS.index(item.finding.severity) <= level)
    return result._replace(findings=listed, hints=result.hints + len(result.findings) - len(listed), suppressed=suppressed)
