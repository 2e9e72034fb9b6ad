"""Whether an English occurrence is part of a name: Google Agent Development Kit, Slack the product.

A capital says little at the start of a sentence or in a heading in title case, and much in the middle of a sentence.
"""

from __future__ import annotations

import re

from linter.patterns import lazy

_WORD = lazy(r"[A-Za-z0-9][A-Za-z0-9'&+.-]*")
_SENTENCE_END = ".!?:;。！？：；\n\"“”‘('（—-•*|"
# words that stand capitalised before a term without making a name of it: sentence openers, determiners, question words
_FUNCTION = frozenset(
    "a an the this that these those my your our his her its their some any each every no all both when where why how what which who "
    "if in on at by for with from to of and or but so as then than also not we you i it he she they is are was were be can may will "
    "using use see chapter section part figure fig table step appendix pattern example note exercise hypothesis rule lemma theorem".split()
)
_SMALL = frozenset("a an the of in on to for by and or with from as at vs via is are be".split())


def title_case(text: str) -> bool:
    """Whether most words of a passage are capitalised, as headings in English are."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL and word[0].isalpha()]
    if len(words) < 2:
        return True
    if len(words) > 3 and text.rstrip().endswith((".", "!", "?")):
        return False  # a sentence, however many names it has
    capitals = sum(word[0].isupper() for word in words)
    return bool(capitals * 10 >= len(words) * 7)


def enclosing_name(text: str, start: int, end: int, form: str, heading: bool) -> str:
    """The name that [start, end) of `text` is part of, or "".

    `form` is the row's form: a row that is itself written with capitals in the middle (RAG, CapEx) or in title case with several
    words expects them.  `heading` says that the passage is in title case, where capitals prove nothing.
    """
    written = text[start:end]
    if heading or not written[:1].isupper():
        return ""
    before = _neighbour(text, start, backwards=True)
    after = _neighbour(text, end, backwards=False)
    part = " ".join(word for word in (before, written, after) if word)
    if before or after:
        return part
    single = " " not in written and "-" not in written
    if single and form[:1].islower() and not _opens_sentence(text, start):
        return written
    return ""


def _neighbour(text: str, at: int, backwards: bool) -> str:
    """The adjacent word, if only a space lies between and it is capitalised and no function word."""
    if backwards:
        if at < 2 or text[at - 1] != " ":
            return ""
        left = re.search(r"[A-Za-z0-9][A-Za-z0-9'&+.-]*$", text[max(0, at - 40) : at - 1])
        word = left.group() if left else ""
        if word.endswith((".", "-")):
            return ""
    else:
        right = _WORD.match(text, at + 1) if text[at : at + 1] == " " else None
        word = right.group().rstrip(".") if right else ""
    if not word or not word[0].isupper() or word.lower() in _FUNCTION:
        return ""
    return word


def _opens_sentence(text: str, start: int) -> bool:
    head = text[max(0, start - 3) : start].rstrip(" ")
    return start == 0 or not head or head[-1] in _SENTENCE_END
