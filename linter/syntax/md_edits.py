"""Changes to a text that keep its length, so that every offset stays."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int, str]  # start, end, kind
Edit = tuple[int, int, str]  # start, end, as many other characters


def splice(text: str, edits: Iterable[Edit]) -> str:
    """The text with ranges replaced by strings of their lengths; the ranges ascend and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, instead in edits:
        parts += (text[at:start], instead)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def blank(text: str, start: int, end: int, instead: str = " ") -> str:
    """As many blanks (or other characters) as stand in the range; line ends stay, and blanks in front of them.

    In a quotation the marks at the beginnings of lines stay as well, or it would end here.
    """
    quoted = ">" in text[text.rfind("\n", 0, start) + 1 : start]
    made = []
    for number, line in enumerate(text[start:end].split("\n")):
        mark = len(line) - len(line.lstrip(" \t>")) if quoted and number else 0
        body = line[mark:].rstrip()
        made.append(line[:mark] + instead * len(body) + line[mark + len(body) :])
    return "\n".join(made)
