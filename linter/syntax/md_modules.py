"""MDX: modules (lines of import and export) and expressions in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.patterns import lazy

_MODULE = lazy(
    r"import\s+(?:[\w*{}$,\s]{1,400}\sfrom\s+)?['\"][^'\"\n]+['\"]"
    r"|export\s+(?:(?:const|let|var)\s+[\w${\[]|(?:async\s+)?function\b|class\s+\w|[{*]"
    r"|default\s+(?:(?:async\s+)?function\b|class\b|[(\[{<]|[\w$.]+(?:\([^\n]*\))?[ \t]*;?[ \t]*(?:\n|\Z)))"
)
_BEFORE = lazy(r"(?:\A|\n[ \t]*\n|(?:---|\+\+\+)[ \t]*\n)\Z")
_GOES_ON = lazy(r"[ \t]|[})\]/,.+&|?:;]|(?:import|export|const|let|function)\b")
_BRACKET = lazy(r"[()\[\]{}]|\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`|//[^\n]*")
_BLANK = lazy(r"[ \t]*(?:\n|\Z)")
_BLANK_LINE = lazy(r"\n[ \t]*\n")
_LONGEST = 500  # lines of a module


def modules(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of MDX modules: what `import` or `export` begins at the beginning of a paragraph, up to where it is complete."""
    done = broken = 0  # up to `broken` a bracket is open that is never closed
    for at in _starts(text):
        if at < done or not (at == done or _BEFORE.search(text, max(0, at - 100), at)) or not _MODULE.match(text, at):
            continue
        done, complete = _end(text, at) if at >= broken else (broken, False)
        if not complete:  # no module after all, or a broken one: a paragraph of it
            broken = done
            blank = _BLANK_LINE.search(text, at)
            done = blank.start() + 1 if blank else len(text)
        yield at, done


def _starts(text: str) -> list[int]:
    """Where lines begin with one of the two words."""
    found = [0] if text.startswith(("import ", "export ")) else []
    for word in ("\nimport ", "\nexport "):
        at = text.find(word)
        while at >= 0:
            found.append(at + 1)
            at = text.find(word, at + 1)
    return sorted(found)


def _end(text: str, at: int) -> tuple[int, bool]:
    """(where the module ends that begins at `at`, whether it is complete); blank lines are part of it while a bracket is open."""
    depth = 0
    end = at
    for number in range(_LONGEST):
        line = text.find("\n", end)
        stop = len(text) if line < 0 else line + 1
        for mark in _BRACKET.finditer(text, end, stop):
            if len(mark[0]) == 1:
                depth += 1 if mark[0] in "([{" else -1
        end = stop
        if end == len(text):
            break
        if depth <= 0 and (_BLANK.match(text, end) or not _GOES_ON.match(text, end)):
            return end, True
    return end, depth <= 0


_TOKEN = lazy(r"(?P<code>`+)|[{}]|\n[ \t]*(?=\n)|(?:\n|\A)[ \t>]*(?P<fence>```|~~~)[^\n]*")


def braces(text: str) -> Iterator[tuple[int, int, bool]]:
    """The ranges of expressions in braces, outside of code spans; the third is whether it is a comment on lines of its own."""
    opened: list[int] = []
    commented = "*/}" in text
    token = _TOKEN.search(text)
    while token:
        at, end = token.span()
        mark = token[0]
        if token["fence"]:
            opened.clear()
        elif token["code"]:
            close = None if opened else re.compile(rf"(?<!`){mark}(?!`)").search(text, end)
            if close and not _BLANK_LINE.search(text, end, close.start()):
                end = close.end()
        elif mark[0] == "\n":  # a blank line
            opened.clear()
        elif mark == "{":
            if commented and text.startswith("/*", end):
                close_at = text.find("*/}", end)
                commented = close_at >= 0
            else:
                close_at = -1
            if close_at >= 0:
                end = close_at + 3
                if not opened:
                    yield at, end, text.rfind("\n", 0, at) + 1 == at and _BLANK.match(text, end) is not None
            else:
                opened.append(at)
        elif opened:
            start = opened.pop()
            # {#id} is a heading's, :::{name} a directive, {name}`…` a role.
            before = text[start - 1 : start]
            if (
                not opened
                and text[start + 1] not in "#.:}"
                and before not in ("\\", ":", "`", "~")
                and text[end : end + 1] != "`"
            ):
                yield start, end, False
        token = _TOKEN.search(text, end)
