"""What holds for every input, whatever is in it: for the property tests and for the fuzzer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reading import check

from linter import baseline, decisions
from linter.config_keys import read_keys
from linter.documents.model import Document
from linter.documents.read import read_document
from linter.errors import InputError, UsageError
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.rules.loading import rule_of
from linter.run import lint_text
from linter.source import Source, decode
from linter.yamltree import parse

DOCUMENTS = (".md", ".txt", ".po", ".jsonl", ".tsv")
UNITS = frozenset(
    ("po", "pairs")
)  # formats whose texts are what a program has: with blanks, line breaks, in an order of their own
GLOSSARIES = (".md", ".txt", ".csv", ".tsv", ".yaml")
SEVERITIES = ("error", "warning", "hint")


def decoded(path: str, data: bytes) -> Source | None:
    """Bytes as a Source, or None where they are no text; the reason is a sentence, and its place is in the file."""
    try:
        source = decode(path, data)
    except InputError as error:
        check_input_error(error, path)
        return None
    for offset in (0, len(source.text) // 2, len(source.text)):
        assert source.offset(*source.position(offset)) == offset
    return source


def check_input_error(error: InputError, path: str) -> None:
    assert error.path == path
    assert error.reason
    assert (error.line > 0) == (error.column > 0)


def check_findings(findings: Iterable[Finding], sources: Mapping[str, Source]) -> None:
    """Every place is in its file, and what was found stands there."""
    for finding in findings:
        source = sources[finding.place.path]
        start, end = range_of(finding.place, source)
        assert source.text[start:end] == finding.found, finding
        assert finding.severity in SEVERITIES
        assert finding.message
        for place in (*(related.place for related in finding.related), *((finding.source.place,) if finding.source else ())):
            range_of(place, sources[place.path])
        if finding.glossary is not None:
            assert 1 <= finding.glossary.line <= len(sources[finding.glossary.path].line_starts)


def range_of(place: tuple[str, int, int, int, int], source: Source) -> tuple[int, int]:
    """The offsets of a place, after checking that they are those of a text and split no line end."""
    _, line, column, end_line, end_column = place
    start, end = source.offset(line, column), source.offset(end_line, end_column)
    assert 0 <= start <= end <= len(source.text), place
    assert source.position(start) == (line, column), place
    assert source.position(end) == (end_line, end_column), place
    assert source.text[start - 1 : start + 1] != "\r\n" or not start, place
    assert source.text[end - 1 : end + 1] != "\r\n" or not end, place
    return start, end


def check_document(source: Source, glossary: Glossary, english: Source | None = None) -> list[Finding]:
    """Read and check one document."""
    document = read_document(source)
    if document.format in UNITS:
        check_spans(document)
    else:
        check(document)
    findings = lint_text(source.text, glossary=glossary, source=None if english is None else english.text, path=source.path)
    sources = {s.path: s for s in (*glossary.sources, source)}
    if english is not None:
        sources["source/" + source.path] = Source("source/" + source.path, english.text)
    check_findings(findings, sources)
    return findings


def check_spans(document: Document) -> None:
    for passage in document.passages:
        empty = passage.start == passage.end
        assert 0 <= passage.start <= passage.end <= len(document.text)
        assert not empty or document.format == "pairs", "a pair may lack one of its texts"
        span = document.span(passage.start, passage.end)
        assert 0 <= span.start <= span.end <= len(document.source.text)
        assert empty == (span.start == span.end)


def check_glossary(source: Source) -> Glossary | None:
    """Read one glossary."""
    try:
        glossary = parse_glossary(source)
    except UsageError as error:
        check_usage(error, source)
        return None
    if glossary is None:
        return None
    for place in (*(entry.place for entry in glossary.entries), *(fact.place for fact in glossary.facts)):
        range_of(place, source)
    for fact in glossary.facts:
        start, end = range_of(fact.place, source)
        assert source.text[start:end] == fact.found, fact
    return glossary


def check_configuration(source: Source) -> None:
    """Read one YAML file as a configuration and as a rule."""
    try:
        read_keys(parse(source))
    except UsageError as error:
        check_usage(error, source)
    try:
        rule_of(source)
    except UsageError as error:
        check_usage(error, source)


def check_usage(error: UsageError, source: Source) -> None:
    """An error in a file that people wrote says where."""
    assert error.message
    assert error.path == source.path
    assert 1 <= error.line <= len(source.line_starts)
    assert error.column >= 1


def check_said(source: Source) -> None:
    """Read one text as decisions and as a baseline, and what was read once more from what is written of it."""
    try:
        said = decisions.parse(source.text, source.path).by_key
    except UsageError as error:
        check_usage(error, source)
    else:
        again = decisions.parse(decisions.dump(said), source.path).by_key
        assert {key: value[:2] for key, value in again.items()} == {key: value[:2] for key, value in said.items()}
    try:
        counts = baseline.parse(source.text, source.path).counts
    except UsageError as error:
        check_usage(error, source)
    else:
        assert baseline.parse(baseline.dump(counts), source.path).counts == counts
