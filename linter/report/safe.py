"""The only road from untrusted text to an output.

Documents, glossaries and file names may hold anything: terminal escapes, marks that turn the writing direction round, workflow
commands.  Each function here makes a text harmless for one kind of output, and changes nothing else.
"""

from __future__ import annotations

import re
import unicodedata

from linter.patterns import lazy

# Control characters, format characters (zero-width, bidi, tags), lone surrogates, line and paragraph separators, and marks that
# stack onto what stands before them.
_UNSAFE = ("Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Me")
_BLANK = "\u115f\u1160\u3164\uffa0"  # letters by their category, and invisible


class _Escapes(dict[int, str]):
    """Code point -> what is shown for it; filled as characters turn up."""

    __slots__ = ("_form",)

    def __init__(self, form: str) -> None:
        self._form = form

    def __missing__(self, point: int) -> str:
        char = chr(point)
        unsafe = unicodedata.category(char) in _UNSAFE or char in _BLANK
        shown = self[point] = self._form.format(point) if unsafe else char
        return shown


_VISIBLE = _Escapes(r"\u{{{:x}}}")


def visible(text: str) -> str:
    r"""One line without anything that a terminal obeys or hides: such characters stand as \u{200b}, line breaks as \u{a}."""
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


_COMMAND = lazy(r"^([^\S\n]*(?:\x1b\[[0-9;]*m)*[^\S\n]*):(?=:)", re.MULTILINE)


def log(text: str) -> str:
    """A whole report that a CI runner may read: no line of it is a workflow command (`::error`, `##[error]`).

    The text's own line breaks and colours stay; everything else in it has gone through `visible`.
    """
    if "::" in text:
        text = _COMMAND.sub(r"\1\\u{3a}", text)
    return _without_old_commands(text)


def _without_old_commands(text: str) -> str:
    """`##[error]` counts anywhere in a line."""
    return text.replace("##[", r"#\u{23}[") if "##[" in text else text


def github_message(text: str) -> str:
    """The message of a workflow command; its line breaks stay line breaks."""
    return _without_old_commands(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def github_property(text: str) -> str:
    """A property (file, title) of a workflow command."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")


class _JsonEscapes(dict[int, str]):
    __slots__ = ()

    def __missing__(self, point: int) -> str:
        char = chr(point)
        shown = char
        if point > 0x7E and (unicodedata.category(char) in _UNSAFE or char in _BLANK):
            units = char.encode("utf-16-be", "surrogatepass")
            shown = "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
        self[point] = shown
        return shown


_JSON = _JsonEscapes()


def json_text(text: str) -> str:
    r"""JSON as an encoder wrote it, with what a terminal obeys or hides as \uXXXX: another spelling of the same data."""
    text = text if text.isascii() and "\x7f" not in text else text.translate(_JSON)
    return text.replace("##[", "\\u0023#[") if "##[" in text else text


_HALF = lazy("[\ud800-\udfff]")


def strict_json_text(text: str) -> str:
    """As `json_text`, for readers that refuse half of a surrogate pair: U+FFFD stands for it, and it cannot be got back."""
    return json_text(_HALF.sub("\ufffd", text))


_NO_XML = lazy("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Text for an XML writer, which escapes the marks of XML itself: one visible line of characters that XML may hold."""
    return _without_old_commands(_NO_XML.sub("\ufffd", visible(text)))
