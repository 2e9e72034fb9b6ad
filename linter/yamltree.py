"""YAML as a tree of strings with places: for every file that people write for glosslint.

Every scalar stays the string that was written (`no`, `1_000`, `12:30` mean nothing else), and every node knows its line and
column, so that a fault is named where it stands.  Aliases, tags, duplicate keys and a second document are refused: they
are how a small file becomes a large or a surprising one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from linter.errors import UsageError
from linter.source import Source
from linter.suggest import did_you_mean


class Node:
    """A scalar (`value` is a str), a list (of nodes) or a mapping (key -> node; `keys` has the place of each key).

    `line` and `column` are 1-based, in code points.
    """

    __slots__ = ("value", "path", "line", "column", "keys")

    def __init__(self, value: str | list[Node] | dict[str, Node], path: str, line: int, column: int) -> None:
        self.value, self.path, self.line, self.column = value, path, line, column
        self.keys: dict[str, tuple[int, int]] = {}

    def fail(self, message: str) -> NoReturn:
        """Raise UsageError at this node."""
        raise UsageError(message, self.path, self.line, self.column)

    def text(self, what: str = "a text") -> str:
        if not isinstance(self.value, str):
            self.fail(f"{what} is expected here, not {self._kind()}")
        return self.value

    def items(self, what: str = "a list") -> list[Node]:
        if not isinstance(self.value, list):
            self.fail(f"{what} is expected here, not {self._kind()}")
        return self.value

    def texts(self, what: str = "a text or a list of texts") -> tuple[str, ...]:
        """One text, or a list of texts."""
        if isinstance(self.value, str):
            return (self.value,)
        return tuple(node.text() for node in self.items(what))

    def boolean(self) -> bool:
        if self.value not in ("true", "false"):
            self.fail("true or false is expected here")
        return self.value == "true"

    def choice(self, known: Sequence[str], what: str) -> str:
        """One of `known`; `what` names the thing in the error ("severity")."""
        value = self.text(what)
        if value not in known:
            self.fail(f"unknown {what} {value!r}{did_you_mean(value, known)}; known: {', '.join(known)}")
        return value

    def mapping(self, allowed: Sequence[str] | None = None, required: Sequence[str] = ()) -> dict[str, Node]:
        """The mapping, after its keys were checked; `allowed` None allows any key."""
        if not isinstance(self.value, dict):
            self.fail(f"a mapping is expected here, not {self._kind()}")
        for key in self.value:
            if allowed is not None and key not in allowed:
                raise UsageError(f"unknown key {key!r}{did_you_mean(key, allowed)}", self.path, *self.keys[key])
        for key in required:
            if key not in self.value:
                self.fail(f"the key {key!r} is missing")
        return self.value

    def _kind(self) -> str:
        return {str: "a text", list: "a list", dict: "a mapping"}[type(self.value)]


class _Open:
    """A list or mapping that is being filled; `key` waits for its value."""

    __slots__ = ("node", "key", "place")

    def __init__(self, node: Node) -> None:
        self.node, self.place = node, (0, 0)
        self.key: str | None = None


def parse(source: Source) -> Node | None:
    """Source -> tree, or None for a file without content.  Raises UsageError with the place of the fault."""
    root: Node | None = None
    stack: list[_Open] = []  # not recursion: nesting is bounded by memory alone
    for kind, event in _events(source):
        if kind in ("SequenceEndEvent", "MappingEndEvent"):
            stack.pop()
            continue
        place = source.position(event.start_mark.index)
        if kind == "DocumentStartEvent":
            if root is not None:
                raise UsageError("one YAML document is expected, a second begins here", source.path, *place)
            continue
        if kind == "AliasEvent":
            raise UsageError("YAML aliases are not allowed", source.path, *place)
        if event.tag not in (None, "!"):
            raise UsageError("YAML tags are not allowed", source.path, *place)
        top = stack[-1] if stack else None
        if top is not None and isinstance(top.node.value, dict) and top.key is None:
            if kind != "ScalarEvent":
                raise UsageError("a key must be a text", source.path, *place)
            if event.value in top.node.value:
                raise UsageError(f"the key {event.value!r} stands here twice", source.path, *place)
            top.key, top.place = event.value, place
            continue
        node = Node(event.value if kind == "ScalarEvent" else [] if kind == "SequenceStartEvent" else {}, source.path, *place)
        if top is None:
            root = node
        elif isinstance(top.node.value, list):
            top.node.value.append(node)
        elif isinstance(top.node.value, dict) and top.key is not None:
            top.node.value[top.key], top.node.keys[top.key] = node, top.place
            top.key = None
        if kind != "ScalarEvent":
            stack.append(_Open(node))
    return None if root is not None and root.value == "" else root


def _events(source: Source) -> Iterator[tuple[str, Any]]:
    """The parser's events with their class names; its errors become UsageErrors."""
    import yaml

    loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        for event in yaml.parse(source.text, Loader=loader):
            kind = type(event).__name__
            if kind not in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                yield kind, event
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        raise UsageError(f"not YAML: {problem}", source.path, *source.position(mark.index if mark else 0)) from None
    except UnicodeEncodeError as error:  # a lone surrogate
        raise UsageError("not YAML: not Unicode text", source.path, *source.position(error.start)) from None
