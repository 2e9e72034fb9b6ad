"""A rendering that is only the part that the real ones share: 信号 of 信号处理器 and 信号处理程序."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from linter.judge.bitext import Bitext
from linter.judge.english import content_stems
from linter.judge.phrases import Phrase
from linter.judge.renderings import Rendering
from linter.judge.unlisted import stands_for_others

COVERED = 0.9  # share of the shared part's records that the two must have between them
MOST_WORDS = 2  # that follow the shared part or stand before it


def branches(bitext: Bitext, phrase: Phrase, shared: Rendering) -> list[Rendering]:
    """The two ways in which a rendering with fewer words than its phrase goes on, if there are just two; else nothing."""
    if phrase.words < 2:
        return []
    own = content_stems(phrase.text)
    counts: Counter[str] = Counter()
    for number in shared.records:
        counts.update(set(_wider(bitext, shared.text, number)))
    size = len(shared.records)
    ranked = [text for text, count in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0])) if count > 1]
    for first in ranked:
        for second in ranked:
            if counts[second] > counts[first] or second in first or first in second or counts[first] == size:
                continue
            if counts[first] + counts[second] < COVERED * size:
                break
            made = [_made(bitext, phrase, text, shared) for text in (first, second)]
            apart = set(made[0].records).isdisjoint(made[1].records)
            if apart and not any(stands_for_others(bitext, phrase, rendering, shared.text, own) for rendering in made):
                return made
    return []


def _made(bitext: Bitext, phrase: Phrase, text: str, shared: Rendering) -> Rendering:
    holding = bitext.holding(text)
    here = tuple(number for number in shared.records if number in holding)
    return Rendering(text, here, len(holding - phrase.records.keys() - phrase.inside), shared.association)


def _wider(bitext: Bitext, text: str, number: int) -> Iterator[str]:
    """The text with one or two words before or behind it, or with the rest of the word that it begins or ends in."""
    for words, edges in bitext.runs(number):
        joined = "".join(words)
        start = joined.find(text)
        if start < 0:
            continue
        stop = start + len(text)
        ends = list(accumulate(map(len, words), initial=0))
        first, last = bisect_right(ends, start) - 1, bisect_left(ends, stop)
        inside_first, inside_last = ends[first] < start, ends[last] > stop
        for more in range(MOST_WORDS + 1):
            behind, before = last + more, first - more
            if (more or inside_last) and behind <= len(words) and edges[behind - 1] and (inside_last or edges[last]):
                yield joined[start : ends[behind]]
            if (more or inside_first) and before >= 0 and edges[before] and (inside_first or edges[first - 1]):
                yield joined[ends[before] : stop]
