"""How many processes are to read documents."""

from __future__ import annotations

import os

SHARED = 600_000  # bytes for each process: what a worker saves beyond its start
ENTRY = 20  # bytes that are observed in the time in which a worker makes ready for one glossary entry


def jobs_for(asked: int, size: int, files: int, entries: int) -> int:
    """How many processes are to observe that many bytes and files under so many glossary entries.  `asked`: 0 for as many as pay."""
    wanted = asked or min(_cores(), size // (SHARED + ENTRY * entries))
    return max(1, min(wanted, files))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1
