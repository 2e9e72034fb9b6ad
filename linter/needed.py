"""The glossary rows that documents need: files in, rows out.  Pure but for reading files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.align.files import find_sources
from linter.config import Settings
from linter.documents.model import Document
from linter.documents.originals import read_original
from linter.errors import InputError
from linter.finding import Place, place_of
from linter.globs import encoding_of
from linter.glossary.model import Entry
from linter.judge.facts import Occurrence
from linter.judge.innocence import innocence
from linter.judge.model import Concept, concept_of
from linter.paths import shown
from linter.project import problems, project_glossary
from linter.reader import Reader
from linter.records import NamedTuple
from linter.scan.hits import Hit, Scanner
from linter.scan.lexicon import ACCEPTED, DEPRECATED, SOURCE
from linter.scan.names import title_case
from linter.source import read


class Need(NamedTuple):
    """A row, how often the documents have its term, and where first."""

    entry: Entry
    times: int
    first: Place


def needed(paths: Sequence[str], settings: Settings) -> tuple[list[Need], list[InputError]]:
    """The rows whose terms occur in some files, in the order of their first occurrences; and the places that cannot be read.

    Each file is asked for its English: that of its source file where there is one, its own where it holds any, whether or not it
    is translated.  Only a file without any English is asked for its Chinese.  Raises UsageError and InputError.
    """
    reader = Reader(settings, project_glossary(settings)[0])
    sources = find_sources([shown(path) for path in paths], settings.pairs)
    found: dict[Concept, Need] = {}
    errors: list[InputError] = []
    for path in dict.fromkeys(map(shown, paths)):
        original = sources.get(path, path)
        document = read_original(read(original, encoding_of(settings, original), original), settings.columns)
        errors += problems(document)
        scanner, _ = reader.scanner_for(document, None)
        for entry, at in _occurrences(document, scanner):
            concept = concept_of(entry)
            known = found.get(concept)
            if known is None:
                found[concept] = Need(entry, 1, place_of(document.source, *document.span(*at)))
            else:
                found[concept] = known._replace(times=known.times + 1)
    return list(found.values()), errors


def _occurrences(document: Document, scanner: Scanner) -> Iterator[tuple[Entry, tuple[int, int]]]:
    hits = scanner.hits(document)
    english = any(passage.lang == "en" for passage in document.passages)
    for hit in hits:
        if (document.passages[hit.passage].lang == "en") != english:
            continue
        roles = (SOURCE,) if english else (ACCEPTED, DEPRECATED)
        for number in dict.fromkeys(number for role in roles for number in hit.of(role)):
            entry = scanner.entries[number]
            if not (english and _is_something_else(document, hit, number, entry)):
                yield entry, (hit.start, hit.end)


def _is_something_else(document: Document, hit: Hit, number: int, entry: Entry) -> bool:
    """A name, an idiom, another part of speech."""
    passage = document.passages[hit.passage]
    occurrence = Occurrence(number, hit.start, hit.end, hit.passage, document.text[hit.start : hit.end])
    form = next(meaning.form for meaning in hit.meanings if meaning.entry == number)
    heading = passage.kind == "heading" or title_case(document.text[passage.start : passage.end])
    return innocence(document, passage.start, passage.end, occurrence, form, entry, heading) is not None
