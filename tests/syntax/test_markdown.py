"""What of a Markdown file is prose: each construct, with "□" for what is masked."""

from __future__ import annotations

import time

import pytest
from reading import check, read, texts

# A sentence, the Markdown, and the visible text of its passages.
CASES: list[tuple[str, str, list[str]]] = [
    # Terms stay whole.
    ("emphasis does not split a term", "智**能**体和*智能*体", ["智能体和智能体"]),
    ("nor does an escape", "智\\*能", ["智*能"]),
    ("a line break inside Chinese is nothing", "我们构建智能\n体社会。", ["我们构建智能体社会。"]),
    ("nor beside full-width punctuation", "`suc`\n（后继）", ["□（后继）"]),
    ("between Latin words it is a space", "an agent\nsystem", ["an agent system"]),
    ("between Chinese and Latin it is a space", "构建\nagent 系统", ["构建 agent 系统"]),
    ("behind a hyphen it is nothing", "the post-\ntraining stage", ["the post-training stage"]),
    ("the marks of a quote are no part of the text", "> 我们构建智能\n> 体社会。", ["我们构建智能体社会。"]),
    ("a lazy line goes on", "> 我们构建智能\n体社会。", ["我们构建智能体社会。"]),
    ("an entity is its character", "R&amp;D 与 P&L", ["R&D 与 P&L"]),
    ("inline tags are no boundary", "智<b>能</b>体", ["智能体"]),
    ("nor is a comment", "智<!-- -->能体", ["智能体"]),
    ("nor is emphasis that CommonMark does not see", "**重点：**智**“能”**体", ["重点：智“能”体"]),
    ("characters beyond the basic plane count one", "🙂智能体𠀀", ["🙂智能体𠀀"]),
    ("a hard break divides", "第一行。  \n第二行。", ["第一行。", "第二行。"]),
    ("so does <br>", "第一行。<br>第二行。", ["第一行。", "第二行。"]),
    # Literals are masked.
    ("code", "调用 `agent` 后", ["调用 □ 后"]),
    ("code of an inline element", "调用 <code>agent</code> 后", ["调用 □ 后"]),
    ("mathematics", "令 $x_1$ 为", ["令 □ 为"]),
    ("but no sums of money", "花费 $5 和 $6。", ["花费 $5 和 $6。"]),
    ("an autolink", "见 <https://a.b/agent>。", ["见 □。"]),
    ("a bare address", "见 https://a.b/agent 。", ["见 □ 。"]),
    ("an unknown tag", "装入 <Trans> 中", ["装入 □ 中"]),
    ("text struck out", "~~代理~~智能体", ["□智能体"]),
    ("but not between single tildes", "3~5 个和 6~8 个", ["3~5 个和 6~8 个"]),
    ("a shortcode", '有 {{< ref "agent.md" >}} 与 {% raw %}', ["有 □ 与 □"]),
    ("a role and its target", "{term}`智能体 <agent>` 与 :numref:`fig_a`", ["智能体□ 与 □"]),
    ("code blocks hold no prose", "文：\n\n    code agent\n\n```\nagent\n```\n", ["文："]),
    ("modules of MDX", 'import A from "./a"\n\n<A b={1}>\n\n文本\n\n</A>', ["文本"]),
    ("the content of script, style and pre", "<script>\nvar 甲 = 1\n</script>\n\n<pre>乙</pre>\n\n丙", ["丙"]),
    ("the id of a heading", "## 标题 {#agent}", ["标题"]),
    ("a footnote's label", "文[^note]。\n\n[^note]: 脚注。", ["文。", "脚注。"]),
    ("the marks of containers", "::: tip 注意\n内容。\n:::", ["注意", "内容。"]),
    # Prose in corners.
    ("the text of a link, and its title", '见[智能体](https://x.y "链接的标题")。', ["见智能体。", "链接的标题"]),
    ("a picture's description, and its title", '![架构图](a.png "图题")', ["□架构图□", "图题"]),
    ("a picture in a sentence", "看 ![图](a.png) 这里", ["看 □图□ 这里"]),
    ("titles and descriptions of front matter", '---\ntitle: "甲"\nslug: agent\ndescription: >-\n  乙\n  丙\n---\n\n丁', ["甲", "乙丙", "丁"]),
    ("in TOML, too", '+++\ntitle = "甲"\ntags = ["agent"]\n+++\n\n丁', ["甲", "丁"]),
    ("text in HTML blocks", "<details>\n<summary>点击<b>展开</b></summary>\n\n里面\n\n</details>", ["点击展开", "里面"]),
    ("each element a passage", "<p>一 &lt;</p><p>二</p>", ["一 <", "二"]),
    ("cells of an HTML table", "<table><tr><td>agent</td><td>智能体</td></tr></table>", ["agent", "智能体"]),
    ("cells of a table", "| 特性 | 说明 |\n|---|---|\n| 快 | 很快 |", ["特性", "说明", "快", "很快"]),
    ("items, tight and loose", "- 一\n  - 二\n\n- 三\n\n  四", ["一", "二", "三", "四"]),
    ("tasks", "- [x] 完成", ["完成"]),
    ("an underlined heading", "标题\n===\n\n文", ["标题", "文"]),
    ("an indented paragraph", "　　段落", ["段落"]),
    # Comments.
    ("English in a comment", "<!-- The agent acts. -->\n\n智能体行动。", ["The agent acts.", "智能体行动。"]),
    ("in a quote", "> <!-- An agent\n> acts here. -->\n> 智能体。", ["An agent acts here.", "智能体。"]),
    ("in a list item", "- 项\n\n  <!--\n  An agent acts.\n  -->\n  智能体。", ["项", "An agent acts.", "智能体。"]),
    ("with Markdown inside", "<!--\n### Lists\n\nA `cons` and\n*words*.\n\n- one item\n-->", ["Lists", "A □ and words.", "one item"]),
    ("code in a comment is code", "<!--\nThe code:\n\n    agent = 1\n-->", ["The code:"]),
    ("no task for later", "<!-- TODO: translate the agent chapter -->\n\n文", ["文"]),
    ("no directive", "<!-- prettier-ignore -->\n<!-- markdownlint-disable MD013 -->\n\n文", ["文"]),
    ("no Chinese note", "<!-- 译注：待查 -->\n\n文", ["文"]),
    ("no old markup", "<!-- <div>Old words here.</div> -->\n\n文", ["文"]),
    ("a title of two lines", '[体](u "甲\n  乙 agent")后', ["体后", "甲乙 agent"]),
    ("a title of blanks", "[体](u '\n ')", ["体"]),
    ("a declaration that is never closed", "<div>文\n<!x 体", ["文"]),
    ("an open comment ends nothing but itself", "文\n\n<!-- open", ["文"]),
    # Chinese under an English heading, indented.
    ("by a few blanks", "# Title\n   标题译文\n\n文", ["Title", "标题译文", "文"]),
    ("by four, which CommonMark calls code", "# Title\n    标题译文\n\n    code\n", ["Title", "标题译文"]),
    ("but behind a blank line it is code", "# Title\n\n    代码\n", ["Title"]),
    ("and real code is code", "# Title\n    x = 代码()\n", ["Title"]),
    # What site generators add (docs/formats.md has a table of it), and what only looks like it.
    ("an admonition in another", '!!! note "外"\n\n    甲\n\n    !!! tip\n        乙\n\n            code\n\n丙', ["外", "甲", "乙", "丙"]),
    ("an admonition in an item", '- 甲\n\n    ??? note "题"\n        乙', ["甲", "题", "乙"]),
    ("an exclamation is none", "!!! 注意\n甲", ["!!! 注意甲"]),
    ("containers in one another", "::::a 甲\n:::b\n乙\n:::\n::::\n丙", ["甲", "乙", "丙"]),
    ("a container's marks in code", "```\n:::tip 甲\n```\n\n    ::: tip 乙\n\n`:::tip`", ["□"]),
    ("and in HTML, where they are text", "<div>\n:::tip 甲\n</div>", [":::tip 甲"]),
    ("a directive in a directive", "````{note}\n甲\n\n```{tip}\n乙\n```\n````\n\n丙", ["甲", "乙", "丙"]),
    ("options in YAML", ":::{tip}\n---\nclass: agent\n---\n甲\n:::", ["甲"]),
    ("a language in braces is code", "```{r}\nagent\n```\n\n甲", ["甲"]),
    ("braces in a text without components", "集合 {甲, 乙} 与 {c}", ["集合 {甲, 乙} 与 □"]),
    ("expressions where there are components", "<A>\n\n甲 {乙.map(x => <b>丙</b>)} 丁\n\n</A>", ["甲 □ 丁"]),
    ("a module ends with its line", "import A from 'a'\n\nimport {\n  B,\n} from 'b'\n\n甲", ["甲"]),
    ("a sentence about importing", "import the agent from a file", ["import the agent from a file"]),
    ("brackets kept from being links", "见 \\[1\\] 与 \\(MCP\\)", ["见 [1] 与 (MCP)"]),
    ("a formula on lines of its own", "甲\n\n\\[\nagent = 1\n\\]\n\n乙", ["甲", "□ □ □", "乙"]),
    ("a target of a template in a link", '[甲]({{< ref "a b.md" >}})乙', ["甲乙"]),
    ("a template tag over several lines", '{% include a.html\n  agent="x" %}\n甲', ["□ □ 甲"]),
    ("a comparison is no mark", "a==b 且 c==d", ["□ 且 □"]),
    ("a definition in a paragraph is text", '甲\n[a]: b "乙"', ['甲 [a]: b "乙"']),
    ("prose of two lines behind a table", "| 甲 |\n|---|\n| 乙 |\n这是两行的\n一段话。", ["甲", "乙", "这是两行的一段话。"]),
    ("the second half of emphasis beside Chinese", "**Unicode（码）**中", ["Unicode（码）中"]),
    ("a title with escapes and entities", '[甲](u "乙 \\"丙\\" &amp; 丁")', ["甲", '乙 "丙" & 丁']),
    ("code in an HTML block", "<p>调用 `agent` 后</p>", ["调用 □ 后"]),
    ("nested values of front matter", "---\nhero:\n  text: 甲\n  name: agent\nfeatures:\n  - title: 乙\n    details: 丙\n      丁\n---", ["甲", "乙", "丙丁"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "visible"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_prose(text: str, visible: list[str]) -> None:
    assert texts(text) == visible


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_places(text: str) -> None:
    check(read(text))


LITERALS = [
    ("code", "调用 `agent` 后", [("code", "`agent`")]),
    ("the target of a link", '见[智能体](https://x.y "题")。', [("url", '](https://x.y "题")')]),
    ("a code block", "文\n\n```\nagent\n```\n", [("code", "```\nagent\n```")]),
    ("a comment that is no prose", "文 <!-- TODO -->", [("comment", "<!-- TODO -->")]),
    ("front matter", "---\nslug: a\n---\n文", [("front-matter", "---\nslug: a\n---")]),
    ("tags of a block", "<p>文</p>", [("tag", "<p>"), ("tag", "</p>")]),
    ("an address", "见 https://a.b 。", [("url", "https://a.b")]),
    ("a role without its label", "{term}`体 <a>`", [("role", "{term}`"), ("role", " <a>`")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "literals"), [case[1:] for case in LITERALS], ids=[case[0] for case in LITERALS])
def test_literals_are_listed(text: str, literals: list[tuple[str, str]]) -> None:
    found = read(text).literals
    assert [(literal.kind, text[literal.span.start : literal.span.end]) for literal in found] == literals


def test_a_term_split_by_markup_maps_to_all_of_it() -> None:
    text = "> 构建智**能**\n> 体社会"
    document = read(text)
    start = document.text.index("智能体")
    assert text[slice(*document.span(start, start + 3))] == "智**能**\n> 体"


def test_an_entity_maps_to_all_of_it() -> None:
    document = read("见 R&amp;D。")
    start = document.text.index("&")
    assert document.source.text[slice(*document.span(start, start + 1))] == "&amp;"


HOSTILE = [
    *("{{", "{%", "{#", "{/*", "{`", "{ a\n", "{a: {b: ", "{% highlight %}", "{% comment %}\n", "\\(", "\\[\n", "\\\\(", "\\\\[", "\\begin{align}\n"),
    *("[[a|", "==a", "$1一", "import 'a'\n\n", "export const a = [\n\n", ":::\n", ":::{math}\n", ":::{note}\n:a: b\n", "```{note}\n", '!!! a "', '=== "a"\n'),
    *("> [!a] b\n", "> > > : a\n", "a\n: b\n", '[a]: b "', "[a]: <", "/// a\n", "`{", "<A\n{", "{.a", ":a:", '[a](b "\\', "**a ", "| a\n|-\n"),
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    start = time.process_time()
    read("<A>\n\n" + unit * (40_000 // len(unit)))
    assert time.process_time() - start < 5  # 0.3 s when it is linear, minutes when it is not
