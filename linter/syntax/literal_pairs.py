"""Literals that only both languages together give away: what the translator copied because it is no word.

A command, a value or a title stands verbatim in the translation.  But so does a term that was left untranslated, so being
verbatim is never enough.  Each kind of evidence is a reason why the copied text cannot be a plain word:

    quoted     it is mentioned, not used: 'merges', "git add", `log`
    prefix     a program names itself before its message: fetch-pack: …
    command    an option or a placeholder follows, or it is a command that the catalogue documents: fetch --all, git stash
    compound   parts joined by hyphens or slashes without an article: pack-objects, refs/heads, tree:%lu
    values     members of a list of values: merge、diff3 或 zdiff3
    capitals   a heading or constant of several words: CONFIGURATION FILE
    line       a whole line without a word of Chinese

A copied text in a parenthesis right behind Chinese is a gloss (试运行（dry-run）): evidence about a term, not a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.patterns import lazy
from linter.syntax.literals import Range
from linter.syntax.spans import MASK

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = lazy(f"[{HAN}]")

Command = tuple[str, str]  # program and subcommand: ("git", "stash")

_TAG, _PLACEHOLDER = "\x01", "\x02"  # what translators change inside a literal: <dir> to <目录>, %s to %2$s
_QUOTED = lazy(
    r"(?<![\w'])'(?=[^\s'])([^'\n]{1,200})'(?![A-Za-z0-9'])"
    r"|(?<![\w\"])\"(?=[^\s\"])([^\"\n]{1,200})\"(?!\w)"
    r"|`(?=[^\s`'])([^`'\n]{1,200})[`']"
    r"|“([^“”\n]{1,200})”|‘([^‘’\n]{1,200})’|「([^「」\n]{1,200})」|『([^『』\n]{1,200})』",
    re.ASCII,
)
_QUOTES = frozenset("'\"`“‘「『")
_NAME = r"[A-Za-z][\w+.]*(?:-{1,2}\w[\w+.]*)*(?<!\.)"
_PREFIX = lazy(r"\s*([a-z][\w+.-]*(?: [a-z][\w+.-]*){0,3}): ?(?=\S)", re.ASCII)
_PREFIX_TARGET = lazy(r"\s*([a-z][\w+.-]*(?: [a-z][\w+.-]*){0,3})[:：]", re.ASCII)
_BEFORE_OPTION = lazy(rf"(?<![\w-])({_NAME}(?: {_NAME}){{0,4}})(?= [\[(]{{0,3}}(?:--?[A-Za-z\[]|\x01))", re.ASCII)
_COMPOUND = lazy(
    r"(?<![\w/-])[A-Za-z]\w*(?:(?:-{1,2}|!?/)\w+)+(?:\([1-8]\)|!)?(?![\w/-])|(?<![\w-])[A-Za-z]\w*:(?=\x02)", re.ASCII
)
_CAPITALS = lazy(r"(?<![\w-])[A-Z][A-Z-]+(?: [A-Z][A-Z-]+)+(?![\w-])", re.ASCII)
_LIST = lazy(rf"(?<![\w-]){_NAME}(?:(?:\s?(?:、|，|,|\||或者|或|和|以及|与)\s?){{1,2}}{_NAME})+(?![\w-])", re.ASCII)
_MEMBER = lazy(_NAME, re.ASCII)
_VALUE = lazy(r"[a-z]+[0-9]|[_.-]", re.ASCII)
_IN_LIST = lazy(r"(?:[,|/(:]|\b(?:or|and))\s*$")
_ARTICLE = lazy(r"\b(?:an?|the|each|every|another|any|no|this)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
_NOUN_ENDS = lazy(r"\s*(?:$|[.,;:!?)]|(?:of|to|from|in|on|at|by|for|with|is|was|are|and|or|that|which)\b)")
_COMMAND = lazy(r"[\s('\"`]*([a-z][a-z0-9+]*) ([a-z][a-z0-9-]*)(?![\w-])", re.ASCII)
_COMMANDS = lazy(r"(?<![\w-])([a-z][a-z0-9+]*) ([a-z][a-z0-9-]*)(?: [a-z][a-z0-9-]*){0,4}(?![\w-])", re.ASCII)
_LONGEST = 20_000  # code points of a pair that is still compared token by token
_OFTEN = 3  # a program's name heads at least so many of a catalogue's usage lines and quoted commands


def shadow(text: str, literals: Iterable[Range]) -> str:
    """The text with placeholders and tags blotted out, of the same length: these the translator may change."""
    parts: list[str] = []
    at = 0
    for start, end, kind in literals:
        if kind in ("tag", "placeholder", "variable"):
            parts += (text[at:start], (_TAG if kind == "tag" else _PLACEHOLDER) * (end - start))
            at = end
    if not parts:
        return text
    parts.append(text[at:])
    return "".join(parts)


def known_commands(usages: Iterable[str]) -> frozenset[Command]:
    """The commands that a catalogue documents, from the beginnings of its usage lines and quoted commands."""
    counts: dict[Command, int] = {}
    heads: dict[str, int] = {}
    for usage in usages:
        if found := _COMMAND.match(usage):
            program, sub = found.groups()
            counts[program, sub] = counts.get((program, sub), 0) + 1
            heads[program] = heads.get(program, 0) + 1
    return frozenset(command for command in counts if heads[command[0]] >= _OFTEN)


def verbatim_tokens(
    source: str, target: str, commands: frozenset[Command] = frozenset(), marked_up: bool = False
) -> tuple[list[Range], list[Range]]:
    """Literals of an English text and of its Chinese translation that each other proves.

    Both are shadows (or plain texts): masked ranges are runs of MASK, tags and placeholders are blotted out.  `commands` are
    those that the catalogue documents.  `marked_up` says that code has markup of its own in this format, so that bare words
    are prose and only quoted text of several words counts.  The ranges are in no order and may overlap.
    """
    found: tuple[list[Range], list[Range]] = ([], [])
    if not _LETTERS.search(target) or len(source) + len(target) > _LONGEST:
        return found
    _quoted(source, target, found, 3 if marked_up else 1)
    if marked_up:
        return found
    _prefix(source, target, found)
    _lines(source, target, found)
    for pattern, kind in ((_BEFORE_OPTION, "command"), (_COMPOUND, "compound"), (_CAPITALS, "capitals")):
        for token in pattern.finditer(target):
            if not _is_gloss(target, token):
                _copied(token, source, found, kind)
    if commands:
        _commands(source, target, commands, found)
    _values(source, target, found)
    return found


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


_LETTERS = lazy(r"[A-Za-z]{2}")


def quoted_texts(text: str) -> list[tuple[int, int, str]]:
    """What stands in quotation marks: (start, end, text that both sides share)."""
    if _QUOTES.isdisjoint(text):
        return []
    spans = ((*match.span(match.lastindex or 0), match[match.lastindex or 0]) for match in _QUOTED.finditer(text))
    return [(start, end, _key(inner)) for start, end, inner in spans if not has_han(inner)]


def _key(text: str) -> str:
    return " ".join(re.sub(r"([\x01\x02])\1+", r"\1", text).split())


def _quoted(source: str, target: str, found: tuple[list[Range], list[Range]], words: int) -> None:
    theirs = quoted_texts(target)
    if theirs:
        ours = quoted_texts(source)
        shared = {key for *_, key in ours if key.count(" ") + 1 >= words}.intersection(key for *_, key in theirs)
        for side, quotes in zip(found, (ours, theirs), strict=True):
            side.extend((start, end, "quoted") for start, end, key in quotes if key in shared)


def _prefix(source: str, target: str, found: tuple[list[Range], list[Range]]) -> None:
    ours, theirs = _PREFIX.match(source), _PREFIX_TARGET.match(target)
    if ours and theirs and ours[1] == theirs[1]:
        found[0].append((*ours.span(1), "prefix"))
        found[1].append((*theirs.span(1), "prefix"))


def _lines(source: str, target: str, found: tuple[list[Range], list[Range]]) -> None:
    if "\n" not in target:
        return
    ours = {key: span for *span, key in _keyed_lines(source)}
    for start, end, key in _keyed_lines(target):
        if key in ours and not has_han(key) and _LETTERS.search(key):
            found[0].append((ours[key][0], ours[key][1], "line"))
            found[1].append((start, end, "line"))


def _keyed_lines(text: str) -> list[tuple[int, int, str]]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line), _key(line)))
        at += len(line) + 1
    return lines


def _is_gloss(target: str, token: re.Match[str]) -> bool:
    before, after = target[: token.start()].rstrip(" "), target[token.end() :].lstrip(" ")
    return before[-1:] in ("（", "(") and after[:1] in ("）", ")") and has_han(before[:-1].rstrip(" ")[-1:])


def _copied(token: re.Match[str], source: str, found: tuple[list[Range], list[Range]], kind: str) -> None:
    text = token[1] if kind == "command" else token[0]
    hit = False
    for start in _places(text, source):
        end = start + len(text)
        if kind == "command" and not _heads_arguments(source, start, end):
            continue
        if kind == "compound" and _ARTICLE.search(source[max(0, start - 30) : start]) and _NOUN_ENDS.match(source, end):
            continue
        found[0].append((start, end, kind))
        hit = True
    if hit:
        found[1].append((token.start(), token.start() + len(text), kind))


def _heads_arguments(source: str, start: int, end: int) -> bool:
    """An option or placeholder follows; a single word before a placeholder also opens its clause: "pick <commit>" does, "from
    remote <name>" does not."""
    following = _BEFORE_OPTION.match(source, start)
    if not following or following.end() > end:
        return False
    if " " in source[start:end] or source[end:].lstrip(" [(")[:1] != _TAG:
        return True
    return source[:start].rstrip(" ")[-1:] in ("", "\n", '"', "'", "`", "(", "[", "|", ":", ",", MASK)


def _commands(source: str, target: str, commands: frozenset[Command], found: tuple[list[Range], list[Range]]) -> None:
    for match in _COMMANDS.finditer(target):
        if (match[1], match[2]) in commands:
            words = match[0].split(" ")
            while len(words) > 1 and not (places := _places(" ".join(words), source)):
                words.pop()
            if len(words) > 1:
                length = len(" ".join(words))
                found[0].extend((start, start + length, "command") for start in places)
                found[1].append((match.start(), match.start() + length, "command"))


def _values(source: str, target: str, found: tuple[list[Range], list[Range]]) -> None:
    for listed in _LIST.finditer(target):
        members = [member for member in _MEMBER.finditer(listed[0]) if _places(member[0], source)]
        if len(members) > 2 or (len(members) == 2 and any(_VALUE.search(member[0]) for member in members)):
            for member in members:
                start = listed.start() + member.start()
                found[1].append((start, start + len(member[0]), "values"))
                listed_too = (at for at in _places(member[0], source) if _is_listed(source, at, at + len(member[0])))
                found[0].extend((at, at + len(member[0]), "values") for at in listed_too)


def _is_listed(source: str, start: int, end: int) -> bool:
    return source[end : end + 1] in (",", "|", "/") or _IN_LIST.search(source[max(0, start - 8) : start]) is not None


def _places(token: str, text: str) -> list[int]:
    """Where a token stands in a text as a whole word."""
    places = []
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not _is_word(text[at - 1 : at]) and not _is_word(text[end : end + 1]):
            places.append(at)
        at = text.find(token, at + 1)
    return places


def _is_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ("_", "-"))
