"""Literals in running text: URLs, paths, options, placeholders, identifiers, tags: whatever is written for a machine.

A text is scanned once for the few characters that no plain word holds; only the chunk around such a character, a run of
ASCII without spaces (but for those in tags and braces), is looked at closely (`literal_shapes`).  Ranges that a reader has masked already (runs of MASK) are
not ASCII and so never part of a chunk.
"""

from __future__ import annotations

import re

from linter.patterns import lazy
from linter.syntax.literal_shapes import candidates, candidates_in, literal_end

Range = tuple[int, int, str]  # start, end (exclusive) in code points of the text, kind

_TRIGGER = lazy(
    r"[/\\_@$%{<=.:()A-Z\-0-9]"  # one class in front: the engine skips everything else quickly
    r"(?:(?<=[/\\_@$%{<=])"
    r"|(?<=\.)(?=[A-Za-z_])"
    r"|(?<=:)(?=:[A-Za-z_])"
    r"|(?<=\w\()(?=\)|\.\.\.\))"
    r"|(?<=[a-z0-9][A-Z])(?=[a-z])"
    r"|(?<=-)(?=-[A-Za-z\[])|(?<![\w-]-)(?<=-)(?=[A-Za-z])"
    r"|(?<=[0-9])(?=[a-f][0-9a-f]{2}))",
    re.ASCII,
)
_LONGEST = 2000  # a run of ASCII without a space that is longer is a blob (base64, minified code), whatever it holds
_BRACES = r"\{(?:\{[^{}\n\ufffc]{0,80}\}\}|%[^{}\n\ufffc]{0,80}%\})?"
_CHUNK_END = lazy(rf"(?:[!-;=-z|-~]|{_BRACES}|<(?:/?[A-Za-z][^<>\n\ufffc]{{0,300}}>)?){{0,{_LONGEST}}}")
_CHUNK_END_PO = lazy(rf"(?:[!-;=-z|-~]|{_BRACES}|<(?:[^\s<>=][^<>\n\ufffc]{{0,300}}>)?){{0,{_LONGEST}}}")
_ASCII = lazy(r"[!-~]*")


def find_literals(text: str, form: str) -> list[Range]:
    """Ranges of `text` that are not prose, ascending and without overlap: (start, end, kind).

    `form` says how doubtful tokens are read.  "markdown", "text": prose written by people, where code mostly stands in
    backticks, so that Node.js, iPhone, and/or, agent—planner stay prose.  "po": messages of programs, where code stands bare
    and angle brackets hold placeholders in any language (<选项>).
    """
    chunk_end = _CHUNK_END_PO if form == "po" else _CHUNK_END
    found: list[Range] = []
    done = 0  # everything before is settled
    trigger = _TRIGGER.search(text)
    while trigger:
        at = start = trigger.start()
        while start > done and "!" <= text[start - 1] <= "~":
            start -= 1
        done = chunk_end.match(text, at).end()  # type: ignore[union-attr]
        if done - start >= _LONGEST:
            done = _ASCII.match(text, done).end()  # type: ignore[union-attr]
            found.append((start, done, "blob"))
        else:
            settled = start
            alone = not (start and "!" <= text[start - 1] <= "~")
            shapes, base = (candidates_in(text[start:done], form), start) if alone else (candidates(text, start, done, form), 0)
            for first, _, last, kind in shapes:
                first += base
                if first >= settled and (end := literal_end(kind, text, first, last + base, form)):
                    found.append((first, end, kind))
                    settled = end
            done = max(done, settled)
        trigger = _TRIGGER.search(text, max(done, at + 1))
    return found
