"""Words around a rendering that say what it is: n., 前端：, 首选, (推荐), ❌."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from linter.glossary.alternatives import LABELLED
from linter.glossary.notes import part_of_speech
from linter.patterns import lazy

_POS = lazy(
    r"^[（(【\[]?(n|v|vt|vi|adj|adv|noun|verb|adjective|名词?|动词?|形容词|形|副词)(?:[.．]\s*[：:]?|[：:]|[】\])）])\s*(?=.)",
    re.IGNORECASE,
)
_CONTEXT = lazy(r"^([^：:（(]{0,12}(?:[A-Za-z+#]|中|时|里|下|上|端|上下文|语境|场景|领域|方面|语言))\s*[：:]\s*(?=\S)")
_PLACED = lazy(r"^(.{1,14}?(?:中|里|时|下|处|场景|语境|上下文))，?\s*(?:翻?译(?:为|作|成)|用|使用|称为?)\s*(?=[\"“「『]|\w)")
_CHOICE = lazy(r"^(?:首选|优选|推荐|备选|次选|其次|主译|又译|常用|preferred|alternatives?)\s*[：:]\s*(?=\S)", re.IGNORECASE)
_TICK = lazy(r"^\s*([✅✔☑❌✗✘])\ufe0f?\s*|\s*([✅✔☑❌✗✘])\ufe0f?\s*$")

_LABEL_HINT = frozenset(".．：:]】)）")  # one of them ends a label
_PLACE_HINT = frozenset("译用称")
_TICKS = frozenset("✅✔☑❌✗✘")

_FIRST = lazy(r"首选|优选|优先|推荐(?:译法|使用)?|recommended|prefer(?:red)?|[✅✔☑]", re.IGNORECASE)
_LAST = lazy(r"备选|次选|常用|通用|较少用|旧|旧译|口语|alternative", re.IGNORECASE)
_WRONG = lazy(r"禁用|弃用|不推荐|不建议|不用|勿用|错误?|误译?|已废弃|deprecated|forbidden|wrong|avoid|[❌✗✘]", re.IGNORECASE)


def pos_before(text: str) -> tuple[str, str, str] | None:
    """ "n. 暂存区" -> ("noun", "n.", "暂存区"); None without such a label."""
    found = _POS.match(text) if not _LABEL_HINT.isdisjoint(text) else None
    return (part_of_speech(found[1]) or "", found[0].strip(), text[found.end() :]) if found else None


def context_before(text: str, labelled: bool) -> tuple[str, str] | None:
    """ "CSS：类" -> ("CSS", "类"), "JS 中译为类" -> ("JS 中", "类").  `labelled`: every alternative has a label, so any word is one."""
    found = (LABELLED if labelled else _CONTEXT).match(text) if "：" in text or ":" in text else None
    if found is None and not _PLACE_HINT.isdisjoint(text):
        found = _PLACED.match(text)
    return (found[1].strip(), text[found.end() :]) if found else None


def without_choice(text: str) -> str:
    """ "首选：智能体" -> 智能体."""
    return _CHOICE.sub("", text, count=1) if "：" in text or ":" in text else text


def ticked(text: str) -> tuple[str, str]:
    """ "代理 ❌" -> ("❌", "代理")."""
    found = _TICK.search(text) if not _TICKS.isdisjoint(text) else None
    return (found[1] or found[2], _TICK.sub("", text)) if found else ("", text)


def rank(marks: Iterable[str]) -> Literal["first", "last", "wrong", ""]:
    """What marks and brackets beside a rendering say of it as a whole."""
    for mark in marks:
        if _WRONG.fullmatch(mark):
            return "wrong"
        if _FIRST.fullmatch(mark):
            return "first"
        if _LAST.fullmatch(mark):
            return "last"
    return ""
