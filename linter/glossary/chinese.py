"""Rules of Chinese for Chinese beside a glossary: 默认 (not 缺省), ❌ 缺省 → 必须使用 默认.

They name no English, so they are no entries.  Where a row of the glossary has the right form, the wrong one is forbidden there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.glossary.model import Entry
from linter.glossary.target_cell import read_target_cell
from linter.glossary.text import clean, distinct, form_of, has_han, outside, split
from linter.patterns import lazy
from linter.records import NamedTuple


class Wording(NamedTuple):
    """`right` is to be used and `wrong` is not."""

    right: str
    wrong: tuple[str, ...]


LONGEST = 12  # code points of a form: whatever is longer is a sentence
_COMMENT = lazy(r"\s#\s.*\Z", re.DOTALL)
_ARROW = lazy(r"\s*(?:-+>|=+>|→|⇒|＝>)\s*")
_WRONG = lazy(
    r"^(?:[❌✗✘×]\ufe0f?|错误?|误|(?:请|切)?(?:勿|不要|不得|不应|不能|禁止|避免)(?:再)?(?:使用|用|写|译)?(?:为|作|成)?|禁用)\s*[:：]?\s*"
)
_RIGHT = lazy(
    r"^(?:[✅✔☑]\ufe0f?|正确?)?\s*[:：]?\s*(?:必须|应当?|应该|请|须|一律|统一|建议|推荐)?(?:使用|改用|采用|改为|用|译为|译作|写作|写为|改成|作|为)?\s*[:：]?\s*"
)


def wording(text: str) -> Wording | None:
    """What a line says of two Chinese forms, or None where it says nothing of the kind."""
    text = _COMMENT.sub("", text)
    sides = _ARROW.split(text)
    if len(sides) == 2:
        wrong = _forms(_WRONG.sub("", clean(sides[0]), count=1))
        right = _forms(_RIGHT.sub("", clean(sides[1]), count=1))
        return Wording(right[0], wrong) if wrong and len(right) == 1 and right[0] not in wrong else None
    cell = read_target_cell(clean(text))
    if cell.preferred and cell.deprecated and not cell.admitted and _is_form(cell.preferred):
        return Wording(cell.preferred, cell.deprecated)
    return None


def forbid(entries: Sequence[Entry], wordings: Iterable[Wording]) -> tuple[list[Entry], list[Wording]]:
    """The entries with the wrong forms of their renderings, and the wordings that belong to no entry."""
    found = list(entries)
    rows: dict[str, list[int]] = {}
    for index, entry in enumerate(found):
        for form in dict.fromkeys((entry.preferred or "", *entry.admitted)):
            rows.setdefault(form, []).append(index)
    left = []
    for right, wrong in wordings:
        for index in rows.get(right, ()):
            entry = found[index]
            found[index] = entry._replace(deprecated=distinct([*entry.deprecated, *wrong], without=entry.accepted))
        if right not in rows:
            left.append(Wording(right, wrong))
    return found, left


def _forms(text: str) -> tuple[str, ...]:
    forms = distinct([form_of(outside(part)) for part in split(text, "、/，,；;")])
    return forms if forms and all(_is_form(form) for form in forms) else ()


def _is_form(form: str) -> bool:
    return has_han(form) and len(form) <= LONGEST
