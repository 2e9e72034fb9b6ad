"""Configuration files as trees with places: `glosslint.yaml` and the `[tool.glosslint]` table of `pyproject.toml`.

Nothing here knows which keys exist; `linter.config_keys` does.  As in YAML, every scalar of a TOML table becomes a text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from linter.errors import InputError, UsageError
from linter.paths import shown
from linter.records import NamedTuple
from linter.source import Source, read
from linter.yamltree import Node, parse

YAML_NAMES = ("glosslint.yaml", "glosslint.yml")
TOML_NAME = "pyproject.toml"


class ConfigFile(NamedTuple):
    path: str  # as it can be opened
    tree: Node | None  # None for a file without content
    also: str = ""  # another configuration file of the same folder, which was passed over


def nearest(folder: str) -> ConfigFile | None:
    """The configuration of `folder` or of the nearest folder above it that has one.  Raises UsageError."""
    while True:
        found = _in_folder(folder)
        if found is not None:
            return found
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def named(path: str) -> ConfigFile:
    """A configuration file given by name: TOML by its suffix, YAML otherwise.  Raises UsageError."""
    source = _read(path)
    if not path.endswith(".toml"):
        return ConfigFile(path, parse(source))
    tree = _toml_tree(source)
    if tree is None:
        raise UsageError("there is no [tool.glosslint] table", source.path)
    return ConfigFile(path, tree)


def _in_folder(folder: str) -> ConfigFile | None:
    present = [path for path in (os.path.join(folder, name) for name in YAML_NAMES) if os.path.isfile(path)]
    if present:
        also = [*present[1:], *([TOML_NAME] if _toml_in(folder, strict=False) else [])]
        return ConfigFile(present[0], parse(_read(present[0])), os.path.join(folder, also[0]) if also else "")
    tree = _toml_in(folder)
    return None if tree is None else ConfigFile(os.path.join(folder, TOML_NAME), tree)


def _toml_in(folder: str, strict: bool = True) -> Node | None:
    """The table of a folder's pyproject.toml.  A file that does not mention glosslint is nobody's fault of ours."""
    path = os.path.join(folder, TOML_NAME)
    if not os.path.isfile(path):
        return None
    try:
        with open(path, "rb") as file:
            if b"glosslint" not in file.read():  # spares the TOML parser as well
                return None
        return _toml_tree(_read(path))
    except OSError:
        return None
    except UsageError:
        if strict:
            raise
        return None


def _read(path: str) -> Source:
    try:
        return read(path, shown=shown(path))
    except InputError as error:
        message = f"the configuration cannot be read: {error.reason}"
        raise UsageError(message, error.path, error.line, error.column) from None


# TOML: the parser of the standard library tells no places, so the text is scanned for the keys.

TABLE = ("tool", "glosslint")
_TOML_KEY = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_TOML_LINE = (
    rf"""(?m)^[ \t]*(?:(\[\[?)[ \t]*)?({_TOML_KEY}(?:[ \t]*\.[ \t]*{_TOML_KEY}){{0,9}})[ \t]*(?(1)\]|=)"""  # header | key
)


def _toml_tree(source: Source) -> Node | None:
    import tomllib

    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        line, column, reason = _toml_place(str(error), source)
        raise UsageError(f"not TOML: {reason}", source.path, line, column) from None
    except RecursionError:
        raise UsageError("not TOML: nested too deeply", source.path, 1, 1) from None
    tool = data.get("tool")
    table = tool.get("glosslint") if isinstance(tool, dict) else None
    if table is None:
        return None
    places = dict(_toml_places(source))
    return _toml_node(source, table, TABLE, places, places.get(TABLE, 0))


def _toml_node(source: Source, data: object, key: tuple[str, ...], places: dict[tuple[str, ...], int], at: int) -> Node:
    """`at` is the offset of the nearest place known for this value."""
    if isinstance(data, dict):
        node = Node({}, source.path, *source.position(at))
        assert isinstance(node.value, dict)
        for name, child in data.items():
            offset = places.get((*key, name))
            if offset is None:
                offset = _toml_search(source, name, at)
            node.keys[name] = source.position(offset)
            node.value[name] = _toml_node(source, child, (*key, name), places, offset)
        return node
    if isinstance(data, list):
        node = Node([], source.path, *source.position(at))
        assert isinstance(node.value, list)
        for child in data:
            at = _toml_search(source, child, at) if isinstance(child, str) else at
            node.value.append(_toml_node(source, child, key, places, at))
        return node
    return Node(str(data).lower() if isinstance(data, bool) else str(data), source.path, *source.position(at))


def _toml_search(source: Source, text: str, at: int) -> int:
    """The next place where `text` stands quoted, or as a word of an inline table, at or after `at`; else `at`."""
    found = re.compile(rf"""["']{re.escape(text)}["']|(?<![\w-]){re.escape(text)}(?=[ \t]*=)""").search(source.text, at)
    return found.start() if found else at


def _toml_places(source: Source) -> Iterator[tuple[tuple[str, ...], int]]:
    header: tuple[str, ...] = ()
    seen: set[tuple[str, ...]] = set()
    for match in re.finditer(_TOML_LINE, source.text.replace("\r", "\n")):
        key = tuple(part.strip("\"'") for part in re.findall(_TOML_KEY, match[2]))
        if match[1]:
            header = key
        else:
            key = (*header, *key)
        for length in range(1, len(key) + 1):
            if key[:length] not in seen:
                seen.add(key[:length])
                yield key[:length], match.start(2)


def _toml_place(message: str, source: Source) -> tuple[int, int, str]:
    """tomllib writes "... (at line 3, column 7)" or "... (at end of document)"."""
    found = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if found:
        return int(found[1]), int(found[2]), message[: found.start()]
    end = source.position(len(source.text))
    return end.line, end.column, message.removesuffix(" (at end of document)")
