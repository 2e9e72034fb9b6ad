"""How often pairs are right, by confidence: documents with paragraphs deleted and merged at random.

    python benchmarks/alignment.py [--shared ../shared] [--documents 6] [--length 200] [--damage 0.1] [--seed 1]

Pairs that the format itself holds together (PO units, comments above their Chinese) are drawn at random into long documents
of two files; a share of them, `damage`, is then deleted on one side (half) or merged into the paragraph before on one side
(half).  Printed per corpus: precision and recall of whole beads and of links, and per confidence band how many pairs are right
exactly, and how many hold some of the right text.  A last line gives the time for a long document.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from pathlib import Path
from typing import NamedTuple

from linter.align.model import Alignment
from linter.align.pairs import align_document, align_documents
from linter.documents.model import Document, Literal, Passage, Segment, Span
from linter.documents.read import read_document
from linter.source import Source, read

CORPORA = {"python (PO)": "python/**/*.po", "git (PO)": "git_zh_CN/po/*.po", "plfa (comments)": "plfa/src/**/*.md"}
BANDS = (0.0, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01)
_SURE = 0.95  # comments below this confidence are no ground truth


class Text(NamedTuple):
    """One side of a pair: its visible text, and the literals in it as written."""

    visible: str
    literals: tuple[str, ...]


class Damaged(NamedTuple):
    source: list[Text]
    target: list[Text]
    beads: set[tuple[tuple[int, ...], tuple[int, ...]]]


def pairs_of(pattern: str, root: Path) -> list[tuple[Text, Text]]:
    found: dict[str, tuple[Text, Text]] = {}
    for path in sorted(root.glob(pattern)):
        document = read_document(read(str(path)))
        texts = _texts(document)
        for pair in align_document(document).pairs:
            if len(pair.source) == len(pair.target) == 1 and pair.posterior >= _SURE:
                english, chinese = texts[pair.source[0]], texts[pair.target[0]]
                if document.passages[pair.target[0]].lang == "zh" and english.visible not in found:
                    found[english.visible] = english, chinese
    return list(found.values())


def _texts(document: Document) -> list[Text]:
    literals = sorted(document.literals, key=lambda literal: literal.span)
    at = 0
    texts = []
    for passage in document.passages:
        visible = document.text[passage.start : passage.end]
        span = document.span(passage.start, passage.end)
        inside = []
        while at < len(literals) and literals[at].span.start < span.start:
            at += 1
        while at < len(literals) and literals[at].span.end <= span.end:
            inside.append(document.source.text[literals[at].span.start : literals[at].span.end])
            at += 1
        texts.append(Text(visible.replace("\n", " "), tuple(inside)))
    return texts


def damage(pairs: list[tuple[Text, Text]], share: float, chance: random.Random) -> Damaged:
    left: list[Text] = []
    right: list[Text] = []
    beads: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    whole = False
    for english, chinese in pairs:
        fate = chance.random() / share if share else 9.0
        merged = 0.5 <= fate < 1 and whole
        if fate < 0.25:
            left.append(english)
        elif fate < 0.5:
            right.append(chinese)
        elif merged and fate < 0.75:
            left[-1] = _joined(left[-1], english)
            right.append(chinese)
            beads[-1] = beads[-1][0], (*beads[-1][1], len(right) - 1)
        elif merged:
            left.append(english)
            right[-1] = _joined(right[-1], chinese)
            beads[-1] = (*beads[-1][0], len(left) - 1), beads[-1][1]
        else:
            left.append(english)
            right.append(chinese)
            beads.append(((len(left) - 1,), (len(right) - 1,)))
        whole = fate >= 1
    return Damaged(left, right, set(beads))


def _joined(one: Text, other: Text) -> Text:
    return Text(f"{one.visible} {other.visible}", one.literals + other.literals)


def made_document(texts: list[Text], lang: str) -> Document:
    """One passage a text.  The literals as written stand behind the visible text of their passage in the file."""
    raw = visible = ""
    passages, segments, literals = [], [], []
    for text in texts:
        start, begin = len(visible), len(raw)
        raw += text.visible
        for written in text.literals:
            literals.append(Literal(Span(len(raw), len(raw) + len(written)), "code"))
            raw += written
        visible += text.visible
        segments.append(Segment(start, begin, len(text.visible), len(raw) - begin))
        passages.append(Passage("paragraph", lang, start, len(visible)))
        raw, visible = raw + "\n", visible + "\n"
    return Document(Source(f"{lang}.md", raw), "markdown", visible, segments, passages, [], literals)


def links(beads: set[tuple[tuple[int, ...], tuple[int, ...]]]) -> set[tuple[int, int]]:
    return {(i, j) for source, target in beads for i in source for j in target}


def report(name: str, runs: list[tuple[Damaged, Alignment]], seconds: float) -> None:
    pairs = [(made, pair) for made, alignment in runs for pair in alignment.pairs if pair.source and pair.target]
    right = sum((pair.source, pair.target) in made.beads for made, pair in pairs)
    gold = sum(len(made.beads) for made, _ in runs)
    found = [(links({(p.source, p.target) for p in alignment.pairs}), links(made.beads)) for made, alignment in runs]
    shared, given, wanted = (sum(map(len, part)) for part in zip(*((a & b, a, b) for a, b in found), strict=True))
    passages = sum(len(made.source) for made, _ in runs)
    print(
        f"{name}: {len(runs)} documents, {passages} source paragraphs; beads P {right / len(pairs):.3f} R {right / gold:.3f}, "
        f"links P {shared / given:.3f} R {shared / wanted:.3f}; {1000 * seconds / passages:.2f} ms a paragraph"
    )
    for low, high in itertools.pairwise(BANDS):
        band = [(made, pair) for made, pair in pairs if low <= pair.posterior < high]
        if band:
            exact = sum((pair.source, pair.target) in made.beads for made, pair in band)
            some = sum(bool(links({(pair.source, pair.target)}) & links(made.beads)) for made, pair in band)
            mean = sum(pair.posterior for _, pair in band) / len(band)
            shown = f"{low:.2f}-{min(high, 1.0):.2f}"
            print(
                f"  {shown}: {len(band):5} pairs, said {mean:.3f}, exactly right {exact / len(band):.3f}, overlapping {some / len(band):.3f}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--documents", type=int, default=6)
    parser.add_argument("--length", type=int, default=200)
    parser.add_argument("--damage", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    root = options.shared / "bench" / "dev"
    if not root.is_dir():
        parser.error(f"no labelled documents in {root}")
    chance = random.Random(options.seed)
    everything: list[tuple[Text, Text]] = []
    for name, pattern in CORPORA.items():
        pool = pairs_of(pattern, root)
        everything += pool
        runs, seconds = [], 0.0
        for _ in range(options.documents):
            made = damage(chance.sample(pool, min(options.length, len(pool))), options.damage, chance)
            source, target = made_document(made.source, "en"), made_document(made.target, "zh")
            start = time.perf_counter()
            alignment = align_documents(source, target)
            seconds += time.perf_counter() - start
            runs.append((made, alignment))
        report(name, runs, seconds)
    made = damage(chance.sample(everything, min(5000, len(everything))), options.damage, chance)
    source, target = made_document(made.source, "en"), made_document(made.target, "zh")
    start = time.perf_counter()
    alignment = align_documents(source, target)
    report("all together, one long document", [(made, alignment)], time.perf_counter() - start)


if __name__ == "__main__":
    main()
