"""Innocence by the English alone: a name, an idiom, another part of speech."""

from __future__ import annotations

import re

from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.judge.english import idiom_at, reads_as_adjective, reads_as_verb
from linter.judge.facts import Occurrence
from linter.judge.model import Reason
from linter.judge.untranslated import DOTTED, MANUAL
from linter.judge.words import is_noun, is_verb
from linter.patterns import lazy
from linter.scan.irregular import VERBS
from linter.scan.names import enclosing_name

_AROUND = 300  # code points on each side that can tell
_ATTRIBUTES = ("的", "型")
_TYPES = ("类型", "模型", "原型", "典型")  # nouns all the same
# endings of Chinese nouns that are never verbs: a row 列表 for "list" does not speak of "is listed"
_NOUNS = (
    *("表", "器", "者", "符", "库", "项", "机", "串", "树", "率", "体", "函数", "参数", "变量", "元组", "数组", "集合"),
    *("类型", "代码", "对象", "模块", "公式", "表达式", "范式", "格式", "模式", "模型", "原型"),
)

_ACTIONS = ("tion", "sion", "ment", "ance", "ence")

_PARTICIPLES = frozenset(form for forms in VERBS.values() for form in forms)
_POINTED_AT = lazy(r"(?i)\b(?:that|which) $")


def innocence(source: Document, start: int, end: int, at: Occurrence, form: str, entry: Entry, heading: bool) -> Reason | None:
    """Why an English occurrence is not the term, as far as the English alone tells."""
    start, end = max(start, at.start - _AROUND), min(end, at.end + _AROUND)  # a whole file may be one passage
    text = source.text[start:end]
    first, last = at.start - start, at.end - start
    if MANUAL.match(text, last) or DOTTED.match(text, last):
        return Reason("literal", {"surface": at.surface})
    name = enclosing_name(text, first, last, form, heading)
    if name:
        return Reason("name", {"surface": at.surface, "name": name})
    pos = part_of_speech(entry) or _shown_by_use(entry, text, first, last)
    idiom = idiom_at(text, first, last)
    if idiom:
        return Reason("other-sense", {"surface": at.surface, "phrase": idiom})
    if pos == "verb" and not reads_as_verb(text, first, last) and at.surface.lower() == form.lower() and _determined(text, first):
        return Reason("part-of-speech", {"surface": at.surface, "pos": pos})
    if (
        not pos
        and reads_as_adjective(text, first, last)
        and at.surface.lower() not in _PARTICIPLES
        and is_verb(entry.preferred or "")
    ):
        return Reason("part-of-speech", {"surface": at.surface, "pos": "verb"})
    if pos in ("noun", "adjective") and (reads_as_verb(text, first, last) or _inflected(pos, at.surface, entry)):
        return Reason("part-of-speech", {"surface": at.surface, "pos": pos})
    return None


def out_of_context(entry: Entry, around: str) -> Reason | None:
    """A row with context words (`when`) speaks only of passages that hold one; `around` is the pair's English in lower case."""
    if entry.when and not any(word.lower() in around for word in entry.when):
        return Reason("context")
    return None


def part_of_speech(entry: Entry) -> str:
    """What the row says, or what its Chinese shows: 解释型, 被动的 are attributes, so "is interpreted as" is another use."""
    if entry.pos or not entry.preferred:
        return entry.pos
    if len(entry.preferred) > 2 and entry.preferred.endswith(_ATTRIBUTES) and not entry.preferred.endswith(_TYPES):
        return "adjective"
    return "noun" if len(entry.preferred) > 1 and entry.preferred.endswith(_NOUNS) else ""


def names_an_action(entry: Entry) -> bool:
    """Whether a term is the noun of a verb, "distortion": Chinese has a verb for it as well as a noun, 失真 as well as 畸变."""
    return any(form.lower().removesuffix("s").endswith(_ACTIONS) for form in entry.source)


def _shown_by_use(entry: Entry, text: str, first: int, last: int) -> str:
    """ "noun" where the English is a verb and the row's Chinese, as the segmenter knows it, a noun: 日志 for "log all requests"."""
    low = text[first:last].lower()
    ending = low.endswith(("ed", "ing")) and not any(form.lower().endswith(("ed", "ing")) for form in entry.source)
    if not entry.preferred or not (ending or reads_as_verb(text, first, last)):
        return ""
    if not low.endswith("s") and _POINTED_AT.search(text, max(0, first - 6), first):
        return ""  # "that log" is a noun, "that logs" is none
    return "noun" if is_noun(entry.preferred) else ""


def _inflected(pos: str, surface: str, entry: Entry) -> bool:
    """Whether a noun's row is met in a verb form that the row does not write itself: "listed" for list."""
    low = surface.lower()
    return pos == "noun" and any(low.endswith(e) and not any(f.lower().endswith(e) for f in entry.source) for e in ("ed", "ing"))


def _determined(text: str, at: int) -> bool:
    """Whether a determiner or adjective-like word stands right before: a noun follows."""
    return bool(
        re.search(
            r"\b(?:a|an|the|this|that|these|those|of|its|his|her|their|our|your|my|each|every|any|no|some) $",
            text[max(0, at - 8) : at],
            re.I,
        )
    )
