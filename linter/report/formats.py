"""Every output format, by the name that `--output-format` takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.errors import UsageError
from linter.report.model import Options, Result
from linter.suggest import did_you_mean

Writer = Callable[[Result, Options], str]

# linter/report/NAME.py has `write`
NAMES = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "checkstyle", "junit", "rdjson", "markdown")


def writer(name: str) -> Writer:
    """The writer of a format.  Raises UsageError for a name that is none."""
    if name in NAMES:
        write: Writer = __import__(f"linter.report.{name}", fromlist=["write"]).write  # importlib would import more
        return write
    raise UsageError(f"unknown output format {name!r}{did_you_mean(name, NAMES)}; known: {', '.join(NAMES)}")


def outputs(asked: Sequence[str], file: str | None) -> list[tuple[str, str | None]]:
    """Formats with the files they go to, from texts like "sarif" and "sarif=out.sarif"; None is standard output.

    `file` is where a format without a file of its own goes.  Raises UsageError for an unknown name, and where two would go to one place.
    """
    found: list[tuple[str, str | None]] = []
    for text in asked or ("text",):
        name, given, path = text.partition("=")
        writer(name)
        if given and not path:
            raise UsageError(f"--output-format {text}: a file's name is missing behind the equals sign")
        found.append((name, path if given else file))
    places = [path for _, path in found]
    for place in places:
        if places.count(place) > 1:
            where = "standard output" if place is None else place
            raise UsageError(f"two reports cannot both go to {where}; give each a file: --output-format sarif=report.sarif")
    return found
