"""Shipped variants: the files in rules/variants/, and when one of them counts."""

from __future__ import annotations

import pytest

import linter
from linter.cedict import entries, glosses
from linter.errors import UsageError
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.rules.folder import rules_folder
from linter.rules.variants import Example, shipped_variants, variants_of
from linter.scan.traditional import TRADITIONAL
from linter.source import Source

FOLDER = rules_folder()
assert FOLDER is not None
SHIPPED = shipped_variants(FOLDER)
EXAMPLES = [example for file in SHIPPED for example in file.examples]
REGIONS = [region for file in SHIPPED for region in file.regions]


def lint(text: str, term: str, right: str, source: str = "") -> list[Finding]:
    glossary = parse_glossary(Source("glossary.md", f"| English | 中文 |\n|---|---|\n| {term} | {right} |\n"))
    return [finding for finding in linter.lint_text(text, glossary=glossary, source=source or None) if finding.severity != "hint"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e.terms[0]}: {e.text}" for e in EXAMPLES])
def test_an_example_is_found_as_written(example: Example) -> None:
    found = [f for f in lint(example.text, example.terms[0], example.right, example.source) if f.code == "GL301"]
    assert tuple(finding.found for finding in found) == example.found
    assert {finding.severity for finding in found} <= {"warning"}, "a shipped variant only warns"


def test_every_variant_is_in_an_example_of_its_file_or_stands_beside_one_that_is() -> None:
    for file in SHIPPED:
        shown = {(term, found) for example in file.examples for term in example.terms for found in example.found}
        for term, known, documented in file.known:
            assert documented
            assert known.regional or any(term == other for other, _ in shown), term


SENTENCE = "We use the {} every day, and there is no trouble yet."
HANS, HANT = "我们每天都用{}，这里还没有问题。", "我們每天都用{}，這裡還沒有問題。"
SWAPPED = [
    (term, frame, forms[own][0], forms[other][0])
    for term, forms in REGIONS
    for own, other, frame in (("zh-Hans", "zh-Hant-TW", HANS), ("zh-Hant-TW", "zh-Hans", HANT))
]


@pytest.mark.parametrize(("term", "frame", "own", "other"), SWAPPED, ids=[f"{t}: {o} for {w}" for t, _, w, o in SWAPPED])
def test_in_a_pair_a_word_of_another_region_is_told_and_ones_own_is_not(term: str, frame: str, own: str, other: str) -> None:
    assert lint(frame.format(own), term, own, SENTENCE.format(term)) == []
    (finding,) = lint(frame.format(other), term, own, SENTENCE.format(term))
    assert (finding.found, finding.expected) == (other, (own,))
    assert finding.code in ("GL302", "GL101")


REGIONAL = [
    pytest.param("software", "软件", "这个軟體还没有装好，请先检查设置再试一次。", ["軟體"], id="Traditional characters in a Simplified text"),
    pytest.param("software", "软件", "这个软体还没有装好，请先检查设置。", [], id="Simplified characters, which may mean another thing"),
    pytest.param("software", "軟體", "這個软件還沒有裝好，請先檢查設定再試一次。", ["软件"], id="Simplified characters in a Traditional text"),
    pytest.param("mouse", "鼠标", "请移动滑鼠，再点一下窗口。", ["滑鼠"], id="a word of another region only"),
    pytest.param("mouse", "滑鼠", "請移動鼠標，再點一下視窗。", ["鼠標"], id="the same the other way round"),
    pytest.param("mouse", "老鼠", "请移动滑鼠，再点一下窗口。", [], id="a row that means something else"),
    pytest.param("file", "文件", "请查看这些档案，都在柜子里。", [], id="a word that means something else in this region"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "right", "text", "found"), REGIONAL)
def test_a_word_of_another_region_in_a_text_without_a_source(term: str, right: str, text: str, found: list[str]) -> None:
    told = lint(text, term, right)
    assert [finding.found for finding in told] == found
    assert {finding.code for finding in told} <= {"GL302"}


def test_a_row_that_does_not_prefer_what_is_right_is_left_alone() -> None:
    assert lint("缺省值是零。", "default", "缺省") == []
    assert lint("缺省值是零。", "default value", "默认值") == []


def test_a_row_that_admits_the_variant_is_left_alone() -> None:
    assert lint("缺省值是零。", "default", "默认/缺省") == []


def test_a_row_that_forbids_the_variant_itself_is_an_error() -> None:
    assert [finding.severity for finding in lint("缺省值是零。", "default", "默认（不用“缺省”）")] == ["error"]


def test_literals_hold_no_variant() -> None:
    assert lint("见 `缺省` 与 [说明](缺省.md)。", "default", "默认") == []


@pytest.mark.skipif(not entries(), reason="CC-CEDICT is an extra")
def test_what_is_said_of_the_dictionary_is_so() -> None:
    for file in SHIPPED:
        for term, known, documented in file.known:
            if "has the right form and not this one" in documented:
                assert not glosses(known.form)
                assert any(glosses(right) for right in known.right)
            elif "CC-CEDICT" in documented:
                told = " ".join(glosses(known.form)).lower()
                words = {word[:5] for word in term.lower().replace("-", " ").split()}
                assert "variant" in told or any(word in told for word in words), (term, known.form)


def test_what_is_said_of_opencc_is_so() -> None:
    from opencc import OpenCC

    taiwan = OpenCC("s2twp")
    for term, forms in REGIONS:
        assert any(taiwan.convert(form) in forms["zh-Hant-TW"] for form in forms["zh-Hans"]), term
        assert all(TRADITIONAL.isdisjoint(form) for form in forms["zh-Hans"]), term


HEAD = "sources: {a: b}\nvariants:\n- term: x\n  right: y\n  examples: []\n  wrong:\n"
REFUSED = [
    pytest.param("  - {text: z, source: c}", "v.yaml:7:23: unknown source 'c'; known: a", id="a source that is not listed"),
    pytest.param("  - {text: z, unles: z}", "v.yaml:7:15: unknown key 'unles' (did you mean 'unless'?)", id="a mistyped key"),
    pytest.param(
        "  - {text: z, source: a, unless: [q]}",
        "v.yaml:7:34: 'q' does not hold 'z', so it protects nothing",
        id="a compound that protects nothing",
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_faulty_file_is_refused_where_the_fault_stands(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        variants_of(Source("v.yaml", HEAD + text))
    assert str(caught.value) == message
