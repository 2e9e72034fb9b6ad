"""Documents and Facts under one project glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.config import Settings
from linter.documents.model import Document
from linter.documents.read import read_document
from linter.errors import GlosslintError, InputError
from linter.finding import Fact
from linter.globs import encoding_of
from linter.glossary.load import document_glossary, merge
from linter.glossary.locales import has_locales, in_script
from linter.glossary.model import Glossary
from linter.judge.facts import Facts
from linter.judge.observe import observe, script_of_document
from linter.paths import shown
from linter.records import NamedTuple
from linter.scan.hits import Scanner
from linter.scan.lexicon import Lexicon
from linter.source import Source, read

File = tuple[str, str | None]  # the path of a document, and of its source where that is another file
Progress = Callable[[int, int, str], None]  # how many files are done, how many there are, which one is next


class Seen(NamedTuple):
    """Facts of one file, and what is wrong with its own glossary tables."""

    facts: Facts
    rows: tuple[Fact, ...]


class Texts(NamedTuple):
    """What is to be observed together: the text of a file, and of its source where that is another file."""

    target: Source
    source: Source | None


class Reader:
    """Documents and Facts under one project glossary, whose automaton is built once."""

    __slots__ = ("_by_script", "_latest", "_scanners", "_settings", "glossary")

    def __init__(self, settings: Settings, glossary: Glossary) -> None:
        self._settings, self.glossary = settings, glossary
        self._by_script = has_locales(glossary)  # the script decides which rows are in force
        self._scanners: dict[str, tuple[Lexicon, Scanner]] = {}
        self._latest: Document | None = None

    def facts(self, path: str, source_path: str | None) -> Seen:
        """Facts of one file.  Raises InputError."""
        return self.facts_of_texts(self.texts(path, source_path))

    def texts(self, path: str, source_path: str | None) -> Texts:
        """Raises InputError."""
        target = self._read(path)
        return Texts(target, self._read(source_path) if source_path else None)

    def facts_of_texts(self, texts: Texts) -> Seen:
        """Raises InputError for a bug: it must name the file that showed it, and the others must still be checked."""
        try:
            source = self._source(texts.source) if texts.source else None
            return self._facts_of(self._document(texts.target), source)
        except (GlosslintError, KeyboardInterrupt):
            raise
        except Exception as error:
            raise _bug(texts.target, error) from error

    def facts_of(self, document: Document, source: Document | None) -> Seen:
        """Raises InputError for a bug."""
        try:
            return self._facts_of(document, source)
        except (GlosslintError, KeyboardInterrupt):
            raise
        except Exception as error:
            raise _bug(document.source, error) from error

    def restored(self, facts: Facts, texts: Texts) -> Seen:
        """What `facts_of_texts` gave, of Facts that lost their scanner."""
        source = facts.source if facts.source is not facts.document else None
        if source is None and texts.source:
            source = self._source(texts.source)
        scanner, rows = self.scanner_for(facts.document, source)
        return Seen(facts._replace(scanner=scanner), rows)

    def _facts_of(self, document: Document, source: Document | None) -> Seen:
        scanner, rows = self.scanner_for(document, source)
        return Seen(observe(document, source, scanner, self._settings.script), rows)

    def scanner_for(self, document: Document, source: Document | None) -> tuple[Scanner, tuple[Fact, ...]]:
        """The glossaries in force: the project's, under the tables of the document and of its source."""
        holders = [d for d in (document, source) if d is not None and d.tables]
        own = merge(*(document_glossary(holder) for holder in holders)) if holders else Glossary()
        script = self._settings.script
        if not script and (self._by_script or has_locales(own)):  # the text itself decides
            script = script_of_document(document)
        lexicon, scanner = self._scanner(script if self._by_script else "")
        if not holders:
            return scanner, ()
        return Scanner(lexicon, Lexicon(in_script(own, script))), own.facts

    def _scanner(self, script: str) -> tuple[Lexicon, Scanner]:
        """The project's glossary for texts in a script, compiled once."""
        if script not in self._scanners:
            lexicon = Lexicon(in_script(self.glossary, script), _literals(self._settings))
            self._scanners[script] = lexicon, Scanner(lexicon)
        return self._scanners[script]

    def document(self, path: str) -> Document:
        """Raises InputError."""
        return self._document(self._read(path))

    def _read(self, path: str) -> Source:
        return read(path, encoding_of(self._settings, shown(path)), shown(path))

    def _document(self, text: Source) -> Document:
        return read_document(text, self._settings.columns)

    def _source(self, text: Source) -> Document:
        """A source may serve several targets, one after the other."""
        known = self._latest
        if known is None or (known.source.path, known.source.text) != (text.path, text.text):
            known = self._latest = self._document(text)
        return known


def _literals(settings: Settings) -> tuple[str, ...]:
    """What the users' rules want looked for."""
    if not settings.rule_folders:
        return ()
    from linter.rules.loading import with_users
    from linter.rules.matching import literals_of

    return literals_of(with_users((), settings.rule_folders))


def _bug(text: Source, error: Exception) -> InputError:
    return InputError(text.path, f"internal error: {type(error).__name__}: {error}")


def document_of(text: str, path: str, columns: Sequence[str] = ()) -> Document:
    """A document from a text at hand; `path` decides the format."""
    return read_document(Source(path, text), columns)
