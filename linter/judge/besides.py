"""What a Chinese string renders besides the term, or in place of it: a negation, a number, a longer term, another word's verb.

Each function gives the English (or the Chinese) that says so, or "".
"""

from __future__ import annotations

import re

from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import acts, is_english_verb, pairs_for, stems_of, words_for
from linter.judge.english import content_stems, stem
from linter.judge.explaining import neighbours, of_family
from linter.patterns import lazy
from linter.scan.fold import fold

_NEGATIONS = "无不未没非"
_NOT = lazy(r"\b(?:not|no|never|none|nor|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_COUNTING = frozenset(("number", "count", "total"))
_NUMBER_OF = lazy(r"\b(?:numbers?|counts?|totals?) of\b", re.IGNORECASE)
_NUMBER = lazy(r"\b(?:number|count|total|per)\b", re.IGNORECASE)
OPENED = 0.7  # share of the sentences with a rendering that it opens, if it is what an imperative says
_FIRST = lazy(  # a word that opens a sentence and may be its verb, with an object behind it
    r"\W*([A-Za-z]+)[ \n]+(?!(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|do|does|did|of|and|or|in|on|for|to|"
    r"with|from|by|at|as)\b)[\w%{<`\ufffc]"
)
_LEADING = " \n\t*_`\"'“‘<>[]()（）"


def besides(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The first of all that a string renders besides the term in one record, or in place of it; "" where it renders the term alone."""
    return (
        negated(corpus, concept, text, number)
        or counted(corpus, concept, text, number, own)
        or shortened(corpus, concept, text, number, own)
        or compounded(corpus, concept, text, number, own)
        or contracted(corpus, concept, text, number, own)
        or commanded(corpus, concept, text, own)
    )


def shortened(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The English word beside a term whose rendering follows the beginning of an expected one in `text`, or "".

    复数翻译 in "plural form translations" is 复数形式 cut short and 翻译, and 子项目 in "child items" is no rendering of "child".
    """
    beside = neighbours(corpus, concept, number) - own
    for form in map(fold, concept[1]):
        short = min(len(text), len(form))
        same = next((at for at in range(short) if text[at] != form[at]), short)
        rest = text[same:].removeprefix("的")
        if same and len(rest) > 1 and not of_family(stems_of(rest), own):
            by = min(words_for(rest) & beside, default="")
            if by:
                return by
    return ""


def compounded(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The word or phrase that a term makes with the word beside it where `text` is the dictionary's or another row's rendering of
    that, or "": 网站 for "web site", 源代码 for "source code", 家谱 for a "tree" where a row has it for "family tree".
    """
    longer = next((term for term, _ in sorted(corpus.rendered(text)) if own_words(own) < content_stems(term)), "")
    if longer:
        return longer
    joined, phrases = words_for(text), pairs_for(text)
    if not joined and not phrases:
        return ""
    for feature in sorted(corpus.contexts(concept, (number,)).get(number, ())):
        kind, _, word = feature.partition(":")
        if kind not in ("before", "after"):
            continue
        for one in sorted(own_words(own)):
            first, second = (word, one) if kind == "before" else (one, word)
            if first + second in joined or frozenset((first, second)) in phrases:
                beside = rf"\b{re.escape(first)}\w*\s+{re.escape(second)}\w*"
                written = re.search(beside, corpus.records[number].english, re.IGNORECASE)
                return written.group() if written else f"{first} {second}"
    return ""


def own_words(own: frozenset[str]) -> frozenset[str]:
    """The stems of a term without those of its words written together with hyphens."""
    return frozenset(stem for stem in own if "-" not in stem)


def contracted(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The rendering of a term coordinated with this one that `text` holds together with a character of an expected one, or "": 经纬度
    for "latitude or longitude", of 纬度 and 经度.
    """
    expected = [fold(form) for form in concept[1]]
    for form, _ in corpus.claims[number]:
        rest = text.replace(form, "", 1)
        if form not in expected and len(rest) == 1 and any(rest in one for one in expected):
            words = "|".join(sorted(map(re.escape, own)))
            beside = rf"(?:\b(?:and|or)\s+|/\s*)(?:{words})|\b(?:{words})\w*(?:\s+(?:and|or)\b|\s*/)"
            return form if re.search(beside, corpus.records[number].english, re.IGNORECASE) else ""
    return ""


def commanded(corpus: Corpus, concept: Concept, text: str, own: frozenset[str]) -> str:
    """The verb that a noun's English is where it opens most of the sentences that hold `text`, and `text` their Chinese, or "": 记录 in
    "Log all requests" is no wrong 日志.
    """
    if not (is_english_verb(concept[0].lower()) and acts(text)) or any(acts(form) for form in concept[1]):
        return ""
    held = [number for number in corpus.uses[concept].missing if text in corpus.records[number].text]
    opened = [word for number in held if (word := _opening(corpus, number, text)) and stem(word) in own]
    return opened[0] if len(opened) >= max(2, OPENED * len(held)) else ""


def _opening(corpus: Corpus, number: int, text: str) -> str:
    """The first of several English words of a record whose Chinese begins with `text`, or ""."""
    record = corpus.records[number]
    found = _FIRST.match(record.english) if record.text.lstrip(_LEADING).startswith(text) else None
    return found.group(1) if found else ""


def negated(corpus: Corpus, concept: Concept, text: str, number: int) -> str:
    """The negation of the English that a string renders along with the term, or "": 无权 in "does not have permission"."""
    if text[0] not in _NEGATIONS or any(form[0] in _NEGATIONS for form in concept[1]):
        return ""
    found = _NOT.search(corpus.records[number].english)
    return found.group() if found else ""


def counted(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The word for a number that a string renders along with the term, or "": 页数 in "the number of pages", for 页面 or for 数字."""
    if not text.endswith("数"):
        return ""
    english = corpus.records[number].english
    found = _NUMBER_OF.search(english) if own & _COUNTING else None
    if not found and any(text[:-1] in form for form in concept[1]):
        found = _NUMBER.search(english)
    return found.group() if found else ""
