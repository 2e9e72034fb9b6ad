"""Standard output and standard error: encodings, closed pipes, control characters."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """What a stream cannot encode is written as an escape and never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """A message to standard error under our name, safe for a terminal and a CI log."""
    from linter.report.safe import log, visible

    for line in text.split("\n"):
        print(log(f"glosslint: {visible(line)}"), file=sys.stderr)


def silence_stdout() -> None:
    """Let Python's own flush at exit go nowhere."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file
        sys.stdout = io.StringIO()
