"""glosslint beside its peers, on the same texts and the same words, in turns.

    python benchmarks/peers.py --bin VENV/bin --bin NODE/node_modules/.bin [--megabytes 4] [--turns 3]

peers/ has what to install them with (requirements.txt for a virtual environment, package.json for npm) and their configurations; this
script adds the words.  A peer that is found in no `--bin` folder and not on the path is named as missing.

Two jobs.  *Forbidden words*: 200 strings of Chinese Markdown pages are declared wrong, and each tool lists where they stand.
*Terms in catalogues*: the rows of a glossary against the units of PO catalogues; poglossary lists units whose English has a term and
whose Chinese has not its translation, glosslint judges what was used instead.  zhtw always looks for its own words besides; those are not
counted.  The texts are made by pages.py and po_units.py.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pages import project, terms
from po_units import units, write

HERE = Path(__file__).resolve().parent / "peers"
ROOT = HERE.parents[1]
WORDS = 200


class Peer(NamedTuple):
    """`count` says how many places its output lists; `found` is its command, "" where it is not installed."""

    name: str
    found: str
    arguments: tuple[str, ...]
    count: Callable[[str], int]


class Run(NamedTuple):
    wall: float
    processor: float
    told: int


def words(folder: Path) -> dict[str, str]:
    """Wrong word -> right one: strings of three or four Han that stand in the pages, none inside another, drawn with a fixed seed."""
    grams: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.md")):
        for run in re.findall("[\u4e00-\u9fff]{3,}", path.read_text(encoding="utf-8")):
            grams.update(run[i : i + n] for n in (3, 4) for i in range(len(run) - n + 1))
    drawn = sorted(text for text, count in grams.items() if 3 <= count <= 60)
    random.Random(5).shuffle(drawn)
    chosen: list[str] = []
    for text in drawn:
        pairs = {text[i : i + 2] for i in range(len(text) - 1)}
        if not any(pair in other for other in chosen for pair in pairs):  # so that no two can overlap
            chosen.append(text)
        if len(chosen) == WORDS:
            break
    return {text: "〇" + text[::-1] for text in chosen}


def forbidden(folder: Path, bins: list[str]) -> list[Peer]:
    """Write everybody's configuration for the pages in a folder."""
    wrong = words(folder)
    entries = [{"source": f"term {n}", "target": right, "deprecated": [word]} for n, (word, right) in enumerate(wrong.items())]
    (folder / "words.yaml").write_text(json.dumps({"entries": entries}, ensure_ascii=False), encoding="utf-8")
    rules = "".join(f"  - expected: {right}\n    pattern: {word}\n" for word, right in wrong.items())
    (folder / "prh.yml").write_text("version: 1\nrules:\n" + rules, encoding="utf-8")
    shutil.copy(HERE / "textlintrc.json", folder / ".textlintrc.json")
    listed = "".join(f"    - {word} = {right}\n" for word, right in wrong.items())
    (folder / ".autocorrectrc").write_text((HERE / "autocorrectrc.yaml").read_text() + listed, encoding="utf-8")
    (folder / "zhtw.json").write_text(json.dumps({"version": "1", "terms": wrong}, ensure_ascii=False), encoding="utf-8")
    ours = ("-m", "linter", "check", "--isolated", "--glossary", "words.yaml", "--output-format", "json", "--no-cache", "text")
    return [
        Peer("glosslint -j1", sys.executable, (*ours, "-j1"), _ours),
        Peer("glosslint -j2", sys.executable, (*ours, "-j2"), _ours),
        Peer("textlint + prh", which("textlint", bins), ("--format", "json", "text/**/*.md"), _textlint),
        Peer(
            "AutoCorrect",
            which("autocorrect", bins),
            ("--lint", "--format", "json", "text"),
            lambda out: _autocorrect(out, wrong),
        ),
        Peer(
            "zhtw",
            which("zhtw", bins),
            ("check", "text", "--dict", "zhtw.json", "--no-char-convert", "--json"),
            lambda out: sum(issue["source"] in wrong for issue in json.loads(out)["issues"]),
        ),
    ]


def catalogues(folder: Path, bins: list[str]) -> list[Peer]:
    rows = {english.lower(): chinese for english, chinese in terms() if re.fullmatch(r"[A-Za-z -]+", english)}
    (folder / "terms.csv").write_text("en,zh\n" + "".join(f'"{en}","{zh}"\n' for en, zh in rows.items()), encoding="utf-8")
    (folder / "poglossary.yml").write_text(json.dumps({"glossary": rows}, ensure_ascii=False), encoding="utf-8")
    ours = ("-m", "linter", "check", "--isolated", "--glossary", "terms.csv", "--output-format", "json", "--no-cache", "po")
    return [
        Peer("glosslint -j1", sys.executable, (*ours, "-j1"), _ours),
        Peer("glosslint -j2", sys.executable, (*ours, "-j2"), _ours),
        Peer("poglossary", which("poglossary", bins), ("po", "poglossary.yml"), lambda out: out.count("po/")),
    ]


def _ours(output: str) -> int:
    return sum(not finding["code"].startswith("GL5") for finding in json.loads(output)["findings"])


def _textlint(output: str) -> int:
    return sum(len(file["messages"]) for file in json.loads(output))


def _autocorrect(output: str, wrong: dict[str, str]) -> int:
    """It tells lines, not words."""
    told = json.loads(output[output.index("{") :])["messages"]
    return sum(line["old"].count(word) for file in told for line in file["lines"] for word in wrong)


def which(name: str, bins: list[str]) -> str:
    return shutil.which(name, path=os.pathsep.join([*bins, os.environ.get("PATH", "")])) or ""


def run(peer: Peer, folder: Path) -> Run:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(
        [peer.found, *peer.arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "400"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        told = peer.count(done.stdout)
    except ValueError:
        raise SystemExit(f"{peer.name} ended with {done.returncode}: {(done.stderr or done.stdout)[:1000]}") from None
    return Run(wall, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime, told)


def compare(title: str, peers: list[Peer], folder: Path, turns: int) -> None:
    print(f"\n{title}\n{'':16} {'seconds':>8} {'processor':>10} {'ratio':>6} {'ratio':>10} {'places':>7}")
    runs: dict[str, list[Run]] = {peer.name: [] for peer in peers}
    for _ in range(turns):
        for peer in peers:
            if peer.found:
                runs[peer.name].append(run(peer, folder))
    first = runs[peers[0].name]
    for name, several in runs.items():
        if not several:
            print(f"{name:16} not installed")
            continue
        wall, processor = (statistics.median(numbers) for numbers in ([r.wall for r in several], [r.processor for r in several]))
        against = [
            statistics.median(ratios)
            for ratios in zip(
                *[(a.wall / b.wall, a.processor / b.processor) for a, b in zip(several, first, strict=True)], strict=True
            )
        ]
        print(f"{name:16} {wall:8.1f} {processor:10.1f} {against[0]:6.2f} {against[1]:10.2f} {several[0].told:7}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", action="append", default=[], help="a folder with commands; may stand several times")
    parser.add_argument("--megabytes", type=float, default=4, help="of Markdown; a quarter of it is English and left out")
    parser.add_argument("--units", type=int, default=20_000)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    bins = [os.path.abspath(folder) for folder in options.bin]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        wrote = project(folder / "made", int(options.megabytes * 90), int(options.megabytes * 1e6))
        for kind in ("notes", "zh"):
            shutil.copytree(folder / "made" / kind, folder / "pages" / "text" / kind)
        pages = list((folder / "pages" / "text").rglob("*.md"))
        size = sum(path.stat().st_size for path in pages)
        print(
            f"texts from {wrote.origin}; CPython {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
        peers = forbidden(folder / "pages", bins)
        compare(f"{WORDS} forbidden words in {len(pages)} pages, {size / 1e6:.1f} MB", peers, folder / "pages", options.turns)
        (folder / "units").mkdir()
        write(folder / "units" / "po", units(options.units))
        peers = catalogues(folder / "units", bins)
        compare(f"{len(terms())} terms in {options.units} units of catalogues", peers, folder / "units", options.turns)


if __name__ == "__main__":
    main()
