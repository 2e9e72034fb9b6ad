"""PO catalogues: units with the exact ranges of their strings, and the text that the strings stand for.

The scanner looks at each line once and never raises: a place that PO does not know becomes a note, and the entry that holds it is
left out, since nobody can tell what its text is; one entry gets one note.  As in gettext, any blanks and line ends may stand between
a keyword and its strings.  Obsolete entries (`#~`) and previous texts (`#|`) are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.patterns import lazy
from linter.records import NamedTuple


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
    """A place of the file that was not understood, and why."""

    start: int
    reason: str


class Catalogue(NamedTuple):
    """A file's units in order.  The header (the entry with the empty msgid) is kept apart, with the comments above it."""

    header: Unit | None
    comments: Strings  # the comment lines above the header: a range of the file
    units: tuple[Unit, ...]
    notes: tuple[Note, ...]


_GAP, _EOL = r"[ \t\f\v]*+", r"(?:\r\n|\n|\r|\Z)"
_KEYWORD = rf"msg(?:id(?:_plural)?|ctxt|str(?:{_GAP}\[{_GAP}[0-9]{{1,3}}{_GAP}\])?)"
_STRING = rf'"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"{_GAP}(?:{_EOL}|(?=["m#]))'
_BLOCK = lazy(
    rf"{_GAP}(?:(?:({_KEYWORD})[ \t\f\v\r\n]*+)?({_STRING}(?:[ \t\f\v\r\n]*+{_STRING})*)"
    rf'|((?:#|domain{_GAP}")[^\r\n]*{_EOL}(?:{_GAP}#[^\r\n]*{_EOL})*)'
    rf"|([^\r\n]+{_EOL})|[\r\n]+|\Z)"
)
_STRINGS, _COMMENTS, _OTHER = 2, 3, 4  # groups
_ODD = lazy(rf'(?:({_KEYWORD})(?!\w){_GAP})?(?:(")(?:[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"{_GAP}([^\r\n]))?)?')
_RANK = {"msgctxt": 0, "msgid": 1, "msgid_plural": 2, "msgstr": 3}
_FLAGS = lazy(r"(?:\A|[\r\n])[ \t]*#,([^\r\n]*)")
_NONE = Strings(0, 0)


def scan(text: str) -> Catalogue:
    """A catalogue's text -> its units.  Linear in the text; malformed content gives notes and never raises."""
    units: list[Unit] = []
    notes: list[Note] = []
    header: Unit | None = None
    comments = _NONE
    flags: frozenset[str] = frozenset()
    start, last = -1, -1  # of the entry that is being read; `last`: the rank of its last keyword
    broken = False  # what comes before the next msgctxt or msgid belongs to an entry that has its note
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
            note(start, "an entry without msgstr")
        if last >= 0:
            flags = frozenset()
        start, last, heads, forms = -1, -1, [_NONE, _NONE, _NONE], []

    def note(at: int, reason: str) -> None:
        nonlocal broken
        if not broken:
            notes.append(Note(at, reason))
        broken = True

    apart = False  # an empty line stands above
    for block in _BLOCK.finditer(text):
        what = block.lastindex
        if what == _COMMENTS:
            if last >= 0:
                close()
            body = block.group(_COMMENTS)
            if "#," in body:
                flags = flags.union(flag.strip() for line in _FLAGS.findall(body) for flag in line.split(","))
            if header is None and not units:
                comments = Strings(comments.start if comments.end else block.start(_COMMENTS), block.end(_COMMENTS))
        elif what is not None:
            keyword, odd = (block[1], None) if what == _STRINGS else _odd(text, block.start(_OTHER))
            if keyword is None:
                if apart and last == 3:
                    close()
                note(*(odd or (block.start(_STRINGS), "a text in quotes without a keyword")))
                continue
            rank = _RANK[keyword if keyword[3] != "s" else "msgstr"]
            if rank < 2 and not 0 <= last < rank:  # the first keyword of an entry
                close()
                broken = False
            if odd is not None:
                note(*odd)
            elif rank < last or (rank == last and keyword in _RANK) or (rank > 1 and last < 1):
                note(block.start(1), f"{keyword} out of order")
            if last < 0:
                start = block.start(what) if block[1] is None else block.start(1)
            last = max(last, rank)
            if rank == 3:
                forms.append(Strings(*block.span(what)))
            else:
                heads[rank] = Strings(*block.span(what))
        apart = what is None
    close()
    return Catalogue(header, comments, tuple(units), tuple(notes))


def _odd(text: str, start: int) -> tuple[str | None, Note]:
    """Of a line that is no block: its keyword, and where and why it cannot be read."""
    found = _ODD.match(text, start)
    keyword, quote, behind = found.groups() if found else (None, None, None)
    if found is not None and behind is not None:
        return keyword, Note(found.start(3), "there is more behind the closing quote")
    if found is not None and quote is not None:
        return keyword, Note(found.start(2), "a quote that is not closed on its line")
    if keyword is not None:
        return keyword, Note(start, f"{keyword} without a text in quotes")
    return None, Note(start, "neither a comment nor a keyword with a text in quotes")


def is_empty(text: str, strings: Strings) -> bool:
    """Whether the strings hold no character at all (an untranslated unit)."""
    return not text[strings.start : strings.end].replace('"', "").strip()


_ESCAPE = lazy(r"\\(?:((?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})){0,7})|(.))")
_PIECE = lazy(r'"([^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"')
_SEAM = lazy(r'"[ \t\f\v]*[\r\n][ \t\f\v\r\n]*"')
_BYTE = lazy(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))")
_PLAIN = {"n": "\n", "t": "\t", "r": " ", "a": " ", "b": " ", "f": " ", "v": " "}


def joined(text: str, strings: Strings) -> str:
    """The text that strings stand for."""
    body = text[strings.start : strings.end]
    if "\\" not in body:
        plain, seams = _SEAM.subn("", body.rstrip())
        if body.count('"') == 2 * seams + 2:  # no two strings on one line
            return plain[1:-1]
    return "".join([_ESCAPE.sub(_unescaped, piece) if "\\" in piece else piece for piece in _PIECE.findall(body)])


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
