"""Files of bilingual pairs, one a line: JSON Lines and tab-separated texts -> source and target passages that share a group.

Pairs are read as the entries of a catalogue are, so that the same pairs get the same verdicts in every format.  A line that is
no pair is a problem of the document, and the others are read all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.documents.headers import glossary_columns
from linter.documents.language import has_han
from linter.documents.model import Document
from linter.documents.problems import told
from linter.documents.units import Unit, read_units
from linter.patterns import lazy
from linter.source import Source
from linter.syntax import jsonlines, tabbed
from linter.syntax.po_literals import is_manual
from linter.syntax.spans import Span

# What the two texts of a pair, and its name, are called: the first that a record has counts.  Case and "_" do not matter.
SOURCES = "source src en english en-us en-gb eng source-text src-text original input msgid".split()
TARGETS = (
    "target tgt mt hypothesis hyp translation zh chinese zh-cn zh-hans zh-tw zh-hant zh-hk zho target-text tgt-text trans output "
    "reference ref msgstr"
).split()
NAMES = "id key segid seg-id sid uid guid idx index".split()
NESTED = "translation"  # {"translation": {"en": …, "zh": …}}
_SAMPLE = 200  # records that are looked at where no header tells the columns
_LETTER = lazy(r"[A-Za-z]")
_NOT_TEXTS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", type(None): "null"}

_Read = Iterator[Unit | tuple[int, str]]  # units, and the offset and reason of each problem


def read_json_lines(source: Source, columns: Sequence[str] = ()) -> Document:
    """`{"source": "…", "target": "…", "id": …}` a line.  `columns`: the names of the two members, where they have others."""
    return _document(source, _from_json(source.text, columns))


def read_tabbed(source: Source, columns: Sequence[str] = ()) -> Document:
    """Two texts a line with a tab between them, or more columns of which a header, or what stands in them, tells which count.

    `columns`: the source's and the target's, by the names of the header or by their numbers from 1 on.
    """
    return _document(source, _from_tabs(source.text, columns))


def _document(source: Source, read: _Read) -> Document:
    units: list[Unit] = []
    problems: list[tuple[int, str]] = []
    for found in read:
        if isinstance(found, Unit):
            units.append(found)
        else:
            problems.append(found)
    shown = read_units(units, is_manual(source.text))
    return Document(
        source,
        "pairs",
        "\n".join(shown.parts),
        shown.segments,
        shown.passages,
        literals=shown.literals,
        problems=told(source, problems),
    )


def _from_json(text: str, columns: Sequence[str]) -> _Read:
    ours, theirs = ([name] for name in columns) if columns else (SOURCES, TARGETS)
    for record in jsonlines.scan(text):
        if isinstance(record, jsonlines.Fault):
            yield record
            continue
        named = record.members if columns else {key_of(name): value for name, value in record.members.items()}
        nested = named.get(NESTED)
        if nested is not None and isinstance(nested.read, dict) and not columns:
            named = {**named, **{key_of(name): value for name, value in jsonlines.members(text, nested).members.items()}}
            if named[NESTED] is nested:
                del named[NESTED]
        pair = [next((named[name] for name in names if name in named), None) for names in (ours, theirs)]
        missing = next((names[0] for names, value in zip((ours, theirs), pair, strict=True) if value is None), None)
        if missing is not None:
            yield record.start, f"a pair without {missing!r}"
            continue
        one, other = (value for value in pair if value is not None)
        wrong = next((value for value in (one, other) if not isinstance(value.read, str)), None)
        if wrong is not None:
            yield wrong.start, f"a text is expected here, not {_NOT_TEXTS[type(wrong.read)]}"
            continue
        name = next((named[name].read for name in NAMES if name in named), "")
        label = name if isinstance(name, str) else "" if isinstance(name, (dict, list)) or name is None else str(name)
        yield Unit(str(one.read), jsonlines.runs(text, one), str(other.read), jsonlines.runs(text, other), label)


def key_of(name: str) -> str:
    return name.strip().lower().replace("_", "-")


def _from_tabs(text: str, columns: Sequence[str]) -> _Read:
    records = list(tabbed.scan(text))
    if not records:
        return
    first = [text[start:end] for start, end in records[0].cells]
    found = _named(first, columns) if columns else _header(first)
    header = found is not None
    if found is None:
        found = _numbered(columns) if columns else _by_content(text, records)
    if found is None:
        missing = next((name for name in columns if name not in first), "")
        yield records[0].cells[0].start, f"no column is called {missing!r}" if columns else "two columns with a tab between them"
        return
    ours, theirs, label = found
    for cells, end in records[1:] if header else records:
        if max(ours, theirs) >= len(cells):
            yield end, f"a line without column {max(ours, theirs) + 1}"
            continue
        one, other = cells[ours], cells[theirs]
        name = text[slice(*cells[label])] if 0 <= label < len(cells) else ""
        yield Unit(text[slice(*one)], _plain(one), text[slice(*other)], _plain(other), name)


_Columns = tuple[int, int, int]  # of the source, of the target, of the name (-1: none)


def _plain(cell: Span) -> list[tuple[int, int, int]]:
    return [(cell.start, cell.end - cell.start, cell.end - cell.start)] if cell.end > cell.start else []


def _named(header: Sequence[str], columns: Sequence[str]) -> _Columns | None:
    """The columns with the given names, or None where the first line does not have both."""
    if not all(name in header for name in columns):
        return None
    return header.index(columns[0]), header.index(columns[1]), _name_of(header)


def _numbered(columns: Sequence[str]) -> _Columns | None:
    if not all(name.isdecimal() and int(name) > 0 for name in columns):
        return None
    return int(columns[0]) - 1, int(columns[1]) - 1, -1


def _header(first: Sequence[str]) -> _Columns | None:
    """The columns that a header names; None where the first line is a pair already."""
    keys = [key_of(name) for name in first]
    ours, theirs = (next((keys.index(name) for name in names if name in keys), -1) for names in (SOURCES, TARGETS))
    if ours >= 0 and theirs >= 0:
        return ours, theirs, _name_of(first)
    pair = glossary_columns(first)
    return (*pair, _name_of(first)) if pair else None


def _name_of(header: Sequence[str]) -> int:
    keys = [key_of(name) for name in header]
    return next((keys.index(name) for name in NAMES if name in keys), -1)


def _by_content(text: str, records: Sequence[tabbed.Record]) -> _Columns | None:
    """The column with the most Chinese, and of the others the one with the most letters; None where there is one column only."""
    sample = [[text[start:end] for start, end in record.cells] for record in records[:_SAMPLE]]
    width = max(map(len, sample))
    if width < 2:
        return None
    chinese = [sum(has_han(row[at]) for row in sample if at < len(row)) for at in range(width)]
    letters = [sum(len(_LETTER.findall(row[at])) for row in sample if at < len(row)) for at in range(width)]
    theirs = max(range(width), key=lambda at: (chinese[at], at == 1))
    ours = max((at for at in range(width) if at != theirs), key=lambda at: (letters[at], -at))
    return ours, theirs, -1
