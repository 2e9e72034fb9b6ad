"""A glossary for people and programs: what `glosslint terms` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.glossary.model import Entry, Glossary
from linter.width import display_width, pad

WIDEST = 48  # terminal cells of a column; longer texts push the rest of their line


def as_json(glossary: Glossary, findings: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """The glossary in force as read; `findings` are the findings about its rows, ready for JSON."""
    return {"entries": [entry_as_json(entry) for entry in glossary.entries], "findings": list(findings)}


def entry_as_json(entry: Entry) -> dict[str, Any]:
    return {
        "source": list(entry.source),
        **_renderings(entry),
        "pos": entry.pos or None,
        "note": entry.note or None,
        "unless": list(entry.unless),
        "case": entry.case or None,
        "status": entry.status,
        "when": list(entry.when),
        "contextual": entry.contextual,
        "undecided": entry.undecided,
        "domain": entry.domain or None,
        "locales": {name: _renderings(other) for name, other in entry.locales},
        "path": entry.place.path,
        "line": entry.place.line,
    }


def _renderings(entry: Entry) -> dict[str, Any]:
    return {
        "preferred": entry.preferred,
        "admitted": list(entry.admitted),
        "tolerated": list(entry.tolerated),
        "deprecated": list(entry.deprecated),
        "keep": entry.keep,
    }


def as_table(glossary: Glossary) -> str:
    """One line an entry: source forms, renderings, remarks, place.  Columns are aligned by terminal cells.

    The text is as it stands in the glossary; the caller makes it safe for where it goes.
    """
    rows = [(" / ".join(entry.source), _expected(entry), "; ".join(_remarks(entry)), _place(entry)) for entry in glossary.entries]
    widths = [min(WIDEST, max((display_width(row[at]) for row in rows), default=0)) for at in range(3)]
    lines = ["  ".join([*(pad(text, width) for text, width in zip(row, widths, strict=False)), row[3]]) for row in rows]
    return "".join(line.rstrip() + "\n" for line in lines)


def _expected(entry: Entry) -> str:
    """The renderings; where each script or region has its own, all of them."""
    if not entry.locales:
        return " / ".join(entry.expected) or "-"
    return ", ".join(f"{name}: {' / '.join(other.expected) or '-'}" for name, other in entry.locales)


def _place(entry: Entry) -> str:
    return f"{entry.place.path}:{entry.place.line}"


def _remarks(entry: Entry) -> list[str]:
    found = []
    if entry.keep:
        found.append("stays in English")
    if entry.undecided:
        found.append("undecided")
    if entry.pos:
        found.append(entry.pos)
    if entry.case:
        found.append(f"case {entry.case}")
    if entry.status != "approved":
        found.append(entry.status)
    if entry.contextual:
        found.append("by context")
    if entry.when:
        found.append("near " + ", ".join(entry.when))
    if entry.deprecated:
        found.append("not " + " / ".join(entry.deprecated))
    if entry.tolerated:
        found.append("tolerates " + " / ".join(entry.tolerated))
    if entry.unless:
        found.append("protects " + " / ".join(entry.unless))
    return found
