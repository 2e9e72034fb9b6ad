"""What holds for every run, whatever the files hold."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import DOCUMENTS, GLOSSARIES, check_document, check_findings, check_glossary, decoded

from linter.config import Settings
from linter.errors import UsageError
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.report.formats import writer
from linter.report.model import Options
from linter.result import Result
from linter.run import check, lint_text
from linter.source import Source, decode

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MORE = settings(FEW, max_examples=150)

ROWS = {  # term -> (rendering, a wrong one)
    "agent": ("智能体", "代理"),
    "lock file": ("锁文件", "锁定文件"),
    "fine-tuning": ("微调", "精调"),
    "rollback": ("回滚", "回退"),
    "cache": ("缓存", "快取"),
    "node": ("节点", "结点"),
    "CapEx": ("资本支出", "资金支出"),
    "software": ("软件", "软体"),
}


def table(rows: dict[str, tuple[str, str]] = ROWS) -> str:
    return "| English | 中文 | 说明 |\n|---|---|---|\n" + "".join(
        f"| {en} | {zh} | 不用“{bad}” |\n" for en, (zh, bad) in rows.items()
    )


def glossary_of(text: str, path: str = "glossary.md") -> Glossary:
    return parse_glossary(Source(path, text)) or Glossary()


GLOSSARY = glossary_of(table())

WORDS = [word for en, pair in ROWS.items() for word in (en, en.title(), *pair)]
MARKS = """\n|\n\n|\n    | |  |\t|\u3000|\u200b|\u202e|\u2028|\x0c|\x1b[31m|e\u0301|😀|𠀀|，|。|（|）|(|)|“|”|：|`|```\n|**|*|_|~~|# |- |1. |> |[
|](|)|](u "t")|![|<!-- | -->|<b>|</b>|<code>|</code>|<div>|<br>|<a href="|">|&amp;|&#x4e00;|$$|{{|}}|---\n|===\n|::: tip\n|\n/ 甲 / 乙 /\n/-/-/\n
|Ann: |\nmsgid "|"\nmsgstr "|\\n"\n"|#, fuzzy\n|%s|--flag|http://a.b/c|的|系统|the |a |is |第3天|\\|智能體|緩存|不用|或|=
|::error::|##[|]]>|<script>|\ufeff""".replace("/ ", "\0 ").split("|")
MARKS = [mark.replace("\0", "|").replace("/-", "|-") for mark in MARKS]
TEXT = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(max_size=4)), max_size=40).map("".join)
CELL = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=4).map("".join)
ENCODED = st.tuples(TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "utf-8+"])).map(
    lambda made: made[0].encode("utf-8") + b"\xff\n" if made[1] == "utf-8+" else made[0].encode(made[1], "replace")
)
BYTES = st.one_of(ENCODED, st.binary(max_size=200))


@pytest.fixture(autouse=True, scope="module")
def folder() -> object:
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as made:
        os.chdir(made)
        yield
        os.chdir(before)


def write(name: str, data: bytes) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)


def places(findings: Sequence[Finding]) -> list[tuple[object, ...]]:
    """What a finding says but for the kind of its line ends."""
    return [(f.place, f.code, f.severity, re.sub(r"\r\n?", "\n", f.found), f.rendering, f.expected, f.grade) for f in findings]


@FEW
@given(BYTES, BYTES, st.sampled_from(DOCUMENTS), st.sampled_from(GLOSSARIES))
def test_any_bytes_give_findings_or_a_named_error(document: bytes, english: bytes, suffix: str, form: str) -> None:
    for name in os.listdir():
        shutil.rmtree(name) if os.path.isdir(name) else os.unlink(name)
    names = [f"zh/a{suffix}", f"en/a{suffix}", f"glossary{form}", f"own{form}"]
    for name, data in zip(names, (document, english, table().encode(), english), strict=True):
        write(name, data)
    for glossary in ("glossary.md", f"own{form}"):
        write("glossary.md", table().encode())
        run = Settings(root=os.getcwd(), glossaries=(glossary,), pairs=("en/{}=zh/{}",), isolated=True)
        try:
            result = check(["zh"], run)
        except UsageError as error:
            refused = error.path
        else:
            refused = ""
        if refused:
            assert refused == glossary != "glossary.md"
            continue
        assert not any("internal error" in error.reason for error in result.errors), result.errors
        sources = {name: source for name in (*names, "glossary.md") if (source := decoded(name, Path(name).read_bytes()))}
        check_findings([f for f in result.findings if f.rule != "unreadable-input"], sources)
        unread = {error.path for error in result.errors}
        assert {f.place.path for f in result.findings if f.rule == "unreadable-input"} == unread


@MORE
@given(TEXT, st.lists(st.tuples(CELL, CELL, CELL), max_size=5), st.sampled_from(DOCUMENTS))
def test_any_text_and_any_glossary_have_exact_places(text: str, rows: list[tuple[str, str, str]], suffix: str) -> None:
    lines = [" | ".join(re.sub(r"[|\r\n]", " ", cell) for cell in row) for row in rows]
    glossary = check_glossary(Source("glossary.md", table() + "".join(f"| {line} |\n" for line in lines)))
    check_document(Source("text" + suffix, text), glossary or Glossary())


@MORE
@given(TEXT, TEXT, st.sampled_from([".md", ".txt"]))
def test_any_text_and_any_source_have_exact_places(text: str, english: str, suffix: str) -> None:
    check_document(Source("text" + suffix, text), GLOSSARY, Source("source" + suffix, english))


@MORE
@given(TEXT, TEXT, st.sampled_from(DOCUMENTS))
def test_twins_have_the_same_findings(text: str, english: str, suffix: str) -> None:
    text, english = (re.sub(r"\r\n?", "\n", part).replace("\ufeff", "").replace("\0", "") for part in (text, english))
    name = "text" + suffix

    def findings(end: str, mark: str) -> list[tuple[object, ...]]:
        source = decode(name, (mark + text.replace("\n", end)).encode("utf-8"))
        return places(lint_text(source.text, glossary=GLOSSARY, path=name, source=english.replace("\n", end) or None))

    wanted = findings("\n", "")
    assert findings("\r\n", "") == wanted
    assert findings("\r", "") == wanted
    assert findings("\r\n", "\ufeff") == wanted


LITERALS = [
    "`{}`", "``{}``", "<!-- TODO {} -->", "[页](http://a.b/{})", "<http://a.b/{}>", "![](img/{}.png)", '<a href="{}">页</a>', '<img alt="{}">',
    "<code>{}</code>", "--{}", "$${}$$", "\n\n```\n{}\n```\n\n", "\n\n    {}\n\n", "\n\n[ref]: http://a.b/{}\n\n", "<!-- img/{}.md -->", "{{{{ {} }}}}",
]  # fmt: skip


@MORE
@given(st.sampled_from(WORDS), st.sampled_from(LITERALS), st.sampled_from(WORDS), st.sampled_from(["", "这个", "在第3天，"]))
def test_a_term_in_a_literal_changes_nothing(term: str, literal: str, other: str, before: str) -> None:
    if literal.startswith("--") and (not term.isascii() or " " in term):
        return  # no option has such a name
    if "http" in literal or "img/" in literal:
        term = term.replace(" ", "-")
    neutral = "x" * len(term)

    def findings(word: str) -> list[tuple[object, ...]]:
        text = f"{before} {literal.format(word)} 之后是{other}。\n\n这里没有。\n"
        return places(lint_text(text, glossary=GLOSSARY))

    assert findings(term) == findings(neutral)


FRAMES = [  # an English sentence and its Chinese; neither holds a word of a row
    ("We looked at the {} on day {}.", "第{1}天我们看了{0}。"),
    ("Every {} took {} hours to explain.", "解释每个{0}要花{1}个小时。"),
    ("Nobody in room {1} liked the {0}.", "{1}号房间里没人喜欢{0}。"),
    ("The {} came back {} times.", "{0}回来了{1}次。"),
    ("She wrote {1} letters about the {0}.", "关于{0}，她写了{1}封信。"),
]


@MORE
@given(
    st.lists(st.tuples(st.sampled_from(sorted(ROWS)), st.sampled_from(FRAMES), st.integers(2, 99)), min_size=1, max_size=8),
    st.sets(st.sampled_from(sorted(ROWS)), min_size=1),
    st.booleans(),
)
def test_the_glossary_s_own_translations_raise_no_alarm(
    said: list[tuple[str, tuple[str, str], int]], listed: set[str], own_file: bool
) -> None:
    glossary = glossary_of(table({term: ROWS[term] for term in sorted(listed)}))
    english = [frame[0].format(term, number) for term, frame, number in said]
    chinese = [frame[1].format(ROWS[term][0], number) for term, frame, number in said]
    if own_file:
        findings = lint_text("\n\n".join(chinese), glossary=glossary, source="\n\n".join(english))
    else:
        findings = lint_text("\n\n".join(f"{en}\n\n{zh}" for en, zh in zip(english, chinese, strict=True)), glossary=glossary)
    assert [f for f in findings if f.severity != "hint"] == []


@FEW
@given(st.lists(TEXT, min_size=2, max_size=4), TEXT)
def test_the_order_of_the_files_does_not_matter(texts: list[str], english: str) -> None:
    names = [f"order/zh/{number}.md" for number in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        write(name, text.encode())
        write(name.replace("zh", "en"), english.encode())
    write("glossary.md", table().encode())
    run = Settings(root=os.getcwd(), glossaries=("glossary.md",), pairs=("order/en/{}=order/zh/{}",), isolated=True)
    shuffled = [*names[1:], names[0], "./" + names[1]]

    def told(paths: Sequence[str]) -> tuple[object, ...]:
        result = check(paths, run)
        return result._replace(errors=()), [str(error) for error in result.errors]

    assert told(names) == told(shuffled) == told(names[::-1])


@MORE
@given(TEXT, CELL, st.sampled_from(["en", "zh"]), st.booleans())
def test_every_report_can_be_read_and_holds_no_raw_control_character(text: str, cell: str, lang: str, color: bool) -> None:
    hostile = re.sub(r"[|\r\n]", " ", cell)
    glossary = glossary_of(table() + f"| {hostile}term | {hostile}词 | 不用“{hostile}坏” |\n| {hostile} | {hostile} |\n")
    path = f"{cell}\x1b\n::error::.md"
    findings = tuple(lint_text(f"{text}\n\n{hostile}坏 锁定文件，代理。\n", glossary=glossary, path=path))
    quoted = {
        path: Source(path, f"{text}\n\n{hostile}坏 锁定文件，代理。\n"),
        **{source.path: source for source in glossary.sources},
    }
    options = Options(lang=lang, color=False, lines=lambda name, line: quoted[name].line_text(line) if name in quoted else "")
    result = Result(findings, 1, 0, (), (cell,))
    for form in ("text", "concise", "json", "jsonl", "github"):
        report = writer(form)(result, options)
        assert not re.search(
            r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]", report
        )
        assert "##[" not in report
        report.encode("utf-8")
        if form == "json":
            assert [f["found"] for f in json.loads(report)["findings"]] == [f.found for f in findings]
            assert {f["path"] for f in json.loads(report)["findings"]} <= {path, "glossary.md"}
        elif form == "jsonl":
            assert [json.loads(line)["message"] for line in report.splitlines()] == [f.message for f in findings]
        elif form == "github":
            check_commands(report, findings)
        else:
            assert not re.search(r"(?m)^\s*::", report)


def check_commands(report: str, findings: Sequence[Finding]) -> None:
    """Workflow commands, read as the runner reads them: as many as there are findings with room, with their properties and no other."""
    commands = [line for line in report.split("\n") if line.lstrip().startswith("::")]
    told = [re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line) for line in commands]
    assert None not in told
    assert len(told) == sum(min(10, sum(f.severity == level for f in findings)) for level in ("error", "warning", "hint"))
    for command in told:
        assert command is not None
        names = [part.split("=")[0] for part in command[2].split(",")]
        assert names in (["file", "line", "col", "endColumn", "title"], ["file", "line", "endLine", "title"])


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    """A project with every kind of evidence, in processes that order their sets differently."""
    frames = [(frame, term, number) for number, (term, frame) in enumerate((t, f) for t in ROWS for f in FRAMES)]
    for page in range(3):
        chosen = frames[page::3]
        write(f"seed/en/{page}.md", "\n\n".join(frame[0].format(term, number) for frame, term, number in chosen).encode())
        chinese = [frame[1].format(ROWS[term][(number + page) % 3 == 0], number) for frame, term, number in chosen]
        write(f"seed/zh/{page}.md", "\n\n".join(chinese).encode())
    write("seed/GLOSSARY.md", (table() + "| revert | 回滚 | |\n| node | 节 | |\n").encode())
    command = [sys.executable, "-m", "linter", "--pair", "en/{}=zh/{}", "--output-format", "json", "--show", "hint", "zh"]
    outputs = {
        subprocess.run(command, cwd="seed", env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, timeout=120).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert len(json.loads(outputs.pop())["findings"]) > 10
