"""Titles of links, as they are written: quoted, with escapes and entities, over several lines."""

from __future__ import annotations

from linter.patterns import lazy
from linter.syntax.blocks import Run

_QUOTED = r"\"([^\"\\]*+(?:\\.[^\"\\]*+)*+)\"|'([^'\\]*+(?:\\.[^'\\]*+)*+)'|\(([^()\\]*+(?:\\.[^()\\]*+)*+)\)"
_AT_END = lazy(rf"(?s:[ \t\r\n](?:{_QUOTED})[ \t\r\n]*\)\Z)")
_LABEL = lazy(r"\[(?!\^)(?:[^\[\]\\\n]|\\.){1,999}\]:")
_TARGET = lazy(r"[ \t]*(?:\n[ \t]*)?(?:<[^<>\\\n]*+(?:\\.[^<>\\\n]*+)*+>|[^\s<][^\s]*)")
_TITLE = lazy(rf"(?:[ \t]+|[ \t]*\n[ \t]*)(?s:{_QUOTED})[ \t]*(?=\n|\Z)")
_REST = lazy(r"[ \t]*(?=\n|\Z)")
_UNIT = lazy(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANK_LINE = lazy(r"\n[ \t]*\n")
_LINE = lazy(r"[^\r\n]+")


def definition(text: str, at: int) -> tuple[int, list[list[Run]]] | None:
    """The definition of a link's target at `at`, `[label]: url "title"`: (where its title begins or it ends, the title's lines)."""
    label = _LABEL.match(text, at)
    target = _TARGET.match(text, label.end()) if label else None
    if target is None:
        return None
    title = _TITLE.match(text, target.end())
    if title and not _BLANK_LINE.search(title[0]):
        start, end = title.span(title.lastindex or 0)
        return start, title_lines(text, start, end)
    return (target.end(), []) if _REST.match(text, target.end()) else None


def title_in(text: str, start: int, end: int, base: int) -> list[list[Run]]:
    """The lines of the title that the end of an inline link, text[start:end], has: `](url "title")`.  `text` stands at `base`."""
    title = _AT_END.search(text, start, end)
    found = title_lines(text, *title.span(title.lastindex or 0)) if title else []
    return [[(run, place + base, width) for run, place, width in line] for line in found]


def title_lines(text: str, start: int, end: int) -> list[list[Run]]:
    """The runs of a title's lines: an escape or an entity is one character."""
    found = []
    for line in _LINE.finditer(text, start, end):
        runs: list[Run] = []
        at, stop = line.span()
        while at < stop and text[at].isspace():
            at += 1
        while stop > at and text[stop - 1].isspace():
            stop -= 1
        for unit in _UNIT.finditer(text, at, stop):
            if unit.start() > at:
                runs.append((text[at : unit.start()], at, unit.start() - at))
            at = unit.end()
            character = unit[1]
            if character is None:
                import html

                character = html.unescape(unit[0])
            runs.append((character, unit.start(), at - unit.start()))
        if at < stop:
            runs.append((text[at:stop], at, stop - at))
        if runs:
            found.append(runs)
    return found
