"""What template engines, MDX and formula renderers take out of a Markdown text before it is read as Markdown.

Marks inside of code are found as well; that does no harm, since code is never visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.patterns import lazy
from linter.syntax.md_edits import Edit, Range, blank, splice
from linter.syntax.md_modules import braces, modules
from linter.syntax.spans import MASK

_NO_BLANK_LINE = r"\n(?![ \t]*\n)"
_MARK = lazy(
    rf"\{{(?:\{{(?:[^{{}}\n]++|{_NO_BLANK_LINE}|\{{(?!\{{)|\}}(?!\}}))*+\}}\}}\}}?"
    rf"|%(?:[^%{{}}\n]++|{_NO_BLANK_LINE}|%(?!\}})|\{{(?!%)|\}})*+%\}}"
    rf"|\#(?:[^#{{}}\n]++|{_NO_BLANK_LINE}|\#(?!\}})|\{{(?!\#)|\}})*+\#\}})"
)
_ANY_MARK = lazy(r"\{(?:[{%]|#(?![\w-]+\}))")
_ANY_FORMULA = lazy(r"\\(?:[(\[]|begin\{)")
_ATTRIBUTE = (
    r"(?<![\w-])(?:title|subtitle|text|caption|alt|summary|description|tooltip|heading|header)[ \t]*[=:][ \t]*"
    r"(?:\"([^\"\n]*)\"|'([^'\n]*)'|“([^”\n]*)”)"
)
_SHOWN = lazy(_ATTRIBUTE)
_CALLOUT = lazy(  # the titles of these have no name: {{% notice tip "标题" %}}
    r"\{(?:\{[<%]|%-?)[ \t]*(?:notice|callout|alert|admonition|hint|note|tip|warning|details|expand|spoiler|folding|fold|tabitem)\b"
)
_QUOTED = lazy(r"(?<![=:])[ \t]\"([^\"\n]*)\"")
_BODY = lazy(  # marks around what is no prose
    r"\{(?:\{[<%]|%-?)[ \t]*(highlight|codeblock|code|prism|comment|mermaid|plantuml|math|katex|latex|graphviz|echarts|chart|script|style)"
    r"\b[^{}\n]*(?:[>%]\}|-?%)\}"
)
_FENCE = lazy(r"\n[ \t>]*(?:```|~~~)")
_WIKI = lazy(r"!\[\[[^\[\]\n]{1,200}\]\]|(?<!!)(\[\[[^\[\]|\n]{1,100}\|)([^\[\]|\n]{1,100})(\]\])")
_MARKED = lazy(r"==(?<![=!<>A-Za-z0-9]==)(?=[^\s=])([^=\n]{1,200})(?<=[^\s=])==(?!=)")
_MONEY = lazy("\\$(?=[0-9])[^$\n\\\\^_=]{0,200}[\u4e00-\u9fff][^$\n\\\\^_=]{0,200}\\$(?![0-9])")
_INLINE = r"(?:[^\n\\]|\\(?![()]))"  # of a formula that "\)" ends
_LINES = rf"(?:[^\n\\]|\\(?![\[\]])|{_NO_BLANK_LINE})"  # of a formula that "\]" ends
_FORMULA = lazy(
    rf"\\(?:(?<!\\\\)\((?P<inline>{_INLINE}{{1,500}}+)\\\)"
    rf"|(?<!\\\\)\[(?P<display>{_LINES}{{1,2000}}+)\\\][ \t]*(?=\n|\Z)"
    rf"|\\(?:\((?P<twice>{_INLINE}{{1,500}}+)\\\)|\[(?P<shown>{_LINES}{{1,2000}}+)\\\]))"
)
_BEGIN = lazy(
    r"\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|flalign|cases|split|[bpvBV]?matrix|array|displaymath|math)\*?)\}"
)
_BLANK_LINE = lazy(r"\n[ \t]*\n")
_MATHEMATICAL = lazy(r"\\[A-Za-z]|[\^_=<>]|\A[ \t]*[A-Za-z]'*[ \t]*\Z|\b[A-Za-z]\([A-Za-z]\)")
_REST = lazy(r"[ \t]*(?:\n|\Z)")
_OWN_LINE = lazy(r"(?:^|\n)[ \t>]*\Z")


def templates(text: str, esm: bool = True) -> tuple[str, list[Range], list[Range]]:
    """(the text without template marks, ranges that are MASK characters now, ranges that are blank now)."""
    masks: list[Range] = []
    blanks: list[Range] = []

    def take(found: Iterator[tuple[int, int, str, bool]]) -> None:
        nonlocal text
        edits = []
        for start, end, kind, whole in found:
            edits.append((start, end, blank(text, start, end, " " if whole else MASK)))
            (blanks if whole else masks).append((start, end, kind))
        text = splice(text, edits)

    if _ANY_MARK.search(text):
        take(_bodies(text))
        take(_marks(text))
    if _ANY_FORMULA.search(text):
        take(_environments(text))
        take(_brackets(text))
    mdx = False
    if esm:
        found = list(modules(text))
        mdx = bool(found)
        take((start, end, "code", True) for start, end in found)
    if "{" in text and (mdx or "{/*" in text or _has_component(text)):
        take((start, end, "expression", whole) for start, end, whole in braces(text))
    if "[[" in text:
        take(_wiki(text))
    # Marks that CommonMark has another word for: ==text== vanishes like **text**, and a sum of money is no formula.
    if "==" in text:
        text = splice(text, [edit for mark in _MARKED.finditer(text) for edit in _ends(mark, "**")])
    if "$" in text:
        text = splice(text, [edit for mark in _MONEY.finditer(text) for edit in _ends(mark, "%")])
    return text, masks, blanks


def _ends(mark: re.Match[str], instead: str) -> tuple[Edit, Edit]:
    start, end = mark.span()
    return (start, start + len(instead), instead), (end - len(instead), end, instead)


_COMPONENT = lazy(r"</?[A-Z][\w.]*(?=[\s/>])")


def _has_component(text: str) -> bool:
    """Whether a line begins with a tag of JSX."""
    return any(not text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()].strip(" \t") for tag in _COMPONENT.finditer(text))


def _bodies(text: str) -> Iterator[tuple[int, int, str, bool]]:
    done = 0
    missing: set[str] = set()  # names that are not closed any more
    for opening in _BODY.finditer(text):
        name = opening[1]
        if opening.start() < done or name in missing:
            continue
        pattern = re.compile(rf"\{{(?:\{{[<%]|%-?)[ \t]*(?:/[ \t]*|end){name}[ \t]*(?:[>%]\}}|-?%)\}}")
        closing = pattern.search(text, opening.end())
        if closing is None:
            missing.add(name)
            continue
        start, done = opening.start(), closing.end()
        if not _FENCE.search(text, opening.end(), closing.start()):
            yield start, done, "comment" if name == "comment" else "code", _is_alone(text, start, done)


def _marks(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for mark in _MARK.finditer(text):
        at, end = mark.span()
        if text[at + 1] == "#":
            yield at, end, "comment", _is_alone(text, at, end)
            continue
        shown = list(_SHOWN.finditer(text, at, end)) if text[at + 1] == "%" or text[at + 2] in "<%" else []
        if not shown and _CALLOUT.match(text, at):
            shown = list(_QUOTED.finditer(text, at, end))
        for value in shown:
            first, last = value.span(value.lastindex or 0)
            if first < last:
                yield at, first, "shortcode", False
                at = last
        yield at, end, "shortcode", False


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of a range, so that blanks may take its place: blanks before text make code of it."""
    return _OWN_LINE.search(text, max(0, start - 200), start) is not None and _REST.match(text, end) is not None


def _environments(text: str) -> Iterator[tuple[int, int, str, bool]]:
    done = 0
    ends: dict[str, int] = {}  # where environments end, as far as they were looked for
    for opening in _BEGIN.finditer(text):
        start, first = opening.span()
        if start < done:
            continue
        end = ends.get(opening[1], 0)
        if 0 <= end < first:
            end = ends[opening[1]] = text.find(f"\\end{{{opening[1]}}}", first)
        if end >= 0 and not _BLANK_LINE.search(text, first, end):
            done = end + len(opening[1]) + 6
            yield start, done, "math", False


def _brackets(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for found in _FORMULA.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span()
        # A single backslash may as well keep a bracket from being markup.
        doubtful = kind in ("inline", "display")
        if doubtful and not _MATHEMATICAL.search(found[kind]):
            continue
        if kind == "display" and not _OWN_LINE.search(text, max(0, start - 200), start):
            continue
        yield start, end, "math", False


def _wiki(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for link in _WIKI.finditer(text):
        if link[2] is None:
            yield *link.span(), "image", False
        else:
            yield *link.span(1), "url", False
            yield *link.span(3), "url", False
