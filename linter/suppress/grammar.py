"""The language of directives: `glosslint-disable-line GL301(lock file), wrong-translation -- why`.

A rule may be followed by terms in parentheses, with commas between them; a term with a comma or a parenthesis in it stands in
quotation marks.  `glosslint: disable=…` is another way to write it.  Full-width commas and parentheses mean the same.
"""

from __future__ import annotations

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.suppress.model import KINDS, Item

_HEAD = lazy(r"glosslint(?P<mark>-|:[ \t]*)(?P<kind>[A-Za-z][A-Za-z-]{0,40})[ \t]*=?\s*")
_REASON = lazy(r"(?:-{2,}|[—–]+)(?=\s|$|[^\x00-\x7f])\s*")
_ITEM = lazy(
    r"(?P<word>[^\s,，、(（)）]{1,80})?"
    r"(?:[ \t]*[(（](?P<terms>(?:\"[^\"\r\n]{0,200}\"|“[^”\r\n]{0,200}”|[(（][^()（）\r\n]{0,200}[)）]|[^()（）\"“\r\n])"
    r"{0,400})[)）])?"
)
_GAP = lazy(r"[\s,，、]*")
_TERM = lazy(r"\"([^\"]*)\"|“([^”]*)”|((?:[(（][^()（）]*[)）]|[^,，、;；])+)")


class Parsed(NamedTuple):
    """`known`: the word after "glosslint-" is one of KINDS."""

    kind: str
    known: bool
    items: tuple[Item, ...]
    reason: str


def parse(text: str, start: int, end: int) -> Parsed | None:
    """The directive in text[start:end], or None where the comment speaks of glosslint and not to it."""
    head = _HEAD.match(text, start, end)
    if head is None:
        return None
    kind = head["kind"].lower().rstrip("-")
    known = kind in KINDS
    if not known and head["mark"] != "-" and not kind.startswith(("disable", "enable", "ignore")):
        return None  # `glosslint: see the wiki`
    found, at = items(text, head.end(), end)
    reason = _REASON.match(text, at, end)
    return Parsed(kind, known, tuple(found), " ".join(text[reason.end() : end].split()) if reason else "")


def items(text: str, start: int, end: int) -> tuple[list[Item], int]:
    """The items from `start` on, and where they stop: at a reason, or at the end."""
    found: list[Item] = []
    at = _behind(text, start, end)
    while at < end and not _REASON.match(text, at, end):
        match = _ITEM.match(text, at, end)
        if match is None or match.end() == at:  # a parenthesis that nothing opened or closed
            match = None
            stop = at + 1
        else:
            stop = match.end()
        word = text[at:stop] if match is None else match["word"] or "all"
        terms = () if match is None or match["terms"] is None else _terms(match["terms"])
        found.append(Item(word, terms, at, stop))
        at = _behind(text, stop, end)
    return found, at


def _behind(text: str, at: int, end: int) -> int:
    gap = _GAP.match(text, at, end)
    return gap.end() if gap else at


def _terms(text: str) -> tuple[str, ...]:
    texts = (" ".join("".join(groups).split()) for groups in _TERM.findall(text))
    return tuple(dict.fromkeys(term for term in texts if term))
