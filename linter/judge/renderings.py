"""Which Chinese goes with a phrase: the words that its records share and others do not have, and what they are part of.

Method: likelihood ratio of words over records (Dunning 1993, Moore 2004), widened to the longest string of whole words that is
nearly as frequent (Feng et al. 2004 have the idea); the records that hold it are set aside, and what is left is asked again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from linter.judge.bitext import Bitext
from linter.judge.phrases import Phrase
from linter.judge.statistics import g_squared
from linter.records import NamedTuple

ASSOCIATED = 10.8  # G squared; the 0.1 % point of chi squared with one degree of freedom
MOST_RECORDS = 100  # of one phrase that are looked at for each rendering; more tell nothing new
SAMPLE = 50  # records that tell what a word is part of
MOST = 4  # renderings of one phrase
SEEDS = 6
WIDEST = 10  # characters
MOST_WORDS = 5
ESTABLISHED = 4  # records that tell what always stands beside a rendering ...
BESIDE = 0.9  # ... in so many of them
_PARTICLES = frozenset("的了着过和与或及是在有个这那一被把将对从到等之其所以并也就都而但于为用")
_LOCALIZERS = tuple("中上下里内外")  # behind a noun; before one they may be part of it: 内核
KEPT = 0.8  # share of a word's records that a wider string must keep to take its place


class Rendering(NamedTuple):
    """records: of the phrase, that hold the text and none of the renderings before it; elsewhere: records without the phrase."""

    text: str
    records: tuple[int, ...]
    elsewhere: int
    association: float


def renderings(bitext: Bitext, phrase: Phrase, most: int = MOST, fewest: int = 2) -> list[Rendering]:
    """The renderings that `fewest` records or more share, the most frequent one first."""
    left = sorted(phrase.records)
    everywhere = frozenset(phrase.records) | phrase.inside
    total = len(bitext.records) - len(everywhere)
    found: list[Rendering] = []
    while len(left) >= fewest and len(found) < most:
        sample = left[:: -(-len(left) // MOST_RECORDS)]
        best = _best(bitext, sample, everywhere, total, fewest)
        if best is None or best.association < ASSOCIATED:
            break
        best = _completed(bitext, best, everywhere, total, len(sample))
        if len(sample) < len(left):
            best = (_measured if len(best.text) > 1 else _single)(bitext, best.text, left, everywhere, total)
        found.append(best)
        gone = frozenset(best.records)
        left = [number for number in left if number not in gone]
    return sorted(found, key=lambda rendering: -len(rendering.records))


def _best(bitext: Bitext, left: Sequence[int], everywhere: frozenset[int], total: int, fewest: int) -> Rendering | None:
    counts: Counter[str] = Counter()
    for number in left:
        counts.update(bitext.vocabulary(number))
    ranked = []
    for word, count in counts.items():
        if count >= fewest:
            association = g_squared(count, len(left), min(bitext.count(word), total + count), total + len(left))
            if association >= ASSOCIATED / 2:
                ranked.append((association, word))
    ranked.sort(key=lambda item: (-item[0], item[1]))
    best: Rendering | None = None
    seeds: list[str] = []
    for _, word in ranked:
        if len(seeds) == SEEDS:
            break
        if best is not None:
            most = _held(bitext, word, left, counts)
            if word in best.text and KEPT * most <= len(best.records):
                continue  # what it is part of does as well
            if g_squared(most, len(left), most, total + len(left)) <= best.association:
                continue  # nothing around it can do better, even if it stood nowhere else
        seeds.append(word)
        made = _widened(bitext, word, left, everywhere, total)
        if made and (best is None or made.association > best.association):
            best = made
    return best


def _held(bitext: Bitext, word: str, left: Sequence[int], counts: Counter[str]) -> int:
    return counts[word] if len(word) < 2 else len(bitext.holding(word).intersection(left))


def _widened(bitext: Bitext, word: str, left: Sequence[int], everywhere: frozenset[int], total: int) -> Rendering | None:
    """The longest string of words around a word that stands in nearly as many records, if it goes with the phrase."""
    sample = list(islice((number for number in left if word in bitext.vocabulary(number)), SAMPLE))
    counts: Counter[str] = Counter()
    for number in sample:
        counts.update(set(_around(bitext, word, number)))
    wide = [text for text, count in counts.items() if count >= max(2, KEPT * len(sample)) and len(text) > 1]
    if not wide:
        return _single(bitext, word, left, everywhere, total) if sample else None
    for text in sorted(wide, key=lambda t: (-len(t), t)):
        made = _measured(bitext, text, left, everywhere, total)
        if made.association >= ASSOCIATED:
            return made
    return made


def _completed(bitext: Bitext, found: Rendering, everywhere: frozenset[int], total: int, size: int) -> Rendering:
    """A rendering with the characters that stand beside it nearly always, whatever the segmenter cut off: 可 of 可迭代对象.

    Where one neighbour is found next to most places of a string, the string is part of a longer word.
    """
    text, numbers = found.text, found.records[:SAMPLE]
    for _ in range(2):
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        for number in numbers:
            chinese = bitext.records[number].chinese
            at = chinese.find(text)
            before[chinese[max(0, at - 1) : at]] += 1
            after[chinese[at + len(text) : at + len(text) + 1]] += 1
        left, right = (next(iter(counts.most_common(1)), ("", 0)) for counts in (before, after))
        if _belongs(left, len(numbers)):
            text = left[0] + text
        elif right[0] not in _LOCALIZERS and _belongs(right, len(numbers)):
            text += right[0]
        else:
            break
    if text == found.text or len(text) > WIDEST:
        return found
    made = _measured(bitext, text, found.records, everywhere, total)
    return made._replace(association=g_squared(len(made.records), size, len(made.records) + made.elsewhere, total + size))


def _belongs(neighbour: tuple[str, int], size: int) -> bool:
    character, count = neighbour
    return size >= ESTABLISHED and count >= BESIDE * size and "\u3400" <= character <= "\u9fff" and character not in _PARTICLES


def _measured(bitext: Bitext, text: str, left: Sequence[int], everywhere: frozenset[int], total: int) -> Rendering:
    holding = bitext.holding(text)
    here = tuple(number for number in left if number in holding)
    elsewhere = len(holding - everywhere)
    return Rendering(text, here, elsewhere, g_squared(len(here), len(left), len(here) + elsewhere, total + len(left)))


def _single(bitext: Bitext, word: str, left: Sequence[int], everywhere: frozenset[int], total: int) -> Rendering:
    """A rendering of one character: only as a word of its own."""
    here = tuple(number for number in left if word in bitext.vocabulary(number))
    elsewhere = max(0, bitext.count(word) - sum(word in bitext.vocabulary(number) for number in everywhere))
    return Rendering(word, here, elsewhere, g_squared(len(here), len(left), len(here) + elsewhere, total + len(left)))


def _around(bitext: Bitext, word: str, number: int) -> Iterable[str]:
    """The strings of whole words around a word of a record that may be terms."""
    for texts, edges in bitext.runs(number):
        if word not in texts:
            continue
        for at, text in enumerate(texts):
            if text != word:
                continue
            for first in range(max(0, at - MOST_WORDS + 1), at + 1):
                if not edges[first]:
                    continue
                joined = "".join(texts[first:at])
                for last in range(at, min(len(texts), first + MOST_WORDS)):
                    joined += texts[last]
                    if len(joined) > WIDEST:
                        break
                    if edges[last]:
                        yield joined
