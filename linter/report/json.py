"""JSON for other tools, version 1: keys and their order are a contract.  Lines and columns are 1-based, columns count
code points, ends are exclusive."""

from __future__ import annotations

from collections.abc import Iterable

from linter.errors import InputError
from linter.finding import Edit, Finding, Place
from linter.report.model import Options, Result
from linter.report.safe import json_text

VERSION = 1


def write(result: Result, options: Options) -> str:
    """One object; each finding stands on a line of its own."""
    import json

    head = f'{{"version": {VERSION}, "columnUnit": "codepoint", "findings": ['
    parts = [head, _lines(as_data(finding) for finding in result.findings), "], "]
    if options.show_suppressed:
        from linter.report.suppressed import as_data as cause

        listed = ({**as_data(item.finding), "suppressed": cause(item)} for item in result.suppressed)
        parts += ['"suppressed": [', _lines(listed), "], "]
    parts.append(f'"summary": {json.dumps(summary(result), ensure_ascii=False)}}}\n')
    return json_text("".join(parts))


def _lines(data: Iterable[dict[str, object]]) -> str:
    import json

    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in data)
    return f"\n{lines}\n" if lines else ""


def summary(result: Result) -> dict[str, object]:
    return {
        "files": result.files,
        "findings": len(result.findings),
        "hints": result.hints,
        "errors": [_error(error) for error in result.errors],
        "suppressed": len(result.suppressed),
    }


def as_data(finding: Finding) -> dict[str, object]:
    """A finding as the contract has it: the F of `{"findings": [F…]}`."""
    return {
        **_place(finding.place),
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "term": finding.term,
        "found": finding.found,
        "rendering": finding.rendering,
        "expected": list(finding.expected),
        "grade": finding.grade,
        "evidence": list(finding.evidence),
        "glossary": None if finding.glossary is None else {"path": finding.glossary.path, "line": finding.glossary.line},
        "source": None if finding.source is None else {**_place(finding.source.place), "text": finding.source.text},
        "related": [{**_place(related.place), "message": related.message} for related in finding.related],
        "fix": None
        if finding.fix is None
        else {"safety": finding.fix.safety, "edits": [_edit(edit) for edit in finding.fix.edits]},
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {"line": edit.line, "column": edit.column, "endLine": edit.end_line, "endColumn": edit.end_column, "text": edit.text}


def _error(error: InputError) -> dict[str, object]:
    return {"path": error.path, "line": error.line or None, "column": error.column or None, "message": error.reason}
