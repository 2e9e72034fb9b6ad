"""Which language a run of visible text is in: Chinese, English, or neither."""

from __future__ import annotations

from functools import lru_cache

from linter.patterns import lazy
from linter.syntax.spans import MASK

_HAN_RUN = lazy("[\u4e00-\u9fff\u3400-\u4dbf\u3005\u3007]+")  # without the rare planes: the fewer ranges, the faster
_WORD = lazy(r"[A-Za-z]{2,}")
_LOWER = lazy(r"(?<![A-Za-z])[a-z]{2,}")
_OTHER = lazy("[\u3041-\u30ff\uac00-\ud7af]")  # kana, hangul
_GRAMMAR = lazy(
    r"\b(?:an?|and|are|as|at|be|but|by|can|for|from|has|have|if|in|is|it|its|not|of|on|or|that|the|their|then|there|this|to|was|we|"
    r"were|when|which|will|with|you|your)\b"
)


def language_of(text: str) -> str:
    """ "zh", "en" or "" (no words: masks, numbers, symbols; or kana and hangul, which are nobody's here).

    Names and abbreviations stay in Latin letters in Chinese prose, so that only lower-case words speak against Chinese.
    """
    if text.isascii():
        return "en" if _WORD.search(text) else ""
    text = text.replace(MASK, "")
    wide = (len(text.encode("utf-8", "replace")) - len(text)) // 2  # characters of three bytes, near enough
    if 3 * wide > 2 * (len(text) - wide) + 2 and _HAN_RUN.search(text) and not _OTHER.search(text, 0, 80):
        return "zh"  # the rest cannot hold as many words
    if 8 * wide < len(text) and len(_LOWER.findall(text, 0, 200)) > wide:
        return "en"  # fewer Han than words
    rest = _HAN_RUN.sub("", text)
    han = len(text) - len(rest)
    if not han:
        return "en" if _WORD.search(rest) and len(_OTHER.findall(rest)) < 2 else ""
    if len(_OTHER.findall(rest)) * 8 > han:
        return ""
    if not _WORD.search(rest):
        return "zh"
    english = len(_LOWER.findall(rest)) + len(_GRAMMAR.findall(rest))
    return "zh" if han >= english else "en"


def is_mostly_wide(text: str) -> bool:
    """Whether a text is Chinese at a glance, so that no closer look would find it English; False where it takes one."""
    masks = text.count(MASK)
    size = len(text) - masks
    wide = (len(text.encode("utf-8", "replace")) - size - 3 * masks) // 2
    return 3 * wide > 2 * (size - wide) + 2 and _HAN_RUN.search(text) is not None


def has_han(text: str) -> bool:
    return _HAN_RUN.search(text) is not None


_WIDE = lazy("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\uffef\U00020000-\U0003347f“”‘’—…·]")


@lru_cache(1024)
def is_wide(character: str) -> bool:
    """Whether a character is set without spaces around it: Han, kana, and full-width punctuation."""
    return character != "\ufffc" and bool(_WIDE.match(character))


_SEPARATOR = lazy(r"\s*(?:[|｜/／]|(?<=\s)[-–—·•:](?=\s))\s*")


_LONGEST = 300  # characters of a line that is looked at


def halves(text: str) -> tuple[int, int, str] | None:
    """Where a line that says the same in English and in Chinese divides: (end of the first, start of the second, how).

    `how` is "mark" (`English | 中文`, `中文 / English`) or "space" (`English 中文`: it may as well be a Chinese line that begins
    with a name, so the caller has to look at the other lines too).  A gloss in brackets does not divide.
    """
    if text.isascii() or len(text) > _LONGEST:
        return None
    for mark in _SEPARATOR.finditer(text):
        left, right = text[: mark.start()], text[mark.end() :]
        if left and right and (_translates(left, right) or _translates(right, left)):
            return mark.start(), mark.end(), "mark"
    first = _HAN_RUN.search(text)
    if first:
        left = text[: first.start()]
        if left[-1:].isspace() and _translates(left, text[first.start() :]):
            return len(left.rstrip()), first.start(), "space"
    return None


def _translates(english: str, chinese: str) -> bool:
    """Whether the lengths allow one to translate the other, and neither holds words of the other's language."""
    words = len(_WORD.findall(english))
    han = sum(len(run) for run in _HAN_RUN.findall(chinese))
    return bool(
        words
        and han
        and not _HAN_RUN.search(english)
        and not _LOWER.search(chinese)
        and words <= han + 1  # "RAG 检索" and longer, but not a list of names
        and han <= 5 * words + 4
    )
