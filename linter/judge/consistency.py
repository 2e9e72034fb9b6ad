"""Consistency where no form is expected: glosses, rows that admit several renderings, terms that no glossary lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from linter.finding import Fact
from linter.judge.alternating import alternating
from linter.judge.bitext import Bitext
from linter.judge.branches import branches
from linter.judge.facts import Facts
from linter.judge.glosses import contradicting
from linter.judge.oneoff import one_offs
from linter.judge.phrases import Phrase, phrases, surface
from linter.judge.places import Spot, inconsistent, spots_of
from linter.judge.renderings import Rendering, renderings
from linter.judge.unexpected import Rows, confused, unexpected
from linter.judge.unlisted import FEWEST, Split, recurring


def facts_of_run(all_facts: Sequence[Facts], shown: Collection[str] | None = None) -> list[Fact]:
    """What is inconsistent in a run: glosses against glosses, then terms against the rest of the run.

    `shown`: the paths of the documents about which something is asked, where these are not all; what is told of others may be less.
    The order of the documents decides nothing but the order of the facts, and which of two equally frequent renderings is named.
    """
    found: list[Fact] = []
    if any(facts.glosses for facts in all_facts):
        found += contradicting(all_facts)
    if any(facts.pairs for facts in all_facts):
        found += alternating(all_facts)
        found += unlisted(all_facts, shown)
    return found


def unlisted(all_facts: Sequence[Facts], shown: Collection[str] | None = None) -> Iterator[Fact]:
    """Terms in no glossary that are rendered in two ways, or once by what is another term's rendering.  `shown`: see above."""
    bitext = Bitext(all_facts)
    if len(bitext.records) < FEWEST:
        return
    asked = frozenset(
        number for number, record in enumerate(bitext.records) if shown is None or record.facts.document.source.path in shown
    )
    if not asked:
        return
    rows = Rows(bitext)
    yield from confused(bitext, rows)
    for phrase in phrases([record.english for record in bitext.records], FEWEST):
        if asked.isdisjoint(phrase.records):
            continue
        found = renderings(bitext, phrase)
        if not found:
            continue
        for split in splits(bitext, phrase, found):
            yield from _told(bitext, split)
        yield from unexpected(bitext, rows, phrase, found[0])


def splits(bitext: Bitext, phrase: Phrase, found: list[Rendering]) -> Iterator[Split]:
    if len(found) == 1:
        found = branches(bitext, phrase, found[0]) or found
    told = list(recurring(bitext, phrase, found))
    yield from told
    yield from one_offs(bitext, phrase, found[0], told)


def _told(bitext: Bitext, split: Split) -> Iterator[Fact]:
    rare, usual = _spots(bitext, split.other.text, split.other.records), _spots(bitext, split.usual.text, split.usual.records)
    if rare and usual:
        expected = usual[0].document.text[usual[0].start : usual[0].end]
        records = (bitext.records[number] for number in sorted(split.phrase.records))
        term = surface(split.phrase, (record.english for record in records))
        yield from inconsistent("inconsistent", term, rare, expected, usual)


def _spots(bitext: Bitext, text: str, numbers: Sequence[int]) -> list[Spot]:
    """The first place of a rendering in each record."""
    found = []
    for number in sorted(numbers):
        record = bitext.records[number]
        found += spots_of(record.facts, record.pair, text)[:1]
    return found
