"""What a slash joins in a source cell: synonyms (emit/fire), one name (CI/CD), or words that share a neighbour (scale in/out)."""

from __future__ import annotations

from linter.glossary.text import split
from linter.patterns import lazy
from linter.records import NamedTuple

_CAPITALS = lazy(r"(?<![\w/])[A-Z0-9][A-Z0-9+]{0,5}(?:/[A-Z0-9][A-Z0-9+]{0,5})+(?![\w/])|\b[A-Z]\w?/[A-Z]\w?\b")
_PARTICLES = frozenset(
    "in out up down on off over under to from left right forward forwards backward backwards back away through by with before after".split()
)
# Words that stand together with a slash as one name, not as two names of one thing.
_OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "read/write client/server input/output key/value name/value true/false yes/no on/off in/out up/down left/right push/pull "
        "start/stop open/close request/response producer/consumer publish/subscribe pub/sub and/or master/slave load/store get/set "
        "import/export upload/download encode/decode encoder/decoder host/guest source/target source/sink parent/child begin/end "
        "min/max train/test send/receive sender/receiver lock/unlock add/remove old/new before/after front/back local/remote cost/benefit"
    ).split()
)


class Slashes(NamedTuple):
    """forms  what the cell names, the first being the name of the row
    each   different terms, each with its own translation ("scale in", "scale out"), should the target have as many
    one    the slash is part of the name (CI/CD): without a translation for each, only the whole is the term
    """

    forms: tuple[str, ...]
    each: tuple[str, ...] = ()
    one: bool = False


def read_slashes(text: str) -> Slashes:
    """One source form without brackets -> what its slashes mean."""
    if "/" not in text:
        return Slashes((text,))
    atoms = atomic(text)
    parts = split(text, "/", atoms)
    if len(parts) < 2:
        return Slashes((text,), one=bool(atoms))
    words = [part.split() for part in parts]
    counts = [len(part) for part in words]
    if all(count == 1 for count in counts):
        one = _opposed(parts) or any(len(part) == 1 for part in parts)  # read/write, km/h
        return Slashes((text,), one=True) if one else Slashes(tuple(parts))
    if atoms or len({part.replace(" ", "").replace("-", "").lower() for part in parts}) == 1:
        return Slashes(tuple(parts))  # work tree/worktree: one name written in two ways
    if " / " in text and not _parallel(parts[0].split()[-1], parts[-1].split()[0]):
        return Slashes(tuple(parts))  # spaces set whole names apart
    if counts[0] > 1 and all(count == 1 for count in counts[1:]):
        return _shared_head(text, words[0], parts[1:])
    if counts[-1] > 1 and all(count == 1 for count in counts[:-1]):
        return _shared_tail(text, parts[:-1], words[-1])
    return Slashes(tuple(parts))


def atomic(text: str) -> tuple[str, ...]:
    """Stretches whose slashes belong to a name: CI/CD, I/O, A/B."""
    found = []
    for match in _CAPITALS.finditer(text):
        parts = match[0].split("/")
        if not any(
            one != other and len(other) > 1 and one.startswith(other) for one in parts for other in parts
        ):  # HTTP/HTTPS are two
            found.append(match[0])
    return tuple(found)


def _opposed(parts: list[str]) -> bool:
    return frozenset(part.lower() for part in parts) in _OPPOSITES


def _shared_head(text: str, first: list[str], tails: list[str]) -> Slashes:
    """ "scale in/out" -> scale in, scale out; but "working tree/worktree" are two names of one thing."""
    last, whole = first[-1], " ".join(first)
    expanded = (whole, *(" ".join([*first[:-1], tail]) for tail in tails))
    if any(tail.lower() == last.lower() for tail in tails):  # web crawler/crawler
        return Slashes((whole, *tails))
    if all(_alike(tail, last) for tail in tails):
        return Slashes(expanded)
    if _opposed([last, *tails]) or all(word.lower() in _PARTICLES for word in (last, *tails)):
        return Slashes((*expanded, text), each=expanded)
    if all(_alike(tail, first[0]) or tail.isupper() for tail in tails):
        return Slashes((whole, *tails))
    # Either may be meant.  A bare word that is not the term would be found everywhere, so that reading is left out.
    return Slashes((*expanded, text))


def _shared_tail(text: str, heads: list[str], last: list[str]) -> Slashes:
    """ "merge/pull request" -> merge request, pull request; "key/value pair" is one thing unless the target has two."""
    if all(head.isupper() for head in heads):
        return Slashes((*heads, " ".join(last)))
    expanded = (*(" ".join([head, *last[1:]]) for head in heads), " ".join(last))
    if all(_alike(head, last[0]) for head in heads):
        return Slashes(expanded)
    if _opposed([*heads, last[0]]):
        return Slashes((text,), each=expanded, one=True)
    return Slashes((*expanded, text), each=expanded)


def _parallel(one: str, other: str) -> bool:
    """Whether two words are a pair by their meaning or their form: short-term and long-term, supervised and unsupervised."""
    return _opposed([one, other]) or _alike(one[::-1], other[::-1])


def _alike(one: str, other: str) -> bool:
    """Whether two words begin alike: ref and reference, work and working."""
    one, other = one.lower(), other.lower()
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    return common >= 3 or (common > 0 and common == min(len(one), len(other)))
