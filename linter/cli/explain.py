"""`glosslint explain`: a rule, or what was made of one line."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from linter.cli.codes import OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_sources, settings_of
from linter.config import Settings

_EXAMPLES = """\
  glosslint explain talk.md:23
  glosslint explain --glossary terms.csv --pair 'en/{}=zh/{}' zh/intro.md:7
  glosslint explain gloss-mismatch
  glosslint explain GL101"""


def main(arguments: Sequence[str]) -> int:
    made = Parser("explain", "Explain a rule, or what was recognised, masked and judged in one line of a document.", _EXAMPLES)
    made.add_argument("what", metavar="FILE:LINE|RULE")
    add_sources(made)
    add_config(made)
    add_general(made)
    options = made.parse(arguments)
    settings = settings_of(options)
    write(explanation(options.what, settings))
    return OK


def explanation(what: str, settings: Settings) -> str:
    """Raises UsageError for a rule that there is not, InputError for a file that cannot be read."""
    place = re.fullmatch(r"(.+?):([0-9]{1,9})(?::[0-9]{1,9})?", what, re.DOTALL)
    if place:
        from linter.explain import explain_line

        return explain_line(place[1], int(place[2]), settings)
    if os.path.isfile(what):
        from linter.errors import UsageError

        raise UsageError(f"which line? For example: glosslint explain {what}:1")
    from linter.rules.pages import explain, find

    return explain(*find(what, settings.rule_folders), settings.lang)
