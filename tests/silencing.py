"""Short ways to check a text with directives in it."""

from __future__ import annotations

from collections.abc import Iterable

from linter.config import Settings
from linter.finding import Finding
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.result import Result
from linter.run import check_text
from linter.source import Source

TABLE = (
    "| English | 中文 | 说明 |\n|---|---|---|\n| lock file | 锁文件 | 不用“锁定文件” |\n| rollback | 回滚 | 不用“回退” |\n"
    "| HEAD | HEAD | |\n| LLM (Large Language Model) | 大语言模型 | 不用“法学硕士” |\n"
)


def glossary_of(text: str = TABLE, path: str = "glossary.md") -> Glossary:
    return parse_glossary(Source(path, text)) or Glossary()


def check(text: str, path: str = "text.md", glossary: Glossary | None = None) -> Result:
    return check_text(text, glossary or glossary_of(), None, path, Settings())


def facts(findings: Iterable[Finding]) -> list[tuple[int, str, str]]:
    """Line, code and text of each finding that is no hint."""
    return [(f.place.line, f.code, f.found) for f in findings if f.severity != "hint"]
