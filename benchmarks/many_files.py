"""What a project of many Markdown files costs: one process and two, cold and warm, after a change, and on one file as a hook.

    python benchmarks/many_files.py [--files 1500] [--megabytes 17] [--turns 3] [--jobs 1 2]

The project is made by pages.py.  The runs of a turn follow each other, so that a ratio compares runs under the same load; told are
the medians over the turns, and their ratios to the first run.  Processor seconds are those of all processes together, and of the main
process alone: what a run would take if the workers had cores to themselves.  All runs must print the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pages import project

ROOT = Path(__file__).resolve().parents[1]


MAIN = """
import resource, sys
from linter.cli import main
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, file=sys.stderr)
sys.exit(code)
"""


class Run(NamedTuple):
    """Seconds, processor seconds of all processes and of the main one; and a digest of what was printed."""

    seconds: tuple[float, float, float]
    output: str


class Case(NamedTuple):
    name: str
    arguments: tuple[str, ...]
    before: Callable[[], object] = lambda: None
    same: bool = True  # prints what the first case prints


def run(folder: Path, arguments: tuple[str, ...]) -> Run:
    command = [
        sys.executable,
        "-P",
        "-c",
        MAIN,
        "check",
        "--exit-zero",
        "--quiet",
        "--show",
        "hint",
        "--output-format",
        "jsonl",
        *arguments,
    ]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return Run((wall, processor, float(done.stderr.split()[-1])), hashlib.sha256(done.stdout).hexdigest())


def cases(folder: Path, cache: Path, jobs: list[int]) -> list[Case]:
    kept = ("--cache-dir", str(cache))
    page = folder / "both" / "00001.md"

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def change() -> None:
        page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")  # which changes no finding

    found = [Case(f"no cache, -j{count}", ("--no-cache", f"-j{count}")) for count in jobs]
    found += [Case(f"cold cache, -j{count}", (*kept, f"-j{count}"), forget) for count in jobs]
    found += [Case(f"warm, -j{count}", (*kept, f"-j{count}")) for count in jobs]
    found.append(Case("warm, one file changed", kept, change))
    found.append(Case("hook on one file, warm", (*kept, "both/00001.md"), same=False))
    found.append(Case("hook on one file, no cache", ("--no-cache", "-j1", "both/00001.md"), same=False))
    return found


def _told(numbers: tuple[float, ...], first: tuple[float, ...]) -> str:
    ratio = statistics.median(one / other for one, other in zip(numbers, first, strict=True))
    return f"{statistics.median(numbers):8.1f} ({ratio:5.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1_500)
    parser.add_argument("--megabytes", type=float, default=17)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder, cache = Path(made, "project"), Path(made, "cache")
        wrote = project(folder, options.files, int(options.megabytes * 1e6))
        print(
            f"{wrote.files} Markdown files, {wrote.bytes / 1e6:.1f} MB, from {wrote.origin}; "
            f"CPython {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
        runs: dict[str, list[Run]] = {}
        for _ in range(options.turns):
            for case in cases(folder, cache, options.jobs):
                case.before()
                runs.setdefault(case.name, []).append(run(folder, case.arguments))
        outputs = {run.output for case in cases(folder, cache, options.jobs) if case.same for run in runs[case.name]}
        hooks = {run.output for case in cases(folder, cache, options.jobs) if not case.same for run in runs[case.name]}
        assert len(outputs) == len(hooks) == 1, "runs differ in what they print"
        kept = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
        first = next(iter(runs.values()))
        print(f"{'':28} {'seconds':>16} {'processor':>16} {'main process':>16}")
        for name, several in runs.items():
            columns = zip(*(run.seconds for run in several), strict=True)
            print(f"{name:28}", *map(_told, columns, zip(*(run.seconds for run in first), strict=True)))
        print(f"all runs printed the same bytes; the cache holds {kept / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
