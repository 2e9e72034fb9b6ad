"""A glossary as a Markdown table: for a translator's brief, for a prompt, and to be read back as a glossary.

A row is written in the plainest way that reads back as the same row.  What no table can say (context words, exact first letters,
a note that would be taken for an instruction) is left out of it, and the row is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from linter.glossary.model import Entry
from linter.glossary.tables import markdown_glossary
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.source import Source

# What the columns are called; the grammar of glossaries knows all of these names.
_HEADS = {
    "en": ("Alternatives", "Do not use", "Part of speech", "Except", "Case sensitive", "Status", "Notes"),
    "zh": ("其他译法", "禁用", "词性", "例外", "区分大小写", "状态", "备注"),
}
_ENGLISH, _CHINESE = "English", "中文"
_KEEP = {"en": "do not translate", "zh": "不译"}
_KEPT = (*_KEEP.values(), "不翻译")
_BY_CONTEXT = {"en": "depends on context", "zh": "根据上下文选择"}
_NOTHING = "—"
_BREAK = lazy(r"\s*(?:\r\n|\r|\n)\s*")
_MARKUP = lazy(r"([\\`*_\[\]<>#])")


class Table(NamedTuple):
    """`text`: the table; `cut`: the rows of which it does not say everything."""

    text: str
    cut: tuple[Entry, ...]


class _Row(NamedTuple):
    """The English, the renderings (one, or one for each locale), and what stands in the columns of `_HEADS`."""

    source: str
    targets: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.source, *self.targets, *self.beside)


def as_markdown(entries: Sequence[Entry], lang: str = "en") -> Table:
    """The table of some rows.  `lang`: of the headings and of the words beside the terms."""
    scripts = tuple(dict.fromkeys(script for entry in entries for script, _ in entry.locales))
    targets = scripts or (_CHINESE,)
    rows: list[_Row] = []
    cut: list[Entry] = []
    for entry in entries:
        made, whole = _rows(entry, targets, lang)
        rows += made
        if not whole:
            cut.append(entry)
    used = [at for at in range(len(_HEADS[lang])) if any(row.beside[at] for row in rows)]
    head = [_ENGLISH, *targets, *(_HEADS[lang][at] for at in used)]
    lines = [head, ["---"] * len(head), *([row.source, *row.targets, *(row.beside[at] for at in used)] for row in rows)]
    return Table("".join(_line(cells) for cells in lines), tuple(cut))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _rows(entry: Entry, targets: Sequence[str], lang: str) -> tuple[list[_Row], bool]:
    """The rows that say an entry, mostly one, and whether they say all of it."""
    for row in _ways(entry, targets, lang):
        if _reads_as(row, targets, lang, entry):
            return [row], not (entry.when or entry.case == "first-letter")
    if len(entry.source) > 1:  # a row for each of its terms
        parts = [_rows(entry._replace(source=(form,)), targets, lang) for form in entry.source]
        return [row for rows, _ in parts for row in rows], all(whole for _, whole in parts)
    bare = entry._replace(note="")
    if entry.note:
        for row in _ways(bare, targets, lang):
            if _reads_as(row, targets, lang, bare):
                return [row], False
    return [next(iter(_ways(bare, targets, lang)))], False


def _ways(entry: Entry, targets: Sequence[str], lang: str) -> Iterator[_Row]:
    """The row in all ways of writing it, the plainest first."""
    several = len(entry.source) > 1
    sources = [" / ".join(entry.source), f"{entry.source[0]} ({', '.join(entry.source[1:])})"] if several else [entry.source[0]]
    notes = [_note(entry)]
    if entry.contextual:
        notes.append("; ".join(part for part in (notes[0], _BY_CONTEXT[lang]) if part))
    renderings = _renderings(entry, targets, lang)
    for escaped, note, source, (shown, others) in product((False, True), notes, sources, renderings):
        beside = (
            others,
            "、".join(entry.deprecated),
            entry.pos,
            "、".join(entry.unless),
            "yes" if entry.case == "exact" else "",
            entry.status if entry.status != "approved" else "",
            note,
        )
        yield _Row(_cell(source, escaped), tuple(_cell(text, escaped) for text in shown), tuple(map(_cell, beside)))


def _renderings(entry: Entry, targets: Sequence[str], lang: str) -> list[tuple[tuple[str, ...], str]]:
    """(the cells of the renderings, the other renderings), in all ways of writing them."""
    if entry.locales:
        own = dict(entry.locales)
        return [(tuple(_together(own[name], lang) if name in own else "" for name in targets), "")]
    together = _together(entry, lang)
    ways = [(together, "")]
    if entry.admitted:
        first = _KEEP[lang] if entry.keep else entry.preferred or _NOTHING
        ways.append((first, "；".join(entry.admitted)))
    elif entry.preferred:
        ways.append((f"“{entry.preferred}”", ""))
    return [((text,) * len(targets), others) for text, others in ways]


def _together(entry: Entry, lang: str) -> str:
    if entry.keep:
        return " / ".join((entry.term, *entry.admitted)) if entry.admitted else _KEEP[lang]
    return " / ".join(form for form in (entry.preferred, *entry.admitted) if form) or _NOTHING


def _note(entry: Entry) -> str:
    """The note without what the other cells say already."""
    told = (*entry.source, *_KEPT) if entry.keep else entry.source
    parts = [part.strip() for part in entry.note.split("; ")]
    return "; ".join(part for part in parts if part and part not in told)


def _cell(text: str, escaped: bool = False) -> str:
    text = _BREAK.sub(" ", text.strip())
    if escaped:
        text = _MARKUP.sub(r"\\\1", text)
    return text.replace("|", "\\|")


def _reads_as(row: _Row, targets: Sequence[str], lang: str, entry: Entry) -> bool:
    """Whether the row is read back as the entry."""
    head = (_ENGLISH, *targets, *_HEADS[lang])
    text = "".join(map(_line, (head, ["---"] * len(head), row.cells)))
    read = markdown_glossary(Source("table.md", text))
    return read is not None and len(read.entries) == 1 and not read.facts and _said(read.entries[0]) == _said(entry)


def _said(entry: Entry) -> tuple[object, ...]:
    return (
        entry.source,
        tuple((name, _renders(other)) for name, other in entry.locales) or _renders(entry),
        sorted(entry.unless),
        entry.pos,
        entry.case == "exact",
        entry.status,
        entry.contextual,
    )


def _renders(entry: Entry) -> tuple[object, ...]:
    return entry.preferred, entry.admitted, sorted(entry.deprecated), entry.keep
