"""Speakers' labels: which documents are transcripts, and where a turn's prose begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from linter.documents.lines import cells, is_final
from linter.patterns import lazy

# "Ann Lee: …", "安：…", "Ann Lee (00:12:03): …"; a colon inside a word or before digits (12:30, https://) is none.
_LABEL = lazy(
    r"(?P<name>[^\W\d_][^:：\r\n。，！？；,!?;|\ufffc]{0,39}?)[ \t]*"
    r"(?:[(\[（【][0-9:：., \t]{2,12}[)\]）】])?[ \t]*(?:：|:(?=[ \t]|[^\x00-\x7f]|$))[ \t]*"
)
_NAME = lazy(r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|la|bin|al)){1,3}$")
_REACH = 60  # characters in which a label's colon must stand
_LONGEST_HEADING = 120  # cells
_ASIDE = lazy(r"[\s~*_—-]*[(\[（【].*[)\]）】][\s~*_—-]*$")


class Speakers(NamedTuple):
    """The labels of a transcript; none for any other document."""

    names: frozenset[str]

    def label(self, text: str) -> tuple[str, int]:
        """(the label a line begins with, where its prose begins), or ("", 0)."""
        found = _label(text) if self.names else None
        if found and (found["name"] in self.names or (_NAME.match(found["name"]) and not is_heading(text))):
            return found["name"], found.end()
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
        found = _label(line)
        if found and found["name"].count(" ") < 4 and not is_heading(line):
            count[found["name"]] += 1
    recurring = {name: times for name, times in count.items() if times >= 2}
    places = sum(recurring.values())
    if len(recurring) < 2 or places < 4 or places * 8 < total or len(count) * 2 > sum(count.values()):
        return Speakers(frozenset())
    return Speakers(frozenset(recurring))


def _label(text: str) -> re.Match[str] | None:
    if text.find(":", 0, _REACH) < 0 and text.find("：", 0, _REACH) < 0:
        return None
    return _LABEL.match(text)


def is_heading(text: str) -> bool:
    """Whether an unlabelled line of a transcript looks like a heading: short, no end of a sentence, no aside in brackets."""
    return not is_final(text) and cells(text) <= _LONGEST_HEADING and not _ASIDE.match(text)
