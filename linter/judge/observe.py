"""observe: a document, its source and the glossary in force -> Facts.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from linter.align.model import Alignment
from linter.align.pairs import align_document, align_documents
from linter.documents.model import Document
from linter.judge.facts import Aside, Facts, Loose, PairFacts, Place
from linter.scan.fold import fold
from linter.scan.glosses import glosses
from linter.scan.hits import Hit, Scanner
from linter.scan.lexicon import ACCEPTED, SOURCE, Meaning
from linter.scan.script import foreign_script, script_of


def observe(document: Document, source: Document | None, scanner: Scanner, script: str = "") -> Facts:
    """Scan a document and its source, and find out which passages belong together.

    `source` is None where the document has no file of its own for the English: it may still hold both languages.  `script` is
    "zh-Hans" or "zh-Hant", "" where the text decides.
    """
    hits, beside = scanner.sweep(document)
    source_hits = hits if source is None or source is document else scanner.hits(source)
    alignment: Alignment | None
    if source is None or source is document:
        keys = _keys(document, hits)
        alignment = align_document(document, (keys, keys))
    else:
        alignment = align_documents(source, document, (_keys(source, source_hits), _keys(document, hits)))
    if not any(pair.source and pair.target for pair in alignment.pairs):
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
    loose: list[Loose] = []
    if alignment is None:
        loose = [
            Loose(m.entry, m.role, m.form, Place(h.start, h.end)) for h in hits for m in h.meanings if _tells(document, h, m, han)
        ]
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
        tuple(loose),
        han,
        _met(hits, source_hits),
        others,
    )


def _met(*sides: Sequence[Hit]) -> frozenset[int]:
    """The entries of all hits."""
    return frozenset(meaning.entry for hits in sides for hit in hits for meaning in hit.meanings if meaning.entry >= 0)


def _keys(document: Document, hits: Sequence[Hit]) -> list[frozenset[str]]:
    """Per passage, the entries found in it: what the two sides of a pair have in common."""
    found: list[set[str]] = [set() for _ in document.passages]
    for hit in hits:
        role = SOURCE if document.passages[hit.passage].lang == "en" else ACCEPTED
        found[hit.passage].update(str(number) for number in hit.of(role))
    return [frozenset(keys) for keys in found]


def script_of_document(document: Document) -> str:
    """Which script the Chinese of a document is written in, by its first passages."""
    return script_of("\n".join(document.text[p.start : p.end] for p in document.passages[:400] if p.lang == "zh"))


def _tells(document: Document, hit: Hit, meaning: Meaning, script: str) -> bool:
    """Whether a hit says something about a Chinese text that has no source: anything but a right rendering in the right script."""
    if meaning.entry < 0 or document.passages[hit.passage].lang != "zh":
        return False
    return meaning.role != ACCEPTED or foreign_script(document.text[hit.start : hit.end], meaning.form, script)


def _by_passage(hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    grouped: dict[int, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.passage, []).append(hit)
    return grouped
