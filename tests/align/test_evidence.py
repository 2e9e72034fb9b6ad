"""What is seen of a passage, and what a document teaches about itself."""

from __future__ import annotations

import pytest
from by_hand import P, chinese, damaged, document, english, paragraphs

from linter.align.evidence import Evidence
from linter.align.features import features, fold
from linter.align.items import items, with_twins
from linter.align.labels import agreement, gains, matched_names, same_names
from linter.align.lengths import Lengths, first_guess, refined
from linter.align.lexicon import learn
from linter.align.pairs import align_documents
from linter.documents.model import Document, Literal, Passage, Segment, Span
from linter.source import Source


def test_sizes_count_han_and_letters_apart() -> None:
    seen = features("用 Python 写了 12 行")
    assert (seen.han, seen.other) == (4, 8)


@pytest.mark.parametrize(
    ("text", "aside"),
    [("（广告略去）", True), ("~ [music] ~", True), ("(laughs)", True), ("他说（笑）：好", False), ("普通的一句话。", False)],
)
def test_a_passage_in_brackets_is_an_aside(text: str, aside: bool) -> None:
    assert features(text).aside is aside


@pytest.mark.parametrize(("word", "folded"), [("agents", "agent"), ("class", "class"), ("gas", "gas"), ("loops", "loop")])
def test_plurals_are_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_literals_inside_a_passage_are_anchors() -> None:
    text = "Call `close()` now.\n\n再见。\n\n调用 `close()`。"
    visible = "Call \ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc now.\n\n再见。\n\n调用 \ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc。"
    starts = [0, text.index("再"), text.index("调")]
    passages = [
        Passage("paragraph", lang, start, end)
        for lang, start, end in zip(("en", "zh", "zh"), starts, (19, starts[1] + 3, len(text)), strict=True)
    ]
    spans = [Span(5, 14), Span(text.rindex("`c"), text.rindex("`c") + 9)]
    made = Document(
        Source("x.md", text),
        "markdown",
        visible,
        [Segment(0, 0, len(text), len(text))],
        passages,
        [],
        [Literal(s, "code") for s in spans],
    )
    anchors = [item.features.anchors for item in items(made, range(3))]
    assert anchors[0] == anchors[2] == {"lclose"}
    assert anchors[1] == frozenset()


def test_rare_anchors_say_more_than_common_ones() -> None:
    left = items(english(*(["The API of Kafka"] + ["The API"] * 9)), range(10))
    right = items(chinese(*(["Kafka 的 API"] + ["这个 API"] * 9)), range(10))
    evidence = Evidence(left, right)
    assert evidence.credit["wkafka"] > evidence.credit["wapi"] + 1
    assert evidence.missing(["wkafka"], 0) < 0


def test_the_ratio_of_lengths_comes_from_the_document() -> None:
    pairs = paragraphs(60, seed=3)
    left, right = items(english(*(e for e, _ in pairs)), range(60)), items(chinese(*(z for _, z in pairs)), range(60))
    guess = first_guess(left, right)
    true = sum(i.features.other for i in left) / sum(i.features.han for i in right)
    assert guess.ratio == pytest.approx(true, rel=0.1)
    assert refined(guess, zip(left, right, strict=True)).spread < Lengths().spread


def test_words_that_keep_company_are_learnt() -> None:
    pairs = paragraphs(120, seed=8)
    left, right = items(english(*(e for e, _ in pairs)), range(120)), items(chinese(*(z for _, z in pairs)), range(120))
    lexicon = learn(([e], [z]) for e, z in zip(left, right, strict=True))
    assert lexicon["gardener"] == {"园丁"}
    assert "水泵" in lexicon["pump"]
    assert "the" not in lexicon


def test_speakers_whose_names_are_translated_are_matched() -> None:
    left = items(document(*(P("en", "x", "turn", label=name) for name in ("Ann", "Bo", "Ann", "Bo"))), range(4))
    right = items(document(*(P("zh", "某", "turn", label=name) for name in ("安", "波", "安", "波"))), range(4))
    assert same_names(left, right) == {}
    names = matched_names(zip(left, right, strict=True))
    assert names == {"安": "ann", "波": "bo"}
    gain = gains(right, names)
    assert agreement("ann", "安", names, gain) > 0 > agreement("bo", "安", names, gain)
    assert agreement("", "安", names, gain) == 0


def test_a_title_printed_twice_is_one_item() -> None:
    twice = items(document(P("zh", "标题", "heading"), P("zh", "标题", "heading"), P("zh", "正文")), range(3))
    assert [item.passages for item in with_twins(twice)] == [(0, 1), (2,)]


def test_glossary_keys_find_the_pair_that_nothing_else_tells() -> None:
    """Paragraphs of one length without a shared word, one of them deleted: only the entries show which."""
    words = ["ant", "bee", "cat", "dog", "elk", "fox"]
    left = english(*("Something was said of it at some length there" for _ in words))
    right = chinese(*("关于它在那里有人说了相当长的一段话吧" for _ in words[:-1]))
    kept = [word for word in words if word != "cat"]
    keys = [frozenset((word,)) for word in words], [frozenset((word,)) for word in kept]
    pairs = {(p.source, p.target) for p in align_documents(left, right, keys).pairs}
    assert pairs == {((words.index(word),), (kept.index(word),)) for word in kept} | {((2,), ())}


def test_damage_at_random_leaves_the_sure_pairs_right() -> None:
    for seed in range(4):
        made = damaged(paragraphs(120, seed), share=0.2, seed=seed)
        alignment = align_documents(english(*made.english), chinese(*made.chinese))
        links = {(i, j): p.posterior for p in alignment.pairs for i in p.source for j in p.target}
        right = sum(link in made.links for link in links)
        sure = [link for link, posterior in links.items() if posterior >= 0.9]
        assert right / len(links) > 0.95
        assert right / len(made.links) > 0.95
        assert sum(link in made.links for link in sure) / len(sure) > 0.98
        assert len(sure) > 0.8 * len(links)
