"""Classes of innocence met in prose: what a reader of both languages would not call a wrong term.  The pairs are two Markdown files."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from building import entry, glossary

from linter import lint_text
from linter.glossary.model import Entry
from linter.judge.dictionary import installed, senses
from linter.judge.english import content_stems, reads_as_verb
from linter.judge.grade import grade_of
from linter.judge.inference import own_stems
from linter.judge.naming import Candidate, grams
from linter.judge.phrases import Phrase
from linter.judge.unlisted import is_same_thing
from linter.judge.words import words

Pairs = list[tuple[str, str]]

FILLER: Pairs = [
    ("The office opens at 9 and closes at 17.", "办公室 9 点开门，17 点关门。"),
    ("The road to the harbour is steep and 3 miles long.", "通往港口的路很陡，有 3 英里长。"),
    ("Tickets cost 4 euros in winter.", "冬天门票 4 欧元。"),
    ("The museum has 30 rooms and one lift.", "博物馆有 30 个展室和一部电梯。"),
    ("A bridge was built here in 1901.", "1901 年这里建了一座桥。"),
    ("The library lends 5 books a week.", "图书馆每周借出 5 本书。"),
    ("Trains leave from platform 7.", "火车从 7 号站台出发。"),
    ("The school was closed for 12 days.", "学校停课 12 天。"),
    ("Two bakers share 1 oven.", "两位面包师共用 1 个烤炉。"),
    ("The tower has 200 steps.", "塔有 200 级台阶。"),
    ("Milk keeps for 6 days in the cellar.", "牛奶在地窖里可以放 6 天。"),
]


class Case(NamedTuple):
    about: str
    rows: tuple[Entry, ...]
    pairs: Pairs
    findings: list[tuple[int, str, str, str]]  # pair (from 1), code, what is named, severity


SOUNDING = entry("depth chart", "水深图")
LEDGER = entry("ledger", "总分类账")

CASES = [
    Case(
        "what differs translates the word before the term",
        (SOUNDING,),
        [
            ("Every harbour prints a depth chart.", "每个港口都印制水深图。"),
            ("Keep the depth chart dry in all weathers.", "任何天气都要让水深图保持干燥。"),
            ("The 2 ships use an important depth chart.", "这 2 艘船使用一张重要图。"),
        ],
        [],
    ),
    Case(
        "what differs translates nothing beside the term",
        (SOUNDING,),
        [
            ("Every harbour prints a depth chart.", "每个港口都印制水深图。"),
            ("Keep the depth chart dry in all weathers.", "任何天气都要让水深图保持干燥。"),
            ("The 2 ships use an old depth chart.", "这 2 艘船使用一张旧的水域图。"),
        ],
        [(3, "GL101", "水域图", "error")],
    ),
    Case(
        "a part of the expected rendering, where the context fills in the rest",
        (entry("repair log", "维修日志"),),
        [
            ("The repair log lies on the desk.", "维修日志放在桌上。"),
            ("Sign the repair log before 12.", "请在 12 点之前在维修日志上签名。"),
            ("Last week the repair log was full.", "上周日志写满了。"),
            ("Nobody reads the repair log twice.", "没人会把日志读两遍。"),
            ("Burn the repair log after 10 years.", "10 年之后烧掉日志。"),
        ],
        [],
    ),
    Case(
        "a noun's row, and the verb",
        (entry("log", "日志"),),
        [
            ("The log is kept for 8 weeks.", "日志保存 8 周。"),
            ("Read the log first.", "请先读日志。"),
            ("Log all visits before 7.", "请在 7 点之前记录所有来访。"),
            ("You must log the visits of 2 days.", "必须记录 2 天的来访。"),
            ("Please log every visit of the 3 guests.", "请记录 3 位客人的每次来访。"),
        ],
        [],
    ),
    Case(
        "what stands between the halves of a rendering is there for another word",
        (entry("harbour office", "港口公署"),),
        [
            ("The harbour office opens at 8.", "港口公署 8 点开门。"),
            ("The harbour office sold 3 boats.", "港口公署卖了 3 条船。"),
            ("Ask the harbour office for a railway map.", "请向港口铁路公署索取地图。"),
        ],
        [],
    ),
    Case(
        "the end that two words share is there for another word",
        (entry("snapshot", "备份文件"),),
        [
            ("The snapshot is 5 days old.", "备份文件是 5 天前的。"),
            ("Keep the snapshot for 2 years.", "备份文件要保存 2 年。"),
            ("It merges the file of 3 changes with the snapshot.", "它会合并 3 次更改的差异文件。"),
        ],
        [],
    ),
    Case(
        "logging in is another matter than the log",
        (entry("log", "日志"),),
        [
            ("The log is kept for 8 weeks.", "日志保存 8 周。"),
            ("Users log in with 2 keys.", "用户用 2 把密钥登录。"),
            ("To log in, press 4.", "按 4 登录。"),
            ("Please log in before 7.", "请在 7 点之前登录。"),
        ],
        [],
    ),
    Case(
        "a command of the manual",
        (entry("script", "脚本"),),
        [("Write a script for it.", "为它写一个脚本。"), ("Record the session with script(1).", "用 script(1) 录下会话。")],
        [],
    ),
    Case(
        "a word that the rendering keeps, and one that the English has apart from the term",
        (entry("Contoso release", "Contoso 发布版"), entry("paper tray", "纸盒")),
        [
            ("The Contoso release is late.", "Contoso 发布版推迟了。"),
            ("It needs the next Contoso release.", "它需要下一个 Contoso 版本。"),
            ("The paper of a paper tray is called paper A.", "其中的纸称为 A 型 paper 。"),
        ],
        [],
    ),
    Case(
        "parentheses that the English has as well",
        (entry("operator", "操作员"), entry("node", "节点"), entry("permission", "权限")),
        [
            ("### Scopes (operator)", "### 作用域（operator）"),
            ("### Commands and permissions (node)", "### 命令和权限（node）"),
            ("The **node** (this page) is one of 3.", "**node**（本页）是 3 者之一。"),
        ],
        [],
    ),
    Case(
        "a remark in parentheses",
        (entry("node", "节点"),),
        [("With Node or another runtime it takes 5 minutes.", "有了 Node（或其他运行时）只要 5 分钟。")],
        [],
    ),
]  # fmt: skip


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_findings(case: Case) -> None:
    pairs = [*case.pairs, *FILLER]
    source, text = ("\n\n".join(side) + "\n" for side in zip(*pairs, strict=True))
    found = lint_text(text, glossary=glossary(*case.rows), source=source)
    told = [(f.place.line // 2 + 1, f.code, f.rendering, f.severity) for f in found if f.severity != "hint"]
    assert told == case.findings


COMMON = Candidate("某词", 4, 0, 4, 21.0, 0.0, False, False, False, 20.0, False, margin=20.0)


@pytest.mark.parametrize(("elsewhere", "grade"), [(4, "recurrent"), (57, "weak")])
def test_a_common_word_that_nothing_ties_to_the_term(elsewhere: int, grade: str) -> None:
    assert grade_of(COMMON._replace(elsewhere=elsewhere), "", "", False, 4, 11) == grade


@pytest.mark.parametrize(("elsewhere", "grade"), [(8, "recurrent"), (9, "single")])
def test_a_common_word_that_only_shares_a_character(elsewhere: int, grade: str) -> None:
    """复制 shares one with 控制台, and stands in twice as many places that have nothing to do with it."""
    assert grade_of(COMMON._replace(likeness=0.4, elsewhere=elsewhere), "", "", False, 9, 11) == grade


@pytest.mark.parametrize(("likeness", "followed", "grade"), [(0.0, 9, "single"), (0.0, 3, "recurrent"), (0.5, 9, "recurrent")])
def test_another_word_of_the_dictionary_may_be_for_another_sense(likeness: float, followed: int, grade: str) -> None:
    """Where the row is mostly followed, and nothing of the expected rendering is in it: 界面 for "interface", beside 接口."""
    given = COMMON._replace(dictionary=True, likeness=likeness)
    assert grade_of(given, "", "", False, followed, 5) == grade


@pytest.mark.parametrize(("margin", "grade"), [(30.0, "near"), (5.0, "single")])
def test_a_near_rendering_that_is_hardly_better_than_the_next(margin: float, grade: str) -> None:
    near = COMMON._replace(text="卡式适配器", missing=1, likeness=0.6, near=True, same_head=True, margin=margin)
    assert grade_of(near, "", "", False, 9, 10) == grade


@pytest.mark.parametrize(
    ("text", "parts", "word"),
    [
        ("选择解决此存储问题的第一个方案", {"解决", "存储问题"}, "此"),
        ("归档中文件被改名", {"归档", "改名"}, "被"),
        ("目录有复数翻译", {"目录", "复数翻译"}, "有"),
    ],
)
def test_a_piece_of_a_clause_is_no_term(text: str, parts: set[str], word: str) -> None:
    found = set(grams(text))
    assert parts <= found
    assert not [part for part in found if word in part]


def test_an_adverb_is_no_rendering() -> None:
    assert grade_of(COMMON, "", "", False, 4, 11) == "recurrent"
    assert grade_of(COMMON._replace(text="单独"), "", "", False, 4, 11) is None


def test_a_text_that_translates_another_version_of_its_source_only_warns() -> None:
    rows = (entry("lantern", "提灯"),)
    same = [("The lantern burns for 5 hours.", "提灯可以燃 5 小时。"), ("Carry the lantern to gate 4.", "把提灯带到 4 号门。")]
    other = [
        ("Room 17 has a lantern of glass.", "17 号室有一盏玻璃灯笼。"),
        ("Lantern 88 is made of tin.", "88 号灯笼由锡制成。"),
    ]
    pairs = [*same, *other, *FILLER]
    english = "\n\n".join(side for side, _ in pairs)
    chinese = [side for _, side in pairs]
    strangers = [f"第{number}位来客在岸边讲了一个很长的故事，谁也没有听完。" for number in "一二三四五六七八九十百千万"]
    whole = lint_text("\n\n".join(chinese), glossary=glossary(*rows), source=english)
    assert {f.severity for f in whole if f.code == "GL101"} == {"error"}
    apart = lint_text("\n\n".join([*chinese, *strangers, *strangers]), glossary=glossary(*rows), source=english)
    assert "error" not in {f.severity for f in apart}


USES = {
    "two senses of the English, each with its own rendering": (
        entry("memory", "记忆", admitted=("内存",)),
        ("记忆", "内存"),
        False,
    ),
    "one sense in two words": (entry("payload", "负载", admitted=("载荷",)), ("负载", "载荷"), True),
}


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(("row", "used", "told"), USES.values(), ids=USES.keys())
def test_renderings_that_a_row_admits(row: Entry, used: tuple[str, str], told: bool) -> None:
    usual, other = used
    pairs = [
        (f"The {row.term} of 3 ships was lost.", f"3 艘船的{usual}丢失了。"),
        (f"Every {row.term} fades in 20 years.", f"每份{usual}都会在 20 年内消退。"),
        (f"We share one {row.term} with 2 guests.", f"我们与 2 位客人共享一份{usual}。"),
        (f"This machine has 8 units of {row.term} left.", f"这台机器还剩 8 个单位的{other}。"),
        (f"Add 4 units of {row.term} to it.", f"为它增加 4 个单位的{other}。"),
        *FILLER,
    ]
    source, text = ("\n\n".join(side) + "\n" for side in zip(*pairs, strict=True))
    found = [f.rendering for f in lint_text(text, glossary=glossary(row), source=source) if f.code == "GL401"]
    assert found == ([other] if told else [])


@pytest.mark.parametrize(
    ("phrase", "one", "other", "same"),
    [
        ("folding chair", "椅子", "折叠椅子", False),  # something is left out
        ("folding chair", "折椅", "折叠椅", False),
        ("folding chair", "折叠椅", "折合椅", True),
        ("artwork", "作品", "工艺作品", True),
    ],
)
def test_what_is_the_same_thing_in_other_words(phrase: str, one: str, other: str, same: bool) -> None:
    made = Phrase(phrase, len(phrase.split()), {}, frozenset())
    assert is_same_thing(made, content_stems(phrase), one, other) is same


@pytest.mark.parametrize(("followed", "grade"), [(9, "single"), (1, "recurrent")])
def test_what_the_dictionary_gives_for_a_word_of_many_senses(followed: int, grade: str) -> None:
    """Another sense, where the row is followed in most places; where it hardly is, its own sense is rendered otherwise."""
    given = COMMON._replace(dictionary=True)
    assert grade_of(given, "", "", False, followed, 5, ambiguous=True) == grade


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
def test_how_many_senses_a_word_has() -> None:
    assert senses("process", 30) > senses("lantern", 30) > 0
    assert senses("qzxv", 30) == 0


VERBS = {
    "the server logs all requests": True,
    "it reads names and logs the mapping": True,
    "OpenBox logs a warning": True,
    "in the logs the error is last": False,
    "read logs the day after": True,  # cannot be told from a subject; a noun's row is silent there
    "the logs are old": False,
}


@pytest.mark.parametrize(("text", "verb"), VERBS.items(), ids=VERBS.keys())
def test_forms_in_s_that_read_as_verbs(text: str, verb: bool) -> None:
    at = text.index("logs")
    assert reads_as_verb(text, at, at + 4) is verb


LABELS = {
    "a label with the rendering of another row": ("Lost cargo", "丢失的船员", ["船员"]),
    "a sentence, in which other words may account for it": (
        "The cargo of the ship that left for the islands was lost",
        "开往群岛的那艘船失踪了，船员下落不明",
        [],
    ),
    "a label with its own rendering": ("Lost cargo", "丢失的货物", []),
}


@pytest.mark.parametrize(("english", "chinese", "told"), LABELS.values(), ids=LABELS.keys())
def test_the_rendering_of_another_row_in_a_label(english: str, chinese: str, told: list[str]) -> None:
    pairs = [
        ("The crew sleeps until 6.", "船员睡到 6 点。"),
        ("A crew of 12 men.", "12 名船员。"),
        ("The crew ate at 7.", "船员 7 点吃饭。"),
        ("No crew wants to sail in 2 storms.", "没有船员愿意在 2 场风暴中航行。"),
        ("Pay the crew on day 10.", "第 10 天给船员发薪。"),
        ("The cargo weighs 9 tons.", "货物重 9 吨。"),
        ("All cargo is insured for 3 years.", "所有货物投保 3 年。"),
        (english, chinese),
        *FILLER,
    ]
    source, text = ("\n\n".join(side) + "\n" for side in zip(*pairs, strict=True))
    rows = glossary(entry("crew", "船员"), entry("cargo", "货物"))
    found = [f for f in lint_text(text, glossary=rows, source=source) if f.code == "GL105"]
    assert [(f.rendering, f.term, f.severity) for f in found] == [(text, "crew", "warning") for text in told]


def test_remarks_behind_one_english_word_are_no_glosses() -> None:
    text = "写上 ID（推荐）。\n\n也可以用 ID（推荐）。\n\n查找 ID（常见陷阱）。\n\n上限是 5 MB（每份）。\n\n上限（MB）。\n\n容量上限（MB）。\n"
    assert [f.found for f in lint_text(text) if f.code == "GL202"] == []


def test_a_name_with_a_dot_is_no_term() -> None:
    pairs = [("Every node has 3 doors.", "每个节点有 3 扇门。"), ("It needs Node.js 22.", "它需要 Node.js 22。"), *FILLER]
    source, text = ("\n\n".join(side) + "\n" for side in zip(*pairs, strict=True))
    assert [f.code for f in lint_text(text, glossary=glossary(entry("node", "节点")), source=source)] == []


def test_a_term_with_a_hyphen_is_its_own_word() -> None:
    assert {"build-dependency", "build"} <= own_stems(entry("build dependency"))


def test_a_word_alone_between_marks_may_be_a_term_whatever_its_tag() -> None:
    assert [word.edge for run in words("配置、凭据、然后，出凭据") for word in run] == [True, True, False, False, False]


def test_no_term_begins_with_a_suffix_of_the_word_before_it() -> None:
    found = set(grams("窗口里有一个折叠式滚动栏。"))
    assert {"滚动栏", "折叠式滚动栏"} <= found
    assert not {gram for gram in found if gram.startswith("式")}


def test_no_term_begins_with_a_measure() -> None:
    found = set(grams("您收到这封邮件。"))
    assert "邮件" in found
    assert not {gram for gram in found if gram.startswith("封")}


def test_no_term_begins_with_what_points_at_it() -> None:
    found = set(grams("允许发帖至此列表。选择本页。"))
    assert "列表" in found
    assert not {gram for gram in found if gram.startswith(("至", "此", "本"))}
