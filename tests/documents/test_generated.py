"""Markdown that is put together from blocks of known content: what is prose is seen exactly once, what is not is never seen."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading import check, outline, read

from linter.glossary.load import parse_glossary
from linter.run import lint_text
from linter.source import Source

MANY = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))

# Leaves: {p} is prose, {x} is none.
INLINE = [
    "{p}",
    "**{p}**",
    "*{p}* {p}",
    "`{x}`",
    "``{x} ` {x}``",
    "[{p}](http://a.b/{x})",
    '[{p}](<u {x}> "{p}")',
    "![{p}](img/{x}.png)",
    "<http://a.b/{x}>",
    "http://a.b/{x}",
    "${x}_1$",
    "$$ {x} $$",
    "\\({x}_1\\)",
    "\\\\({x}\\\\)",
    "<kbd>{x}</kbd>",
    '<b title="{x}">{p}</b>',
    '<img alt="{x}">',
    "<!-- TODO {x} -->",
    "<!-- prettier-ignore {x} -->",
    '{{{{< ref "{x}.md" >}}}}',
    '{{{{< fig src="{x}" title="{p}" >}}}}',
    "{{{{ page.{x} }}}}",
    "{{% if {x} %}}{p}{{% endif %}}",
    "{{# {x} #}}",
    "{{term}}`{p} <{x}>`",
    "{{doc}}`{x}`",
    "[[{x}|{p}]]",
    "![[{x}.png]]",
    "=={p}==",
    "~~{x}~~",
    "[{p}](a.md){{.{x}}}",
    "{{% comment %}}{x}{{% endcomment %}}",
    "<code>{x}</code>",
]
LEAVES = [
    "# {p}",
    "## {p} {{#{x}}}",
    "{p}\n===",
    "```sh\n{x}\n```",
    "~~~{x}\n{x}\n~~~",
    "$$\n{x}\n$$",
    "\\begin{{align}}\n{x} &= 1\n\\end{{align}}",
    "| {p} | `{x}` |\n|---|---|\n| {p} | {p} |",
    '[{x}]: http://a.b/{x} "{p}"',
    "[{x}]: {x}",
    "<pre>{x}\n\n{x}</pre>",
    "<script>\n{x}\n</script>",
    '<p class="{x}">{p}</p>',
    "<table><tr><td>{p}</td><td>{p}</td></tr></table>",
    ":::code-group\n```js [{x}]\n{x}\n```\n:::",
    "```{{code-block}} python\n:caption: {p}\n:name: {x}\n\n{x}\n```",
    ":::{{math}}\n{x}\n:::",
    "{{% highlight {x} %}}\n{x}\n{{% endhighlight %}}",
    "{{/* {x} */}}",
    "<!--\nTODO {x}\n-->",
    '--8<-- "{x}.md"',
    "{p}\n: {p}",
    "> [!NOTE]\n> {p}",
    "{p}\n{p}，\n{p}",
    "- {p}\n- `{x}`",
    "1. {p}\n\n       {x}",
]

TOP = ["import {{ {x} }} from './{x}'", "export const a = {{\n  x: '{x}',\n}}", "({x})="]  # not inside of anything


class Wrapped(NamedTuple):
    """A container: what stands before and behind its content, and before each of its lines."""

    before: str
    indent: str
    behind: str
    first: str = ""  # instead of `indent` before the first line


CONTAINERS = [
    Wrapped("", "> ", ""),
    Wrapped("", "  ", "", "- "),
    Wrapped("", "   ", "", "1. "),
    Wrapped('!!! note "{p}"\n\n', "    ", ""),
    Wrapped("??? tip\n\n", "    ", ""),
    Wrapped('=== "{p}"\n\n', "    ", ""),
    Wrapped(":::tip {p}\n\n", "", "\n\n:::"),
    Wrapped(":::note[{p}]\n\n", "", "\n\n:::"),
    Wrapped('::: {{.{x} title="{p}"}}\n\n', "", "\n\n:::"),
    Wrapped(":::{{admonition}} {p}\n:class: {x}\n\n", "", "\n\n:::"),
    Wrapped("``````{{note}}\n:name: {x}\n\n", "", "\n\n``````"),
    Wrapped("<details>\n<summary>{p}</summary>\n\n", "", "\n\n</details>"),
    Wrapped('<Tabs value="{x}">\n\n', "", "\n\n</Tabs>"),
    Wrapped('{{{{% notice tip "{p}" %}}}}\n\n', "", "\n\n{{{{% /notice %}}}}"),
]
INLINES = st.lists(st.sampled_from(INLINE), min_size=1, max_size=4).map(
    lambda made: "，".join(["话", *made])
)  # a comment in front begins an HTML block
BLOCK = st.recursive(
    st.one_of(st.sampled_from(LEAVES), INLINES),
    lambda inner: st.tuples(st.sampled_from(CONTAINERS), st.lists(inner, min_size=1, max_size=3)).map(
        lambda made: wrapped(*made)
    ),
    max_leaves=6,
)
PAGE = st.lists(st.one_of(BLOCK, BLOCK, st.sampled_from(TOP)), min_size=1, max_size=5).map("\n\n".join)


def wrapped(container: Wrapped, content: list[str]) -> str:
    lines = "\n\n".join(content).split("\n")
    shown = [(container.indent + line).rstrip() for line in lines]
    if container.first:
        shown[0] = container.first + lines[0]
    return container.before + "\n".join(shown) + container.behind


def filled(page: str) -> tuple[str, list[str], list[str]]:
    """(the text, the words that are prose, the words that are none), with a word of its own at each place."""
    words: dict[str, list[str]] = {"p": [], "x": []}

    def word(place: re.Match[str]) -> str:
        if place[0] in ("{{", "}}"):
            return place[0][0]
        kind = place[0][1]
        number = len(words["p"]) + len(words["x"])
        words[kind].append(
            ("词" if kind == "p" else "x") + "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number)) + "文"
        )
        return words[kind][-1]

    text = re.sub(r"\{\{|\}\}|\{[px]\}", word, page)
    return text, words["p"], words["x"]


@MANY
@example('> [{x}]: http://a.b/{x} "{p}"')
@example('- [{x}]: http://a.b/{x} "{p}"')
@given(PAGE)
def test_prose_is_seen_once_and_nothing_else_is_seen(page: str) -> None:
    text, prose, others = filled(page)
    document = read(text)
    check(document)
    assert [word for word in prose if document.text.count(word) != 1] == []
    assert [word for word in others if word in document.text] == []
    for word in prose:
        start = document.text.index(word)
        assert text[slice(*document.span(start, start + len(word)))] == word
    for end in ("\r\n", "\r"):
        assert outline(read(text.replace("\n", end))) == outline(document)


GLOSSARY = parse_glossary(
    Source("g.md", "| English | 中文 | 说明 |\n|---|---|---|\n| agent | 智能体 | 不用“代理” |\n| cache | 缓存 | 不用“快取” |\n")
)
LITERALS = [text for text in (*INLINE, *LEAVES, *TOP) if "{x}" in text]
LITERALS += ["文[^{x}]。\n\n[^{x}]: 注。", "[文][{x}]\n\n[{x}]: http://a.b", "文。\n\n    {x}"]


@pytest.mark.parametrize("literal", LITERALS)
@pytest.mark.parametrize("term", ["agent", "代理", "智能体", "快取"])
def test_a_term_in_a_literal_changes_nothing(literal: str, term: str) -> None:
    assert GLOSSARY is not None

    def findings(word: str) -> list[tuple[object, ...]]:
        text = f"前面的话。\n\n{literal.format(x=word, p='词')}\n\n之后是快取。\n"
        return [(f.place, f.code, f.found) for f in lint_text(text, glossary=GLOSSARY)]

    found = findings("x" * len(term))
    assert findings(term) == found
    assert [found for _, _, found in found] == ["快取"], "what stands behind the literal is still seen"


@pytest.mark.parametrize("code", [":::{math}\n>     x\n>     :::", "{% highlight sh %}\n>     x\n>     {% endhighlight %}"])
def test_a_quotation_does_not_end_where_code_is_taken_out(code: str) -> None:
    assert read(f'> !!! note "甲"\n>\n>     {code}\n>\n>     # 乙\n').text.split("\n")[-1] == "乙"
