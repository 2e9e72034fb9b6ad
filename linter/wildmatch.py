"""One line of a .gitignore, as git reads it.

Names are compared as bytes, since git does so: `?` is one byte.  A pattern is cut at its slashes, so that no `*` is tried against
more than one name, and the time for a path is bounded whatever the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from linter.records import NamedTuple

_SPECIAL = b"*?[\\"
_ANY, _SOME = b"**/", b"**"  # in place of a name: any number of folders, or at least one name
_CLASSES: dict[bytes, Callable[[bytes], bool]] = {
    b"alnum": bytes.isalnum,
    b"alpha": bytes.isalpha,
    b"blank": lambda char: char in b" \t",
    b"cntrl": lambda char: char < b" " or char == b"\x7f",
    b"digit": bytes.isdigit,
    b"graph": lambda char: b" " < char < b"\x7f",
    b"lower": bytes.islower,
    b"print": lambda char: b" " <= char < b"\x7f",
    b"punct": lambda char: b" " < char < b"\x7f" and not char.isalnum(),
    b"space": bytes.isspace,
    b"upper": bytes.isupper,
    b"xdigit": lambda char: char in b"0123456789abcdefABCDEF",
}
Name = Callable[[bytes], object]  # whether a name, without slashes, matches


class Pattern(NamedTuple):
    """`names`: what the names of a path must match, from the folder of the pattern on, behind the literal `prefix`.

    A pattern without a slash inside has one of them, which speaks of the last name of a path (`anywhere`).
    """

    taken_back: bool  # "!"
    folders_only: bool
    anywhere: bool
    prefix: bytes
    names: tuple[Name | bytes, ...]

    def matches(self, path: bytes, is_folder: bool) -> bool:
        """A path relative to the folder of the pattern, without a slash at its end.  Its parents are not looked at."""
        if self.folders_only and not is_folder:
            return False
        if self.anywhere:
            name = path[path.rfind(b"/") + 1 :]
            return name.startswith(self.prefix) and _fits(self.names[0], name[len(self.prefix) :])
        if not path.startswith(self.prefix):
            return False
        return _match(self.names, path[len(self.prefix) :].split(b"/"))


def parse(line: str) -> Pattern | None:
    """The pattern of a line, or None where it has none: a comment, nothing, or something that never matches."""
    text = _without_trailing_blanks(encoded(line))
    if text.startswith(b"#"):
        return None
    taken_back = text.startswith(b"!")
    text = text[taken_back:]
    folders_only = text.endswith(b"/")
    text = text[: len(text) - folders_only]
    if not text:
        return None
    anywhere = b"/" not in text
    text = text[text.startswith(b"/") :]
    literal = next((at for at in range(len(text)) if text[at] in _SPECIAL), len(text))
    names = _names(text[literal:], anywhere)
    return None if names is None else Pattern(taken_back, folders_only, anywhere, text[:literal], names)


def encoded(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass" if _is_broken(path) else "surrogateescape")


def _is_broken(text: str) -> bool:
    """Whether a text has surrogates that do not stand for bytes."""
    return not text.isascii() and any("\ud800" <= char < "\udc80" or "\udcff" < char <= "\udfff" for char in text)


def _without_trailing_blanks(text: bytes) -> bytes:
    """Trailing spaces do not count, but for one that is escaped."""
    text = text.removesuffix(b"\r")
    bare = text.rstrip(b" ")
    escapes = len(bare) - len(bare.rstrip(b"\\"))
    return text[: len(bare) + (escapes % 2 and len(bare) < len(text))]


def _match(names: tuple[Name | bytes, ...], path: list[bytes]) -> bool:
    """Whether the names of a pattern match those of a path, all of them."""
    states = {0}  # how many names of the pattern may be used up
    for at, name in enumerate(path):
        last = at == len(path) - 1
        after = set()
        for state in _with_nothing(states, names):
            if state == len(names):
                continue
            wanted = names[state]
            if wanted is _ANY:
                if not last:
                    after.add(state)
            elif wanted is _SOME:
                after |= {state, state + 1}
            elif _fits(wanted, name):
                after.add(state + 1)
        states = after
    return len(names) in states


def _with_nothing(states: set[int], names: tuple[Name | bytes, ...]) -> set[int]:
    """With the states that are reached because `**/` may stand for nothing."""
    reached = set(states)
    for state in sorted(states):
        while state < len(names) and names[state] is _ANY:
            state += 1
            reached.add(state)
    return reached


def _fits(wanted: Name | bytes, name: bytes) -> bool:
    return wanted == name if isinstance(wanted, bytes) else wanted(name) is not None


def _names(text: bytes, anywhere: bool) -> tuple[Name | bytes, ...] | None:
    """What is to match between the slashes of a pattern; None where it can match nothing (a bracket that is never closed)."""
    found: list[Name | bytes] = []
    pieces: list[bytes | None] = []  # of a name: regular expressions of one byte each, None for "*"
    at = 0
    while at < len(text):
        char = text[at : at + 1]
        if char == b"*":
            end = at
            while text[end : end + 1] == b"*":
                end += 1
            alone = at == 0 or text[at - 1 : at] == b"/"
            if end - at > 1 and alone and not anywhere and text[end : end + 1] in (b"", b"/"):
                found.append(_ANY if end < len(text) else _SOME)
                at = end + 1
                if end == len(text):
                    return tuple(found)
                continue
            pieces.append(None)
            at = end
        elif char == b"/" or text.startswith(b"\\/", at):
            found.append(_name(pieces))
            pieces = []
            at += len(char) if char == b"/" else 2
        elif char == b"[":
            bracket = _bracket(text, at + 1)
            if bracket is None:
                return None
            piece, at = bracket
            pieces.append(piece)
        elif char == b"\\":
            if at + 1 == len(text):
                return None
            pieces.append(re.escape(text[at + 1 : at + 2]))
            at += 2
        else:
            pieces.append(b"." if char == b"?" else re.escape(char))
            at += 1
    found.append(_name(pieces))
    return tuple(found)


def _name(pieces: list[bytes | None]) -> Name | bytes:
    r"""The pieces of a name as one expression.  Between two stars the first place that fits is as good as any other: \A(?>.*?ab).*c\Z"""
    if not pieces:
        return b""
    runs: list[bytes] = [b""]
    for piece in pieces:
        if piece is None:
            runs.append(b"")
        else:
            runs[-1] += piece
    first, *rest = runs
    middle = b"".join(b"(?>.*?" + run + b")" for run in rest[:-1] if run)
    return re.compile(first + middle + (b".*" + rest[-1] if rest else b"") + rb"\Z", re.DOTALL).match


def _bracket(text: bytes, at: int) -> tuple[bytes, int] | None:
    """A bracket expression behind its "[": the expression for one byte, and where it ends; None where it is never closed."""
    negated = text[at : at + 1] in (b"!", b"^")
    at += negated
    members: set[int] = set()
    before = -1  # the member that a "-" may begin a range with
    first = True
    while first or text[at : at + 1] != b"]":
        first = False
        char = text[at : at + 1]
        if not char:
            return None
        if char == b"[" and text[at + 1 : at + 2] == b":":
            end = text.find(b"]", at + 2)
            if end < 0:
                return None
            if end > at + 2 and text[end - 1 : end] == b":":
                known = _CLASSES.get(text[at + 2 : end - 1])
                if known is None:
                    return None
                members |= {number for number in range(256) if known(bytes((number,)))}
                before, at = -1, end + 1
                continue
            members.add(char[0])  # "[:" without ":]" is itself
            before, at = char[0], at + 1
            continue
        if char == b"-" and before > 0 and text[at + 1 : at + 2] not in (b"", b"]"):
            at += 1 + (text[at + 1 : at + 2] == b"\\")
            if at >= len(text):
                return None
            members |= set(range(before, text[at] + 1))
            before, at = -1, at + 1
            continue
        if char == b"\\":
            at += 1
            if at >= len(text):
                return None
        members.add(text[at])
        before, at = text[at], at + 1
    chosen = (set(range(1, 256)) - members if negated else members) - {ord("/")}
    if not chosen:
        return b"(?!)", at + 1
    return b"[" + b"".join(re.escape(bytes((number,))) for number in sorted(chosen)) + b"]", at + 1
