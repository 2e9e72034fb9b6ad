"""Inline glosses of running text: 后训练（post-training）, 模型集成（ensemble of models，EoM）, agent（智能体）.

Nothing marks where the Chinese of a gloss begins, so the Han run before the parenthesis is kept whole and compared by its end.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.documents.language import has_han
from linter.documents.model import Document
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax.spans import Span

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_CLOSE = "[”’』」》\"']?"
_OPEN = "[“‘『「《\"']?"
_LATIN = "[A-Za-z0-9'’+&/-]"
# The Chinese before a parenthesis, read backwards: nothing tells where it begins, but it ends here.  The Han run may have Latin letters
# and digits in front (AI 智能体).
_CHINESE_BEFORE = lazy(rf" ?{_CLOSE}(?P<zh>[{_HAN}]{{1,16}}(?: ?[A-Za-z0-9]{{1,12}})?)")
_ENGLISH_INSIDE = lazy(rf"[（(] ?{_OPEN}(?P<en>[A-Za-z][^（()）\n]{{0,60}}){_CLOSE} ?[)）]")
_ENGLISH_BEFORE = lazy(rf"(?:{_LATIN}|[ ”’』」》\"'])*")
_ENGLISH_FIRST = lazy(
    rf"(?P<en>[A-Za-z]{_LATIN}*(?: {_LATIN}+){{0,5}}){_CLOSE} ?[（(] ?{_OPEN}(?P<zh>[{_HAN}]{{1,16}}){_CLOSE} ?[)）]"
)
# What stands around an opening parenthesis that may belong to one of them.  Letters beyond ASCII stand for Han: the class of Han
# takes longer to compile than a small text to read.
_LETTER = r"[^\W\x00-\x7f]"
_PARENTHESIS = lazy(
    rf"[（(](?:(?:(?<={_LETTER}.)|(?<=[”’』」》\"' ].)) ?{_OPEN}(?P<latin>[A-Za-z])|(?<=[A-Za-z0-9+&/”’』」》\"' -].) ?{_OPEN}{_LETTER})"
)
_CHINESE, _ENGLISH, _BEHIND = 32, 100, 70  # characters before it (by language) and behind it that a gloss may have
_PARTS = lazy(r"\s*[，,、;；:：/|]\s*")


class Gloss(NamedTuple):
    """Visible offsets.  `english` are the parts of the English, each with its own range: the term and, often, its abbreviation."""

    passage: int
    zh_start: int
    zh_end: int
    en_start: int
    en_end: int
    english: tuple[tuple[str, int, int], ...]
    reversed: bool = False  # the English stands in the text, the Chinese in the parenthesis


def glosses(document: Document) -> list[Gloss]:
    """All glosses of the Chinese passages, in order."""
    text = document.text
    found: list[Gloss] = []
    for zh, en, end in _around_parentheses(text):
        passage = document.passage_at(min(zh.start, en.start))
        if passage < 0 or document.passages[passage].lang != "zh" or end > document.passages[passage].end:
            continue
        found.append(Gloss(passage, *zh, *en, _parts(text, *en), reversed=en.start < zh.start))
    found.sort()
    return found


def _around_parentheses(text: str) -> Iterator[tuple[Span, Span, int]]:
    """The Chinese, the English and the end of what may be a gloss.

    Only parentheses are looked for in the whole text: they are rare, letters are not.
    """
    for parenthesis in _PARENTHESIS.finditer(text):
        at = parenthesis.start()
        if parenthesis["latin"]:
            before = _CHINESE_BEFORE.match(text[max(0, at - _CHINESE) : at][::-1])
            inside = _ENGLISH_INSIDE.match(text, at)
            if before and inside and not has_han(inside["en"]):
                yield Span(at - before.end(), at - before.start("zh")), Span(*inside.span("en")), inside.end()
        else:
            reach = _ENGLISH_BEFORE.match(text[max(0, at - _ENGLISH) : at][::-1])
            match = _ENGLISH_FIRST.search(text, at - (reach.end() if reach else 0), at + _BEHIND)
            if match and match.end("en") <= at:
                yield Span(*match.span("zh")), Span(*match.span("en")), match.end()


def _parts(text: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """The English as a whole, then its parts where punctuation divides it."""
    whole = text[start:end].rstrip()
    parts = [(whole, start, start + len(whole))]
    pieces = list(_PARTS.finditer(whole))
    if pieces:
        at = 0
        for divider in [*pieces, None]:
            stop = divider.start() if divider else len(whole)
            if stop > at:
                parts.append((whole[at:stop], start + at, start + stop))
            at = divider.end() if divider else stop
    return tuple(parts)
