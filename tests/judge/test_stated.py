"""Spellings, broken terms and first mentions: facts of single documents."""

from __future__ import annotations

import pytest

from linter.config import Settings
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.run import lint_text
from linter.source import Source

KEPT = ["GitHub", "JavaScript", "pull request", "K-FAC", "LLM", "GPT-4", "Web Worker", "HEAD"]
ROWS = {
    "agent": "智能体",
    "token": "词元",
    "program": "程序",
    "load": "载入",
    "large language model": "大语言模型",
    "directory": "目录",
    "batch": "批次",
    "model": "模型",
    "lock file": "锁文件",
}


def lint(text: str, code: str, source: str = "", path: str = "text.md", **options: str) -> list[Finding]:
    rows = [*((term, term) for term in KEPT), *ROWS.items()]
    table = "| English | 中文 |\n|---|---|\n" + "".join(f"| {term} | {right} |\n" for term, right in rows)
    settings = Settings(severity={code: "warning"}, options={code: options} if options else {})
    glossary = parse_glossary(Source("glossary.md", table))
    found = lint_text(text, glossary=glossary, source=source or None, path=path, settings=settings)
    return [finding for finding in found if finding.code == code]


SPELLED = [
    pytest.param("在 Github 上。", [("Github", "GitHub")], id="other capitals"),
    pytest.param("在 github 上。", [("github", "GitHub")], id="small letters for mixed ones"),
    pytest.param(
        "用 Javascript 写成，javascript 也行。", [("Javascript", "JavaScript"), ("javascript", "JavaScript")], id="twice"
    ),
    pytest.param("开一个 pull-request。", [("pull-request", "pull request")], id="a hyphen for a space"),
    pytest.param("开一个 pullrequest。", [("pullrequest", "pull request")], id="closed up"),
    pytest.param("开两个 Pull-Requests。", [("Pull-Requests", "pull requests")], id="the plural"),
    pytest.param("KFAC 优化器。", [("KFAC", "K-FAC")], id="a hyphen left out"),
    pytest.param("GPT4 与 GPT 4。", [("GPT4", "GPT-4"), ("GPT 4", "GPT-4")], id="a number joined otherwise"),
    pytest.param("一个 Llm。", [("Llm", "LLM")], id="an acronym in other capitals"),
    pytest.param("Ｇｉｔｈｕｂ 上。", [("Ｇｉｔｈｕｂ", "GitHub")], id="full-width letters"),
    pytest.param("开一个 Pull Request，两个 pull requests。", [], id="capitals at the beginning of words, the plural"),
    pytest.param("一个 llm，HEAD 与 head。", [], id="small letters that may be code"),
    pytest.param("PULL REQUEST 指南。", [], id="capitals that shout"),
    pytest.param("实现 PullRequest 接口。", [], id="an identifier"),
    pytest.param("见 `Github`、github.com、[站点](https://Github.io) 与 Github_token。", [], id="literals of the text"),
    pytest.param("GPT-4o 很快，web-worker-loader 也是。", [], id="part of a longer name"),
    pytest.param("Open it on Github.\n\n在 Github 上打开。", [], id="as the English has it"),
]


@pytest.mark.parametrize(("text", "expected"), SPELLED)
def test_other_spellings_of_what_stays_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(finding.found, *finding.expected) for finding in lint(text, "GL303")] == expected


def test_the_spelling_of_the_source_is_no_other_spelling() -> None:
    assert lint("在 Github 上打开。", "GL303", source="Open it on Github.") == []
    assert [f.found for f in lint("在 Github 上打开。", "GL303", source="Open it on GitHub.")] == ["Github"]


def test_only_capitals_are_put_right_safely() -> None:
    fixes = [finding.fix.safety for finding in lint("在 Github 上开一个 pull-request。", "GL303") if finding.fix]
    assert fixes == ["safe", "unsafe"]


BROKEN = [
    pytest.param("这个智能 体自己安排会议。", [("智能 体", "智能体")], id="a space inside"),
    pytest.param("用大语言 模型写诗。", [("大语言 模型", "大语言模型")], id="a space between words"),
    pytest.param("运行程 序之前先保存。", [("程 序", "程序")], id="a space inside two characters"),
    pytest.param("每个词\u200b元都要花钱。", [("词\u200b元", "词元")], id="a zero-width space inside"),
    pytest.param("每个词\u00ad元都要花钱。", [("词\u00ad元", "词元")], id="a soft hyphen inside"),
    pytest.param("别的智能休都听它的。", [("智能休", "智能体")], id="a character that looks alike"),
    pytest.param("训练大语言模形。", [("大语言模形", "大语言模型")], id="a character that sounds alike"),
    pytest.param("智能 体验更好。", [], id="a word begins behind the space"),
    pytest.param("下载 入口在右边。", [], id="words on both sides"),
    pytest.param("查看过 程 序 列 号 码。", [], id="spaces everywhere"),
    pytest.param("智能休眠可以省电。", [], id="the character belongs to a word"),
    pytest.param("智能体很好，批次 批量都行。", [], id="two words in a list"),
    pytest.param("先看目\n录再说。", [], id="a line break"),
    pytest.param("\u200b智能体\u200b很好。", [], id="invisible characters outside"),
    pytest.param("见 `智能休` 与 `程 序`。", [], id="literals of the text"),
    pytest.param("见 [程](a.md) [序](b.md)。", [], id="markup between"),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_broken_terms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(finding.found, *finding.expected) for finding in lint(text, "GL304")] == expected


def test_only_invisible_characters_go_safely() -> None:
    (finding,) = lint("每个词\u200b元都要花钱。", "GL304")
    assert finding.fix is not None
    assert (finding.fix.safety, finding.rendering, finding.severity) == ("safe", "词元", "warning")
    (finding,) = lint("这个智能 体自己安排会议。", "GL304")
    assert finding.fix is not None
    assert finding.fix.safety == "unsafe"


def test_what_a_verdict_names_is_not_told_twice() -> None:
    source = "Each large language model is trained.\n\nA large language model writes.\n\nThe large language model reads."
    text = "训练每个大语言模形。\n\n大语言模型写作。\n\n大语言模型阅读。"
    assert [f.found for code in ("GL101", "GL304") for f in lint(text, code, source)] == ["大语言模形"]
    assert [f.found for f in lint(text, "GL304")] == ["大语言模形"]


FIRST = [
    pytest.param(
        "智能体很好。智能体（agent）也好。", [("智能体", "智能体（agent）")], id="the first mention without its English"
    ),
    pytest.param("智能体（agent）很好。智能体也好。", [], id="the first mention with it"),
    pytest.param("智能体 (agents) 很好。", [], id="in another form"),
    pytest.param("agent（智能体）很好。", [], id="the English first"),
    pytest.param("**智能体**（*agent*）很好。", [], id="with emphasis"),
    pytest.param("“智能体”（agent，一种程序）很好。", [("程序", "程序（program）")], id="with a remark behind it"),
    pytest.param("# 智能体\n\n智能体（agent）很好。", [], id="a heading is no mention"),
    pytest.param("这里没有术语。", [], id="no mention"),
    pytest.param("见 `智能体`。", [], id="a literal"),
]


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_first_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(finding.found, *finding.expected) for finding in lint(text, "GL203")] == expected


def test_the_options_of_first_mentions() -> None:
    assert [finding.found for finding in lint("# 智能体\n\n智能体。", "GL203", headings="true")] == ["智能体"]
    assert [finding.place.line for finding in lint("# 智能体\n\n智能体。", "GL203", headings="true")] == [1]


def test_a_rule_of_style_is_off_by_default() -> None:
    found = lint_text(
        "智能体很好。", glossary=parse_glossary(Source("g.md", "| English | 中文 |\n|---|---|\n| agent | 智能体 |\n"))
    )
    assert found == []


REPEATED = [
    pytest.param("智能体（agent）很好。智能体（agent）也好。", [("agent", "智能体")], id="the second gloss"),
    pytest.param("智能体（agent）很好。别的智能体（Agents）也好。", [("Agents", "智能体")], id="in another form"),
    pytest.param("缓冲区（buffer）。新的缓冲区（buffer）。", [("buffer", "缓冲区")], id="of a term without a row"),
    pytest.param("每一个智能体（agent）。这是每一个智能体（agent）。", [("agent", "智能体")], id="with the same words before it"),
    pytest.param("每个缓冲区（buffer）。写满每个缓冲区（buffer）。", [("buffer", "缓冲区")], id="the same, without a row"),
    pytest.param("智能体（agent）。词元（token）。", [], id="of another term"),
    pytest.param("缓冲区（buffer）。缓冲（buffer）。缓存（buffer）。", [], id="with another rendering"),
    pytest.param("智能体（agent）很好。智能体也好。", [], id="no second gloss"),
]


@pytest.mark.parametrize(("text", "expected"), REPEATED)
def test_repeated_glosses(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(finding.found, finding.rendering) for finding in lint(text, "GL204")] == expected


def test_a_catalogue_has_no_first_mention() -> None:
    text = 'msgid ""\nmsgstr "Language: zh_CN\\n"\n\nmsgid "An agent."\nmsgstr "智能体（agent）。"\n\nmsgid "The agent."\nmsgstr "智能体（agent）。"\n'
    assert lint(text, "GL203", path="zh.po") == []
    assert lint(text, "GL204", path="zh.po") == []
