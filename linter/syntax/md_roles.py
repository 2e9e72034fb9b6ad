"""Roles of MyST, Sphinx and d2l in Markdown: a name before a code span, whose content may be prose.

{term}`智能体 <agent>`, :ref:`下一节 <next>`: the label is prose, the target is a literal.  :numref:`fig_x`: all literal.
"""

from __future__ import annotations

from linter.patterns import lazy

_ROLE = lazy(r"(?:\{([A-Za-z][\w:+.-]{0,40})\}|:([A-Za-z][\w:+.-]{0,40}):)$")
_LABELLED = lazy(r"([^<>]*[^<>\s])\s*<[^<>]+>")
_PROSE = frozenset("term abbr abbreviation dfn guilabel emphasis strong title-reference index sub sup".split())


def role_before(text: str) -> int:
    """Where the role begins that the text ends with, or -1."""
    role = _ROLE.search(text, max(0, len(text) - 45))
    return role.start() if role else -1


def role_label(role: str, content: str) -> int:
    """How many characters of a role's content are prose, from its beginning."""
    labelled = _LABELLED.fullmatch(content)
    if labelled:
        return labelled.end(1)
    return len(content) if role.strip("{}:") in _PROSE else 0
