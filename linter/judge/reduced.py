"""A rendering of two characters cut down to one of them, as Chinese does in compounds and behind verbs: 河 for 河流 in 渡河 and 河里."""

from __future__ import annotations

from linter.judge.besides import own_words
from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import stems_of, words_for
from linter.judge.words import Word, words
from linter.scan.fold import fold

_PLACES = frozenset("里上中下内外前后边旁岸东南西北")  # what may stand right behind a noun


def reduced(corpus: Corpus, concept: Concept, number: int, own: frozenset[str]) -> str:
    """The word of a record in which one character of an accepted rendering means the term by itself, or "".

    The dictionary must gloss the character with the term and nothing else; the word is the character alone or with a place behind it, or
    one whose gloss has the term among other words: 过河 is "to cross a river", and 运河, "canal", is no river.
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
                    alone = (
                        word == character
                        and not run[at].leans
                        and not any(map(_is_piece, (*run[max(0, at - 1) : at], *run[at + 1 : at + 2])))
                    )
                    if alone or (word[0] == character and len(word) == 2 and word[1] in _PLACES):
                        return word
                    if len(word) > 1 and words_for(word).isdisjoint(own) and not own.isdisjoint(stems_of(word)):
                        if not corpus.rendered(word):
                            return word
                    if len(word) == 2 and word[1] == character and run[at].verb:
                        return word  # a verb and its object
    return ""


def _is_piece(word: Word) -> bool:
    """Whether a neighbour is a single character of substance: together with it a character may be a word that no list has, 赋|型."""
    return len(word.text) == 1 and word.edge
