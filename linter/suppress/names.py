"""What the words of a directive mean: rules by code, name, beginning of codes; terms by any form of their rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.finding import Finding
from linter.glossary.model import Entry
from linter.records import NamedTuple
from linter.rules.model import Rule
from linter.suggest import did_you_mean

EVERY = "all"
HYGIENE = (
    "unreadable-input",
    "unused-suppression",
    "unknown-suppression",
    "unclosed-suppression",
    "stale-baseline",
    "stale-decision",
)


def codes_of(word: str, rules: Sequence[Rule]) -> frozenset[str]:
    """The codes that a word means, in any case of letters; empty where no rule is called so.  "all" is every rule about texts and
    glossaries: what is wrong with files and suppressions themselves is not silenced by them."""
    folded = word.casefold()
    if folded in (EVERY, "*"):
        return frozenset(rule.code for rule in rules if rule.reports not in HYGIENE)
    for rule in rules:
        if folded in (rule.code.casefold(), rule.name):
            return frozenset((rule.code,))
    if len(word) < 2:
        return frozenset()
    return frozenset(rule.code for rule in rules if rule.code.casefold().startswith(folded) and rule.reports not in HYGIENE)


def nearest_rule(word: str, rules: Sequence[Rule]) -> str:
    """The name or code that was meant, or ""."""
    return nearest(word, [name for rule in rules for name in (rule.name, rule.code)])


def nearest(word: str, known: Iterable[str]) -> str:
    said = did_you_mean(word, known)
    return said[said.index("'") + 1 : said.rindex("'")] if said.count("'") >= 2 else ""


def fold(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())


class Term(NamedTuple):
    """A term as a directive names it: the rows it stands for by their own names, and its text for what has no row."""

    text: str
    rows: frozenset[str]

    def names(self, term: str | None) -> bool:
        return term is not None and (term in self.rows or (not self.rows and fold(term) == fold(self.text)))


def terms_of(texts: Iterable[str], entries: Iterable[Entry]) -> dict[str, Term]:
    """Text -> the rows that have it as a form.

    A source form counts before a Chinese one, and the same letters before others: where HEAD and head are two rows, each text
    means one of them.
    """
    wanted: dict[str, list[str]] = {}
    for text in texts:
        wanted.setdefault(fold(text), []).append(text)
    best: dict[str, tuple[int, set[str]]] = {}
    if wanted:
        for entry in entries:
            for form in entry.source:
                for text in wanted.get(fold(form), ()):
                    _add(best, text, 0 if form == text else 1, entry)
            for form in (*entry.accepted, *entry.deprecated):
                for text in wanted.get(fold(form), ()):
                    _add(best, text, 2 if form == text else 3, entry)
    return {
        text: Term(text, frozenset(best[text][1]) if text in best else frozenset()) for texts in wanted.values() for text in texts
    }


def _add(best: dict[str, tuple[int, set[str]]], text: str, rank: int, entry: Entry) -> None:
    if text not in best or rank < best[text][0]:
        best[text] = (rank, {entry.term})
    elif rank == best[text][0]:
        best[text][1].add(entry.term)


def forms(entries: Iterable[Entry]) -> list[str]:
    """Every form that a term can be named by."""
    return [form for entry in entries for form in (*entry.source, *entry.accepted, *entry.deprecated)]


def can_be_silenced(finding: Finding) -> bool:
    return finding.rule not in HYGIENE
