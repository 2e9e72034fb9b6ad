"""PO catalogues as documents: each translated entry gives a source and a target passage that share a group.

Where an entry has plural forms, the first form translates the singular and the others the plural; a language with a single
form (Chinese, mostly) translates the plural, so that a term of both is met once.  Contexts, comments, fuzzy, obsolete and
untranslated entries are no prose.  A glossary in the comments above the header is the catalogue's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.documents.headers import glossaries
from linter.documents.model import Document
from linter.documents.problems import told
from linter.documents.units import Unit, read_units
from linter.patterns import lazy
from linter.source import Source
from linter.syntax.comment_table import comment_tables
from linter.syntax.po import Catalogue, Strings, is_empty, joined, runs, scan
from linter.syntax.po_literals import is_manual

_LANGUAGE = lazy(r"Language:\s*([A-Za-z]{2,3})")
_CHINESE = frozenset(("zh", "yue", "cmn", "wuu", "nan", "hak", "gan", "lzh"))


def read_po(source: Source) -> Document:
    """A catalogue -> its passages (kind "unit", sides "source" and "target").  Malformed entries are problems of the document.

    A target passage has language "zh" only where the catalogue is Chinese.
    """
    catalogue = scan(source.text)
    chinese = _is_chinese(source.text, catalogue)
    shown = read_units(list(_translated(source.text, catalogue)), is_manual(source.text), chinese)
    tables = glossaries(comment_tables(source.text, *catalogue.comments)) if chinese else []
    problems = told(source, catalogue.notes)
    return Document(source, "po", "\n".join(shown.parts), shown.segments, shown.passages, tables, shown.literals, problems)


def _translated(text: str, catalogue: Catalogue) -> Iterator[Unit]:
    for unit in catalogue.units:
        if "fuzzy" in unit.flags:
            continue
        for form, strings in enumerate(unit.msgstr):
            if is_empty(text, strings):
                continue
            singular = not unit.msgid_plural.end or (form == 0 and len(unit.msgstr) > 1)
            original = unit.msgid if singular else unit.msgid_plural
            yield Unit(joined(text, original), runs(text, original), joined(text, strings), runs(text, strings))


def _is_chinese(text: str, catalogue: Catalogue) -> bool:
    """Unless the header names another language."""
    strings = catalogue.header.msgstr[0] if catalogue.header and catalogue.header.msgstr else Strings(0, 0)
    named = _LANGUAGE.search(joined(text, strings))
    return named is None or named[1].lower() in _CHINESE
