"""What is behind a finding that compares a place with the rest of the run: GL105, GL202, GL401.  For `glosslint explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linter.finding import Fact
from linter.judge.facts import Facts

if TYPE_CHECKING:
    from linter.judge.bitext import Bitext

COMPARED = ("inconsistent", "inconsistent-gloss", "unexpected")
_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "inconsistent": "two renderings of {0}: {1} here, {2} elsewhere",
        "inconsistent-gloss": "two glosses: {0} for {1} here, {2} elsewhere",
        "unexpected": "the rendering of {0} stands here: {1}, while the source has {2}",
        "place": "the other one: {0}:{1}",
        "records": "of {0} pairs with the term: {1}",
        "rendering": "{0} in {1}, and in {2} without it (G² {3:.0f})",
        "licensed": "{0} stands with {1} in {2} pairs and without it in {3}",
        "expected": "{0} is usual for {1}",
        "right inconsistent": "right all the same? A row that admits both and leaves the choice to the context (`视上下文而定`) silences "
        "it, and so do rows told apart by `when`",
        "right inconsistent-gloss": "right all the same? A glossary row for the term settles it; a parenthesis that the source has as "
        "well is no gloss",
        "right unexpected": "right all the same? Admit the rendering in the row of the word that the source has",
    },
    "zh": {
        "inconsistent": "{0} 有两种译法：此处 {1}，别处 {2}",
        "inconsistent-gloss": "括注不一：此处 {1} 作 {0}，别处 {2}",
        "unexpected": "此处是 {0} 的译法 {1}，而原文是 {2}",
        "place": "另一种：{0}:{1}",
        "records": "含该词的 {0} 对中：{1}",
        "rendering": "{0} {1} 对，另有 {2} 对无该词（G² {3:.0f}）",
        "licensed": "{0} 与 {1} 同现 {2} 对，单独出现 {3} 对",
        "expected": "{1} 通常译作 {0}",
        "right inconsistent": "其实都对？在该行写上两种译法并注明“视上下文而定”，或用 `when` 分成两行",
        "right inconsistent-gloss": "其实都对？在术语表中为该词立一行即可；原文也有的括号不算括注",
        "right unexpected": "其实译得对？把这一译法写进原文那个词的一行",
    },
}


def compared(found: Sequence[Fact], all_facts: Sequence[Facts], lang: str) -> list[str]:
    """A line or a few for each fact of `found` that compares places; `all_facts` are those of the run."""
    words = _WORDS["zh" if lang == "zh" else "en"]
    here = [fact for fact in found if fact.reports in COMPARED]
    if not here:
        return []
    bitext = None
    if any(facts.pairs for facts in all_facts):
        from linter.judge.bitext import Bitext

        bitext = Bitext(all_facts)
    return ["\n    ".join([_head(fact, words), *_evidence(fact, bitext, words), words["right " + fact.reports]]) for fact in here]


def _head(fact: Fact, words: dict[str, str]) -> str:
    values = fact.values
    if fact.reports == "unexpected":
        return words["unexpected"].format(fact.term, values["rendering"], values["source"])
    if fact.reports == "inconsistent-gloss":
        return words[fact.reports].format(values["rendering"], fact.term, values["expected"] or values.get("other", ""))
    return words[fact.reports].format(fact.term, values["rendering"], values["expected"])


def _evidence(fact: Fact, bitext: Bitext | None, words: dict[str, str]) -> Iterator[str]:
    for there, _ in fact.related:
        yield words["place"].format(there.path, there.line)
    if bitext is None:
        return
    if fact.reports == "inconsistent":
        yield from _weighed(fact, bitext, words)
    elif fact.reports == "unexpected":
        from linter.judge.unexpected import Rows

        licensed, free = Rows(bitext).counts(fact.term or "", fact.values["rendering"])
        yield words["licensed"].format(fact.values["rendering"], fact.term, licensed, free)
        yield words["expected"].format(fact.values["expected"], fact.values["source"])


def _weighed(fact: Fact, bitext: Bitext, words: dict[str, str]) -> Iterator[str]:
    """The renderings of a term that no row lists, with what speaks for each."""
    from linter.judge.phrases import phrases, surface
    from linter.judge.renderings import renderings
    from linter.judge.unlisted import FEWEST

    for phrase in phrases([record.english for record in bitext.records], FEWEST):
        if surface(phrase, (bitext.records[number].english for number in sorted(phrase.records))) != fact.term:
            continue
        held = [
            words["rendering"].format(one.text, len(one.records), one.elsewhere, one.association)
            for one in renderings(bitext, phrase)
        ]
        if held:
            yield words["records"].format(len(phrase.records), "; ".join(held))
