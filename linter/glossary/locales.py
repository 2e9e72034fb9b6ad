"""Rows with a rendering for each script or region: which of them is in force for a text."""

from __future__ import annotations

from linter.glossary.model import Entry, Glossary
from linter.glossary.text import distinct


def has_locales(glossary: Glossary) -> bool:
    return any(entry.locales for entry in glossary.entries)


def in_script(glossary: Glossary, script: str) -> Glossary:
    """The glossary for texts in a script (zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK); the same object where no row depends on it."""
    if not script or not has_locales(glossary):
        return glossary
    return glossary._replace(entries=tuple(in_locale(entry, script) for entry in glossary.entries))


def in_locale(entry: Entry, script: str) -> Entry:
    """The row as the column of a script has it; what only the other columns have belongs to another region.

    A row without a rendering of its own in this script demands nothing, so that it tolerates theirs.
    """
    if not entry.locales:
        return entry
    names = [name for name, _ in entry.locales]
    family = script[: len("zh-Hant")]
    chosen = next((name for name in names if name == script), next((name for name in names if name.startswith(family)), names[0]))
    own = next(other for name, other in entry.locales if name == chosen)
    others = [form for name, other in entry.locales if name != chosen for form in other.accepted]
    decided = own.preferred is not None
    right = (own.preferred or "", *own.admitted)
    tolerated = distinct([*own.tolerated, *(() if decided else others)], without=right)
    return own._replace(
        source=entry.source,
        tolerated=tolerated,
        regional=distinct(others, without=(*right, *tolerated)) if decided else (),
        deprecated=distinct([*own.deprecated], without=tolerated),
        when=entry.when,
        locales=entry.locales,
    )
