"""`glosslint terms`: the glossary in force, as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.codes import OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_sources, settings_of, understand
from linter.cli.streams import say
from linter.config import Settings
from linter.discover import find
from linter.paths import shown

if TYPE_CHECKING:
    from linter.finding import Finding
    from linter.glossary.model import Glossary

_EXAMPLES = """\
  glosslint terms
  glosslint terms talk.md
  glosslint terms --output-format json terms.csv"""
_NO_PROSE = (".csv", ".tsv", ".tab", ".yaml", ".yml")  # files that can only be glossaries


def main(arguments: Sequence[str]) -> int:
    made = Parser("terms", "Print the glossary in force, as it was read, and what is wrong with its rows.", _EXAMPLES)
    made.add_argument("paths", nargs="*", metavar="FILE", help="a document whose own tables count as well, or a glossary")
    made.add_argument("--output-format", choices=("table", "json"), default="table", help="(default: table)")
    add_sources(made)
    add_config(made)
    add_general(made)
    options = made.parse(arguments)
    settings = settings_of(options)
    understand(options, settings)
    glossary, findings = terms_of(options.paths, settings)
    if not glossary.entries:
        say("warning: no glossary was found; name one with --glossary, or a document that holds its own table")
    write(_as_json(glossary, findings) if options.output_format == "json" else _as_table(glossary, findings))
    return OK


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


def _as_table(glossary: Glossary, findings: list[Finding]) -> str:
    from linter.glossary.show import as_table
    from linter.report.concise import write as listing
    from linter.report.model import Options
    from linter.report.safe import log, visible
    from linter.result import Result

    table = "".join(visible(line) + "\n" for line in as_table(glossary).splitlines())
    return log(table) + ("\n" if findings else "") + listing(Result(tuple(findings)), Options())


def _as_json(glossary: Glossary, findings: list[Finding]) -> str:
    import json

    from linter.glossary.show import as_json
    from linter.report.json import as_data
    from linter.report.safe import json_text

    data = as_json(glossary, [as_data(finding) for finding in findings])
    return json_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
