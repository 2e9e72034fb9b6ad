"""How often mining finds a glossary's own renderings when the glossary is hidden, by how many pairs have the term.

    python benchmarks/mining.py [--shared ../shared] [CORPUS …]

Two tables over the labelled documents.  In the first the places of each row's term are known and only its rendering is asked for:
first proposal equal to an accepted rendering, overlapping with one (2·LCS / lengths ≥ 0.66), and an accepted one among the first
five.  In the second `mine` gets the documents without any glossary: how many of the rows' terms are proposed, and how many of these
with their rendering.  A row that the text itself does not follow in half of its pairs proves nothing and is left out; how many these
are is printed.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from linter.config import load_settings
from linter.glossary.model import Entry
from linter.judge.bitext import Bitext
from linter.judge.facts import Facts
from linter.judge.likeness import likeness
from linter.judge.phrases import Phrase, phrases, singular
from linter.judge.proposals import Proposal, proposals
from linter.judge.renderings import renderings
from linter.project import load
from linter.scan.fold import fold

BINS = ((2, 2), (3, 4), (5, 9), (10, 19), (20, 10**9))
OVERLAPPING = 0.66
FOLLOWED = 0.5


class Answer(NamedTuple):
    term: str
    accepted: tuple[str, ...]
    records: int
    found: tuple[str, ...]  # proposals, the best first


def facts_of(root: Path, corpus: str, glossary: bool) -> tuple[Facts, ...]:
    arguments = json.loads((root / "run.json").read_text(encoding="utf-8"))[corpus]
    os.chdir(root / corpus)
    at = arguments.index("--glossary")
    paths = arguments[:at] + arguments[at + 2 :]
    settings = load_settings(isolated=True, glossaries=[arguments[at + 1]] if glossary else [])
    return load(paths, settings).facts


def rows_of(all_facts: Iterable[Facts]) -> dict[str, Entry]:
    entries = (entry for facts in all_facts for entry in facts.entries)
    return {entry.term: entry for entry in entries if entry.preferred and not entry.keep}


def places_of(bitext: Bitext) -> dict[str, dict[int, int]]:
    """Term -> record -> number of its places."""
    found: dict[str, dict[int, int]] = {}
    for number, record in enumerate(bitext.records):
        for row, places in record.pair.occurrences.items():
            found.setdefault(record.facts.entries[row].term, {})[number] = len(places)
    return found


def followed(bitext: Bitext, entry: Entry, records: Iterable[int]) -> float:
    forms = [fold(form) for form in entry.accepted]
    numbers = list(records)
    return sum(any(form in bitext.records[number].chinese for form in forms) for number in numbers) / len(numbers)


def given_the_term(bitext: Bitext, rows: dict[str, Entry]) -> tuple[list[Answer], int]:
    answers, stale = [], 0
    for term, places in places_of(bitext).items():
        entry = rows.get(term)
        if entry is None or len(places) < BINS[0][0]:
            continue
        if followed(bitext, entry, places) < FOLLOWED:
            stale += 1
            continue
        found = renderings(bitext, Phrase(term, len(term.split()), places, frozenset()), most=5)
        ranked = sorted(found, key=lambda rendering: -len(rendering.records))
        answers.append(Answer(term, tuple(map(fold, entry.accepted)), len(places), tuple(r.text for r in ranked)))
    return answers, stale


def table(answers: list[Answer]) -> None:
    print("| pairs | rows | exact | overlapping | among the first five |\n|---|---|---|---|---|")
    for low, high in (*BINS, (BINS[0][0], 10**9)):
        here = [answer for answer in answers if low <= answer.records <= high]
        if not here:
            continue
        exact = sum(answer.found[:1] != () and answer.found[0] in answer.accepted for answer in here)
        near = sum(bool(answer.found) and overlaps(answer.found[0], answer.accepted) for answer in here)
        five = sum(any(text in answer.accepted for text in answer.found[:5]) for answer in here)
        name = f"{low}" if low == high else f"{low}-{high}" if high < 10**9 else f"{low} and more"
        print(f"| {name} | {len(here)} | {exact / len(here):.2f} | {near / len(here):.2f} | {five / len(here):.2f} |")


def overlaps(text: str, accepted: tuple[str, ...]) -> bool:
    return any(likeness(text, form) >= OVERLAPPING for form in accepted)


def without_a_glossary(root: Path, corpus: str, answers: list[Answer], rows: dict[str, Entry]) -> tuple[int, int, int, int]:
    """Of the rows in `answers` with three pairs and more: how many, proposed, proposed right, proposed overlapping."""
    all_facts = facts_of(root, corpus, glossary=False)
    if any(facts.entries for facts in all_facts):
        return 0, 0, 0, 0  # a document brings its own table
    bitext = Bitext(all_facts)
    made = {
        proposal.term.lower(): proposal
        for proposal in proposals(bitext, phrases([r.english for r in bitext.records], 3, lenient=True))
    }
    by_key = {key(term): proposal for term, proposal in made.items()}
    asked = [answer for answer in answers if answer.records >= 3]
    found = [(answer, _first(by_key, rows[answer.term].source)) for answer in asked]
    told = [(answer, proposal) for answer, proposal in found if proposal]
    right = sum(fold(proposal.rendering) in answer.accepted for answer, proposal in told)
    near = sum(overlaps(fold(proposal.rendering), answer.accepted) for answer, proposal in told)
    return len(asked), len(told), right, near


def _first(by_key: dict[str, Proposal], forms: Iterable[str]) -> Proposal | None:
    return next((by_key[key(form)] for form in forms if key(form) in by_key), None)


def key(term: str) -> str:
    words = term.lower().replace("-", " ").split()
    return " ".join([*words[:-1], singular(words[-1])])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--show", action="store_true", help="print the rows whose first proposal is wrong")
    parser.add_argument("corpora", nargs="*")
    options = parser.parse_args()
    root = (options.shared / "bench" / "dev").resolve()
    if not root.is_dir():
        parser.error(f"no labelled documents in {root}")
    everything: list[Answer] = []
    totals = [0, 0, 0, 0]
    for corpus in options.corpora or json.loads((root / "run.json").read_text(encoding="utf-8")):
        all_facts = facts_of(root, corpus, glossary=True)
        bitext, rows = Bitext(all_facts), rows_of(all_facts)
        answers, stale = given_the_term(bitext, rows)
        everything += answers
        counts = without_a_glossary(root, corpus, answers, rows)
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        print(
            f"{corpus}: {len(bitext.records)} records, {len(answers)} rows, {stale} rows that the text does not follow left out"
        )
        if options.show:
            for answer in sorted(answers, key=lambda answer: -answer.records):
                if not answer.found or answer.found[0] not in answer.accepted:
                    print(
                        f"  {answer.term} ({answer.records}): {' '.join(answer.found) or '-'} instead of {'/'.join(answer.accepted)}"
                    )
    print("\nThe term is known:")
    table(everything)
    asked, told, right, near = totals
    print(f"\nNothing is known: {told} of {asked} terms proposed, {right} of these with their rendering, {near} overlapping")


if __name__ == "__main__":
    main()
