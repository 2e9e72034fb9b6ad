"""What separates the alternatives of a target cell, and what only looks as if it did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.glossary.slashes import atomic
from linter.glossary.text import form_of, has_han, outside, quoted_spans, split, unquoted
from linter.patterns import lazy
from linter.records import NamedTuple


class Alternatives(NamedTuple):
    """parts      the alternatives as written
    tolerated  what else the cell may mean if it is one rendering, or several
    joined     the parts of one rendering that a slash joins (持续集成/持续部署 for CI/CD)
    """

    parts: list[str]
    tolerated: Sequence[str] = ()
    joined: Sequence[str] = ()

    @property
    def labelled(self) -> bool:
        """Whether every alternative has its own context: 前端：组件；电路：元件."""
        return len(self.parts) > 1 and all(LABELLED.match(part) for part in self.parts)


LABELLED = lazy(r"^([^：:（(]{1,12})[：:]\s*(?=\S)")
NAMED = lazy(  # before another name of the same thing, in a bracket
    r"^(?:亦即|也即|即是?(?![时将刻席兴便使])|或者?(?!许)称?为?|又称|也称|亦称|又名|也叫|又叫|亦作|俗称|简称|全称|旧称|旧译|别称|别名"
    r"|[=＝]|also|or|aka|i\.e\.,?)\s*[:：]?\s*(?=\S)"
)
_NUMBERED = lazy(r"(?:[①-⑳]|(?:^|[\s；])[1-9][.．、)）])\s*(?=\D)")
_TWO_SLASHES = lazy(r"(?<!:)\s?//+\s?")
_OR = lazy(r"(?:[，,；;、/／]|(?<=[\"”」』）)\s]))\s*或者?\s*(?=[\"“「『（(]|\w)")
_INLINE_OR = lazy(r"(?<=\w)(?<![异同亦抑甚倘])(?<!按位)(?<!逻辑)(?<!布尔)或者?(?=\w{2})")


def alternatives(text: str, source: Sequence[str], parallel: bool) -> Alternatives:
    """The alternatives of a clean cell.  `parallel`: the source is one name with a slash in it, so a slash joins here too."""
    if _NUMBERED.match(text) and len(_NUMBERED.findall(text)) > 1:
        return Alternatives([part.strip("；; ") for part in _NUMBERED.split(text) if part.strip("；; ")])
    if _instructs(text):
        return Alternatives(split(text, "，,；;"))
    text = _TWO_SLASHES.sub("；", text)
    atoms = tuple(dict.fromkeys([*atomic(text), *(form for form in source if "/" in form and form in text)]))
    if parallel and not any(char in text for char in "，；;,、(（"):
        parts = split(text, "/", atoms)
        if len(parts) > 1:
            return Alternatives([text], [*parts, *(link.join(parts) for link in ("", "与", "和", "、"))], parts)
    parts = split(_OR.sub("；", text), "；;，,、/|", atoms)
    if len(parts) > 2 and all(len(part) == 1 for part in parts):  # 增、删、改: one name, one character for each
        return Alternatives([text], [*parts, "".join(parts)])
    return _by_or(parts)


def _by_or(parts: list[str]) -> Alternatives:
    """名字空间或命名空间 are two; 按位或运算 is one."""
    found: list[str] = []
    tolerated: list[str] = []
    for text in parts:
        bare = outside(text)
        word = _INLINE_OR.search(bare) if bare == text else None
        if word and word.start() >= 2 and len(bare) - word.end() >= 2 and not NAMED.match(text):
            tolerated.append(form_of(text))
            found += [bare[: word.start()], bare[word.end() :]]
        else:
            found.append(text)
    return Alternatives(found, tolerated)


def _instructs(text: str) -> bool:
    """A sentence about renderings, which it quotes: JS 中译为"类"，CSS 中不翻译."""
    if "（" in text or "(" in text or not has_han(re.sub("[或和与、，,；;/ ]", "", unquoted(text))):
        return False
    before = (text[:start].rstrip("：: ") for start, _, _ in quoted_spans(text))
    return any(re.search("[译譯为用作写成]$", head) for head in before)
