"""Suppressions in the front matter of a document: `glosslint: {disable: [GL301(lock file)]}`; they hold for the whole file."""

from __future__ import annotations

from linter.documents.model import Document
from linter.errors import UsageError
from linter.patterns import lazy
from linter.source import Source
from linter.suppress.grammar import items
from linter.suppress.model import Directive, Item
from linter.yamltree import Node, parse

_YAML = lazy(
    r"(?<=[\r\n])glosslint[ \t]*:[^\r\n]*(?:\r\n|\n|\r)?(?:[ \t]+[^\r\n]*(?:\r\n|\n|\r)?|[ \t]*#[^\r\n]*(?:\r\n|\n|\r)?)*"
)
_KEYS = ("disable",)


def in_front_matter(document: Document) -> list[Directive]:
    """What the front matter switches off.  What cannot be read there is a directive that nobody knows."""
    source = document.source
    if document.format != "markdown" or not source.text.startswith(("---", "+++")):
        return []
    matter = next((literal.span for literal in document.literals if literal.kind == "front-matter"), None)
    if matter is None or source.text.find("glosslint", matter.start, matter.end) < 0:
        return []
    if source.text.startswith("+++"):
        return _toml(source, matter.end)
    block = _YAML.search(source.text, 0, matter.end)
    return [] if block is None else _yaml(source, block.start(), block.end())


def _yaml(source: Source, start: int, end: int) -> list[Directive]:
    part = Source(source.path, source.text[start:end])
    stop = start + len(part.text.rstrip())
    try:
        root = parse(part)
        node = root.mapping().get("glosslint") if root else None
        keys = node.mapping(_KEYS) if node else {}
        texts = [_text_range(part, leaf) for leaf in _leaves(keys.get("disable"))]
    except UsageError:
        return [_unknown(start, stop)]
    return _directive(source, [(start + a, start + b) for a, b in texts], start, stop, end)


def _leaves(node: Node | None) -> list[Node]:
    if node is None or node.value == "":
        return []
    leaves = [node] if isinstance(node.value, str) else node.items()
    for leaf in leaves:
        leaf.text()
    return leaves


def _text_range(source: Source, node: Node) -> tuple[int, int]:
    """Where a text stands, quotation marks left out.  Texts over several lines end with their first."""
    at = source.offset(node.line, node.column)
    assert isinstance(node.value, str)
    if source.text[at] in "\"'":
        end = source.text.find(source.text[at], at + 1)
        return at + 1, end if end >= 0 else len(source.text)
    return at, min(at + len(node.value), len(source.text))


def _toml(source: Source, end: int) -> list[Directive]:
    import tomllib

    start = source.text.find("glosslint")
    try:
        table = tomllib.loads(source.text[3:end].rstrip().removesuffix("+++").replace("\r\n", "\n").replace("\r", "\n")).get(
            "glosslint"
        )
    except (tomllib.TOMLDecodeError, RecursionError):
        return []  # the site's own tools will say so
    if table is None:
        return []
    disabled = table.get("disable") if isinstance(table, dict) and set(table) <= {*_KEYS} else 0
    texts = [disabled] if isinstance(disabled, str) else disabled
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        return [_unknown(start, start + len("glosslint"))]
    ranges = []
    at = start
    for text in texts:
        found = source.text.find(text, at, end)
        if found < 0:  # written with escapes
            return [_unknown(start, start + len("glosslint"))]
        ranges.append((found, found + len(text)))
        at = found + len(text)
    return _directive(source, ranges, start, max((stop for _, stop in ranges), default=start), start)


def _directive(source: Source, ranges: list[tuple[int, int]], start: int, stop: int, behind: int) -> list[Directive]:
    """One directive of all texts.  `behind`: where the whole of it ends, if it can be taken out as one piece."""
    found: list[Item] = []
    for first, last in ranges:
        found += items(source.text, first, last)[0]
    if not found:
        return []
    cut = ((start, behind),) if behind > start else ()
    return [Directive("disable-file", True, tuple(found), "", start, stop, cut, "matter")]


def _unknown(start: int, stop: int) -> Directive:
    return Directive("front matter", False, (), "", start, stop, (), "matter")
