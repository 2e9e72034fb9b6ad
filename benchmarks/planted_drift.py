"""What of drift that we planted ourselves is found, named, and what is cried that nobody planted.

    python benchmarks/planted_drift.py [--root ../shared/bench/dev] [--seed 1] [--show 15] [--without RULE] [CORPUS …]

In the labelled documents, as their translators left them, pairs are sought in which a row is obeyed: one occurrence, one accepted
rendering at a known place.  Rows that are followed in at least 4 records, and in twice as many as are planted, have that rendering
replaced in k of them (1, 2, 5) by one that a translator could have used (`variants.py` says where these come from), in memory; at
most one place a pair, one rendering a row.  Then the whole corpus is judged again with --strict.  A plant that the row accepts, or
whose text the pair holds already, does not count.

Printed: recall (an error or a warning for that term in that pair), and of what is found the share whose rendering is the planted
one, exactly or alike (Dice of characters in order >= .66), for errors and warnings together and for errors alone, by whether the
planted text shares a character with what is expected.  The same for terms left in English.  Then false alarms: in the documents as
they are, per 100 obeyed occurrences; and where the rendering was deleted or a pronoun put in its place, which a
translator may do, so that an alarm there names something innocent.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import corpora
import variants
from corpora import Corpus

from linter.finding import Finding
from linter.glossary.model import Entry
from linter.judge.corpus import Concept, concept_of
from linter.judge.facts import Facts, PairFacts, Place
from linter.judge.model import Verdict
from linter.judge.verdicts import judge
from linter.project import Reader, document_of
from linter.scan.fold import fold

TIMES = (1, 2, 5)
FEWEST = 4  # records that follow a row
HALF = 2  # records that follow it for one that is planted


class Obeyed(NamedTuple):
    """A pair that obeys a row: one occurrence, one accepted rendering, whose text stands in the file as it is."""

    document: int  # of the corpus's facts
    pair: int
    entry: int
    place: Place
    start: int  # offsets in the file
    end: int
    surface: str


class Plant(NamedTuple):
    at: Obeyed
    text: str
    kind: str  # of variants.py, or english, deleted, pronoun
    alike: bool
    times: int


class Outcome(NamedTuple):
    corpus: str
    plant: Plant
    entry: Entry
    findings: tuple[Finding, ...]  # errors and warnings for the term in the pair
    said: str  # what the judge made of the occurrence, whatever the level


class Planting(NamedTuple):
    """What one corpus came to.  `occurrences` are those that are obeyed in the documents as they are."""

    outcomes: list[Outcome]
    skipped: Counter[str]
    occurrences: int
    alarms: list[tuple[str, Finding]]  # at obeyed occurrences


def obeyed(corpus: Corpus) -> dict[Concept, list[Obeyed]]:
    """Per row, the pairs that obey it, each distinct pair once."""
    found: dict[Concept, list[Obeyed]] = {}
    seen_before: set[tuple[Concept, str]] = set()
    for number, facts in enumerate(corpus.project.facts):
        for at, seen in enumerate(facts.pairs):
            if seen.pair.posterior < 0.5:
                continue
            text = _chinese(facts, seen)
            for entry_number in seen.occurrences:
                entry = facts.entries[entry_number]
                where = _only_place(facts, seen, entry_number)
                if where is None or (concept_of(entry), text) in seen_before:
                    continue
                seen_before.add((concept_of(entry), text))
                found.setdefault(concept_of(entry), []).append(where._replace(document=number, pair=at))
    return found


def _chinese(facts: Facts, seen: PairFacts) -> str:
    return "\n".join(
        facts.document.text[facts.document.passages[p].start : facts.document.passages[p].end] for p in seen.pair.target
    )


def _only_place(facts: Facts, seen: PairFacts, number: int) -> Obeyed | None:
    entry, places, occurrences = facts.entries[number], seen.accepted.get(number, ()), seen.occurrences[number]
    if entry.keep or entry.undecided or len(places) != 1 or len(occurrences) != 1:
        return None
    place = places[0]
    document = facts.document
    text = document.text[place.start : place.end]
    if len(text) < 2 or fold(text) not in map(fold, entry.accepted):
        return None  # a form of the rendering; and a single character may stand there by accident
    if any(
        a.start < place.end and place.start < a.end for other, found in seen.accepted.items() if other != number for a in found
    ):
        return None  # part of another row's rendering
    span = document.span(place.start, place.end)
    if document.source.text[span.start : span.end] != text:
        return None  # markup or a line break lies inside
    return Obeyed(-1, -1, number, place, span.start, span.end, occurrences[0].surface)


def drift(corpus: Corpus, pairs: dict[Concept, list[Obeyed]], times: int, alike: bool, chance: random.Random) -> list[Plant]:
    """One rendering a row, `times` times, for as many rows as can be served."""
    planted: list[Plant] = []
    taken: set[tuple[int, int]] = set()
    texts: set[str] = set()
    for concept, places in _shuffled(pairs, chance):
        if len(places) < max(FEWEST, HALF * times):
            continue
        entry = _entry(corpus, places[0])
        choices = [v for v in variants.variants(entry, corpus.project.glossary.entries) if variants.alike(v.text, entry) == alike]
        choices = [v for v in choices if v.text not in texts]
        if not choices:
            continue
        kind = chance.choice(sorted({v.kind for v in choices}))
        chosen = chance.choice([v for v in choices if v.kind == kind])
        free = [p for p in places if (p.document, p.pair) not in taken and chosen.text not in _text_of(corpus, p)]
        if len(free) < times:
            continue
        texts.add(chosen.text)
        for place in chance.sample(free, times):
            taken.add((place.document, place.pair))
            planted.append(Plant(place, chosen.text, kind, alike, times))
    return planted


def innocent(corpus: Corpus, pairs: dict[Concept, list[Obeyed]], chance: random.Random) -> list[Plant]:
    """For half of the rows two terms left in English, for the others two renderings deleted and two replaced by a pronoun."""
    planted: list[Plant] = []
    taken: set[tuple[int, int]] = set()
    for number, (_, places) in enumerate(_shuffled(pairs, chance)):
        kinds = ("english", "english") if number % 2 else ("deleted", "deleted", "pronoun", "pronoun")
        free = [p for p in places if (p.document, p.pair) not in taken]
        if len(places) < max(FEWEST, HALF * len(kinds)) or len(free) < len(kinds):
            continue
        for place, kind in zip(chance.sample(free, len(kinds)), kinds, strict=True):
            taken.add((place.document, place.pair))
            text = {"english": f" {place.surface} ", "deleted": "", "pronoun": "它"}[kind]
            planted.append(Plant(place, text, kind, False, 2))
    return planted


def _shuffled(pairs: dict[Concept, list[Obeyed]], chance: random.Random) -> list[tuple[Concept, list[Obeyed]]]:
    rows = sorted(pairs.items())
    chance.shuffle(rows)
    return rows


def _entry(corpus: Corpus, at: Obeyed) -> Entry:
    return corpus.project.facts[at.document].entries[at.entry]


def _text_of(corpus: Corpus, at: Obeyed) -> str:
    facts = corpus.project.facts[at.document]
    return fold(_chinese(facts, facts.pairs[at.pair]))


def planted_facts(corpus: Corpus, planted: Sequence[Plant]) -> list[Facts]:
    """The corpus's facts with the plants in their documents."""
    by_document: dict[int, list[Plant]] = {}
    for plant in planted:
        by_document.setdefault(plant.at.document, []).append(plant)
    reader = Reader(corpus.settings, corpus.project.glossary)
    made = list(corpus.project.facts)
    for number, plants in by_document.items():
        facts = made[number]
        text = facts.document.source.text
        for plant in sorted(plants, key=lambda p: -p.at.start):
            text = text[: plant.at.start] + plant.text + text[plant.at.end :]
        document = document_of(text, facts.document.source.path)
        source = None if facts.source in (None, facts.document) else facts.source
        made[number] = reader.facts_of(document, source)[0]
    return made


def outcomes(corpus: Corpus, planted: Sequence[Plant], made: Sequence[Facts], skipped: Counter[str]) -> Iterator[Outcome]:
    """Judge the corpus with the plants in it.  A plant that turns out to be accepted is left out and counted."""
    judged = judge(made)
    by_row: dict[tuple[str, str], list[Finding]] = {}
    for finding in corpora.reported(corpus, made, judged):
        by_row.setdefault((finding.place.path, finding.term or ""), []).append(finding)
    verdicts = {(id(v.document), id(v.entry), v.source_passages): v for v in judged.verdicts}
    for plant in planted:
        before, after = corpus.project.facts[plant.at.document], made[plant.at.document]
        passages = before.pairs[plant.at.pair].pair.target
        seen = next((s for s in after.pairs if set(s.pair.target) & set(passages) and plant.at.entry in s.occurrences), None)
        if seen is not None and plant.at.entry in seen.accepted:
            skipped["accepted"] += 1
            continue
        if seen is None:
            skipped["pair lost"] += 1  # the alignment went astray, or the judge takes the term for another one now: a miss
        entry = before.entries[plant.at.entry]
        lines = [before.document.lines(p) for p in passages]
        findings = tuple(
            f
            for f in by_row.get((before.document.source.path, entry.term), ())
            if any(first <= f.place.line <= last for first, last in lines)
        )
        verdict = verdicts.get((id(after.document), id(after.entries[plant.at.entry]), seen.pair.source)) if seen else None
        yield Outcome(corpus.name, plant, entry, findings, _said(verdict))


def _said(verdict: Verdict | None) -> str:
    if verdict is None:
        return "no verdict"
    reasons = " ".join(
        " ".join((r.key, *r.values.values())) for r in verdict.reasons if r.key in ("explained", "longer-term", "other-sense")
    )
    return " ".join(part for part in (verdict.relation, verdict.grade, verdict.rendering, reasons) if part)


def alarms(corpus: Corpus) -> tuple[int, list[tuple[str, Finding]]]:
    """Obeyed occurrences of the documents as they are, and the errors and warnings for their rows in their pairs.

    A pair obeys a row when every occurrence has an accepted rendering.
    """
    by_row: dict[tuple[str, str], list[Finding]] = {}
    for finding in corpora.reported(corpus, corpus.project.facts):
        by_row.setdefault((finding.place.path, finding.term or ""), []).append(finding)
    count, found = 0, []
    listed: set[int] = set()
    for facts in corpus.project.facts:
        for seen in facts.pairs:
            lines = [facts.document.lines(p) for p in seen.pair.target]
            for number, occurrences in seen.occurrences.items():
                if len(seen.accepted.get(number, ())) < len(occurrences):
                    continue
                count += len(occurrences)
                here = by_row.get((facts.document.source.path, facts.entries[number].term), ())
                text = _chinese(facts, seen).replace("\n", " ")
                for finding in here:
                    if id(finding) not in listed and any(first <= finding.place.line <= last for first, last in lines):
                        listed.add(id(finding))
                        found.append((text, finding))
    return count, found


def plant_all(corpus: Corpus, seed: int) -> Planting:
    pairs = obeyed(corpus)
    skipped: Counter[str] = Counter()
    found: list[Outcome] = []
    for times in TIMES:
        for alike in (True, False):
            chance = random.Random(f"{seed} {corpus.name} {times} {alike}")
            planted = drift(corpus, pairs, times, alike, chance)
            found += outcomes(corpus, planted, planted_facts(corpus, planted), skipped)
    planted = innocent(corpus, pairs, random.Random(f"{seed} {corpus.name}"))
    found += outcomes(corpus, planted, planted_facts(corpus, planted), skipped)
    return Planting(found, skipped, *alarms(corpus))


def main() -> None:
    parser = corpora.arguments(__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list N misses, N wrong names and N false alarms")
    parser.add_argument("--without", metavar="RULE", help="with a rule of ablations.py taken out")
    options = parser.parse_args()
    rules = corpora.scorer(options.root)
    if options.without:
        import ablations

        ablations.named(options.without).__enter__()
    begun = time.perf_counter()
    everything: list[Planting] = []
    for corpus in corpora.corpora(options):
        made = plant_all(corpus, options.seed)
        everything.append(made)
        drifting = [o for o in made.outcomes if o.plant.kind not in ("english", "deleted", "pronoun")]
        rows = len({(o.entry.place, o.plant.text) for o in drifting})
        print(
            f"{corpus.name}: {len(drifting)} places planted, {rows} renderings of {len({o.entry.place for o in drifting})} rows; "
            f"left out because accepted {made.skipped['accepted']}, lost by the alignment {made.skipped['pair lost']}; "
            f"{time.perf_counter() - begun:.0f} s",
            flush=True,
        )
    found = [o for made in everything for o in made.outcomes]
    tables(found, rules.alike, rules.wilson)
    print("\nfalse alarms, per 100 obeyed occurrences of the documents as they are (aims: 1 error, 3 with warnings)")
    total = sum(made.occurrences for made in everything)
    wrong = [alarm for made in everything for alarm in made.alarms]
    errors = sum(f.severity == "error" for _, f in wrong)
    print(
        f"  {total} occurrences: errors {100 * errors / total:.2f} ({errors}), with warnings {100 * len(wrong) / total:.2f} ({len(wrong)})"
    )
    if options.show:
        examples(found, wrong, rules.alike, options.show, random.Random(options.seed))


def tables(found: Sequence[Outcome], alike: object, wilson: object) -> None:
    assert callable(alike)
    assert callable(wilson)

    def row(name: str, some: Sequence[Outcome], names: bool = True) -> None:
        if not some:
            return
        cells = [f"{name:30s} {len(some):5d}"]
        for level in ("both", "error"):
            hits = [(o, [f for f in o.findings if level in ("both", f.severity)]) for o in some]
            hits = [(o, here) for o, here in hits if here]
            low, high = wilson(len(hits), len(some))
            cell = f"{len(hits) / len(some):.2f} [{low:.2f}–{high:.2f}]"
            if names:
                best = [max(alike(f.rendering or f.found, o.plant.text) for f in here) for o, here in hits]
                n = max(1, len(best))
                cell += f"  {sum(b == 2 for b in best) / n:.2f}  {sum(b >= 1 for b in best) / n:.2f}"
            cells.append(cell)
        print("   ".join(cells))

    drifting = [o for o in found if o.plant.kind not in ("english", "deleted", "pronoun")]
    print(f"\n{'':30s} {'n':>5s}   {'recall, errors and warnings':18s} exact alike   {'recall, errors':18s} exact alike")
    for times in TIMES:
        row(f"k = {times}", [o for o in drifting if o.plant.times == times])
        for shares, name in ((True, "shares a character"), (False, "shares none")):
            row(f"  {name}", [o for o in drifting if o.plant.times == times and o.plant.alike == shares])
    print()
    for corpus in sorted({o.corpus for o in drifting}):
        row(corpus, [o for o in drifting if o.corpus == corpus])
        for times in TIMES:
            row(f"  k = {times}", [o for o in drifting if o.corpus == corpus and o.plant.times == times])
    print()
    for kind in sorted({o.plant.kind for o in drifting}):
        row(f"planted from: {kind}", [o for o in drifting if o.plant.kind == kind])
        row("  k = 1", [o for o in drifting if o.plant.kind == kind and o.plant.times == 1])
    print("\nfound, of what is not a rendering")
    row("left in English (k = 2)", [o for o in found if o.plant.kind == "english"], names=False)
    print("alarms where there should be none")
    for kind in ("deleted", "pronoun"):
        row(
            f"rendering {kind} (k = 2)" if kind == "deleted" else "pronoun instead (k = 2)",
            [o for o in found if o.plant.kind == kind],
            False,
        )


def examples(
    found: Sequence[Outcome], wrong: Sequence[tuple[str, Finding]], alike: object, most: int, chance: random.Random
) -> None:
    assert callable(alike)
    drifting = [o for o in found if o.plant.kind not in ("english", "deleted", "pronoun")]
    missed = [o for o in drifting if not o.findings]
    misnamed = [o for o in drifting if o.findings and max(alike(f.rendering or f.found, o.plant.text) for f in o.findings) < 2]
    cried = [o for o in found if o.plant.kind in ("deleted", "pronoun") and o.findings]
    for title, some in (("missed", missed), ("misnamed", misnamed), ("alarms where nothing is said", cried)):
        print(f"\n{title}: {len(some)}")
        for o in chance.sample(some, min(most, len(some))):
            named = ", ".join(f"{f.severity} {f.rendering or f.found} ({f.grade})" for f in o.findings)
            expected = o.entry.preferred
            print(
                f"  {o.corpus} k={o.plant.times} {o.entry.term}: {expected} -> {o.plant.text} ({o.plant.kind}); {named or o.said}"
            )
    print(f"\nalarms at obeyed occurrences: {len(wrong)}")
    for text, f in wrong[:most]:
        print(f"  {f.place.path}:{f.place.line} {f.severity} {f.code} {f.term}: {f.rendering} ({f.grade}) in {text[:120]}")


if __name__ == "__main__":
    main()
