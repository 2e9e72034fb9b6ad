"""What is no prose in a PO entry and its translation.

Two kinds of catalogue: the messages of a program, where code stands bare and only both sides together give it away
(`literal_pairs`), and the paragraphs of a manual written in reStructuredText, where code has its markup and a bare word is
prose.  All ranges are of the two texts as `po.joined` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax import rst
from linter.syntax.literal_pairs import HAN, Command, has_han, shadow, verbatim_tokens
from linter.syntax.literals import Range, find_literals
from linter.syntax.spans import MASK

Sides = tuple[list[Range], list[Range]]  # of the source and of the target

_REFERENCE = lazy(r"(?m)^#:[^\r\n]*\.rst:[0-9]")
_ROLE = lazy(r"(?<![\w`])(?::[a-z]{1,9})?:[a-z]{2,12}:`[^`\s]")
_TICKED = lazy(r"`(?=[^\s`])([^`'\n]{1,200})`")
# elements of DocBook, HTML and Mallard whose text is written for a machine
_CODE_ELEMENT = lazy(
    r"<(code|literal|command|filename|option|varname|envar|function|methodname|classname|constant|userinput|computeroutput|"
    r"systemitem|package|tt|kbd|samp|var|cmd|sys|file|input|output)(?:\s[^<>\n]{0,200})?>([^<>]{1,200})</\1>"
)
_LISTED = lazy(r"(?m)^[ \t]*([A-Za-z][\w-]{0,40})(?= {2,40}[^\s]|\t)", re.ASCII)
_FIRST = lazy(r"(?m)^[ \t]*([A-Za-z][\w-]{0,40})(?=[ \t])", re.ASCII)
_SOFT_BREAK = lazy(f"(?<=[{HAN}])\n(?=[{HAN}])")
_PROMPT = lazy(r"\s*(?:>>>|\.\.\.|\$|\([a-z]{2,8}\)|In \[[0-9]+\]:)\s")
_TOKEN = lazy(r"[A-Za-z_][\w.]*(?:\[[^\[\]\s]*\]|\([^()\s]*\))*", re.ASCII)


def is_manual(text: str) -> bool:
    """Whether a catalogue holds reStructuredText, by its references or its roles."""
    if ".rst:" in text and _REFERENCE.search(text):
        return True
    at = text.find(":`")
    while at >= 0 and not _ROLE.search(text, max(0, at - 25), at + 3):
        at = text.find(":`", at + 1)
    return at >= 0 and text.find("`", at + 3) >= 0


class Message(NamedTuple):
    """A message of a program and its translation, with the literals that each side gives away by itself."""

    source: str
    target: str
    ours: list[Range]
    theirs: list[Range]


def message(source: str, target: str) -> Message:
    return Message(source, target, find_literals(source, "po"), find_literals(target, "po"))


def message_literals(read: Message, commands: frozenset[Command]) -> Sides:
    """All literals of a message; `commands` are those that the catalogue documents."""
    source, target = read.source, read.target
    ours, theirs = list(read.ours), list(read.theirs)
    blotted, translated = shadow(source, ours), shadow(target, theirs)
    if not has_han(translated):
        return whole(source, target)
    if "`" in source:
        ours += ((*match.span(), "code") for match in _TICKED.finditer(source) if not has_han(match[1]))
    if "`" in target:
        theirs += ((*match.span(), "code") for match in _TICKED.finditer(target) if not has_han(match[1]))
    if "</" in source and "</" in target:
        _shared_elements(source, target, ours, theirs)
    if "  " in source or "\t" in source:
        _listed(source, target, ours, theirs)
    if "\n" in target:  # Chinese has no spaces: a line may break inside a word
        theirs += ((*match.span(), rst.MARKUP) for match in _SOFT_BREAK.finditer(target))
    more, other = verbatim_tokens(blotted, translated, commands)
    return merged(ours + more), merged(theirs + other)


def _shared_elements(source: str, target: str, ours: list[Range], theirs: list[Range]) -> None:
    """Code elements that both sides hold with the same text: <command>script</command> names no script."""
    kept = {match[2] for match in _CODE_ELEMENT.finditer(target) if not has_han(match[2])}
    if kept:
        theirs += ((*match.span(2), "code") for match in _CODE_ELEMENT.finditer(target) if match[2] in kept)
        ours += ((*match.span(2), "code") for match in _CODE_ELEMENT.finditer(source) if match[2] in kept)


def _listed(source: str, target: str, ours: list[Range], theirs: list[Range]) -> None:
    """Names in the first column of a list, set off by spaces, that begin a line of the translation as well: "purge     Remove it"."""
    names = list(_LISTED.finditer(source))
    if names:
        first = {match[1]: match for match in _FIRST.finditer(target)}
        for name in names:
            other = first.get(name[1])
            if other:
                ours.append((*name.span(1), "code"))
                theirs.append((*other.span(1), "code"))


def is_usage(read: Message) -> bool:
    """Whether the translation of a message is prose nowhere: a synopsis, an example, a name."""
    return not has_han(read.target) or not has_han(shadow(read.target, read.theirs))


def manual_literals(source: str, target: str) -> Sides:
    """Literals and markup of a manual's paragraph, heading or code block.  Markup has the kinds of `rst`."""
    if not has_han(target):
        return whole(source, target)
    if "\n" in source.strip() or _PROMPT.match(source):
        return _code(source, target)
    ours, words = rst.marks(source)
    theirs, other_words = rst.marks(target)
    found: Sides = (list(ours), list(theirs))
    _shared_words(words, other_words, found)
    plain, translated = (masked(text, merged(marks)) for text, marks in ((source, found[0]), (target, found[1])))
    if not has_han(translated):
        return whole(source, target)
    found[0].extend(find_literals(plain, "text"))
    found[1].extend(find_literals(translated, "text"))
    more, other = verbatim_tokens(plain, translated, marked_up=True)
    return merged(found[0] + more), merged(found[1] + other)


def whole(source: str, target: str) -> Sides:
    """Both texts are one literal."""
    return [(0, len(source), "unit")], [(0, len(target), "unit")]


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order and without overlap; where two overlap, the earlier and longer one stays whole."""
    ranges = list(ranges)
    if len(ranges) < 2:
        return ranges
    result: list[Range] = []
    done = 0
    for start, end, kind in sorted(ranges, key=lambda found: (found[0], -found[1])):
        if end > done:
            result.append((max(start, done), end, kind))
            done = end
    return result


def masked(text: str, ranges: Iterable[Range]) -> str:
    """The text with MASK in place of every code point of `ranges` (in order, without overlap)."""
    parts: list[str] = []
    at = 0
    for start, end, _ in ranges:
        parts += (text[at:start], MASK * (end - start))
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _shared_words(words: list[rst.Word], others: list[rst.Word], found: Sides) -> None:
    """Emphasised words, titles and bare targets that the translator copied are names, in both texts."""
    shown = {(word.kind, _singular(word.key)) for word in others if word.bare and word.key.isascii()}
    known = {(word.kind, _singular(word.key)) for word in words}
    found[0].extend((word.start, word.end, word.kind) for word in words if (word.kind, _singular(word.key)) in shown)
    shared = shown & known
    found[1].extend(
        (word.start, word.end, word.kind) for word in others if word.bare and (word.kind, _singular(word.key)) in shared
    )


def _singular(key: str) -> str:
    return key[:-1] if key.endswith("s") else key


def _code(source: str, target: str) -> Sides:
    """A code block: only what differs between the two texts, the comments, is prose, but for the names in it."""
    ours, theirs = source.split("\n"), target.split("\n")
    if len(ours) != len(theirs):
        return whole(source, target)
    found: Sides = ([], [])
    at = to = 0
    for line, other in zip(ours, theirs, strict=True):
        head, tail = _common(line, other) if has_han(other) else (len(line), 0)
        found[0].extend(_around(at, line, head, tail))
        found[1].extend(_around(to, other, head if has_han(other) else len(other), tail))
        shared = set(_TOKEN.findall(line[head : len(line) - tail])) & set(_TOKEN.findall(other[head : len(other) - tail]))
        if shared:
            for sides, text, base in ((found[0], line, at), (found[1], other, to)):
                inside = _TOKEN.finditer(text, head, len(text) - tail)
                sides.extend((base + token.start(), base + token.end(), "code") for token in inside if token[0] in shared)
        at += len(line) + 1
        to += len(other) + 1
    return merged(found[0]), merged(found[1])


def _common(line: str, other: str) -> tuple[int, int]:
    """How much the two lines share at the start and at the end, up to whole words."""
    most = min(len(line), len(other))
    head = 0
    while head < most and line[head] == other[head]:
        head += 1
    while head and head < len(line) and line[head - 1].isalnum() and line[head].isalnum():
        head -= 1
    tail = 0
    while tail < most - head and line[-1 - tail] == other[-1 - tail]:
        tail += 1
    while tail and tail < len(line) and line[-tail].isalnum() and line[-tail - 1].isalnum():
        tail -= 1
    while tail and line[-tail].isspace():
        tail -= 1
    return head, tail


def _around(base: int, line: str, head: int, tail: int) -> list[Range]:
    ranges = ((base, base + head, "code"), (base + len(line) - tail, base + len(line), "code"))
    return [found for found in ranges if found[0] < found[1]]
