"""One line a finding: for editors' error matchers, grep and people in a hurry.  Columns are code points."""

from __future__ import annotations

from linter.finding import Finding
from linter.report.color import Paint
from linter.report.model import Options, Result
from linter.report.safe import log, visible
from linter.report.words import WORDS


def write(result: Result, options: Options) -> str:
    paint = Paint(options.color)
    lines = [line_of(finding, options, paint) for finding in result.findings]
    if options.show_suppressed and result.suppressed:
        from linter.report.suppressed import lines as suppressed

        lines += suppressed(result, options, paint)
    words = WORDS[options.lang]
    for error in result.unreported_errors:
        where = f"{visible(error.path)}:{error.line or 1}:{error.column or 1}"
        lines.append(f"{paint(where, 'path')}: {paint(words['error'], 'error')} {words['unchecked']}: {visible(error.reason)}")
    return log("".join(line + "\n" for line in lines))


def line_of(finding: Finding, options: Options, paint: Paint) -> str:
    place, severity = finding.place, finding.severity
    where = paint(f"{visible(place.path)}:{place.line}:{place.column}", "path")
    level = paint(WORDS[options.lang][severity], severity)
    return f"{where}: {level} {finding.code} {finding.rule}: {visible(finding.message)}"
