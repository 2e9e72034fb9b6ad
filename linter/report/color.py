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
    """`setting` is auto, always or never; auto asks the output, and NO_COLOR (https://no-color.org) and TERM=dumb switch it off."""
    if setting != "auto":
        return setting == "always"
    return is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class Paint:
    """paint(text, style) -> the text in that colour, or as it is."""

    __slots__ = ("on",)

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.on and text else text
