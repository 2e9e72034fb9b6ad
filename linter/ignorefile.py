"""The .gitignore files of a walk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from linter.globs import Globs


class IgnoreFiles:
    """The .gitignore files in force below a folder: its own, those above it in the same repository, and nested ones."""

    def __init__(self, start: str) -> None:
        self.above: list[tuple[str, Globs]] = []  # (path from the pattern's folder to the start, patterns), the nearest first
        self.within: dict[str, Globs] = {}  # by the folder's path from the start
        found: list[tuple[str, Globs]] = []
        folder, relative = start, ""
        while not os.path.exists(os.path.join(folder, ".git")):
            parent, name = os.path.split(folder)
            if parent == folder:
                return  # no repository: nothing above the start counts
            folder, relative = parent, f"{name}/{relative}"
            patterns = _patterns(folder)
            if patterns is not None:
                found.append((relative, patterns))
        if not any(patterns.matches(relative) for relative, patterns in found):  # a folder that was named is wanted
            self.above = found

    def enter(self, folder: str, relative: str, listing: Sequence[os.DirEntry[str]]) -> None:
        if any(entry.name == ".gitignore" for entry in listing):
            patterns = _patterns(folder)
            if patterns is not None:
                self.within[relative] = patterns

    def matches(self, name: str) -> bool:
        """`name`: a path relative to the start, a folder's with "/" at its end.  The nearest file that says something counts."""
        for folder, patterns in self.nested(name):
            decision = patterns.decides(name[len(folder) :])
            if decision is not None:
                return decision
        for relative, patterns in self.above:
            decision = patterns.decides(relative + name)
            if decision is not None:
                return decision
        return False

    def nested(self, name: str) -> Iterator[tuple[str, Globs]]:
        at = len(name) - 1 if name.endswith("/") else len(name)
        while self.within and at >= 0:
            at = name.rfind("/", 0, at)
            folder = name[: at + 1]
            if folder in self.within:
                yield folder, self.within[folder]


def _patterns(folder: str) -> Globs | None:
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path) or os.path.islink(path):  # git does not follow a link either
        return None
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:  # "\r" alone ends no line for git
            return Globs(file.read().split("\n"))
    except OSError:
        return None
