"""A glossary compiled for searching: every surface form of every entry in one automaton.

Patterns are folded (`fold.fold`); what a pattern means is a tuple of Meanings, since several entries and roles can share one
string.  Case, word boundaries and longest match are decided on the hits (`hits.py`), not here.

In the automaton and the text it searches, a space stands for each hyphen, so that post-training and post training are one pattern.
What was met is then told apart: a pattern that holds a space means something else, and has another number, as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from linter.glossary.model import Entry, Glossary
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.beside import PATTERN, forms_beside
from linter.scan.english import spaced_forms, surface_forms
from linter.scan.fold import fold, plain, simplified
from linter.scan.index import FormIndex, spaced

SOURCE, ACCEPTED, DEPRECATED, PROTECTED = range(4)  # roles

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_SEAM = lazy(rf"(?<=[{_HAN}]) ?(?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) ?(?=[{_HAN}])")
_ELLIPSIS = lazy(r"\s*(?:…+|\.{3,})\s*")


class Meaning(NamedTuple):
    entry: int  # index into Lexicon.entries; -1 for a protected compound
    role: int
    form: str  # the form in its own case and script
    exact: bool = False  # case must agree in every letter


_Fields = tuple[int, int, str, bool]  # of a Meaning, of which a large glossary would have too many


class Lexicon:
    """Entries and their automaton.  Built once for a glossary, shared by all documents."""

    __slots__ = (
        "_apart",
        "_as_written",
        "_automaton",
        "_beside",
        "_cased",
        "_literals",
        "_terms",
        "_written",
        "border",
        "certain",
        "entries",
        "meanings",
        "patterns",
    )

    def __init__(self, glossary: Glossary, literals: Sequence[str] = ()) -> None:
        """`literals` are those of users' rules: the nth one is the meaning with the entry `literal_number(n)`."""
        self.entries: tuple[Entry, ...] = glossary.entries
        self._literals = literals
        self._cased = _differing_only_by_case(self.entries)
        count = len(self.entries)
        self._terms = FormIndex((n, self._patterns_of_terms(n)) for n in range(2 * count))
        self._beside = FormIndex((n, [made[2] for made in self._of_what_stands_beside(n)]) for n in range(count + len(literals)))
        self.border = len(self._terms.numbers)  # patterns from here on claim no text, see `linter.scan.beside`
        self.patterns = [*self._terms.numbers, *self._beside.numbers]
        self._apart = bytes(" " in pattern for pattern in self.patterns)  # 1 for a pattern that may be written in several ways
        self._as_written: dict[tuple[int, str], int | None] = {}  # pattern and how it was written -> number
        self._written: dict[int, tuple[int, str]] = {}  # ... and back
        self.meanings = Meanings(self._meanings)
        self.certain = Meanings(self._certain)  # what holds wherever it stands in Chinese, () for what has to be looked at
        self._automaton: Any = None

    def search(self, folded: str) -> list[tuple[int, int, int]]:
        """Every occurrence of every pattern, overlaps included: (number, start, end)."""
        if not self.patterns:
            return []
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._automaton = AhoCorasick(self.patterns)
        found: list[tuple[int, int, int]] = []
        apart = self._apart
        for match in self._automaton.find_matches_as_indexes(spaced(folded), overlapping=True):
            pattern, start, end = match
            if not apart[pattern]:
                found.append(match)
            elif (number := self._number(pattern, folded[start:end])) is not None:
                found.append((number, start, end))
        return found

    def lookup(self, text: str) -> tuple[Meaning, ...]:
        """What a whole string means, e.g. the English of a gloss.  Case is not looked at."""
        folded = fold(text.strip())
        number = self._terms.numbers.get(spaced(folded))
        if number is not None and self._apart[number]:
            number = self._number(number, folded)
        return () if number is None else self.meanings[number]

    def _number(self, pattern: int, written: str) -> int | None:
        """The number of a pattern as it was written; None where no form is written so.  Those of terms are negative, below the border."""
        key = pattern, written
        if key not in self._as_written:
            place = len(self._as_written)
            number = -1 - place if pattern < self.border else len(self.patterns) + place
            self._written[number] = key
            self._as_written[key] = number if self.meanings[number] else None
        return self._as_written[key]

    def _meanings(self, number: int) -> tuple[Meaning, ...]:
        pattern, folded = self._written.get(number) or (number, self.patterns[number])
        if pattern < self.border:
            made = (made for owner in self._terms.owners(pattern) for made in self._of_terms(owner))
        else:
            made = (made for owner in self._beside.owners(pattern - self.border) for made in self._of_what_stands_beside(owner))
        different: dict[tuple[int, int, str], Meaning] = {}
        for one in made:
            if fold(one[2]) == folded:
                different.setdefault(one[:3], Meaning(*one))
        return tuple(different.values())

    def _patterns_of_terms(self, owner: int) -> list[str]:
        """The forms of `_of_terms`, those that differ by hyphens only once."""
        entry = self.entries[owner // 2]
        if owner % 2 == 0:
            return [form for written in entry.source for form in spaced_forms(plain(written), entry.pos)]
        return [made[2] for made in self._of_terms(owner)]

    def _certain(self, number: int) -> tuple[Meaning, ...]:
        """Chinese has no words to be cut and no capitals."""
        folded, meanings = self.patterns[self._written.get(number, (number,))[0]], self.meanings[number]
        between = folded[0] >= "\u2e80" and folded[-1] >= "\u2e80"
        return meanings if between and all(meaning.role != SOURCE for meaning in meanings) else ()

    def _of_terms(self, owner: int) -> Iterator[_Fields]:
        """Every form of an entry: the source forms of the nth one for 2 n, all others for 2 n + 1."""
        number = owner // 2
        entry = self.entries[number]
        if owner % 2 == 0:
            for written in entry.source:
                exact = entry.case == "exact" or (entry.case == "" and written in self._cased)
                for form in surface_forms(plain(written), entry.pos):
                    yield number, SOURCE, form, exact
            return
        for role, renderings in ((ACCEPTED, entry.accepted), (DEPRECATED, entry.deprecated)):
            for rendering in renderings:
                if (
                    role == DEPRECATED or len(parts_of(rendering)) < 2
                ):  # others are looked for part by part, where the term occurs
                    for form in chinese_spellings(rendering):
                        yield number, role, form, False
        for compound in entry.unless:
            for form in surface_forms(plain(compound)) if compound.isascii() else chinese_spellings(compound):
                yield -1, PROTECTED, form, False

    def _of_what_stands_beside(self, number: int) -> Iterator[_Fields]:
        """What is looked for beside the forms of an entry; behind the entries come the literals of users' rules."""
        if number >= len(self.entries):
            literal = number - len(self.entries)
            yield literal_number(literal), PATTERN, self._literals[literal], False
            return
        for form, _, role in forms_beside((self.entries[number],)):
            yield number, role, form, False


class Meanings(dict[int, tuple[Meaning, ...]]):
    """What patterns mean, by their numbers: made when a pattern is first met, since few of a large glossary's ever are."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[int], tuple[Meaning, ...]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, pattern: int) -> tuple[Meaning, ...]:
        found = self[pattern] = self._make(pattern)
        return found


def chinese_spellings(form: str) -> list[str]:
    """A rendering with and without a space between Han and Latin: Init 容器, Init容器."""
    if form.isascii() or len(form.encode("utf-8", "replace")) == 3 * len(form):  # only Latin, only Han
        return [form]
    closed = _SEAM.sub("", form)
    spaced = _SEAM.sub(" ", form)
    return list(dict.fromkeys((form, closed, spaced)))


def parts_of(form: str) -> list[str]:
    """The parts of a discontinuous rendering (把……加入队列); one part for any other."""
    return [part for part in _ELLIPSIS.split(form) if part]


def literal_number(number: int) -> int:
    """The entry that the meaning of a literal has, and back: below the -1 of protected compounds, since it belongs to no row."""
    return -2 - number


def _differing_only_by_case(entries: tuple[Entry, ...]) -> frozenset[str]:
    """Source forms that another entry writes in other case (HEAD, head): both are then exact."""
    written: dict[str, set[str]] = {}
    for entry in entries:
        for form in entry.source:
            written.setdefault(form.lower(), set()).add(form)
    return frozenset(form for forms in written.values() if len(forms) > 1 for form in forms)


def script_differs(written: str, form: str) -> bool:
    """Whether a hit is the form in other characters of the same folding: 智能體 for 智能体."""
    return written != form and simplified(written) == simplified(form)
