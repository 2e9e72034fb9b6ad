"""Verdicts: what became of one occurrence of a term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.documents.model import Document
from linter.glossary.model import Entry
from linter.records import NamedTuple

Relation = Literal[
    "accepted",  # a preferred, admitted or tolerated rendering
    "near-form",  # a legitimate shorter or inflected form of an accepted rendering
    "declared-variant",  # a deprecated rendering of the row, or a shipped variant
    "script-variant",  # an accepted rendering in another script
    "left-in-english",  # the English term in Chinese prose though the row translates it
    "kept-translated",  # a keep-in-English term that was translated
    "rendered-otherwise",  # something else, which is named
    "gloss-mismatch",  # an inline gloss contradicts the glossary
    "omitted",  # no rendering found
    "not-the-term",  # literal, name, longer term, other sense
]
Grade = Literal["declared", "script", "english", "gloss", "near", "recurrent", "single", "weak"]
GRADES: tuple[Grade, ...] = ("declared", "script", "english", "gloss", "near", "recurrent", "single", "weak")

# Every key a Reason may have.  The texts (en, zh) are in rules/reasons.yaml; a test keeps the two in step.
REASONS = (
    "declared",  # {rendering} is listed as wrong for the term
    "shipped",  # {rendering} is known as a wrong rendering of the term
    "regional",  # {rendering} is what the term is called in another region
    "script",  # {rendering} is {expected} in another script
    "english",  # the English {rendering} stands in the Chinese text
    "gloss",  # the text itself glosses {rendering} as {english}
    "near",  # {rendering} shares {shared} characters with {expected}
    "recurs",  # {rendering} stands for the term in {count} places where the expected text is missing
    "mined",  # {rendering} goes with the term in this project (G2 {score})
    "dictionary",  # a dictionary gives {rendering} for the English
    "sibling",  # {rendering} is used for the term elsewhere: {places}
    "alone",  # the whole passage is {surface}, and {rendering} its translation
    "remainder",  # {rendering} is what the other words of a short passage leave for {surface}
    "followed",  # the row is followed in {followed} of its {judged} places
    "name",  # {surface} is part of a name: {name}
    "literal",  # {surface} is code or another literal
    "longer-term",  # {surface} is part of {longer}
    "other-sense",  # {surface} means something else here: {phrase}
    "near-form",  # {rendering} is a form of {expected}
    "part-of-speech",  # the row is for the {pos}, {surface} is none here
    "repeat",  # the term occurs {occurrences} times, its rendering {renderings} times: a dropped repeat
    "low-confidence",  # the two passages may not belong together (posterior {posterior})
    "explained",  # {rendering} is there for another English word, {word}
    "no-rendering",  # no rendering was found
    "context",  # the row depends on its context
    "proposed",  # the row is only proposed
)


Concept = tuple[str, tuple[str, ...]]  # a row, whichever document's table it stands in


def concept_of(entry: Entry) -> Concept:
    return entry.term, entry.accepted


class Reason(NamedTuple):
    """One piece of evidence, in numbers and words of the text; `rules/reasons.yaml` turns it into a sentence."""

    key: str
    values: Mapping[str, str] = {}  # a mapping: the type checker sees to it that no default is changed


class Verdict(NamedTuple):
    """What became of one occurrence.

    `source_*` speak of the English occurrence (visible offsets into `source_document.text`), and are None/-1 where there is no
    source.  `start`/`end` are visible offsets of the rendering in `document.text`; start == end (the start of the target
    passage) where nothing is named.
    """

    relation: Relation
    entry: Entry
    document: Document
    start: int
    end: int
    rendering: str = ""
    grade: Grade | None = None
    reasons: tuple[Reason, ...] = ()
    posterior: float = 1.0  # of the pair
    source_document: Document | None = None
    source_passages: tuple[int, ...] = ()
    source_start: int = -1
    source_end: int = -1
    expected: tuple[str, ...] = ()  # what this place should hold; the entry's expected forms unless set


class Standing(NamedTuple):
    """How a glossary row fares over all documents of the run: the one input of severity that looks beyond the place."""

    judged: int = 0  # occurrences with an accepted, near-form or named wrong rendering
    followed: int = 0  # of these, accepted or near-form
    renderings: tuple[tuple[str, int], ...] = ()  # what is used instead, most frequent first
