"""Whatever passages a document has: no exception, no passage twice, probabilities that are probabilities."""

from __future__ import annotations

from by_hand import P, document
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.align.model import Alignment
from linter.align.pairs import align_document, align_documents
from linter.align.show import as_json, as_text

TEXTS = st.sampled_from(
    [
        *("", "…", "（略）", "Yes.", "是的。", "好", "\ufffc\ufffc", "word " * 90, "长" * 400),
        *("The API of version 2.5 returns 1,000 rows.", "这个 API 的 2.5 版返回一千行。"),
    ]
)
PASSAGES = st.builds(
    P,
    lang=st.sampled_from(["en", "zh", "zh", "en", ""]),
    text=TEXTS,
    kind=st.sampled_from(["heading", "paragraph", "item", "cell", "turn", "comment", "title", "unit"]),
    level=st.integers(0, 3),
    label=st.sampled_from(["", "", "Ann", "Bo", "安"]),
    group=st.sampled_from([-1, -1, -1, 0, 1]),
    side=st.just(""),
    block=st.sampled_from([-1, 0, 1]),
    region=st.integers(0, 1),
)
LISTS = st.lists(PASSAGES, max_size=24)


def check(alignment: Alignment) -> None:
    for side in ("source", "target"):
        seen: list[int] = [i for pair in alignment.pairs for i in getattr(pair, side)]
        assert len(seen) == len(set(seen))
    assert all(0 <= pair.posterior <= 1 and (pair.source or pair.target) for pair in alignment.pairs)
    as_json(alignment)
    as_text(alignment)


@settings(max_examples=150, deadline=None)
@given(LISTS)
def test_one_document(passages: list[P]) -> None:
    made = document(*passages)
    found = align_document(made)
    check(found)
    both = [i for pair in found.pairs for i in pair.source + pair.target]
    assert len(both) == len(set(both))


@settings(max_examples=100, deadline=None)
@given(LISTS, LISTS)
def test_two_documents(source: list[P], target: list[P]) -> None:
    left, right = document(*source), document(*target)
    found = align_documents(left, right)
    check(found)
    assert [i for pair in found.pairs for i in pair.source] == [i for i, p in enumerate(left.passages) if p.lang]
    assert [i for pair in found.pairs for i in pair.target] == [i for i, p in enumerate(right.passages) if p.lang]
