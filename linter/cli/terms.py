"""`glosslint terms`: the glossary in force, as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.codes import FAILURE, OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_sources, settings_of, understand
from linter.cli.streams import say
from linter.config import Settings
from linter.discover import find
from linter.paths import shown

if TYPE_CHECKING:
    from linter.errors import InputError
    from linter.finding import Finding
    from linter.glossary.model import Entry, Glossary
    from linter.needed import Need

_EXAMPLES = """\
  glosslint terms
  glosslint terms talk.md
  glosslint terms --output-format json terms.csv
  glosslint terms --glossary terms.csv --for chapter7.md
  glosslint terms --term rollback"""
_NO_PROSE = (".csv", ".tsv", ".tab", ".yaml", ".yml", ".json")  # files that can only be glossaries


def parser() -> Parser:
    made = Parser("terms", "Print the glossary in force, as it was read, and what is wrong with its rows.", _EXAMPLES)
    made.add_argument(
        "paths",
        nargs="*",
        metavar="FILE",
        help="a document whose own tables count as well, or a glossary (default: the project's glossaries)",
    )
    made.add_argument(
        "--for",
        nargs="+",
        dest="needing",
        metavar="FILE",
        help="only the rows whose terms occur in these documents, for a translator's brief or a prompt; the English counts, "
        "and the Chinese where there is no English",
    )
    made.add_argument(
        "--sort",
        choices=("appearance", "count"),
        help="with --for: the rows in the order in which the text has them, or the most frequent first (default: appearance)",
    )
    made.add_argument(
        "--term", action="append", metavar="TERM", help="only the rows that have this term; may stand several times"
    )
    made.add_argument(
        "--output-format",
        choices=("table", "markdown", "json"),
        help="what to print (default: table, with --for markdown); markdown and json can be read as a glossary again",
    )
    made.add_argument("--output-file", metavar="FILE", help="write to this file and not to standard output")
    add_sources(made)
    add_config(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    made = parser()
    options = made.parse(arguments)
    if options.needing and options.paths:
        made.error("glossaries are named with --glossary where there is --for")
    if options.sort and not options.needing:
        made.error("--sort goes with --for")
    settings = settings_of(options)
    understand(options, settings)
    needs: list[Need] = []
    errors: list[InputError] = []
    if options.needing:
        needs, errors = _needed(options.needing, settings, options.sort == "count")
        findings: list[Finding] = []
        entries = [need.entry for need in needs]
    else:
        glossary, findings = terms_of(options.paths, settings)
        entries = list(glossary.entries)
        if not entries:
            say("warning: no glossary was found; name one with --glossary, or a document that holds its own table")
    if options.term:
        entries, findings = _chosen(options.term, entries, findings)
        needs = [need for need in needs if need.entry in entries]
    form = options.output_format or ("markdown" if options.needing else "table")
    if form == "json":
        report = _as_json(entries, findings, needs)
    else:
        report = _as_markdown(entries, settings.lang) if form == "markdown" else _as_table(entries, findings)
    write(report, options.output_file)
    return FAILURE if errors else OK


def _needed(paths: Sequence[str], settings: Settings, by_count: bool) -> tuple[list[Need], list[InputError]]:
    from linter.needed import needed

    found = [find([path], settings) for path in paths]  # one by one: the order counts
    for error in (error for one in found for error in one.errors):
        raise error
    needs, errors = needed([file.path for one in found for file in one.files], settings)
    for error in errors:
        say(f"error: {error}")
    if not needs:
        say("warning: no term of the glossary occurs there")
    return sorted(needs, key=lambda need: -need.times) if by_count else needs, errors


def _chosen(terms: Sequence[str], entries: list[Entry], findings: list[Finding]) -> tuple[list[Entry], list[Finding]]:
    from linter.selection import about, chosen_entries, rows_of

    return chosen_entries(terms, entries), list(about(findings, rows_of(terms, entries)))


def terms_of(paths: Sequence[str], settings: Settings) -> tuple[Glossary, list[Finding]]:
    """The glossary, and the findings about its rows.  Raises UsageError, and InputError for a file that cannot be read."""
    for error in find(paths, settings).errors if paths else ():
        raise error
    from linter.rules.apply import findings_of
    from linter.run import glossary_of, policy_of

    named = [path for path in paths if path.lower().endswith(_NO_PROSE)]
    known = {shown(path) for path in settings.glossaries}
    settings = settings._replace(glossaries=(*settings.glossaries, *(path for path in named if shown(path) not in known)))
    glossary = glossary_of([path for path in paths if path not in named], settings)
    return glossary, findings_of((), glossary.facts, {}, policy_of(settings))


def _as_table(entries: Sequence[Entry], findings: Sequence[Finding]) -> str:
    from linter.glossary.model import Glossary
    from linter.glossary.show import as_table
    from linter.report.concise import write as listing
    from linter.report.model import Options
    from linter.report.safe import log, visible
    from linter.result import Result

    table = "".join(visible(line) + "\n" for line in as_table(Glossary(tuple(entries))).splitlines())
    return log(table) + ("\n" if findings else "") + listing(Result(tuple(findings)), Options())


def _as_markdown(entries: Sequence[Entry], lang: str) -> str:
    from linter.glossary.markdown import as_markdown
    from linter.report.safe import log, visible

    table = as_markdown(entries, lang)
    if table.cut:
        named = ", ".join(entry.term for entry in table.cut[:5]) + ("…" if len(table.cut) > 5 else "")
        say(f"note: not all of these rows fits into a table (--output-format json has it): {named}")
    return log("".join(visible(line) + "\n" for line in table.text.splitlines()))


def _as_json(entries: Sequence[Entry], findings: Sequence[Finding], needs: Sequence[Need]) -> str:
    import json

    from linter.glossary.model import Glossary
    from linter.glossary.show import as_json
    from linter.report.json import as_data
    from linter.report.safe import json_text

    data = as_json(Glossary(tuple(entries)), [as_data(finding) for finding in findings])
    for row, need in zip(data["entries"], needs, strict=False):
        first = need.first
        row["count"] = need.times
        row["first"] = {"path": first.path, "line": first.line, "column": first.column}
    return json_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
