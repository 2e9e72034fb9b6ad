"""Facts as bytes: everything comes back, and nothing but records is ever made of them."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import projects
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.config import Settings
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.judge.facts import Facts
from linter.packed import PackedError, pack, unpack
from linter.reader import Reader, Seen, Texts
from linter.source import Source

GLOSSARY = parse_glossary(Source("glossary.md", projects.GLOSSARY)) or Glossary()
READER = Reader(Settings(), GLOSSARY)
PIECES = (
    "A backfill of the node. |回填（backfill）|结点|補錄|`node`|[节点](http://a/b)|**回|填**|&amp;|\u200b|Docker|码头|\n\n|\n|# |- |<!-- | -->|，|。| |ann: "
    "|% s|<b>|\r\n|" + projects.OWN.replace("|", "\0")
).split("|")
TEXT = st.lists(st.sampled_from([piece.replace("\0", "|") for piece in PIECES]), max_size=25).map("".join)


def fields(facts: Facts) -> tuple[object, ...]:
    documents = [
        facts.document,
        facts.source,
        facts.alignment and facts.alignment.source,
        facts.alignment and facts.alignment.target,
    ]
    return (
        facts._replace(document=None, source=None, scanner=None, alignment=facts.alignment and facts.alignment.pairs),  # type: ignore[arg-type]
        [documents.index(document) for document in documents],  # which of them are one and the same
        [
            document
            and [list(getattr(document, slot.lstrip("_"))) for slot in document.__slots__ if slot not in ("source", "format")]
            for document in documents
        ],
        [document and (document.source.path, document.source.text, document.format) for document in documents],
        facts.entries,
    )


def texts_of(path: str, text: str, source: str | None = None) -> Texts:
    return Texts(Source(path, text), None if source is None else Source("en/" + path, source))


def again(texts: Texts) -> Seen:
    return READER.restored(unpack(pack(READER.facts_of_texts(texts).facts), texts), texts)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT, st.none() | TEXT, st.sampled_from([".md", ".txt", ".po"]))
def test_facts_come_back_as_they_were(text: str, source: str | None, suffix: str) -> None:
    texts = texts_of("a" + suffix, text, source)
    seen, restored = READER.facts_of_texts(texts), again(texts)
    assert fields(restored.facts) == fields(seen.facts)
    assert restored.rows == seen.rows


@pytest.mark.parametrize("name", [name for name in projects.PAGES if not name.startswith("en/")])
def test_facts_of_every_kind_of_file_come_back(name: str) -> None:
    texts = texts_of(
        os.path.basename(name), projects.PAGES[name], projects.PAGES.get(name.replace("zh/", "en/")) if "zh" in name else None
    )
    seen = READER.facts_of_texts(texts)
    assert fields(again(texts).facts) == fields(seen.facts)
    assert unpack(pack(again(texts).facts), texts).document.passages == seen.facts.document.passages


class Hostile:
    def __init__(self, call: object, *given: object) -> None:
        self.call, self.given = call, given

    def __reduce__(self) -> tuple[object, ...]:
        return self.call, self.given


HOSTILE = {
    "a call of the system": Hostile(os.system, "touch made"),
    "a call of what Python has built in": Hostile(eval, "open('made', 'w')"),
    "a call of a function of ours": Hostile(pack, None),
    "a class of ours that is no record": Hostile(Source, "a", "b"),
    "an import": Hostile(__import__, "antigravity"),
    "a record by itself": Texts(Source("a", "b"), None),
    "something else": [1, 2],
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_facts_is_refused(value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PackedError):
        unpack(pickle.dumps(value), texts_of("a.md", ""))
    assert os.listdir() == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused_or_give_facts(data: st.DataObject) -> None:
    texts = texts_of("a.md", projects.PAGES["both.md"])
    packed = bytearray(pack(READER.facts_of_texts(texts).facts))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        facts = unpack(bytes(packed), texts)
    except PackedError:
        return
    assert isinstance(facts, Facts)
