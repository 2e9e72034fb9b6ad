"""Every output format, by the name that `--output-format` takes."""

from __future__ import annotations

from collections.abc import Callable

from linter.errors import UsageError
from linter.report import concise, github, json, jsonl, text
from linter.report.model import Options, Result
from linter.suggest import did_you_mean

Writer = Callable[[Result, Options], str]

FORMATS: tuple[tuple[str, Writer], ...] = (
    ("text", text.write),
    ("concise", concise.write),
    ("json", json.write),
    ("jsonl", jsonl.write),
    ("github", github.write),
)
NAMES = tuple(name for name, _ in FORMATS)


def writer(name: str) -> Writer:
    """The writer of a format.  Raises UsageError for a name that is none."""
    for known, write in FORMATS:
        if known == name:
            return write
    raise UsageError(f"unknown output format {name!r}{did_you_mean(name, NAMES)}; known: {', '.join(NAMES)}")
