"""A suppression removes exactly what it names."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import check_findings

from linter.config import Settings
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.run import check_text
from linter.source import Source

ROWS = {
    "agent": ("智能体", "代理"),
    "lock file": ("锁文件", "锁定文件"),
    "fine-tuning": ("微调", "精调"),
    "node": ("节点", "结点"),
}
TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n" + "".join(
    f"| {en} | {zh} | 不用“{bad}” |\n" for en, (zh, bad) in ROWS.items()
)
GLOSSARY = parse_glossary(Source("glossary.md", TABLE)) or Glossary()
RULES = {
    "": None,
    "all": None,
    "GL301": "GL301",
    "forbidden-variant": "GL301",
    "GL3": "GL3",
    "GL302": "GL302",
    "script-variant": "GL302",
}

WORDS = [word for pair in ROWS.values() for word in pair] + ["智能體", "節點", "好的", "，", "`代理`", "**代理**", "第3天"]
LINE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
BLOCK = st.sampled_from(["{}", "- {}", "> {}", "# {}", "1. {}", "| {} | b |\n|---|---|\n| {} | c |", "{}\n{}"])
MORE = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def documents(draw: st.DrawFn) -> list[str]:
    """Lines of a Markdown text with a blank one between its blocks."""
    blocks = [draw(BLOCK) for _ in range(draw(st.integers(1, 5)))]
    text = "\n\n".join(block.format(*(draw(LINE) for _ in range(block.count("{}")))) for block in blocks)
    return text.split("\n")


def told(lines: list[str]) -> tuple[list[Finding], list[Finding]]:
    """What is reported, and what is suppressed."""
    text = "\n".join(lines)
    result = check_text(text, GLOSSARY, None, "text.md", Settings())
    check_findings(result.findings, {"text.md": Source("text.md", text), "glossary.md": Source("glossary.md", TABLE)})
    return [f for f in result.findings if f.code < "GL9"], [item.finding for item in result.suppressed]


def shifted(findings: list[Finding], at: int, by: int) -> list[tuple[object, ...]]:
    """What findings say, with those behind a line moved by some lines."""
    return [
        (f.place.line + (by if f.place.line > at else 0), f.place.column, f.code, f.term, f.found, f.severity) for f in findings
    ]


def named(rule: str, terms: list[str]) -> Callable[[tuple[object, ...]], bool]:
    code = RULES[rule]
    return lambda fact: (code is None or str(fact[2]).startswith(code)) and (not terms or fact[3] in terms)


ITEM = st.tuples(st.sampled_from(sorted(RULES)), st.lists(st.sampled_from(sorted(ROWS)), max_size=2, unique=True))


def written(rule: str, terms: list[str]) -> str:
    return f"{rule}({', '.join(terms)})" if terms else rule


@MORE
@given(documents(), ITEM, st.data())
def test_about_a_line(lines: list[str], item: tuple[str, list[str]], data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([n for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("|--")]))
    comment = f"<!-- glosslint-disable-line {written(*item)} -- why -->"
    line = lines[number - 1]
    marked = f"{line[:-1]}{comment} |" if line.endswith("|") else f"{line} {comment}"
    before = shifted(told(lines)[0], 0, 0)
    after, silenced = told([*lines[: number - 1], marked, *lines[number:]])
    meant = [fact for fact in before if fact[0] == number and named(*item)(fact)]
    assert shifted(silenced, 0, 0) == meant
    assert shifted(after, 0, 0) == [fact for fact in before if fact not in meant]


@MORE
@given(documents(), ITEM, st.data())
def test_about_the_next_line(lines: list[str], item: tuple[str, list[str]], data: st.DataObject) -> None:
    starts = [n for n, line in enumerate(lines) if line.strip() and (not n or not lines[n - 1].strip())]
    at = data.draw(st.sampled_from(starts))
    before = shifted(told(lines)[0], at, 2)
    after, silenced = told([*lines[:at], f"<!-- glosslint-disable-next-line {written(*item)} -->", "", *lines[at:]])
    meant = [fact for fact in before if fact[0] == at + 3 and named(*item)(fact)]
    assert shifted(silenced, 0, 0) == meant
    assert shifted(after, 0, 0) == [fact for fact in before if fact not in meant]


@MORE
@given(documents(), ITEM, st.booleans())
def test_about_the_file(lines: list[str], item: tuple[str, list[str]], matter: bool) -> None:
    rule, terms = item
    words = written(rule or "all", terms)
    head = (
        ["---", f"glosslint: {{disable: ['{words}']}}", "---", ""] if matter else [f"<!-- glosslint-disable-file {words} -->", ""]
    )
    before = shifted(told(lines)[0], 0, len(head))
    after, silenced = told([*head, *lines])
    assert shifted(silenced, 0, 0) == [fact for fact in before if named(*item)(fact)]
    assert shifted(after, 0, 0) == [fact for fact in before if not named(*item)(fact)]


@MORE
@given(documents(), documents(), documents(), ITEM)
def test_about_a_stretch(above: list[str], within: list[str], below: list[str], item: tuple[str, list[str]]) -> None:
    words = written(*item)
    on, off = ["", f"<!-- glosslint-disable {words} -->", ""], ["", f"<!-- glosslint-enable {words} -->", ""]
    lines = [*above, "", "<!-- x -->", "", *within, "", "<!-- x -->", "", *below]
    first, last = len(above) + 4, len(above) + 3 + len(within)
    before = shifted(told(lines)[0], 0, 0)
    after, silenced = told([*above, *on, *within, *off, *below])
    meant = [fact for fact in before if first <= int(str(fact[0])) <= last and named(*item)(fact)]
    assert shifted(silenced, 0, 0) == meant
    assert shifted(after, 0, 0) == [fact for fact in before if fact not in meant]
