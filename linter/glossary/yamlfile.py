"""YAML entries: what a table cannot say.  Every text is taken as it is written, without the grammar of cells.

Whoever writes YAML writes for glosslint, so a fault is an error with its place and not a finding.
"""

from __future__ import annotations

import unicodedata

from linter.finding import Place
from linter.glossary.lint import lint
from linter.glossary.model import Entry, Glossary
from linter.glossary.text import distinct, form_of, has_letter
from linter.source import Source
from linter.yamltree import Node, parse

KEYS = ("source", "target", "deprecated", "unless", "pos", "case", "keep", "status", "when", "note")
POS = ("noun", "verb", "adjective", "name")
CASE = ("exact", "first-letter")
STATUS = ("approved", "proposed")


def yaml_glossary(source: Source) -> Glossary | None:
    """The entries of a file, or None where it has none.  Raises UsageError with line and column."""
    root = parse(source)
    if root is None:
        return None
    if isinstance(root.value, dict) and "entries" not in root.value:
        from linter.glossary.mapping import mapping_glossary

        found = mapping_glossary(root, source)
        if found is not None:
            return found
    if isinstance(root.value, dict) and root.value.keys() >= {"entries", "findings"}:
        from linter.glossary.dump import dumped_glossary

        return dumped_glossary(root, source)
    nodes = root.mapping(("entries",), required=("entries",))["entries"].items("a list of entries")
    entries, facts = lint([[_entry(node, source) for node in nodes]], (source,))
    return Glossary(tuple(entries), tuple(facts), (source.path,), (source,)) if entries else None


def _entry(node: Node, source: Source) -> Entry:
    keys = node.mapping(KEYS, required=("source",))
    terms = _texts(keys["source"])
    if not terms:
        keys["source"].fail("a source term is expected here, not nothing")
    for term in terms:
        if not has_letter(term):
            keys["source"].fail(f"a source term needs a letter or a digit: {term!r}")
    targets = tuple(form_of(form) or form for form in _texts(keys["target"])) if "target" in keys else ()
    keep = keys["keep"].boolean() if "keep" in keys else False
    deprecated = tuple(form_of(form) or form for form in _texts(keys["deprecated"])) if "deprecated" in keys else ()
    for form in deprecated:
        if form in targets:
            keys["deprecated"].fail(f"{form!r} is both a target and deprecated")
    preferred = targets[0] if targets and not keep else None
    return Entry(
        source=terms,
        place=Place(source.path, node.line, node.column, node.line, len(source.line_text(node.line)) + 1),
        preferred=preferred,
        admitted=targets if preferred is None else targets[1:],
        deprecated=deprecated,
        unless=_texts(keys["unless"]) if "unless" in keys else (),
        keep=keep,
        pos=keys["pos"].choice(POS, "pos") if "pos" in keys else "",
        case=keys["case"].choice(CASE, "case") if "case" in keys else "",
        status=keys["status"].choice(STATUS, "status") if "status" in keys else "approved",
        when=_texts(keys["when"]) if "when" in keys else (),
        note=keys["note"].text("a note").strip() if "note" in keys else "",
        undecided=not targets and not keep,
    )


def _texts(node: Node) -> tuple[str, ...]:
    return distinct([unicodedata.normalize("NFC", text).strip() for text in node.texts()])
