"""Other senses that are known without the run: 过程 for "process" is no wrong 进程.  The words are those of rules/senses.yaml."""

from __future__ import annotations

from collections.abc import Collection

from linter.judge.apart import APART
from linter.judge.words import segments


def other_sense(word: str, expected: Collection[str], text: str) -> str:
    """The rendering of another sense of an English word that `text` holds or consists of, or "".

    `word` in lower case, `expected` the renderings that are right for the sense in question; all texts folded.  A form of one
    character is the whole text or its last word, as 键 is of 设定键: 域 is no part of 领域.  "" as well where `text` has something of the expected sense.
    """
    senses = APART.get(word)
    if senses is None:
        return ""
    own = {number for number, sense in enumerate(senses) for form in sense if any(_holds(right, form) for right in expected)}
    if not own or any(_holds(text, form) for number in own for form in senses[number]):
        return ""
    return next((form for number, sense in enumerate(senses) if number not in own for form in sense if _holds(text, form)), "")


def _holds(text: str, form: str) -> bool:
    return form in text if len(form) > 1 else text.endswith(form) and (text == form or segments(text)[-1] == form)
