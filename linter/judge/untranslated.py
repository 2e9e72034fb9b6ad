"""English left in Chinese prose: whether it stands there as a word that should have been translated."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from linter.documents.model import MASK, Document
from linter.judge.english import content_words, stem
from linter.judge.facts import Place
from linter.judge.model import Grade
from linter.patterns import lazy
from linter.scan.hits import bounded

_GLOSSED_AFTER = lazy(r"[”’』」》\"']?\s?[（(][^（()）\n]{0,40}[^\W\x00-\u036f]")  # a letter that is not Latin
# a noun that follows an identifier: "iterable 参数" is the parameter of that name
_NAMED_THING = lazy(r" ?(?:参数|实参|形参|变量|方法|函数|字段|命令|选项|属性|关键字|关键词|语句|域|章|文件|目录|分支)")
MANUAL = lazy(r"\(\d[a-z]{0,2}\)")  # the section of a manual page
DOTTED = lazy(r"\.[A-Za-z0-9]")
_MENTIONED = lazy(r"(?:称为|称作|叫做|叫作|又称|也叫|即|所谓|写作|记作|读作)[的是“‘「\"' ]*$")
_LISTED_BEFORE = lazy(r"[A-Za-z\ufffc][,，、] ?$")
_LISTED_AFTER = lazy(r"[,，、] ?[A-Za-z\ufffc]")
_OPERATED, _OPERATOR = lazy(r"[@=<>+*^&|] ?$"), lazy(r" ?[@=<>+*^&|]")
_CALLED = lazy(r"[A-Za-z0-9_]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*$")  # the parenthesis behind a name is open
_NEAR = 300  # code points on each side that can tell; a whole file may be one passage
_ACRONYM = lazy(r"[A-Z][A-Z0-9&/-]{0,7}s?")


def is_acronym(text: str) -> bool:
    """LLM, API, P&L: Chinese prose keeps acronyms, whatever a glossary says of their long forms."""
    return _ACRONYM.fullmatch(text) is not None


def english_grade(text: str, form: str) -> Grade:
    """An acronym is mostly at home in Chinese; in a catalogue or a file of pairs (`form` is the document's) a single word may be a
    command."""
    if is_acronym(text):
        return "weak"
    return "single" if form in ("po", "pairs") and len(content_words(text)) < 2 else "english"


def word_left_in_english(document: Document, passages: Sequence[int], surface: str, but: Collection[str]) -> Place | None:
    """Where a word of a term of several words is left in English beside Chinese: Agentic 系统 for "agentic system".

    `but` are stems of words that may stand there: a rendering keeps them, or the English has them apart from the term.
    """
    words = content_words(surface)
    if len(words) < 2:
        return None
    for number in passages:
        passage = document.passages[number]
        for word in words:
            if is_acronym(word) or len(word) < 4 or stem(word) in but:
                continue
            for match in re.finditer(re.escape(word), document.text[passage.start : passage.end], re.IGNORECASE):
                place = Place(passage.start + match.start(), passage.start + match.end())
                if match.group().isupper() and not word.isupper():
                    continue  # REVISION in a synopsis: a name for a value
                if bounded(document.text, *place) and left_in_english(document, place, titles=True):
                    return place
    return None


def is_quoted(document: Document, place: Place) -> bool:
    """Whether English stands in quotation marks of its own: “Release” is cited, and not left untranslated."""
    around = document.text[max(0, place.start - 1) : place.start] + document.text[place.end : place.end + 1]
    return len(around) == 2 and around[0] in "“\"'‘「『《`" and around[1] in "”\"'’」』》`"


def is_named(document: Document, place: Place) -> bool:
    """Whether English names the thing that the Chinese behind it says it is, "iterable 参数", outside parentheses."""
    passage = document.passages[document.passage_at(place.start)]
    before = document.text[max(passage.start, place.start - _NEAR) : place.start]
    opened = max(before.rfind("("), before.rfind("（"))
    inside = opened >= 0 and not re.search(r"[)）]", before[opened:])
    return not inside and _NAMED_THING.match(document.text, place.end, passage.end) is not None


def left_in_english(document: Document, place: Place, titles: bool = False) -> bool:
    """Whether English in a Chinese passage stands there as prose: not in a gloss, not in a name, not a code word.

    `titles`: a capital in the middle of a sentence is no sign of a name, since Chinese stands right beside it.
    """
    passage = document.passages[document.passage_at(place.start)]
    text = document.text
    before = text[max(passage.start, place.start - _NEAR) : place.start]
    after = text[place.end : min(passage.end, place.end + _NEAR)]
    if MASK in (before[-1:], after[:1]):
        return False
    opened = max(before.rfind("("), before.rfind("（"))
    if opened >= 0 and not re.search(r"[)）]", before[opened:]) and re.match(r"[^（(]{0,60}[)）]", after):
        return False  # inside a parenthesis: a gloss or an aside
    if _GLOSSED_AFTER.match(after):
        return False  # glossed in Chinese right behind
    if _MENTIONED.search(before) or _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after):
        return False  # "also called docstring" mentions the word; "list, tuple 和 range" lists names
    latin_before = re.search(r"[A-Za-z0-9][A-Za-z0-9.+#_-]* ?$", before)
    latin_after = re.match(r" ?[A-Za-z0-9]", after)
    if latin_before or latin_after:
        return False  # part of a longer English phrase, which is a name or a quotation
    if _OPERATED.search(before) or _OPERATOR.match(after) or _CALLED.search(before):
        return False  # "tolerance = 0" is an expression, ST_Touches(a, geometry) a call
    if before.rstrip(" ").endswith("|") and after.lstrip(" ").startswith("|"):
        return False  # a cell of its own, in a table within a message: mostly a type or a key word
    if MANUAL.match(after) or after.startswith("->") or DOTTED.match(after):
        return False  # script(1) is a command, page->flags a field, Node.js a name
    if _NAMED_THING.match(after):
        return False  # "iterable 参数": the name of the parameter
    span = document.span(place.start, place.end)
    around = document.source.text[max(0, span.start - 1) : span.start] + document.source.text[span.end : span.end + 1]
    if any(mark in around for mark in "*_[]/!=:#&|+<>~^@"):
        return False  # marked up as a name or a link, or joined to something that is no prose
    written = text[place.start : place.end]
    if (
        not titles
        and written[:1].isupper()
        and not written.isupper()
        and before.strip()
        and before.rstrip()[-1:] not in "。！？.!?:："
    ):
        return False  # a capital in the middle of a sentence: a name or a title
    return not (before[-1:] in "`'\"“‘「『<《*[" or after[:1] in "`'\"”’」』>》*]")
