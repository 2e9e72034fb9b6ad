"""What is left of a short Chinese passage when the other words of its English are accounted for: 黑暗|巫师 for "Dark Sorceress"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import words_for
from linter.judge.english import content_stems, content_words
from linter.judge.explaining import explained
from linter.judge.words import Word, words
from linter.scan.fold import fold

MOST_WORDS = 6  # of the English that can be accounted for one by one
LONGEST = 16  # characters of the Chinese
WIDEST = 8  # ... of what is left
_INSIDE = "的"  # what may stand between the words of it


def remainder(corpus: Corpus, concept: Concept, number: int, own: frozenset[str]) -> str:
    """The one string of a record's Chinese that no other word of the English accounts for, if it accounts for all of them; else "".

    A word is accounted for by another row's rendering, by the dictionary, or by what usually goes with it in the run.
    """
    record = corpus.records[number]
    others = content_stems(record.english) - own
    if not others or len(content_words(record.english)) > MOST_WORDS or len(record.text) > LONGEST:
        return ""
    expected = frozenset(map(fold, concept[1]))
    runs = words(record.text)
    if len(runs) != 1:
        return ""
    taken: set[int] = set()
    known: set[str] = set()
    for form, _ in corpus.claims[number]:
        start = record.text.find(form)
        if form not in expected and start >= 0:
            taken.update(range(start, start + len(form)))
            known.update(*(content_stems(term) for term, _ in corpus.rendered(form)))
    for word in runs[0]:
        if word.start in taken:
            continue
        meant = words_for(word.text) & others
        by = explained(corpus, concept, word.text, number, own) if not meant and len(word.text) > 1 else ""
        if meant or by in others:
            taken.update(range(word.start, word.end))
            known.update(meant or {by})
    if not others <= known:
        return ""
    left = list(_stretches(runs[0], taken))
    if len(left) != 1:
        return ""
    text = "".join(word.text for word in left[0])
    held = (text[at : at + 2] for at in range(len(text) - 1)) if len(text) > 2 else ()
    if not 2 <= len(text) <= WIDEST or any(not word.edge and word.text != _INSIDE for word in left[0]):
        return ""
    return "" if any(form in text for form, _ in corpus.claims[number]) or any(words_for(two) & others for two in held) else text


def _stretches(run: list[Word], taken: set[int]) -> Iterator[list[Word]]:
    """The words between what is taken, without the function words at their ends."""
    stretch: list[Word] = []
    for word in (*run, None):
        if word is not None and word.start not in taken:
            stretch.append(word)
            continue
        while stretch and not stretch[0].edge:
            stretch.pop(0)
        while stretch and not stretch[-1].edge:
            stretch.pop()
        if stretch:
            yield stretch
        stretch = []
