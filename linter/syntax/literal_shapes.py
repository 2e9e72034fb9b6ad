"""What literals look like: one pattern for each kind, and the questions that a pattern cannot answer.

Patterns run inside a chunk (ASCII without spaces, see `literals`), start at most once in each word and repeat without choice,
so that time stays linear in the text.  Each is compiled when a chunk first holds one of its characters: a plain text needs few
of them, and compiling all takes longer than reading it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from linter.patterns import lazy

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_ANGLE = r"</?(?![\s<>=])[^<>\n\ufffc]{1,80}(?<!\s)>"  # <选项>, <git@host>
_UNIT = r"(?:[\w.@+~*%${}^#!,-]|\[[\w-]{1,20}\]|<[^<>\n\ufffc]{1,60}>)"  # of a path's part
_VALUE = r"(?:\([^()\s]{1,80}\)|[^\s;,()\[\]\"'|]{0,80})"
_PARAMETER = r"(?:%(?:[0-9]\$)?s|<[^<>\n\ufffc]{1,60}>|\*)"  # stands for a part of a dotted name: branch.%s.merge

# kind, the characters of which a chunk must hold one, pattern: from the kind that wins where two begin at the same place
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("url", ":.", r"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://|mailto:(?=\w)|www\.(?=[\w-]{1,63}\.\w))"),
    ("email", "@", r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"),
    ("tag", "<", r"</?[A-Za-z][\w:.-]*(?:\s[^<>\n]{0,300})?/?>"),
    ("path", "/\\", rf"(?<![\w.@+~*%${{}}^#!,/\\-])(?:[A-Za-z]:(?=[/\\]))?{_UNIT}*(?:[/\\]{_UNIT}*)+"),
    (
        "placeholder",
        "%",
        r"%(?:[1-9][0-9]?\$)?[-+#0']{0,3}(?:\*|[0-9]{1,3})?(?:\.(?:\*|[0-9]{1,2}))?(?:hh?|ll?|[qjztL])?[diouxXeEfFgGcrsSapn](?![A-Za-z])"
        r"|%<[A-Za-z0-9]{1,20}>|%\([^()\s]{1,60}\)(?:[-+#0-9.]{0,6}[diouxXeEfFgGcrsa](?![A-Za-z]))?"
        r"|%L?[1-9][0-9]?(?![0-9.%])|%[A-Z_][A-Z0-9_]{1,60}%",
    ),
    (
        "variable",
        "${",
        r"\$\{[^{}\n]{1,80}\}|\$\([^()\n]{1,80}\)|\$\$?[A-Za-z_]\w*"
        r"|\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|#?\{[\w.!:$/*-]{0,60}\}",
    ),
    ("option", "-", rf"(?<![\w-])--?(?:\[no-\])?(?=[A-Za-z0-9])[\w-]+(?:\[[\w-]{{1,20}}\])?(?:={_VALUE}|\[={_VALUE}\])?"),
    ("scope", ":", r"(?<![\w:])[A-Za-z_]\w*(?:::~?[A-Za-z_]\w*)+"),
    (
        "assignment",
        "=",
        r"(?<![\w.-])[A-Za-z_][\w.-]{0,80}==?(?:\"[^\"\s]{0,80}\"?|'[^'\s]{0,80}'?|[\w.+*%$/{-][^\s;,()|'\"]{0,80})",
    ),
    ("call", "(", r"(?<![\w.])[A-Za-z_][\w.]{0,100}\((?:\)|\.\.\.\))"),
    (
        "name",
        ".",
        rf"(?<![\w.-])\.?[A-Za-z_][\w-]*(?:\.(?:[A-Za-z0-9_][\w-]*|{_PARAMETER}))*\.(?:[A-Za-z_][\w-]*|{_PARAMETER})"
        r"|(?<![\w.])\.[A-Za-z_][\w-]*",
    ),
    ("identifier", "_@", r"(?<![\w-])@[A-Za-z][\w./-]*|\b_*[A-Za-z0-9]+_(?=\w*[A-Za-z0-9])\w*|\b__\w+__\b"),
    ("camel", "", r"\b[a-z][a-z0-9]+(?:[A-Z][a-z0-9]+)+[A-Z]*\b"),
    ("hash", "", r"(?<![\w-])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,64}(?![\w-])"),
)
_compiled: dict[str, re.Pattern[str]] = {}


Candidate = tuple[int, int, int, str]  # start, rank, end, kind


@lru_cache(4096)  # options, placeholders and names recur
def candidates_in(chunk: str, form: str) -> list[Candidate]:
    """`candidates` of a chunk by itself: what they are where no ASCII character but a space stands in front of it."""
    return candidates(chunk, 0, len(chunk), form)


def candidates(text: str, start: int, end: int, form: str) -> list[Candidate]:
    """What looks like a literal in a chunk of a text, in order of precedence.  Ranges may overlap."""
    chunk = text[start:end]
    found = []
    for rank, (kind, hints, shape) in enumerate(_KINDS):
        if hints:
            if hints[0] not in chunk and (len(hints) == 1 or hints[1] not in chunk):
                continue
        elif chunk.islower() == (kind == "camel"):  # a camel has a hump, a hash has none
            continue
        name = "angle" if form == "po" and kind == "tag" else kind
        pattern = _compiled.get(name)
        if pattern is None:
            pattern = _compiled[name] = re.compile(_ANGLE if name == "angle" else shape, re.ASCII)
        for match in pattern.finditer(text, start, end):
            found.append((match.start(), rank, match.end(), kind))
    found.sort()
    return found


# Han letters belong to a URL only where its own punctuation leads to them: …/wiki/智能体, but not …/b的文档.
_URL = rf"(?:[!#-;=?-_a-~]|(?<=[/=#_%&?+{_HAN}-])[{_HAN}])*"
_FILE_ENDING = lazy(r"\w\.[A-Za-z][A-Za-z0-9]{0,5}$", re.ASCII)
_NAME_ENDINGS = frozenset(("js", "net", "com", "org", "io", "ai", "app", "dev", "co"))  # of products and companies: Node.js


def literal_end(kind: str, text: str, start: int, end: int, form: str) -> int:
    """Where the literal of this kind at `start` really ends, or 0 where it is prose after all."""
    check = _CHECKS.get(kind)
    return check(text, start, end, form) if check else end


def _url(text: str, start: int, end: int, form: str) -> int:
    """Without the punctuation of the sentence around it; Han letters may make it longer."""
    pattern = _compiled.get("url tail")
    if pattern is None:
        pattern = _compiled["url tail"] = re.compile(_URL)
    end = pattern.match(text, start).end()  # type: ignore[union-attr]
    while end > start:
        last = text[end - 1]
        unpaired = last in ")]}" and text.count(last, start, end) > text.count("([{"[")]}".index(last)], start, end)
        if not unpaired and last not in ".,;:!?'*|":
            break
        end -= 1
    return end


def _path(text: str, start: int, end: int, form: str) -> int:
    """/usr/lib, ~/.config, src/main.py, refs/heads/ and C:\\temp, but not and/or, TCP/IP, 24/7 and 苹果/Apple."""
    token = text[start:end].rstrip(".,!")
    return start + len(token) if _is_path(token, _before(text, start), form) else 0


def _is_path(token: str, before: str, form: str) -> bool:
    parts = token.replace("\\", "/").split("/")
    first, last = parts[0], parts[-1]
    if len(parts) == 1 or not any(part.strip(".*-~") for part in parts):
        return False
    if first in ("~", ".", "..") or (len(first) == 2 and first[1] == ":"):
        return True
    if "\\" in token:
        return not token.endswith("\\")
    if not first:  # a leading slash, unless it joins two words of prose
        return not (before.isalnum() or before in "_)]\"'”’）》\ufffc") and (parts[1][:1].isalpha() or parts[1][:1] in "._")
    if any(part[:1] == "@" or "*" in part.strip("*") or any(mark in part for mark in "_${<") for part in parts):
        return True
    if any("." in part.strip(".") and _is_dotted_name(part, " ") for part in parts):
        return bool(_FILE_ENDING.search(last)) or any(part[:1] == "." for part in parts) or "." in first
    if not last:  # refs/heads/
        return len(parts) > (1 if form == "po" else 2) and first[:1].isalpha() and all(parts[:-1])
    return form == "po" and len(parts) > 2 and all(part and not part.isdigit() for part in parts)


def _name(text: str, start: int, end: int, form: str) -> int:
    end -= text[end - 1] == "-"
    return end if _is_dotted_name(text[start:end], _before(text, start)) else 0


def _is_dotted_name(token: str, before: str) -> bool:
    """os.path.join, pack.deltaCacheLimit, README.md, .gitignore, but not e.g, Ph.D, U.S, Node.js, .NET and 3.x."""
    if token[0] == ".":
        return token[1:2].islower() and not before.isalnum() if token.count(".") == 1 else not before.isalnum()
    parts = token.split(".")
    first, second, last = parts[0], parts[1], parts[-1]
    if all(len(part) == 1 for part in parts) or (
        second[:1].isupper() and len(first) < 3 and (len(first) == 1 or first[0].isupper())
    ):
        return False  # e.g, U.S, Ph.D, b.If
    if last in ("x", "X") and parts[-2][-1:].isdigit():
        return False
    return not (len(parts) == 2 and first[:1].isupper() and second.lower() in _NAME_ENDINGS)


def _option(text: str, start: int, end: int, form: str) -> int:
    """--no-index, -p, but not a dash between words: 智能体 --agent 智能体-A."""
    token, before = text[start:end], _before(text, start)
    long = token.startswith("--")
    if before.isalnum() or before == "\ufffc":  # glued to Han: a dash, unless the token itself looks like an option
        return end if long and (form == "po" or "-" in token[2:] or "=" in token) else 0
    name = token[1:].partition("=")[0]
    single = name[:1].isalpha() and (len(name) == 1 or (form == "po" and "-" not in name) or name != token[1:])
    return end if long or single else 0


def _placeholder(text: str, start: int, end: int, form: str) -> int:
    return 0 if _before(text, start).isdigit() else end  # 5%d is five per cent


def _assignment(text: str, start: int, end: int, form: str) -> int:
    return end if form == "po" or text[start].islower() or text[start] == "_" else 0


def _before(text: str, start: int) -> str:
    return text[start - 1] if start else " "


_CHECKS: dict[str, Callable[[str, int, int, str], int]] = {
    "url": _url,
    "path": _path,
    "name": _name,
    "option": _option,
    "placeholder": _placeholder,
    "assignment": _assignment,
}
