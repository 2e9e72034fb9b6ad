"""Forms that are looked for beside the terms of a glossary, in the same sweep: other spellings of what stays in English, slips of one
character, renderings of other regions, shipped variants, and the literals of users' rules.

Unlike terms and their renderings they claim no text: whether one counts is decided where everything about its place is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.glossary.model import Entry
from linter.patterns import lazy
from linter.scan.confusable import slips
from linter.scan.english import surface_forms
from linter.scan.fold import fold, plain
from linter.scan.known import known_for
from linter.scan.variant import Known

SPELLED, BROKEN, REGIONAL, VARIANT, PATTERN = range(4, 9)  # roles, behind those of linter.scan.lexicon

JOINT = lazy(r"(?<=[0-9A-Za-z])[ -](?=[0-9A-Za-z])")  # between the parts of an English term
_LATIN = lazy("[A-Za-z]")


def forms_beside(entries: Sequence[Entry]) -> Iterator[tuple[str, int, int]]:
    """(form, number of the entry, role) of everything that the entries make worth looking for."""
    for number, entry in enumerate(entries):
        if entry.keep and not entry.undecided:
            for form in entry.source:
                for spelled in spellings(form):
                    yield spelled, number, SPELLED
        if entry.undecided or entry.preferred is None:
            continue
        for form in (entry.preferred, *entry.admitted):
            for slip in slips(form):
                yield slip, number, BROKEN
        own = {fold(form) for form in entry.accepted} if entry.regional else set()
        for form in entry.regional:
            if fold(form) not in own:  # else the characters tell
                yield form, number, REGIONAL
        for known in known_variants(entry):
            yield known.form, number, REGIONAL if known.regional else VARIANT


def known_variants(entry: Entry) -> list[Known]:
    """The shipped variants that count for a row: it has their English, and prefers what they say is right."""
    if entry.preferred is None or entry.keep:
        return []
    accepted = {fold(form) for form in entry.accepted} | {fold(form) for form in entry.deprecated}
    preferred = fold(entry.preferred)
    found: dict[str, Known] = {}
    for term in entry.source:
        low = term.lower()
        for known in known_for(low) or known_for(low.removesuffix("s")):
            if (entry.preferred if known.regional else preferred) in known.right and fold(known.form) not in accepted:
                found.setdefault(known.form, known)
    return list(found.values())


def spellings(form: str) -> list[str]:
    """An English form with its parts joined in every way: pull request, pull-request, pullrequest.  Case is folded by the search."""
    written = plain(form)
    if not _LATIN.search(written):
        return []
    parts = JOINT.split(written)
    joined = [written]
    if 1 < len(parts) <= 4:
        joined += [mark.join(parts) for mark in " -"]
        if len("".join(parts)) > 3 and ("-" in written or all(len(part) > 1 for part in parts)):
            joined.append("".join(parts))
    return list(dict.fromkeys(other for way in joined for other in (way, *surface_forms(way)[1:2])))
