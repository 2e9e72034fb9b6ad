"""The edit that would put a finding right."""

from __future__ import annotations

from linter.finding import Edit, Fix, Place
from linter.judge.model import Verdict
from linter.rules.severity import DOUBTFUL_PAIR


def fix_of(verdict: Verdict, expected: tuple[str, ...], place: Place, found: str) -> Fix | None:
    """Replace what was found by the preferred form.

    Safe where nothing is left to decide: the row itself forbids the rendering, or it is the right one in another script; there
    is one form to put there; and the edit takes no markup or line break away.  None where nothing is named, or nothing is expected.
    """
    if not found or not expected or found == expected[0]:
        return None
    entry = verdict.entry
    decided = (
        verdict.grade in ("declared", "script")
        and len(expected) == 1
        and found == verdict.rendering
        and entry.status == "approved"
        and not entry.when
        and not entry.contextual
        and verdict.posterior >= DOUBTFUL_PAIR
    )
    edit = Edit(place.line, place.column, place.end_line, place.end_column, expected[0])
    return Fix("safe" if decided else "unsafe", (edit,))
