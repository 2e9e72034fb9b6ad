"""Which source file belongs to which target file: by the user's patterns, or by the names that projects commonly use.

Everything here works on path strings with "/"; whether a file is there is asked of `exists`.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from linter.errors import UsageError
from linter.patterns import lazy
from linter.records import NamedTuple

Exists = Callable[[str], bool]

_ENGLISH = ("en", "en-us", "en-US", "en_US")
_TAG = r"zh|zh[-_](?:cn|sg|tw|hk|mo|hans|hant)(?:[-_](?:cn|sg|tw|hk|mo))?"
_CHINESE = lazy(_TAG, re.IGNORECASE)
# guide.zh-CN.md, README_zh.md: the name, its separator, and the language
_MARKED = lazy(rf"(?P<name>.+)(?P<separator>[._-])(?:{_TAG})", re.IGNORECASE)
# Formats that hold their English: locale/en/django.po is no source of locale/zh_Hans/django.po.
_BILINGUAL = (".po", ".jsonl", ".ndjson", ".tsv", ".tab")
_ORIGINALS = ("_origin", ".origin", "-origin", "_en", ".en", "-en")  # beside a plain name


class SourceMap(NamedTuple):
    """One `SOURCE=TARGET` pattern, cut at its "{}"; without one, both tails are empty and the heads are whole paths."""

    source: tuple[str, str]
    target: tuple[str, str]
    open: bool  # "{}" stands in it

    def source_of(self, path: str) -> str | None:
        """The source's path for a target's, by name alone."""
        return self._other(path, self.target, self.source)

    def target_of(self, path: str) -> str | None:
        """The target's path for a source's, by name alone."""
        return self._other(path, self.source, self.target)

    def _other(self, path: str, here: tuple[str, str], there: tuple[str, str]) -> str | None:
        head, tail = here
        if not self.open:
            return there[0] if path == head else None
        if not (path.startswith(head) and path.endswith(tail) and len(path) > len(head) + len(tail)):
            return None
        return there[0] + path[len(head) : len(path) - len(tail)] + there[1]


def parse_pattern(pattern: str) -> SourceMap:
    """`en/{}=zh/{}` -> SourceMap.  Raises UsageError."""
    sides = pattern.split("=")
    if len(sides) != 2 or not all(side.strip() for side in sides):
        raise UsageError(f"a pair is SOURCE=TARGET, like en/{{}}=zh/{{}}; this is not one: {pattern}")
    source, target = (_tidy(side.strip()) for side in sides)
    marks = source.count("{}"), target.count("{}")
    if marks not in ((0, 0), (1, 1)):
        raise UsageError(f"{{}} stands once on each side of a pair, or on neither: {pattern}")
    if source == target:
        raise UsageError(f"a file cannot be its own source: {pattern}")
    if marks == (0, 0):
        return SourceMap((source, ""), (target, ""), False)
    return SourceMap(_cut(source), _cut(target), True)


def find_sources(
    paths: Sequence[str], patterns: Sequence[str], exists: Exists = os.path.isfile, automatic: bool = True
) -> dict[str, str]:
    """Target path -> source path, for those of `paths` that have a source; keys are spelled as given.

    The first pattern whose source exists wins; a pattern without "{}" holds even if its source is missing, so that the missing
    file gets named.  With `automatic`, files that no pattern knows are looked up by common names.  A file that is the source
    of an existing file, or of one of `paths`, is never a target.  Raises UsageError.
    """
    maps = [parse_pattern(pattern) for pattern in patterns]
    tidy = {path: _tidy(path) for path in paths}
    given = frozenset(tidy.values())

    def there(path: str) -> bool:
        return path in given or exists(path)

    found: dict[str, str] = {}
    for path in paths:
        target = tidy[path]
        if _is_source(target, maps, there):
            continue
        source = next((s for m in maps if (s := m.source_of(target)) and s != target and (not m.open or there(s))), None)
        if source is None and automatic and not target.lower().endswith(_BILINGUAL):
            source = next((s for s in sibling_names(target) if there(s)), None)
        if source is not None:
            found[path] = source
    used = frozenset(found.values())
    return {path: source for path, source in found.items() if tidy[path] not in used}


def sibling_names(path: str) -> Iterator[str]:
    """Where the English of a Chinese file usually is, the likeliest place first."""
    folder, name = posixpath.split(path)
    stem, extension = posixpath.splitext(name)
    marked = _MARKED.fullmatch(stem) if "zh" in stem.lower() else None
    if marked:
        plain, separator = marked["name"], marked["separator"]
        for other in (plain, *(plain + separator + language for language in _ENGLISH)):
            yield posixpath.join(folder, other + extension)
    else:
        for mark in _ORIGINALS:
            if not stem.endswith(mark):
                yield posixpath.join(folder, stem + mark + extension)
    parts = path.split("/")
    for at in range(len(parts) - 2, -1, -1):
        if parts[at][:2].lower() == "zh" and _CHINESE.fullmatch(parts[at]):
            for language in _ENGLISH:
                yield "/".join((*parts[:at], language, *parts[at + 1 :]))


def _is_source(path: str, maps: Sequence[SourceMap], there: Exists) -> bool:
    return any((target := m.target_of(path)) is not None and target != path and there(target) for m in maps)


def _cut(side: str) -> tuple[str, str]:
    head, _, tail = side.partition("{}")
    return head, tail


def _tidy(path: str) -> str:
    return posixpath.normpath(path.replace("\\", "/") if os.sep == "\\" else path)
