"""100,000 units of PO catalogues under 500 terms: seconds and memory of checking them and of mining them.

    python benchmarks/po_units.py [--units 100000] [--terms 500] [--jobs 1 2]

The units are those of the catalogues beside the project (../shared/bench) with 20 to 60 characters of English, or sentences made here,
repeated with a number in each so that no two are the same: the judge counts equal pairs once.  The terms are the rows of the
glossaries beside these catalogues and, until there are enough, what `glosslint mine` proposes for them.  Memory is the largest
resident size of all processes of a run together, looked at every tenth of a second.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from pages import SHARED, sentences, terms

ROOT = Path(__file__).resolve().parents[1]
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: zh_CN\\n"\n'
EACH = 1_000  # units of a catalogue


class Run(NamedTuple):
    wall: float
    processor: float
    megabytes: float
    output: str


def units(number: int) -> list[tuple[str, str]]:
    short = [(english, chinese) for english, chinese in dict(sentences()).items() if 20 <= len(english) <= 60]
    made = islice(cycle(short), number)
    return [(f"{english} ({count})", f"{chinese}（{count}）") for count, (english, chinese) in enumerate(made, 1)]


def write(folder: Path, pairs: list[tuple[str, str]]) -> None:
    folder.mkdir()
    for start in range(0, len(pairs), EACH):
        text = HEAD + "".join(
            f"\n#: src/file{start // EACH}.c:{at}\nmsgid {quoted(english)}\nmsgstr {quoted(chinese)}\n"
            for at, (english, chinese) in enumerate(pairs[start : start + EACH], 1)
        )
        (folder / f"{start // EACH:04}.po").write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def rows(folder: Path, wanted: int) -> list[tuple[str, str]]:
    """The rows of the glossaries, then proposals for the catalogues in a folder."""
    found = dict(terms())
    for path in sorted(SHARED.glob("*/glossary.md")):
        entries = json.loads(glosslint(folder, "terms", "--isolated", "--glossary", str(path), "--output-format", "json").output)
        for entry in entries["entries"]:
            if entry["preferred"]:
                found.setdefault(entry["source"][0], entry["preferred"])
    if len(found) < wanted:
        mined = json.loads(glosslint(folder, "mine", "--isolated", "--limit", "0", "--output-format", "json", "mined").output)
        for row in mined["proposals"]:
            found.setdefault(row["term"], row["rendering"])
    return list(found.items())[:wanted]


def glosslint(folder: Path, *arguments: str) -> Run:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-m", "linter", *arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    most = [0.0]
    threading.Thread(target=watch, args=(running, most), daemon=True).start()
    output, errors = running.communicate()
    wall = time.perf_counter() - started
    assert running.returncode in (0, 1), errors.decode()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return Run(wall, processor, max(most[0], after.ru_maxrss / 1024 if not used.ru_maxrss else 0), output.decode())


def watch(running: subprocess.Popen[bytes], most: list[float]) -> None:
    """The resident sizes of a process and its children, where /proc tells them."""
    while running.poll() is None and os.path.isdir("/proc/self/task"):
        total = 0
        for process in (str(running.pid), *children(running.pid)):
            try:
                total += int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()
            except OSError:
                continue
        most[0] = max(most[0], total / 1e6)
        time.sleep(0.1)


def children(process: int) -> list[str]:
    found = []
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            found += (thread / "children").read_text().split()
    except OSError:
        pass
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--terms", type=int, default=500)
    parser.add_argument("--jobs", type=int, nargs="+", default=[2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        pairs = units(options.units)
        write(folder / "po", pairs)
        write(folder / "mined", pairs[: min(len(pairs), 10_000)])
        listed = rows(folder, options.terms)
        with (folder / "terms.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("en", "zh"), *listed])
        length = sum(len(english) for english, _ in pairs) / len(pairs)
        print(
            f"{len(pairs)} units of {length:.0f} characters of English, {len(listed)} terms, from "
            f"{'../shared/bench' if SHARED.is_dir() else 'sentences of our own'}; CPython {platform.python_version()}, "
            f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
        print(f"{'':14} {'seconds':>8} {'processor':>10} {'MB':>6}")
        common = ("--isolated", "--glossary", "terms.csv", "--no-cache", "--output-format", "json", "po")
        for jobs in options.jobs:
            for name in ("check", "mine"):
                run = glosslint(folder, name, f"-j{jobs}", *common)
                told = json.loads(run.output)
                counted = f"{len(told['findings'])} findings" if name == "check" else f"{len(told['proposals'])} rows proposed"
                print(
                    f"{name + f' -j{jobs}':14} {run.wall:8.1f} {run.processor:10.1f} {run.megabytes:6.0f}  {counted}", flush=True
                )


if __name__ == "__main__":
    main()
