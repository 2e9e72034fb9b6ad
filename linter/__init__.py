"""glosslint: a linter for translated terms.

The public functions, which read files only where they say so and never print:

>>> from linter import lint_paths, lint_text, load_glossary
>>> glossary = load_glossary("examples/docs/GLOSSARY.md")
>>> for finding in lint_text("发布时会写入一个锁定文件。", glossary=glossary):
...     print(finding.place.line, finding.place.column, finding.code, finding.found, finding.expected)
1 9 GL301 锁定文件 ('锁文件',)

With the English at hand, a rendering that no list forbids is found as well:

>>> english = "We agreed on an error budget.\\n\\nNobody likes an error budget.\\n\\nThe error budget is gone."
>>> chinese = "我们商定了错误预算。\\n\\n没有人喜欢错误预算。\\n\\n误差预算用完了。"
>>> glossary = load_glossary("examples/talk.md")
>>> [(f.place.line, f.found, f.grade) for f in lint_text(chinese, source=english, glossary=glossary) if f.severity == "error"]
[(5, '误差预算', 'near')]

Files and folders, as the command reads them:

>>> [finding.found for finding in lint_paths(["examples/talk.md"]) if finding.severity == "error"]
['误差预算', '补录', '补录', '地面真相', 'nowcasting', '降采样']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.api import lint_paths as lint_paths
    from linter.config import Settings as Settings
    from linter.config import load_settings as load_settings
    from linter.errors import InputError as InputError
    from linter.errors import UsageError as UsageError
    from linter.finding import Finding as Finding
    from linter.glossary.load import load_glossary as load_glossary
    from linter.glossary.model import Glossary as Glossary
    from linter.run import lint_text as lint_text

__version__ = "0.1.0"

_PUBLIC = {  # imported on first use: the command must not pay for what it does not need
    "Finding": "linter.finding",
    "Glossary": "linter.glossary.model",
    "InputError": "linter.errors",
    "Settings": "linter.config",
    "UsageError": "linter.errors",
    "lint_paths": "linter.api",
    "lint_text": "linter.run",
    "load_glossary": "linter.glossary.load",
    "load_settings": "linter.config",
}


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'linter' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
