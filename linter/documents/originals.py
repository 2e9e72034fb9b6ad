"""The English of a file as its translator gets it: also what has no translation yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.documents.model import Document
from linter.documents.pairs import SOURCES, key_of
from linter.documents.problems import told
from linter.documents.read import read_document
from linter.documents.units import Runs, Units
from linter.source import Source
from linter.syntax import jsonlines, po, rst
from linter.syntax.literals import find_literals
from linter.syntax.po_literals import is_manual, masked, merged


def read_original(source: Source, columns: Sequence[str] = ()) -> Document:
    """As `read_document`; of a catalogue every message, of JSON Lines every text with the name of a source."""
    suffix = source.path.rpartition(".")[2].lower()
    if suffix in ("po", "pot"):
        catalogue = po.scan(source.text)
        return _document(source, "po", _messages(source.text, catalogue), catalogue.notes)
    if suffix in ("jsonl", "ndjson"):
        records = list(jsonlines.scan(source.text))
        faults = [record for record in records if isinstance(record, jsonlines.Fault)]
        return _document(source, "pairs", _sources(source.text, records, columns), faults)
    return read_document(source, columns)


def _messages(text: str, catalogue: po.Catalogue) -> Iterator[tuple[str, Runs]]:
    for unit in catalogue.units:
        for strings in (unit.msgid, unit.msgid_plural):
            if strings.end:
                yield po.joined(text, strings), po.runs(text, strings)


def _sources(
    text: str, records: Iterable[jsonlines.Object | jsonlines.Fault], columns: Sequence[str]
) -> Iterator[tuple[str, Runs]]:
    names = columns[:1] or SOURCES
    for record in records:
        if isinstance(record, jsonlines.Object):
            members = record.members if columns else {key_of(name): value for name, value in record.members.items()}
            value = next((members[name] for name in names if name in members), None)
            if value is not None and isinstance(value.read, str):
                yield value.read, jsonlines.runs(text, value)


def _document(source: Source, form: str, texts: Iterator[tuple[str, Runs]], problems: Sequence[tuple[int, str]]) -> Document:
    manual = is_manual(source.text)
    shown = Units()
    for number, (text, runs) in enumerate(texts):
        marks = rst.marks(text)[0] if manual else []
        plain = masked(text, merged(marks))
        shown.add(text, runs, merged([*marks, *find_literals(plain, "text" if manual else "po")]))
        shown.close(number, "source", "en", "")
    parts = "\n".join(shown.parts)
    return Document(source, form, parts, shown.segments, shown.passages, None, shown.literals, told(source, problems))
