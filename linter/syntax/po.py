"""PO catalogues: units with the exact ranges of their strings, and the text that the strings stand for.

The scanner looks at each line once and never raises: a line that PO does not know becomes a note, and the unit that holds it is
left out, since nobody can tell what its text is.  Obsolete entries (`#~`) and previous texts (`#|`) are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.patterns import lazy
from linter.records import NamedTuple
from linter.syntax.spans import lines


class Strings(NamedTuple):
    """The strings behind one keyword, from the first opening quote on: a range of the file.  Empty: the keyword is not there."""

    start: int
    end: int


class Unit(NamedTuple):
    """One entry.  `start` is where its first keyword stands; `msgstr` has one item for each form, in file order."""

    start: int
    flags: frozenset[str]
    msgctxt: Strings
    msgid: Strings
    msgid_plural: Strings
    msgstr: tuple[Strings, ...]


class Note(NamedTuple):
    """A line that was not understood, and why."""

    line: int
    reason: str


class Catalogue(NamedTuple):
    """A file's units in order.  The header (the entry with the empty msgid) is kept apart, with the comments above it."""

    header: Unit | None
    comments: Strings  # the comment lines above the header: a range of the file
    units: tuple[Unit, ...]
    notes: tuple[Note, ...]


_EOL = r"(?:\r\n|\n|\r|\Z)"
_STRING = rf'"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"[ \t]*{_EOL}'
_BLOCK = lazy(
    rf"[ \t]*(?:(?:(msg(?:id(?:_plural)?|ctxt|str(?:\[[0-9]{{1,3}}\])?))[ \t]*)?({_STRING}(?:[ \t]*{_STRING})*)"
    rf"|(#[^\r\n]*{_EOL}(?:[ \t]*#[^\r\n]*{_EOL})*)"
    rf"|([^\r\n]+{_EOL})|[\r\n]+|\Z)"
)
_STRINGS, _COMMENTS, _OTHER = 2, 3, 4  # groups
_RANK = {"msgctxt": 0, "msgid": 1, "msgid_plural": 2, "msgstr": 3}
_FLAGS = lazy(r"(?:\A|[\r\n])[ \t]*#,([^\r\n]*)")
_NONE = Strings(0, 0)


def scan(text: str) -> Catalogue:
    """A catalogue's text -> its units.  Linear in the text; malformed content gives notes and never raises."""
    units: list[Unit] = []
    notes: list[tuple[int, str]] = []
    header: Unit | None = None
    comments = _NONE
    flags: frozenset[str] = frozenset()
    start, last, broken = -1, -1, False  # of the entry that is being read; `last`: the rank of its last keyword
    heads = [_NONE, _NONE, _NONE]
    forms: list[Strings] = []

    def close() -> None:
        nonlocal header, flags, start, last, broken, heads, forms
        if last == 3 and not broken:
            unit = Unit(start, flags, heads[0], heads[1], heads[2], tuple(forms))
            if unit.msgctxt.end or not is_empty(text, unit.msgid):
                units.append(unit)
            elif header is None:
                header = unit
        elif last >= 0 and not broken:
            notes.append((start, "an entry without msgstr"))
        if last >= 0:
            flags = frozenset()
        start, last, broken, heads, forms = -1, -1, False, [_NONE, _NONE, _NONE], []

    for block in _BLOCK.finditer(text):
        what = block.lastindex
        if what == _STRINGS:
            keyword = block.group(1)
            if keyword is None:
                notes.append((block.start(_STRINGS), "a string without a keyword"))
                broken = broken or last >= 0
                continue
            rank = _RANK[keyword if keyword[3] != "s" else "msgstr"]
            if rank < last == 3 or (broken and rank < 2):
                close()
            if not broken and ((rank <= last and rank < 3) or (rank > 1 and last < 1)):
                notes.append((block.start(1), f"{keyword} out of order"))
                broken = True
            if last < 0:
                start = block.start(1)
            last = max(last, rank)
            if rank == 3:
                forms.append(Strings(*block.span(_STRINGS)))
            else:
                heads[rank] = Strings(*block.span(_STRINGS))
        elif what == _COMMENTS:
            if last >= 0:
                close()
            body = block.group(_COMMENTS)
            if "#," in body:
                flags = flags.union(flag.strip() for line in _FLAGS.findall(body) for flag in line.split(","))
            if header is None and not units:
                comments = Strings(comments.start if comments.end else block.start(_COMMENTS), block.end(_COMMENTS))
        elif what == _OTHER:
            notes.append((block.start(_OTHER), "neither a comment nor a keyword with a closed string"))
            broken = broken or last >= 0 or text.startswith("msg", block.start(_OTHER))
    close()
    return Catalogue(header, comments, tuple(units), _numbered(text, notes))


def _numbered(text: str, notes: list[tuple[int, str]]) -> tuple[Note, ...]:
    if not notes:
        return ()
    from bisect import bisect_right

    starts = [line.start for line in lines(text)]
    return tuple(Note(bisect_right(starts, at), reason) for at, reason in notes)


def is_empty(text: str, strings: Strings) -> bool:
    """Whether the strings hold no character at all (an untranslated unit)."""
    return not text[strings.start : strings.end].replace('"', "").strip()


_ESCAPE = lazy(r"\\(?:((?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})){0,7})|(.))")
_PIECE = lazy(r'"([^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"')
_SEAM = lazy(r'"[ \t]*(?:\r\n|\n|\r)[ \t]*"')
_BYTE = lazy(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))")
_PLAIN = {"n": "\n", "t": "\t", "r": " ", "a": " ", "b": " ", "f": " ", "v": " "}


def joined(text: str, strings: Strings) -> str:
    """The text that strings stand for."""
    body = text[strings.start : strings.end]
    if "\\" in body:
        return "".join([_ESCAPE.sub(_unescaped, piece) if "\\" in piece else piece for piece in _PIECE.findall(body)])
    return _SEAM.sub("", body.rstrip())[1:-1]


def runs(text: str, strings: Strings) -> Iterator[tuple[int, int, int]]:
    """Where the text of `joined` stands in the file, in order and without a gap: (start, length, width).

    `length` code points of the text are `width` code points of the file from `start` on.  An escape sequence is a run of its
    own, the only kind with length != width.
    """
    for piece in _PIECE.finditer(text, strings.start, strings.end):
        start, end = piece.span(1)
        if text.find("\\", start, end) >= 0:
            for escape in _ESCAPE.finditer(text, start, end):
                first, after = escape.span()
                if first > start:
                    yield start, first - start, first - start
                yield first, len(_unescaped(escape)), after - first
                start = after
        if start < end:
            yield start, end - start, end - start


def _unescaped(escape: re.Match[str]) -> str:
    return _bytes(escape[0]) if escape[1] else _PLAIN.get(escape[2], escape[2])


def _bytes(escapes: str) -> str:
    """Octal and hexadecimal escapes are bytes of the catalogue's UTF-8."""
    data = bytes((int(h, 16) if h else int(o, 8)) & 255 for h, o in _BYTE.findall(escapes))
    return data.decode("utf-8", "replace").replace("\0", "\ufffd")
