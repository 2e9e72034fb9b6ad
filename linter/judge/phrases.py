"""Noun-like phrases of English, as candidates for terms: found by what stands around them, without a tagger.

A phrase is one to three words of content.  It is kept if enough records have it, and if it stands often enough where a noun stands:
behind a determiner, a preposition or an adjective, and not in front of a longer phrase that is one itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from sys import intern

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.irregular import PLURALS
from linter.scan.names import title_case

LONGEST = 3  # words
SAMPLE = 50  # texts that tell how a phrase is written
NOMINAL = (0.5, 0.25, 0.25)  # share of the telling places of a phrase of so many words that must be a noun's ...
LENIENT = (0.3, 0.2, 0.2)  # ... where a person looks at what is found

_TOKEN = lazy(r"[\w'’-]+|[^\w\s]|\n")
_SHAPE = lazy(r"(?:[a-z]+(?:-[a-z]+)*|[A-Z]{2,6}s?|(?P<capitalised>[A-Z][a-z]*(?:-[a-z]+)*))\Z")
_CONTENT, _CAPITALISED, _INTRODUCES, _OTHER, _BREAK = range(5)  # kinds of tokens
_OPENS = frozenset('.!?:;\n"“”(—')

# Closed classes of English: what can stand before a noun and is none ...
_DETERMINERS = frozenset(
    "a an the this that these those its their your our my his her each every any some no another which whose what such all both "
    "either neither one two three four five six many several few most more less other".split()
)
_PREPOSITIONS = frozenset(
    "of in for with by from on at into onto over under between about through as per via within without against during before after "
    "around like than across among upon towards toward inside outside behind beyond except including".split()
)
_ADJECTIVES = frozenset(
    "new old current next previous last first second third final initial following given specified certain various different same "
    "similar particular specific general common usual normal actual real true false whole entire full partial complete single multiple "
    "additional extra further possible available useful important good better best bad worse worst great big large small little "
    "long short high low early late own only main major minor simple easy hard difficult right wrong left default latest recent "
    "original existing corresponding respective appropriate necessary required optional valid invalid special entire separate "
    "individual typical interesting clear likely sure able unable unlike enough much huge amazing nice cool future past "
    "present upcoming many-to-many non-empty empty arbitrary exact above below equal equivalent related known unknown named called "
    "so-called older newer earlier later higher lower larger smaller longer shorter deeper wider closer leftmost rightmost "
    "innermost outermost topmost non-zero last-minute resulting underlying remaining".split()
)
# ... what is never part of a term ...
_FUNCTION = frozenset(
    "i me you he she it we they them him us mine yours ours theirs myself yourself itself themselves ourselves who whom someone "
    "somebody something anyone anybody anything everyone everybody everything nobody nothing none and or but nor so yet if unless "
    "whether because since while although though until when where why how is are was were be been being am do does did done doing "
    "have has had having will would shall should can could may might must cannot let not never also too very just even still already "
    "always often sometimes again once ever here there now then thus hence therefore however moreover otherwise instead rather quite "
    "almost perhaps maybe both to up down out off away back together else etc eg ie vs please yes okay ok well get gets gets got "
    "getting go goes going gone went make makes made making take takes took taken taking give gives gave giving see sees saw seen "
    "seeing look looks looking find finds found finding know knows knew knowing think thinks thought thinking want wants wanted needed "
    "say says said saying tell tells told come comes came coming become becomes became uses using used keep keeps kept put puts try "
    "tries tried trying show shows shown helps mean means meant seem seems allow allows allowing allowed lets consider considers "
    "happen happens least latter former rather despite really probably actually simply only longer following based".split()
)
# ... and what is part of one, but is none alone: words that are verbs as often as nouns, and nouns that mean little
_LIGHT = frozenset(
    "use need call start help note thing way lot kind sort type form bit couple number case example fact instance time day week month "
    "year today person man woman guy part end side place point rest top bottom order set manner purpose reason result idea question "
    "problem issue answer work change run add return follow detail addition addition sense one beginning middle series bunch stuff "
    "amount degree difference advantage aspect ability chance attempt effort care behalf sudden contrast regard respect extent "
    "effect turn practice course approach hand matter word line term".split()
)
_BEFORE_NOUN = _DETERMINERS | _PREPOSITIONS | _ADJECTIVES
_NO_PLURAL = frozenset("series species news means lens alias bias canvas atlas gas bus plus access always chaos".split())
_SINGULARS = {plural: singular for singular, plural in PLURALS.items()}


class Phrase(NamedTuple):
    """records: where it stands by itself, with how many places; inside: where it stands in longer phrases only."""

    text: str
    words: int
    records: dict[int, int]
    inside: frozenset[int]

    def surfaces(self, text: str) -> list[str]:
        """The forms of the phrase in an English text, the first letter of a sentence in lower case."""
        return [match.group() if self.text != self.text.lower() else match.group().lower() for match in self.places(text)]

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Where the phrase stands in an English text, longer phrases included."""
        return _pattern(self.text).finditer(text)


@lru_cache(maxsize=1000)
def _pattern(phrase: str) -> re.Pattern[str]:
    last = phrase.rpartition(" ")[2]
    forms = {phrase, phrase + "s", phrase + "es", phrase[: -len(last)] + PLURALS.get(last, last)}
    if last.endswith("y"):
        forms.add(phrase[:-1] + "ies")
    choices = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE if phrase == phrase.lower() else 0)


class _Chunk(NamedTuple):
    """Words of content with nothing but a space between them."""

    words: list[str]
    noun_follows: bool  # a determiner, a preposition or an adjective stands before it


class _Seen:
    """What is known of one phrase while the texts are read."""

    __slots__ = ("against", "nominal", "records")

    def __init__(self) -> None:
        self.records: dict[int, int] = {}
        self.nominal = self.against = 0


def phrases(texts: Sequence[str], fewest: int, lenient: bool = False) -> list[Phrase]:
    """The phrases that `fewest` texts or more have, the longest first and then by text.

    `lenient`: with nouns that mean little alone, and words that are adjectives or verbs as often.
    """
    chunks = [_chunks(text) for text in texts]
    known: set[str] = set()
    for size in range(1, LONGEST + 1):
        known.update(_frequent(chunks, size, fewest, known))
    seen: dict[str, _Seen] = {key: _Seen() for key in known}
    inside: dict[str, set[int]] = {}
    for number, of_text in enumerate(chunks):
        for chunk in of_text:
            _place(chunk, number, seen, inside)
    needed = LENIENT if lenient else NOMINAL
    found = []
    for key, about in seen.items():
        size = key.count(" ") + 1
        if (key in _LIGHT and not lenient) or (size > 1 and key.endswith(("ed", "ly"))) or key.partition(" ")[0].endswith("ly"):
            continue
        if len(about.records) >= fewest and about.nominal >= max(2, needed[size - 1] * (about.nominal + about.against)):
            found.append(Phrase(key, size, about.records, frozenset(inside.get(key, set()) - about.records.keys())))
    return sorted(found, key=lambda phrase: (-phrase.words, phrase.text))


def surface(phrase: Phrase, texts: Iterable[str]) -> str:
    """A phrase for people: in the singular, if the texts have it at all, else in the form in which it stands most often."""
    counts: Counter[str] = Counter()
    for text in islice(texts, SAMPLE):
        counts.update(phrase.surfaces(text))
    if phrase.text in counts:
        return phrase.text
    return max(counts, key=lambda form: (counts[form], -len(form), form), default=phrase.text)


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """The key under which the numbers of a noun are counted together."""
    if not word.islower():
        return word[:-1] if word.endswith("s") and word[:-1].isupper() else word
    if word in _SINGULARS:
        return _SINGULARS[word]
    if word in _NO_PLURAL:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ous")) and len(word) > 3:
        return word[:-1]
    return word


def _chunks(text: str) -> list[_Chunk]:
    """A name ends a chunk, as punctuation does."""
    found: list[_Chunk] = []
    words: list[str] = []
    title: bool | None = None
    opening, before, chunk_before = True, False, False
    for word in _TOKEN.findall(text):
        kind = _kind(word)
        if kind == _CAPITALISED:
            if not opening and title is None:
                title = title_case(text)
            if opening or title:
                word = word.lower()
                kind = _kind(word)
        if kind == _CONTENT:
            if not words:
                chunk_before = before
            words.append(intern(word))
            before = opening = False
            continue
        if words:
            found.append(_Chunk(words, chunk_before))
            words = []
        before = kind == _INTRODUCES
        opening = kind == _BREAK and word in _OPENS
    if words:
        found.append(_Chunk(words, chunk_before))
    return found


@lru_cache(maxsize=100_000)
def _kind(word: str) -> int:
    if word in _BEFORE_NOUN or word == "A":
        return _INTRODUCES
    if word in _FUNCTION or "'" in word or "’" in word:
        return _OTHER
    shape = _SHAPE.match(word)
    if shape is None:
        return _BREAK
    return _CAPITALISED if shape.lastgroup == "capitalised" else _CONTENT


def _key(words: Sequence[str]) -> str:
    return " ".join([*words[:-1], singular(words[-1])]) if len(words) > 1 else singular(words[0])


def _frequent(chunks: Sequence[list[_Chunk]], size: int, fewest: int, known: set[str]) -> list[str]:
    counts: Counter[str] = Counter()
    for of_text in chunks:
        here = set()
        for words, _ in of_text:
            for at in range(len(words) - size + 1):
                part = words[at : at + size]
                if size == 1 or (_key(part[1:]) in known and singular(part[0]) in known):
                    here.add(_key(part))
        counts.update(here)
    return [key for key, count in counts.items() if count >= fewest]


def _place(chunk: _Chunk, number: int, seen: dict[str, _Seen], inside: dict[str, set[int]]) -> None:
    """Cut a chunk into the longest known phrases, from its end: the head of an English phrase is its last word."""
    words, end = chunk.words, len(chunk.words)
    while end:
        for size in range(min(LONGEST, end), 0, -1):
            about = seen.get(_key(words[end - size : end]))
            if about is None:
                continue
            about.records[number] = about.records.get(number, 0) + 1
            if end < len(words) or (size == end and not chunk.noun_follows):
                about.against += 1
            elif size == end:
                about.nominal += 1
            for first in range(end - size, end):
                for last in range(first + 1, end + 1):
                    if last - first < size:
                        inside.setdefault(_key(words[first:last]), set()).add(number)
            end -= size
            break
        else:
            end -= 1
