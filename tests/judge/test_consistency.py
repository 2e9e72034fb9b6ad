"""What is told of terms that have no expected form: in glosses, in rows with several renderings, in no glossary at all."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from building import entry, glossary

from linter import lint_text
from linter.finding import Finding
from linter.glossary.model import Entry
from linter.judge import dictionary

Pairs = list[tuple[str, str]]

FILLER: Pairs = [
    ("The tests run every night.", "测试每晚运行。"),
    ("We write one page about every bug.", "每个缺陷我们都写一页说明。"),
    ("The office is quiet on Fridays.", "周五办公室很安静。"),
    ("Old logs are deleted in spring.", "旧日志在春天删除。"),
    ("A cup of tea helps.", "喝杯茶会有帮助。"),
    ("The road to the harbour is steep.", "通往港口的路很陡。"),
    ("Nobody reads the manual twice.", "没人会把手册读两遍。"),
    ("Both cables are under the floor.", "两根电缆都在地板下面。"),
    ("It rained on the first weekend.", "第一个周末下了雨。"),
    ("Paint the door before the wall.", "先漆门，再漆墙。"),
    ("Her brother repairs bicycles.", "她哥哥修理自行车。"),
    ("The library closes at six.", "图书馆六点关门。"),
    ("Bread is sold until noon.", "面包卖到中午。"),
    ("Write the address in capitals.", "地址用大写字母书写。"),
    ("The bridge carries two lanes.", "这座桥有两条车道。"),
    ("Winter came early that year.", "那年冬天来得早。"),
    ("Please lock the cupboard.", "请锁好柜子。"),
    ("Snow fell on the hills.", "山上下了雪。"),
    ("Boats leave at dawn.", "船在黎明出发。"),
    ("They planted roses.", "他们种了玫瑰。"),
]

HANDLER: Pairs = [
    ("Each request passes the signal handler first.", "每个请求先经过信号处理器。"),
    ("We removed the signal handler today.", "我们今天去掉了信号处理器。"),
    ("Nobody understands the signal handler.", "没有人看得懂信号处理器。"),
    ("A signal handler is called twice.", "信号处理器会被调用两次。"),
]


def catalogue(pairs: Pairs) -> str:
    return "".join(f'msgid "{english}"\nmsgstr "{chinese}"\n\n' for english, chinese in pairs)


def found(pairs: Pairs, rows: tuple[Entry, ...] = ()) -> list[tuple[int, str, str, str]]:
    """(pair from 1, code, what is named, the usual rendering) of the findings about consistency."""
    findings = lint_text(catalogue(pairs), glossary=glossary(*rows), path="zh.po")
    return [_short(finding) for finding in findings if finding.code in ("GL202", "GL401")]


def _short(finding: Finding) -> tuple[int, str, str, str]:
    assert finding.severity == "warning"
    assert finding.related
    return (finding.place.line - 2) // 3 + 1, finding.code, finding.found, "/".join(finding.expected)


class Case(NamedTuple):
    about: str
    pairs: Pairs
    findings: list[tuple[int, str, str, str]]
    rows: tuple[Entry, ...] = ()


UNLISTED = [
    Case(
        "one word of a rendering changed in one place of five",
        [*HANDLER, ("The signal handler writes to the log.", "信号处理者会往日志里写。"), *FILLER],
        [(5, "GL401", "信号处理者", "信号处理器")],
    ),
    Case(
        "two renderings, each in several places: the first of the rarer one",
        [
            *HANDLER,
            ("The signal handler writes to the log.", "信号处理程序会往日志里写。"),
            ("Our signal handler ignores that.", "我们的信号处理程序会忽略它。"),
            *FILLER,
        ],
        [(5, "GL401", "信号处理程序", "信号处理器")],
    ),
    Case("one rendering everywhere", [*HANDLER, *FILLER], []),
    Case(
        "a particle more is the same rendering",
        [*HANDLER, ("The signal handler writes to the log.", "信号的处理器会往日志里写。"), *FILLER],
        [],
    ),
    Case(
        "a word left out is ordinary in Chinese",
        [*HANDLER, ("The signal handler writes to the log.", "处理器会往日志里写。"), *FILLER],
        [],
    ),
    Case(
        "the word that differs stands for another English word",
        [*HANDLER, ("The broken signal handler writes to the log.", "损坏信号处理器会往日志里写。"), *FILLER],
        [],
    ),
    Case(
        "an abbreviation that is translated elsewhere",
        [
            ("The IP belongs to the company.", "知识产权属于公司。"),
            ("They sold the IP last year.", "他们去年卖掉了知识产权。"),
            ("Nobody owns the IP.", "没有人拥有知识产权。"),
            ("Only the IP has any value.", "只有 IP 才有价值。"),
            *FILLER,
        ],
        [(4, "GL401", "IP", "知识产权")],
    ),
    Case(
        "an abbreviation that stands beside its translation in parentheses",
        [
            ("The IP belongs to the company.", "知识产权属于公司。"),
            ("They sold the IP last year.", "他们去年卖掉了知识产权。"),
            ("Nobody owns the IP.", "没有人拥有知识产权。"),
            ("Only the IP has any value.", "只有这个（IP）才有价值。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a rendering that stands in its pair as often as the term does",
        [
            ("We need one use case first.", "我们先要一个用例。"),
            ("Every use case has an owner.", "每个用例都有负责人。"),
            ("This use case is the hardest.", "这个用例最难。"),
            ("One use case is search and one use case is mail.", "一个使用场景是搜索，另一个使用场景是邮件。"),
            *FILLER,
        ],
        [(4, "GL401", "使用场景", "用例")],
    ),
    Case("too few pairs to tell", [*HANDLER[:2], ("The signal handler writes to the log.", "信号处理者会往日志里写。")], []),
    Case(
        "a term of the glossary is left to its row",
        [*HANDLER, ("The signal handler writes to the log.", "信号处理者会往日志里写。"), *FILLER],
        [],
        (entry("signal handler", "信号处理器"),),
    ),
    Case(
        "a word with many senses has many renderings",
        [
            ("The time is written in the log.", "时间写在日志里。"),
            ("They wasted the time.", "他们浪费了时间。"),
            ("It needs no time.", "这不需要时间。"),
            ("Try it for the last time.", "再试最后一次。"),
            ("It failed the second time.", "第二次失败了。"),
            *FILLER,
        ],
        [],
    ),
]

USE_CASE = entry("use case", "用例/使用场景")
USES: Pairs = [
    ("Start from one use case.", "从一个用例开始。"),
    ("This use case needs no model.", "这个用例不需要模型。"),
    ("The last use case is search.", "最后一个用例是搜索。"),
]
OTHER_USE = ("Another use case is support.", "另一个使用场景是客服。")

ADMITTED = [
    Case("one place against three", [*USES, OTHER_USE], [(4, "GL401", "使用场景", "用例")], (USE_CASE,)),
    Case("one place against two is nothing yet", [*USES[:2], OTHER_USE], [], (USE_CASE,)),
    Case("one rendering throughout", USES, [], (USE_CASE,)),
    Case("the row leaves it to the context", [*USES, OTHER_USE], [], (USE_CASE._replace(contextual=True),)),
    Case("the row is only for some context", [*USES, OTHER_USE], [], (USE_CASE._replace(when=("test",)),)),
    Case(
        "the same pair again counts once",
        [*USES[:2], USES[1], OTHER_USE],
        [],
        (USE_CASE,),
    ),
    Case(
        "a rendering with and without an affix is one rendering",
        [
            ("The agent reads the file.", "智能体读取文件。"),
            ("No agent reads the mail.", "没有智能体读邮件。"),
            ("The agent is slow.", "智能体很慢。"),
            ("Our agent is new.", "我们的AI智能体是新的。"),
        ],
        [],
        (entry("agent", "智能体/AI智能体"),),
    ),
    Case(
        "an ending that marks the part of speech is no other rendering",
        [
            ("This is decidable.", "这是可判定的。"),
            ("Is it decidable?", "它是可判定的吗？"),
            ("All of it is decidable.", "全部都是可判定的。"),
            ("We prove that it is decidable.", "我们证明其可判定性。"),
        ],
        [],
        (entry("decidable", "可判定的/可判定性"),),
    ),
    Case(
        "renderings that keep different company mean different things",
        [
            ("The trigger of the pistol is worn.", "手枪的扳机磨损了。"),
            ("The trigger of the pistol is new.", "手枪的扳机是新的。"),
            ("The trigger of the pistol is heavy.", "手枪的扳机很重。"),
            ("The database trigger runs at night.", "数据库触发器夜里运行。"),
            ("A database trigger writes the log.", "数据库触发器写日志。"),
        ],
        [],
        (entry("trigger", "扳机/触发器"),),
    ),
]

CASES = [pytest.param(case, id=case.about) for case in (*UNLISTED, *ADMITTED)]
NEED_DICTIONARY: tuple[str, ...] = ()


@pytest.mark.parametrize("case", CASES)
def test_pairs(case: Case) -> None:
    assert found(case.pairs, case.rows) == case.findings


@pytest.mark.parametrize("case", CASES)
def test_pairs_without_a_dictionary(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing more is told without a dictionary."""
    monkeypatch.setattr(dictionary, "entries", lambda: "")
    monkeypatch.setattr(dictionary, "glosses", lambda word: [])
    dictionary.stems_of.cache_clear()
    try:
        assert set(found(case.pairs, case.rows)) <= set(case.findings)
    finally:
        dictionary.stems_of.cache_clear()


# the text, and (line, what is named, the usual rendering) of what is found
GLOSSES: dict[str, tuple[str, list[tuple[int, str, str]]]] = {
    "two Chinese for one English, the rarer is told": (
        "先做知识蒸馏（distillation）。\n\n知识提炼（distillation）更小。\n\n再做知识蒸馏（distillation）。\n",
        [(3, "知识提炼", "知识蒸馏")],
    ),
    "one against one, the later is told": ("称为主体扩展（subject expansion）。\n\n即主体展开（subject expansion）。\n", [(3, "主体展开", "主体扩展")]),
    "number, case and hyphens fold": (
        "读写锁（Read-Write Locks）很慢。\n\n读写锁（read-write lock）更慢。\n\n“读写闩”（read write lock）最慢。\n",
        [(5, "读写闩", "读写锁")],
    ),
    "the same term behind other words": ("我们使用知识蒸馏（distillation）。\n\n这叫蒸馏（distillation）。\n\n知识蒸馏（distillation）好。\n", []),
    "the full form and the abbreviation of one term": (
        "“检索增强生成”（retrieval-augmented generation）好。\n\n“检索增强生成”（RAG）快。\n\n“检索增强生成”（RAG）。\n",
        [],
    ),
    "a gloss inside its term": ("这是“单元”（unit type）类型。\n\n另一个“单元类型”（unit type）。\n\n“单元类型”（unit type）。\n", []),
    "two English for one Chinese": ("每个“代理”（agent）都在。\n\n请求先到“代理”（proxy）。\n", [(3, "代理", "")]),
    "two English words of one family": ("这一步叫“推导”（infer）。\n\n这一步叫“推导”（inference）。\n", []),
    "a remark in parentheses is no gloss": ("请稍候（see below）。\n\n马上就好（see below）。\n", []),
    "letters that label are no terms": ("要么选择（A）。\n\n还是放弃（A）。\n", []),
    "nothing alike, one against one": ("今天天气很好（weather）。\n\n我们去爬山（weather）。\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "findings"), GLOSSES.values(), ids=GLOSSES.keys())
def test_glosses(text: str, findings: list[tuple[int, str, str]]) -> None:
    told = [f for f in lint_text(text) if f.code == "GL202"]
    assert [(f.place.line, f.found, "/".join(f.expected)) for f in told] == findings
    assert all(f.severity == "warning" and f.related for f in told)


def test_a_gloss_of_a_row_is_left_to_the_row() -> None:
    text = "先做知识蒸馏（distillation）。\n\n知识提炼（distillation）更小。\n\n再做知识蒸馏（distillation）。\n"
    told = lint_text(text, glossary=glossary(entry("distillation", "知识蒸馏")))
    assert [(f.code, f.place.line) for f in told] == [("GL201", 3)]


def test_a_parenthesis_that_the_source_has_is_no_gloss() -> None:
    source = "Hands-on code (LangChain)\n\nPractical examples (LangChain)\n\nHands-on code (LangChain)\n"
    text = "实际代码（LangChain）\n\n实践代码（LangChain）\n\n实际代码（LangChain）\n"
    assert not [f for f in lint_text(text, source=source) if f.code == "GL202"]


def test_the_message_counts_the_places() -> None:
    pairs = [*USES, OTHER_USE, ("A use case is mail.", "有一个使用场景是邮件。")]
    (told,) = [f for f in lint_text(catalogue(pairs), glossary=glossary(USE_CASE), path="zh.po") if f.code == "GL401"]
    assert told.message == "use case is rendered as “使用场景” here (+1 elsewhere); “用例” stands in 3 places"
    assert told.related[0].place.line == 2
