"""Senses nested under a term: each says in which context it holds, and the translation there."""

from __future__ import annotations

from collections.abc import Sequence

from linter.glossary.model import Entry
from linter.glossary.target_cell import read_target_cell
from linter.glossary.text import clean, distinct
from linter.patterns import lazy

# "in the context of security, translated as X": what stands before is the context
_RENDERED = lazy(
    r"^(.{0,80}?)(?:可以?|应当?|应该|宜|酌情|直接?|一般|通常|通|也|亦|则|均|都|请|须){0,3}"
    r"(?:翻译|翻譯|译|譯|称|稱|写|寫)(?:为|為|作|成)\s*[:：]?\s*"
)


def with_senses(entry: Entry, texts: Sequence[str], own: bool) -> Entry:
    """The entry of a term with the renderings of its senses.  `own`: the term's line has a rendering itself."""
    preferred = entry.preferred if own else None
    admitted: list[str] = list(entry.admitted) if own else []
    tolerated: list[str] = list(entry.tolerated)
    deprecated: list[str] = list(entry.deprecated)
    keep, contextual = entry.keep and own, len(texts) > 1 or own
    for text in texts:
        text = clean(text)
        found = _RENDERED.match(text)
        cell = read_target_cell(text[found.end() :] if found else text, entry.source)
        contextual = contextual or cell.contextual or bool(found and found[1].strip())
        forms = [*((cell.preferred,) if cell.preferred else ()), *cell.admitted]
        if preferred is None and not keep and forms:
            preferred = forms.pop(0)
        admitted += forms
        tolerated += cell.tolerated
        deprecated += cell.deprecated
        if cell.keep or cell.may_keep:  # in this context the English stays
            tolerated += entry.source
    right = distinct(admitted, without=(preferred or "",))
    return entry._replace(
        preferred=preferred,
        admitted=right,
        tolerated=distinct(tolerated, without=(preferred or "", *right)),
        deprecated=distinct(deprecated, without=(preferred or "", *right, *tolerated)),
        keep=keep,
        undecided=preferred is None and not keep and not right,
        contextual=contextual,
        note="; ".join(text for text in (entry.note, *map(clean, texts)) if text),
    )
