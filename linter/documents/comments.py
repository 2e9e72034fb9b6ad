"""Which HTML comments are English prose (the source of the text below), and which are notes, directives or old markup."""

from __future__ import annotations

from collections.abc import Sequence

from linter.documents.language import language_of
from linter.documents.lines import is_final
from linter.patterns import lazy
from linter.syntax.blocks import Block

_WORD = lazy(r"[A-Za-z]{2,}")
_MARKER = lazy(r"\s*(?:glosslint[-:]|(?i:todo|fixme|xxx|hack|wip)\b|(?:START|END|BEGIN|ANCHOR)\b|[#@!]\w|\[if |</?\w)")
_ENOUGH = 300  # characters of a comment that are looked at
_OWN_LINES = lazy(r"[ \t]*[\r\n]")
# The first word of a directive is no word of prose: prettier-ignore, cspell:disable, key=value, a/path, MD013, file.md
_DIRECTIVE = lazy(r"\s*(?:[a-z0-9]+(?:[-_:./=@][A-Za-z0-9\"']+)+|[A-Za-z]+\d+|[A-Z]{3,}\s*:|\w+\s*=)")


def is_prose(inner: str, blocks: Sequence[Block]) -> bool:
    """Whether a comment holds English prose.  `inner`: the raw text between its marks.

    Marks on lines of their own show that prose was commented out; on one line it takes a sentence or a title to tell.
    """
    if _MARKER.match(inner):
        return False
    text = inner[:_ENOUGH].strip()
    if _DIRECTIVE.match(text) or (language_of(text) != "en" and not any(language_of(block.text(0)) == "en" for block in blocks)):
        return False
    if _OWN_LINES.match(inner) or any(block.kind == "heading" for block in blocks):
        return True
    words = len(_WORD.findall(text))
    return is_final(inner.rstrip()) or (words >= 2 and text[0].isupper()) or words >= 8
