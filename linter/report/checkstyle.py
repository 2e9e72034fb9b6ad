"""Checkstyle's XML, which many review tools read.  Columns are code points."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from linter.report.model import Options, Result
from linter.report.safe import xml_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SEVERITIES = {"error": "error", "warning": "warning", "hint": "info"}


def write(result: Result, options: Options) -> str:
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("checkstyle", version="8.0")
    for path, findings in groupby(result.findings, key=lambda finding: finding.place.path):
        file = SubElement(root, "file", name=xml_text(path))
        for finding in findings:
            _error(file, finding.place.line, finding.place.column, _SEVERITIES[finding.severity], finding.message, finding.code)
    for error in result.unreported_errors:
        file = SubElement(root, "file", name=xml_text(error.path))
        _error(file, error.line or 1, error.column or 1, "error", error.reason, "unreadable-input")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _error(file: Element, line: int, column: int, severity: str, message: str, rule: str) -> None:
    from xml.etree.ElementTree import SubElement

    place = {"line": str(line), "column": str(column)}
    SubElement(file, "error", place, severity=severity, message=xml_text(message), source=f"glosslint.{rule}")
