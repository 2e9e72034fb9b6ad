"""What people write beside a translation: not to be translated, not to be used, depends on the context, a part of speech.

A note is read clause by clause.  A clause that says nothing known is just a note; nothing is ever guessed from it.
"""

from __future__ import annotations

import re

from linter.glossary.text import LONGEST_CELL, distinct, form_of, has_han, outside, quoted, quoted_spans, split, unquoted
from linter.patterns import lazy
from linter.records import NamedTuple


class Note(NamedTuple):
    """What a note asks for.

    keep        the term stays in English
    may_keep    it may, or it does in some contexts
    contextual  the context decides between renderings
    proposed    the rendering is not settled yet
    told        some clause said something known, so the text is a note and no rendering
    """

    keep: bool = False
    may_keep: bool = False
    admitted: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    contextual: bool = False
    proposed: bool = False
    pos: str = ""
    told: bool = False


NOTHING = Note()

_POS = {
    "noun": "n noun 名词 名 名詞",
    "verb": "v verb vt vi v.t v.i 动词 动 動詞 及物动词 不及物动词",
    "adjective": "adj adjective 形容词 形 形容詞",
    "name": "proper noun|proper name|name|专有名词|专名|人名|地名|产品名|品牌名|品牌|商标|项目名|产品名称|專有名詞",
    "other": "adv adverb prep conj 副词 介词 连词 代词 量词 副詞",
}
_POS_OF = {word: pos for pos, words in _POS.items() for word in (words.split("|") if "|" in words else words.split(" "))}

# What a clause needs at least to say anything known; most say nothing.
_HINT = lazy(
    "[A-Za-z不无毋勿免保沿采同照别禁避杜弃棄非❌✗✘根依据按视看结取随因酌也亦又或还可译譯写寫用称稱叫名待暂草未存词詞动動形标项地商牌统俗简簡別旧全?？]"
)
# What it needs to say something of each kind: patterns take longer to compile than most glossaries to read.
_KEEP_HINT = frozenset("译譯英原变")
_NEVER_HINT = frozenset("勿不别禁避杜弃棄非误❌✗✘dnairfwDNAIRFW")
_RENDER_HINT = frozenset('首第初也亦又或还可俗简簡别別旧全统fa"“”「『')
_CONTEXT_HINT = frozenset("文境况況景酌cC")

# "do not translate": the whole of a clause, after words like "always" and before words like "as it is"
_KEEP = lazy(
    r"(?:(?:不|无需|无须|毋需|毋须|不用|不需|不需要|不必|不要|勿|请勿|不予|不做|不作|不宜|不应|不可|不得|免)(?:进行)?(?:翻译|譯|译|翻譯)"
    r"|(?:保留|保持|维持|沿用|使用|采用|用|同|照抄|保留为)(?:英文|英语|原文|原词|原样|不变|英文原文|英文原词|英文不译|原名|英文名|不译))"
)
_KEEP_TAIL = lazy(r"(?:即可|了|此词|该词|英文|原文|原样|处理|不译|不翻译|就好|为好|的.*)?$")
_KEEP_HEAD = lazy(
    r"(?:^|一律|一般|通常|统一|全部|都|均|建议|直接|最好|应当?|应该|请|须|必须|要|则|故|所以|因此|仍|此处|这里|本书中?|全书|文中|正文中?|惯例|习惯上|作"
    r"|术语|名词|词|名|名称|标记|关键字|缩写|商标|品牌|代码|词汇)$"
)
_MAY = lazy(r"(?:也|亦|均)?(?:可以?|能|或|允许)(?:也|直接)?$")
_NEGATED = lazy(r"(?:不能?|不可|不得|不要|不应|勿|别|无需|不必|不用|并非)$")
_KEEP_ENGLISH = lazy(
    r"^(?:please )?(?:keep|(?:do not|don['’]t|never|not to be|should not be|must not be|is not|not) translated?(?! (?:as|to|into|it))"
    r"|(?:keep|leave|stays?|remains?|kept|left)(?: it)?(?: in)?(?: the)? (?:english|original|as[- ]is|untranslated|unchanged|source).{0,20}"
    r"|untranslat(?:ed|able)|no translation|dnt|as[- ]is|non-translatable|unchanged)$",
    re.IGNORECASE,
)
_FIRST = lazy("首次|第一次|初次|首个|first")
_WHERE = lazy(r"(?:中|里|时|时候|下|处|上|场景|语境|上下文|情况|领域|标题|后缀|前缀|部分|形式)$")

# "do not use": followed by what is not to be used, in quotes ...
_NEVER = lazy(
    r"(?:(?:请|切|一律|应|绝)?(?:勿|不要|不能|不可|不应|不得|不宜|不|别|禁止|避免|杜绝|不建议|不推荐|不再)(?:再|应|宜|得|可|能|要)?"
    r"(?:翻译|翻譯|译|譯|使用|用|写|寫|叫|称|稱)(?:为|為|作|成|做)?"
    r"|禁用|弃用|棄用|禁止|避免|而非|而不是|并非|不是|非|❌|✗|✘"
    r"|\b(?:do not|don['’]t|never|avoid|not|instead of|rather than|deprecated|forbidden|wrong)\b"
    r"(?:\s+(?:to\s+)?(?:use|using|be|translated?|translating|it|as|to|into|say)\b)*)\s*[:：]?\s*",
    re.IGNORECASE,
)
# ... or without them, where the words leave no doubt: anywhere, or as the whole of a parenthesis behind a translation.
_NOT_AS = lazy(
    r"(?:禁用|禁止|弃用|棄用|避免|错误译法|误译|不推荐|不建议|forbidden|deprecated|avoid)\s*[:：]\s*|[❌✗✘]\s*"
    r"|(?:请|切|应)?(?:勿|不要|不能|不可|不应|不得|不宜|不|别|避免|不建议|不推荐|不再)再?(?:翻译|翻譯|译|譯)(?:为|為|作|成)\s*"
    r"|(?:do not|don['’]t|never|not) translated?(?: it)? (?:as|to|into)\s+",
    re.IGNORECASE,
)
_NOT = lazy(r"(?:而非|而不是|不是|(?:请|切)?勿(?:使用|用)|不要(?:使用|用)|(?:not|never|avoid)\s)\s*", re.IGNORECASE)
_NO_OBJECT = lazy(r"^[于於在与和再翻译译考管说但了会]")
_OTHER_THAN = lazy(r"\s*(?:以外|之外|外的|外，)")
_BETWEEN = lazy(r"\s*(?:[、，,/／]|或者?|和|及|以及|与|or|and|,)?\s*(?:是|使用|用|译[为作成])?\s*")

_CONTEXT = lazy(
    r"(?:根据|依据?|按照?|视|看|结合|取决于|参照|随|因)(?:具体|不同|其)?的?(?:上下文|语境|情况|场景|情境|前后文|文意|語境|情況)|酌情"
    r"|context[- ]dependent|depend(?:s|ing)?(?: up)?on (?:the )?context|according to (?:the )?context",
    re.IGNORECASE,
)
_ALSO = lazy(
    r"(?:也|亦|又|或|还|可)(?:可以?|能)?(?:翻译|翻譯|译|譯|写|寫|用|使用)(?:为|為|作|成)?|可以?(?:译|译|写|用)(?:为|作|成)"
    r"|also (?:translated|rendered)(?: as)?"
)
_NAMED = lazy(r"(?:也|亦|又|或|俗|简|簡|别|別|旧|全|统)(?:称|稱|叫|名)(?:为|作|做)?|旧译|旧译作|also (?:called|known as)")
_RENDER = lazy(r"(?:翻译|翻譯|译|譯|统一|统一用|写|记|使用|用|作)(?:为|為|作|成)?\s*[:：]?\s*$")
_PROPOSED = lazy(
    r"^(?:待定|待议|待讨论|待确认|待商榷|暂译|暂定|暂用|草案|未定|存疑|\?|？"
    r"|tbd|todo|proposed|draft|tentative|pending|to be (?:confirmed|discussed|decided))$",
    re.IGNORECASE,
)


def part_of_speech(text: str) -> str | None:
    """ "n.", "v", "(动词)", "noun" -> noun, verb, adjective, name; "" for several or another; None where it names none."""
    words = [word.strip(" .．。()（）").lower() for word in re.split(r"[/／、,，&;；]| and | or |或|和", text) if word.strip()]
    found = {_POS_OF.get(word, "") for word in words}
    if not words or "" in found:
        return None
    pos = found.pop() if len(found) == 1 else ""
    return "" if pos == "other" else pos


def read_note(text: str, bare: bool = False) -> Note:
    """What a note asks for.  `bare`: "not X" may name X without quotes (in a parenthesis behind a translation, not in a column)."""
    note = NOTHING
    for clause in split(text[:LONGEST_CELL], "，,。；;！!\n"):
        note = join(note, _read_clause(clause.strip(" .．_*"), bare))
    return note


def join(one: Note, other: Note) -> Note:
    if not other.told:
        return one
    return Note(
        one.keep or other.keep,
        one.may_keep or other.may_keep,
        distinct([*one.admitted, *other.admitted]),
        distinct([*one.tolerated, *other.tolerated]),
        distinct([*one.deprecated, *other.deprecated]),
        one.contextual or other.contextual,
        one.proposed or other.proposed,
        other.pos if one.pos in ("", other.pos) else "" if other.pos else one.pos,
        True,
    )


def _read_clause(clause: str, bare: bool) -> Note:
    if not _HINT.search(clause):
        return NOTHING
    pos = part_of_speech(clause)
    if pos is not None:
        return Note(pos=pos, told=True)
    if _PROPOSED.match(clause):
        return Note(proposed=True, told=True)
    return _kept(clause) or _never(clause, bare) or _rendered(clause) or _by_context(clause) or NOTHING


def _by_context(clause: str) -> Note | None:
    return Note(contextual=True, told=True) if not _CONTEXT_HINT.isdisjoint(clause) and _CONTEXT.search(clause) else None


def _kept(clause: str) -> Note | None:
    if clause[:1].isascii() and _KEEP_ENGLISH.match(clause):
        return Note(keep=True, told=True)
    if _KEEP_HINT.isdisjoint(clause):
        return None
    found = _KEEP.search(unquoted(clause))
    if not found:
        return None
    plain = unquoted(clause)
    head, tail = plain[: found.start()].strip(), plain[found.end() :].strip()
    if tail[:1] in ("为", "作", "成", "為") or _NEGATED.search(head):
        return None
    if _FIRST.search(head):  # a rule about the first mention says nothing about the term
        return Note(told=True)
    if _MAY.search(head):
        return Note(may_keep=True, told=True)
    if not _KEEP_TAIL.match(tail):
        return Note(may_keep=True, told=True) if "译" in found[0] else None
    if _KEEP_HEAD.search(head):
        return Note(keep=True, told=True)
    return Note(may_keep=True, contextual=_WHERE.search(head) is not None, told=True)


def _never(clause: str, bare: bool) -> Note | None:
    if _NEVER_HINT.isdisjoint(clause):
        return None
    spans = quoted_spans(clause)
    for found in _NEVER.finditer(clause):
        objects, at = [], found.end()
        for start, end, inside in spans:
            if start < at or not _BETWEEN.fullmatch(clause, at, start):
                continue
            objects.append(form_of(outside(inside)).rstrip("？?"))
            at = end
        if objects:
            if _OTHER_THAN.match(clause, at):
                return None
            return Note(deprecated=distinct(objects), told=True)
    named = _NOT_AS.match(clause) or (_NOT.match(clause) if bare else None)
    if named and not spans:
        rest = clause[named.end() :]
        if len(rest) <= 12 and not _NO_OBJECT.match(rest):
            forms = distinct([form_of(outside(part)).rstrip("？?") for part in split(rest, "、/／或")])
            if forms and all(has_han(form) for form in forms):
                return Note(deprecated=forms, told=True)
    return None


def _rendered(clause: str) -> Note | None:
    """ "also translated X", "translated X in such a context": quoted, or up to the end of a short clause."""
    if _RENDER_HINT.isdisjoint(clause):
        return None
    if _FIRST.search(clause):
        return Note(told=True) if "写" in clause or "译" in clause or "用" in clause else None
    also = _ALSO.search(clause)
    named = None if also else _NAMED.search(clause)
    marker = also or named
    forms = quoted(clause)
    if marker:
        rest = clause[marker.end() :].strip(" :：")
        found = forms or [form_of(outside(part)) for part in split(rest, "、/／") if 1 < len(part) <= 12]
        if found and (forms or marker.start() == 0):
            named_forms = distinct(found)
            return Note(admitted=named_forms, told=True) if also else Note(tolerated=named_forms, told=True)
        return None
    if forms and any(_RENDER.search(clause, 0, start) for start, _, _ in quoted_spans(clause)):
        return Note(tolerated=distinct(forms), contextual=_tells_where(clause[: quoted_spans(clause)[0][0]]), told=True)
    return None


def _tells_where(before: str) -> bool:
    """Whether the words before a rendering say in which contexts it holds: "JS 中译为", "作动词时译为"."""
    before = _RENDER.sub("", before).strip()
    return "对应" in before or _WHERE.search(before) is not None


_LEAD = lazy(
    r"^(?:(?:统一|一律|一般|通常|建议|可以?|应|直接|在此|这里|此处)*(?:翻译|翻譯|译|譯)(?:为|為|作|成)|统一(?:为|用|使用)|记为|写作)\s*[:：]?\s*(?=[\"“”「『]|\w)"
)


def without_lead(text: str) -> str:
    """ "译为智能体" -> 智能体."""
    return _LEAD.sub("", text, count=1)
