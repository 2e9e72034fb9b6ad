"""One sweep over a document: which forms of which entries stand where.

Overlapping matches of all automata are checked for word boundaries and case, then the longest one wins over everything: entries of
the document, of the project, and protected compounds alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.documents.model import MASK, Document
from linter.glossary.model import Entry
from linter.records import NamedTuple
from linter.scan.beside import PATTERN
from linter.scan.fold import fold, plain, simplified, visible_places, without_invisible
from linter.scan.lexicon import ACCEPTED, DEPRECATED, PROTECTED, SOURCE, Lexicon, Meaning

_Match = tuple[int, int, int, int]  # start, -end, lexicon, pattern


class Hit(NamedTuple):
    """Forms of entries at [start, end) of Document.text, inside one passage."""

    start: int
    end: int
    passage: int
    meanings: tuple[Meaning, ...]

    def of(self, role: int) -> list[int]:
        """The entries that this hit is a form of, in a role."""
        return [m.entry for m in self.meanings if m.role == role]


class Scanner:
    """The glossaries in force for a document: the project's lexicon and a small overlay for the document's own table.

    Entries are numbered through: those of `base`, then those of `overlay`.  An overlay entry hides base entries that share a
    source form with it.
    """

    __slots__ = ("_hidden", "_lexicons", "entries")

    def __init__(self, base: Lexicon, overlay: Lexicon | None = None) -> None:
        self._lexicons = [base] if overlay is None else [base, overlay]
        self.entries = base.entries if overlay is None else (*base.entries, *overlay.entries)
        self._hidden: frozenset[int] = frozenset()
        if overlay is not None and base.entries:
            own = {form.lower() for entry in overlay.entries for form in entry.source}
            self._hidden = frozenset(i for i, e in enumerate(base.entries) if any(form.lower() in own for form in e.source))

    def lookup(self, text: str) -> tuple[Meaning, ...]:
        """What a whole string means in the glossaries in force."""
        return tuple(m for k in range(len(self._lexicons)) for m in self._shifted(k, self._lexicons[k].lookup(text)))

    def rows_rendered(self, folded: str) -> Iterator[Entry]:
        """The entries that accept a folded string as a rendering, those that are hidden by others included."""
        for lexicon in self._lexicons:
            for number in {meaning.entry for meaning in lexicon.lookup(folded) if meaning.role == ACCEPTED}:
                if any(fold(form) == folded for form in lexicon.entries[number].accepted):
                    yield lexicon.entries[number]

    def within(self, text: str) -> list[tuple[int, int, Meaning]]:
        """Everything that a short text holds of terms and renderings, overlaps included: (start, end, meaning)."""
        folded = simplified(plain(text).lower())
        return [
            (start, end, meaning)
            for number, lexicon in enumerate(self._lexicons)
            for pattern, start, end in lexicon.search(folded)
            if pattern < lexicon.border
            for meaning in self._shifted(number, lexicon.meanings[pattern])
        ]

    def hits(self, document: Document) -> list[Hit]:
        """All hits of a document, in order, not overlapping.  Invisible characters inside a form do not hide it."""
        return self.sweep(document)[0]

    def sweep(self, document: Document) -> tuple[list[Hit], list[Hit]]:
        """The hits of a document, and those of what claims no text (`linter.scan.beside`), which may overlap anything."""
        places = visible_places(document.text)
        text = plain(document.text if places is None else without_invisible(document.text))
        folded = simplified(text.lower())
        found: list[_Match] = []
        aside: list[_Match] = []
        for number, lexicon in enumerate(self._lexicons):
            matches = lexicon.search(folded)
            if lexicon.border == len(lexicon.patterns):
                found += [(start, -end, number, pattern) for pattern, start, end in matches]
                continue
            for pattern, start, end in matches:
                (found if pattern < lexicon.border else aside).append((start, -end, number, pattern))
        found.sort()
        return self._swept(document, text, found, places), self._beside(document, text, aside, places) if aside else []

    def _beside(self, document: Document, text: str, found: list[_Match], places: list[int] | None) -> list[Hit]:
        hits = []
        for start, minus_end, number, pattern in sorted(found):
            end = -minus_end
            first, last = (start, end) if places is None else (places[start], places[end - 1] + 1)
            at = document.passage_at(first)
            if at < 0 or last > document.passages[at].end or not document.passages[at].lang:
                continue
            meanings = self._shifted(number, self._lexicons[number].meanings[pattern])
            meanings = tuple(m for m in meanings if m.role == PATTERN or bounded(text, start, end))
            if meanings:
                hits.append(Hit(first, last, at, meanings))
        return hits

    def _swept(self, document: Document, text: str, found: list[_Match], places: list[int] | None) -> list[Hit]:
        hits: list[Hit] = []
        new = tuple.__new__  # a third of the time of Hit(...), of which there are many
        passages = document.passages
        alone = len(self._lexicons) == 1
        certain = self._lexicons[0].certain
        limit = -1  # the end of the last hit
        at, stop, lang = -1, -1, ""  # the current passage: its index, end and language
        following = passages[0].start if passages else 0  # where the next one begins
        for position, (start, minus_end, _, pattern) in enumerate(found):
            if start < limit:
                continue
            end = -minus_end
            first, last = (start, end) if places is None else (places[start], places[end - 1] + 1)
            while following <= first:
                at += 1
                stop, lang = passages[at].end, passages[at].lang
                following = passages[at + 1].start if at + 1 < len(passages) else len(document.text) + 1
            if last > stop or not lang:
                continue
            meanings = certain[pattern] if alone and lang == "zh" else ()
            if not meanings:
                meanings = tuple(
                    meaning
                    for number, own in self._same_place(found, position)
                    for meaning in self._shifted(number, self._lexicons[number].meanings[own])
                    if _fits(meaning, text, start, end, lang)
                )
            if meanings:
                hits.append(new(Hit, (first, last, at, meanings)))
                limit = end
        return hits

    def _same_place(self, found: list[_Match], position: int) -> Iterator[tuple[int, int]]:
        """(lexicon, pattern) of a match and of those behind it in the same place: several lexicons may know the same string."""
        place = found[position][:2]
        for start, minus_end, number, pattern in found[position : position + len(self._lexicons)]:
            if (start, minus_end) == place:
                yield number, pattern

    def _shifted(self, number: int, meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
        if number == 0:
            return meanings if not self._hidden else tuple(m for m in meanings if m.entry not in self._hidden)
        base = len(self._lexicons[0].entries)
        return tuple(m if m.entry < 0 else m._replace(entry=m.entry + base) for m in meanings)


def _fits(meaning: Meaning, text: str, start: int, end: int, lang: str) -> bool:
    if lang == "en" and meaning.role in (ACCEPTED, DEPRECATED) and not meaning.form.isascii():
        return False
    if not bounded(text, start, end):
        return False
    if meaning.role == SOURCE or (meaning.role == PROTECTED and meaning.form.isascii()):
        return same_case(meaning.form, text[start:end], meaning.exact)
    return True


def bounded(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is made of whole words, as far as its edges are letters of an alphabet or digits.

    "-" belongs to a word (ssh-agent, add-on), "--" does not; "@" and "$" in front make a name of another kind.
    """
    if is_word(text[start]) and start:
        before = text[start - 1]
        if is_word(before) or before in "@$":
            return False
        if before == "-" and start > 1 and (is_word(text[start - 2]) or text[start - 2] == MASK):
            return False
    if is_word(text[end - 1]) and end < len(text):
        after = text[end]
        if is_word(after):
            return False
        if after == "-" and end + 1 < len(text) and (is_word(text[end + 1]) or text[end + 1] == MASK):
            return False
    return True


def is_word(character: str) -> bool:
    """Letters of alphabets, digits and "_"; Han and kana are no word characters, since nothing separates their words."""
    return character == "_" or (character < "\u2e80" and character.isalnum())


def same_case(form: str, written: str, exact: bool) -> bool:
    """Word by word: capitals inside a word are exact (RAG, CapEx, iOS), any other word folds its first letter only."""
    if form == written:
        return True
    if exact or len(form) != len(written):
        return False
    begin = True
    upper_inside = False
    for k, (f, w) in enumerate(zip(form, written, strict=True)):
        if f in " -":
            begin = True
            continue
        if begin:
            begin = False
            stop = k + 1
            while stop < len(form) and form[stop] not in " -":
                stop += 1
            rest = form[k + 1 : stop]
            upper_inside = rest != rest.lower() or (not rest and f.isupper())
            if f != w and (upper_inside or f.lower() != w.lower()):
                return False
        elif f != w:
            return False
    return True
