"""Rows that admit several renderings, and texts that use them in turn.

The glossary says that each of them is right, so nothing is wrong at any one place; what is told is that the run does not keep to
one.  Rows whose own note leaves the choice to the context are left alone, and so are renderings that differ by a part that may be
left out, and renderings that keep different company.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.finding import Fact
from linter.glossary.model import Entry
from linter.judge.bitext import SURE
from linter.judge.contexts import Company, features, other_context
from linter.judge.corpus import Concept, concept_of
from linter.judge.dictionary import stems_of
from linter.judge.english import stem
from linter.judge.facts import Facts, PairFacts
from linter.judge.likeness import likeness
from linter.judge.places import Spot, inconsistent
from linter.judge.senses import other_sense
from linter.records import NamedTuple
from linter.scan.fold import fold

ALIKE = 0.5  # likeness that makes two renderings the same thing in other words
RECURS = 2  # pairs that make a rendering one that is used ...
CLEAR = 3  # ... unless the usual one stands in so many; then a single pair is enough


class _Use(NamedTuple):
    """One pair that renders a row by one of its forms."""

    form: int
    spot: Spot
    around: frozenset[str]


def alternating(all_facts: Sequence[Facts]) -> Iterator[Fact]:
    """Facts in the order of the rows as they are first met, then of the documents."""
    uses: dict[Concept, list[_Use]] = {}
    forms_of: dict[int, tuple[tuple[str, ...], ...]] = {}
    known: set[tuple[Concept, str, str]] = set()
    for facts in all_facts:
        if facts.source is None:
            continue
        for seen in facts.pairs:
            if seen.pair.posterior < SURE:
                continue
            for number in seen.occurrences:
                entry = facts.entries[number]
                forms = forms_of.get(id(entry))
                if forms is None:
                    forms = forms_of[id(entry)] = _forms(entry)
                if len(forms) < 2 or number not in seen.accepted:
                    continue
                use = _use(facts, seen, number, forms)
                both = (concept_of(entry), *_texts(facts, seen))
                if use and both not in known:
                    known.add(both)
                    uses.setdefault(concept_of(entry), []).append(use)
    for concept, used in uses.items():
        yield from _told(concept, used)


def _forms(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """The renderings of a row, those that contain one another taken as one; none where the row leaves the choice open."""
    if entry.contextual or entry.when or entry.keep or entry.undecided:
        return ()
    groups: list[tuple[str, ...]] = []
    for rendering in entry.expected:
        folded = _closed(rendering)
        same = [group for group in groups if any(_is_form(folded, form) for form in group)]
        groups = [group for group in groups if group not in same]
        groups.append((*(form for group in same for form in group), folded))
    return tuple(groups)


def _is_form(one: str, other: str) -> bool:
    """Whether two renderings are one with and without some part: 代理 and AI代理, 可判定性 and 可判定的."""
    one, other = (text[:-1] if len(text) > 2 and text[-1] in "的地性" else text for text in (one, other))
    return one in other or other in one


def _closed(text: str) -> str:
    return fold(text).replace(" ", "")


def _use(facts: Facts, seen: PairFacts, number: int, forms: tuple[tuple[str, ...], ...]) -> _Use | None:
    """The form that a pair uses; None where it uses several, or only forms that are near to one."""
    met: dict[int, Spot] = {}
    for start, end in seen.accepted[number]:
        written = _closed(facts.document.text[start:end])
        form = next((index for index, group in enumerate(forms) if written in group), None)
        if form is not None:
            met.setdefault(form, Spot(facts.document, start, end))
    if len(met) != 1:
        return None
    ((form, spot),) = met.items()
    assert facts.source is not None
    around = [features(facts.source.text, o.start, o.end) for o in seen.occurrences[number]]
    return _Use(form, spot, frozenset().union(*around))


def _texts(facts: Facts, seen: PairFacts) -> tuple[str, str]:
    source, target = facts.source, facts.document
    assert source is not None
    english = "\n".join(source.text[source.passages[p].start : source.passages[p].end] for p in seen.pair.source)
    return english, "\n".join(target.text[target.passages[p].start : target.passages[p].end] for p in seen.pair.target)


def _is_same_thing(concept: Concept, used: list[_Use], rare: list[int], usual: list[int]) -> bool:
    """Whether two forms are one thing in other words, by their characters or the dictionary; 容量 and 算力 are two senses of "capacity".

    Where nothing tells, the forms must at least stand in one document.
    """
    one, two = (_closed(spot.document.text[spot.start : spot.end]) for spot in (used[rare[0]].spot, used[usual[0]].spot))
    if other_sense(concept[0].lower(), (one,), two):
        return False
    if likeness(one, two) >= ALIKE:
        return True
    own = frozenset(stem(word) for word in concept[0].replace("-", " ").split())
    first, second = stems_of(one), stems_of(two)
    if first and second:
        return bool(first & second - own)
    places = [{used[number].spot.document.source.path for number in numbers} for numbers in (rare, usual)]
    return not places[0].isdisjoint(places[1])


def _told(concept: Concept, used: list[_Use]) -> Iterator[Fact]:
    by_form: dict[int, list[int]] = {}
    for number, use in enumerate(used):
        by_form.setdefault(use.form, []).append(number)
    usual = max(by_form, key=lambda form: (len(by_form[form]), -form))
    followed = Company({number: used[number].around for number in by_form[usual]})
    usual_spots = [used[number].spot for number in by_form[usual]]
    for form in sorted(by_form):
        numbers = by_form[form]
        if form == usual or (min(len(numbers), len(usual_spots)) < RECURS and len(usual_spots) < CLEAR):
            continue
        if not _is_same_thing(concept, used, numbers, by_form[usual]):
            continue
        if other_context(numbers, followed, Company({number: used[number].around for number in numbers})):
            continue
        first = usual_spots[0]
        expected = first.document.text[first.start : first.end].replace("\n", "")
        yield from inconsistent("inconsistent", concept[0], [used[number].spot for number in numbers], expected, usual_spots)
