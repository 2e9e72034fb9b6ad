"""Word pairs learnt from the document itself: an English word and two Han characters that keep company in believed beads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from linter.align.items import Item

Lexicon = dict[str, frozenset[str]]  # word of the source -> pairs of Han characters

_TOGETHER = 3  # beads
_DICE = 0.35
_BEST, _NEARLY = 3, 0.6  # pairs of characters kept for one word, and how near to the best one they must be


def learn(beads: Iterable[tuple[list[Item], list[Item]]]) -> Lexicon:
    """`beads` are the believed ones: source items, target items."""
    words: dict[str, list[int]] = {}
    grams: list[set[str]] = []
    for source, target in beads:
        mine = set().union(*(item.features.words for item in source))
        for word in mine:
            words.setdefault(word, []).append(len(grams))
        grams.append(set().union(*(item.features.grams for item in target)))
    counts: Counter[str] = Counter()
    for seen in grams:
        counts.update(seen)
    # What nearly every bead has tells them apart no better than what one has.
    most = max(_TOGETHER, len(grams) // 3)
    usable = [[gram for gram in seen if _TOGETHER <= counts[gram] <= most] for seen in grams]
    learnt: Lexicon = {}
    for word, places in words.items():
        if not _TOGETHER <= len(places) <= most:
            continue
        together: Counter[str] = Counter()
        for place in places:
            together.update(usable[place])
        good = [
            (2 * count / (len(places) + counts[gram]), gram)
            for gram, count in together.items()
            if count >= _TOGETHER and 2 * count >= _DICE * (len(places) + counts[gram])
        ]
        if good:
            good.sort(key=lambda pair: (-pair[0], pair[1]))
            least = _NEARLY * good[0][0]
            learnt[word] = frozenset(gram for dice, gram in good[:_BEST] if dice >= least)
    return learnt
