"""A file's text with its line index: the one place where offsets become lines and columns.

Offsets count code points of the decoded text without its byte order mark.  Lines end at "\\n", "\\r\\n" or "\\r" and at
nothing else; lines and columns are 1-based, columns count code points.
"""

from __future__ import annotations

import codecs
import os
import stat
from bisect import bisect_right

from linter.errors import BinaryInput, InputError
from linter.patterns import lazy
from linter.records import NamedTuple

_LINE_END = lazy(r"\r\n|\n|\r")
_MARKS = (  # longest first: the UTF-32 LE mark begins with the UTF-16 LE one
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LARGEST = 64_000_000  # bytes of one file; reading takes some 30 times as much memory
TOO_LARGE = f"larger than {LARGEST // 1_000_000} MB"


class Position(NamedTuple):
    line: int
    column: int


class Source:
    """The decoded text of one file.  `path` is what findings show: relative, with "/"."""

    __slots__ = ("path", "text", "encoding", "mark", "_starts")

    def __init__(self, path: str, text: str, encoding: str = "utf-8", mark: bytes = b"") -> None:
        self.path, self.text, self.encoding, self.mark = path, text, encoding, mark
        self._starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first code point of each line; never empty."""
        if self._starts is None:
            text = self.text
            if "\r" in text:
                self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
            else:
                starts, at = [0], 0
                for line in text.split("\n"):
                    at += len(line) + 1
                    starts.append(at)
                starts.pop()  # behind the end
                self._starts = starts
        return self._starts

    def line_of(self, offset: int) -> int:
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> Position:
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        return self.line_starts[line - 1] + column - 1

    def line_text(self, line: int) -> str:
        """The text of a line without its line end; empty beyond the last line."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")


def decode(path: str, data: bytes, encoding: str = "") -> Source:
    """Bytes -> Source.

    A byte order mark decides the encoding; otherwise `encoding` (from the configuration) or UTF-8.  Other encodings are
    never guessed: their trail bytes include "|" and "`", so a wrong guess reads a table where there is none.
    Raises InputError with line and column for the first byte that cannot be decoded, and for NUL bytes (a binary file).
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            break
    else:
        mark, name = b"", encoding or "utf-8"
    body = data[len(mark) :]
    if b"\0" in body and not name.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        raise BinaryInput(path, "a binary file (it holds a NUL byte)")
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(name, "replace")
        at = Source(path, before).position(len(before))
        raise InputError(
            path,
            f"not {name} at byte {error.start + len(mark)}; `encoding` in the configuration names another",
            at.line,
            at.column,
        ) from None
    except LookupError:
        raise InputError(path, f"unknown encoding {name!r}") from None
    if "\0" in text:
        raise BinaryInput(path, "a binary file (it holds a NUL character)")
    return Source(path, text, name, mark)


def read(path: str, encoding: str = "", shown: str = "") -> Source:
    """Read and decode a file; `shown` is the path that findings show.  Raises InputError, also for what is no regular file: a
    pipe without a writer or a device without an end would never be read.
    """
    try:
        with open(path, "rb", opener=_opened) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise InputError(shown or path, "not a regular file")
            if status.st_size > LARGEST:
                raise InputError(shown or path, TOO_LARGE)
            data = file.read()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InputError(shown or path, getattr(error, "strerror", None) or "cannot be read") from None
    return decode(shown or path.replace("\\", "/"), data, encoding)


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # opening a pipe without a writer must not wait for one
