"""Annotations of GitHub Actions (workflow commands).  Columns are code points.

GitHub shows ten annotations of a kind and drops the rest without a word; so the hardest come first, and what would be dropped
stands in the log as plain lines.
"""

from __future__ import annotations

from linter.errors import InputError
from linter.finding import SEVERITIES, Finding
from linter.report import concise
from linter.report.color import Paint
from linter.report.model import Options, Result
from linter.report.safe import github_message, github_property, log, visible
from linter.report.words import WORDS

LIMIT = 10
_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def write(result: Result, options: Options) -> str:
    """Workflow commands, then a plain line for each finding that has no room among them."""
    commands: list[str] = []
    rest: list[Finding] = []
    errors = result.unreported_errors
    commands += [_unchecked(error, options) for error in errors[:LIMIT]]
    for severity in SEVERITIES:
        findings = [finding for finding in result.findings if finding.severity == severity]
        room = max(0, LIMIT - len(errors)) if severity == "error" else LIMIT
        commands += [_command(finding) for finding in findings[:room]]
        rest += findings[room:]
    plain = [f"{visible(error.path)}: {visible(error.reason)}" for error in errors[LIMIT:]]
    plain += [concise.line_of(finding, options, Paint(False)) for finding in rest]
    if plain:
        plain.insert(0, WORDS[options.lang]["rest"].format(count=len(plain), limit=LIMIT))
    if options.show_suppressed and result.suppressed:
        from linter.report.suppressed import lines

        plain += lines(result, options, Paint(False))
    return "".join(line + "\n" for line in commands) + log("".join(line + "\n" for line in plain))


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {"file": visible(place.path), "line": str(place.line)}
    if place.end_line == place.line:  # GitHub refuses columns over several lines
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    else:
        properties["endLine"] = str(place.end_line)
    properties["title"] = f"{finding.code} {finding.rule}"
    return _line(_COMMANDS[finding.severity], properties, visible(finding.message))


def _unchecked(error: InputError, options: Options) -> str:
    properties = {"file": visible(error.path)}
    if error.line:
        properties |= {"line": str(error.line), "col": str(error.column or 1)}
    properties["title"] = WORDS[options.lang]["unchecked"]
    return _line("error", properties, visible(error.reason))


def _line(command: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    return f"::{command} {listed}::{github_message(message)}"
