"""SARIF 2.1.0, for code scanning.  Columns are code points (`columnKind`), ends exclusive as in the standard's regions."""

from __future__ import annotations

from urllib.parse import quote

from linter import __version__
from linter.errors import InputError
from linter.finding import Edit, Finding, Place
from linter.patterns import lazy
from linter.report.fingerprints import fingerprints
from linter.report.model import Options, Result
from linter.report.safe import strict_json_text, visible
from linter.rules.model import BY_GRADE, Page, Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
_ROOT = "SRCROOT"
_LINK = lazy(r"\[(?=[^\]]*\]\()")  # what a viewer would make a link of
_SENTENCE = lazy(r"(?<=\.)\s|(?<=。)|\n")

Data = dict[str, object]


def write(result: Result, options: Options) -> str:
    import json

    known = _pages(options.rule_folders)
    silenced = result.suppressed if options.show_suppressed else ()
    listed = (*result.findings, *(item.finding for item in silenced))
    used = sorted({finding.code for finding in listed})
    index = {code: number for number, code in enumerate(used)}
    described: list[Data] = []
    for code in used:
        rule: Data = {"id": code}
        if code in known:
            about, page = known[code]
            level = "warning" if about.severity == BY_GRADE else _LEVELS.get(about.severity, "warning")
            why = page.why.get(options.lang) or page.why.get("en") or about.name
            rule |= {
                "name": about.name,
                "shortDescription": {"text": _message(_SENTENCE.split(why)[0])},
                "fullDescription": {"text": _message(why)},
                "help": {"text": _message(why)},
                "defaultConfiguration": {"level": level},
            }
        described.append(rule)
    marks = fingerprints(listed)
    results = [_result(finding, index[finding.code], mark) for finding, mark in zip(listed, marks, strict=True)]
    for item, data in zip(silenced, results[len(result.findings) :], strict=True):
        kind = "inSource" if item.by == "comment" else "external"
        data["suppressions"] = [{"kind": kind, **({"justification": _message(item.reason)} if item.reason else {})}]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "glosslint", "version": __version__, "semanticVersion": __version__, "rules": described}
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder in which glosslint ran"}}},
                "invocations": [
                    {
                        "executionSuccessful": not result.errors,
                        "toolExecutionNotifications": [_notification(error) for error in result.errors],
                    }
                ],
                "results": results,
            }
        ],
    }
    return strict_json_text(json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _pages(folders: tuple[str, ...]) -> dict[str, tuple[Rule, Page]]:
    """Every rule by its code with what people read of it; the users' own win."""
    from linter.rules.folder import rules_folder
    from linter.rules.loading import files, load

    shipped = rules_folder()
    loaded = [load(path) for folder in (*((shipped,) if shipped else ()), *folders) for path in files(folder)]
    return {rule.code: (rule, page) for rule, page in loaded}


def _result(finding: Finding, index: int, mark: str) -> Data:
    data: Data = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [{"physicalLocation": _place(finding.place, finding.found)}],
        "partialFingerprints": {"glosslint/v1": mark},
    }
    related = [_related(place, text) for place, text in ((r.place, r.message) for r in finding.related)]
    if finding.source is not None:
        related.append(_related(finding.source.place, finding.source.text))
    if finding.glossary is not None:
        row = finding.glossary
        related.append(_related(Place(row.path, row.line, 1, row.line, 1), finding.term or ""))
    if related:
        data["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(related)]
    if finding.fix is not None:
        data["fixes"] = [
            {
                "description": {"text": finding.fix.safety},
                "artifactChanges": [
                    {
                        "artifactLocation": _artifact(finding.place.path),
                        "replacements": [
                            {"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}} for edit in finding.fix.edits
                        ],
                    }
                ],
            }
        ]
    properties: Data = {"term": finding.term, "expected": list(finding.expected), "grade": finding.grade}
    properties["evidence"] = list(finding.evidence)
    data["properties"] = {name: value for name, value in properties.items() if value}
    return data


def _related(place: Place, message: str) -> Data:
    return {"physicalLocation": _place(place), **({"message": {"text": _message(message)}} if message else {})}


def _place(place: Place, snippet: str = "") -> Data:
    region = _region(place)
    if snippet:
        region["snippet"] = {"text": snippet}
    return {"artifactLocation": _artifact(place.path), "region": region}


def _region(place: Place | Edit) -> Data:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> Data:
    """A path as an URI: below the folder of the run where it is relative."""
    path = path.replace("\\", "/")
    if path.startswith("/"):
        return {"uri": "file://" + quote(_bytes(path))}
    if path[1:3] == ":/":
        return {"uri": "file:///" + quote(_bytes(path), safe="/:")}
    return {"uri": quote(_bytes(path)), "uriBaseId": _ROOT}


def _bytes(path: str) -> bytes:
    """The name as the system has it, which need not be UTF-8."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _notification(error: InputError) -> Data:
    place: Data = {"artifactLocation": _artifact(error.path)}
    if error.line:
        place["region"] = {"startLine": error.line, "startColumn": error.column or 1}
    return {"level": "error", "message": {"text": _message(error.reason)}, "locations": [{"physicalLocation": place}]}


def _message(text: str) -> str:
    """A text that no viewer takes for a link."""
    return _LINK.sub(r"\\[", visible(text))
