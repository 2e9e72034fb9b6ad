"""Recognition in running text: boundaries, case, longest match, folding, protection."""

from __future__ import annotations

import pytest
from building import document, entry, glossary

from linter.glossary.model import Entry
from linter.scan.hits import Scanner
from linter.scan.lexicon import Lexicon

ROWS = (
    entry("agent", "智能体"),
    entry("proxy", "代理", unless=("代理服务器", "user agent")),
    entry("RAG", "检索增强生成"),
    entry("CapEx", "资本支出"),
    entry("HEAD"),
    entry("head", "头"),
    entry("post-training", "后训练"),
    entry("artificial intelligence", "人工智能"),
    entry("init container", "Init 容器"),
    entry("Prompt Chaining", "提示链"),
    entry("function", "函数"),
    entry("evaluate function", "求值函数"),
)


def found(text: str, rows: tuple[Entry, ...] = ROWS) -> list[str]:
    doc = document(text)
    return [doc.text[hit.start : hit.end] for hit in Scanner(Lexicon(glossary(*rows))).hits(doc)]


CASES = [
    ("a word", "An agent and two agents.", ["agent", "agents"]),
    ("a possessive", "The agent's tools, the agents’ tools.", ["agent", "agents"]),
    ("hyphens belong to words", "ssh-agent agent-based add-agent", []),
    ("underscores and digits belong to words", "agent_id agent2 myagent", []),
    ("a dash is no hyphen", "the agent--which agent—that", ["agent", "agent"]),
    ("a handle is no word", "@agent $agent", []),
    ("the first letter folds", "Agent, prompt chaining, Prompt chaining", ["Agent", "prompt chaining", "Prompt chaining"]),
    ("capitals inside are exact", "rag Rag RAG; capex CapEx", ["RAG", "CapEx"]),
    ("rows that differ by case are exact", "HEAD is the head, not Head", ["HEAD", "head"]),
    (
        "spellings of a compound",
        "post training, posttraining and post\u2011training",
        ["post training", "posttraining", "post\u2011training"],
    ),
    ("a soft break is a space", "evaluate\nfunction", ["evaluate\nfunction"]),
    ("the longest English wins", "an evaluate function is a function", ["evaluate function", "function"]),
    ("a protected compound silences", "the user agent and the agent", ["user agent", "agent"]),
    ("Chinese has no boundaries", "许多智能体在运行", ["智能体"]),
    ("the longest Chinese wins", "人工智能体系不含它", ["人工智能"]),
    ("a protected Chinese compound silences", "代理服务器不是代理", ["代理服务器", "代理"]),
    ("width folds", "Ｉｎｉｔ 容器与Init容器", ["Ｉｎｉｔ 容器", "Init容器"]),
    ("script folds", "這些智能體", ["智能體"]),
    (
        "invisible characters hide nothing",
        "智\u200b能体，\u202e智\u2060能\ufe00体，a\u00adgent",
        ["智\u200b能体", "智\u2060能\ufe00体", "a\u00adgent"],
    ),
    ("nor does an accent on a Han character", "智\u0301能体", ["智\u0301能体"]),
    ("literals never match", "`agent` and agent", ["agent"]),
    ("nothing matches across a literal", "智`x`能体", []),
    ("nothing matches across passages", "", []),
]


@pytest.mark.parametrize(("text", "hits"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_hits(text: str, hits: list[str]) -> None:
    assert found(text) == hits


def test_a_document_s_own_row_hides_the_project_s() -> None:
    base = Lexicon(glossary(entry("agent", "代理"), entry("tool", "工具")))
    own = Lexicon(glossary(entry("agent", "智能体")))
    scanner = Scanner(base, own)
    doc = document("an agent with a tool", "智能体与代理")
    hits = scanner.hits(doc)
    assert [scanner.entries[hit.meanings[0].entry].preferred for hit in hits] == ["智能体", "工具", "智能体"]


def test_offsets_are_those_of_the_text_behind_astral_characters() -> None:
    doc = document("😀𝔸智能体")
    (hit,) = Scanner(Lexicon(glossary(*ROWS))).hits(doc)
    assert (hit.start, hit.end) == (2, 5)
