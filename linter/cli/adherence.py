"""`glosslint adherence`: which share of the terms follows the glossary."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.codes import FAILURE, FINDINGS, OK
from linter.cli.inputs import listed_paths, stdin_text
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_inputs, add_sources, add_work, settings_of, understand
from linter.cli.progress import progress
from linter.cli.streams import say
from linter.config import Settings
from linter.errors import UsageError

if TYPE_CHECKING:
    from linter.adherence import Measured

_EXAMPLES = """\
  glosslint adherence --glossary terms.csv pairs.jsonl
  glosslint adherence --glossary terms.csv --output-format jsonl system1.tsv > verdicts.jsonl
  glosslint adherence --pair 'en/{}=zh/{}' --fail-under 95 zh/
  translate < en.jsonl | glosslint adherence --glossary terms.csv --stdin-filename mt.jsonl"""
_ABOUT = """\
Tell which share of the terms in the English follows the glossary in the Chinese, for each row and in
all: followed, divergent (rendered as something else), left in English, omitted.  The verdicts are those
of `glosslint check`.  Adherence is the number of followed places in all that were judged, with its 95 %
interval (Wilson); repeats that Chinese drops and occurrences that are not the term are counted apart."""


def parser() -> Parser:
    made = Parser("adherence", _ABOUT, _EXAMPLES)
    made.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="pairs, documents with their sources, or folders (default: the configured project)",
    )
    made.add_argument(
        "--term", action="append", metavar="TERM", help="only the rows that have this term; may stand several times"
    )
    made.add_argument(
        "--output-format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text and json: the shares by row; jsonl: each pair with its verdicts (default: text)",
    )
    made.add_argument("--output-file", metavar="FILE", help="write to this file and not to standard output")
    made.add_argument(
        "--fail-under", type=float, metavar="PERCENT", help="exit with 1 if less than this share follows the glossary"
    )
    add_sources(made)
    add_inputs(made)
    add_config(made)
    add_work(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    made = parser()
    options = made.parse(arguments)
    if options.fail_under is not None and not 0 <= options.fail_under <= 100:
        made.error("--fail-under is a percentage, 0 to 100")
    settings = settings_of(options)
    understand(options, settings)

    from linter.report.adherence import as_json, as_json_lines, as_text

    measured = _measured(options, settings)
    found = measured.found
    for error in measured.errors:
        say(f"error: {error}")
    for missed in measured.missed:
        say(f"warning: {missed}; there is no evidence from this file")
    if options.verbose:
        for note in (*settings.notes, *measured.notes):
            say(f"note: {note}")
    if not (found.pairs or measured.errors):
        say("warning: no pairs of English and Chinese were found; name the sources with --pair")
    if options.output_format == "jsonl":
        report = as_json_lines(found)
    else:
        report = as_json(found, measured.errors) if options.output_format == "json" else as_text(found, settings.lang)
    write(report, options.output_file)
    if measured.errors:
        return FAILURE
    share = found.shares.adherence
    return FINDINGS if options.fail_under is not None and share is not None and 100 * share < options.fail_under else OK


def _measured(options: argparse.Namespace, settings: Settings) -> Measured:
    from linter.adherence import Measured, measure, measure_text
    from linter.judge.outcomes import Adherence, Shares

    terms = options.term or ()
    if options.stdin_filename is not None:
        if options.paths or options.files_from is not None:
            raise UsageError("--stdin-filename takes the text from standard input, and no paths")
        given = stdin_text(options.stdin_filename, settings)
        return measure_text(given.text.text, given.glossary, given.source, given.text.path, settings, terms)
    paths = list(options.paths)
    if options.files_from is not None:
        paths += listed_paths(options.files_from)
        if not paths:
            return Measured(Adherence(Shares(), (), ()))  # no path at all would stand for the whole project
    with progress(quiet=False) as shown:
        return measure(paths, settings, terms, shown if shown.on else None)
