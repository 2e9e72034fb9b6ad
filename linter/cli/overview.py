"""What `glosslint --help` prints."""

from __future__ import annotations

from linter.cli.codes import COMMANDS
from linter.cli.helppage import overview as page

ABOUT = """\
A linter for translated terms: reads the glossary that you already keep, and reports by line and
column where the Chinese text diverges from it."""
EXAMPLES = """\
  glosslint talk.md                          a document that brings its own glossary table
  glosslint --glossary terms.csv zh/         Chinese documents and a glossary
  glosslint --pair 'en/{}=zh/{}' zh/         the same, judged together with their English sources
  glosslint                                  the configured project, or the working directory
  glosslint explain talk.md:23               why a line was reported, or not
  glosslint explain wrong-translation        what a rule finds and how hard it takes it"""
NOTES = (
    "`glosslint COMMAND --help` tells the options of a command; `glosslint --version` tells the version.",
    "configuration: the nearest glosslint.yaml, or [tool.glosslint] in pyproject.toml",
    "exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 a file could not be checked (or a bug)",
)


def overview() -> str:
    return page(ABOUT, COMMANDS.items(), EXAMPLES, NOTES)
