"""A glossary compiled for searching: every surface form of every entry in one automaton.

Patterns are folded (`fold.fold`); what a pattern means is a tuple of Meanings, since several entries and roles can share one
string.  Case, word boundaries and longest match are decided on the hits (`hits.py`), not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.glossary.model import Entry, Glossary
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.beside import PATTERN, forms_beside
from linter.scan.english import surface_forms
from linter.scan.fold import fold, plain, simplified

SOURCE, ACCEPTED, DEPRECATED, PROTECTED = range(4)  # roles

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_SEAM = lazy(rf"(?<=[{_HAN}]) ?(?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) ?(?=[{_HAN}])")
_ELLIPSIS = lazy(r"\s*(?:…+|\.{3,})\s*")


class Meaning(NamedTuple):
    entry: int  # index into Lexicon.entries; -1 for a protected compound
    role: int
    form: str  # the form in its own case and script
    exact: bool = False  # case must agree in every letter


class Lexicon:
    """Entries and their automaton.  Built once for a glossary, shared by all documents."""

    __slots__ = ("_automaton", "border", "by_form", "entries", "meanings", "patterns")

    def __init__(self, glossary: Glossary, literals: Sequence[str] = ()) -> None:
        """`literals` are those of users' rules: the nth one is the meaning with the entry `literal_number(n)`."""
        self.entries: tuple[Entry, ...] = glossary.entries
        self.by_form: dict[str, tuple[Meaning, ...]] = _collect(self.entries)
        beside = _collect_beside(self.entries, literals)
        self.border = len(self.by_form)  # patterns from here on claim no text, see `linter.scan.beside`
        self.patterns = [*self.by_form, *beside]
        self.meanings = [*self.by_form.values(), *beside.values()]
        self._automaton: Any = None

    def search(self, folded: str) -> list[tuple[int, int, int]]:
        """Every occurrence of every pattern, overlaps included: (pattern, start, end)."""
        if not self.patterns:
            return []
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._automaton = AhoCorasick(self.patterns)
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return found

    def lookup(self, text: str) -> tuple[Meaning, ...]:
        """What a whole string means, e.g. the English of a gloss.  Case is not looked at."""
        return self.by_form.get(fold(text.strip()), ())


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


def _collect(entries: tuple[Entry, ...]) -> dict[str, tuple[Meaning, ...]]:
    collected: dict[str, list[Meaning]] = {}

    def add(text: str, meaning: Meaning) -> None:
        pattern = fold(text)
        if not pattern.strip():
            return
        known = collected.setdefault(pattern, [])
        if all((m.entry, m.role) != (meaning.entry, meaning.role) or m.form != meaning.form for m in known):
            known.append(meaning)

    cased = _differing_only_by_case(entries)
    for index, entry in enumerate(entries):
        for written in entry.source:
            exact = entry.case == "exact" or (entry.case == "" and written in cased)
            for form in surface_forms(plain(written), entry.pos):
                add(form, Meaning(index, SOURCE, form, exact))
        for rendering in entry.accepted:
            if len(parts_of(rendering)) > 1:
                continue  # looked for part by part, where the term occurs
            for form in chinese_spellings(rendering):
                add(form, Meaning(index, ACCEPTED, form))
        for rendering in entry.deprecated:
            for form in chinese_spellings(rendering):
                add(form, Meaning(index, DEPRECATED, form))
        for compound in entry.unless:
            forms = surface_forms(plain(compound)) if compound.isascii() else chinese_spellings(compound)
            for form in forms:
                add(form, Meaning(-1, PROTECTED, form))
    return {pattern: tuple(known) for pattern, known in collected.items()}


def literal_number(number: int) -> int:
    """The entry that the meaning of a literal has, and back: below the -1 of protected compounds, since it belongs to no row."""
    return -2 - number


def _collect_beside(entries: tuple[Entry, ...], literals: Sequence[str]) -> dict[str, tuple[Meaning, ...]]:
    """Patterns of what claims no text."""
    collected: dict[str, list[Meaning]] = {}
    for form, number, role in forms_beside(entries):
        collected.setdefault(fold(form), []).append(Meaning(number, role, form))
    for number, literal in enumerate(literals):
        collected.setdefault(fold(literal), []).append(Meaning(literal_number(number), PATTERN, literal))
    return {pattern: tuple(dict.fromkeys(known)) for pattern, known in collected.items() if pattern.strip()}


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
