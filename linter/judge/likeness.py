"""How alike two renderings are, and which forms of an accepted rendering are as right as itself.  Pure functions on strings."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTICLES = "的地之"
_MARKS = "“”\"'‘’「」『』《》*_`~\ufffc "
_HAN = "\u3400-\u9fff\uf900-\ufaff"

# what may stand between two characters of a rendering without making another one of it:
# a particle, marks of quotation or emphasis, or a gloss in parentheses (智能体(agent)社会)
_BETWEEN = rf"(?:[{_MARKS}]{{0,3}}(?:[（(][^（()）\n]{{1,60}}[)）])?[{_MARKS}]{{0,3}}[的之]?[{_MARKS}]{{0,2}})"
_INSIDE = rf"(?:[{_MARKS}]{{0,3}}(?:[（(][^（()）\n]{{1,60}}[)）])?[{_MARKS}]{{0,3}})"

# nouns that a rendering may carry for completeness and lose where another noun follows or the English is an adjective:
# 可变对象 -> 可变序列, 哈希值 -> 哈希函数, 可组合性 -> 可组合的
# A head that the English names itself ("file object") is part of the term and stays.
GENERIC_HEADS = {"对象": "object", "数值": "value", "值": "value", "性": "", "的": "", "地": ""}
# a generic noun and its short form in compounds: 对象名称 -> 对象名
# 交互式 -> 交互模式, where the English is an adjective
_MANNER = "式"
_ADJECTIVE = ("ive", "ed", "al", "ous", "able", "ible", "ic", "ary", "ent", "ant", "wise")
_SHORT = (("名称", "名"), ("数值", "值"), ("代码", "码"), ("列表", "表"), ("数量", "数"), ("时间", "时"))
_APART = 8  # characters between the halves of a scattered rendering
_COORDINATE = rf"[和与或及、，/][{_HAN}A-Za-z]{{1,8}}"


def common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    if not a or not b:
        return 0
    row = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            above = row[j]
            row[j] = diagonal + 1 if x == y else max(above, row[j - 1])
            diagonal = above
    return row[-1]


def likeness(rendering: str, expected: str) -> float:
    """Dice of the characters in common order: 2·LCS / (|a| + |b|), 0..1."""
    total = len(rendering) + len(expected)
    return 2 * common(rendering, expected) / total if total else 0.0


def is_near(rendering: str, expected: str) -> bool:
    """Lengths differ by at most one, and at least half of the longer form's characters match in order: 资金支出 for 资本支出."""
    if rendering == expected or abs(len(rendering) - len(expected)) > 1:
        return False
    return 2 * common(rendering, expected) >= max(len(rendering), len(expected))


@lru_cache(maxsize=20_000)
def forms_pattern(expected: str, english: str = "") -> re.Pattern[str] | None:
    """A pattern that finds legitimate forms of one accepted rendering, or None where it has none (a single character).

    `english` are the row's source forms, in lower case.
    """
    if len(expected) < 2:
        return None
    choices = [_joined(expected)]
    for head, named in GENERIC_HEADS.items():
        stem = expected.removesuffix(head)
        if stem != expected and len(stem) >= 2 and not (named and named in english):
            choices.append(_joined(stem))
    if len(expected) > 2 and expected.endswith(_MANNER) and english.endswith(_ADJECTIVE):
        choices.append(_joined(expected[:-1]))
    if len(expected) > 4 and "的" in expected[2:-2]:  # 失败的检查 -> 失败检查
        choices.append(_joined(expected[:2] + expected[2:-2].replace("的", "", 1) + expected[-2:]))
    if len(expected) > 3 and "式" in expected[2:-1]:  # 交互式文档 -> 交互文档
        choices.append(_joined(expected[:2] + expected[2:].replace("式", "", 1)))
    for long, short in _SHORT:
        if expected.endswith(long) and len(expected) >= 4:
            choices.append(_joined(expected.removesuffix(long) + short))
    return re.compile("|".join(choices))


@lru_cache(maxsize=20_000)
def _coordinated(expected: str) -> re.Pattern[str]:
    """A pattern for coordination: 输入和输出参数 holds 输入参数.  Apart from the other forms, since it takes long to compile."""
    cuts = range(2, len(expected) - 1)
    return re.compile("|".join(re.escape(expected[:cut]) + _COORDINATE + re.escape(expected[cut:]) for cut in cuts))


def _joined(text: str) -> str:
    """The characters of `text` with what may stand between them; particles only in forms long enough to stay themselves."""
    between = _BETWEEN if len(text) >= 3 else _INSIDE
    return between.join(re.escape(character) for character in text)


def find_form(text: str, expected: str, english: str = "", start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where a legitimate form of `expected` stands in text[start:end] (both folded); None where none does."""
    pattern = forms_pattern(expected, english)
    if pattern is None:
        return None
    end = len(text) if end is None else end
    match = pattern.search(text, start, end)
    if len(expected) >= 4 and 0 <= text.find(expected[:2], start, end) < text.rfind(expected[-2:], start, end):
        other = _coordinated(expected).search(text, start, end)
        if other and (match is None or other.start() < match.start()):
            match = other
    return match.span() if match else None


def find_scattered(text: str, expected: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where the two halves of an expected rendering stand in order with a few characters between: 模型组成的集成 for 模型集成.

    Both halves have two characters or more, and no punctuation lies between.  The span runs from the first to the last part.
    """
    if len(expected) < 4 or expected[:2] not in text or expected[-2:] not in text:
        return None
    halves = "|".join(
        f"{re.escape(expected[:cut])}[{_HAN}]{{2,{_APART}}}{re.escape(expected[cut:])}" for cut in range(2, len(expected) - 1)
    )
    match = re.compile(halves).search(text, start, len(text) if end is None else end)
    return match.span() if match else None
