"""One file with the whole text in one language and then the whole text in the other: a talk, then its transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from linter.align.beads import spare_priors
from linter.align.features import Keys
from linter.align.headings import align_headings
from linter.align.items import items, with_twins
from linter.align.model import Pair
from linter.align.sequences import Setup, align_sequences, pairs_of
from linter.documents.model import Document, Passage

_BELOW = 0.5  # posterior from which running text tells where headings belong
_UNKNOWN = 0.5  # posterior of what was left out of the comparison: it may have a counterpart or not
_STRAY, _FEW = 0.05, 2  # a region with no more than this share of the largest one's passages, or so few, is a footer


def split(passages: Sequence[Passage], rest: Sequence[int]) -> tuple[int, float, bool]:
    """Where the one language ends and the other begins: position in `rest`, share of passages on the right side of it (0..1),
    and whether the English comes first."""
    languages = [passages[i].lang for i in rest]
    english = languages.count("en")
    total = english + languages.count("zh")
    best, at, first = -1, 0, False
    seen = chinese = 0
    for position, lang in enumerate((*languages, "")):
        # `chinese` and `seen` count what stands before `position`.
        for count, english_first in ((chinese + english - seen, False), (seen + total - english - chinese, True)):
            if count > best:
                best, at, first = count, position, english_first
        seen += lang == "en"
        chinese += lang == "zh"
    return at, best / total if total else 0.0, first


def halves(document: Document, rest: Sequence[int], keys: Keys, at: int, english_first: bool) -> list[Pair]:
    """The whole text in one language, then the whole text in the other."""
    passages = document.passages
    one, two = (rest[:at], rest[at:]) if english_first else (rest[at:], rest[:at])
    titles = _table_titles(document)
    source, source_strays = _main([i for i in one if passages[i].lang == "en"], passages, titles)
    target, target_strays = _main([i for i in two if passages[i].lang == "zh"], passages, titles)
    left, right = items(document, source, keys[0]), items(document, target, keys[1])
    left_text, right_text = [i for i in left if i.kind != "heading"], [i for i in right if i.kind != "heading"]
    aligned = align_sequences(left_text, right_text, Setup(spare_priors(len(left_text), len(right_text))))
    below = {
        left_text[b.i].passages[0]: right_text[b.j].passages[0] for b in aligned.beads if b.a and b.b and b.posterior >= _BELOW
    }
    left_heads, right_heads = (with_twins([i for i in side if i.kind == "heading"]) for side in (left, right))
    heads = align_headings(left_heads, right_heads, below, aligned.lengths, aligned.lexicon)
    return [
        *pairs_of(heads, left_heads, right_heads, "headings"),
        *pairs_of(aligned.beads, left_text, right_text, "turns" if any(i.label for i in left_text) else "blocks"),
        *(Pair((i,), (), _UNKNOWN, "blocks") for i in source_strays),
        *(Pair((), (i,), _UNKNOWN, "blocks") for i in target_strays),
    ]


def _table_titles(document: Document) -> frozenset[int]:
    """Headings directly above a glossary table: they belong to the table, not to the text."""
    titles = set()
    starts = sorted(table.span.start for table in document.tables)
    place = 0
    last = -1
    for index, passage in enumerate(document.passages):
        while place < len(starts) and document.span(passage.start, passage.end).start > starts[place]:
            titles.add(last)
            place += 1
        last = index
    if place < len(starts):
        titles.add(last)
    return frozenset(i for i in titles if i >= 0 and document.passages[i].kind in ("heading", "title"))


def _main(half: list[int], passages: Sequence[Passage], titles: frozenset[int]) -> tuple[list[int], list[int]]:
    """The passages of the text, and those that stand apart from it: table titles, footers behind a table."""
    counts = Counter(passages[i].region for i in half)
    most = max(counts.values(), default=0)
    strays = {region for region, count in counts.items() if count <= max(_STRAY * most, min(_FEW, most / 4))}
    main = [i for i in half if passages[i].region not in strays and i not in titles]
    kept = frozenset(main)
    return main, [i for i in half if i not in kept]
