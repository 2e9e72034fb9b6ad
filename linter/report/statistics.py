"""Counts instead of findings: by rule, by term and by file, the largest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from linter.errors import UsageError
from linter.finding import SEVERITIES, Finding
from linter.records import NamedTuple
from linter.report.model import Options, Result
from linter.report.safe import json_text, log, visible
from linter.report.words import WORDS
from linter.width import display_width

FORMATS = ("text", "json")


class Count(NamedTuple):
    """name       a rule's name, a term, a path
    code       of a rule, else ""
    number     of findings that are listed
    by_level   the same by severity, the hardest first
    """

    name: str
    code: str
    number: int
    by_level: tuple[int, ...]


def counts(findings: Iterable[Finding], of: Callable[[Finding], tuple[str, str]]) -> list[Count]:
    """By number, then by name; findings whose name is empty are left out."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for finding in findings:
        name = of(finding)
        if name[0]:
            found.setdefault(name, Counter())[finding.severity] += 1
    made = [
        Count(name, code, levels.total(), tuple(levels[severity] for severity in SEVERITIES))
        for (name, code), levels in found.items()
    ]
    return sorted(made, key=lambda count: (-count.number, count.code, count.name))


def write(result: Result, options: Options) -> str:
    """Three tables for people."""
    from linter.report.text import summary

    words = WORDS[options.lang]
    parts = []
    for title, rows in _tables(result).items():
        if rows:
            head = [words["number"], *(words[severity] for severity in SEVERITIES), words[title]]
            body = [[str(n) for n in (row.number, *row.by_level)] + [visible(f"{row.code} {row.name}".strip())] for row in rows]
            parts.append(_aligned([head, *body]))
    parts.append("" if options.quiet else summary(result, options) + "\n")
    return log("\n".join(part for part in parts if part))


def write_json(result: Result, options: Options) -> str:
    """`{"version", "statistics": {"rules", "terms", "files"}, "summary"}`; each a list of counts."""
    import json

    from linter.report.json import VERSION, summary

    names = {"rule": ("rules", "rule"), "term": ("terms", "term"), "place": ("files", "path")}
    tables = {
        names[title][0]: [
            {names[title][1]: row.name, **({"code": row.code} if row.code else {}), "count": row.number}
            | dict(zip(SEVERITIES, row.by_level, strict=True))
            for row in rows
        ]
        for title, rows in _tables(result).items()
    }
    data = {"version": VERSION, "statistics": tables, "summary": summary(result)}
    return json_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def writer(name: str) -> Callable[[Result, Options], str]:
    """The writer of counts in a format.  Raises UsageError where there is none."""
    if name not in FORMATS:
        raise UsageError(f"--statistics is written as {' or '.join(FORMATS)}, not as {name}")
    return write_json if name == "json" else write


def _tables(result: Result) -> dict[str, list[Count]]:
    return {
        "rule": counts(result.findings, lambda finding: (finding.rule, finding.code)),
        "term": counts(result.findings, lambda finding: (finding.term or "", "")),
        "place": counts(result.findings, lambda finding: (finding.place.path, "")),
    }


def _aligned(rows: list[list[str]]) -> str:
    """Numbers to the right, the name behind them."""
    widths = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    lines = (
        "  ".join([*(" " * (width - display_width(cell)) + cell for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
