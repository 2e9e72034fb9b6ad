"""Where a report goes."""

from __future__ import annotations

import os
import stat
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
    replace(path, text.encode("utf-8", "backslashreplace"), "the report")


def write_patch(data: bytes) -> None:
    """A patch to standard output as the files have it; on a terminal, as text that the terminal does not obey."""
    if sys.stdout.isatty():
        from linter.report.safe import visible

        lines = data.decode("utf-8", "replace").splitlines()
        write("".join(visible(line) + "\n" for line in lines))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence_stdout()


def append(text: str, path: str) -> None:
    """To the end of a file that others write to as well.  Raises UsageError."""
    try:
        with open(path, "ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error.strerror}", path) from None


def replace(path: str, data: bytes, what: str = "the file") -> None:
    """Write a file at once: its mode stays, and links still lead to it.  Raises UsageError."""
    try:
        _replace(os.path.realpath(path), data)
    except OSError as error:
        raise UsageError(f"{what} cannot be written: {error.strerror}", path) from None


def _replace(path: str, data: bytes) -> None:
    known = os.stat(path) if os.path.exists(path) else None
    if known and (not stat.S_ISREG(known.st_mode) or known.st_nlink > 1):  # a device, a pipe, a file with other names
        with open(path, "wb") as file:
            file.write(data)
        return
    beside = f"{path}.{os.getpid()}.tmp"
    try:
        with open(beside, "xb") as file:
            file.write(data)
        if known:
            os.chmod(beside, known.st_mode & 0o7777)
        os.replace(beside, path)
    except BaseException:
        if os.path.exists(beside):
            os.unlink(beside)
        raise
