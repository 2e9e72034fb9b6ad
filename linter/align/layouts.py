"""The ways in which one file holds both languages: groups of the format, comments, lines in turn, two halves."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from linter.align.beads import PARAGRAPHS, Bead, Priors
from linter.align.bonds import Runs
from linter.align.features import Keys
from linter.align.headings import align_headings
from linter.align.items import Item, items, with_twins
from linter.align.lengths import Lengths
from linter.align.model import Pair
from linter.align.sequences import Setup, align_sequences
from linter.documents.model import Document, Passage

_RUN, _COMMENT = 3.5, 9.0  # nats for each run of passages between a source and its target
_REACH = 6  # passages into a long run of the target's language that may belong to the source before it
_BELOW = 0.5  # posterior from which running text tells where headings belong
_BELIEF = 3.0  # nats for two cells of a row, before their lengths are compared
_STRAY = 0.05  # a region with fewer passages than this share of the largest is a footer


# --- groups -----------------------------------------------------------------------------------------------------------------


def groups(document: Document) -> tuple[list[Pair], list[int]]:
    """Pairs from passages that the format holds together, and the passages left over (by index)."""
    pairs: list[Pair] = []
    rest: list[int] = []
    group: list[int] = []
    number = -1
    passages = document.passages
    for index, passage in enumerate(passages):
        if passage.group != number and group:
            _close(document, group, pairs, rest)
            group = []
        number = passage.group
        if number < 0:
            rest.append(index)
        else:
            group.append(index)
    if group:
        _close(document, group, pairs, rest)
    return pairs, rest


def _close(document: Document, group: list[int], pairs: list[Pair], rest: list[int]) -> None:
    passages = document.passages
    if passages[group[0]].side:
        source = tuple(i for i in group if passages[i].side == "source")
        target = tuple(i for i in group if passages[i].side == "target")
        pairs.append(Pair(source, target, 1.0, "unit"))
        return
    languages = [passages[i].lang for i in group]
    if "en" not in languages or "zh" not in languages:
        rest.extend(group)
        return
    pairs.extend(_row(document, group, languages))


def _row(document: Document, group: list[int], languages: list[str]) -> Iterable[Pair]:
    """Each English cell with the Chinese one behind it (or else before it); the others have no counterpart."""
    taken: set[int] = set()
    for at, index in enumerate(group):
        if languages[at] != "en":
            continue
        near = [k for k in (at + 1, at - 1) if 0 <= k < len(group) and languages[k] == "zh" and group[k] not in taken]
        if near:
            taken.add(group[near[0]])
            yield Pair((index,), (group[near[0]],), _row_posterior(document, index, group[near[0]]), "row")
        else:
            yield Pair((index,), (), 1.0, "row")
    yield from (Pair((), (i,), 1.0, "row") for i, lang in zip(group, languages, strict=True) if lang == "zh" and i not in taken)


def _row_posterior(document: Document, source: int, target: int) -> float:
    """A description beside a name is no translation of it: the lengths tell."""
    one, two = items(document, (source, target))
    lengths = Lengths()
    cost = lengths.cost(lengths.size(one), lengths.size(two))
    if one.features.anchors & two.features.anchors or one.features.words & two.features.words:
        cost -= 1.0
    return 1.0 / (1.0 + math.exp(cost - _BELIEF))


# --- comments and lines in turn ---------------------------------------------------------------------------------------------


def comments(document: Document, rest: Sequence[int], keys: Keys) -> list[Pair]:
    """English comments, each above the Chinese that translates it."""
    passages = document.passages
    source = [i for i in rest if passages[i].kind == "comment" and passages[i].lang == "en"]
    target = [i for i in rest if passages[i].kind != "comment" and passages[i].lang == "zh"]
    return _in_turn(document, source, target, keys, Runs(1, _COMMENT), "comment")


def lines(document: Document, rest: Sequence[int], keys: Keys) -> list[Pair]:
    """English passages, each before (or each behind) the Chinese one that translates it."""
    passages = document.passages
    source = [i for i in rest if passages[i].lang == "en"]
    target = [i for i in rest if passages[i].lang == "zh"]
    return _in_turn(document, source, target, keys, Runs(_step(passages, source, target), _RUN), "lines")


def _step(passages: Sequence[Passage], source: Sequence[int], target: Sequence[int]) -> int:
    """1 where the Chinese follows its English, -1 where it goes before: neighbours of fitting length vote."""
    lengths = Lengths(2.4)  # with spaces
    is_source = frozenset(source)
    order = sorted((*source, *target))
    votes = 1.0  # the usual order, unless the text says otherwise
    for one, two in itertools.pairwise(order):
        if (one in is_source) == (two in is_source):
            continue
        forth = one in is_source
        english, chinese = (one, two) if forth else (two, one)
        a, b = passages[english], passages[chinese]
        fit = 3.0 - lengths.cost(a.end - a.start, lengths.ratio * (b.end - b.start))
        if 0 <= a.block == b.block:
            fit += 3.0
        if (a.kind == "heading") != (b.kind == "heading"):
            fit -= 3.0
        votes += fit if forth else -fit
    return 1 if votes >= 0 else -1


def _in_turn(document: Document, source: Sequence[int], target: Sequence[int], keys: Keys, runs: Runs, how: str) -> list[Pair]:
    if not source or not target:
        return []
    numbers, depth = _runs(source, target)
    near = [index for index in target if depth[index] <= _REACH]
    far = [index for index in target if depth[index] > _REACH]
    left, right = items(document, source, keys[0]), items(document, near, keys[1])
    blocks = _mixed_blocks(document.passages, source, target)
    for item in (*left, *right):
        item.run = numbers[item.passages[0]]
        block = document.passages[item.passages[0]].block
        item.block = block if block in blocks else -1
    aligned = align_sequences(left, right, Setup(_priors(len(left), len(right)), runs))
    return pairs_of(aligned.beads, left, right, how) + [Pair((), (index,), 1.0, how) for index in far]


def _runs(source: Sequence[int], target: Sequence[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Passage -> number of its run; target passage -> how deep in a run it stands, counted from the nearer end, beyond
    what the neighbouring runs of the source can fill."""
    is_source = frozenset(source)
    numbers: dict[int, int] = {}
    members: list[list[int]] = []
    before: bool | None = None
    for index in sorted((*source, *target)):
        side = index in is_source
        if side != before:
            members.append([])
        before = side
        members[-1].append(index)
        numbers[index] = len(members) - 1
    depth: dict[int, int] = {}
    for number, run in enumerate(members):
        if run[0] in is_source:
            continue
        ahead = len(members[number - 1]) if number else 0
        behind = len(members[number + 1]) if number + 1 < len(members) else 0
        for at, index in enumerate(run):
            from_start = at - 3 * ahead if ahead else len(run)
            from_end = len(run) - 1 - at - 3 * behind if behind else len(run)
            depth[index] = min(from_start, from_end)
    return numbers, depth


def _mixed_blocks(passages: Sequence[Passage], source: Sequence[int], target: Sequence[int]) -> frozenset[int]:
    return frozenset({passages[i].block for i in source} & {passages[i].block for i in target} - {-1})


def _priors(left: int, right: int) -> Priors:
    """Where one side has more passages than the other, some of them have no counterpart."""
    spare = 0.5 * abs(left - right) / max(left, right, 1)
    alone = (1, 0) if left > right else (0, 1)
    return {**PARAGRAPHS, alone: PARAGRAPHS[alone] + spare}


# --- two halves -------------------------------------------------------------------------------------------------------------


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
    aligned = align_sequences(left_text, right_text, Setup(_priors(len(left_text), len(right_text))))
    below = {
        left_text[b.i].passages[0]: right_text[b.j].passages[0] for b in aligned.beads if b.a and b.b and b.posterior >= _BELOW
    }
    left_heads, right_heads = (with_twins([i for i in side if i.kind == "heading"]) for side in (left, right))
    heads = align_headings(left_heads, right_heads, below, aligned.lengths, aligned.lexicon)
    return [
        *pairs_of(heads, left_heads, right_heads, "headings"),
        *pairs_of(aligned.beads, left_text, right_text, "turns" if any(i.label for i in left_text) else "blocks"),
        *(Pair((i,), (), 1.0, "blocks") for i in source_strays),
        *(Pair((), (i,), 1.0, "blocks") for i in target_strays),
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
    least = _STRAY * max(counts.values(), default=0)
    main = [i for i in half if counts[passages[i].region] > least and i not in titles]
    kept = frozenset(main)
    return main, [i for i in half if i not in kept]


def pairs_of(beads: Iterable[Bead], source: Sequence[Item], target: Sequence[Item], how: str) -> list[Pair]:
    pairs = []
    for i, a, j, b, posterior in beads:
        left = tuple(number for item in source[i : i + a] for number in item.passages)
        right = tuple(number for item in target[j : j + b] for number in item.passages)
        pairs.append(Pair(left, right, posterior, how))
    return pairs
