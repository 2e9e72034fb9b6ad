"""One small file: a whole run of glosslint, against yamllint and a bare interpreter, in turn.

    python benchmarks/startup.py [--runs 21]

The file is a Chinese Markdown page of about 2 kB with a table of 30 rows; yamllint reads the same rows as YAML.  The three commands
take turns, so that a slow moment of the machine meets all of them; medians and ratios run by run are told.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE = "# 说明\n\n每个智能体都有自己的记忆。部署之前先跑一遍测试。\n\n| English | 中文 |\n|---|---|\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        rows = [(f"term number {n}", "术语" + "甲乙丙丁戊己庚辛壬癸"[n % 10] * (n // 10 + 1)) for n in range(30)]
        page, data = Path(folder, "page.md"), Path(folder, "page.yaml")
        page.write_text(
            PAGE + "".join(f"| {english} | {chinese} |\n" for english, chinese in rows) + "\n没有问题的一段。\n" * 20,
            encoding="utf-8",
        )
        data.write_text(
            "---\n" + "".join(f"{english.replace(' ', '-')}: {chinese}\n" for english, chinese in rows), encoding="utf-8"
        )
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "glosslint": [sys.executable, "-m", "linter", "check", "--isolated", str(page)],
            "yamllint": [sys.executable, "-m", "yamllint", str(data)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                started = time.perf_counter()
                code = subprocess.run(
                    command, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False
                ).returncode
                if code:
                    sys.exit(f"{name} ended with {code}: is it installed?")
                if turn:  # the first turn compiles and warms
                    times[name].append(time.perf_counter() - started)
    for name, seen in times.items():
        print(
            f"{name:16} median {statistics.median(seen) * 1000:6.1f} ms   min {min(seen) * 1000:6.1f}   max {max(seen) * 1000:6.1f}"
        )
    for other in ("python -c pass", "yamllint"):
        ratios = [a / b for a, b in zip(times["glosslint"], times[other], strict=True)]
        print(f"glosslint / {other}: median {statistics.median(ratios):.2f} over {runs} pairs")


if __name__ == "__main__":
    main()
