"""What a repository holds for glosslint: glossaries, translations beside their English, catalogues, the script of the Chinese."""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence

from linter.align.files import find_sources
from linter.config import Settings
from linter.discover import SUFFIXES, find
from linter.documents.language import has_han
from linter.documents.model import Document
from linter.documents.read import read_document
from linter.errors import GlosslintError, InputError
from linter.glossary.load import parse_glossary
from linter.records import NamedTuple
from linter.scan.script import script_of
from linter.source import read

_FEWEST = 3  # rows of a file that is taken for a glossary
_TABLES = (".csv", ".tsv", ".yaml", ".yml")
_PROSE = 2.0  # characters of prose for each one of glossary rows, above which a file is a document with a glossary inside
_NAMED = ("gloss", "termin", "术语", "術語", "词汇", "詞彙", "译名", "譯名")


class Survey(NamedTuple):
    """glossaries  (path, number of rows) of files that are glossaries and little else
    inside      documents that hold a glossary of their own
    both        documents that hold both languages
    paired      translations whose English is found without a pattern
    patterns    (pattern, number of translations) for those whose English stands elsewhere
    alone       translations without English
    catalogues  PO files
    script      "zh-Hans", "zh-Hant", or "" where there is no Chinese
    """

    glossaries: tuple[tuple[str, int], ...] = ()
    inside: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    paired: tuple[str, ...] = ()
    patterns: tuple[tuple[str, int], ...] = ()
    alone: tuple[str, ...] = ()
    catalogues: tuple[str, ...] = ()
    script: str = ""


class _Seen(NamedTuple):
    languages: frozenset[str]
    rows: int  # of glossary tables or lists
    glossary: bool  # little else stands in it
    script: str


def survey(root: str) -> Survey:
    """Look at every file below a folder that git does not ignore.  Paths are relative to the working directory.

    Raises UsageError where the folder itself cannot be read; files that cannot be read are passed over.
    """
    settings = Settings(root=os.path.abspath(root), isolated=True)
    paths = [file.path for file in find([root], settings, (), (*SUFFIXES, *_TABLES)).files]
    seen = {path: known for path in paths if (known := _look(path)) is not None}
    texts = {path: known for path, known in seen.items() if not known.glossary and not path.lower().endswith((".po", *_TABLES))}
    english = [path for path, known in texts.items() if known.languages == {"en"}]
    both = [path for path, known in texts.items() if known.languages == {"en", "zh"}]
    chinese = [path for path, known in texts.items() if "zh" in known.languages]
    paired = find_sources(chinese, (), frozenset(english).__contains__)
    rest = [path for path in chinese if path not in paired and path not in both]
    patterns, alone = _patterns(english, rest)
    scripts = Counter(known.script for path, known in seen.items() if known.script)
    return Survey(
        glossaries=tuple((path, known.rows) for path, known in seen.items() if known.glossary),
        inside=tuple(path for path, known in texts.items() if known.rows),
        both=tuple(path for path in both if path not in paired),
        paired=tuple(paired),
        patterns=tuple(patterns),
        alone=tuple(alone),
        catalogues=tuple(path for path in seen if path.lower().endswith(".po")),
        script=scripts.most_common(1)[0][0] if scripts else "",
    )


def _look(path: str) -> _Seen | None:
    """None for what cannot be read, and for data that is no glossary."""
    try:
        source = read(path, "", path)
        glossary = parse_glossary(source, path, strict=True)
    except (InputError, GlosslintError):
        return None
    rows = len(glossary.entries) if glossary else 0
    if path.lower().endswith(_TABLES):
        chinese = sum(has_han(entry.preferred or "") for entry in glossary.entries) if glossary else 0
        return _Seen(frozenset(), rows, True, "") if rows >= _FEWEST and 2 * chinese >= rows else None
    document = read_document(source)
    characters = Counter[str]()
    for passage in document.passages:
        characters[passage.lang] += passage.end - passage.start
    prose = characters["zh"] + characters["en"]
    of_rows = sum(len(entry.term) + len(entry.preferred or "") for entry in glossary.entries) if glossary else 0
    named = any(mark in posixpath.basename(path).lower() for mark in _NAMED)
    is_glossary = rows >= _FEWEST and not path.lower().endswith(".po") and (named or prose < _PROSE * of_rows)
    languages = frozenset(lang for lang in ("en", "zh") if 5 * characters[lang] > prose > 0)
    script = script_of(_chinese(document)) if characters["zh"] else ""
    return _Seen(languages, rows, is_glossary, script)


def _chinese(document: Document) -> str:
    return "\n".join(document.text[p.start : p.end] for p in document.passages if p.lang == "zh")[:20_000]


def _patterns(english: Sequence[str], chinese: Sequence[str]) -> tuple[list[tuple[str, int]], list[str]]:
    """Patterns that pair the files, each with how many translations it is the first to pair, and the translations left."""
    sources = frozenset(english)
    rest = list(chinese)
    found: list[tuple[str, int]] = []
    while rest:
        votes = Counter(pattern for target in rest for pattern in dict.fromkeys(_candidates(target, english)))
        if not votes:
            break
        most = max(votes.values())
        pattern = min((p for p, count in votes.items() if count == most), key=lambda p: (-len(p), p))
        paired = find_sources(rest, [pattern], sources.__contains__, automatic=False)
        if not paired:
            break
        found.append((pattern, len(paired)))
        rest = [path for path in rest if path not in paired]
    return found, rest


def _candidates(target: str, english: Sequence[str]) -> Iterator[str]:
    """Patterns that would pair a translation with one of the English files: the same name in another folder, or nearly the same
    name in its own."""
    folder, name = posixpath.split(target)
    parts = target.split("/")
    stem, suffix = posixpath.splitext(name)
    for path in english:
        other_folder, other = posixpath.split(path)
        other_parts = path.split("/")
        if other == name and other_folder != folder:
            same = 1
            while same < min(len(parts), len(other_parts)) - 1 and parts[-same - 1] == other_parts[-same - 1]:
                same += 1
            yield f"{_head(other_parts[:-same])}{{}}{suffix}={_head(parts[:-same])}{{}}{suffix}"
        elif other_folder == folder and other.endswith(suffix):
            plain = other.removesuffix(suffix)
            if stem != plain and stem.startswith(plain) and not stem[len(plain)].isalnum():
                yield f"{{}}{suffix}={{}}{stem.removeprefix(plain)}{suffix}"


def _head(parts: Sequence[str]) -> str:
    return "".join(part + "/" for part in parts)
