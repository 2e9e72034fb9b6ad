from __future__ import annotations

import pytest

from linter.scan.names import enclosing_name, title_case

CASES = [
    ("We use the Google Agent Development Kit.", "Agent", "agent", True),
    ("They talk on Slack every day.", "Slack", "slack", True),
    ("Slack in the system is good.", "Slack", "slack", False),
    ("We leave some slack here.", "slack", "slack", False),
    ("He said: Agents are here.", "Agents", "agent", False),
    ("Using Prompt Chaining helps.", "Prompt Chaining", "Prompt Chaining", False),
    ("The CapEx is big.", "CapEx", "CapEx", False),
    ("Vertex AI Agent Engine runs it.", "AI Agent", "AI Agent", True),
]


@pytest.mark.parametrize(("text", "written", "form", "name"), CASES, ids=[case[0] for case in CASES])
def test_a_capital_in_the_middle_of_a_sentence_makes_a_name(text: str, written: str, form: str, name: bool) -> None:
    start = text.index(written)
    assert bool(enclosing_name(text, start, start + len(written), form, heading=False)) is name


@pytest.mark.parametrize(
    ("text", "title"),
    [("The Rise of Agents", True), ("The rise of agents", False), ("Agents", True), ("We use Slack and Git here", False)],
)
def test_title_case(text: str, title: bool) -> None:
    assert title_case(text) is title
