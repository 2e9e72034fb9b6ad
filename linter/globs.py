"""Globs of a configuration, with the meaning they have in a .gitignore: relative to a folder, the last one that matches counts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.paths import slashes

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from linter.config import Settings


class Globs:
    """A list of patterns, asked about paths relative to their folder (with "/"; a folder's path ends with "/").

    A pattern that is no valid one matches nothing, as git has it.
    """

    __slots__ = ("_spec",)

    def __init__(self, patterns: Sequence[str]) -> None:
        self._spec = _spec(tuple(patterns)) if any(patterns) else None

    def matches(self, path: str) -> bool:
        return self.decides(path) is True

    def decides(self, path: str) -> bool | None:
        """True: matched; False: matched and taken back by a `!` pattern; None: no pattern matches."""
        return self._spec.check_file(path).include if self._spec else None


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
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError:
        return GitIgnoreSpec.from_lines([pattern for pattern in patterns if _valid(pattern)])


def _valid(pattern: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        return bool(GitIgnoreSpec.from_lines([pattern])) or True
    except ValueError:
        return False
