"""The text of a cell before anyone reads it: markup left over, invisible characters, brackets, quotes, separators."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from linter.patterns import lazy
from linter.records import NamedTuple

# Han and its neighbours (kana, hangul), written as what they are not: letters beyond the alphabets of the West.  The ranges of Han
# themselves take re two milliseconds to compile, every time they are used.
_WIDE = r"[^\W\x00-\u04ff]"
OPENING = "（([【〔［"
CLOSING = "）)]】〕］"
_BRACKET = lazy(r"[（(\[【〔［）)\]】〕］]")

# A cell of which nothing needs to be read: words, with single spaces or hyphens between them.
_PLAIN = lazy(r"(?:[^\W\d_][^\W_]*(?:[ -][^\W_]+)*)?")
_APART = lazy(rf"(?<={_WIDE}) +(?={_WIDE})")

LONGEST_CELL = 1000  # code points that are read of a cell: nothing behind them is a term, and time stays linear

_INVISIBLE = lazy("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_SPACE = lazy(r"[^\S\r\n]+")
_BREAK = lazy(r"\s*(?:[\r\n]+|<br\s*/?>)\s*", re.IGNORECASE)
_FOOTNOTE = lazy(r"\[\^[^\]\s]{1,40}\]|(?<!\w)\[\[\d{1,3}\]\](?:\([^()\s]{0,2000}\))?|(?<!\w)\[\d{1,3}\](?:\([^()\s]{0,2000}\))?")
_LINK = lazy(r"!?\[([^\[\]]{1,200})\]\([^()\s]{1,2000}\)")
_STRONG = lazy(r"\*\*([^*]{1,200})\*\*")
_CODE = lazy(r"(`{1,3})([^`]{1,200})\1")
_EMPHASIS = lazy(rf"(?<![\w*])(__|[_*])(?=[^_*]*{_WIDE})([^_*]{{1,200}})\1(?![\w*])")
_HAN = lazy(r"[^\W\x00-\u2e7f\uff00-\uffef]")
_LETTER = lazy(r"[^\W_]")
_QUOTED = lazy(r"[\"“”「『]([^\"“”「」『』]{1,60})[\"“”」』]")
_GAP = lazy(r"[…⋯~～〜]|\.\.\.|。。。")
_QUOTES = "\"“”「」『』‘’'"
_EDGES = " \t。．，、；：！,;:!"
_ELLIPSIS = lazy(rf"\s*(?:…+|⋯+|\.{{3,}}|。{{3,}}|(?<={_WIDE})[~～〜](?={_WIDE}))\s*")


class Piece(NamedTuple):
    """A stretch of a cell: text outside brackets, or what stands inside one pair of them."""

    text: str
    bracketed: bool = False
    square: bool = False


def is_plain(text: str) -> bool:
    """Whether a cell is one form as it stands, with nothing to read in it.  Fast: most cells of a large glossary are plain."""
    if _PLAIN.fullmatch(text) is None:
        return False
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not (" " in text and _APART.search(text)))


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


def has_letter(text: str) -> bool:
    """Whether there is any letter, digit or Han character: what a term must have to be found in a text."""
    return _LETTER.search(text) is not None


def han_only(text: str) -> bool:
    return bool(text) and all(_HAN.match(char) for char in text)


def clean(raw: str) -> str:
    """A cell as people read it: NFC, markup and footnotes dropped, spaces single; a line break becomes "；"."""
    if raw.isascii() and raw.isalnum():
        return raw
    text = unicodedata.normalize("NFC", raw)
    text = _INVISIBLE.sub("", text)
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text)
    text = _BREAK.sub("；", text.strip())
    text = _SPACE.sub(" ", text)
    if "[" in text:
        text = _LINK.sub(r"\1", _FOOTNOTE.sub("", text))
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\1", text))
    if "\\" in text:
        text = re.sub(r"\\([|_*`\[\]\\])", r"\1", text)
    return unicodedata.normalize("NFC", text).strip()


@lru_cache(maxsize=64)  # one cell is taken apart several times while it is read
def pieces(text: str) -> tuple[tuple[Piece, ...], bool]:
    """Text outside brackets and inside outermost ones, in order; and whether the brackets are balanced.

    Kinds of brackets may be mixed, as in "（abc)".  What follows a bracket that is never closed counts as inside it.
    """
    if not _BRACKET.search(text):
        return (Piece(text),) if text else (), True
    found: list[Piece] = []
    depth = start = 0
    square = False
    balanced = True
    for bracket in _BRACKET.finditer(text):
        at, char = bracket.start(), bracket[0]
        if char in OPENING:
            if depth == 0:
                if at > start:
                    found.append(Piece(text[start:at]))
                start, square = at + 1, char in "[【〔［"
            depth += 1
        elif char in CLOSING:
            if depth == 0:  # a stray one: what stands before it is read as if it were not there
                balanced = False
                if at > start:
                    found.append(Piece(text[start:at]))
                start = at + 1
                continue
            depth -= 1
            if depth == 0:
                found.append(Piece(text[start:at].strip(), True, square))
                start = at + 1
    if depth:
        balanced = False
    if start < len(text):
        found.append(Piece(text[start:].strip() if depth else text[start:], depth > 0, square and depth > 0))
    return tuple(found), balanced


def split(text: str, separators: str, atoms: tuple[str, ...] = ()) -> list[str]:
    """Parts of a text between any of the separators, trimmed, empty ones left out.

    Brackets and quotes hold together what is inside them, `atoms` are strings that are never split; a comma between two
    digits and a slash beside another or between two digits separate nothing.
    """
    if frozenset(separators).isdisjoint(text):
        return [text.strip()] if text.strip() else []
    held = _held(text, atoms)
    parts: list[str] = []
    start = 0
    for at, char in enumerate(text):
        if char not in separators or held[at]:
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char in ",/" and before.isdigit() and after.isdigit() and before.isascii() and after.isascii():
            continue
        if char == "/" and "/" in (before, after):
            continue
        parts.append(text[start:at])
        start = at + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _held(text: str, atoms: tuple[str, ...]) -> list[bool]:
    held = [False] * len(text)
    depth = 0
    for at, char in enumerate(text):
        if char in CLOSING:
            depth = max(0, depth - 1)
        held[at] = depth > 0
        if char in OPENING:
            depth += 1
    if depth:  # an open bracket holds nothing: a separator behind it is better than none
        held = [False] * len(text)
    for quoted in _QUOTED.finditer(text):
        held[quoted.start() : quoted.end()] = [True] * len(quoted[0])
    for atom in atoms:
        at = text.find(atom)
        while at >= 0:
            held[at : at + len(atom)] = [True] * len(atom)
            at = text.find(atom, at + len(atom))
    return held


def quoted(text: str) -> list[str]:
    """Everything between quotes, brackets inside left out: “大语言模型（LLM）” gives 大语言模型."""
    return [form for form in (form_of(outside(match)) for match in _QUOTED.findall(text)) if form]


def quoted_spans(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m[1]) for m in _QUOTED.finditer(text)]


def unquoted(text: str) -> str:
    """The text with every quotation left out."""
    return _QUOTED.sub("", text)


def outside(text: str) -> str:
    """The text without its brackets and what they hold."""
    if not _BRACKET.search(text):
        return text.strip()
    return "".join(piece.text for piece in pieces(text)[0] if not piece.bracketed).strip()


def form_of(text: str) -> str:
    """A rendering ready to be looked for: quotes around it, closing punctuation and spaces between Han left out.

    "" where nothing is left that has a letter, a digit or a Han character.
    The gap of a discontinuous rendering is written "……", whatever stood for it; none stands at the ends.
    """
    text = text.strip(_EDGES)
    quotes = [at for at, char in enumerate(text) if char in _QUOTES]
    if quotes and all(at in (0, len(text) - 1) for at in quotes):
        text = text.strip(_QUOTES).strip(_EDGES)
    if _GAP.search(text):
        text = _ELLIPSIS.sub("……", text)
        text = re.sub("(?:……)+", "……", text).strip("… ")
    if " " in text:
        text = _APART.sub("", text)
    return text if has_letter(text) else ""


def distinct(forms: list[str], without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The forms in order, each once, empty ones and those of `without` left out."""
    return tuple(form for form in dict.fromkeys(forms) if form and form not in without) if forms else ()
