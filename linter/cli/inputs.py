"""What a command reads besides the documents: lists of paths, standard input, the lines that a report quotes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.config import Settings
from linter.errors import InputError, UsageError
from linter.globs import encoding_of
from linter.paths import shown
from linter.records import NamedTuple
from linter.source import LARGEST, TOO_LARGE, Source, decode, read

if TYPE_CHECKING:
    from linter.glossary.model import Glossary


def listed_paths(name: str) -> list[str]:
    """The paths in a file, or in standard input for "-": one a line, or each ended by NUL.  Raises UsageError."""
    import os

    try:
        if name == "-":
            data = _stdin()
        else:
            with open(name, "rb") as file:
                data = file.read()
    except OSError as error:
        raise UsageError(f"the list of files cannot be read: {error.strerror}", name) from None
    parts = data.split(b"\0") if b"\0" in data else [line.rstrip(b"\r") for line in data.split(b"\n")]
    return [os.fsdecode(part) for part in parts if part]


def read_stdin(path: str, settings: Settings) -> Source:
    """Standard input as the text of a file.  Raises InputError."""
    name = shown(path)
    data = _stdin(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(name, TOO_LARGE)
    return decode(name, data, encoding_of(settings, name))


class Given(NamedTuple):
    """Standard input as a document, with the text of its source file (None: it has none) and the glossary in force."""

    text: Source
    source: str | None
    glossary: Glossary


def stdin_text(path: str, settings: Settings) -> Given:
    """Standard input as a document to be judged.  Raises InputError and UsageError."""
    from linter.align.files import find_sources
    from linter.run import glossary_of

    given = read_stdin(path, settings)
    original = find_sources([given.path], settings.pairs).get(given.path)
    source = None if original is None else read(original, encoding_of(settings, original)).text
    return Given(given, source, glossary_of((), settings))


def _stdin(largest: int = -1) -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer.read(largest)


class Lines:
    """The text of a line of a file, for reports that quote it.  Keeps the files that it was asked about."""

    def __init__(self, settings: Settings, source: Source | None = None) -> None:
        self.settings = settings
        self.sources: dict[str, Source] = {} if source is None else {source.path: source}

    def __call__(self, path: str, line: int) -> str:
        """Without its line end; "" for what cannot be read or is not there."""
        return self.source(path).line_text(line)

    def source(self, path: str) -> Source:
        """The whole text; empty for what cannot be read."""
        if path not in self.sources:
            try:
                self.sources[path] = read(path, encoding_of(self.settings, path))
            except InputError:
                self.sources[path] = Source(path, "")
        return self.sources[path]
