"""Word pairs from a bilingual dictionary, where one is installed: what the aligner knows before it has learnt from the document."""

from __future__ import annotations

from collections.abc import Iterable

from linter.align.features import fold
from linter.align.items import Item
from linter.align.lexicon import Lexicon
from linter.cedict import SIMPLIFIED, TRADITIONAL, entries, glosses
from linter.patterns import lazy

_NOTE = lazy(r"\([^()]*\)|\[[^\[\]]*\]|CL:[^/]*|surname [^/]*")
_WORD = lazy(r"[a-z]{4,}")  # shorter ones are mostly grammar
_COMMON = 3  # a pair of characters in more than one of so many passages tells none of them
_SENSES = 8  # a pair of characters with more English than this says little


def dictionary(source: Iterable[Item], target: Iterable[Item]) -> Lexicon:
    """English words of the source -> the pairs of Han characters of the target that the dictionary glosses with them.

    Empty where no dictionary is installed.
    """
    if not entries():
        return {}
    counts: dict[str, int] = {}
    passages = 0
    for item in target:
        passages += 1
        for gram in item.features.grams:
            counts[gram] = counts.get(gram, 0) + 1
    most = max(2, passages // _COMMON)
    english: set[str] = set().union(*(item.features.words for item in source))
    found: dict[str, set[str]] = {}
    for gram, count in counts.items():
        if count <= most:
            for word in _english(gram) & english:
                found.setdefault(word, set()).add(gram)
    return {word: frozenset(grams) for word, grams in found.items()}


def _english(gram: str) -> set[str]:
    """The content words of its glosses, folded; none where there are too many senses."""
    found = glosses(gram, SIMPLIFIED) or glosses(gram, TRADITIONAL)
    words = {fold(word) for entry in found for word in _WORD.findall(_NOTE.sub(" ", entry).lower())}
    return words if len(words) <= _SENSES else set()
