"""`glosslint explain`: a rule, or what was made of one line."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from linter.cli.codes import OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_sources, add_work, settings_of, understand
from linter.config import Settings
from linter.errors import UsageError
from linter.globs import encoding_of
from linter.paths import shown
from linter.source import read

_EXAMPLES = """\
  glosslint explain talk.md:23
  glosslint explain --glossary terms.csv --pair 'en/{}=zh/{}' zh/intro.md:7
  glosslint explain gloss-mismatch
  glosslint explain GL101"""


def parser() -> Parser:
    made = Parser(
        "explain",
        "Explain a rule; or tell what was recognised, left out and judged in one line of a document, and why.",
        _EXAMPLES,
    )
    made.add_argument("what", metavar="FILE:LINE|RULE", help="a line of a document; or a rule, by its name or code")
    add_sources(made)
    add_config(made)
    add_work(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    options = parser().parse(arguments)
    settings = settings_of(options)
    understand(options, settings)

    from linter.report.safe import log, visible

    text = explanation(options.what, settings).rstrip("\n")
    write(log("".join(visible(line) + "\n" for line in text.split("\n"))))
    return OK


def explanation(what: str, settings: Settings) -> str:
    """Raises UsageError for a rule or a line that there is not, InputError for a file that cannot be read."""
    place = re.fullmatch(r"(.+?):([0-9]{1,9})(?::[0-9]{1,9})?", what, re.DOTALL)
    if place:
        from linter.explain import explain_line

        path, line = place[1], int(place[2])
        source = read(path, encoding_of(settings, shown(path)), shown(path))
        last = max(1, len(source.line_starts) - source.text.endswith(("\n", "\r")))
        if not 1 <= line <= last:
            raise UsageError(f"there is no line {line} in {shown(path)}, which ends with line {last}")
        return explain_line(path, line, settings)
    if os.path.isfile(what):
        raise UsageError(f"which line? For example: glosslint explain {what}:1")
    from linter.rules.pages import explain, find

    return explain(*find(what, settings.rule_folders), settings.lang)
