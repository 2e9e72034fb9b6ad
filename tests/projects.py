"""Projects on disk with every kind of file, for tests of whole runs."""

from __future__ import annotations

from pathlib import Path

from linter.config import Settings, load_settings
from linter.result import Result
from linter.run import check

GLOSSARY = (
    "| English | 中文 | 说明 |\n|---|---|---|\n| backfill | 回填 | 不用“补录” |\n| CapEx | 资本支出 | |\n| node | 节点 | |\n"
    "| Docker | - | |\n| rolling restart | 滚动重启 | |\n"
)
OWN = "\n| English | 中文 |\n|---|---|\n| tea | 茶水 |\n| node | 结点 |\n"
CONFIG = 'glossaries: [GLOSSARY.md]\npairs: ["en/{}=zh/{}"]\n'
PO = (
    'msgid ""\nmsgstr "Language: zh_CN\\n"\n\n#: a.c\nmsgid "Nobody watches node %d."\nmsgstr "没有人盯着结点 %d。"\n\n'
    'msgid "a rolling restart"\nmsgstr ""\n"滚动重启"\n'
)
PAGES = {
    "zh/one.md": "# 回填\n\n三月的一次**回填**要两天（backfill，见 `node`）。\n\n2019 年的资金支出很高，用的是码头工人。\n",
    "en/one.md": "# The backfill\n\nA **backfill** takes two days in March.\n\nThe CapEx of 2019 was high; it used Docker.\n",
    "zh/two.md": "启动补录。\n\n我们喝 3 杯茶，重启结点。\n" + OWN,
    "en/two.md": "Start the backfill.\n\nWe drink 3 cups of tea and restart the node.\n",
    "zh/three.md": "节點會回填（backfill）。\r\n\r\n資本支出（CapEx）很高。\r\n",
    "both.md": "The backfill is done on node 7.\n\n7 号节点的补录完成了。\n\n<!-- A node left. -->\n\n一个节点走了。\n",
    "notes.txt": "回填要两天。\n补录要三天，&amp; 滚动重启。\n",
    "messages.po": PO,
    "empty.md": "",
    "zh/alone.md": "只有中文，补录两次，补录\u200b三次。\n",
}
BAD = {
    "zh/binary.md": b"\0\1\2",
    "zh/latin.md": b"caf\xe9\n",
    "en/latin.md": b"cafe\n",
    "zh/lost.md": "补录\n".encode(),
    "en/lost.md": b"\xff",
}


def write(folder: Path, bad: bool = True) -> None:
    files = {"GLOSSARY.md": GLOSSARY, "glosslint.yaml": CONFIG, **PAGES}
    for name, data in {**{name: text.encode() for name, text in files.items()}, **(BAD if bad else {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def told(result: Result) -> tuple[object, ...]:
    """A result as one may compare it: errors have no equality of their own."""
    return result._replace(errors=(), missed=()), [repr(vars(error)) for error in (*result.errors, *result.missed)]


def run(paths: tuple[str, ...] = (), settings: Settings | None = None, jobs: int = 1, cache: object = "") -> tuple[object, ...]:
    """A run of the project in the working directory."""
    return told(check(paths, (settings or load_settings())._replace(jobs=jobs, cache=str(cache))))
