"""Front matter: the few values that readers see are prose, everything else is for machines."""

from __future__ import annotations

import re

from linter.patterns import lazy

_KEYS = "title|subtitle|linkTitle|sidebar_label|description|summary|excerpt|tagline"
_VALUE = lazy(
    rf"^[ \t]*(?:{_KEYS})[ \t]*[:=][ \t]*"
    r"(?:\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)'"
    r"|(?P<folded>[>|][-+0-9]{0,2}[ \t]*(?:(?:\r\n|\n|\r)[ \t]+[^\r\n]*)+)"
    r"|(?P<plain>[^\s\"'>|\[{#&*!%@`][^\r\n]*))",
    re.MULTILINE | re.IGNORECASE,
)
_FOLDED = lazy(r"(?<=[\r\n])[ \t]+([^\r\n]*)")
_COMMENT = lazy(r"[ \t]+#.*$")


def titles(matter: str) -> list[list[tuple[int, int]]]:
    """The lines of each value that is prose, as ranges of `matter`: `title: x`, `description: >-` and their like."""
    if "\r" in matter:
        matter = matter.replace("\r\n", " \n").replace("\r", "\n")  # as many characters; "^" knows only "\n"
    found = []
    for value in _VALUE.finditer(matter):
        if value["folded"] is not None:
            base = value.start("folded")
            ranges = [(base + line.start(1), base + line.end(1)) for line in _FOLDED.finditer(value["folded"])]
        else:
            kind = next(kind for kind in ("double", "single", "plain") if value[kind] is not None)
            start, end = value.span(kind)
            comment = _COMMENT.search(matter, start, end) if kind == "plain" else None
            ranges = [(start, comment.start() if comment else end)]
        trimmed = [_trim(matter, start, end) for start, end in ranges]
        kept = [(start, end) for start, end in trimmed if start < end]
        if kept:
            found.append(kept)
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
