"""What the English around an occurrence tells: idioms, part of speech, content words."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.patterns import lazy

# Idioms whose nouns mean nothing of their own.  Facts of English; `{}` is the term's place.
_IDIOMS = lazy(
    r"\b(?:in terms of|in (?:other|simple|simpler|general|practical|broad) terms|for instance|in conclusion|by (?:any |all |no )?means(?: of)?|"
    r"in (?:this|that|the same|some|any|a) (?:context|sense|way|regard|respect|case)|out of context|(?:in|within|outside) the context of|"
    r"in (?:other )?words|on the (?:other|one) hand|in the first place|take(?:s|n)? place|in place of|in order to|as a (?:result|rule|matter)|"
    r"of course|in turn|by virtue of|in view of|point of view|make(?:s)? sense|in a sense|in effect|in fact|in principle|in practice|"
    r"(?:still|also|indeed|always|not|equally|often|holds?|comes?|remains?|is|be) true(?= (?:for|of|that|even|when|if|in)\b|[.,;:)]|$)|"
    r"true (?:for|of|to form)|as (?:a )?function of|state of the art|in the event of|with regard to|on behalf of|in the process of|"
    r"in progress|make(?:s)? progress|under (?:the )?hood|in (?:the )?light of|in the course of|at the end of the day|first and foremost|"
    r"on average|in a row|at once|such (?:a )?value|of (?:great|little|some|any) value|in kind|of (?:the|this|that|any|some) kind|"
    r"in character|in question|point out|in that (?:respect|regard)|to the point|by (?:the )?way of|in charge of|on (?:the )?basis of|"
    r"on (?:a|the) (?:regular|daily|case-by-case) basis|take(?:s)? (?:the )?form of|in the form of|in (?:the )?absence of|in return|"
    r"(?<!the )(?<!a )(?<!each )note(?= that\b)|(?<![\w,;] )(?<![\w,;])note(?=(?:: +\S|,| (?:the|this|these|how|also|again)\b))|"
    r"zoom(?:s|ed|ing)? (?:in|out)|turn(?:s|ed|ing)? (?:in|on|off|out|up|down|into|to|away|back|around)|"
    r"(?:in|out of) stock|"
    r"logg(?:ed|ing) (?:in|on|out|off|into|onto)|(?<!the )(?<!a )(?<!each )(?<!every )log (?:in|on|out|off|into|onto)(?: to)?)\b",
    re.IGNORECASE,
)
_TO_VERB = lazy(
    r"(?:\b(?:to|will|would|can|could|may|might|must|shall|should|cannot|can't|don't|doesn't|didn't|won't|not|please|let's|and then|"
    r"i|you|we|they|he|she|who|it|that|which)\s+(?:also |only |simply |just |then |always |never |still |automatically )?)$",
    re.IGNORECASE,
)
_BE = lazy(r"\b(?:is|are|was|were|be|been|being|has|have|had|get|gets)\s+(?:\w+ly |not |then |also |often )?$", re.IGNORECASE)
_IS = lazy(
    r"\b(?:is|are|was|were|be|been|too|very|so|more|while)\s+(?:\w+ly |not |also |often |quite |rather |too |very |so )?$",
    re.IGNORECASE,
)
_PREDICATE_ENDS = lazy(r"(?:,? (?:and|or|but)\b|[.,;:!?])", re.IGNORECASE)
_AGENT = lazy(r"\s+(?:as|by|above|below|here|in|on|with|when|if)\b", re.IGNORECASE)
# "the server logs all requests": a noun that no determiner or preposition opens, the form in -s, and a determiner
_SUBJECT = lazy(
    r"(?i)(?:^|[^a-z])(?!(?:the|an?|of|in|on|to|for|with|from|by|at|as|its|your|their|our|his|her|these|those|all|any|some|"
    r"more|most|other|new|old|no|both|two|three|many|few|several|such) )[a-z0-9]{2,} (?:also |then |only |always |never )?$"
)
_OBJECT = lazy(r"(?i)\s+(?:an?|the|its|this|these|every|each|your|all|any|no|whether|when)\b")
_CONTENT = lazy(r"[A-Za-z][A-Za-z'’-]+")
_STOP = frozenset(
    "a an the this that these those and or but of in on at by for with from to into onto as is are was were be been being "
    "it its it's we you they he she i me us them my your our his her their so than too not e g eg etc".split()
)


def idiom_at(text: str, start: int, end: int) -> str:
    """The idiom that covers [start, end) of an English text, or ""."""
    for match in _IDIOMS.finditer(text, max(0, start - 40), min(len(text), end + 40)):
        if match.start() <= start and end <= match.end():
            return match.group()
    return ""


def reads_as_verb(text: str, start: int, end: int) -> bool:
    """Whether a form stands where only a verb can.

    A bare form: after "to", a modal, a pronoun, or at the start before an article.  A participle: after a form of be or have.
    """
    if text[max(start, end - 2) : end].lower() == "ed":
        return bool(_BE.search(text, max(0, start - 30), start) or _AGENT.match(text, end))
    if _TO_VERB.search(text, max(0, start - 40), start):
        following = text[end : end + 12].lower()
        # "that function returns", "to commit messages": a determiner or an end is what follows a verb, a noun may follow a noun
        return bool(
            re.match(
                r"\s+(?:a|an|the|this|that|these|those|it|its|them|your|our|all|any|each|in|on|to|with|from|as|for|only|whether|if)\b|\s*[.,;:)]|\s*$",
                following,
            )
        )
    if text[end - 1 : end] == "s" and _OBJECT.match(text, end) and _SUBJECT.search(text, max(0, start - 30), start):
        return True
    if start == 0 or re.search(r"[.!?:;(\n]\s*$", text[max(0, start - 3) : start]):
        return bool(
            re.match(
                r"\s+(?:(?:a|an|the|this|that|these|those|it|its|all|any|each|your|only|if|whether)\b|\ufffc)",
                text[end : end + 12].lower(),
            )
            or (
                text[start].islower() and re.match(r"\s*:", text[end : end + 12])
            )  # "fetch: no such file", and not the label "Assets:"
        )
    return False


def reads_as_adjective(text: str, start: int, end: int) -> bool:
    """Whether a word that is no participle stands as a predicate: "they are slow, fragile and dear", which no verb does."""
    if text[max(start, end - 2) : end].lower() in ("ed", "ng") or not _IS.search(text, max(0, start - 30), start):
        return False
    return bool(_PREDICATE_ENDS.match(text, end))


@lru_cache(50_000)
def stem(word: str) -> str:
    """A rough key for counting words together: plural and verb endings dropped.  Never shown, never matched in text."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    for ending in ("ings", "ing", "ies", "ied", "es", "ed", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    return low.removesuffix("e") if len(low) > 3 else low


def content_words(text: str) -> list[str]:
    """The words of a passage or term that may have a translation of their own."""
    return [word for word in _CONTENT.findall(text) if word.lower() not in _STOP]


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of a passage that may have a translation of their own."""
    return frozenset(map(stem, content_words(text)))
