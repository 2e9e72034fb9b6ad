"""The strict YAML reader: strings stay strings, and every fault is named where it stands."""

from __future__ import annotations

import pytest

from linter.errors import UsageError
from linter.source import Source
from linter.yamltree import Node, parse


def plain(node: Node | None) -> object:
    if node is None:
        return None
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(child) for child in node.value] if isinstance(node.value, list) else node.value


READ = [
    pytest.param("a: no\nb: [1_000, 12:30, null]", {"a": "no", "b": ["1_000", "12:30", "null"]}, id="scalars stay strings"),
    pytest.param("", None, id="an empty file"),
    pytest.param("# only a comment\n", None, id="a comment alone"),
    pytest.param("---\na: 'x'\n...\n", {"a": "x"}, id="document marks"),
    pytest.param("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}, id="a block text"),
    pytest.param("a: &x 1", {"a": "1"}, id="an anchor that nobody uses"),
]


@pytest.mark.parametrize(("text", "tree"), READ)
def test_reads(text: str, tree: object) -> None:
    assert plain(parse(Source("f.yaml", text))) == tree


REFUSED = [
    pytest.param("a: 1\na: 2", "f.yaml:2:1: the key 'a' stands here twice", id="a duplicate key"),
    pytest.param("a: &x 1\nb: *x", "f.yaml:2:4: YAML aliases are not allowed", id="an alias"),
    pytest.param("智能: 1\r\n体: !!int 3", "f.yaml:2:4: YAML tags are not allowed", id="a tag, after CRLF and Han"),
    pytest.param("a: 'x\u2028y'\nb: !t 3", "f.yaml:2:4: YAML tags are not allowed", id="U+2028 is no line end"),
    pytest.param("---\na: 1\n---\nb: 2", "f.yaml:3:1: one YAML document is expected, a second begins here", id="two documents"),
    pytest.param("? [a]\n: b", "f.yaml:1:3: a key must be a text", id="a list as a key"),
    pytest.param("a:\n\tb: 1", "f.yaml:2:1: not YAML: found character that cannot start any token", id="a tab"),
    pytest.param("a: \ud800", "f.yaml:1:4: not YAML: not Unicode text", id="a lone surrogate"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refuses(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(Source("f.yaml", text))
    assert str(caught.value) == message


def test_deep_nesting_is_an_error_not_a_crash() -> None:
    with pytest.raises(UsageError):
        parse(Source("f.yaml", "[" * 50_000))


ASKED = [
    pytest.param("sevrity: error", "f.yaml:1:1: unknown key 'sevrity' (did you mean 'severity'?)", id="an unknown key"),
    pytest.param("{}", "f.yaml:1:1: the key 'severity' is missing", id="a missing key"),
    pytest.param("[]", "f.yaml:1:1: a mapping is expected here, not a list", id="a list for a mapping"),
    pytest.param("severity: []", "f.yaml:1:11: severity is expected here, not a list", id="a list for a text"),
    pytest.param(
        "severity: warn",
        "f.yaml:1:11: unknown severity 'warn' (did you mean 'warning'?); known: error, warning",
        id="an unknown value",
    ),
]


@pytest.mark.parametrize(("text", "message"), ASKED)
def test_a_wrong_shape_is_named(text: str, message: str) -> None:
    root = parse(Source("f.yaml", text))
    assert root is not None
    with pytest.raises(UsageError) as caught:
        root.mapping(("severity",), required=("severity",))["severity"].choice(("error", "warning"), "severity")
    assert str(caught.value) == message
