"""Which HTML comments are English prose (the source of the text below), and which are notes, directives or old markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.documents.language import language_of
from linter.documents.lines import is_final
from linter.syntax.blocks import Block

_WORD = re.compile(r"[A-Za-z]{2,}")
_MARKER = re.compile(r"\s*(?:(?i:todo|fixme|xxx|hack|wip)\b|(?:START|END|BEGIN|ANCHOR)\b|[#@!]\w|\[if |</?\w)")
# The first word of a directive is no word of prose: prettier-ignore, cspell:disable, key=value, a/path, MD013, file.md
_DIRECTIVE = re.compile(r"[\s]*(?:[a-z0-9]+(?:[-_:./=@][A-Za-z0-9\"']+)+|[A-Za-z]+\d+|[A-Z]{3,}\s*:|\w+\s*=)")


def is_prose(inner: str, blocks: Sequence[Block]) -> bool:
    """Whether a comment holds English sentences or a heading.  `inner`: the raw text between its marks."""
    if _MARKER.match(inner):
        return False
    text = " ".join(block.text(at) for block in blocks for at in range(len(block.lines)))
    if language_of(text) != "en" or _DIRECTIVE.match(text):
        return False
    if any(block.kind == "heading" for block in blocks):
        return True
    words = _WORD.findall(text)
    return bool(words) and (is_final(text.rstrip()) or (len(words) >= 2 and text.lstrip()[:1].isupper()) or len(words) >= 8)
