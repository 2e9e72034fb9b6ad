"""Files in, Facts out: which files belong to a run, what is in them, which glossary and which source is in force for each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from linter.align.files import find_sources
from linter.config import Settings, repository
from linter.discover import find
from linter.documents.model import Document
from linter.errors import BinaryInput, InputError, UsageError
from linter.finding import Fact
from linter.globs import encoding_of
from linter.glossary.load import load_glossary, merge
from linter.glossary.locales import in_script
from linter.glossary.model import Glossary
from linter.judge.facts import Facts
from linter.observing import observed
from linter.paths import shown, within
from linter.reader import Progress as Progress
from linter.reader import Reader as Reader
from linter.reader import document_of as document_of
from linter.records import NamedTuple


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
    originals = frozenset(sources.values())
    asked = frozenset(path for path in listed if path not in originals)
    errors = list(found.errors)
    missed: list[InputError] = []
    facts: list[Facts] = []
    stated: list[Fact] = list(glossary.facts)
    skipped: list[str] = []
    files = [(path, sources.get(path)) for path in evidence if path not in originals]
    for (path, _), seen in zip(files, observed(files, Reader(settings, glossary), settings, progress), strict=True):
        unread = errors if path in asked else missed
        if isinstance(seen, InputError):
            if isinstance(seen, BinaryInput) and seen.path == path not in named:
                skipped.append(str(seen))
                continue
            if str(seen) not in map(str, unread):
                unread.append(seen)
            if seen.path != path:
                unread.append(InputError(path, f"its source {seen.path} cannot be read"))
            continue
        facts.append(seen.facts)
        unread += problems(seen.facts.document)
        if path in asked:
            stated += seen.rows
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
