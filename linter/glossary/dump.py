"""What `glosslint terms --output-format json` prints, read back as a glossary: nothing is lost but the places of the rows."""

from __future__ import annotations

import json
from typing import Any

from linter.finding import Place
from linter.glossary.lint import lint
from linter.glossary.model import Entry, Glossary
from linter.source import Source
from linter.yamltree import Node

_TEXTS = ("preferred", "pos", "note", "case", "status", "domain")  # a text, or null
_LISTS = ("source", "admitted", "tolerated", "deprecated", "unless", "when")
_FLAGS = ("keep", "contextual", "undecided")


def dumped_glossary(root: Node, source: Source) -> Glossary | None:
    """The entries, each at the line where its object begins; None where there is none.  Raises UsageError for another shape."""
    nodes = root.mapping(required=("entries",))["entries"].items("a list of entries")
    try:
        data = json.loads(source.text)
    except ValueError:
        root.fail("the keys `entries` and `findings` are those of JSON that glosslint printed, and this is not JSON")
    entries = [_entry(one, node, source) for one, node in zip(data["entries"], nodes, strict=True)]
    found, facts = lint([entries], (source,))
    return Glossary(tuple(found), tuple(facts), (source.path,), (source,)) if found else None


def _entry(data: Any, node: Node, source: Source) -> Entry:
    node.mapping(required=("source",))
    place = Place(source.path, node.line, node.column, node.line, len(source.line_text(node.line)) + 1)
    entry = _fields(data, node, place)
    if not entry.source:
        node.fail("a source term is expected here, not nothing")
    locales = data.get("locales") or {}
    if not isinstance(locales, dict):
        node.fail("`locales` is a mapping of scripts to renderings")
    return entry._replace(locales=tuple((name, _locale(data, value, node, place)) for name, value in locales.items()))


def _locale(data: Any, value: Any, node: Node, place: Place) -> Entry:
    """The row as one script or region has it: the row's own members, with other renderings."""
    if not isinstance(value, dict):
        node.fail("a locale has a mapping of renderings")
    entry = _fields({**data, **value}, node, place)
    return entry._replace(undecided=entry.preferred is None and not entry.keep and not entry.admitted)


def _fields(data: Any, node: Node, place: Place) -> Entry:
    if not isinstance(data, dict):
        node.fail("a mapping is expected here")
    fields: dict[str, Any] = {}
    for key in _TEXTS:
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            node.fail(f"`{key}` is a text or null")
        if value is not None:
            fields[key] = value
    for key in _LISTS:
        values = data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            node.fail(f"`{key}` is a list of texts")
        fields[key] = tuple(values)
    for key in _FLAGS:
        if not isinstance(data.get(key, False), bool):
            node.fail(f"`{key}` is true or false")
        fields[key] = data.get(key, False)
    return Entry(place=place, **fields)
