"""The labelled documents as the benchmarks of judging need them: read once, judged as often as wanted, scored like score.py."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from linter.cli.check import parser
from linter.cli.parser import settings_of
from linter.config import Settings
from linter.finding import Fact, Finding
from linter.judge.facts import Facts
from linter.judge.model import Standing, Verdict
from linter.judge.verdicts import Judged, judge
from linter.project import Project, load
from linter.rules.apply import findings_of
from linter.rules.keys import RowKey
from linter.run import policy_of, standings_by_row

ROOT = Path(__file__).resolve().parents[2] / "shared" / "bench" / "dev"
LEVELS = ("error", "warning")


class Corpus(NamedTuple):
    """One folder of labelled documents, read and observed.  Paths of findings are relative to `folder`."""

    name: str
    folder: Path
    settings: Settings
    project: Project
    labels: tuple[Mapping[str, object], ...]


class Tally(NamedTuple):
    """Labelled places by fate; `outside` counts findings in places that nobody labelled."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0
    exact: int = 0
    span: int = 0
    outside: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    def f(self, beta: float = 0.5) -> float:
        """F of precision and recall; 0.5 counts precision double."""
        p, r = self.precision, self.recall
        return (1 + beta * beta) * p * r / (beta * beta * p + r) if p and r else 0.0


def arguments(description: str | None) -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--root", type=Path, default=ROOT, help="the folder of labelled documents, with run.json and labels.jsonl")
    made.add_argument("corpus", nargs="*", help="folders of it (default: all)")
    return made


def corpora(options: argparse.Namespace) -> list[Corpus]:
    """The corpora asked for, read with --strict."""
    root = options.root.resolve()
    if not (root / "run.json").is_file():
        raise SystemExit(f"no labelled documents in {options.root}")
    runs = json.loads((root / "run.json").read_text(encoding="utf-8"))
    labels = [json.loads(line) for line in (root / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        _read(root / name, runs[name], tuple(label for label in labels if label["corpus"] == name))
        for name in options.corpus or sorted(runs)
    ]


def _read(folder: Path, words: Sequence[str], labels: tuple[Mapping[str, object], ...]) -> Corpus:
    with within(folder):
        options = parser().parse(["--isolated", "--strict", *words])
        settings = settings_of(options)
        return Corpus(folder.name, folder, settings, load(options.paths, settings), labels)


@contextlib.contextmanager
def within(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def reported(corpus: Corpus, facts: Sequence[Facts], judged: Judged | None = None, stated: Sequence[Fact] = ()) -> list[Finding]:
    """Errors and warnings about terms, as `glosslint check --strict` gives them; `stated` are what else is known of the run."""
    judged = judged or judge(facts)
    return findings(corpus, judged.verdicts, standings_by_row(judged), stated)


def findings(
    corpus: Corpus, verdicts: Sequence[Verdict], standings: Mapping[RowKey, Standing], stated: Sequence[Fact]
) -> list[Finding]:
    found = findings_of(verdicts, stated, standings, policy_of(corpus.settings))
    return [f for f in found if f.severity in LEVELS and f.term and not f.code.startswith(("GL5", "GL9"))]


def scorer(root: Path) -> ModuleType:
    """score.py beside the documents: its ideas of the same term, of an alike rendering and of an interval."""
    spec = importlib.util.spec_from_file_location("score", root.resolve().parent / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score.py in {root.resolve().parent}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(corpus: Corpus, found: Sequence[Finding], rules: ModuleType) -> dict[str, Tally]:
    """Fates of the labelled places, for errors and warnings together ("both") and for errors alone ("error")."""
    at: dict[str, list[Finding]] = {}
    for finding in found:
        at.setdefault(os.path.normpath(finding.place.path), []).append(finding)
    counts = {level: dict.fromkeys(Tally._fields, 0) for level in ("both", "error")}
    used: set[int] = set()
    for label in corpus.labels:
        first, last = _lines(label)
        hits = [
            f
            for f in at.get(os.path.normpath(str(label["path"])), ())
            if first <= f.place.line <= last and rules.same_term(f.term, label["term"])
        ]
        used.update(map(id, hits))
        if label["confidence"] == "low":
            continue
        wanted = label["label"] in rules.REPORTABLE
        for level, tally in counts.items():
            here = [f for f in hits if level == "both" or f.severity == level]
            fate = ("tp" if wanted else "fp") if here else ("fn" if wanted else "tn")
            tally[fate] += 1
            if fate == "tp":
                best = max((rules.alike(f.rendering or f.found, r) for f in here for r in _texts(label)), default=0)
                tally["exact"] += best == 2
                tally["span"] += best >= 1
    for level, tally in counts.items():
        tally["outside"] = sum(level in ("both", f.severity) and id(f) not in used for f in found)
    return {level: Tally(**tally) for level, tally in counts.items()}


def _lines(label: Mapping[str, object]) -> tuple[int, int]:
    lines = label["lines"]
    assert isinstance(lines, list)
    return lines[0], lines[1]


def _texts(label: Mapping[str, object]) -> list[str]:
    texts = label["rendering"]
    assert isinstance(texts, list)
    return texts
