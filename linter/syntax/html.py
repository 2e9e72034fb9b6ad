"""HTML inside Markdown: tags out, text and comments kept with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.patterns import lazy

# Quantifiers are possessive: a "<" that opens no tag is given up at once.
_TOKEN = lazy(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:.-]*+)(?:[^<>\"'{}]++|\"[^\"]*+\"|'[^']*+'|\{[^{}]*+\})*+>"
    r"|<[!?][^>]*+(?:>|\Z)|</?>",  # as browsers read it: where a declaration is never closed, no text follows
    re.DOTALL,
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite del dfn em font i ins label mark nobr q rb rp rt ruby s small span strike strong sub sup "
    "time u wbr".split()
)
CODE = frozenset("code kbd samp tt var".split())
RAW = frozenset("math pre script style svg template textarea".split())


def tokens(text: str) -> Iterator[tuple[str, str, int, int]]:
    """(kind, name, start, end): "text", "comment" (the range inside its marks), "open" and "close" with the tag's name in lower
    case, "raw" for what stands between the tags of an element that holds no prose."""
    at = 0
    while token := _TOKEN.search(text, at):
        if token.start() > at:
            yield "text", "", at, token.start()
        at = token.end()
        name = (token["name"] or "").lower()
        if token["comment"] is not None:
            yield "comment", "", *token.span("comment")
        elif token["close"]:
            yield "close", name, token.start(), at
        else:
            yield "open", name, token.start(), at
            if name in RAW and not text.endswith("/>", token.start(), at):
                end = re.compile(rf"</{re.escape(name)}\b", re.IGNORECASE).search(text, at)
                stop = end.start() if end else len(text)
                if stop > at:
                    yield "raw", name, at, stop
                at = stop
    if at < len(text):
        yield "text", "", at, len(text)
