"""Fuzz every reader, and the judging of what it read, with coverage.

    pip install atheris
    python benchmarks/fuzz.py [--seconds 600] [--corpus FOLDER] [--slow SECONDS]

The first byte of an input says what the rest is: a document, a translation with its source, pairs, a glossary with a document, a
configuration, a file of decisions or a baseline; from 128 on the bytes are taken as they are, below it those that are no UTF-8 are left
out first, so that most of the time goes into reading text.  What must hold is in tests/invariants.py.  A failure does not end the run:
each kind (by the place in our code where it was raised) is kept once, its input in FOLDER/failures, and so is an input that takes longer
than --slow.  Everything interesting that was found is kept in FOLDER and used by the next run.  Printed at the end: executions,
coverage, failures; exit code 1 if any.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["linter"]):
    import invariants

    import linter.align.pairs
    import linter.documents.markdown
    import linter.documents.po
    import linter.documents.text
    import linter.glossary.csvfile
    import linter.glossary.yamlfile
    import linter.judge.inference  # noqa: F401  (what is imported when it is first used is to be instrumented as well)
    from linter.glossary.load import parse_glossary
    from linter.glossary.model import Glossary
    from linter.source import Source

TABLE = "| English | 中文 | 说明 |\n|---|---|---|\n| agent | 智能体 | 不用“代理” |\n| drain | 腾空 | |\n| fine-tuning | 微调 | |\n| API | 保留英文 | |\n"
TEXT = "智能体（agent）调用 API，而代理不用 Fine-tuning。\n"
ENGLISH = "# Agents\n\nAn agent calls the API.\n\nFine-tuning helps.\n"


def _glossary() -> Glossary:
    glossary = parse_glossary(Source("glossary.md", TABLE))
    assert glossary is not None
    return glossary


GLOSSARY = _glossary()


def _document(path: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        source = invariants.decoded(path, data)
        if source is not None:
            invariants.check_document(source, GLOSSARY)

    return run


def _translation(path: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        first, _, second = data.partition(b"\0")
        english, chinese = invariants.decoded(path, first), invariants.decoded(path, second)
        if english is not None and chinese is not None:
            invariants.check_document(chinese, GLOSSARY, english)

    return run


def _terms(path: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        source = invariants.decoded(path, data)
        glossary = source and invariants.check_glossary(source)
        if glossary:
            invariants.check_document(Source("text.md", TEXT), glossary, Source("source.md", ENGLISH))

    return run


def _configuration(data: bytes) -> None:
    source = invariants.decoded("glosslint.yaml", data)
    if source is not None:
        invariants.check_configuration(source)


def _said(data: bytes) -> None:
    source = invariants.decoded("said.json", data)
    if source is not None:
        invariants.check_said(source)


KINDS: tuple[tuple[Callable[[bytes], None], tuple[str, ...]], ...] = (
    (
        _document("text.md"),
        (
            TEXT + "\n- `agent`\n\n> 代理 <b>agent</b>\n\n" + TABLE,
            "---\ntitle: 代理\n---\n\n# 智*能*体 {#agent}\n\n[代理](http://a.b 'agent')[^1]\n\n[^1]: 注\n\n$$x$$\n",
            "An agent runs.\n\n智能体运行。\n\n<!-- Drain the node. -->\n\n排空节点。\n\n```yaml\nagent: 1\n```\n",
            "代理。<!-- glosslint-disable-line GL301(agent) -- x -->\n\n<!-- glosslint-disable all -->\n代理\n<!-- glosslint-enable -->\n",
            '!!! note "代理"\n\n    代理。\n\n> [!TIP] 题\n> 代理\n\n词\n: 代理\n\n```{note}\n:name: a\n代理\n```\n',
            "\\(x_1\\) ==代理== {% if a %}代理{% endif %} {% raw %}代理{% endraw %}\n",
            "import A from 'a'\n\n<Card title=\"代理\">代理 {a.b}</Card>\n\n[a]: http://a.b '代理'\n\n=== \"题\"\n\n    代理\n",
            "Ann: The agent.\n\n安：代理。\n\n::: tip {.x}\n智能体&amp;\n:::\n\n{{< agent >}} {term}`a <b>`\n",
        ),
    ),
    (_document("text.txt"), (TEXT, "Ann: An agent.\nBob: Yes.\n\n安: 代理。\n鲍勃：是。\n")),
    (
        _document("text.po"),
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#: a.c:1\n#, fuzzy\nmsgctxt "x"\nmsgid "%d agent"\n'
            'msgid_plural "%d agents"\nmsgstr[0] "%d 代"\n"理\\n"\n\n#~ msgid "old"\n#~ msgstr "旧"\n',
        ),
    ),
    (_translation("text.md"), (ENGLISH + "\0# 代理\n\n智能体调用 API。\n\n精调有用。\n",)),
    (
        _terms("glossary.md"),
        (
            TABLE,
            "- drain，腾空（不用“排空”）\n- agent: 智能体/代理人\n",
            "| 中文 | English |\n|-|-|\n| （提交）链 | (commit) chain |\n",
        ),
    ),
    (_terms("glossary.csv"), ('en,zh,note\nagent,智能体,"a ""b"", c"\n"drain","腾空\n排空",\n', "sep=;\nagent;智能体；代理\n")),
    (
        _terms("glossary.yaml"),
        (
            "entries:\n- source: [agent, AI agent]\n  target: 智能体\n  deprecated: [代理]\n  unless: [用户代理]\n  pos: noun\n  keep: false\n",
        ),
    ),
    (
        _document("text.jsonl"),
        (
            '{"source": "An agent runs.", "target": "代理\\u8fd0\\u884c。\\n"}\n{"en": "drain", "zh": "腾空", "id": 2}\n[]\n',
            '{"src": "the API", "tgt": "\\ud83d\\ude00API\\"代理\\""}\r\n\r\n{"source": 1}\n',
        ),
    ),
    (_document("text.tsv"), ("source\ttarget\nAn agent runs.\t代理运行。\ndrain\t排空\textra\n", "agent\t智能体\n\tx\n")),
    (
        _said,
        (
            '{"term": "agent", "found": "代理", "rule": "wrong-translation", "decision": "right", "reason": ""}\n',
            '{"version": 1, "findings": [\n{"path": "a.md", "rule": "r", "term": null, "found": "代理", "count": 2}\n]}\n',
        ),
    ),
    (_configuration, ("pairs: ['en/{}=zh/{}']\nselect: [GL1]\nseverity: {GL301: warning}\nencoding: {'*.txt': gbk}\n",)),
)


TOKENS = r"""
智能体 代理 腾空 微调 agent Agent agents drain API fine-tuning （ ） “ ” ， 。 ： 、 \u200b \u3000 \u2028 \ufeff \r\n \r \n\n \t \x20\x20\x20\x20 ` ``` ** _ ~~
| [ ]( ](http://a.b"t") ![ <!-- --> <b> </b> <code> </code> <br> <div> </div> <table><tr><td> <pre> <script> <![CDATA[ <a\x20href=" "> &amp; &#x4e00; {#id}
{{< >}} :::tip ::: $$ $ ---\n ===\n +++\n title: -\x20 1.\x20 >\x20 #\x20 [^1]: {term}` `` |-|-|\n |原文|中文|\n |English|中文|\n Ann:\x20 \\" \"\n\" %s %(x)s
msgid\x20" msgstr\x20" msgid_plural\x20" msgstr[1]\x20" #,\x20fuzzy\n #| #~ #. entries:\n source: target: deprecated:\x20[ unless: keep:\x20true &x *x !!int
!!!\x20note\x20"t"\n ???\x20tip\n [!NOTE] {% %} {{ }} {%\x20raw\x20%} import\x20 export\x20 \\( \\) ==
glosslint-disable-line glosslint-disable glosslint-enable GL301(agent) {"source":" ","target":" "} \t\n "decision":"right-here" "count":
?\x20 <<: ; 不译 勿用 不用“ 或 / (n.) … …… 😀 e\u0301 do\x20not\x20translate
""".split()


def _quoted(token: str) -> str:
    r"""In the notation of a libFuzzer dictionary; the escapes of `TOKENS` (\n, \x20, \u200b) are read."""
    text = re.sub(r"\\(?:[nrt]|x[0-9a-f]{2}|u[0-9a-f]{4})", lambda match: str(ast.literal_eval(f'"{match[0]}"')), token)
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


class Failures:
    """Kept once for each place where one was raised."""

    def __init__(self, folder: Path, slow: float) -> None:
        self.folder, self.slow = folder, slow
        self.seen: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def one_input(self, data: bytes) -> None:
        if not data:
            return
        started = time.process_time()
        try:
            body = data[1:] if data[0] >= 128 else data[1:].decode("utf-8", "ignore").encode()
            KINDS[data[0] % len(KINDS)][0](body)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            ours = next((f for f in reversed(frames) if f"{os.sep}linter{os.sep}" in f.filename), frames[-1])
            self.keep(f"{type(error).__name__} {Path(ours.filename).name}:{ours.lineno} < {frames[-1].line}", data, str(error))
        took = time.process_time() - started
        if took > self.slow:
            self.keep(f"slow kind {data[0] % len(KINDS)}", data, f"{took:.1f} s for {len(data)} bytes")

    def keep(self, name: str, data: bytes, text: str) -> None:
        if name not in self.seen:
            path = self.folder / f"{len(self.seen):03d}"
            path.write_bytes(data)
            print(f"FAILURE {name}: {text[:300]}  -> {path}", flush=True)
        self.seen.add(name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    parser.add_argument("--slow", type=float, default=2.0)
    options = parser.parse_args()
    options.corpus.mkdir(parents=True, exist_ok=True)
    for number, (_, seeds) in enumerate(KINDS):
        for count, seed in enumerate(seeds):
            (options.corpus / f"seed-{number}-{count}").write_bytes(bytes([number]) + seed.encode())
    failures = Failures(options.corpus / "failures", options.slow)

    tokens = options.corpus.with_name(options.corpus.name + ".dict")
    tokens.write_text("".join(f'"{_quoted(token)}"\n' for token in TOKENS))
    arguments = [
        f"-max_total_time={options.seconds}",
        "-max_len=2000",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        f"-dict={tokens}",
    ]
    atheris.Setup([sys.argv[0], *arguments, str(options.corpus)], failures.one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
