"""What a string renders besides the term: other words of the sentence account for it, or for a part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from building import entry, glossary
from catalogue import FILLER, read

from linter.glossary.model import Entry
from linter.judge.besides import commanded, compounded, contracted, counted, shortened
from linter.judge.corpus import Corpus, concept_of
from linter.judge.dictionary import installed
from linter.judge.explaining import accounted_for
from linter.judge.inference import own_stems
from linter.judge.naming import best_for, mine


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(
    ("english", "text", "word"),
    [
        ("Select the first solution.", "选择解决", "select"),  # 解决 is a piece of the expected rendering
        ("The solution of the dependency problems.", "依赖问题", "problem"),  # a word of the family of "depend"
        ("Repair the solution.", "选择解决", ""),
        ("The solution is settled.", "解决", ""),  # nothing but a piece
    ],
)
def test_other_words_of_the_sentence_account_for_a_string(english: str, text: str, word: str) -> None:
    row = entry("solution", "解决方案")
    corpus = Corpus([read([(english, text), *FILLER], "x.po", glossary(row))])
    assert accounted_for(corpus, concept_of(row), text, 0, own_stems(row)) == word


INNOCENT = [
    (counted, entry("number", "数字"), "The number of lines is small.", "行数很少。", "行数", "number of"),
    (counted, entry("number", "数字"), "A Number is no String.", "整数不是字符串。", "整数", ""),
    (counted, entry("page", "页面"), "The number of pages is small.", "页数很少。", "页数", "number"),
    (shortened, entry("plural form", "复数形式"), "Read plural form translations.", "读复数翻译。", "复数翻译", "translation"),
    (shortened, entry("plural form", "复数形式"), "Read the plural form again.", "再读复数翻译。", "复数翻译", ""),
    (compounded, entry("site", "站点"), "The web site is closed.", "网站已关闭。", "网站", "web site"),
    (compounded, entry("site", "站点"), "The site is closed.", "网站已关闭。", "网站", ""),
    (compounded, entry("source", "来源"), "Read the source code.", "读源代码。", "源代码", "source code"),
    (compounded, entry("source", "来源"), "Read the source again.", "再读源代码。", "源代码", ""),
]


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(("rule", "row", "english", "chinese", "text", "word"), INNOCENT, ids=[case[2] for case in INNOCENT])
def test_what_stands_beside_the_term_is_in_the_string(
    rule: Callable[..., str], row: Entry, english: str, chinese: str, text: str, word: str
) -> None:
    corpus = Corpus([read([(english, chinese), *FILLER], "x.po", glossary(row))])
    assert rule(corpus, concept_of(row), text, 0, own_stems(row)) == word


@pytest.mark.parametrize(
    ("row", "text", "part"),
    [
        (entry("dependency", "依赖关系"), "编译依赖", True),  # cut short behind a modifier
        (entry("CapEx", "资本支出"), "资金支出", False),  # ends like the whole of it
    ],
)
def test_a_part_of_the_rendering(row: Entry, text: str, part: bool) -> None:
    pairs = [(f"The {row.term} is {word}.", f"{text}是{chinese}的。") for word, chinese in (("new", "新"), ("big", "大"))]
    corpus = Corpus([read([*pairs, *FILLER], "x.po", glossary(row))])
    assert mine(corpus, concept_of(row), own_stems(row)).candidates[text].part == part


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(
    ("row", "first", "text", "verb"),
    [
        (entry("log", "日志"), "Log", "记录", "Log"),
        (entry("baptism", "洗礼"), "Baptism", "领洗", ""),  # no verb
        (entry("lookup", "查询"), "Lookup", "查找", ""),  # what the row says is a verb as well
    ],
)
def test_an_imperative_is_not_the_noun(row: Entry, first: str, text: str, verb: str) -> None:
    pairs = [(f"{first} {english} requests.", f"{text}{chinese}请求。") for english, chinese in (("new", "新"), ("old", "旧"))]
    corpus = Corpus([read([*pairs, *FILLER], "x.po", glossary(row))])
    assert commanded(corpus, concept_of(row), text, own_stems(row)) == verb


def test_one_sentence_is_no_imperative() -> None:
    row = entry("log", "日志")
    corpus = Corpus([read([("Log new requests.", "记录新请求。"), ("The new log.", "新记录。"), *FILLER], "x.po", glossary(row))])
    assert commanded(corpus, concept_of(row), "记录", own_stems(row)) == ""


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(
    ("row", "english", "chinese", "named"),
    [
        (entry("locale", "语言环境"), "selected", "选语种", "语种"),
        (entry("namespace", "命名空间"), "command", "命令空间", "命令空间"),  # one slip, whatever else is a command
    ],
)
def test_what_renders_the_word_before_is_cut_off(row: Entry, english: str, chinese: str, named: str) -> None:
    pairs = [(f"The {english} {row.term} is {word}.", f"{chinese}是{text}的。") for word, text in (("new", "新"), ("big", "大"))]
    corpus = Corpus([read([*pairs, *FILLER], "x.po", glossary(row))])
    own = own_stems(row)
    found = best_for(corpus, concept_of(row), mine(corpus, concept_of(row), own), 0, own)
    assert found is not None
    assert found[0].text == named


def test_a_longer_term_may_be_written_short() -> None:
    row, longer = entry("tree", "树"), entry("family tree", "家谱")
    corpus = Corpus([read([("Print the tree.", "打印家谱。"), *FILLER], "x.po", glossary(row, longer))])
    assert compounded(corpus, concept_of(row), "家谱", 0, own_stems(row)) == "family tree"


@pytest.mark.parametrize(
    ("english", "word"),
    [
        ("Show latitude and longitude.", "纬度"),
        ("Show latitude/longitude.", "纬度"),
        ("Show the longitude for the latitude.", ""),
    ],
)
def test_two_terms_may_be_written_as_one(english: str, word: str) -> None:
    row, other = entry("longitude", "经度"), entry("latitude", "纬度")
    corpus = Corpus([read([(english, "显示经纬度。"), *FILLER], "x.po", glossary(row, other))])
    assert contracted(corpus, concept_of(row), "经纬度", 0, own_stems(row)) == word


def test_an_auxiliary_behind_a_rendering_is_cut_off() -> None:
    row = entry("owner", "所有者")
    pairs = [
        ("The owner will leave.", "属主将离开。"),
        ("The owner will return.", "属主将回来。"),
        ("The owner is old.", "属主很老。"),
    ]
    corpus = Corpus([read([*pairs, *FILLER], "x.po", glossary(row))])
    own = own_stems(row)
    found = best_for(corpus, concept_of(row), mine(corpus, concept_of(row), own), 0, own)
    assert found is not None
    assert found[0].text == "属主"


def test_a_word_that_ends_like_an_auxiliary_is_whole() -> None:
    row = entry("committee", "理事会")
    pairs = [
        ("The committee meets.", "委员会开会。"),
        ("The committee is old.", "委员会很老。"),
        ("The members are new.", "委员是新的。"),
    ]
    corpus = Corpus([read([*pairs, *FILLER], "x.po", glossary(row))])
    own = own_stems(row)
    found = best_for(corpus, concept_of(row), mine(corpus, concept_of(row), own), 0, own)
    assert found is not None
    assert found[0].text == "委员会"
