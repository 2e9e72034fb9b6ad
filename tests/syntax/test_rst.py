"""Inline reStructuredText: what is shown, and what of it is a literal."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from linter.syntax.rst import MARKUP, TARGET, marks

# what is written -> what is shown, literals in ⟦…⟧
SHOWN = {
    "code": ("use ``agent.run()`` here", "use ⟦``agent.run()``⟧ here"),
    "code with a backtick inside": ("see ``a`b`` now", "see ⟦``a`b``⟧ now"),
    "code glued to Chinese": ("调用``run``方法", "调用⟦``run``⟧方法"),
    "a code role": ("the :class:`Agent` class", "the ⟦:class:`Agent`⟧ class"),
    "a role of a domain": ("a :c:type:`PyObject *` here", "a ⟦:c:type:`PyObject *`⟧ here"),
    "a bare term is prose": ("an :term:`iterator` is", "an iterator is"),
    "the label of a term": ("many :term:`file objects <file object>`.", "many file objects."),
    "the label of a reference": ("see :ref:`the agent loop <agent-loop>`", "see the agent loop"),
    "a bare reference": ("see :ref:`agent-loop`", "see ⟦:ref:`agent-loop`⟧"),
    "a prose label of a code role": ("见 :class:`智能体类 <Agent>`", "见 智能体类"),
    "a code label of a code role": ("see :meth:`run <Agent.run>`", "see ⟦:meth:`run <Agent.run>`⟧"),
    "a link": ("the `agent guide <https://example.org/agent>`_ says", "the agent guide says"),
    "an anonymous link": ("the `agent guide <https://example.org>`__ says", "the agent guide says"),
    "a named link": ("the `agent guide`_ says", "the agent guide says"),
    "strong text": ("a **strong agent** here", "a strong agent here"),
    "emphasis": ("an *agent* here", "an agent here"),
    "strong text glued to Chinese": ("这是**智能体**的", "这是智能体的"),
    "a substitution": ("version |release| of it", "version ⟦|release|⟧ of it"),
    "a footnote": ("an agent [1]_ and [#note]_", "an agent  and "),
    "an escaped space": (r"``x``\ 类", "⟦``x``⟧类"),
    "an escaped star": (r"a \* b", "a * b"),
    "an abbreviation": (":abbr:`LLM (Large Language Model)` is", "LLM (Large Language Model) is"),
    "a power is no emphasis": ("2*3*4 and x**y**z", "2*3*4 and x**y**z"),
    "arguments are no emphasis": ("*args and **kwargs", "*args and **kwargs"),
    "alternatives are no substitution": ("int | str or a|b|c", "int | str or a|b|c"),
    "an unclosed backtick": ("an ` agent", "an ` agent"),
    "plain text": ("Nothing: here [at] all.", "Nothing: here [at] all."),
}


@pytest.mark.parametrize(("text", "expected"), SHOWN.values(), ids=SHOWN.keys())
def test_what_is_shown(text: str, expected: str) -> None:
    found, _ = marks(text)
    shown = text
    for start, end, kind in reversed(found):
        shown = shown[:start] + ("" if kind in (MARKUP, TARGET) else f"⟦{shown[start:end]}⟧") + shown[end:]
    assert shown == expected
    assert all(a.end <= b.start for a, b in pairwise(found))


WORDS = {
    "an emphasised identifier": ("the *iterable* argument", [("iterable", "iterable", "parameter", True)]),
    "emphasised prose": ("it *must not* be", []),
    "emphasised Chinese": ("这是 *开头*", []),
    "a bare term": ("an :term:`Iterator`", [("Iterator", "iterator", "role-target", True)]),
    "a labelled term": (":term:`迭代器 <iterator>`", [("迭代器", "iterator", "role-target", False)]),
    "a link's title": ("`Agent guide <https://example.org>`_", [("Agent guide", "Agent guide", "title", True)]),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS.keys())
def test_words_that_the_other_side_decides(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert [(text[word.start : word.end], word.key, word.kind, word.bare) for word in marks(text)[1]] == expected


@pytest.mark.parametrize("unit", ["*", "* a", "`", "``a", ":a:`", ":a:`b <", "**a", "|a", "[a", "\\", ":a:` ", "`a <b>"])
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    start = time.perf_counter()
    marks("x " + unit * (100_000 // len(unit)))
    assert time.perf_counter() - start < 3  # 0.1 s when it is linear, minutes when it is not
