"""Colours of the terminal, and whether to use them."""

from __future__ import annotations

from collections.abc import Mapping

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "hint": "1;36",
    "path": "1",
    "dim": "2",
}


def wanted(setting: str, is_terminal: bool, environment: Mapping[str, str]) -> bool:
    """`setting` is auto, always or never; auto asks the environment and then the output.

    NO_COLOR (https://no-color.org) switches colours off, FORCE_COLOR (https://force-color.org) switches them on for CI logs, which are
    no terminals; NO_COLOR is the stronger.  Both count unless they are empty.  TERM=dumb is a terminal without colours.
    """
    if setting != "auto":
        return setting == "always"
    if environment.get("FORCE_COLOR") and not environment.get("NO_COLOR"):
        return True
    return is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class Paint:
    """paint(text, style) -> the text in that colour, or as it is."""

    __slots__ = ("on",)

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.on and text else text
