"""Brackets in a target cell: part of the rendering, another rendering, or a remark."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from linter.glossary.alternatives import NAMED
from linter.glossary.notes import part_of_speech
from linter.glossary.text import Piece, form_of, han_only, has_han, has_letter, outside, split
from linter.patterns import lazy

LONGEST_GUESS = 16  # code points of a bracket that may be a rendering
_ENDINGS = ("的", "地", "得")
_DEFINED = lazy(  # a remark beyond doubt
    r"^(?:一般|通常|特|这里|此处|本文|专|泛|主要|多)?指(?![针令标数南示纹派定])"
    r"|^(?:表示|用于|用来|用以|例如|比如|譬如|参见|注意(?!力)|对于|对应于|相对于|来自|源自|区别于|包括)"
    r"|^(?:如(?!果)|见(?!证)|注(?![意解册释])|与(?!门)|由|在(?!线)|仅|只(?!读)).{3}"
    r"|^(?:e\.g\.|see|used|as in|for|in|when|cf\.)\b",
    re.IGNORECASE,
)
_LABEL = lazy(r"^[^：:]{1,8}[：:]\s*(?=\S)")  # zh-TW：代理程式
DOMAIN = lazy(r"..(?:领域|语境|场景|方面|行业|上下文)$")


def joined(found: Sequence[Piece]) -> tuple[str, str]:
    """The text without its brackets, and with what stands in brackets before or inside it: （提交）链 gives 链, 提交链."""
    bare = full = ""
    for at, piece in enumerate(found):
        if not piece.bracketed:
            bare += piece.text
            full += piece.text
        elif not _is_aside(found, at):
            full = full.rstrip() + piece.text
    return bare.strip(), full.strip()


def asides(found: Sequence[Piece]) -> list[tuple[Piece, bool]]:
    """The brackets that are no part of the text: those behind it, and remarks inside it (True)."""
    return [(piece, not _is_last(found, at)) for at, piece in enumerate(found) if piece.bracketed and _is_aside(found, at)]


def _is_aside(found: Sequence[Piece], at: int) -> bool:
    piece = found[at]
    return piece.square or not has_han(piece.text) or _is_last(found, at) or part_of_speech(piece.text) is not None


def _is_last(found: Sequence[Piece], at: int) -> bool:
    return all(piece.bracketed or not has_letter(piece.text) for piece in found[at + 1 :])


def guesses(inside: str, form: str, within: bool, is_source: Callable[[str], bool]) -> list[str]:
    """Renderings that a bracket may mean; `form` is the text it stands behind, or in (`within`).

    特设（的）: an ending.  知识检索（检索增强生成）: another rendering.  上游（分支/仓库）: either.  Definitions and English: none.
    """
    if _DEFINED.match(inside) or DOMAIN.search(inside) or is_source(inside):
        return []
    if within and not has_han(inside):  # 智能体(agents)社会
        return []
    found = []
    if inside.startswith(_ENDINGS) or (len(inside) <= 3 and han_only(inside) and not NAMED.match(inside)):
        if has_han(form[-1:]):
            found.append(form + inside)
        if len(inside) == 1 or inside.startswith(_ENDINGS):
            return found
    for at, clause in enumerate(split(inside, "，,；;。")):
        if at and not NAMED.match(clause):
            continue
        choices = split(_LABEL.sub("", NAMED.sub("", clause)), "、/")
        for choice in choices:
            guess = form_of(outside(choice))
            explains = " " in guess and not has_han(guess)  # English words
            if 1 < len(guess) <= LONGEST_GUESS and not explains and not is_source(guess):
                found.append(guess)
                if len(choices) > 1 and len(guess) <= 3 and han_only(guess) and not guess.startswith(form):
                    found.append(form + guess)
    return found
