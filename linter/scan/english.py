"""Surface forms of an English term: inflections and spellings, generated when the glossary is loaded.

The text side stays a plain search: all knowledge of English morphology is here.  Possessives ("agent's") are left to the boundary
check, which ends a word before an apostrophe.
"""

from __future__ import annotations

import re

from linter.patterns import lazy
from linter.scan.irregular import NOUN_VERBS, PLURALS, SINGULARS, VERBS

_WORD = lazy(r"[^\s-]+")
_VOWELS = "aeiou"
_PREFIXES = frozenset("pre post multi non sub re un co de micro meta auto super hyper inter intra over under".split())
_LINKS = frozenset("of in for to by with at from on".split())  # "ensemble of models": the head stands before the link


def surface_forms(form: str, pos: str = "", inflect: bool = True) -> list[str]:
    """The term as written first, then its inflections and spellings; in the case of `form`, without duplicates.

    `pos` restricts: a "verb" gets verb forms only, a "noun" plural and singular only, an "adjective" or "name" none.
    """
    forms = _inflected(form, pos, inflect)
    spelled = dict.fromkeys(forms)
    for inflected in forms:
        spelled.update(dict.fromkeys(_spellings(inflected)))
    return list(spelled)


def spaced_forms(form: str, pos: str = "") -> list[str]:
    """The surface forms with a space for each hyphen, each once: a third as many."""
    forms = _inflected(form, pos, inflect=True)
    closed = [other for inflected in forms for other in _closed(inflected, _parts(inflected))]
    return list(dict.fromkeys(other.replace("-", " ") for other in (*forms, *closed)))


def _inflected(form: str, pos: str, inflect: bool) -> list[str]:
    words = form.split()
    if not words:
        return []
    forms = [form]
    if inflect and pos not in ("adjective", "name"):
        head = next((i for i, word in enumerate(words) if word.lower() in _LINKS and i), len(words)) - 1
        for changed in _inflections(words[head], pos, alone=len(words) == 1):
            forms.append(" ".join([*words[:head], changed, *words[head + 1 :]]))
        if head < len(words) - 1:  # the noun behind the link may change its number too: ensemble of model(s)
            for changed in _numbers(words[-1]):
                forms.append(" ".join([*words[:-1], changed]))
    return forms


def _inflections(word: str, pos: str, alone: bool) -> list[str]:
    stem, sep, last = word.rpartition("-")
    low = last.lower()
    if len(low) < 2 or not low[-1].isalpha() or not low.isascii():
        return []
    forms: list[str] = []
    gerund = low.endswith("ing") and len(low) > 5
    if pos != "verb":
        forms += _numbers(last)
    if gerund and (not alone or sep or pos == "verb"):  # "fine-tuning" is a verb form, a bare "embedding" is a noun
        for base in _bases(low):
            forms += [_like(last, form) for form in (base, *_verb_forms(base))]
    elif pos == "verb" or (not pos and low in NOUN_VERBS):
        forms += [_like(last, form) for form in _verb_forms(low)]
    return [f"{stem}{sep}{form}" for form in forms if form != last]


def _numbers(word: str) -> list[str]:
    """The plural of a singular, the singular of a plural."""
    low = word.lower()
    if not low[-1:].isalpha() or len(low) < 2:
        return []
    if low in PLURALS:
        return [_like(word, PLURALS[low]), *([_like(word, low + "es")] if low.endswith("x") else []),
                *([_like(word, low + "s")] if low.endswith(("a", "us", "um")) else [])]  # fmt: skip
    if low in SINGULARS:
        return [_like(word, SINGULARS[low])]
    if word.isupper() or not word[1:].islower():
        return [word + "s"] if not word.endswith("s") else []
    if low.endswith("ies") and len(low) > 4:
        return [word[:-3] + "y"]
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return [word[:-2]]
    if low.endswith("s"):
        if low.endswith(("ss", "us", "is", "ics", "ous")):
            return [word + "es"] if low.endswith(("ss", "us")) else []
        return [word[:-1]]
    if low.endswith("y") and low[-2] not in _VOWELS:
        return [word[:-1] + "ies"]
    if low.endswith(("x", "z", "ch", "sh")):
        return [word + "es"]
    return [word + "s"]


def _verb_forms(base: str) -> list[str]:
    """-s, -ed, -ing of a verb in lower case."""
    if len(base) < 2:
        return []
    third = base + "es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else base + "s"
    if base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    if base.endswith("ie"):
        gerund = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        gerund = base[:-1] + "ing"
    else:
        gerund = _doubled(base) + "ing"
    if base in VERBS:
        past = list(VERBS[base])
    elif base.endswith("e"):
        past = [base + "d"]
    elif base.endswith("y") and base[-2] not in _VOWELS:
        past = [base[:-1] + "ied"]
    else:
        past = [_doubled(base) + "ed"]
    return [third, *past, gerund]


def _doubled(base: str) -> str:
    """run -> runn, commit -> committ; open, visit, offer keep their single consonant."""
    if len(base) < 3 or base[-1] in _VOWELS + "wxyh" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return base
    syllables = len(re.findall(r"[aeiouy]+", base))
    stressed_at_end = syllables == 1 or base.endswith(
        ("mit", "fer", "cur", "pel", "bed", "get", "set", "tag", "map", "log", "run", "lap")
    )
    return base + base[-1] if stressed_at_end else base


def _bases(gerund: str) -> list[str]:
    """The verbs that a form in -ing may come from: tuning -> tune, calling -> call, mapping -> map."""
    stem = gerund[:-3]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return [stem[:-1]]
    if stem[-1] in "aeiouwxy" or stem.endswith(
        ("ll", "ss", "ck", "ng", "nt", "rt", "st", "sh", "ch", "rk", "nd", "ld", "lp", "rn", "ct", "pt", "rm")
    ):
        return [stem]
    if re.search(r"[aeiou]{2}[^aeiou]$", stem):
        return [stem]
    if len(re.findall(r"[aeiouy]+", stem)) > 1 and stem.endswith(("er", "en", "on", "it", "et", "el", "or")):
        return [stem]
    return [stem + "e"]


def _like(model: str, word: str) -> str:
    return word[0].upper() + word[1:] if model[:1].isupper() else word


def _spellings(form: str) -> list[str]:
    """Other ways to join the parts: post-training, post training, posttraining."""
    parts = _parts(form)
    if len(parts) < 2:
        return []
    spelled = []
    if "-" in form:
        spelled.append(form.replace("-", " "))
    if " " in form and len(parts) <= 3:
        spelled.append(form.replace(" ", "-"))
    if len(parts) == 3 and " " in form:  # "full stack builder": only the modifier is hyphenated
        spelled += [f"{parts[0]}-{parts[1]} {parts[2]}", f"{parts[0]} {parts[1]}-{parts[2]}"]
    return spelled + _closed(form, parts)


def _parts(form: str) -> list[str]:
    """The parts of a compound; none where one of them is empty."""
    if " " not in form and "-" not in form:
        return [form]
    parts = form.replace("-", " ").split(" ")
    return parts if all(parts) else []


def _closed(form: str, parts: list[str]) -> list[str]:
    """A compound in one word, where it may be written so."""
    if len(parts) != 2 or not ("-" in form or parts[0].lower() in _PREFIXES) or min(map(len, parts)) < 3:
        return []
    return ["".join(parts)]
