"""A rendering of two characters cut down to one of them, as Chinese does in compounds and behind verbs: 河 for 河流 in 渡河 and 河里."""

from __future__ import annotations

from linter.judge.besides import own_words
from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import acts, stems_of, words_for
from linter.judge.words import Word, words
from linter.scan.fold import fold

_PLACES = frozenset("里上中下内外前后边旁东南西北")  # what may stand right behind a noun


def reduced(corpus: Corpus, concept: Concept, number: int, own: frozenset[str]) -> str:
    """The word of a record in which one character of an accepted rendering means the term by itself, or "".

    The dictionary must gloss the character with the term and nothing else.  The word is the character alone, with a place behind it, behind
    its verb (过河), or before a noun of which the term is a part: 河岸 is a "river bank".  In the end of a noun it makes another term: 运河.
    """
    if len(own_words(own)) > 1:
        return ""
    for form in map(fold, concept[1]):
        known = [character for character in form if not own.isdisjoint(words_for(character))] if len(form) == 2 else ()
        if not known:
            continue
        for run in words(corpus.records[number].text):
            for at, (word, *_) in enumerate(run):
                for character in known:
                    if character not in word:
                        continue
                    alone = word == character and not run[at].leans and _stands_alone(run, at)
                    if alone or (word[0] == character and len(word) == 2 and word[1] in _PLACES):
                        return word
                    if len(word) > 1 and word[-1] != character and _means_more(word, own) and not corpus.rendered(word):
                        return word
                    if len(word) == 2 and word[1] == character and acts(word[0]) and not stems_of(word):
                        return word  # a verb and its object, which no dictionary lists
    return ""


def _means_more(word: str, own: frozenset[str]) -> bool:
    """Whether the dictionary has the term among other words in the gloss of a word, and never alone."""
    return words_for(word).isdisjoint(own) and not own.isdisjoint(stems_of(word))


def _stands_alone(run: list[Word], at: int) -> bool:
    """Whether a character is no part of a word that no list has: it has no other character of substance beside it, as 型 of 赋|型 has,
    and no noun before it, whose head it would be: 程式|码."""
    if at and run[at - 1].noun:
        return False
    return not any(len(word.text) == 1 and word.edge for word in (*run[max(0, at - 1) : at], *run[at + 1 : at + 2]))
