"""Numbers as a reader of either language understands them: "70,000", "seventy thousand", 七万 and 7 万 are all 70000.

One and two are left out when they are written as words: "one", 一 and 两 are grammar more often than they are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Set

from linter.patterns import lazy

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_SMALL |= {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ORDINALS = {
    word: value for value, word in enumerate("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 3)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_LETTERS = {"k": 1000, "m": 10**6, "bn": 10**9}

_NUMBER_WORDS = frozenset((*_SMALL, *_ORDINALS, *_SCALES))
_WORDS = "|".join(sorted([*_SMALL, *_ORDINALS], key=len, reverse=True))
_FIGURE = r"\d{1,30}(?:,\d{3}){0,9}(?:\.\d{1,20})?"
_ENGLISH = lazy(
    rf"(?<![A-Za-z])({_FIGURE})(?:[ -]?(hundred|thousand|million|billion|trillion)s?\b|(k|m|bn)\b)?(?![A-Za-z])", re.IGNORECASE
)
_SPELLED = lazy(
    rf"(?<![a-z])(?<!\d[ -])(?:(?:{_WORDS}|(?:hundred|thousand|million|billion)(?: and(?= ))?)(?:[ -]|\b)){{1,12}}(?![a-z])",
)
_PARTS = lazy(r"[a-z]+")

_DIGITS = {han: value for value, han in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHINESE = lazy(
    rf"(?P<figure>{_FIGURE})\s?(?P<scale>[十百千万萬亿億]{{0,4}})|(?P<han>[零〇一二两兩三四五六七八九十百千][零〇一二两兩三四五六七八九十百千万萬亿億]{{0,19}})(?P<after>.?)",
    re.DOTALL,
)
# A single Han digit is a number before a measure word or a unit; elsewhere it is mostly a part of a word (四周, 三角, 十分).
_MEASURES = frozenset(
    "个個位种種类類次年月天周岁歲倍点點步章节節层層段条條名人家份项項届屆季期篇件台款组組部级級块塊页頁行列楼樓成"
)


def _shown(value: float) -> str:
    return str(int(value)) if value == int(value) and value < 1e15 else f"{value:.6g}"


def english_numbers(text: str, words: Set[str]) -> set[str]:
    """The numbers in an English text, as plain decimal strings; `words` are its words in lower case."""
    found: set[str] = set()
    for figure, scale, letter in _ENGLISH.findall(text):
        value = float(figure.replace(",", ""))
        if scale:
            value *= _SCALES[scale.lower()]
        elif letter:
            value *= _LETTERS[letter.lower()]
        found.add(_shown(value))
    if not _NUMBER_WORDS.isdisjoint(words):
        for phrase in _SPELLED.findall(text.lower()):
            value = _spelled(phrase)
            if value >= 3:
                found.add(_shown(value))
    return found


def _spelled(words: str) -> int:
    total = part = 0
    for word in _PARTS.findall(words.lower()):
        if word in _SMALL:
            part += _SMALL[word]
        elif word in _ORDINALS:
            part += _ORDINALS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                part = max(part, 1) * scale
            else:
                total, part = total + max(part, 1) * scale, 0
    return total + part


def chinese_numbers(text: str) -> set[str]:
    """The numbers in a Chinese text, as plain decimal strings."""
    found: set[str] = set()
    for match in _CHINESE.finditer(text):
        figure = match["figure"]
        if figure:
            value = float(figure.replace(",", ""))
            for unit in match["scale"]:
                value *= _UNITS.get(unit) or _BIG[unit]
            found.add(_shown(value))
            continue
        han = match["han"]
        if len(han) == 1 and match["after"] not in _MEASURES and text[match.start() - 1 : match.start()] != "第":
            continue  # 第三 is an ordinal
        value = _han(han)
        if value >= 3:
            found.add(_shown(value))
    return found


def _han(han: str) -> int:
    """The value of a numeral in Han characters; digits in a row (二〇二四) are read as figures."""
    if len(han) > 1 and all(character in _DIGITS for character in han):
        return int("".join(str(_DIGITS[character]) for character in han))
    total = section = digit = 0
    for character in han:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            section, digit = section + max(digit, 1) * _UNITS[character], 0
        else:
            total, section, digit = (total + max(section + digit, 1)) * _BIG[character], 0, 0
    return total + section + digit
