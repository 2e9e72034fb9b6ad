"""Every output format, by the name that `--output-format` takes."""

from __future__ import annotations

from collections.abc import Callable

from linter.errors import UsageError
from linter.report.model import Options, Result
from linter.suggest import did_you_mean

Writer = Callable[[Result, Options], str]

NAMES = ("text", "concise", "json", "jsonl", "github")  # linter/report/NAME.py has `write`


def writer(name: str) -> Writer:
    """The writer of a format.  Raises UsageError for a name that is none."""
    if name in NAMES:
        write: Writer = __import__(f"linter.report.{name}", fromlist=["write"]).write  # importlib would import more
        return write
    raise UsageError(f"unknown output format {name!r}{did_you_mean(name, NAMES)}; known: {', '.join(NAMES)}")
