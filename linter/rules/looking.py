"""The part of a user's rule that says what is to be looked for (`reports: pattern`): literals or a regular expression."""

from __future__ import annotations

from linter.rules.model import LANGUAGES, PASSAGES, PATTERN, PROSE, Pattern
from linter.yamltree import Node

PATTERN_KEYS = ("literals", "regex", "replacement", "where", "language", "files", "unless")
LONGEST = 2000  # code points of an expression or a literal


def pattern_of(root: Node, parts: dict[str, Node], reports: str) -> Pattern | None:
    """The pattern of a rule; None for a rule that reports something else.  Raises UsageError with the place of a fault."""
    given = [key for key in PATTERN_KEYS if key in parts]
    if reports != PATTERN:
        if given:
            parts[given[0]].fail(f"{given[0]!r} belongs to a rule with `reports: {PATTERN}`")
        return None
    if ("literals" in parts) == ("regex" in parts):
        root.fail("a pattern has `literals` or a `regex`, one of the two")
    literals = _literals(parts["literals"]) if "literals" in parts else ()
    replacement = parts["replacement"].text() if "replacement" in parts else None
    if literals and replacement is not None:
        literals = tuple((literal, replacement if other is None else other) for literal, other in literals)
    return Pattern(
        literals,
        _regex(parts["regex"], parts.get("replacement")) if "regex" in parts else "",
        replacement,
        _choices(parts["where"], (PROSE, *PASSAGES), "passage") if "where" in parts else (),
        _choices(parts["language"], LANGUAGES, "language") if "language" in parts else ("zh",),
        parts["files"].texts() if "files" in parts else (),
        parts["unless"].texts() if "unless" in parts else (),
    )


def _literals(node: Node) -> tuple[tuple[str, str | None], ...]:
    """A text, a list of texts, or a mapping of what is wrong to what is right."""
    if isinstance(node.value, dict):
        found: list[tuple[str, str | None]] = [(literal, child.text()) for literal, child in node.mapping().items()]
    else:
        found = [(literal, None) for literal in node.texts()]
    if not found or any(not literal.strip() or len(literal) > LONGEST for literal, _ in found):
        node.fail("a text to look for is expected here, not nothing")
    return tuple(found)


def _choices(node: Node, known: tuple[str, ...], what: str) -> tuple[str, ...]:
    children = [node] if isinstance(node.value, str) else node.items()
    chosen = tuple(child.choice(known, what) for child in children)
    return () if PROSE in chosen else chosen


def _regex(node: Node, replacement: Node | None) -> str:
    import regex

    written = node.text("a regular expression")
    if len(written) > LONGEST:
        node.fail(f"a regular expression of at most {LONGEST} characters is expected here")
    try:
        compiled = regex.compile(written)
    except (regex.error, RecursionError, OverflowError) as error:
        at = getattr(error, "pos", None)
        where = f" at character {at + 1}: {written[:at]}👉{written[at:]}" if isinstance(at, int) and len(written) < 200 else ""
        node.fail(f"not a regular expression: {getattr(error, 'msg', None) or error}{where}")
    if compiled.match("") is not None and compiled.fullmatch("") is not None and not compiled.groups and not written.strip():
        node.fail("a regular expression that says nothing")
    if replacement is not None:
        _check_replacement(compiled.groups, dict(compiled.groupindex), replacement)
    return written


def _check_replacement(groups: int, names: dict[str, int], node: Node) -> None:
    """A replacement names only groups that there are."""
    import regex

    from linter.suggest import did_you_mean

    for number, name in regex.findall(r"(?<!\\)(?:\\\\)*\\(?:([1-9][0-9]?)|g<([^>]*)>)", node.text()):
        if number and int(number) > groups:
            node.fail(f"the expression has no group {number}")
        if name and not name.isdigit() and name not in names:
            node.fail(f"the expression has no group {name!r}{did_you_mean(name, names)}")
        if name.isdigit() and int(name) > groups:
            node.fail(f"the expression has no group {name}")
