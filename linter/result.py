"""What a run came to."""

from __future__ import annotations

from linter.errors import InputError
from linter.finding import SEVERITIES, Finding, Suppressed
from linter.records import NamedTuple


class Result(NamedTuple):
    """findings  those to be listed, in the order of the report
    files     how many were checked
    hints     how many findings are counted and not listed: those below the level to be shown
    errors    files that could not be checked
    notes     for verbose output, one line each
    entries   how many glossary entries were in force somewhere; -1 where nobody counted
    missed    files that nobody asked for, are missed as evidence, and could not be read
    suppressed  findings that comments, a baseline or the configuration silence
    """

    findings: tuple[Finding, ...] = ()
    files: int = 0
    hints: int = 0
    errors: tuple[InputError, ...] = ()
    notes: tuple[str, ...] = ()
    entries: int = -1
    missed: tuple[InputError, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def unreported_errors(self) -> tuple[InputError, ...]:
        """The errors that no finding speaks of."""
        told = {finding.place.path for finding in self.findings if finding.rule == "unreadable-input"}
        return tuple(error for error in self.errors if error.path not in told)

    def counts(self) -> list[tuple[str, int]]:
        """(severity, number of listed findings), the hardest first; without those that have none."""
        numbers = [(severity, sum(f.severity == severity for f in self.findings)) for severity in SEVERITIES]
        return [(severity, number) for severity, number in numbers if number]
