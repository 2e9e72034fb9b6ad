"""How the thresholds of judging stand, and what each rule of it gains and loses, on the labelled documents.

    python benchmarks/thresholds.py [--root ../shared/bench/dev] [--part sweeps|joint|rules] [CORPUS …]

Scored as score.py does it, with --strict: P and R of errors and warnings together, and of errors alone.

sweeps  for each constant, several values of it while the others stay as they are.  Below them what a choice made without a
        document comes to on that document: for each corpus the value that is best on the others (the sum of F0.5 for errors and
        warnings and of F0.5 for errors; on a tie the value nearest to the shipped one) is applied to it, and the four are added up.
joint   the same for all constants at once: chosen on three corpora one after the other until nothing changes, beginning with the
        middle value of each sweep and not with what is shipped, and applied to the fourth.  The rules themselves were written with
        all four documents in view, so that this flatters as well: it says what the numbers are worth, not what the rules are.
rules   each rule taken out (`ablations.py`): what it gains and loses in each corpus, as the change that the rule makes: tp +2 means
        two more right alarms with the rule, fp -3 three fewer false ones.  `named` are right alarms that name the reader's very
        text, `outside` are findings in places that nobody labelled.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, NamedTuple

import ablations
import corpora
from ablations import Ablation, Missing, replaced
from corpora import Corpus, Tally

from linter.finding import Fact
from linter.judge import verdicts
from linter.judge.consistency import facts_of_run
from linter.judge.corpus import Corpus as Gathered
from linter.judge.facts import Facts
from linter.judge.model import Standing
from linter.project import Reader
from linter.rules.keys import RowKey
from linter.run import standings_by_row

GRADE, NAMING, CONTEXTS = "linter.judge.grade", "linter.judge.naming", "linter.judge.contexts"
EXPLAINING = "linter.judge.explaining"
# module, constant, values in order; the shipped value is added where it is missing
SWEEPS: tuple[tuple[str, str, tuple[float, ...]], ...] = (
    (GRADE, "RECURS", (2, 3, 4)),
    (GRADE, "ASSOCIATED", (3.8, 6.6, 10.8, 15, 20)),
    (GRADE, "ALONE", (3.8, 6.0, 8.0, 10.8)),
    (GRADE, "OBEYING", (0.02, 0.05, 0.1, 0.2, 0.5)),
    (GRADE, "CONTRAST", (0.05, 0.1, 0.2, 0.4, 0.8)),
    (GRADE, "SETTLED", (2, 3, 4, 6)),
    (GRADE, "SHARE", (0.1, 0.2, 0.34, 0.5, 0.66)),
    (GRADE, "WHOLE", (0.34, 0.5, 0.66, 0.8, 1.01)),
    (GRADE, "MAJORITY", (0.0, 0.34, 0.5, 0.66)),
    (GRADE, "MARGIN", (-20.0, 0.0, 3.0, 6.0, 12.0, 20.0)),
    (GRADE, "CLEAR", (0.0, 5.0, 10.0, 20.0, 40.0)),
    (GRADE, "ALIKE", (0.34, 0.4, 0.5, 0.6, 0.7)),
    (GRADE, "ALIKE_OTHER_HEAD", (0.4, 0.5, 0.6, 0.7, 0.8)),
    (GRADE, "LIKELY", (0.2, 0.34, 0.45, 0.5, 0.6)),
    (NAMING, "PURITY", (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)),
    (NAMING, "LONGEST", (6, 8, 10, 12)),
    (NAMING, "MOST_WORDS", (3, 4, 5, 6)),
    (CONTEXTS, "COVERED", (0.4, 0.5, 0.6, 0.75, 0.9)),
    (CONTEXTS, "BROKEN", (0.1, 0.25, 0.4)),
    (CONTEXTS, "APART", (0.15, 0.3, 0.45, 0.6)),
    (CONTEXTS, "TERRITORY", (0.5, 0.6, 0.7, 0.8, 0.9)),
    (CONTEXTS, "WINDOW", (20, 40, 80)),
    (CONTEXTS, "FEWEST", (1, 2, 3, 4)),
)
_COUNTED = ("tp", "fp", "exact", "outside")
_SLOW = (NAMING, "WINDOW")  # constants of measuring: what was measured before does not serve them


class Ready(NamedTuple):
    """A corpus with all that does not change between two runs of the judge."""

    corpus: Corpus
    gathered: Gathered
    labelled: tuple[Facts, ...]  # the documents with the pairs that hold a label, and no others
    standings: Mapping[RowKey, Standing]
    stated: tuple[Fact, ...]  # what is inconsistent in the run: it reports the same places, and no constant here bears on it
    full: Mapping[str, Tally]


Fates = dict[str, dict[str, Tally]]  # corpus -> both, error -> fates


class Measure:
    """Judges labelled places under any setting of the constants; remembers what it was asked."""

    def __init__(self, ready: Sequence[Ready], rules: ModuleType) -> None:
        self.ready, self.rules = ready, rules
        self.known: dict[tuple[tuple[str, float], ...], Fates] = {}

    def __call__(self, setting: Mapping[tuple[str, str], float]) -> Fates:
        changed = {at: value for at, value in setting.items() if value != shipped(*at)}
        key = tuple(sorted((f"{module} {name}", value) for (module, name), value in changed.items()))
        if key not in self.known:
            slow = any(module in _SLOW or name in _SLOW for module, name in changed)
            with contextlib.ExitStack() as stack:
                for (module, name), value in changed.items():
                    stack.enter_context(replaced(module, name, value))
                if slow:
                    self.known[key] = {r.corpus.name: _fates(r, self.rules, fresh=True) for r in self.ready}
                else:
                    with remembered("mine", "best_for", "overlapping"):
                        self.known[key] = {r.corpus.name: _fates(r, self.rules) for r in self.ready}
        return self.known[key]


def shipped(module: str, name: str) -> float:
    import importlib

    value = getattr(importlib.import_module(module), name, None)
    if not isinstance(value, (int, float)):
        raise Missing(f"{module} has no {name}")
    return _SHIPPED.setdefault((module, name), value)


_SHIPPED: dict[tuple[str, str], float] = {}
_MEMORY: dict[str, dict[object, Any]] = {}


@contextlib.contextmanager
def remembered(*names: str) -> Iterator[None]:
    """Functions that are asked the same again and again while only what follows them changes: of naming and explaining."""
    import importlib

    with contextlib.ExitStack() as stack:
        for name in names:
            home = NAMING if name in ("mine", "best_for") else EXPLAINING
            function = getattr(importlib.import_module(home), name)
            stack.enter_context(replaced(home, name, _memo(function, _MEMORY.setdefault(name, {}))))
        yield


def _memo(function: Callable[..., Any], memory: dict[object, Any]) -> Callable[..., Any]:
    def remembering(*arguments: Any) -> Any:
        # a corpus and what was mined of a concept are known by themselves and by the concept
        key = tuple(id(a) if isinstance(a, Gathered) else a for a in arguments if not _is_mined(a))
        if key not in memory:
            memory[key] = function(*arguments)
        return memory[key]

    return remembering


def _is_mined(argument: object) -> bool:
    return type(argument).__name__ == "Mined"


@contextlib.contextmanager
def given(gathered: Gathered) -> Iterator[None]:
    """The judge takes this corpus and builds none."""
    with replaced("linter.judge.corpus", "Corpus", lambda _: gathered):
        yield


def _fates(ready: Ready, rules: ModuleType, fresh: bool = False) -> dict[str, Tally]:
    gathered = Gathered(ready.corpus.project.facts) if fresh else ready.gathered
    with given(gathered):
        judged = verdicts.judge(ready.labelled)
    found = corpora.findings(ready.corpus, judged.verdicts, ready.standings, ready.stated)
    return corpora.score(ready.corpus, found, rules)


def prepared(corpus: Corpus, rules: ModuleType) -> Ready:
    facts = corpus.project.facts
    gathered = Gathered(facts)
    with given(gathered):
        judged = verdicts.judge(facts)
    stated = tuple(facts_of_run(facts))
    full = corpora.score(corpus, corpora.reported(corpus, facts, judged, stated), rules)
    labelled = tuple(_with_labels(corpus, each) for each in facts)
    return Ready(corpus, gathered, labelled, standings_by_row(judged), stated, full)


def _with_labels(corpus: Corpus, facts: Facts) -> Facts:
    path = facts.document.source.path
    spans = [label["lines"] for label in corpus.labels if label["path"] == path]
    lines = {line for span in spans if isinstance(span, list) for line in range(span[0], span[1] + 1)}
    pairs = tuple(
        seen
        for seen in facts.pairs
        if any(not lines.isdisjoint(range(first, last + 1)) for first, last in map(facts.document.lines, seen.pair.target))
    )
    return facts._replace(pairs=pairs)


def total(fates: Fates, level: str, names: Sequence[str]) -> Tally:
    tally = Tally()
    for name in names:
        tally = tally.plus(fates[name][level])
    return tally


def goal(fates: Fates, names: Sequence[str]) -> float:
    return total(fates, "both", names).f() + total(fates, "error", names).f()


def figures(fates: Fates, names: Sequence[str]) -> str:
    cells = []
    for level in ("both", "error"):
        t = total(fates, level, names)
        cells.append(f"P {t.precision:.2f} R {t.recall:.2f} F.5 {t.f():.3f} (tp {t.tp:2d} fp {t.fp:2d} fn {t.fn:2d})")
    return "   errors: ".join(cells)


def sweeps(measure: Measure) -> None:
    names = [r.corpus.name for r in measure.ready]
    print("\nconstants, one at a time (* shipped)")
    for module, name, given_values in SWEEPS:
        try:
            now = shipped(module, name)
        except Missing as error:
            print(f"\n{error}")
            continue
        values = sorted({*given_values, now})
        fates = {value: measure({(module, name): value}) for value in values}
        print(f"\n{module.rpartition('.')[2]}.{name}")
        same = [value for value in values if value != now and figures(fates[value], names) == figures(fates[now], names)]
        for value in values:
            if value not in same:
                print(f"  {'*' if value == now else ' '}{value:<7g} {figures(fates[value], names)}", flush=True)
        if same:
            print(f"   the same figures with {', '.join(f'{value:g}' for value in same)}")
        held: Fates = {}
        chosen = []
        for name_out in names:
            others = [n for n in names if n != name_out]
            best = max(values, key=lambda v: (round(goal(fates[v], others), 6), -abs(values.index(v) - values.index(now))))
            chosen.append(f"{best:g}")
            held[name_out] = fates[best][name_out]
        print(f"  left out: {figures(held, names)}  chosen {', '.join(chosen)}")


def joint(measure: Measure) -> None:
    names = [r.corpus.name for r in measure.ready]
    grid: dict[tuple[str, str], tuple[float, ...]] = {}
    for module, name, values in SWEEPS:
        with contextlib.suppress(Missing):
            if module not in _SLOW and name not in _SLOW:
                shipped(module, name)
                grid[module, name] = values
    held: Fates = {}
    print("\nall constants chosen on three corpora, applied to the fourth")
    for name_out in names:
        others = [n for n in names if n != name_out]
        setting = chosen_on(others, grid, measure)
        held[name_out] = measure(setting)[name_out]
        inside = {n: measure(setting)[n] for n in others}
        different = ", ".join(f"{at[1]} {value:g}" for at, value in setting.items() if value != shipped(*at))
        print(f"  {name_out:12s} others {figures(inside, others)}\n  {'':12s} itself {figures(held, [name_out])}")
        print(f"  {'':12s} not as shipped: {different or 'none'}", flush=True)
    print(f"  left out: {figures(held, names)}\n  shipped:  {figures(measure({}), names)}")


def chosen_on(
    names: Sequence[str], grid: Mapping[tuple[str, str], Sequence[float]], measure: Measure
) -> dict[tuple[str, str], float]:
    setting = {at: values[len(values) // 2] for at, values in grid.items()}
    for _ in range(3):
        before = dict(setting)
        for at, values in grid.items():
            reached = {value: round(goal(measure({**setting, at: value}), names), 6) for value in values}
            here = values.index(setting[at])
            setting[at] = max(values, key=lambda value: (reached[value], -abs(values.index(value) - here)))
        if setting == before:
            break
    return setting


def rules_out(ready: Sequence[Ready], rules: ModuleType) -> None:
    print(
        "\nwhat each rule adds (with it, against without it): tp fp named outside of errors and warnings; of errors alone in brackets"
    )
    print(f"{'':18s}" + "".join(f"{r.corpus.name:>30s}" for r in ready) + f"{'all':>30s}")
    for ablation in ablations.ABLATIONS:
        try:
            cells, sums = [], {level: [0] * len(_COUNTED) for level in ("both", "error")}
            for r in ready:
                fates = _ablated(r, ablation, rules)
                difference = {level: [getattr(r.full[level], k) - getattr(fates[level], k) for k in _COUNTED] for level in sums}
                for level, numbers in difference.items():
                    sums[level] = [a + b for a, b in zip(sums[level], numbers, strict=True)]
                cells.append(_cell(difference))
            cells.append(_cell(sums))
            print(f"{ablation.name:18s}" + "".join(f"{cell:>30s}" for cell in cells), flush=True)
        except Missing as error:
            print(f"{ablation.name:18s} {error}")


def _cell(difference: Mapping[str, Sequence[int]]) -> str:
    def numbers(some: Sequence[int]) -> str:
        return " ".join(f"{n:+d}" if n else "0" for n in some)

    if not any(map(any, difference.values())):
        return "-"
    return f"{numbers(difference['both'])} ({numbers(difference['error'])})"


def _ablated(ready: Ready, ablation: Ablation, rules: ModuleType) -> dict[str, Tally]:
    corpus, facts = ready.corpus, ready.corpus.project.facts
    with remembered("explained"), ablations.without(ablation):
        if ablation.observing:
            reader = Reader(corpus.settings, corpus.project.glossary)
            with aligned(facts):
                facts = tuple(
                    reader.facts_of(each.document, None if each.source in (None, each.document) else each.source)[0]
                    for each in facts
                )
        if ablation.observing or ablation.gathering:
            judged = verdicts.judge(facts)
        else:
            with given(ready.gathered):
                judged = verdicts.judge(facts)
        return corpora.score(corpus, corpora.reported(corpus, facts, judged, ready.stated), rules)


@contextlib.contextmanager
def aligned(facts: Sequence[Facts]) -> Iterator[None]:
    """Documents are not aligned anew."""
    known = {id(each.document): each.alignment for each in facts if each.alignment}

    def alignment(*documents: Any) -> Any:
        return known.get(id(documents[0])) or known.get(id(documents[1])) or align(*documents)

    import linter.align.pairs as pairs

    align = pairs.align_document
    with replaced("linter.align.pairs", "align_document", alignment):
        yield


def main() -> None:
    parser = corpora.arguments(__doc__)
    parser.add_argument("--part", choices=("sweeps", "joint", "rules"), action="append", help="only this part; may be repeated")
    options = parser.parse_args()
    parts = options.part or ["sweeps", "joint", "rules"]
    rules = corpora.scorer(options.root)
    begun = time.perf_counter()
    ready = [prepared(corpus, rules) for corpus in corpora.corpora(options)]
    names = [r.corpus.name for r in ready]
    print(f"as shipped ({time.perf_counter() - begun:.0f} s)")
    for r in ready:
        print(
            f"  {r.corpus.name:12s} {figures({r.corpus.name: dict(r.full)}, [r.corpus.name])}  outside {r.full['both'].outside}"
        )
    print(f"  {'all':12s} {figures({r.corpus.name: dict(r.full) for r in ready}, names)}", flush=True)
    if "sweeps" in parts or "joint" in parts:
        measure = Measure(ready, rules)
        if "sweeps" in parts:
            sweeps(measure)
            print(f"\n{time.perf_counter() - begun:.0f} s", flush=True)
        if "joint" in parts:
            joint(measure)
            print(f"\n{time.perf_counter() - begun:.0f} s", flush=True)
    if "rules" in parts:
        rules_out(ready, rules)
        print(f"\n{time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
