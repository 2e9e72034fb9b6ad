"""What a run came to, as the writers of reports get it."""

from __future__ import annotations

from collections.abc import Callable

from linter.records import NamedTuple
from linter.result import Result as Result


def _no_line(path: str, line: int) -> str:
    return ""


class Options(NamedTuple):
    """lines  the text of a line of a file (path as in the findings, 1-based line) without its line end; "" where unknown
    color   whether to write colours
    width   cells of a line of quoted text before it is cut
    quiet   no summary
    show_suppressed  whether findings that were suppressed are listed as well
    rule_folders  the users' own rules, which a report may describe
    """

    lang: str = "en"
    color: bool = False
    width: int = 100
    lines: Callable[[str, int], str] = _no_line
    quiet: bool = False
    rule_folders: tuple[str, ...] = ()
    show_suppressed: bool = False
