"""What literals look like: one pattern for each kind, and the questions that a pattern cannot answer.

All patterns run inside a chunk (ASCII without spaces, see `literals`), start at most once in each word and repeat without
choice, so that time stays linear in the text.
"""

from __future__ import annotations

import re

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_UNIT = r"(?:[\w.@+~*%${}^#!,-]|\[[\w-]{1,20}\]|<[^<>\n\ufffc]{1,60}>)"  # of a path's part
_VALUE = r"(?:\([^()\s]{1,80}\)|[^\s;,()\[\]\"'|]{0,80})"
_PARAMETER = r"(?:%(?:[0-9]\$)?s|<[^<>\n\ufffc]{1,60}>|\*)"  # stands for a part of a dotted name: branch.%s.merge
_KINDS: tuple[tuple[str, str], ...] = (
    ("url", r"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://(?=[^\s/])|file:///|mailto:(?=\w)|www\.(?=[\w-]{1,63}\.\w))"),
    ("email", r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"),
    ("tag", r"</?[A-Za-z][\w:.-]*(?:\s[^<>\n]{0,300})?/?>"),
    (
        "placeholder",
        r"%(?:[1-9][0-9]?\$)?[-+#0']{0,3}(?:\*|[0-9]{1,3})?(?:\.(?:\*|[0-9]{1,2}))?(?:hh?|ll?|[qjztL])?[diouxXeEfFgGcrsSapn](?![A-Za-z])"
        r"|%<[A-Za-z0-9]{1,20}>|%\([^()\s]{1,60}\)[-+#0-9.]{0,6}[A-Za-z]|%L?[1-9][0-9]?(?![0-9.%])|%[A-Z_][A-Z0-9_]{1,60}%"
        r"|\$\{[^{}\n]{1,80}\}|\$\([^()\n]{1,80}\)|\$\$?[A-Za-z_]\w*"
        r"|\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|#?\{[\w.!:$/*-]{0,60}\}",
    ),
    (
        "option",
        r"(?<![\w-])--?(?:\[no-\])?(?=[A-Za-z0-9])[\w-]+(?:\[[\w-]{1,20}\])?(?:=VALUE|\[=VALUE\])?".replace("VALUE", _VALUE),
    ),
    ("path", rf"(?<![\w.@+~*%${{}}^#!,/\\-])(?:[A-Za-z]:(?=[/\\]))?{_UNIT}*(?:[/\\]{_UNIT}*)+"),
    ("scope", r"(?<![\w:])[A-Za-z_]\w*(?:::~?[A-Za-z_]\w*)+"),
    ("assignment", r"(?<![\w.-])[A-Za-z_][\w.-]{0,80}==?[\w.+*%$/{\"'-][^\s;,()|]{0,80}"),
    ("call", r"(?<![\w.])[A-Za-z_][\w.]{0,100}\((?:\)|\.\.\.\))"),
    (
        "name",
        r"(?<![\w.-])\.?[A-Za-z_][\w-]*(?:\.(?:[A-Za-z0-9_][\w-]*|PARAMETER))*\.(?:[A-Za-z_][\w-]*|PARAMETER)|(?<![\w.])\.[A-Za-z_][\w-]*".replace(
            "PARAMETER", _PARAMETER
        ),
    ),
    (
        "identifier",
        r"(?<![\w-])@[A-Za-z][\w./-]*|\b_*[A-Za-z0-9]+_(?=\w*[A-Za-z0-9])\w*|\b__\w+__\b|\b[a-z][a-z0-9]+(?:[A-Z][a-z0-9]+)+[A-Z]*\b",
    ),
    ("hash", r"(?<![\w-])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,64}(?![\w-])"),
)
_ANGLE = r"</?(?![\s<>=])[^<>\n\ufffc]{1,80}(?<!\s)>"


def _union(form: str, without: str = "") -> re.Pattern[str]:
    kinds = [(kind, _ANGLE if kind == "tag" and form == "po" else shape) for kind, shape in _KINDS if kind != without]
    return re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in kinds), re.ASCII)


_FORMS = ("markdown", "text", "po")
_PROSE, _PROSE_PATHLESS = _union("text"), _union("text", "path")
SHAPES = {form: _union(form) if form == "po" else _PROSE for form in _FORMS}
PATHLESS = {form: _union(form, "path") if form == "po" else _PROSE_PATHLESS for form in _FORMS}

# Han letters belong to a URL only where its own punctuation leads to them: …/wiki/智能体, but not …/b的文档.
_URL = re.compile(rf"(?:[!#-;=?-_a-~]|(?<=[/=#_%&?+{_HAN}-])[{_HAN}])*")
_FILE = re.compile(r"\w\.[A-Za-z][A-Za-z0-9]{0,5}$", re.ASCII)
_NAME_ENDINGS = frozenset(("js", "net", "com", "org", "io", "ai", "app", "dev", "co"))  # of products and companies: Node.js


def url_end(text: str, start: int) -> int:
    """The end of the URL at `start`, without the punctuation of the sentence around it."""
    end = _URL.match(text, start).end()  # type: ignore[union-attr]
    while end > start:
        last = text[end - 1]
        unpaired = last in ")]}" and text.count(last, start, end) > text.count("([{"[")]}".index(last)], start, end)
        if not unpaired and last not in ".,;:!?'*|":
            break
        end -= 1
    return end


def accepts(kind: str, text: str, start: int, end: int, form: str) -> int:
    """The end of the literal of this kind at `start`, or 0 where it is prose after all."""
    if kind == "path":
        end -= len(text[start:end]) - len(text[start:end].rstrip(".,!"))
        return end if _is_path(text[start:end], _before(text, start), form) else 0
    if kind == "name":
        end -= text[start:end].endswith("-")
        return end if _is_dotted_name(text[start:end], _before(text, start)) else 0
    if kind == "option":
        return end if _is_option(text[start:end], _before(text, start), form) else 0
    if kind == "placeholder":
        return 0 if text[start] == "%" and _before(text, start).isdigit() else end
    if kind == "assignment" and form != "po":
        return end if text[start].islower() or text[start] == "_" else 0
    return end


def _before(text: str, start: int) -> str:
    return text[start - 1] if start else " "


def _is_path(token: str, before: str, form: str) -> bool:
    """/usr/lib, ~/.config, src/main.py, refs/heads/ and C:\\temp, but not and/or, TCP/IP, 24/7 and 苹果/Apple."""
    parts = token.replace("\\", "/").split("/")
    if not any(part.strip(".*-~") for part in parts):
        return False
    if parts[0] in ("~", ".", "..") or (len(parts[0]) == 2 and parts[0][1] == ":"):
        return True
    if "\\" in token:
        return token.rstrip("\\") != "" and not token.endswith("\\")
    if not parts[0]:  # a leading slash, unless it joins two words of prose
        return not (before.isalnum() or before in "_)]\"'”’）》\ufffc") and (parts[1][:1].isalpha() or parts[1][:1] in "._")
    if any(
        part[:1] == "@" or "_" in part or "$" in part or "{" in part or "<" in part or "*" in part.strip("*") for part in parts
    ):
        return True
    if any(_is_dotted_name(part, " ") for part in parts if "." in part.strip(".")) and all(part.isascii() for part in parts):
        return bool(_FILE.search(parts[-1])) or any(part[:1] == "." for part in parts) or parts[0].count(".") > 0
    if not parts[-1]:  # refs/heads/
        return len(parts) > (1 if form == "po" else 2) and parts[0][:1].isalpha() and all(parts[:-1])
    return form == "po" and len(parts) > 2 and all(part and not part.isdigit() for part in parts)


def _is_dotted_name(token: str, before: str) -> bool:
    """os.path.join, pack.deltaCacheLimit, README.md, .gitignore, but not e.g, Ph.D, U.S, Node.js, .NET and 3.x."""
    if token[0] == ".":
        return token[1].islower() and not before.isalnum() if token.count(".") == 1 else not before.isalnum()
    parts = token.split(".")
    first, second = parts[0], parts[1]
    if all(len(part) == 1 for part in parts) or (
        second[0].isupper() and len(first) < 3 and (len(first) == 1 or first[0].isupper())
    ):
        return False  # e.g, U.S, Ph.D, b.If
    if parts[-1] in ("x", "X") and parts[-2][-1].isdigit():
        return False
    return not (len(parts) == 2 and token[0].isupper() and parts[1].lower() in _NAME_ENDINGS)


def _is_option(token: str, before: str, form: str) -> bool:
    """--no-index, -p, but not a dash between words: 智能体 --agent 智能体-A."""
    long = token.startswith("--")
    if before.isalnum() or before == "\ufffc":  # glued to Han: a dash, unless the token itself looks like an option
        return long and (form == "po" or "-" in token[2:] or "=" in token)
    if long:
        return True
    name = token[1:].partition("=")[0]
    return name[:1].isalpha() and (len(name) == 1 or (form == "po" and "-" not in name) or name != token[1:])
