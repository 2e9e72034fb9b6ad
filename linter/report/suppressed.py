"""What a report says of findings that were suppressed, where somebody asks for them."""

from __future__ import annotations

from linter.finding import Suppressed
from linter.report.color import Paint
from linter.report.model import Options, Result
from linter.report.safe import visible
from linter.report.words import WORDS


def lines(result: Result, options: Options, paint: Paint) -> list[str]:
    """One line for each, without its line end; none unless they were asked for."""
    return [line_of(item, options, paint) for item in result.suppressed] if options.show_suppressed else []


def line_of(item: Suppressed, options: Options, paint: Paint) -> str:
    words, finding = WORDS[options.lang], item.finding
    where = paint(f"{visible(finding.place.path)}:{finding.place.line}:{finding.place.column}", "path")
    by = words[item.by]
    if item.place is not None:
        by += f" {visible(item.place.path)}:{item.place.line}"
    if item.reason:
        by += f"{words['colon']}{visible(item.reason)}"
    return f"{where}: {words['suppressed']} {finding.code} {finding.rule}: {visible(finding.message)} ({by})"


def as_data(item: Suppressed) -> dict[str, object]:
    """What silences a finding: `{"by", "path", "line", "reason"}`."""
    return {
        "by": item.by,
        "path": item.place.path if item.place else None,
        "line": item.place.line if item.place else None,
        "reason": item.reason,
    }
