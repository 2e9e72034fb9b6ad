"""Glosses against the glossary: 后训练(pre-training) contradicts a row, whichever language the document has besides."""

from __future__ import annotations

from linter.documents.model import MASK, Document
from linter.glossary.model import Entry
from linter.judge.facts import Facts, Place
from linter.judge.likeness import find_form, likeness
from linter.judge.making import text_at
from linter.judge.model import Grade, Reason
from linter.judge.words import words
from linter.records import NamedTuple
from linter.scan.fold import fold
from linter.scan.glosses import Gloss
from linter.scan.lexicon import ACCEPTED, SOURCE

_WHOLE = 6  # characters of a Han run that can be taken for one term where something bounds it on the left
_ALIKE = 0.5
_REMARKS = tuple("或和及与如若当仅除不无未已含按")  # what begins a remark in parentheses, and no translation


class Contradiction(NamedTuple):
    """A gloss whose Chinese is none of the renderings of the row that its English names."""

    entry: int
    gloss: Gloss
    english: str
    place: Place  # of the Chinese that is wrong
    grade: Grade  # "gloss" where the Chinese is another row's term, "single" where it is merely another


def contradictions(facts: Facts) -> list[Contradiction]:
    """Every gloss of the document that contradicts its row, in order."""
    found = []
    for gloss in facts.glosses:
        contradiction = _check(facts, gloss)
        if contradiction:
            found.append(contradiction)
    return found


def reason_of(facts: Facts, found: Contradiction) -> Reason:
    return Reason("gloss", {"rendering": text_at(facts, found.place), "english": found.english})


def _check(facts: Facts, gloss: Gloss) -> Contradiction | None:
    document = facts.document
    run = fold(document.text[gloss.zh_start : gloss.zh_end])
    if gloss.reversed and run.startswith(_REMARKS):
        return None
    for english, _, _ in gloss.english:
        meant = [m.entry for m in facts.scanner.lookup(english) if m.role == SOURCE]
        rows = [(number, facts.entries[number]) for number in dict.fromkeys(meant)]
        rows = [(number, entry) for number, entry in rows if not entry.keep and not entry.undecided and entry.preferred]
        if not rows:
            continue
        around = run + fold(_behind(document, gloss))
        if any(_agrees(run, entry) or _agrees_across(run, around, entry) for _, entry in rows):
            return None
        number, entry = rows[0]
        place, grade = _wrong_part(facts, document, gloss, run, entry, english)
        if place is not None:
            return Contradiction(number, gloss, english, place, grade)
        return None
    return None


def _agrees(run: str, entry: Entry) -> bool:
    return any(fold(form) in run or find_form(run, fold(form), " ".join(entry.source).lower()) for form in entry.accepted)


def _behind(document: Document, gloss: Gloss) -> str:
    """The text after the parenthesis: a gloss may stand inside its term, 单元（unit type）类型."""
    end = document.passages[gloss.passage].end
    close = min((at for mark in ")）" if (at := document.text.find(mark, gloss.en_end, end)) >= 0), default=end)
    return document.text[close + 1 : min(end, close + 12)].lstrip(" ”’」*")


def _agrees_across(run: str, around: str, entry: Entry) -> bool:
    for form in map(fold, entry.accepted):
        at = around.find(form)
        if 0 <= at < len(run) < at + len(form):
            return True
    return False


def _wrong_part(
    facts: Facts, document: Document, gloss: Gloss, run: str, entry: Entry, english: str
) -> tuple[Place | None, Grade]:
    """The end of the Han run that is wrong.

    Another row's term that is as long as what is expected contradicts for certain.  Otherwise the end of whole words that is most
    alike, or as long as expected, is the rendering; a whole run that something bounds on its left is one anyhow.
    """
    expected = [fold(form) for form in (entry.preferred or "", *entry.admitted) if form]
    shortest = min(len(form) for form in expected)
    ends = _ends(run)
    whole_only = gloss.reversed  # 译文 in parentheses begins where they do
    for size in range(len(run), len(run) - 1 if whole_only else shortest - 1, -1):  # whatever the segmenter makes of it
        if _is_other_row(facts, run[-size:], english):
            return Place(gloss.zh_end - size, gloss.zh_end), "gloss"
    for size in ends:
        if (
            not whole_only
            and 2 <= size < shortest
            and _is_other_row(facts, run[-size:], english)
            and not any(longer > size for longer in ends if longer <= shortest + 1)
        ):
            return Place(gloss.zh_end - size, gloss.zh_end), "gloss"
    ranked = [
        (-min(abs(size - len(form)) for form in expected), max(likeness(run[-size:], form) for form in expected), size)
        for size in ends
        if 2 <= size <= max(len(form) for form in expected) + 2
    ]
    best = max((found for found in ranked if found[1] >= _ALIKE), default=None)
    if best:
        return Place(gloss.zh_end - best[2], gloss.zh_end), "single"
    bounded = (
        gloss.reversed or gloss.zh_start == 0 or document.text[gloss.zh_start - 1] in "\n“‘「『《\"'（(，。、；：,;: " + MASK
    )
    whole = max(ends, default=0)
    if bounded and 2 <= whole <= _WHOLE:
        return Place(gloss.zh_end - whole, gloss.zh_end), "single"
    return None, "single"


def _ends(run: str) -> list[int]:
    """Lengths of the ends of a run that begin with a word, the longest first."""
    return sorted((len(run) - word.start for words_of_run in words(run) for word in words_of_run if word.edge), reverse=True)


def _is_other_row(facts: Facts, text: str, english: str) -> bool:
    others = [m.entry for m in facts.scanner.lookup(text) if m.role == ACCEPTED]
    return bool(others) and english.lower() not in {form.lower() for number in others for form in facts.entries[number].source}
