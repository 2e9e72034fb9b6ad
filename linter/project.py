"""Files in, Facts out: which files belong to a run, what is in them, which glossary and which source is in force for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from linter.align.files import find_sources
from linter.config import Settings, repository
from linter.discover import find
from linter.documents.model import Document
from linter.documents.read import read_document
from linter.errors import BinaryInput, GlosslintError, InputError, UsageError
from linter.finding import Fact
from linter.globs import encoding_of
from linter.glossary.load import document_glossary, load_glossary, merge
from linter.glossary.locales import has_locales, in_script
from linter.glossary.model import Glossary
from linter.judge.facts import Facts
from linter.judge.observe import observe, script_of_document
from linter.paths import shown, within
from linter.records import NamedTuple
from linter.scan.hits import Scanner
from linter.scan.lexicon import Lexicon
from linter.source import Source, read

Progress = Callable[[int, int, str], None]


class Project(NamedTuple):
    """facts    of every file that counts as evidence, in the order of the paths
    listed    the paths whose findings are asked for
    glossary  the project's glossary: that of the options, the configuration, or discovery
    stated    what is wrong with glossary rows, those of documents' own tables included
    whole     the run has every file of the project, so that what is not found in it is nowhere
    missed    files of the project that count as evidence, were not asked for, and could not be read
    """

    facts: tuple[Facts, ...]
    listed: frozenset[str]
    glossary: Glossary
    stated: tuple[Fact, ...]
    errors: tuple[InputError, ...]
    notes: tuple[str, ...]
    whole: bool = False
    missed: tuple[InputError, ...] = ()


def load(paths: Sequence[str], settings: Settings, progress: Progress | None = None) -> Project:
    """Read everything a run needs.  Raises UsageError; what cannot be read is in `errors`.

    `progress` is told before each file how many are done, how many there are, and which one is next.
    """
    glossary, used, notes = project_glossary(settings)
    found = find(paths, settings, used)
    listed = [file.path for file in found.files]
    named = frozenset(file.path for file in found.files if file.named)
    evidence = listed
    if settings.config_path and not settings.isolated and paths:
        everything = find((), settings, used)
        evidence = sorted({*listed, *(file.path for file in everything.files)})
    sources = _sources(evidence, settings)
    asked = frozenset(path for path in listed if path not in sources.values())
    reader = Reader(settings, glossary)
    errors = list(found.errors)
    missed: list[InputError] = []
    facts: list[Facts] = []
    stated: list[Fact] = list(glossary.facts)
    skipped: list[str] = []
    for number, path in enumerate(evidence):
        if path in sources.values():
            continue
        if progress is not None:
            progress(number, len(evidence), path)
        unread = errors if path in asked else missed
        try:
            seen, rows = reader.facts(path, sources.get(path))
        except InputError as error:
            if isinstance(error, BinaryInput) and error.path == path not in named:
                skipped.append(str(error))
                continue
            if str(error) not in map(str, unread):
                unread.append(error)
            if error.path != path:
                unread.append(InputError(path, f"its source {error.path} cannot be read"))
            continue
        facts.append(seen)
        unread += problems(seen.document)
        if path in asked:
            stated += rows
    whole = bool(facts) and not errors and not missed and _is_whole(paths, settings, len(listed) == len(evidence))
    told = (*notes, *found.notes, *skipped)
    return Project(tuple(facts), asked, glossary, tuple(stated), tuple(errors), told, whole, tuple(missed))


def problems(document: Document) -> list[InputError]:
    """The places of a document that could not be read, while the rest of it was."""
    return [InputError(document.source.path, reason, line, column) for line, column, reason in document.problems]


def _is_whole(paths: Sequence[str], settings: Settings, everything: bool) -> bool:
    """Whether a run is over all of a project: its root, or no path, or every file that the configuration includes."""
    if settings.config_path and not settings.isolated and everything:
        return True
    root = os.path.realpath(settings.root)
    return not paths or any(os.path.realpath(path) == root for path in paths)


def project_glossary(settings: Settings) -> tuple[Glossary, tuple[str, ...], tuple[str, ...]]:
    """The project's glossary, the files it was read from, and notes.  Raises UsageError.

    A file that was only discovered by its name and holds no entries is a document like any other.
    """
    glossaries: list[Glossary] = []
    used: list[str] = []
    notes: list[str] = []
    for path in settings.glossaries:
        try:
            glossaries.append(load_glossary(path, encoding_of(settings, shown(path)), strict=settings.discovered))
        except UsageError:
            if not settings.discovered:
                raise
            notes.append(f"{shown(path)}: no glossary entries, taken as a document")
            continue
        if not path.lower().endswith(".po"):  # a catalogue is prose, too
            used.append(path)
    merged = in_script(merge(Glossary(), *glossaries) if glossaries else Glossary(), settings.script)
    return merged, tuple(used), (*notes, *merged.notes)


class Reader:
    """Documents and Facts under one project glossary, whose automaton is built once."""

    __slots__ = ("_by_script", "_documents", "_glossary", "_scanners", "_settings")

    def __init__(self, settings: Settings, glossary: Glossary) -> None:
        self._settings, self._glossary = settings, glossary
        self._by_script = not settings.script and has_locales(glossary)  # the text decides which rows are in force
        self._scanners: dict[str, tuple[Lexicon, Scanner]] = {}
        self._documents: dict[str, Document] = {}

    def facts(self, path: str, source_path: str | None) -> tuple[Facts, tuple[Fact, ...]]:
        """Facts of one file, and what is wrong with its own glossary tables.  Raises InputError."""
        document = self.document(path)
        source = self.document(source_path) if source_path else None
        return self.facts_of(document, source)

    def facts_of(self, document: Document, source: Document | None) -> tuple[Facts, tuple[Fact, ...]]:
        scanner, rows = self.scanner_for(document, source)
        try:
            return observe(document, source, scanner, self._settings.script), rows
        except (GlosslintError, KeyboardInterrupt):
            raise
        except Exception as error:  # a bug must name the file that showed it, and the others must still be checked
            raise InputError(document.source.path, f"internal error: {type(error).__name__}: {error}") from error

    def scanner_for(self, document: Document, source: Document | None) -> tuple[Scanner, tuple[Fact, ...]]:
        """The glossaries in force: the project's, under the tables of the document and of its source."""
        holders = [d for d in (document, source) if d is not None and d.tables]
        own = merge(*(document_glossary(holder) for holder in holders)) if holders else Glossary()
        script = self._settings.script
        if self._by_script or (has_locales(own) and not script):
            script = script_of_document(document)
        lexicon, scanner = self._scanner(script if self._by_script else "")
        if not holders:
            return scanner, ()
        return Scanner(lexicon, Lexicon(in_script(own, script))), own.facts

    def _scanner(self, script: str) -> tuple[Lexicon, Scanner]:
        """The project's glossary for texts in a script, compiled once."""
        if script not in self._scanners:
            lexicon = Lexicon(in_script(self._glossary, script))
            self._scanners[script] = lexicon, Scanner(lexicon)
        return self._scanners[script]

    def document(self, path: str) -> Document:
        known = self._documents.get(path)
        if known is None:
            known = read_document(read(path, encoding_of(self._settings, shown(path)), shown(path)), self._settings.columns)
            if len(self._documents) < 4:  # sources serve several targets at most a few at a time
                self._documents[path] = known
        return known


def document_of(text: str, path: str, columns: Sequence[str] = ()) -> Document:
    """A document from a text at hand; `path` decides the format."""
    return read_document(Source(path, text), columns)


def _sources(paths: Iterable[str], settings: Settings) -> dict[str, str]:
    """target path -> source path, by the settings' patterns, else by the common layouts of siblings.

    A link that leads out of the project is no source: a repository must not be able to have other files read.
    """
    root = os.path.abspath(settings.root)
    project = os.path.realpath(repository(root) or root)

    def exists(path: str) -> bool:
        return os.path.exists(path) and (
            within(os.path.realpath(path), project) or not within(os.path.abspath(path), root)  # as the user named it
        )

    return find_sources(list(paths), settings.pairs, exists)
