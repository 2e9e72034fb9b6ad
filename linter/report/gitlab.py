"""GitLab's Code Quality report: a JSON array, one object a finding.  It knows lines and no columns."""

from __future__ import annotations

from linter.report.fingerprints import fingerprints
from linter.report.model import Options, Result
from linter.report.safe import strict_json_text, visible

_SEVERITIES = {"error": "major", "warning": "minor", "hint": "info"}


def write(result: Result, options: Options) -> str:
    """The whole array; `[]` where nothing was found, which GitLab takes for "nothing any more"."""
    import json

    issues = [
        {
            "description": f"{finding.rule}: {visible(finding.message)}",
            "check_name": finding.code,
            "fingerprint": mark,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": visible(finding.place.path).replace("\\", "/").removeprefix("./"),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding, mark in zip(result.findings, fingerprints(result.findings), strict=True)
    ]
    issues += [
        {
            "description": visible(error.reason),
            "check_name": "unreadable-input",
            "fingerprint": "unread-" + visible(error.path),
            "severity": "critical",
            "location": {"path": visible(error.path), "lines": {"begin": error.line or 1}},
        }
        for error in result.unreported_errors
    ]
    return strict_json_text(json.dumps(issues, ensure_ascii=False, indent=1) + "\n")
