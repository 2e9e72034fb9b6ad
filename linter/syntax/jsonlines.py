"""JSON Lines: one object a line, with the exact range of every member's value.

The members are scanned here and not by `json.loads`, which tells no places; strings and nested values are still read by the
standard library, so that what it refuses is refused here, at its column.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax.spans import lines

_BLANK = lazy(r"[ \t]*")
_ESCAPE = lazy(r"\\(?:u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)")
_SURROGATE = lazy("[\ud800-\udfff]")
_QUIET = {0: "\ufffd", 8: " ", 12: " ", 13: " "}  # as in other formats: no NUL, and only "\n" ends a line of a text
_decoder = JSONDecoder()


class Value(NamedTuple):
    """`read` is what JSON makes of the file's text [start, end): of a string, its quotes included."""

    read: object
    start: int
    end: int


class Object(NamedTuple):
    """A line's members by their names; of two with one name the last counts, as everywhere in JSON.  [start, end): the object."""

    members: dict[str, Value]
    start: int
    end: int


class Fault(NamedTuple):
    """Why a line is no record, and the offset of the character that shows it."""

    start: int
    reason: str


def scan(text: str) -> Iterator[Object | Fault]:
    """What each line is, in order; blank lines are nothing.  Never raises."""
    for start, end in lines(text):
        line = text[start:end]
        at = _after_blank(line, 0)
        if at == len(line):
            continue
        try:
            found = _object(line, at, start)
            at = _after_blank(line, found.end - start)
            yield (
                found if at == len(line) else Fault(start + at, "not JSON: one object a line is expected, and nothing behind it")
            )
        except JSONDecodeError as error:
            yield Fault(start + min(error.pos, len(line)), f"not JSON: {error.msg[:1].lower()}{error.msg[1:].rstrip(': ')}")
        except RecursionError:
            yield Fault(start + at, "JSON that is nested too deeply")
        except ValueError as error:  # a number with too many digits
            yield Fault(start + at, f"not JSON: {str(error).partition(';')[0]}")


def members(text: str, value: Value) -> Object:
    """The members of an object that is a member's value: its places, which `Value.read` does not have."""
    return _object(text[value.start : value.end], 0, value.start)


def runs(text: str, value: Value) -> Iterator[tuple[int, int, int]]:
    """Where the characters of a string stand in the file, in order and without a gap: (start, length, width).

    `length` code points of the string are `width` code points of the file; an escape sequence is a run of its own, the only
    kind with length != width.
    """
    start, end = value.start + 1, value.end - 1
    if text.find("\\", start, end) >= 0:
        for escape in _ESCAPE.finditer(text, start, end):
            first, after = escape.span()
            if first > start:
                yield start, first - start, first - start
            yield first, 1, after - first
            start = after
    if start < end:
        yield start, end - start, end - start


def _object(line: str, at: int, base: int) -> Object:
    """The object that begins at `at`; `base` is the offset of the line.  Raises JSONDecodeError, with its place in the line."""
    first = at
    if line[at] != "{":
        raise JSONDecodeError("an object is expected", line, at)
    found: dict[str, Value] = {}
    at = _after_blank(line, at + 1)
    if line[at : at + 1] == "}":
        return Object(found, base + first, base + at + 1)
    while True:
        if line[at : at + 1] != '"':
            raise JSONDecodeError("a name in double quotes is expected", line, at)
        name, at = scanstring(line, at + 1, True)
        at = _after_blank(line, at)
        if line[at : at + 1] != ":":
            raise JSONDecodeError("a colon is expected", line, at)
        start = _after_blank(line, at + 1)
        if line[start : start + 1] == '"':
            read, at = scanstring(line, start + 1, True)
            read = _checked(line, read, start, at)
        else:
            read, at = _decoder.raw_decode(line, start)
        found[name] = Value(read, base + start, base + at)
        at = _after_blank(line, at)
        mark = line[at : at + 1]
        if mark == "}":
            return Object(found, base + first, base + at + 1)
        if mark != ",":
            raise JSONDecodeError("a comma or a closing brace is expected", line, at)
        at = _after_blank(line, at + 1)


def _checked(line: str, read: str, start: int, end: int) -> str:
    """A string as the text that it stands for.  Half a character, which JSON can write and no text holds, is refused."""
    if line.find("\\", start, end) < 0:
        return read
    if _SURROGATE.search(read):
        for escape in _ESCAPE.finditer(line, start, end):
            if len(escape[0]) == 6 and escape[0][2] in "dD" and escape[0][3] in "89abcdefABCDEF":
                raise JSONDecodeError("half a character (a lone surrogate)", line, escape.start())
    return read.translate(_QUIET)


def _after_blank(line: str, at: int) -> int:
    return _BLANK.match(line, at).end()  # type: ignore[union-attr]
