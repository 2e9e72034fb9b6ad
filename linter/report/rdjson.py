"""Reviewdog's diagnostic format (rdjson).  Its columns count the bytes of the line in UTF-8, ends exclusive."""

from __future__ import annotations

from linter.finding import Edit, Place
from linter.report.model import Options, Result
from linter.report.safe import strict_json_text, visible

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "hint": "INFO"}

Data = dict[str, object]


def write(result: Result, options: Options) -> str:
    import json

    diagnostics: list[Data] = []
    for finding in result.findings:
        path = finding.place.path
        diagnostic: Data = {
            "message": visible(finding.message),
            "location": {"path": visible(path), "range": _range(path, finding.place, options)},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": f"{finding.code} {finding.rule}"},
        }
        if finding.fix is not None:
            edits = finding.fix.edits
            diagnostic["suggestions"] = [{"range": _range(path, edit, options), "text": edit.text} for edit in edits]
        if finding.related:
            diagnostic["related_locations"] = [
                {
                    "message": visible(related.message),
                    "location": {
                        "path": visible(related.place.path),
                        "range": _range(related.place.path, related.place, options),
                    },
                }
                for related in finding.related
            ]
        diagnostics.append(diagnostic)
    for error in result.unreported_errors:
        place: Data = {"path": visible(error.path)}
        if error.line:
            place["range"] = {"start": {"line": error.line}}
        diagnostics.append({"message": visible(error.reason), "location": place, "severity": "ERROR"})
    report = {"source": {"name": "glosslint"}, "diagnostics": diagnostics}
    return strict_json_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n")


def _range(path: str, place: Place | Edit, options: Options) -> Data:
    return {
        "start": _position(path, place.line, place.column, options),
        "end": _position(path, place.end_line, place.end_column, options),
    }


def _position(path: str, line: int, column: int, options: Options) -> Data:
    """Without a column where the line's text is not at hand: a wrong column is worse than none."""
    before = options.lines(path, line)[: column - 1]
    if len(before) < column - 1:
        return {"line": line}
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
