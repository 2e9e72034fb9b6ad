"""A target cell, or a part of it, that tells what to do instead of naming a rendering."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.glossary.notes import Note, part_of_speech, read_note
from linter.glossary.text import has_han
from linter.patterns import lazy

_OPEN = lazy(r"(?:待定|待译|待议|待讨论|待确认|待补充?|待翻译|未定|未译|暂无|暂缺|tbd|todo|n/?a|none yet|\?+)", re.IGNORECASE)
REMARK = lazy(
    r"^(?:注意?|备注|说明|例如?|参见|见|另见|(?:一般|通常|常|特|专|泛|这里|此处|本文|主要|多)指|note|see)\s*[：:]?", re.IGNORECASE
)

# A term that speaks of translating may well be translated 不翻译: what looks like an instruction is its rendering then.
_ABOUT = {
    "translating": lazy(r"translat", re.IGNORECASE),
    "keeping": lazy(r"\b(?:keep|retain|preserv|reserv|maintain|leave|original|unchanged|as[- ]is)", re.IGNORECASE),
    "openness": lazy(r"\b(?:pending|tentative|undetermined|undecided|tbd|tba|todo|n/?a|to be)\b", re.IGNORECASE),
    "context": lazy(r"context|depend|circumstance|situation|case", re.IGNORECASE),
}


def _is_about(source: Sequence[str], what: str) -> bool:
    return any(_ABOUT[what].search(form) for form in source)


def is_open(text: str, source: Sequence[str]) -> bool:
    """Whether a cell says only that nothing is decided yet."""
    return _OPEN.fullmatch(text.strip("（()）。. ")) is not None and not _is_about(source, "openness")


def instruction(text: str, source: Sequence[str], begun: bool) -> Note | None:
    """What a part of a cell asks for, or None where it is a rendering.  `begun`: a rendering stands before it."""
    note = read_note(_without_term(text, source), bare=True)
    if not note.told or (note.proposed and _is_about(source, "openness")):
        return None
    if _is_about(source, "translating" if "译" in text else "keeping"):
        return None
    if (note.pos or part_of_speech(text) is not None) and not begun:
        return None  # 名词 as the rendering of "noun"
    if note.contextual and not begun and _is_about(source, "context"):
        return None
    return note


def _without_term(text: str, source: Sequence[str]) -> str:
    """保留原文 agent says the same as 保留原文."""
    at = text.casefold().find(source[0].casefold()) if source and source[0] and has_han(text) else -1
    return text[:at] + text[at + len(source[0]) :] if at > 0 else text
