"""Where a report goes."""

from __future__ import annotations

import os
import sys

from linter.cli.streams import silence_stdout
from linter.errors import UsageError


def write(text: str, path: str | None = None) -> None:
    """To standard output, or to a file: beside it first and then renamed, so that nobody ever sees half a report.

    Raises UsageError where the file cannot be written.
    """
    if path is None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read it has seen enough; the exit code still tells the result
            silence_stdout()
        return
    data = text.encode("utf-8", "backslashreplace")
    try:
        _replace(os.path.realpath(path), data)
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error.strerror}", path) from None


def append(text: str, path: str) -> None:
    """To the end of a file that others write to as well.  Raises UsageError."""
    try:
        with open(path, "ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error.strerror}", path) from None


def _replace(path: str, data: bytes) -> None:
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe, which cannot be replaced
        with open(path, "wb") as file:
            file.write(data)
        return
    beside = f"{path}.{os.getpid()}.tmp"
    try:
        with open(beside, "xb") as file:
            file.write(data)
        if os.path.exists(path):
            os.chmod(beside, os.stat(path).st_mode & 0o7777)
        os.replace(beside, path)
    except BaseException:
        if os.path.exists(beside):
            os.unlink(beside)
        raise
