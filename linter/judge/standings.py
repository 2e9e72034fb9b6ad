"""How every glossary row fares over the verdicts of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from linter.judge.model import Concept, Standing, Verdict, concept_of

_RIGHT = ("accepted", "near-form")
_WRONG = ("declared-variant", "rendered-otherwise", "left-in-english", "kept-translated")


def standings(verdicts: Sequence[Verdict]) -> dict[Concept, Standing]:
    """Per concept, how often it was judged and followed, and what is used instead.  Dropped repeats do not count."""
    judged: Counter[Concept] = Counter()
    followed: Counter[Concept] = Counter()
    instead: dict[Concept, Counter[str]] = {}
    for verdict in verdicts:
        concept = concept_of(verdict.entry)
        if verdict.relation in _RIGHT:
            if verdict.end > verdict.start:
                judged[concept] += 1
                followed[concept] += 1
        elif verdict.relation in _WRONG:
            judged[concept] += 1
            instead.setdefault(concept, Counter())[verdict.rendering] += 1
    return {
        concept: Standing(
            count, followed[concept], tuple(sorted(instead.get(concept, Counter()).items(), key=lambda kv: (-kv[1], kv[0])))
        )
        for concept, count in judged.items()
    }
