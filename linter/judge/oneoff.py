"""A phrase that is always rendered alike, but for one or two records: what stands there instead.

One place proves little, so the rendering must show itself: it is the English abbreviation itself, or it has the usual rendering's
characters with a word changed, or it stands in its pair as many times as the phrase does, twice or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.judge.bitext import Bitext, Run
from linter.judge.dictionary import gives, stems_of
from linter.judge.english import content_stems
from linter.judge.likeness import common, find_form, likeness
from linter.judge.phrases import Phrase
from linter.judge.renderings import WIDEST, Rendering
from linter.judge.unlisted import ALIKE, Split, addition_is_translated, bare, explained, has_one_sense
from linter.judge.words import ends_in_verb

ESTABLISHED = 3  # records of the usual rendering
MOST = 3  # records that may be rendered otherwise
SEEN_OFTEN, FREQUENT = 5, 0.02  # records (and share of all) without the phrase that may hold what stands as often as the phrase
CHANGED = 0.75  # likeness of a rendering of more than three characters that has a word changed ...
ONE_OF_THREE = 0.66  # ... and of one of three
RELATED = 0.3  # likeness that is enough where the counts agree
_MOST_WORDS = 4
_NEGATIONS = ("不", "非", "未", "无")  # 信任 in 不信任 is no term


def one_offs(bitext: Bitext, phrase: Phrase, usual: Rendering, told: Sequence[Split]) -> Iterator[Split]:
    """What stands for a phrase where its usual rendering does not; `told` are the splits that are known of it."""
    if len(usual.text) < 2 or len(usual.records) < ESTABLISHED or usual.elsewhere > len(usual.records):
        return
    held = set(usual.records).union(*(split.other.records for split in told))
    left = [number for number in sorted(phrase.records) if number not in held]
    if not 0 < len(left) <= MOST or len(usual.records) < 2 * (len(phrase.records) - len(usual.records)):
        return
    for number in left:
        text = _english(bitext, phrase, usual, number) or _other(bitext, phrase, usual, number)
        if text:
            yield Split(phrase, usual, Rendering(text, (number,), 0, 0.0))


def _english(bitext: Bitext, phrase: Phrase, usual: Rendering, number: int) -> str:
    """The abbreviation itself, where the pairs that translate it do not hold it as well."""
    if not phrase.text.isupper():
        return ""
    low = phrase.text.lower()
    if not _stands(low, bitext.records[number].chinese):
        return ""
    return "" if any(_stands(low, bitext.records[other].chinese) for other in usual.records) else low


def _stands(low: str, chinese: str) -> bool:
    """Whether an abbreviation stands in a Chinese text as a word by itself, with Chinese or punctuation around it."""
    at = chinese.find(low)
    while at >= 0:
        around = chinese[max(0, at - 2) : at].strip(" ")[-1:] + chinese[at + len(low) : at + len(low) + 2].strip(" ")[:1]
        if not any((mark.isascii() and mark.isalnum()) or mark in "()（）-_./:" for mark in around):
            return True
        at = chinese.find(low, at + 1)
    return False


def _other(bitext: Bitext, phrase: Phrase, usual: Rendering, number: int) -> str:
    record = bitext.records[number]
    expected = bare(usual.text)
    if expected in bare(record.chinese):
        return ""
    own = content_stems(phrase.text)
    places = phrase.records[number]
    ranked: list[tuple[float, int, str]] = []
    windows = _windows(bitext.runs(number))
    as_often = {text for text in windows if record.chinese.count(text) == places} if places > 1 else set()
    for text in windows:
        short = bare(text)
        alike = likeness(short, expected)
        same = text in as_often
        if same and any(text != wider and text in wider for wider in as_often):
            continue
        if _fits(phrase, usual, text, short, alike, same, own):
            ranked.append((alike + same, len(text), text))
    for score, _, text in sorted(ranked, key=lambda item: (-item[0], -item[1], item[2])):
        holding = bitext.holding(text)
        elsewhere, along = len(holding - phrase.records.keys() - phrase.inside), len(holding.intersection(usual.records))
        often = score >= 1  # it stands as often as the phrase
        most = min(SEEN_OFTEN, FREQUENT * len(bitext.records)) if often else int(len(text) > 2)
        if elsewhere > most or along > int(often):
            continue
        if ends_in_verb(text) and not ends_in_verb(usual.text):
            continue
        if not explained(bitext, phrase, text, number, own) and not addition_is_translated(bitext, usual.text, text, number, own):
            return "" if find_form(record.chinese, usual.text, phrase.text) else text
    return ""


def _fits(phrase: Phrase, usual: Rendering, text: str, short: str, alike: float, same: bool, own: frozenset[str]) -> bool:
    expected = bare(usual.text)
    edge = short[0] == expected[0] or short[-1] == expected[-1]
    if common(short, expected) == min(len(short), len(expected)):
        return False  # one is the other with something left out, which is ordinary in Chinese
    if same and phrase.words > 1 and alike >= RELATED:
        return True
    if same and (stems_of(usual.text) & stems_of(text)) - own:
        return True
    if not edge or abs(len(short) - len(expected)) > 1:
        return False
    if len(expected) > 2:
        return alike >= (ONE_OF_THREE if len(short) == len(expected) == 3 else CHANGED)
    return alike >= ALIKE and (phrase.words > 1 or (gives(usual.text, own) and has_one_sense(phrase)))


def _windows(runs: Iterable[Run]) -> set[str]:
    found = set()
    for texts, edges in runs:
        for first in range(len(texts)):
            joined = ""
            begins = edges[first] and not (first and texts[first - 1] in _NEGATIONS)
            for last in range(first, min(len(texts), first + _MOST_WORDS) if begins else first):
                joined += texts[last]
                if len(joined) > WIDEST:
                    break
                if edges[last] and len(joined) > 1:
                    found.add(joined)
    return found
