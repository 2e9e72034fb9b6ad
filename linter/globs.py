"""Globs of a configuration, with the meaning they have in a .gitignore: relative to a folder, the last one that matches counts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.paths import slashes

if TYPE_CHECKING:
    from linter.config import Settings
    from linter.wildmatch import Pattern


class Globs:
    """A list of patterns, asked about paths relative to their folder (with "/"; a folder's path ends with "/").

    A pattern that is no valid one matches nothing, as git has it.
    """

    __slots__ = ("_patterns",)

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = _parsed(tuple(patterns)) if any(patterns) else ()

    def matches(self, path: str) -> bool:
        """Whether a path is meant: by itself, or else by the nearest of its folders of which a pattern speaks."""
        while self._patterns and path:
            decision = self.decides(path)
            if decision is not None:
                return decision
            path = path[: path.rstrip("/").rfind("/") + 1]
        return False

    def decides(self, path: str) -> bool | None:
        """Of the path itself, not of its folders.  True: matched; False: matched and taken back by a `!` pattern; None: neither."""
        if not self._patterns:
            return None
        from linter.wildmatch import encoded

        name = encoded(path.rstrip("/"))
        is_folder = path.endswith("/")
        for pattern in self._patterns:
            if pattern.matches(name, is_folder):
                return not pattern.taken_back
        return None


def encoding_of(settings: Settings, path: str) -> str:
    """The encoding that the configuration gives for a file (a path as findings show it), or ""."""
    found = ""
    for glob, encoding in settings.encoding:
        if Globs((glob,)).matches(from_root(settings, path)):
            found = encoding
    return found


def ignored_rules(settings: Settings, path: str) -> tuple[str, ...]:
    """The rules that `per-file-ignores` switches off for a file (a path as findings show it)."""
    if not settings.per_file_ignores:
        return ()
    name = from_root(settings, path)
    return tuple(rule for glob, rules in settings.per_file_ignores if Globs((glob,)).matches(name) for rule in rules)


def from_root(settings: Settings, path: str) -> str:
    """A path as globs see it: relative to the settings' root, with "/"; without leading ".." outside of it."""
    relative = slashes(os.path.relpath(path, settings.root))
    while relative.startswith("../"):
        relative = relative[3:]
    return relative


@lru_cache(256)  # the same few globs are asked about every file
def _parsed(patterns: tuple[str, ...]) -> tuple[Pattern, ...]:
    """The last one first."""
    from linter.wildmatch import parse

    return tuple(pattern for pattern in map(parse, reversed(patterns)) if pattern)
