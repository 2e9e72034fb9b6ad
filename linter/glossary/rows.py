"""One row of a table -> its entries: source and target cell, and the columns beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.finding import Place
from linter.glossary.columns import Columns
from linter.glossary.locales import in_locale
from linter.glossary.model import Entry
from linter.glossary.notes import NOTHING, Note, join, part_of_speech, read_note
from linter.glossary.source_cell import SourceCell, read_source_cell
from linter.glossary.target_cell import TargetCell, read_target_cell
from linter.glossary.text import clean, distinct, form_of, has_han, has_letter, outside, split
from linter.patterns import lazy
from linter.records import NamedTuple


class Problem(NamedTuple):
    """`why` is a code of WHYS, `column` the index of the cell."""

    why: str
    column: int


# What can be wrong with a row; the rules have the sentences.
DEAD = (  # a term that can never be found in an English text
    "no-word",  # no letter or digit in the source cell: nothing to look for
    "source-is-chinese",
    "gap-in-source",  # "as ... as"
)
WHYS = (
    *DEAD,
    "missing-cells",  # the row ends before its target cell
    "extra-cells",  # it has text behind the last column of its table
    "unclosed-quote",  # a quote in a CSV file is never closed
    "no-source",  # the source cell is empty
    "no-target",  # text in the target cell, but no rendering in it
    "sentence",  # a definition instead of a rendering
    "formula",  # left by a spreadsheet
    "unclosed",  # a bracket that is never closed, or never opened
    "unknown-note",  # an arrow or a colon of unclear meaning
    "no-pair",  # an item of a list that is not a term and its translation
    "contradiction",  # a rendering is both right and forbidden
)


class Reading(NamedTuple):
    """The entries of a row (several where it names several terms) and what is wrong with its cells.

    `when` of these entries holds the words of the source cell's parenthesis; `lint.settle` drops them where nothing else has
    the same source form.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


_PROPOSED = lazy(r"proposed|draft|pending|review|tbd|unconfirmed|待|草案|草稿|未确认|讨论|建议|暂定|审核中", re.IGNORECASE)
_NO = frozenset("no n false 0 否 不 不译 不翻译 ✗ ✘ ×".split())
_YES = frozenset("yes y true 1 是 ✓ ✔ exact".split())
_DASHES = lazy(r"[-–—－_=.…⋯·:|\s]*")


def is_blank(cells: Sequence[str]) -> bool:
    """A row of nothing, or a ruler: | --- | --- |, | … | … |."""
    return all(_DASHES.fullmatch(cell) for cell in cells)


def read_row(cells: Sequence[str], columns: Columns, place: Place, width: int = 0) -> Reading:
    """Read one row.  `width`: how many columns the table has, 0 where any number may follow."""
    if columns.locales:
        return _in_locales(cells, columns, place, width)
    if len(cells) <= columns.target or len(cells) <= columns.source:
        source = read_source_cell(cells[columns.source]) if columns.source < len(cells) else SourceCell(())
        problems = [Problem("missing-cells", max(0, len(cells) - 1)), *(Problem(why, columns.source) for why in source.problems)]
        return Reading((Entry(source.forms, place, undecided=True),) if source.forms else (), tuple(problems))
    source = read_source_cell(cells[columns.source])
    target = read_target_cell(
        cells[columns.target], (*source.forms, *source.abbreviations), source.one and len(source.forms) == 1
    )
    problems = [Problem(why, columns.source) for why in source.problems] + [
        Problem(why, columns.target) for why in target.problems
    ]
    if width and any(has_letter(cell) for cell in cells[width:]):
        problems.append(Problem("extra-cells", next(at for at in range(width, len(cells)) if has_letter(cells[at]))))
    extra = [(at, role, clean(cells[at])) for at, role in columns.extra if at < len(cells) and cells[at]]
    if not source.forms:
        return Reading((), tuple(problems))
    pairs = _pairs(source, cells[columns.target])
    rows = [(source._replace(forms=(term,)), cell) for term, cell in pairs] or [(source, target)]
    entries = []
    for one, cell in rows:
        entry, contradicted = _entry(one, cell, extra, place)
        entries.append(entry)
        if contradicted and all(problem.why != "contradiction" for problem in problems):
            problems.append(Problem("contradiction", columns.target))
    return Reading(tuple(entries), tuple(problems))


def _in_locales(cells: Sequence[str], columns: Columns, place: Place, width: int) -> Reading:
    """A row with a column for each script: what each of them has, and the entry of the table's own."""
    read = []
    problems: list[Problem] = []
    for at, script in columns.locales:
        one = read_row(cells, columns._replace(target=at, locales=()), place, width)
        read += [(script, entry) for entry in one.entries]
        problems += [problem for problem in one.problems if problem not in problems]
    own = dict(columns.locales).get(columns.target, "")
    entries = []
    for script, entry in read:
        if script == own:
            locales = tuple((name, other) for name, other in read if other.source == entry.source)
            entries.append(in_locale(entry._replace(locales=locales), script))
    return Reading(tuple(entries), tuple(problems))


def _entry(source: SourceCell, target: TargetCell, extra: list[tuple[int, str, str]], place: Place) -> tuple[Entry, bool]:
    if (
        not extra
        and not source.abbreviations
        and not source.note
        and not target.note
        and not target.undecided
        and not target.proposed
    ):
        return Entry(
            source.forms, place, target.preferred, target.admitted, _with_source(target.tolerated, source, target.may_keep),
            target.deprecated, keep=target.keep, pos=source.pos or target.pos, contextual=target.contextual,
        ), False  # fmt: skip
    beside = _Beside()
    for _, role, text in extra:
        beside.read(role, text)
    asks = join(source.asks, beside.asks)
    abbreviations = distinct([*source.abbreviations, *beside.abbreviations], without=source.forms)
    keep = target.keep or asks.keep
    preferred, admitted = target.preferred, [*target.admitted, *beside.admitted, *asks.admitted]
    tolerated = [*target.tolerated, *asks.tolerated]
    if keep and not target.keep:  # the note outweighs a rendering that only explains
        tolerated = [*([preferred] if preferred else []), *tolerated]
        preferred = None
    elif preferred is None and not keep and asks.tolerated and target.undecided:
        preferred = asks.tolerated[0]
    if not keep:
        tolerated += abbreviations
    accepted = distinct([preferred or "", *admitted])
    deprecated = distinct([*target.deprecated, *asks.deprecated, *beside.deprecated])
    when = source.context
    entry = Entry(
        source=(*source.forms, *abbreviations),
        place=place,
        preferred=preferred,
        admitted=distinct(admitted, without=(preferred or "",)),
        tolerated=distinct(
            [*_with_source(tuple(tolerated), source, target.may_keep or asks.may_keep)], without=(*accepted, *deprecated)
        ),
        deprecated=distinct([*deprecated], without=accepted),
        unless=distinct(beside.unless),
        keep=keep,
        pos=source.pos or beside.pos or target.pos or asks.pos,
        case=beside.case,
        status="proposed" if target.proposed or asks.proposed or beside.proposed else "approved",
        when=when,
        note="; ".join(dict.fromkeys(note for note in (source.note, target.note, *beside.notes) if note)),
        undecided=preferred is None and not keep and not admitted,
        contextual=target.contextual or asks.contextual,
    )
    return entry, any(form in accepted for form in deprecated)


def _with_source(tolerated: tuple[str, ...], source: SourceCell, may_keep: bool) -> tuple[str, ...]:
    return (*tolerated, *source.forms) if may_keep else tolerated


class _Beside:
    """What the columns beside source and target say."""

    def __init__(self) -> None:
        self.asks: Note = NOTHING
        self.abbreviations: list[str] = []
        self.admitted: list[str] = []
        self.deprecated: list[str] = []
        self.unless: list[str] = []
        self.notes: list[str] = []
        self.pos = self.case = ""
        self.proposed = False

    def read(self, role: str, text: str) -> None:
        if not has_letter(text) and text not in _NO and text not in _YES:
            return
        low = text.strip().casefold()
        if role == "abbreviation":
            self.abbreviations += [part for part in split(text, "、，,;；/| ") if has_letter(part) and not has_han(part)]
        elif role == "deprecated":
            self.deprecated += _forms(text)
        elif role == "admitted":
            self.admitted += _forms(text)
        elif role == "unless":
            self.unless += split(text, "、，,;；/|")
        elif role == "pos":
            self.pos = part_of_speech(text) or ""
        elif role == "status":
            self.proposed = _PROPOSED.search(text) is not None
        elif role == "translate":
            if low in _NO:
                self.asks = join(self.asks, Note(keep=True, told=True))
        elif role == "case":
            self.case = "exact" if low in _YES else ""
        else:
            self.notes.append(text)
            self.asks = join(self.asks, read_note(text))


def _forms(text: str) -> list[str]:
    return [form for form in (form_of(outside(part)) for part in split(text, "、，,;；/|")) if has_letter(form)]


def _pairs(source: SourceCell, cell: str) -> list[tuple[str, TargetCell]]:
    """Each term with its own rendering, where the row names as many of both: scale in/out | 横向缩容/扩容."""
    if not source.each:
        return []
    text = clean(cell).replace("／", "/")
    parts = [form_of(part) for part in split(text, "/、，,；;")]
    if len(parts) != len(source.each) or not all(has_han(part) and outside(part) == part for part in parts):
        return []
    if source.one and len({part[-1] for part in parts}) > 1:  # 键/值对: one rendering
        return []
    tail = source.each[0].split()[-1] == source.each[-1].split()[-1]
    whole = parts[-1] if tail else parts[0]
    found = []
    for term, part in zip(source.each, parts, strict=True):
        missing = len(whole) - len(part)  # characters that the cell writes only once
        if part is whole:
            shared = max(len(whole) - len(other) for other in parts)
            short = whole[:-shared] if tail else whole[shared:]
            found.append((term, TargetCell(part, tolerated=(short,) if 0 < shared < len(whole) else ())))
        elif missing > 0 and tail:  # 合并/拉取请求
            found.append((term, TargetCell(part + whole[len(part) :], tolerated=(part,))))
        else:
            found.append((term, TargetCell(part, tolerated=(whole[:missing] + part,) if missing > 0 else ())))
    return found
