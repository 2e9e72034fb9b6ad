"""What is mined: noun-like phrases, what goes with them, and that neither order nor repetition changes it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from building import entry, glossary
from catalogue import FILLER, read
from shared import SHARED, needs_shared

from linter.config import Settings
from linter.glossary.model import Glossary
from linter.judge.bitext import Bitext
from linter.judge.consistency import facts_of_run
from linter.judge.dictionary import breadth, installed
from linter.judge.phrases import phrases, singular, surface
from linter.judge.renderings import renderings
from linter.project import Reader, document_of
from linter.run import check

# a text that stands three times with other words around it, and the phrases that it has
PHRASES: list[tuple[tuple[str, str, str], list[str]]] = [
    (("The signal handler runs.", "We wrote a signal handler.", "This is my signal handler."), ["signal handler"]),
    (("The parser is slow.", "A parser for dates.", "Use parsers with care, and the parser."), ["parser"]),
    (("The Parser class is old.", "Ask Parser about it.", "We like Parser."), []),
    (("They quickly agreed.", "We quickly left.", "It quickly ended."), []),
    (("The new model is here.", "A new model of it.", "Our new model."), ["model"]),
    (("A complex task is here.", "The complex answer.", "My complex reply."), []),
    (("Open the `parser` now.", "Close the `parser` now.", "Delete the `parser` now."), []),
    (("The IP of the firm.", "An IP is sold.", "Who owns the IP?"), ["IP"]),
    (("One use case of it.", "The use cases we know.", "No use case for this."), ["use case"]),
    (("We use cases.", "They use maps.", "You use keys."), []),
    (("The number of files.", "A number of keys.", "The number of rows."), []),
]


@pytest.mark.parametrize(("texts", "found"), PHRASES, ids=[texts[0] for texts, _ in PHRASES])
def test_phrases(texts: tuple[str, ...], found: list[str]) -> None:
    masked = ["".join("\ufffc" if at % 2 else part for at, part in enumerate(text.split("`"))) for text in texts]
    assert [phrase.text for phrase in phrases(masked, 3)] == found


def test_a_phrase_inside_a_longer_one_is_neither_for_nor_against_it() -> None:
    texts = ["The signal handler is new.", "A signal handler waits.", "The signal handler is old.", "The signal is low.",
             "A signal is lost.", "This signal is late."]  # fmt: skip
    by_text = {phrase.text: phrase for phrase in phrases(texts, 3)}
    assert sorted(by_text["signal"].records) == [3, 4, 5]
    assert by_text["signal"].inside == {0, 1, 2}


SINGULARS = {"files": "file", "indices": "index", "entries": "entry", "boxes": "box", "status": "status", "APIs": "API",
             "series": "series", "class": "class", "classes": "class", "data": "datum", "bus": "bus"}  # fmt: skip


@pytest.mark.parametrize(("word", "key"), SINGULARS.items(), ids=SINGULARS.keys())
def test_singular(word: str, key: str) -> None:
    assert singular(word) == key


def test_a_phrase_is_shown_as_it_is_written() -> None:
    texts = ["The training data is here.", "Some training data.", "All of the training data."]
    (phrase,) = (phrase for phrase in phrases(texts, 3) if phrase.words == 2)
    assert (phrase.text, surface(phrase, texts)) == ("training datum", "training data")


def test_boilerplate_counts_once() -> None:
    pairs = [*FILLER, ("The parser is slow.", "解析器很慢。")]
    assert len(Bitext([read(pairs, "a.po"), read(pairs, "b.po")]).records) == len(pairs)


def test_terms_of_the_glossary_are_left_out_of_the_english() -> None:
    facts = read([("The parser is slow.", "解析器很慢。")], "a.po", glossary(entry("parser", "解析器")))
    assert "parser" not in Bitext([facts]).records[0].english


RENDERINGS = [  # the Chinese of "The PARSER …" in several pairs, and what is found
    (["解析器很慢。", "这个解析器很好。", "没有解析器。"], ["解析器"]),
    (["解析器很慢。", "这个解析器很好。", "没有解析器。", "分析器坏了。", "旧的分析器。"], ["解析器", "分析器"]),
    (["可迭代对象很慢。", "这个可迭代对象很好。", "没有可迭代对象。", "旧的可迭代对象。"], ["可迭代对象"]),
    (["这很慢。", "真好。", "没有了。"], []),
]


@pytest.mark.parametrize(("chinese", "found"), RENDERINGS, ids=[" / ".join(found) or "nothing" for _, found in RENDERINGS])
def test_renderings(chinese: list[str], found: list[str]) -> None:
    pairs = [*FILLER, *((f"The parser number {at}.", text) for at, text in enumerate(chinese))]
    bitext = Bitext([read(pairs, "a.po")])
    (phrase,) = (
        phrase for phrase in phrases([record.english for record in bitext.records], 3, lenient=True) if "parser" in phrase.text
    )
    assert [rendering.text for rendering in renderings(bitext, phrase)] == found


def test_the_order_of_the_documents_changes_nothing_but_the_order_of_the_facts() -> None:
    parser = [("We know the event parser.", "我们认识事件解析器。"), ("They sold the event parser.", "他们卖掉了事件解析器。"),
              ("Who wrote the event parser?", "谁写了事件解析器？")]  # fmt: skip
    documents = [
        read([*FILLER[:6], *parser], "a.po"),
        read([*FILLER[6:], ("Nobody likes the event parser.", "没有人喜欢事件分析器。")], "b.po"),
        read([("Give me the event parser.", "给我事件解析器。")], "c.po"),
    ]
    runs = [
        sorted((fact.place, fact.found, fact.values["expected"]) for fact in facts_of_run(order))
        for order in permutations(documents)
    ]
    assert [(place.path, found, usual) for place, found, usual in runs[0]] == [("b.po", "事件分析器", "事件解析器")]
    assert all(run == runs[0] for run in runs)


def test_chinese_alone_costs_nothing() -> None:
    facts, _ = Reader(Settings(), Glossary()).facts_of(document_of("只有中文。\n", "a.md"), None)
    assert facts_of_run((facts,)) == []


@pytest.mark.skipif(not installed(), reason="the dictionary (glosslint[dict]) is not installed")
@pytest.mark.parametrize(
    ("word", "narrow"), [("artifact", True), ("paradigm", True), ("time", False), ("line", False), ("variant", True)]
)
def test_a_word_that_glosses_many_entries_is_broad(word: str, narrow: bool) -> None:
    found = breadth(word, 30)
    assert found is not None
    assert (found < 30) == narrow


@needs_shared
def test_the_transcript_uses_four_terms_in_two_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads it with care finds these four."""
    assert SHARED is not None
    monkeypatch.chdir(Path(SHARED, "seed"))
    told = [f for f in check(["transcript.md"], Settings(isolated=True)).findings if f.code in ("GL202", "GL401")]
    assert [(f.place.line, f.term, f.found, *f.expected) for f in told] == [
        (26, "artifact", "产物", "制品"),
        (43, "IP", "IP", "知识产权"),
        (139, "season", "阶段", "季节"),
        (184, "use case", "使用场景", "用例"),
    ]
