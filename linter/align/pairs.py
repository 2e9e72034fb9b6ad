"""From documents to pairs: the layout is chosen from what the text shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.align.beads import PARAGRAPHS, Priors
from linter.align.model import Alignment, Pair
from linter.documents.model import Document

if TYPE_CHECKING:  # what aligns is imported when there is something to align
    from linter.align.features import Keys

_BILINGUAL = 20  # an English side with less than a twentieth of the text it needs is quotations, not a source
_LETTERS = 3.2  # English letters and spaces for a Han character, roughly
_PURE = 0.9  # share of passages on the right side of the border between two halves
_BALANCE = 3.0  # neither half is this much longer than the other half's translation
_SURE = 0.8  # mean posterior of the pairs of a translation, at least ...
_PAIRED = 0.5  # ... and the share of its passages that have a source ...
_ENOUGH = 20  # ... in a text of so many passages
_SAME_SHAPE: Priors = {**PARAGRAPHS, (1, 1): 5.0}  # both documents have the same kinds of passages in the same order


def align_document(document: Document, keys: Keys | None = None) -> Alignment:
    """Pairs inside one file; none where it holds one language only.  `keys`: see `align_documents`, both for this document."""
    if not may_be_paired(document):
        return Alignment(document, document, ())
    from linter.align.groups import groups

    pairs, rest = groups(document)
    if rest:
        pairs += _layout(document, rest, keys or ((), ()))
    pairs.sort(key=_place)
    return Alignment(document, document, tuple(pairs))


def may_be_paired(document: Document) -> bool:
    """Whether anything in a document can be the source of the rest."""
    return any(passage.lang == "en" or passage.side for passage in document.passages)


def _layout(document: Document, rest: list[int], keys: Keys) -> list[Pair]:
    passages = document.passages
    english = {True: 0, False: 0}  # in comments, in the text
    chinese = 0
    for index in rest:
        passage = passages[index]
        if passage.lang == "en":
            english[passage.kind == "comment"] += passage.end - passage.start
        elif passage.lang == "zh":
            chinese += passage.end - passage.start
    needed = _LETTERS * chinese
    if _BILINGUAL * max(english.values()) < needed or not chinese or not any(english.values()):
        return []
    from linter.align.halves import halves, split
    from linter.align.inturn import comments, lines

    if english[True] >= english[False]:
        return comments(document, rest, keys)
    text = [i for i in rest if passages[i].kind != "comment" and passages[i].lang in ("en", "zh")]
    at, pure, english_first = split(passages, text)
    if pure >= _PURE and 1 / _BALANCE < english[False] / needed < _BALANCE:
        return halves(document, text, keys, at, english_first)
    return lines(document, text, keys)


def align_documents(source: Document, target: Document, keys: Keys | None = None) -> Alignment:
    """Pairs between two files.

    `keys` gives, per passage of the source and of the target, names of glossary entries found there: the same name on both
    sides means the same entry.  Pairs are in the order of the source, every passage with words in exactly one of them.
    """
    from linter.align.items import items
    from linter.align.sequences import Setup, align_sequences, pairs_of

    left_keys, right_keys = keys or ((), ())
    left = items(source, (i for i, p in enumerate(source.passages) if p.lang), left_keys)
    right = items(target, (i for i, p in enumerate(target.passages) if p.lang), right_keys)
    same = [(i.kind, i.level) for i in left] == [(i.kind, i.level) for i in right]
    aligned = align_sequences(left, right, Setup(_SAME_SHAPE if same else PARAGRAPHS))
    pairs = pairs_of(aligned.beads, left, right, "blocks")
    return Alignment(source, target, tuple(_doubted(pairs) if _is_another_version(pairs) else pairs))


def _is_another_version(pairs: Sequence[Pair]) -> bool:
    """Whether the target translates another version of the source: most of it has no counterpart, or none that is sure.

    The model asks how two texts go together that do; where they do not, it is too sure of what happens to fit.
    """
    both = [pair for pair in pairs if pair.source and pair.target]
    alone = sum(not pair.source for pair in pairs)
    return len(both) + alone >= _ENOUGH and (
        sum(pair.posterior for pair in both) < max(_SURE * len(both), _PAIRED * (len(both) + alone))
    )


def _doubted(pairs: Iterable[Pair]) -> list[Pair]:
    return [pair._replace(posterior=pair.posterior / 2) if pair.source and pair.target else pair for pair in pairs]


def _place(pair: Pair) -> tuple[int, ...]:
    return min(pair.source + pair.target, default=0), *pair.target, *pair.source
