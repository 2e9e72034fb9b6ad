"""Directives with their words understood, and which findings each of them silences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.finding import Finding
from linter.rules.model import Rule
from linter.source import Source
from linter.suppress.model import Directive, Item, Sheet
from linter.suppress.names import EVERY, Term, codes_of, terms_of

_WHOLE = Item(EVERY, (), -1, -1)  # what a directive without items says


class Claim:
    """One item of a directive, with one of its terms.  `hits` counts the findings that it silenced (of an `enable`: what it ended)."""

    __slots__ = ("directive", "item", "codes", "term", "hits", "at")

    def __init__(self, directive: Directive, item: Item, codes: frozenset[str], term: Term | None, at: tuple[int, int]) -> None:
        self.directive, self.item, self.codes, self.term = directive, item, codes, term
        self.at = at  # line and column from which it holds
        self.hits = 0

    def names(self, finding: Finding) -> bool:
        return finding.code in self.codes and (self.term is None or self.term.names(finding.term))

    def covers(self, other: Claim) -> bool:
        """Whether everything that the other one names is named here."""
        return other.codes <= self.codes and (
            self.term is None or (other.term is not None and _key(other.term) <= _key(self.term))
        )

    def meets(self, other: Claim) -> bool:
        """Whether a finding can be named by both."""
        same_term = self.term is None or other.term is None or bool(_key(self.term) & _key(other.term))
        return same_term and bool(self.codes & other.codes)


def _key(term: Term) -> frozenset[str]:
    return term.rows or frozenset((term.text.casefold(),))


class Claims:
    """All claims of one text."""

    __slots__ = ("all", "by_line", "toggles", "entries", "file")

    def __init__(self, sheet: Sheet, found: Sequence[Directive], rules: Sequence[Rule]) -> None:
        source = sheet.source
        texts = {text for directive in found for item in directive.items for text in item.terms}
        terms = terms_of(sorted(texts), sheet.entries)
        self.all: list[Claim] = []
        self.by_line: dict[int, list[Claim]] = {}
        self.toggles: list[Claim] = []
        self.entries: list[Claim] = []
        self.file: list[Claim] = []
        covered = [(d.start, d.end) for d in found]
        for directive in found:
            if not directive.known:
                continue
            at = source.position(directive.end)
            made = [
                Claim(directive, item, codes_of(item.word, rules), term, at)
                for item in directive.items or (_WHOLE,)
                for term in (*(terms[text] for text in item.terms),) or (None,)
            ]
            self.all += made
            if directive.kind == "disable-file":
                self.file += made
            elif directive.only is not None:
                self.entries += made
            elif directive.kind in ("disable", "enable"):
                self.toggles += made
            else:
                for line in _lines(source, directive, covered):
                    self.by_line.setdefault(line, []).extend(made)

    def silencing(self, finding: Finding) -> Claim | None:
        """The claim that silences a finding; what names its line most closely comes first."""
        place = finding.place
        last = place.end_line - (place.end_column == 1 and place.end_line > place.line)
        for line in range(place.line, last + 1):
            for claim in self.by_line.get(line, ()):
                if claim.names(finding):
                    return claim
        for claim in self.entries:
            only = claim.directive.only
            if only is not None and only[0] <= place.line <= only[1] and claim.names(finding):
                return claim
        for claim in reversed(self.toggles):
            if claim.at <= (place.line, place.column) and claim.names(finding):
                if claim.directive.kind == "enable":
                    break  # on again; only a directive about the whole file may still silence it
                return claim
        return next((claim for claim in self.file if claim.names(finding)), None)

    def unclosed(self) -> list[Claim]:
        """Each `disable` that no `enable` behind it ends."""
        found = []
        for at, claim in enumerate(self.toggles):
            if claim.directive.kind == "disable" and claim.codes:
                ends = [later for later in self.toggles[at + 1 :] if later.directive.kind == "enable"]
                if not any(end.covers(claim) for end in ends):
                    found.append(claim)
        return found

    def count_ends(self) -> None:
        """An `enable` is of use where something before it is switched off, and was not all switched on again."""
        for at, claim in enumerate(self.toggles):
            if claim.directive.kind == "enable":
                for number, before in enumerate(self.toggles[:at]):
                    if before.directive.kind == "disable" and before.meets(claim):
                        between = self.toggles[number + 1 : at]
                        claim.hits += not any(other.directive.kind == "enable" and other.covers(before) for other in between)


def _lines(source: Source, directive: Directive, covered: Iterable[tuple[int, int]]) -> list[int]:
    """The lines that a directive about lines means.  The next line is the next one that has more in it than directives."""
    first, last = source.line_of(directive.start), source.line_of(max(directive.start, directive.end - 1))
    if directive.kind == "disable-line":
        return list(range(first, last + 1))
    spans = sorted(covered)
    starts = source.line_starts
    line = last + 1
    while line <= len(starts):
        begin = starts[line - 1]
        end = begin + len(source.line_text(line))
        if _rest(source.text, begin, end, spans).strip(" \t>\u3000"):
            return [line]
        line += 1
    return []


def _rest(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """A line without the directives in it."""
    parts = []
    for start, stop in spans:
        if start < end and stop > begin:
            parts.append(text[begin : max(begin, start)])
            begin = min(stop, end)
    return "".join([*parts, text[begin:end]])
