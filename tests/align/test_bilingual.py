"""The bilingual dictionary tells passages apart that lengths confuse; without it the aligner still works, with less confidence."""

from __future__ import annotations

import pytest

from linter import cedict
from linter.align import bilingual
from linter.align.bilingual import dictionary
from linter.align.features import features
from linter.align.items import Item
from linter.align.model import Alignment
from linter.align.pairs import align_documents
from linter.documents.model import Document, Passage
from linter.documents.read import read_document
from linter.source import Source

ENGLISH = (
    "The kitchen was empty when the carpenter came back.",
    "A storm had broken two windows during the night.",
    "His neighbour had already swept the glass away.",
    "Together they carried the heavy table into the garden.",
    "Nobody spoke about the money that evening.",
)
CHINESE = (
    "木匠回来的时候，厨房里空无一人。",
    "夜里的暴风雨打碎了两扇窗户。",
    "邻居早已把玻璃碎片扫走了。",
    "他们一起把沉重的桌子搬进花园。",
    "那天晚上谁也没有谈到钱的问题。",
)


def document(name: str, texts: tuple[str, ...]) -> Document:
    return read_document(Source(name, "\n\n".join(texts) + "\n"))


def beads(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.source, pair.target) for pair in alignment.pairs if pair.source and pair.target]


@pytest.mark.skipif(not cedict.entries(), reason="no dictionary installed (extra: dict)")
@pytest.mark.parametrize("lost", range(len(ENGLISH)))
@pytest.mark.parametrize("side", ["source", "target"])
def test_a_lost_passage_is_found_by_what_the_others_say(lost: int, side: str) -> None:
    kept = [at for at in range(len(ENGLISH)) if at != lost]
    source = ENGLISH if side == "target" else tuple(ENGLISH[at] for at in kept)
    target = CHINESE if side == "source" else tuple(CHINESE[at] for at in kept)
    found = beads(align_documents(document("en.md", source), document("zh.md", target)))
    places = range(len(kept))
    expected = zip(kept, places, strict=True) if side == "target" else zip(places, kept, strict=True)
    assert found == [((one,), (other,)) for one, other in expected]


def test_without_a_dictionary_every_passage_is_still_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bilingual, "entries", lambda: "")
    monkeypatch.setattr(bilingual, "glosses", lambda word, column: pytest.fail("looked up without a dictionary"))
    found = beads(align_documents(document("en.md", ENGLISH), document("zh.md", CHINESE)))
    assert found == [((at,), (at,)) for at in range(len(ENGLISH))]


def item(number: int, text: str) -> Item:
    return Item((number,), features(text), Passage("paragraph", "", 0, len(text)), text)


@pytest.mark.skipif(not cedict.entries(), reason="no dictionary installed (extra: dict)")
def test_only_words_of_both_sides_are_in_the_lexicon() -> None:
    source = [item(0, "The carpenter lost his hammer."), item(1, "The kitchen was cold.")]
    traditional = [item(0, "木匠丟了錘子。"), item(1, "廚房很冷。")]
    simplified = [item(0, "木匠丢了锤子。"), item(1, "厨房很冷。")]
    assert dictionary(source, simplified) == {
        "carpenter": frozenset(("木匠",)), "hammer": frozenset(("锤子",)), "kitchen": frozenset(("厨房",))
    }  # fmt: skip
    assert dictionary(source, traditional).keys() == {"carpenter", "hammer", "kitchen"}


@pytest.mark.skipif(not cedict.entries(), reason="no dictionary installed (extra: dict)")
def test_what_every_passage_says_tells_none_apart() -> None:
    source = [item(at, f"The kitchen in house {at} was cold.") for at in range(9)]
    target = [item(at, f"{at} 号房子的厨房很冷。") for at in range(9)]
    assert "kitchen" not in dictionary(source, target)
