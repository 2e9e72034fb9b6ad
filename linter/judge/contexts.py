"""Other senses and longer terms, told by the company that a term keeps.

A row that is followed everywhere but behind "file" does not speak of file descriptors.  Where one neighbouring word (or being a
verb) goes with the row's not being followed, and the row is followed elsewhere, the rendering found there is the right one for
another sense or a longer term.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from linter.judge.english import reads_as_verb, stem
from linter.patterns import lazy
from linter.scan.irregular import PLURALS, SINGULARS

_BEFORE = lazy(r"([A-Za-z][A-Za-z'’-]*)[ \n]+$")
_AFTER = lazy(r"[ \n]+([A-Za-z][A-Za-z'’-]*)")
_WORD_BEFORE = lazy(r"(?i)([a-z][a-z'’-]*)[ \n]+(?:(?:an?|the|this|that|its?|their|your|our|his|her)[ \n]+)?$")
_WORD = lazy(r"[A-Za-z][A-Za-z'’-]+")
_ARTICLES = frozenset("a an the this that these those its their your our his her of to in and or is are".split())

COVERED = 0.6  # share of the rendering's records that have the context
BROKEN = 0.25  # the row is followed at most this often in the context ...
APART = 0.3  # ... and this much more often elsewhere
TERRITORY = (
    0.7  # a context in which the row is followed this often, holding COVERED of the places that follow it, is its territory
)
WINDOW = 40  # characters on each side that count as near
MANY = 8  # records that follow a row tell what its territory is; of fewer, most share some word by chance
FEWEST = 2  # records with the context that miss the row's renderings


def features(text: str, start: int, end: int) -> frozenset[str]:
    """What stands around [start, end) of an English text: the words beside it, its own form, whether it reads as a verb.

    `next:` looks over an article, and says what the word is; the others are compared between places.
    """
    found = {"form:" + _number_folded(text[start:end].lower())}
    before = _BEFORE.search(text, max(0, start - 30), start)
    if before and before.group(1).lower() not in _ARTICLES:
        found.add("before:" + stem(before.group(1)))
    after = _AFTER.match(text, end)
    if after and after.group(1).lower() not in _ARTICLES:
        found.add("after:" + stem(after.group(1)))
    for beside in (_WORD_BEFORE.search(text, max(0, start - 30), start), after):
        if beside:
            found.add("next:" + stem(beside.group(1)))
    if reads_as_verb(text, start, end):
        found.add("verb")
    around = _WORD.findall(text, max(0, start - WINDOW), start) + _WORD.findall(text, end, end + WINDOW)
    found.update("near:" + stem(word) for word in around if word.lower() not in _ARTICLES)
    return frozenset(found)


def _number_folded(surface: str) -> str:
    """Singular and plural as one form; "listed" and "listing" stay forms of their own."""
    if surface in PLURALS or surface in SINGULARS:
        return SINGULARS.get(surface, surface)
    if surface.endswith("ies"):
        return surface[:-3] + "y"
    return surface[:-1] if surface.endswith("s") and not surface.endswith("ss") else surface


class Company:
    """The features of records, and in how many of these records each feature stands."""

    __slots__ = ("_frequent", "counts", "features")

    def __init__(self, features: Mapping[int, frozenset[str]]) -> None:
        self.features = features
        self.counts = Counter(chain.from_iterable(features.values()))
        self._frequent: list[tuple[str, int]] | None = None

    def __len__(self) -> int:
        return len(self.features)

    @property
    def frequent(self) -> list[tuple[str, int]]:
        """The features that most of the records have, with their counts, the most frequent first, without those that look over an article."""
        if self._frequent is None:
            least = COVERED * len(self.features)
            kept = [item for item in self.counts.items() if item[1] >= least and not item[0].startswith("next:")]
            self._frequent = sorted(kept, key=lambda item: (-item[1], item[0]))
        return self._frequent


def other_context(holding: Iterable[int], followed: Company, missing: Company) -> str:
    """The context that explains a rendering, or "".

    `holding` are the records that miss the row and hold the rendering.
    """
    held = [missing.features[number] for number in holding if number in missing.features]
    if not held:
        return ""
    best, best_apart = "", 0.0
    for feature, with_it in sorted(Counter(chain.from_iterable(held)).items()):
        if with_it < COVERED * len(held) or feature.startswith(("near:", "next:")):
            continue
        broken, kept = missing.counts[feature], followed.counts[feature]
        if broken < FEWEST or kept > BROKEN * (kept + broken):
            continue
        others = len(followed) - kept + len(missing) - broken
        elsewhere = (len(followed) - kept) / others if others else 0.0
        apart = elsewhere - kept / (kept + broken)
        if apart >= APART and apart > best_apart:
            best, best_apart = feature, apart
    return best or _outside(held, followed, missing)


def _outside(held: list[frozenset[str]], followed: Company, missing: Company) -> str:
    """The context that the row belongs to and that the rendering's places lack: "resolve" is the row's only near "conflict"."""
    if len(followed) < MANY:
        return ""
    for feature, kept in followed.frequent:
        broken = missing.counts[feature]
        others = len(followed) - kept + len(missing) - broken
        if kept < TERRITORY * (kept + broken) or not others or len(followed) - kept > BROKEN * others:
            continue
        if sum(feature in features for features in held) <= 0.1 * len(held):
            return "without " + feature
    return ""
