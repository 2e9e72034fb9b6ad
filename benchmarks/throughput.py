"""How fast a Chinese-only check of Markdown is, against the bare automaton and `grep -F`, by number of terms.

    python benchmarks/throughput.py [--megabytes 20] [--terms 30 500 5000 100000]

The text: the Chinese of the Markdown documents beside the project (../shared/bench) with their code and markup, or documents made here
where they are absent, repeated.  The glossary: a CSV of N rows, English
n-grams with Chinese n-grams of the text.  Each number of terms runs in a process of its own, whose peak memory is told.  All
figures of one line come from one run.  Seconds are processor time, so that other work on the machine counts less.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared" / "bench" / "dev"
OWN = (
    "每个智能体都会把任务拆成小步",
    "后训练让模型更听话",
    "部署之前先跑一遍测试",
    "这张表列出了所有的参数",
    "缓存失效以后要重新计算",
)
ENGLISH = "The scheduler keeps a queue of pending jobs and every worker takes the oldest one from the shared buffer of the cluster".split()


def pages() -> tuple[list[str], list[str]]:
    """Chinese Markdown documents, and English words in the order of a text.

    The documents beside the project hold both languages: comments and lines of prose without Han are taken out.
    """
    chinese, english = [], []
    for path in sorted(SHARED.glob("**/*.md")):
        if path.stem in ("glossary", "terminology"):
            continue
        kept, code = [], False
        for line in re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL).split("\n"):
            code ^= line.startswith("```")
            if code or not re.search("[A-Za-z]{3}", line) or re.search("[\u4e00-\u9fff]", line):
                if len(line) < 20_000:  # an image that is written into the text
                    kept.append(line)
            else:
                english += re.findall(r"[A-Za-z]{2,}", line)
        chinese.append("\n".join(kept))
    if not chinese:
        chinese = [
            "\n\n".join(f"## 第 {n} 节\n\n{a}，{b}，**第 {n} 次**，见 `code`。" for a in OWN for b in OWN) for n in range(40)
        ]
        english = ENGLISH * 50
    return chinese, english


def files_of(documents: list[str], size: int) -> Iterator[str]:
    """Files of the documents in turn until `size` bytes are made, each under a title of its own."""
    made = 0
    for number in range(size):
        if made >= size:
            return
        text = f"# 第 {number} 章\n\n{documents[number % len(documents)]}\n"
        made += len(text.encode())
        yield text


def terms(documents: list[str], words: list[str], number: int) -> list[tuple[str, str]]:
    """Rows whose Chinese stands in the text, drawn by chance with a fixed seed.

    First strings of two to four characters that stand at least three times in it, then, where many rows are asked for, rarer and
    longer ones: two rows with one translation are something else to report.
    """
    chinese: list[str] = []
    for sizes, least in (((2, 3, 4), 3), ((3, 4, 5, 6), 1)):
        if len(chinese) < number:
            grams: Counter[str] = Counter()
            for text in documents:
                for run in re.findall("[\u4e00-\u9fff]{2,}", text):
                    grams.update(run[i : i + n] for n in sizes for i in range(len(run) - n + 1))
            more = sorted({text for text, count in grams.items() if count >= least}.difference(chinese))
            random.Random(7).shuffle(more)
            chinese += more
    english: dict[str, None] = {}
    for n in (2, 3, 1, 4):
        for i in range(len(words) - n):
            english.setdefault(" ".join(words[i : i + n]).lower())
            if len(english) >= number:
                break
    forms = list(english)
    return [(forms[i] if i < len(forms) else f"term {i}", chinese[i % len(chinese)]) for i in range(number)]


def child(folder: str) -> None:
    """One number of terms: load, scan, check; prints JSON."""
    gc.disable()  # as the command does
    from ahocorasick_rs import AhoCorasick

    from linter.config import Settings
    from linter.glossary.load import load_glossary
    from linter.run import check
    from linter.scan.fold import fold
    from linter.scan.lexicon import Lexicon

    glossary = os.path.join(folder, "terms.csv")
    files = sorted(str(path) for path in Path(folder, "text").iterdir())
    size = sum(os.path.getsize(path) for path in files)
    started = time.process_time()
    lexicon = Lexicon(load_glossary(glossary))
    lexicon.search("")
    load = time.process_time() - started
    texts = [fold(Path(path).read_text(encoding="utf-8")) for path in files]
    automaton = AhoCorasick(lexicon.patterns)
    started = time.process_time()
    hits = sum(len(automaton.find_matches_as_indexes(text, overlapping=True)) for text in texts)
    scan = time.process_time() - started
    patterns = len(lexicon.patterns)
    Path(folder, "patterns.txt").write_text("\n".join(lexicon.patterns) + "\n", encoding="utf-8")
    del texts, automaton, lexicon
    settings = Settings(isolated=True, glossaries=(glossary,), root=folder)
    started = time.process_time()
    half = check(files[: len(files) // 2], settings)
    middle = time.process_time()
    whole = check(files, settings)
    ended = time.process_time()
    assert half.files * 2 in (whole.files, whole.files - 1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({
        "bytes": size, "patterns": patterns, "hits": hits, "load": load, "scan": scan, "half": middle - started, "check": ended - middle,
        "memory": memory, "findings": len(whole.findings),
    }))  # fmt: skip


def grep(folder: str) -> float:
    """Seconds of processor time."""
    files = sorted(str(path) for path in Path(folder, "text").iterdir())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["grep", "-F", "-c", "-f", os.path.join(folder, "patterns.txt"), *files],
        stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--terms", type=int, nargs="+", default=[30, 500, 5_000, 100_000])
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(options.child)
    documents, words = pages()
    made = "the documents of ../shared/bench" if SHARED.is_dir() else "documents of our own"
    print(
        f"{options.megabytes:g} MB of Chinese Markdown from {made}; CPython {platform.python_version()}, {os.cpu_count()} cores"
    )
    heads = ("scan MB/s", "check MB/s", "check/scan", "check/grep", "whole/half")
    print(f"{'terms':>7} {'patterns':>8} {'load s':>7} " + " ".join(f"{head:>10}" for head in heads) + f" {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "text"))
        for number, text in enumerate(files_of(documents, int(options.megabytes * 1e6))):
            Path(folder, "text", f"{number:05}.md").write_text(text, encoding="utf-8")
        for number in options.terms:
            rows = "".join(f'"{english}","{chinese}"\n' for english, chinese in terms(documents, words, number))
            Path(folder, "terms.csv").write_text("en,zh\n" + rows, encoding="utf-8")
            output = subprocess.run(
                [sys.executable, __file__, "--child", folder], capture_output=True, text=True, check=True
            ).stdout
            seen = json.loads(output)
            searched = grep(folder)
            mega = seen["bytes"] / 1e6
            print(
                f"{number:>7} {seen['patterns']:>8} {seen['load']:>7.2f} {mega / seen['scan']:>10.0f} {mega / seen['check']:>10.1f} "
                f"{seen['check'] / seen['scan']:>10.1f} {seen['check'] / searched:>10.2f} {seen['check'] / seen['half']:>10.2f} {seen['memory']:>8.0f}",
                flush=True,
            )  # fmt: skip
    return None


if __name__ == "__main__":
    main()
