"""How far a long run is: one line on the terminal that wipes itself away."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from time import monotonic
from types import TracebackType

_PATIENCE = 1.0  # seconds before anything is shown: most runs are over by then
_PAUSE = 0.1  # seconds between two pictures
_WIPE = "\r\x1b[K"


class Progress:
    """progress(done, total, path), inside a `with`; shows nothing where nobody looks on."""

    __slots__ = ("_due", "_shown", "on")

    def __init__(self, on: bool) -> None:
        self.on, self._shown = on, False
        self._due = monotonic() + _PATIENCE

    def __call__(self, done: int, total: int, path: str) -> None:
        if not self.on:
            return
        now = monotonic()
        if now < self._due:
            return
        self._due = now + _PAUSE
        self._shown = True
        self._write(_WIPE + _line(done, total, path, _columns()))

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown:
            self._write(_WIPE)
            self._shown = False

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):  # the terminal has gone
            self.on = self._shown = False


def progress(quiet: bool, environment: Mapping[str, str] = os.environ) -> Progress:
    """Shown on a terminal only, and not where a CI runner pretends to be one."""
    wanted = not quiet and sys.stderr is not None and sys.stderr.isatty()
    return Progress(wanted and not environment.get("CI") and environment.get("TERM") != "dumb")


def _line(done: int, total: int, path: str, columns: int) -> str:
    """ "120/1500  docs/zh/a.md", cut at the left to the width of the terminal."""
    from linter.report.safe import visible
    from linter.width import display_width

    head = f"{done}/{total}  "
    name = visible(path)
    while name and len(head) + display_width(name) >= columns:
        name = "…" + name[2:] if len(name) > 1 else ""
    return head + name


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
