"""Errors that end a run.  Bad *content* never raises: it becomes a finding."""

from __future__ import annotations


class GlosslintError(Exception):
    """Base of every error that the command line turns into an exit code."""


class UsageError(GlosslintError):
    """The caller asked for something impossible: options, configuration, a rule, an unreadable glossary.  Exit code 2.

    `path`, `line` and `column` (1-based, code points) say where, when the fault lies in a file.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        self.message, self.path, self.line, self.column = message, path, line, column
        place = ":".join(str(part) for part in (path, line, column) if part)
        super().__init__(f"{place}: {message}" if place else message)


class InputError(GlosslintError):
    """A file that was asked for could not be read or decoded.  It is named, the run goes on, and ends with exit code 3.

    `reason` is a short English sentence without the path; `line` and `column` are 0 where they make no sense.
    """

    def __init__(self, path: str, reason: str, line: int = 0, column: int = 0) -> None:
        self.path, self.reason, self.line, self.column = path, reason, line, column
        place = ":".join(str(part) for part in (path, line, column) if part)
        super().__init__(f"{place}: {reason}")


class BinaryInput(InputError):
    """A file that is no text: an error where it was named, a note where it was only met."""
