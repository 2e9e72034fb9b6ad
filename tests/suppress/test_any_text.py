"""Whatever stands in comments: nothing raises, no finding is lost, every place and every edit is in the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import check_findings
from silencing import TABLE, check

from linter.source import Source

WORDS = """glosslint-disable-line|glosslint-disable|glosslint-enable|glosslint-disable-next-line|glosslint-disable-file|glosslint: |glosslint-x| |(|)
|（|,|，|--|—|GL301|GL3|all|lock file|锁文件|"|“|\n|\r\n|<!--|-->|{/*|*/}|#|//|- |`|```\n|锁定文件|回退|---\n|+++\n|{disable: [|]}|'|> |\u2028|\x0c
|msgid "The lock file"\n|msgstr "锁定文件"\n|# glosslint: disable=GL301\n|#~ |#, fuzzy\n|[glosslint]\n|disable = ["GL301"]\n|  - """.split(
    "|"
)
TEXT = st.lists(st.sampled_from([*WORDS, "|"]), max_size=40).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT, st.sampled_from(["a.md", "a.txt", "a.po"]), st.sampled_from(["", "---\n", "+++\n"]))
def test_any_text(text: str, path: str, head: str) -> None:
    source = Source(path, head + text)
    sources = {path: source, "glossary.md": Source("glossary.md", TABLE)}
    result = check(source.text, path)
    check_findings(result.findings, sources)
    check_findings([item.finding for item in result.suppressed], sources)
    for item in result.suppressed:
        assert item.place is not None
        start, end = source.offset(*item.place[1:3]), source.offset(*item.place[3:])
        assert "glosslint" in source.text[start:end]
    for finding in result.findings:
        for edit in finding.fix.edits if finding.fix else ():
            start, end = source.offset(edit.line, edit.column), source.offset(edit.end_line, edit.end_column)
            assert 0 <= start <= end <= len(source.text)


MANY = {
    "stretches": "<!-- glosslint-disable GL301(rollback) -->\n\n锁定文件\n\n<!-- glosslint-enable GL301(rollback) -->\n\n",
    "stretches that never end": "<!-- glosslint-disable GL301(rollback) -->\n\n锁定文件\n\n",
    "next lines without one": "<!-- glosslint-disable-next-line GL301 -->\n",
    "unknown terms": "锁定文件 <!-- glosslint-disable-line GL301(lock fiel) -->\n\n",
    "comments that are never closed": "<!-- glosslint-disable ",
}


@pytest.mark.parametrize("line", MANY.values(), ids=MANY.keys())
def test_the_time_grows_with_the_text(line: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        check(line * count)
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 20 * seconds(200) + 0.5  # linear is 10 times
