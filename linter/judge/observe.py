"""observe: a document, its source and the glossary in force -> Facts.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from linter.align.model import Alignment
from linter.align.pairs import align_document, align_documents, may_be_paired
from linter.documents.model import Document
from linter.judge.facts import Aside, Facts, Loose, PairFacts, Place
from linter.scan.fold import fold
from linter.scan.glosses import glosses
from linter.scan.hits import Hit, Scanner
from linter.scan.lexicon import ACCEPTED, SOURCE
from linter.scan.script import SAMPLE, foreign_script, script_of


def observe(document: Document, source: Document | None, scanner: Scanner, script: str = "") -> Facts:
    """Scan a document and its source, and find out which passages belong together.

    `source` is None where the document has no file of its own for the English: it may still hold both languages.  `script` is
    "zh-Hans" or "zh-Hant", "" where the text decides.
    """
    hits, beside = scanner.sweep(document)
    source_hits = hits if source is None or source is document else scanner.hits(source)
    alignment: Alignment | None = None
    if source is not None and source is not document:
        alignment = align_documents(source, document, (_keys(source, source_hits), _keys(document, hits)))
    elif may_be_paired(document):
        keys = _keys(document, hits)
        alignment = align_document(document, (keys, keys))
    if alignment and not any(pair.source and pair.target for pair in alignment.pairs):
        alignment = None
    pairs: list[PairFacts] = []
    if alignment:
        from linter.judge.pairing import pair_facts

        by_target, by_source = _by_passage(hits), _by_passage(source_hits)
        folded = fold(document.text)
        for pair in alignment.pairs:
            if pair.source and pair.target:
                pairs.append(pair_facts(pair, alignment.source, document, folded, by_source, by_target, scanner))
    han = script or script_of_document(document)
    loose = _loose(document, hits, han, alignment)
    found = alignment.source if alignment else None
    others: tuple[Aside, ...] = ()
    if beside:
        from linter.judge.asides import asides

        others = asides(document, hits, beside, scanner.entries)
    return Facts(
        document,
        found,
        scanner,
        alignment,
        tuple(pairs),
        tuple(glosses(document)),
        loose,
        han,
        _met(hits) | _met(source_hits) if source_hits is not hits else _met(hits),
        others,
    )


def _met(hits: Sequence[Hit]) -> frozenset[int]:
    """The entries of all hits."""
    different = {id(hit.meanings): hit.meanings for hit in hits}  # hits of one form mostly share them
    return frozenset(meaning.entry for meanings in different.values() for meaning in meanings if meaning.entry >= 0)


def _keys(document: Document, hits: Sequence[Hit]) -> list[frozenset[str]]:
    """Per passage, the entries found in it: what the two sides of a pair have in common."""
    found: list[set[str]] = [set() for _ in document.passages]
    for hit in hits:
        role = SOURCE if document.passages[hit.passage].lang == "en" else ACCEPTED
        found[hit.passage].update(str(number) for number in hit.of(role))
    return [frozenset(keys) for keys in found]


def script_of_document(document: Document) -> str:
    """Which script the Chinese of a document is written in, by its first passages."""
    first: list[str] = []
    left = SAMPLE
    for passage in document.passages[:400]:
        if passage.lang == "zh":
            first.append(document.text[passage.start : passage.end])
            left -= passage.end - passage.start + 1
            if left < 0:
                break
    return script_of("\n".join(first))


def _loose(document: Document, hits: Sequence[Hit], script: str, alignment: Alignment | None) -> tuple[Loose, ...]:
    """What says something about Chinese that has no source: anything but a right rendering in the right script.

    Where a document has pairs, that is Chinese outside of them, and English there is no slip: nothing tells what it stands for.
    """
    text = document.text
    alone = [passage.lang == "zh" for passage in document.passages]
    if alignment:
        for pair in alignment.pairs:
            if pair.source:
                for passage in pair.target:
                    alone[passage] = False
    found: list[Loose] = []
    for start, end, passage, meanings in hits:
        if not alone[passage]:
            continue
        for entry, role, form, _ in meanings:
            if role == ACCEPTED:  # nearly all of them
                if text.startswith(form, start) and len(form) == end - start:
                    continue
                if not foreign_script(text[start:end], form, script):
                    continue
            if entry >= 0 and (role != SOURCE or alignment is None):
                found.append(Loose(entry, role, form, Place(start, end)))
    return tuple(found)


def _by_passage(hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    grouped: dict[int, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.passage, []).append(hit)
    return grouped
