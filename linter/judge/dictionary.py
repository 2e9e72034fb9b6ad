"""CC-CEDICT, where the extra `dict` is installed: which English a Chinese word stands for.

The dictionary proves that a string translates a word, not that it is wrong or right; without it everything still works.
"""

from __future__ import annotations

from functools import lru_cache

from linter.cedict import entries, glosses
from linter.judge.english import content_stems, stem
from linter.patterns import lazy

_NOTES = lazy(r"\([^()]*\)|\[[^\[\]]*\]|CL:[^/]*|(?:surname|variant of|see also|abbr\. for|also written) [^/]*")
_SENSES = lazy(r"[/;,]")
_ENGLISH = lazy(r"[A-Za-z'-]+")


def installed() -> bool:
    return bool(entries())


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> frozenset[str]:
    """Stems of the English words that a Simplified word's glosses hold; empty for a word that the dictionary lacks."""
    return frozenset().union(*(content_stems(_NOTES.sub(" ", entry)) for entry in glosses(word)))


@lru_cache(maxsize=50_000)
def words_for(word: str) -> frozenset[str]:
    """Stems of the single English words that a Simplified word is glossed with: 重要 is "important", and not "great"."""
    found: set[str] = set()
    for entry in glosses(word):
        for sense in _SENSES.split(_NOTES.sub(" ", entry)):
            of_sense = content_stems(sense)
            if len(of_sense) == 1:
                found.update(word.replace("-", "") for word in of_sense)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def pairs_for(word: str) -> frozenset[frozenset[str]]:
    """Stems of the English phrases of two words that a Simplified word is glossed with: 源代码 is "source code"."""
    senses = (sense for entry in glosses(word) for sense in _SENSES.split(_NOTES.sub(" ", entry)))
    return frozenset(stems for sense in senses if len(stems := content_stems(sense)) == 2)


@lru_cache(maxsize=50_000)
def acts(word: str) -> bool:
    """Whether a gloss of a Simplified word is an English verb, "to record"; False for a word that the dictionary lacks."""
    return any(sense.lstrip().startswith("to ") for entry in glosses(word) for sense in entry.split("/"))


@lru_cache(maxsize=10_000)
def is_english_verb(word: str) -> bool:
    """Whether an English word (in lower case) is the verb of a gloss, "to log on"; False without a dictionary."""
    text, verb = entries(), f"/to {word}"
    at = text.find(verb)
    while at >= 0 and text[at + len(verb)].isalpha():
        at = text.find(verb, at + 1)
    return at >= 0


def gives(text: str, stems: frozenset[str]) -> bool:
    """Whether the glosses of a Chinese word hold every stem of an English term."""
    return bool(stems) and stems <= stems_of(text)


@lru_cache(maxsize=10_000)
def senses(word: str, most: int) -> int:
    """How many Chinese words, up to `most`, an English word (in lower case) alone is a gloss of; 0 without a dictionary.

    Many such words are as many senses, more or less: 过程, 进程, 工序, 加工 for "process".
    """
    text = entries()
    key = stem(word)
    found: set[str] = set()
    at = 0
    while len(found) < most and (at := text.find(key, at)) >= 0:
        if text[at - 1] in "/ ;,":
            begin = text.rfind("\n", 0, at) + 1
            chinese = text[begin : text.find(" [", begin)].partition(" ")[2]
            if key in words_for(chinese):
                found.add(chinese)
            at = text.find("\n", at)
            if at < 0:
                break
        else:
            at += len(key)
    return len(found)


@lru_cache(maxsize=10_000)
def breadth(word: str, most: int) -> int | None:
    """How many entries, up to `most`, an English word (in lower case) helps to gloss; None without a dictionary.

    A word that dozens of Chinese words are glossed with has many senses.
    """
    text = entries()
    if not text:
        return None
    key = stem(word)
    count = at = 0
    while count < most and (at := text.find(key, at)) >= 0:
        if text[at - 1].isalpha():
            at += len(key)
            continue
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        count += key in map(stem, _ENGLISH.findall(_NOTES.sub(" ", text[begin:end])))
        at = end
    return count
