"""Speakers' labels: which documents are transcripts, and where a turn's prose begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from linter.documents.lines import cells, is_final
from linter.patterns import lazy
from linter.records import NamedTuple

_COLON = lazy("[:：]")
_NO_NAME = lazy("[。，！？；,!?;|\ufffc]")
_TIME = lazy(r"[ \t]*[(\[（【][0-9:：., \t]{2,12}[)\]）】][ \t]*(?=[:：])")
_BLANKS = lazy(r"\s*")
_NAME = lazy(r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|la|bin|al)){1,3}$")
_REACH = 40  # characters in which a label must end
_LONGEST_HEADING = 120  # cells
_ASIDE = lazy(r"[\s~*_—-]*[(\[（【].*[)\]）】][\s~*_—-]*$")


class Speakers(NamedTuple):
    """The labels of a transcript; none for any other document."""

    names: frozenset[str]

    def label(self, text: str) -> tuple[str, int]:
        """(the label a line begins with, where its prose begins), or ("", 0)."""
        name, start = _label(text) if self.names else ("", 0)
        if name in self.names or (name and _NAME.match(name) and not is_heading(text)):
            return name, start
        return "", 0


def find_speakers(lines: Iterable[str]) -> Speakers:
    """The speakers of a document, from its lines of prose.

    A transcript has at least two labels that recur, on at least four lines and on an eighth of all.  Definitions and notes
    begin with a word and a colon, too, but mostly with another word each.
    """
    count: Counter[str] = Counter()
    total = 0
    for line in lines:
        total += 1
        if line.find(":", 0, _REACH + 1) < 0 and line.find("：", 0, _REACH + 1) < 0:  # most
            continue
        name, _ = _label(line)
        if name and name.count(" ") < 4 and not is_heading(line):
            count[name] += 1
    recurring = {name: times for name, times in count.items() if times >= 2}
    places = sum(recurring.values())
    if len(recurring) < 2 or places < 4 or places * 8 < total or len(count) * 2 > sum(count.values()):
        return Speakers(frozenset())
    return Speakers(frozenset(recurring))


def _label(text: str) -> tuple[str, int]:
    """What may be a label, and where the prose begins behind it: "Ann Lee: …", "安：…", "Ann Lee (00:12:03): …".

    ("", 0) for none.  A colon inside a word or before a number (12:30, https://) makes no label.
    """
    colon = _COLON.search(text, 0, _REACH + 1)
    if not colon or not text[0].isalpha():
        return "", 0
    end = colon.start()
    name = text[:end]
    for bracket in "([（【":
        at = name.find(bracket)
        time = _TIME.match(text, at) if at > 0 else None
        if time:
            name, end = name[:at], time.end()
            break
    below = text[end + 1 : end + 2]
    if _NO_NAME.search(name) or not (text[end] == "：" or below in ("", " ", "\t") or not below.isascii()):
        return "", 0
    return name.rstrip(), _BLANKS.match(text, end + 1).end()  # type: ignore[union-attr]  # it matches nothing, too


def is_heading(text: str) -> bool:
    """Whether an unlabelled line of a transcript looks like a heading: short, no end of a sentence, no aside in brackets."""
    return not is_final(text) and cells(text) <= _LONGEST_HEADING and not _ASIDE.match(text)
