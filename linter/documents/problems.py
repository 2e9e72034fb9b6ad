"""What of a file could not be read, while the rest was: the first places one by one, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.model import Problem
from linter.source import Source

MOST = 20  # that are told one by one


def told(source: Source, found: Sequence[tuple[int, str]]) -> tuple[Problem, ...]:
    """Offsets in the file and reasons, in order -> problems."""
    shown = [Problem(*source.position(at), reason) for at, reason in found[:MOST]]
    if len(found) > MOST:
        more = len(found) - MOST - 1
        shown.append(Problem(*source.position(found[MOST][0]), f"cannot be read, as {more} more places below"))
    return tuple(shown)
