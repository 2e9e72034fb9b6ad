"""Bilingual pairs: JSON Lines and tab-separated texts."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.documents.model import Document
from linter.documents.problems import MOST
from linter.documents.read import read_document
from linter.source import Source

ENGLISH, CHINESE = "A lock file is written.", "写入一个锁文件。"


def read(text: str, name: str = "p.jsonl", columns: tuple[str, ...] = ()) -> Document:
    return read_document(Source(name, text), columns)


def texts(document: Document) -> list[tuple[str, str]]:
    """(source, target) of each pair; literals stand as they are masked."""
    found = [document.text[p.start : p.end] for p in document.passages]
    return list(zip(found[::2], found[1::2], strict=True))


def told(document: Document) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.reason) for problem in document.problems]


PAIR: dict[str, object] = {"source": ENGLISH, "target": CHINESE}
OBJECTS: dict[str, dict[str, object]] = {
    "source and target": PAIR,
    "src and tgt": {"src": ENGLISH, "tgt": CHINESE},
    "src, mt and ref: the translation that is to be judged": {"src": ENGLISH, "ref": "别的译文。", "mt": CHINESE},
    "en and zh": {"en": ENGLISH, "zh": CHINESE},
    "en and zh-CN": {"en": ENGLISH, "zh-CN": CHINESE},
    "en_US and zh_Hans in other case": {"EN_us": ENGLISH, "ZH_Hans": CHINESE},
    "English and Chinese": {"English": ENGLISH, "Chinese": CHINESE},
    "inside `translation`": {"id": 1, "translation": {"en": ENGLISH, "zh": CHINESE}},
    "`translation` as the target": {"original": ENGLISH, "translation": CHINESE},
    "members of other kinds beside them": {"n": [1, {"target": "x"}], "target": CHINESE, "ok": None, "source": ENGLISH, "score": 0.5},
}  # fmt: skip


@pytest.mark.parametrize("members", OBJECTS.values(), ids=OBJECTS.keys())
def test_the_usual_names_of_members_are_known(members: dict[str, object]) -> None:
    document = read(json.dumps(members, ensure_ascii=False))
    assert (texts(document), told(document)) == ([(ENGLISH, CHINESE)], [])
    assert [(p.side, p.lang, p.kind, p.group) for p in document.passages] == [("source", "en", "unit", 0), ("target", "zh", "unit", 0)]  # fmt: skip


def test_members_may_have_names_of_their_own() -> None:
    line = json.dumps({"source": "x", "Q": ENGLISH, "A": CHINESE})
    assert texts(read(line, columns=("Q", "A"))) == [(ENGLISH, CHINESE)]
    assert told(read(line, columns=("q", "A"))) == [(1, 1, "a pair without 'q'")]


@pytest.mark.parametrize(("value", "name"), [("seg-1", "seg-1"), (7, "7"), (None, ""), ([1], "")])
def test_a_pair_has_a_name(value: object, name: str) -> None:
    assert [p.label for p in read(json.dumps({**PAIR, "id": value})).passages] == [name, name]


# line -> column and part of the reason
BAD: dict[str, tuple[str, int, str]] = {
    "no JSON": ("A lock file\t锁文件", 1, "an object is expected"),
    "an array": ("[1]", 1, "an object is expected"),
    "a member without quotes": ("{source: 1}", 2, "a name in double quotes is expected"),
    "no colon": ('{"source" "x"}', 11, "a colon is expected"),
    "no value": ('{"source":}', 11, "expecting value"),
    "a comma at the end": ('{"source": "x", }', 17, "a name in double quotes is expected"),
    "cut off in a string": ('{"source": "x', 12, "unterminated string"),
    "cut off behind a member": ('{"source": "x"', 15, "a comma or a closing brace is expected"),
    "an escape that is none": (r'{"source": "a\q"}', 14, "escape"),
    "a raw tab in a string": ('{"source": "a\tb"}', 14, "control character"),
    "two objects": ('{"source": "a", "target": "b"} {}', 32, "nothing behind it"),
    "half a character": (r'{"source": "甲\ud83d", "target": "乙"}', 14, "half a character"),
    "the other half": (r'{"source": "\\\udc00", "target": "乙"}', 15, "half a character"),
    "a number with too many digits": ('{"n": ' + "1" * 5000 + "}", 1, "not JSON"),
    "deep nesting": ('{"n": ' + "[" * 200_000 + "]" * 200_000 + "}", 1, "nested too deeply"),
    "no source": ('{"target": "乙"}', 1, "a pair without 'source'"),
    "no target": ('  {"source": "A", "note": "锁"}', 3, "a pair without 'target'"),
    "a target that is a number": ('{"source": "A", "target": 3}', 27, "a text is expected here, not a number"),
    "a target that is null": ('{"source": "A", "target": null}', 27, "a text is expected here, not null"),
    "a source that is a list": ('{"source": ["A"], "target": "乙"}', 12, "a text is expected here, not a list"),
    "a source that is true": ('{"source": true, "target": "乙"}', 12, "a text is expected here, not true or false"),
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("line", "column", "why"), BAD.values(), ids=BAD.keys())
def test_a_line_that_is_no_pair_is_named_and_the_others_are_read(line: str, column: int, why: str, end: str) -> None:
    good = json.dumps(PAIR)
    document = read(end.join((good, "", line, good, "")))
    ((number, at, reason),) = told(document)
    assert (number, at) == (3, column)
    assert why in reason
    assert texts(document) == [(ENGLISH, CHINESE)] * 2


def test_beyond_a_few_bad_lines_the_rest_is_counted() -> None:
    document = read("x\n" * (MOST + 5) + json.dumps(PAIR))
    assert len(told(document)) == MOST + 1
    assert told(document)[-1] == (MOST + 1, 1, "cannot be read, as 4 more places below")
    assert len(texts(document)) == 1


@pytest.mark.parametrize("text", ["", "\n \n", "\r\n\t\r\n"])
@pytest.mark.parametrize("name", ["p.jsonl", "p.tsv"])
def test_an_empty_file_has_no_pairs_and_no_faults(text: str, name: str) -> None:
    document = read(text, name)
    assert (document.passages, document.problems) == ([], ())


@pytest.mark.parametrize(("source", "target"), [(ENGLISH, ""), ("", CHINESE), ("", ""), (ENGLISH, ENGLISH)])
def test_a_pair_without_a_translation_is_no_prose(source: str, target: str) -> None:
    document = read(json.dumps({"source": source, "target": target}))
    assert [p.lang for p in document.passages] == ["", ""]
    assert told(document) == []


def test_a_text_that_is_missing_stands_in_the_file_all_the_same() -> None:
    document = read("文件已锁定。\t\n", "pairs.tsv")
    assert [document.span(p.start, p.end) for p in document.passages] == [(0, 0), (0, 6)]


def written(text: str, escaped: list[bool]) -> str:
    """JSON of a text, some of its characters as escapes."""
    parts = []
    for at, character in enumerate(text):
        plain = json.dumps(character, ensure_ascii=False)[1:-1]
        parts.append(json.dumps(character)[1:-1] if escaped and escaped[at % len(escaped)] else plain)
    return '"' + "".join(parts) + '"'


@given(
    st.lists(st.tuples(st.text(), st.text(alphabet='锁文件。\n"\\/😀\u0000\r\t a', min_size=1)), max_size=4),
    st.lists(st.booleans(), max_size=5),
    st.sampled_from(("\n", "\r\n")),
)
@example([("a\\b", "锁\u2028\n😀")], [True, False], "\n")
def test_every_character_is_found_where_it_stands(pairs: list[tuple[str, str]], escaped: list[bool], end: str) -> None:
    pairs = [pair for pair in pairs if not any("\ud800" <= c <= "\udfff" for text in pair for c in text)]
    text = end.join(f'{{"source" : {written(one, escaped)},"target":{written(other, escaped)}}}' for one, other in pairs)
    document = read(text)
    assert told(document) == []
    quiet = str.maketrans({"\0": "\ufffd", "\b": " ", "\f": " ", "\r": " "})
    for number, passage in enumerate(document.passages):
        whole = document.span(passage.start, passage.end)
        written_as = pairs[number // 2][number % 2]
        if passage.lang:  # else all of it is one literal
            for at in range(passage.start, passage.end):
                start, stop = document.span(at, at + 1)
                raw = json.loads(f'"{text[start:stop]}"').translate(quiet)
                assert raw == document.text[at] or document.text[at] == "\ufffc"
            assert whole.start >= text.index("{")
        elif written_as:
            assert json.loads(f'"{text[whole.start : whole.end]}"') == written_as


@given(st.text(alphabet='{}[]:,"\\u0dnse tf0锁\n'))
def test_no_line_makes_the_reader_fail(text: str) -> None:
    document = read(text)
    lines = [line for line in text.split("\n") if line.strip(" \t")]
    assert len(texts(document)) + len(document.problems) == len(lines) or len(document.problems) > MOST


# text, columns -> (pairs, problems)
TABBED: dict[str, tuple[str, tuple[str, ...], list[tuple[str, str]], list[tuple[int, int, str]]]] = {
    "two columns": (f"{ENGLISH}\t{CHINESE}\n", (), [(ENGLISH, CHINESE)], []),
    "the Chinese first": (f"{CHINESE}\t{ENGLISH}\n", (), [(ENGLISH, CHINESE)], []),
    "a header": (f"src\ttgt\n{ENGLISH}\t{CHINESE}\n", (), [(ENGLISH, CHINESE)], []),
    "a header as in a glossary": (f"译文\t原文\n{CHINESE}\t{ENGLISH}", (), [(ENGLISH, CHINESE)], []),
    "more columns, by a header": (f"score\tmt\tsrc\n0.5\t{CHINESE}\t{ENGLISH}\n", (), [(ENGLISH, CHINESE)], []),
    "more columns, by what stands in them": (f"17\t{ENGLISH}\t{CHINESE}\n18\tNo.\t不。\n", (), [(ENGLISH, CHINESE), ("No.", "不。")], []),
    "columns by number": (f"a b c d e f g h i j k l m n o p q\t{ENGLISH}\t{CHINESE}\n", ("2", "3"), [(ENGLISH, CHINESE)], []),
    "columns by name": (f"source\tnew\ttarget\n{ENGLISH}\t{CHINESE}\t旧。\n", ("source", "new"), [(ENGLISH, CHINESE)], []),
    "a name that no column has": ("a\tb\nx\t甲\n", ("a", "c"), [], [(1, 1, "no column is called 'c'")]),
    "one column": ("A lock file.\n", (), [], [(1, 1, "two columns with a tab between them")]),
    "a line with one column": (f"{ENGLISH}\t{CHINESE}\nLost.\n\n{ENGLISH}\t{CHINESE}\n", (), [(ENGLISH, CHINESE)] * 2, [(2, 6, "a line without column 2")]),
    "quotes are characters": ('He said "no".\t"不行"，他说。\n', (), [('He said "no".', '"不行"，他说。')], []),
    "blanks around a text": (f"  {ENGLISH} \t {CHINESE}\r\n", (), [(ENGLISH, CHINESE)], []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "columns", "pairs", "problems"), TABBED.values(), ids=TABBED.keys())
def test_tab_separated_texts(
    text: str, columns: tuple[str, ...], pairs: list[tuple[str, str]], problems: list[tuple[int, int, str]]
) -> None:
    document = read(text, "p.tsv", columns)
    assert (texts(document), told(document)) == (pairs, problems)
    for passage in document.passages:
        start, end = document.span(passage.start, passage.end)
        assert text[start:end] == document.text[passage.start : passage.end]
