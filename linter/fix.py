"""Fixes applied to the text of one file: only the edits change, everything else stays to the byte."""

from __future__ import annotations

from collections.abc import Sequence

from linter.finding import Edit, Finding
from linter.records import NamedTuple
from linter.source import Source


class Fixed(NamedTuple):
    """The text of a file after its fixes, and the findings that were fixed, in order."""

    text: str
    findings: tuple[Finding, ...]


def fixable(finding: Finding, unsafe: bool) -> bool:
    return finding.fix is not None and (unsafe or finding.fix.safety == "safe")


def fixed(source: Source, findings: Sequence[Finding], unsafe: bool = False) -> Fixed:
    """Apply the fixes of the findings in a file; of two that overlap the first is applied, and the other waits for the next run.

    A fix whose place no longer holds what was found, or lies outside the text, is left alone.
    """
    accepted: list[tuple[int, int, str]] = []
    done: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.place, f.code)):
        if finding.fix is None or not fixable(finding, unsafe):
            continue
        edits = [_range(source, edit) for edit in finding.fix.edits]
        whole = _range(source, Edit(*finding.place[1:], ""))
        known = all(start >= 0 for start, _, _ in (*edits, whole))
        if not known or source.text[whole[0] : whole[1]] != finding.found:
            continue
        new = [edit for edit in edits if edit not in accepted]
        if any(start < other_end and other < end for start, end, _ in new for other, other_end, _ in accepted):
            continue
        accepted += new
        done.append(finding)
    text = source.text
    for start, end, new_text in sorted(accepted, reverse=True):
        text = text[:start] + new_text + text[end:]
    return Fixed(text, tuple(done))


def encoded(source: Source, text: str) -> bytes | None:
    """The new text as the file had it: its encoding and byte order mark.  None where the encoding cannot hold it, or where it does
    not give back the bytes it was read from, so that more than the edits would change."""
    try:
        return source.mark + text.encode(source.encoding)
    except UnicodeEncodeError:
        return None


def _range(source: Source, edit: Edit) -> tuple[int, int, str]:
    """Offsets of an edit, or -1 where the text has no such place."""
    lines = len(source.line_starts)
    if not (1 <= edit.line <= edit.end_line <= lines):
        return -1, -1, edit.text
    start, end = source.offset(edit.line, edit.column), source.offset(edit.end_line, edit.end_column)
    return (start, end, edit.text) if 0 <= start <= end <= len(source.text) else (-1, -1, edit.text)
