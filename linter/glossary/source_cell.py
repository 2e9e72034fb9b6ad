"""The source cell of a row: which English forms name the term, and what a parenthesis beside them says."""

from __future__ import annotations

import re

from linter.glossary.notes import NOTHING, Note, join, part_of_speech, read_note
from linter.glossary.slashes import read_slashes
from linter.glossary.text import LONGEST_CELL, clean, distinct, has_han, has_letter, is_plain, pieces, split
from linter.patterns import lazy
from linter.records import NamedTuple


class SourceCell(NamedTuple):
    """forms          the term as it stands in texts, the name of the row first
    abbreviations  further forms that are short for it: they may stay in English in the translation
    each           different terms that the cell names at once ("scale in/out"), if the target cell has one part for each
    one            the slash is part of the name (CI/CD), so one in the target is too
    pos            noun, verb, adjective, name or ""
    context        words of a parenthesis that say where the row holds: (an event)
    asks           what its notes ask for: the English may be kept
    note           everything in parentheses, as written
    problems       codes of what could not be read
    """

    forms: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    one: bool = False
    pos: str = ""
    context: tuple[str, ...] = ()
    asks: Note = NOTHING
    note: str = ""
    problems: tuple[str, ...] = ()


_POS_BEFORE = lazy(r"(n|v|vt|vi|adj|adv)\.\s+(?=\w)", re.IGNORECASE)
_POS_BEHIND = lazy(r"[\s,]\s*(n|v|vt|vi|adj|adv)\.$", re.IGNORECASE)
_ALSO = lazy(
    r"(?:also(?: known as| called| written| spelled| as)?|aka|a\.k\.a\.?|or|alias|formerly|previously|abbr(?:eviated|\.)?(?: as)?|short for|plural|pl\."
    r"|又称|也称|亦称|又作|也作|简称|缩写为?|全称|或|即|=)\s*[:：,，]?\s*(?=[^\s:：,，])",
    re.IGNORECASE,
)
_SHORT = lazy(r"(?:[A-Za-z]\.){2,}|[A-Za-z0-9][\w&+-]{0,11}")
_ENDING = lazy(r"(?:e?s|d|e?d|ing|er|or|al|ly|ies|n)")
_LIST_WORD = lazy(r"[\w.+#'’-]+")
_STOP = frozenset("a an the of in on at for to from by with as or and etc e.g i.e used when is be it its some any".split())


def read_source_cell(text: str) -> SourceCell:
    """Read a source cell.  Never raises; what cannot be read is named in `problems`."""
    if text.isascii() and is_plain(text):
        return SourceCell((text,)) if text else SourceCell((), problems=("no-source",))
    text = clean(text).replace("／", "/").strip('"“”「」『』 \t:：，。、')
    if not has_letter(text):
        return SourceCell((), problems=("no-word" if text.strip("-–—－/ ") else "no-source",))
    if len(text) > LONGEST_CELL:
        return SourceCell((text,))
    if "()" in text or re.search(r"\w\[", text):  # code: print(), list[int]
        return SourceCell((text,))
    pos = ""
    if found := _POS_BEFORE.match(text) or _POS_BEHIND.search(text):
        pos = part_of_speech(found[1]) or ""
        text = (text[: found.start()] + text[found.end() :]).strip()
    found_cells = [_read_one(part) for part in _listed(text)]
    cell = found_cells[0]
    for other in found_cells[1:]:
        cell = SourceCell(
            distinct([*cell.forms, *other.forms]),
            distinct([*cell.abbreviations, *other.abbreviations]),
            pos=cell.pos or other.pos,
            context=distinct([*cell.context, *other.context]),
            asks=join(cell.asks, other.asks),
            note="; ".join(note for note in (cell.note, other.note) if note),
            problems=distinct([*cell.problems, *other.problems]),
        )
    return _checked(cell._replace(pos=cell.pos or pos))


def _checked(cell: SourceCell) -> SourceCell:
    """Forms that can never be found in an English text are left out, and said."""
    problems = list(cell.problems)
    forms = []
    for form in cell.forms:
        if has_han(form):
            problems.append("source-is-chinese")
        elif not has_letter(form):
            problems.append("no-word")
        elif re.search(r"\S\s*(?:\.{3}|…)\s*\S", form):
            problems.append("gap-in-source")
        else:
            forms.append(form)
    if forms:  # another form stands for the row: a Chinese one beside it is a note
        problems = [why for why in problems if why not in ("source-is-chinese", "no-word")]
    elif not problems:
        problems.append("no-word")
    return cell._replace(forms=distinct(forms), problems=distinct(problems)) if forms != [*cell.forms] or problems else cell


def _listed(text: str) -> list[str]:
    """The terms of an enumeration: "truthy, falsy".  "first in, first out" is one term, "a, b & c" too."""
    parts = [part for chunk in split(text, ";；、，") for part in _by_commas(chunk)]
    return parts or [text]


def _by_commas(text: str) -> list[str]:
    parts = split(text, ",")
    if len(parts) < 2:
        return parts
    words = [word.lower() for part in parts for word in re.sub(r"\([^()]*\)", "", part).split()]
    if len(set(words)) < len(words) or any(word in _STOP or word in ("&", "out", "up", "down", "not") for word in words):
        return [text]
    if all(_LIST_WORD.fullmatch(part) for part in parts) or all(len(part.split()) > 1 for part in parts):
        return parts
    return [text]


def _read_one(text: str) -> SourceCell:
    found, balanced = pieces(text)
    base, whole = "", ""  # without and with what stands in brackets before or inside the term
    behind: list[str] = []
    endings: list[str] = []
    for at, piece in enumerate(found):
        if not piece.bracketed:
            base += piece.text
            whole += piece.text
            continue
        last = at == len(found) - 1 or all(other.bracketed or not other.text.strip() for other in found[at + 1 :])
        glued = bool(base) and not base[-1].isspace()
        if last and glued and _ENDING.fullmatch(piece.text):
            endings.append(piece.text)
        elif last or has_han(piece.text) or piece.square:
            behind.append(piece.text)
        else:
            whole += piece.text
    base, whole = " ".join(base.split()), " ".join(whole.split())
    if not base and behind:  # (agent)
        base = whole = behind.pop(0)
    slashes = read_slashes(base)
    problems = [] if balanced else ["unclosed"]
    forms = list(slashes.forms) if base else []
    forms += [base + ending for ending in endings]
    if base and whole != base:
        forms.append(whole)
    cell = SourceCell(tuple(forms), each=slashes.each if base else (), one=slashes.one, problems=tuple(problems))
    for inside in behind:
        cell = _with_bracket(cell, base, inside)
    return cell._replace(note="; ".join(inside for inside in behind if inside), forms=distinct([*cell.forms]))


def _with_bracket(cell: SourceCell, base: str, inside: str) -> SourceCell:
    pos = part_of_speech(inside) if inside.lower() != "name" else None
    if pos is not None:
        return cell._replace(pos=pos)
    asks = read_note(inside, bare=True)
    if asks.told:
        return cell._replace(asks=join(cell.asks, asks), pos=cell.pos or asks.pos)
    also = _ALSO.match(inside)
    if also:
        named = [part for chunk in split(inside[also.end() :], ",，、;；/") for part in chunk.split(" or ")]
        return cell._replace(forms=(*cell.forms, *(part.strip('"“” ') for part in named if not has_han(part))))
    parts = split(inside, ",，、;；/")
    if parts and all(is_short(part, base) for part in parts):
        return cell._replace(abbreviations=(*cell.abbreviations, *parts))
    if is_short(base, inside) and len(inside.split()) > 1:
        return cell._replace(forms=(*cell.forms, inside))
    if has_han(inside):
        return cell
    words = [word.strip(".").lower() for word in re.findall(r"[A-Za-z][\w.+#-]*", inside)]
    return cell._replace(context=(*cell.context, *(word for word in words if word not in _STOP)))


def is_short(short: str, long: str) -> bool:
    """Whether the one looks like an abbreviation of the other: LLM, i.i.d., CoT, IoT; not (JS) behind a single word."""
    if not _SHORT.fullmatch(short):
        return False
    capitals = sum(char.isupper() for char in short)
    initials = "".join(word[0] for word in re.split(r"[\s/-]+", long) if word).lower()
    letters = [char for char in short.lower() if char.isalpha()]
    if "." in short or capitals > 1 or (capitals == 1 and len(letters) == 1):
        rest = iter(initials)
        if len(letters) > 1 and sum(char in rest for char in letters) >= max(2, len(initials) - 1):
            return True
        if len(letters) > 1 and letters[0] == initials[:1] and len(initials) == 1:  # TypeScript (TS)
            rest = iter(long.lower())
            return all(char in rest for char in letters)
        return capitals > 2 and len(initials) > 1 and capitals >= len(letters) - 1
    return False
