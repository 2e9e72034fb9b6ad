"""How many terminal cells a text takes."""

from __future__ import annotations

import unicodedata


def display_width(text: str) -> int:
    """Cells of a text without line breaks: wide and full-width characters take two, combining ones none, others one.

    A tab counts as one; whoever prints a text with tabs replaces them first.
    """
    if text.isascii():
        return len(text)
    return sum(char_width(char) for char in text)


def char_width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def pad(text: str, width: int) -> str:
    """The text with spaces behind it, `width` cells wide (or wider, where the text is)."""
    return text + " " * (width - display_width(text))
