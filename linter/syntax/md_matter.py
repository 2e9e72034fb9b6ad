"""Front matter: the values that readers see are prose, everything else is for machines."""

from __future__ import annotations

import re

from linter.patterns import lazy

_KEYS = (
    r"(?:(?:short|nav|menu|sidebar|page|meta|link|seo|sub|og)[_:-]?)?(?:title|description)|sidebar_?label|summary|excerpt|tagline|"
    r"abstract|intro|details|text|lead|heading|headline|caption|alt"
)
_LINE_END = r"(?:\r\n|\n|\r)"
_VALUE = lazy(
    rf"^[ \t]*(?:-[ \t]+)*(?P<quote>[\"']?)(?:{_KEYS})(?P=quote)[ \t]*[:=][ \t]*"
    r"(?:\"\"\"(?P<triple>(?:[^\"]|\"(?!\"\")){0,5000})\"\"\"|\"(?P<double>(?:[^\"\\\r\n]|\\[^\r\n])*)\"|'(?P<single>(?:[^'\r\n]|'')*)'"
    rf"|(?P<folded>[>|][-+0-9]{{0,2}}[ \t]*(?:{_LINE_END}(?:[ \t]+[^\r\n]*|(?=[\r\n])))+)"
    rf"|(?P<plain>[^\s\"'>|\[{{#&*!%@`][^\r\n]*(?:{_LINE_END}[ \t]+(?![-#]|[\w\"'-]+[ \t]*:(?:[ \t\r\n]|\Z))[^\s#][^\r\n]*)*))",
    re.MULTILINE | re.IGNORECASE,
)
_LINE = lazy(r"[^\r\n]+")
_COMMENT = lazy(r"(?:[ \t]|^)#.*$")
_KINDS = ("triple", "double", "single", "folded", "plain")


def titles(matter: str) -> list[list[tuple[int, int]]]:
    """The lines of each value that is prose, as ranges of `matter`: `title: x`, `description: >-` and their like."""
    if "\r" in matter:
        matter = matter.replace("\r\n", " \n").replace("\r", "\n")  # as many characters; "^" knows only "\n"
    found = []
    for value in _VALUE.finditer(matter):
        kind = next(kind for kind in _KINDS if value[kind] is not None)
        start, end = value.span(kind)
        if kind == "folded":
            start = matter.find("\n", start, end) + 1 or end
        kept = []
        for line in _LINE.finditer(matter, start, end):
            comment = _COMMENT.search(matter, *line.span()) if kind == "plain" else None
            first, last = _trim(matter, line.start(), comment.start() if comment else line.end())
            if first < last:
                kept.append((first, last))
        if kept:
            found.append(kept)
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
