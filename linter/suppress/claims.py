"""Directives with their words understood, and which findings each of them silences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from linter.finding import Finding
from linter.rules.model import Rule
from linter.source import Source
from linter.suppress.model import Directive, Item, Sheet
from linter.suppress.names import EVERY, Term, codes_of, fold, terms_of

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
    """All claims of one text.

    unclosed  each `disable` that no `enable` behind it ends
    """

    __slots__ = ("all", "by_line", "toggles", "file", "unclosed")

    def __init__(self, sheet: Sheet, found: Sequence[Directive], rules: Sequence[Rule]) -> None:
        source = sheet.source
        texts = {text for directive in found for item in directive.items for text in item.terms}
        terms = terms_of(sorted(texts), sheet.entries)
        self.all: list[Claim] = []
        self.by_line: dict[int, list[Claim]] = {}
        self.file: list[Claim] = []
        toggles: list[Claim] = []
        covered = sorted((d.start, d.end) for d in found)
        meant: dict[int, int] = {}
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
                for line in range(directive.only[0], directive.only[1] + 1):
                    self.by_line.setdefault(line, []).extend(made)
            elif directive.kind in ("disable", "enable"):
                toggles += made
            else:
                for line in _lines(source, directive, covered, meant):
                    self.by_line.setdefault(line, []).extend(made)
        self.toggles = _by_name(toggles)
        self.unclosed = _unclosed(toggles)

    def silencing(self, finding: Finding) -> Claim | None:
        """The claim that silences a finding; what names its line most closely comes first."""
        place = finding.place
        last = place.end_line - (place.end_column == 1 and place.end_line > place.line)
        for line in range(place.line, last + 1) if self.by_line else ():
            for claim in self.by_line.get(line, ()):
                if claim.names(finding):
                    return claim
        toggle = self._toggle(finding)
        if toggle is not None and toggle.directive.kind == "disable":
            return toggle  # switched on again, only a directive about the whole file may silence it
        return next((claim for claim in self.file if claim.names(finding)), None)

    def _toggle(self, finding: Finding) -> Claim | None:
        """The last `disable` or `enable` before a finding that names it."""
        best: tuple[int, Claim] | None = None
        names = ("",) if finding.term is None else ("", finding.term, _text(finding.term))
        for name in names if self.toggles else ():
            listed = self.toggles.get((finding.code, name), ())
            at = bisect_right(listed, (finding.place.line, finding.place.column), key=_at)
            if at and (best is None or listed[at - 1][0] > best[0]) and listed[at - 1][1].names(finding):
                best = listed[at - 1]
        return best[1] if best else None


def _by_name(toggles: Sequence[Claim]) -> dict[tuple[str, str], list[tuple[int, Claim]]]:
    """(code, row, or "" for every term) -> the claims about it in the order of the text, each with its number."""
    found: dict[tuple[str, str], list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(toggles):
        names = ("",) if claim.term is None else claim.term.rows or (_text(claim.term.text),)
        for code in claim.codes:
            for name in names:
                found.setdefault((code, name), []).append((number, claim))
    return found


def _text(term: str) -> str:
    """The name of a term that no row has; no row is called so."""
    return "\0" + fold(term)


def _at(numbered: tuple[int, Claim]) -> tuple[int, int]:
    return numbered[1].at


def _unclosed(toggles: Sequence[Claim]) -> list[Claim]:
    """What is still off at the end.  An `enable` is of use where it meets something that is off."""
    off: list[Claim] = []
    for claim in toggles:
        if claim.directive.kind == "disable":
            off.append(claim)
        else:
            claim.hits += any(claim.meets(other) for other in off)
            off = [other for other in off if not claim.covers(other)]
    return [claim for claim in off if claim.codes]


def _lines(source: Source, directive: Directive, covered: Sequence[tuple[int, int]], meant: dict[int, int]) -> list[int]:
    """The lines that a directive about lines means.  The next line is the next one that has more in it than directives.

    `covered`: the ranges of all directives, ascending; `meant`: what was found out, line -> the line that is meant from there on.
    """
    first, last = source.line_of(directive.start), source.line_of(max(directive.start, directive.end - 1))
    if directive.kind == "disable-line":
        return list(range(first, last + 1))
    line, end = last + 1, len(source.line_starts) + 1
    while line < end and line not in meant:
        begin = source.offset(line)
        if _rest(source.text, begin, begin + len(source.line_text(line)), covered).strip(" \t>\u3000"):
            break
        line += 1
    line = meant.get(line, line)
    meant.update(dict.fromkeys(range(last + 1, line), line) if last + 1 not in meant else {})
    return [line] if line < end else []


def _rest(text: str, begin: int, end: int, covered: Sequence[tuple[int, int]]) -> str:
    """A line without the directives in it."""
    parts = []
    for start, stop in covered[max(0, bisect_right(covered, (begin, begin)) - 1) : bisect_right(covered, (end, end))]:
        if stop > begin:
            parts.append(text[begin : max(begin, start)])
            begin = min(stop, end)
    return "".join([*parts, text[begin:end]])
