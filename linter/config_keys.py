"""The keys of a configuration: what each may hold.  A wrong key or value is a UsageError with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from linter.finding import SEVERITIES
from linter.records import NamedTuple
from linter.yamltree import Node

SCRIPTS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
LANGUAGES = ("en", "zh")
LEVELS = (*SEVERITIES, "off", "by-grade")  # what `severity` may set a rule to

Texts = tuple[str, ...]
Options = dict[str, dict[str, object]]
Places = dict[tuple[str, str], tuple[int, int]]


class Keys(NamedTuple):
    """A configuration as read: every key with its type, None where the file does not have it.

    `options` holds texts and lists of texts; each rule knows which type it wants.  `places`: (key, text) -> (line, column), for
    each text of a list and each name of a table, so that whoever knows which rules there are can say where a wrong one is named.
    """

    glossaries: Texts | None = None
    pairs: Texts | None = None
    rules: Texts | None = None
    select: Texts | None = None
    ignore: Texts | None = None
    per_file_ignores: tuple[tuple[str, Texts], ...] | None = None
    include: Texts | None = None
    exclude: Texts | None = None
    script: str | None = None
    encoding: tuple[tuple[str, str], ...] | None = None
    fail_level: str | None = None
    lang: str | None = None
    severity: dict[str, str] | None = None
    options: Options | None = None
    cache: bool | None = None
    ignore_terms: Texts | None = None
    baseline: str | None = None
    decisions: str | None = None
    places: Mapping[tuple[str, str], tuple[int, int]] = {}  # a mapping: the type checker sees to it that no default is changed


def read_keys(tree: Node | None) -> Keys:
    """Check and read every key.  Raises UsageError."""
    values: dict[str, Any] = {}
    places: Places = {}
    for key, node in (tree.mapping(KEYS) if tree else {}).items():
        values[key.replace("-", "_")] = _READERS[key](node)
        places |= _places(key, node)
    return Keys(places=places, **values)


def _places(key: str, node: Node) -> Places:
    """The places of the texts under a key; those of a table's own lists count under "key.name"."""
    if isinstance(node.value, str):
        return {(key, node.value): (node.line, node.column)}
    if isinstance(node.value, list):
        return {(key, item.text()): (item.line, item.column) for item in reversed(node.value) if isinstance(item.value, str)}
    places = {(key, name): place for name, place in node.keys.items()}
    for name, child in node.value.items():
        if not isinstance(child.value, dict):
            places |= _places(f"{key}.{name}", child)
    return places


def _texts(node: Node) -> Texts:
    found = node.texts()
    if "" in found:
        (node if isinstance(node.value, str) else node.items()[found.index("")]).fail("a text is expected here, not nothing")
    return found


def _ignores(node: Node) -> tuple[tuple[str, Texts], ...]:
    return tuple((glob, _texts(rules)) for glob, rules in node.mapping().items())


def _encodings(node: Node) -> tuple[tuple[str, str], ...]:
    for name in node.mapping().values():
        if not _is_encoding(name.text()):
            name.fail(f"there is no text encoding {name.value!r}")
    return tuple((glob, name.text()) for glob, name in node.mapping().items())


def _severities(node: Node) -> dict[str, str]:
    return {rule: level.choice(LEVELS, "severity") for rule, level in node.mapping().items()}


def _options(node: Node) -> Options:
    return {
        rule: {
            name: value.value if isinstance(value.value, str) else list(value.texts())
            for name, value in options.mapping().items()
        }
        for rule, options in node.mapping().items()
    }


_READERS: dict[str, Callable[[Node], object]] = {
    "glossaries": _texts,
    "pairs": _texts,
    "rules": _texts,
    "select": _texts,
    "ignore": _texts,
    "per-file-ignores": _ignores,
    "ignore-terms": _texts,
    "baseline": lambda node: node.text("a file") or node.fail("a file is expected here, not nothing"),
    "decisions": lambda node: node.text("a file") or node.fail("a file is expected here, not nothing"),
    "include": _texts,
    "exclude": _texts,
    "script": lambda node: node.choice(SCRIPTS, "script"),
    "encoding": _encodings,
    "fail-level": lambda node: node.choice(SEVERITIES, "level"),
    "lang": lambda node: node.choice(LANGUAGES, "language"),
    "severity": _severities,
    "options": _options,
    "cache": lambda node: node.choice(("true", "false"), "value") == "true",
}
KEYS = tuple(_READERS)


def _is_encoding(name: str) -> bool:
    try:
        return isinstance("".encode(name), bytes)
    except (LookupError, ValueError):
        return False
