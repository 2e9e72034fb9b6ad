"""Terms that no glossary lists, rendered in two ways: found by mining, told only where little else could explain it.

A phrase has a usual rendering (the majority) and another one.  The other one must be tied to the phrase by more than being there:
it recurs, or is the English itself, or stands as often as the phrase does; it must be the same thing in other words, by its
characters or by the dictionary; and nothing else may explain it: another English word of the pair, a sense of its own that keeps
its own company, a word so common that it has many renderings by nature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.judge.bitext import Bitext
from linter.judge.contexts import Company, features, other_context
from linter.judge.dictionary import breadth, gives, stems_of
from linter.judge.english import content_stems
from linter.judge.explaining import residues
from linter.judge.likeness import common, likeness
from linter.judge.phrases import Phrase
from linter.judge.renderings import Rendering
from linter.judge.senses import other_sense
from linter.judge.words import segments
from linter.records import NamedTuple

FEWEST = 3  # records of a phrase
LONGEST = 3  # characters of a rendering for each word of the phrase and one more
SETTLED = 0.5  # share of the phrase's records that the majority must have ...
TOGETHER = 0.75  # ... or that the two must have between them
ALIKE = 0.5  # likeness that makes two renderings the same thing in other words
SENSES = 15  # Chinese words that the dictionary glosses with an English word: with more of them it has many senses
PURE = 1.0  # records without the phrase for each one with it, at most
ALONG = 0.1  # share of the majority's records that may hold the other rendering as well
SAMPLE = 30  # records of a rendering that tell whether other words account for it
EXPLAINED = 0.2  # share of an English word's records that hold a rendering of it


class Split(NamedTuple):
    """A phrase with its usual rendering and another one."""

    phrase: Phrase
    usual: Rendering
    other: Rendering


def recurring(bitext: Bitext, phrase: Phrase, found: Sequence[Rendering]) -> Iterator[Split]:
    """Other renderings of a phrase that two records or more share.  `found` are its renderings, the usual one first."""
    usual = found[0]
    if len(usual.text) < 2:
        return
    size, held = len(phrase.records), len(usual.records)
    for other in found[1:]:
        together = held + len(other.records)
        if not 2 <= len(other.text) <= LONGEST * (phrase.words + 1) or (held < SETTLED * size and together < TOGETHER * size):
            continue
        if not _is_innocent(bitext, phrase, usual, other):
            yield Split(phrase, usual, other)


def _is_innocent(bitext: Bitext, phrase: Phrase, usual: Rendering, other: Rendering) -> bool:
    if other.elsewhere > PURE * len(other.records):
        return True
    along = len(bitext.holding(other.text) & frozenset(usual.records))
    if along > ALONG * len(usual.records):
        return True
    own = content_stems(phrase.text)
    if not is_same_thing(phrase, own, usual.text, other.text):
        return True
    if stands_for_others(bitext, phrase, other, usual.text, own):
        return True
    return bool(_context(bitext, phrase, usual, other))


def is_same_thing(phrase: Phrase, own: frozenset[str], usual: str, other: str) -> bool:
    one, two = bare(usual), bare(other)
    if one == two or (phrase.words > 1 and common(one, two) == min(len(one), len(two))):
        return False  # one is the other with something left out: 内存 and 空闲内存, 开源 and 开放源代码
    if any(other_sense(word, (one,), two) for word in phrase.text.lower().split()):
        return False  # 图像文件 and 镜像文件 for "image file"
    alike = likeness(one, two) >= ALIKE and (one[0] == two[0] or one[-1] == two[-1])
    if phrase.words > 1:
        return alike
    if not phrase.text.islower():
        return alike
    related = alike or bool((stems_of(usual) & stems_of(other)) - own)
    return (related or (gives(usual, own) and gives(other, own))) and has_one_sense(phrase)


def has_one_sense(phrase: Phrase) -> bool:
    """Whether a single word has few translations in the dictionary; False where there is no dictionary to tell."""
    senses = breadth(phrase.text, SENSES + 1)
    return senses is not None and senses <= SENSES


def bare(text: str) -> str:
    return text.replace("的", "")


def stands_for_others(bitext: Bitext, phrase: Phrase, rendering: Rendering, usual: str, own: frozenset[str]) -> bool:
    """Whether other English words account for a rendering, or in a compound for its own part, in most of its records."""
    numbers = rendering.records[:SAMPLE]
    by_others = sum(
        bool(
            explained(bitext, phrase, rendering.text, number, own)
            or (phrase.words > 1 and addition_is_translated(bitext, usual, rendering.text, number, own))
        )
        for number in numbers
    )
    return 2 * by_others > len(numbers)


def addition_is_translated(bitext: Bitext, usual: str, text: str, number: int, own: frozenset[str]) -> bool:
    """Whether the word that differs is there for another English word: 默认工作目录 for "default working directory"."""
    others = bitext.stems(number) - own
    words = (word for word in (*segments(text), *residues(text, [usual])) if word not in usual)
    return any(not stems_of(word).isdisjoint(others) and stems_of(word).isdisjoint(own) for word in words)


def explained(bitext: Bitext, phrase: Phrase, text: str, number: int, own: frozenset[str]) -> str:
    """Another English word of the record that goes with a string where the phrase does not stand, or ""."""
    everywhere = frozenset(phrase.records) | phrase.inside
    holding = sorted(bitext.holding(text) - everywhere)
    if len(holding) < 2:
        return ""
    at_large = len(holding) / max(1, len(bitext.records) - len(everywhere))
    here = bitext.stems(number)
    counts = Counter(stem for other in holding[:400] for stem in bitext.stems(other) if stem in here and stem not in own)
    best, best_share = "", 0.0
    for stem, both in counts.items():
        share = both / bitext.stem_count(stem) * (len(holding) / min(len(holding), 400))
        if both > 1 and share >= EXPLAINED and share >= 3 * at_large and share > best_share:
            best, best_share = stem, share
    return best


def _context(bitext: Bitext, phrase: Phrase, usual: Rendering, other: Rendering) -> str:
    """The company that the other rendering keeps, where it explains it."""
    usually, otherwise = (Company(_features(bitext, phrase, found.records)) for found in (usual, other))
    return other_context(other.records, usually, otherwise)


def _features(bitext: Bitext, phrase: Phrase, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
    found = {}
    for number in numbers:
        text = bitext.records[number].english
        around = [features(text, match.start(), match.end()) for match in phrase.places(text)]
        found[number] = frozenset().union(*around)
    return found
