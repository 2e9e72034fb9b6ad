"""Which tokens of running text are literals.  ⟦…⟧ marks the ranges that must be found, with no others."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest

from linter.syntax.literals import find_literals

EVERYWHERE = {
    "a URL ends before the full stop": "See ⟦https://example.org/a_b?q=1⟧.",
    "a URL ends before Chinese glued to it": "见⟦https://example.org/guide⟧的说明",
    "a URL keeps Chinese that its own slash leads to": "见⟦https://zh.example.org/wiki/智能体⟧。",
    "a URL keeps paired parentheses only": "(⟦https://example.org/Agent_(AI)⟧)",
    "an address without a scheme": "visit ⟦www.example.org/agent⟧, please",
    "an e-mail address": "写信给⟦agent.smith@mail.example.org⟧即可",
    "an absolute path": "the file ⟦/etc/agent/conf⟧ is read",
    "a path in the home folder": "in ⟦~/agents/heads/x⟧ there",
    "a path with a file": "edit ⟦src/agent.py⟧ first",
    "a folder of several parts": "below ⟦refs/heads/⟧ only",
    "a Windows path": "open ⟦C:\\agent\\token.txt⟧ now",
    "a path glued to Chinese": "运行⟦./agent.sh⟧脚本",
    "long options": "pass ⟦--no-index⟧ or ⟦--branch=main⟧",
    "an option with a negation in brackets": "⟦--[no-]progress⟧",
    "a short option": "with ⟦-p⟧, too",
    "printf placeholders": "⟦%s⟧ and ⟦%2$s⟧ and ⟦%(agent)s⟧",
    "brace placeholders": "⟦{agent}⟧, ⟦{0}⟧, ⟦{{ token }}⟧",
    "shell variables": "set ⟦$AGENT⟧ or ⟦${TOKEN}⟧",
    "dotted names": "⟦pack.deltaCacheLimit⟧ and ⟦os.path.join⟧",
    "a file name": "open ⟦agent.yaml⟧",
    "a host": "on ⟦agent-host.example⟧ today",
    "a dot file": "the ⟦.agentignore⟧ file",
    "snake case": "call ⟦run_agent⟧ and ⟦__init__⟧",
    "camel case that starts small": "the ⟦maxTokenCount⟧ key",
    "a call": "use ⟦agent()⟧ or ⟦np.array(...)⟧",
    "a qualified name": "in ⟦std::vector⟧ too",
    "an assignment": "with ⟦temperature=0.7⟧",
    "a decorator": "put ⟦@tool⟧ above it",
    "tags": "⟦<b>⟧agent⟦</b>⟧ and ⟦<br/>⟧",
    "a tag with attributes": '⟦<a href="x" title="the agent">⟧agent⟦</a>⟧',
    "a tag with a Chinese attribute": '⟦<img alt="智能体">⟧后面',
    "a hash": "at commit ⟦1a2b3c4d⟧ we stopped",
    "masked text is left alone": "use \ufffc\ufffc and ⟦--agent⟧\ufffc",
}
PROSE = {
    "words joined by a slash": "and/or, his/her, TCP/IP, CI/CD, 24/7, input/output",
    "Chinese words joined by a slash": "苹果/Apple/香蕉、智能体/agent",
    "abbreviations with dots": "e.g. this, i.e. that, at 5 a.m. in the U.S. by a Ph.D. student",
    "a list label glued to its sentence": "b.If the agent stops",
    "product names with a dot": "Node.js, Vue.js, ASP.NET, .NET, Booking.com, Character.ai",
    "names with inner capitals": "GitHub, PowerPoint, CapEx, iPhone, OpenAI, macOS, eBay",
    "versions and numbers": "GPT-4.1, v1.2.3, Python 3.x, 3.14, 1,000.50",
    "a gloss glued to its word": "智能体(agent)社会, file(s), term(note)",
    "comparison signs": "a < b and c > d, x <= y",
    "per cent and money": "100% sure, 5%的, 100 % of the cases, $100",
    "a dash between words": "the agent - a program - and agent--planner",
    "hyphenated words": "open-source, fine-tuning, add-on, post-training",
    "an ellipsis": "wait...what?",
    "hashtags and letters": "C++, C#, #1, A&B",
    "book marks and brackets": "[1] (agent) {…}",
}
IN_PEOPLES_TEXT_ONLY = {
    "a double dash glued to Chinese": "智能体--agent",
    "a letter behind a hyphen": "方案-A与方案-B",
    "an angle bracket around Chinese": "读<三体>一书",
    "an equation with a name": "RAG=Retrieval",
}
IN_MESSAGES = {
    "angle placeholders in any language": "git commit ⟦--fixup=<提交>⟧ ⟦<密钥 ID>⟧",
    "placeholders inside a path": "set ⟦refs/remotes/<名称>/HEAD⟧ now",
    "placeholders inside a dotted name": "无效的 ⟦branch.%s.merge⟧ 值",
    "alternatives as a value": "[⟦--update-refs=(branches|head)⟧]",
    "options in brackets and alternatives": "[⟦-p⟧ | ⟦--patch⟧] [⟦-q⟧|⟦--quiet⟧] [⟦--split[=<n>]⟧]",
    "an option glued to Chinese": "使用⟦--no-index⟧选项",
    "a path of plain parts": "the ⟦refs/heads/main⟧ branch",
    "words joined by a slash stay prose": "and/or, fetch/push",
}


def cases(table: dict[str, str], *forms: str) -> list[object]:
    return [pytest.param(text, form, id=f"{name} ({form})") for name, text in table.items() for form in forms]


@pytest.mark.parametrize(
    ("marked", "form"),
    cases(EVERYWHERE, "markdown", "text", "po")
    + cases(PROSE, "markdown", "text", "po")
    + cases(IN_PEOPLES_TEXT_ONLY, "markdown", "text")
    + cases(IN_MESSAGES, "po"),
)
def test_literals_are_exactly_these(marked: str, form: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    shown = list(text)
    found = find_literals(text, form)
    for start, end, kind in reversed(found):
        assert kind
        shown[start:end] = f"⟦{text[start:end]}⟧"
    assert "".join(shown) == marked


@pytest.mark.parametrize(
    "unit", ["a", "/", "a/", "a.", "_", "<a ", "a@", "{", "$(", "%", "--", "a=", "http://", ":a", "(", "1a", "<", "\\a", "aB"]
)
@pytest.mark.parametrize("form", ["text", "po"])
def test_time_is_linear_in_hostile_text(unit: str, form: str) -> None:
    start = time.perf_counter()
    found = find_literals("x " + unit * (200_000 // len(unit)), form)
    assert time.perf_counter() - start < 3  # 0.2 s when it is linear, minutes when it is not
    assert all(a < b <= c < d for (a, b, _), (c, d, _) in pairwise(found))
