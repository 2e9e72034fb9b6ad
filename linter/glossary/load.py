"""A glossary file -> Glossary; several glossaries -> the one in force."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable

from linter.errors import InputError, UsageError
from linter.finding import Fact, Place
from linter.glossary.lint import lint
from linter.glossary.model import Entry, Glossary
from linter.glossary.tables import document_glossary as document_glossary
from linter.glossary.tables import markdown_glossary
from linter.patterns import lazy
from linter.source import Source, read

EXPECTED = (
    "expected is a table whose header names both languages (| English | 中文 |), a list of terms with their translations, "
    "CSV or TSV with a source and a target column, or YAML with a list of entries or a mapping of terms to translations"
)


def load_glossary(path: str, encoding: str = "", shown: str = "", strict: bool = False) -> Glossary:
    """Read a glossary file: Markdown or text with tables or lists, CSV, TSV, YAML.  `shown` is the path that findings name.

    `strict`: nobody said that the file is a glossary, so that lists count only where most of the file is one.
    Raises UsageError where the file cannot be read or parsed at all, or holds no entry.  A bad row is a fact of the result.
    """
    try:
        source = read(path, encoding, shown)
    except InputError as error:
        raise UsageError(f"the glossary cannot be read: {error.reason}", error.path, error.line, error.column) from None
    glossary = parse_glossary(source, path, strict)
    if glossary is None:
        raise UsageError(f"no glossary entry in this file; {EXPECTED}", source.path)
    return glossary


def parse_glossary(source: Source, name: str = "", strict: bool = False) -> Glossary | None:
    """The glossary of a text, or None where it holds no entry.  The suffix of `name`, or of the source's path, decides the format.

    `strict`: see `load_glossary`.  Raises UsageError for YAML that cannot be parsed.
    """
    suffix = os.path.splitext(name or source.path)[1].lower()
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand rows are a million objects that all live: the collector would walk them again and again
    try:
        form = _FORMATS.get(suffix)
        return form(source) if form else _text(source, strict)
    finally:
        if collecting:
            gc.enable()


def _csv(source: Source) -> Glossary | None:
    from linter.glossary.csvfile import csv_glossary

    return csv_glossary(source)


def _tsv(source: Source) -> Glossary | None:
    from linter.glossary.csvfile import csv_glossary

    return csv_glossary(source, "\t")


def _text(source: Source, strict: bool) -> Glossary | None:
    """Tables first, with what lists beside them say; then records; then lists."""
    from linter.glossary.lists import beside_tables, list_glossary

    found = markdown_glossary(source)
    if found is not None:
        return beside_tables(found, source.text)
    mark = _separator(source.text)
    if mark:
        from linter.glossary.csvfile import csv_glossary

        return csv_glossary(source, mark)
    return list_glossary(source, strict)


def _separator(text: str) -> str:
    """What separates the cells of a text that has records in nearly all of its lines: a tab (a spreadsheet's export) or "|"."""
    head = [line for line in text[:20_000].splitlines()[:-1][:100] or text.splitlines() if line.strip()]
    from linter.syntax.tables import tables

    for mark in "\t|":
        if mark == "|" and tables(text):  # these are tables, and no glossaries
            return ""
        if head and 10 * sum(mark in line.strip() for line in head) >= 8 * len(head):
            return mark
    return ""


def _yaml(source: Source) -> Glossary | None:
    from linter.glossary.yamlfile import yaml_glossary

    return yaml_glossary(source)


def _po(source: Source) -> Glossary | None:
    from linter.glossary.catalogue import catalogue_glossary

    return catalogue_glossary(source)


_FORMATS: dict[str, Callable[[Source], Glossary | None]] = {  # every other name is a text with tables or lists
    ".csv": _csv,
    ".tsv": _tsv,
    ".tab": _tsv,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _yaml,
    ".po": _po,
}

_OPEN_CASE = lazy(r"\b[A-Z](?![\w]*[A-Z0-9])")


def merge(first: Glossary, *others: Glossary) -> Glossary:
    """The glossary in force: `first` (a document's own) over the others (the project's).

    A source form that an entry of `first` has is taken out of the others' entries.  Among the others nothing wins: rows that
    say the same merge silently, and rows of different files that contradict each other are reported.
    """
    below = _joined([other for other in others if other.entries or other.facts or other.sources])
    if not first.entries:
        entries: tuple[Entry, ...] = below.entries
    else:
        taken = {_shape(form) for entry in first.entries for form in entry.source}
        entries = first.entries + tuple(entry for entry in (_without(entry, taken) for entry in below.entries) if entry)
    return Glossary(
        entries,
        _facts(first, below),
        tuple(dict.fromkeys((*first.paths, *below.paths))),
        tuple({source.path: source for source in (*first.sources, *below.sources)}.values()),
        tuple(dict.fromkeys((*first.notes, *below.notes))),
    )


def _joined(glossaries: list[Glossary]) -> Glossary:
    if not glossaries:
        return Glossary()
    if len(glossaries) == 1:
        return glossaries[0]
    known = {fact for glossary in glossaries for fact in map(_name, glossary.facts)}
    sources = tuple(source for glossary in glossaries for source in glossary.sources)
    entries, found = lint([glossary.entries for glossary in glossaries], sources, files=True)
    facts = [fact for glossary in glossaries for fact in glossary.facts]
    facts += [fact for fact in found if _name(fact) not in known]
    paths = tuple(path for glossary in glossaries for path in glossary.paths)
    return Glossary(
        tuple(entries), tuple(facts), paths, sources, tuple(note for glossary in glossaries for note in glossary.notes)
    )


def _facts(first: Glossary, below: Glossary) -> tuple[Fact, ...]:
    known = {_name(fact) for fact in first.facts}
    return (*first.facts, *(fact for fact in below.facts if _name(fact) not in known))


def _name(fact: Fact) -> tuple[str, Place]:
    return fact.reports, fact.place


def _without(entry: Entry, taken: set[str]) -> Entry | None:
    rest = tuple(form for form in entry.source if _shape(form) not in taken)
    if len(rest) == len(entry.source):
        return entry
    return entry._replace(source=rest) if rest else None


def _shape(form: str) -> str:
    """A form as far as its case tells terms apart: Agent is agent, HEAD is not head."""
    return _OPEN_CASE.sub(lambda match: match[0].lower(), form)
