"""JUnit's XML: a suite for each file with findings, a failed case for each finding, and one passed case where there are none."""

from __future__ import annotations

from itertools import groupby

from linter.finding import Finding
from linter.report.model import Options, Result
from linter.report.safe import xml_text


def write(result: Result, options: Options) -> str:
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    failed, broken = len(result.findings), len(result.errors)
    root = Element("testsuites", name="glosslint", tests=str(failed + broken or 1), failures=str(failed), errors=str(broken))
    for path, group in groupby(result.findings, key=lambda finding: finding.place.path):
        findings = list(group)
        suite = SubElement(root, "testsuite", _counts(path, len(findings), len(findings), 0))
        for finding in findings:
            name = f"{finding.code} {finding.rule} ({finding.place.line}:{finding.place.column})"
            case = SubElement(suite, "testcase", name=name, classname=xml_text(path))
            failure = SubElement(case, "failure", type=finding.severity, message=xml_text(finding.message))
            failure.text = xml_text(_details(finding))
    for error in result.errors:
        suite = SubElement(root, "testsuite", _counts(error.path, 1, 0, 1))
        case = SubElement(suite, "testcase", name="unreadable-input", classname=xml_text(error.path))
        SubElement(case, "error", type="unreadable-input", message=xml_text(error.reason))
    if not failed and not broken:
        suite = SubElement(root, "testsuite", _counts("glosslint", 1, 0, 0))
        SubElement(suite, "testcase", name="no findings", classname="glosslint")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _counts(name: str, tests: int, failures: int, errors: int) -> dict[str, str]:
    return {"name": xml_text(name), "tests": str(tests), "failures": str(failures), "errors": str(errors)}


def _details(finding: Finding) -> str:
    """What a person wants to read below the message; one line, since the parts may hold anything."""
    place = f"{finding.place.path}:{finding.place.line}:{finding.place.column}"
    arrow = [f"{finding.found} → {' / '.join(finding.expected)}"] if finding.expected and finding.found else []
    return " | ".join((place, *arrow, *finding.evidence))
