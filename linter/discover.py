"""Paths -> files to check: what was named, and what a walk through named folders finds."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from linter.config import Settings
from linter.errors import InputError
from linter.globs import Globs, from_root
from linter.paths import shown, within
from linter.records import NamedTuple

if TYPE_CHECKING:
    from linter.ignorefile import IgnoreFiles

SUFFIXES = (".md", ".markdown", ".mdx", ".txt", ".po")
# Data of any kind may have these: in a folder, they count where a pattern of `include` ends with one.
PAIRS = (".jsonl", ".ndjson", ".tsv", ".tab")
SKIPPED = ("node_modules", "bower_components", "__pycache__", "site-packages")  # and hidden folders and virtual environments


class File(NamedTuple):
    path: str  # to open, and as findings show it: relative to the working directory, with "/"
    named: bool  # by the user; found in a folder otherwise


class Found(NamedTuple):
    """`files` in the order of their paths; `errors` for what was asked for and is not there; `notes` for verbose output."""

    files: tuple[File, ...]
    errors: tuple[InputError, ...] = ()
    notes: tuple[str, ...] = ()


def find(
    paths: Sequence[str], settings: Settings, glossaries: Collection[str] | None = None, suffixes: tuple[str, ...] = ()
) -> Found:
    """The files that `paths` stand for; no path stands for the configured project, or for the working directory.

    A file that is named is taken whatever it is called and whatever is excluded.  A folder is walked: files with a known
    suffix, less what `.gitignore` and the settings' `exclude` match, and only what `include` matches where that is set.  The
    suffixes of pairs are known where a pattern of `include` ends with them.
    Neither gives `glossaries` (by default the settings'), which are never prose.  The order of `paths` does not matter.
    `suffixes` are looked for as well.
    """
    search = _Search(settings, settings.glossaries if glossaries is None else glossaries, suffixes)
    for path in paths or ([settings.root] if settings.config_path else ["."]):
        search.take(path)
    files = sorted(search.files.values())
    return Found(tuple(files), tuple(sorted(search.errors, key=str)), tuple(sorted(set(search.notes))))


class _Search:
    """What was found so far.  One file by two paths is kept once, by the path that is no link, or else the first in order."""

    def __init__(self, settings: Settings, glossaries: Collection[str], suffixes: tuple[str, ...]) -> None:
        self.settings = settings
        self.glossaries = {os.path.realpath(path) for path in glossaries}
        self.include, self.exclude = Globs(settings.include), Globs(settings.exclude)
        asked = tuple(suffix for suffix in PAIRS if any(glob.lower().endswith(suffix) for glob in settings.include))
        self.suffixes = (*SUFFIXES, *asked, *suffixes)
        self.files: dict[str, File] = {}  # by real path
        self.errors: list[InputError] = []
        self.notes: list[str] = []

    def take(self, path: str) -> None:
        """A path that the user named."""
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            self.errors.append(InputError(shown(path), _reason(error)))
            return
        if stat.S_ISDIR(mode):
            before = len(self.files)
            self.walk(path)
            if len(self.files) == before:
                self.notes.append(f"{shown(path)}: no files to check")
        elif stat.S_ISREG(mode):
            self.keep(path, named=True)
        else:
            self.errors.append(InputError(shown(path), "neither a file nor a folder"))

    def keep(self, path: str, named: bool) -> None:
        real = os.path.realpath(path)
        if real in self.glossaries:
            self.notes.append(f"{shown(path)}: a glossary, checked as one and not as prose")
            return
        file = File(shown(path), named)
        other = self.files.get(real)
        if other is not None:
            direct = shown(real)
            first = min(file.path, other.path, key=lambda name: (name != direct, name))
            file = File(first, named or other.named)
        self.files[real] = file

    def walk(self, start: str) -> None:
        root = os.path.realpath(start)
        bounds = (root, os.path.realpath(self.settings.root))
        from linter.ignorefile import IgnoreFiles

        ignores = IgnoreFiles(root)
        pending = [(start, "")]
        while pending:
            folder, relative = pending.pop()
            try:
                with os.scandir(folder) as entries:
                    listing = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                self.errors.append(InputError(shown(folder), _reason(error)))
                continue
            if relative and any(entry.name == "pyvenv.cfg" for entry in listing):
                continue
            ignores.enter(folder, relative, listing)
            for entry in listing:
                name = relative + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if self.enters(entry, ignores, name + "/"):
                        pending.append((entry.path, name + "/"))
                elif self.wants(entry, ignores, name, bounds):
                    self.keep(entry.path, named=False)

    def enters(self, entry: os.DirEntry[str], ignores: IgnoreFiles, name: str) -> bool:
        if entry.name.startswith(".") or entry.name in SKIPPED or ignores.matches(name):
            return False
        return not (self.settings.exclude and self.exclude.matches(from_root(self.settings, entry.path) + "/"))

    def wants(self, entry: os.DirEntry[str], ignores: IgnoreFiles, name: str, bounds: tuple[str, ...]) -> bool:
        link = entry.is_symlink()
        if link and os.path.isdir(entry.path):
            self.notes.append(f"{shown(entry.path)}: a link to a folder, not followed")
            return False
        if not entry.name.lower().endswith(self.suffixes) or ignores.matches(name):
            return False
        if self.settings.include or self.settings.exclude:
            path = from_root(self.settings, entry.path)
            if self.exclude.matches(path) or (self.settings.include and not self.include.matches(path)):
                return False
        if not os.path.isfile(entry.path):
            self.notes.append(f"{shown(entry.path)}: {'a broken link' if link else 'not a regular file'}, skipped")
            return False
        if link and not any(within(os.path.realpath(entry.path), bound) for bound in bounds):
            self.notes.append(f"{shown(entry.path)}: a link out of the project, skipped")
            return False
        return True


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "cannot be read"
