"""Inline reStructuredText, as it stands in the units of a translated Sphinx manual.

What a reader of the built page sees as prose stays visible: the label of a role or link, emphasised text.  Markup around it
is dropped, so that a term may span it; code, the targets of roles and substitutions are literals.  Chinese manuals set markup
without the spaces that docutils asks for, so only a Latin letter or digit in front keeps `*` and backticks from opening.
"""

from __future__ import annotations

import re

from linter.patterns import lazy
from linter.records import NamedTuple

MARKUP = "markup"  # the kind of a mark that is dropped without being text of any sort
TARGET = "target"  # dropped as well, and worth telling: where a link or role leads


class Mark(NamedTuple):
    """A range that is not prose.  MARKUP and TARGET vanish from the visible text, every other kind is a literal in it."""

    start: int
    end: int
    kind: str


class Word(NamedTuple):
    """A range that is prose or a literal depending on the other language: `*name*` and :term:`name`.

    `key` is what both sides must share: the target of a role, the emphasised word.
    """

    start: int
    end: int
    key: str
    kind: str  # "parameter", "role-target" or "title"
    bare: bool  # the text shown is the key itself


_PROSE_ROLES = frozenset(("term", "dfn", "abbr", "guilabel", "menuselection", "strong", "emphasis", "sup", "sub", "t", "ruby"))
_LABEL_ROLES = frozenset(("ref", "doc", "numref", "any", "download", "pep", "rfc", "std:ref", "std:doc", "eq", "token"))
_INLINE = lazy(
    r"[`:*|\[\\](?:"  # one class in front lets the engine skip plain text quickly
    r"(?<=`)`(?=[^\s`])(?P<code>[^`]+(?:`[^`]+){0,20})``"
    r"|(?<=:)(?P<role>[A-Za-z][\w.+-]*(?::[A-Za-z][\w.+-]*){0,2}):`(?P<content>[^`]+)`"
    r"|(?<=`)(?<![A-Za-z0-9`]`)(?P<phrase>[^`]+)`(?P<link>__?)?"
    r"|(?<=\*)(?<![A-Za-z0-9*]\*)\*(?=[^\s*])(?P<strong>[^*]+(?:\*[^*]+){0,20}?)\*\*(?!\*)"
    r"|(?<=\*)(?<![A-Za-z0-9*]\*)(?=[^\s*])(?P<emphasis>[^*]+)(?<!\s)\*(?![A-Za-z0-9*])"
    r"|(?<=\|)(?<![\w`|]\|)(?P<substitution>(?=[^\s|])[^|\n]+(?<!\s)\|_{0,2})"
    r"|(?<=\[)(?P<footnote>(?:[0-9]+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_)"
    r"|(?<=\\)(?P<escaped>\s?))"
)
_IDENTIFIER = lazy(r"[A-Za-z_][\w.]*(?:[=(\[].*)?\Z", re.ASCII)


def marks(text: str) -> tuple[list[Mark], list[Word]]:
    """The marks of a unit's text, ascending, and the words whose nature the other side decides."""
    found: list[Mark] = []
    words: list[Word] = []
    for inline in _INLINE.finditer(text):
        kind = inline.lastgroup
        start, end = inline.span()
        if kind == "code":
            found.append(Mark(start, end, "code"))
        elif kind == "content":
            _role(inline, found, words)
        elif kind == "link" or kind == "phrase":
            _phrase(inline, found, words)
        elif kind == "strong":
            found += (Mark(start, start + 2, MARKUP), Mark(end - 2, end, MARKUP))
        elif kind == "emphasis":
            found += (Mark(start, start + 1, MARKUP), Mark(end - 1, end, MARKUP))
            if _IDENTIFIER.match(inline["emphasis"]):
                words.append(Word(start + 1, end - 1, inline["emphasis"], "parameter", True))
        elif kind == "substitution":
            found.append(Mark(start, end, "substitution"))
        else:  # a footnote's number, an escape
            found.append(Mark(start, end, MARKUP))
    return found, words


def _role(inline: re.Match[str], found: list[Mark], words: list[Word]) -> None:
    role, content = inline["role"], inline["content"]
    start, end = inline.span()
    first = inline.start("content")
    label, target = _split(content)
    if label:
        if role not in _PROSE_ROLES and role not in _LABEL_ROLES and _IDENTIFIER.match(label):
            found.append(Mark(start, end, "role"))
            return
        after = first + len(label)
        found += (Mark(start, first, MARKUP), Mark(after, end - 1, TARGET), Mark(end - 1, end, MARKUP))
        if role == "term":
            words.append(Word(first, after, _folded(target), "role-target", False))
    elif role in _PROSE_ROLES:
        found += (Mark(start, first, MARKUP), Mark(end - 1, end, MARKUP))
        if role == "term":
            words.append(Word(first, end - 1, _folded(content), "role-target", True))
    elif content.isascii() or role in _LABEL_ROLES:
        found.append(Mark(start, end, "role"))
    else:  # a role that we do not know, around text of the translator's
        found += (Mark(start, first, MARKUP), Mark(end - 1, end, MARKUP))


def _phrase(inline: re.Match[str], found: list[Mark], words: list[Word]) -> None:
    phrase = inline["phrase"]
    start, end = inline.span()
    first, last = inline.span("phrase")
    label, target = _split(phrase)
    if target:
        after = first + len(label)
        found += (Mark(start, first, MARKUP), Mark(after, last, TARGET), Mark(last, end, MARKUP))
        words.append(Word(first, after, label, "title", True))
    elif inline["link"] or not phrase.isascii() or " " in phrase:
        found += (Mark(start, first, MARKUP), Mark(last, end, MARKUP))
        if inline["link"]:
            words.append(Word(first, last, phrase, "title", True))
    else:
        found.append(Mark(start, end, "code"))


def _split(content: str) -> tuple[str, str]:
    """label <target> -> both; ("", "") where there is no target in angle brackets."""
    if not content.endswith(">"):
        return "", ""
    label, opening, target = content[:-1].rpartition("<")
    return (label.rstrip(), target) if opening and target and label.strip() else ("", "")


def _folded(key: str) -> str:
    return " ".join(key.split()).lower()
