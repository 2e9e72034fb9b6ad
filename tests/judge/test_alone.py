"""Chinese that has no English, in a document that has some: forbidden renderings and wrong script are told there as well."""

from __future__ import annotations

import pytest
from building import entry, glossary

from linter import lint_text

ROWS = glossary(entry("lock file", "锁文件", deprecated=("锁定文件",)), entry("rollback", "回滚"))
PAGE = """\
# 发布手册

发布之前先看值班表，再确认谁负责。

The release writes a lock file before anything else happens.

发布程序一开始就写入锁文件。

{alone}

出了问题先止血，再通知，最后才找原因。

每个星期五下午不发布，节假日前一天也不发布。
"""
CASES = {
    "a forbidden rendering": ("锁定文件不要手工删除，也不要提交到仓库里。", [("GL301", "锁定文件")]),
    "the wrong script": ("出了问题就執行回滾，再看日志。", [("GL302", "回滾")]),
    "a right rendering": ("锁文件不要手工删除，也不要提交到仓库里。", []),
    "English in it is no slip": ("老手册里管它叫 lock file，现在不这样说了。", []),
}


@pytest.mark.parametrize(("alone", "expected"), CASES.values(), ids=CASES.keys())
def test_chinese_without_english_beside_pairs(alone: str, expected: list[tuple[str, str]]) -> None:
    found = lint_text(PAGE.format(alone=alone), glossary=ROWS)
    assert [(finding.code, finding.found) for finding in found if finding.severity != "hint"] == expected
