"""The same pairs get the same verdicts, whatever format they come in; and what adherence counts are these verdicts."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from shared import SHARED

from linter.config import Settings
from linter.documents.model import Document
from linter.glossary.load import load_glossary, parse_glossary
from linter.glossary.model import Glossary
from linter.judge.facts import Facts
from linter.judge.model import Verdict
from linter.judge.outcomes import DIVERGENT, EXCLUDED, FOLLOWED, IN_ENGLISH, OMITTED, REPEATED, adherence, outcome_of, wilson
from linter.judge.verdicts import judge
from linter.reader import Reader, document_of
from linter.source import Source, read

GLOSSARY = """\
English,中文,备注
lock file,锁文件,不用“锁定文件”
rollback,回滚,
error budget,错误预算,
shard,不译,
branch,分支,
"""
# English, Chinese, and what becomes of each term
PAIRS: list[tuple[str, str, list[str]]] = [
    ("The lock file is stale.", "锁文件已过期。", [FOLLOWED]),
    ("A lock file and a rollback.", "锁定文件与回滚。", [DIVERGENT, FOLLOWED]),
    ("The error budget is gone.", "误差预算用完了。", [DIVERGENT]),
    ("The error budget is small.", "错误预算很小。", [FOLLOWED]),
    ("The error budget is large.", "错误预算很大。", [FOLLOWED]),
    ("Every shard is small.", "每个 shard 都很小。", [FOLLOWED]),
    ("Then the rollback starts.", "然后开始 rollback。", [IN_ENGLISH]),
    ("The lock file: keep the lock file.", "锁文件要保留。", [FOLLOWED, REPEATED]),
    ("No branch was found.", "没有找到。", [OMITTED]),
    ('Say "no rollback"\nonce more.', '再说一次"不\n回滚"。', [FOLLOWED]),
    ("Nothing to see.", "没什么可看的。", []),
]
FORMATS = ("po", "jsonl", "tsv")


def written(form: str, pairs: list[tuple[str, str]]) -> str:
    if form == "jsonl":
        return "".join(json.dumps({"source": one, "target": other}) + "\n" for one, other in pairs)
    if form == "tsv":
        return "".join(f"{one}\t{other}\n" for one, other in pairs)
    quoted = [[json.dumps(text, ensure_ascii=False) for text in pair] for pair in pairs]
    return 'msgid ""\nmsgstr "Language: zh\\n"\n\n' + "".join(f"msgid {one}\nmsgstr {other}\n\n" for one, other in quoted)


def judged(document: Document, glossary: Glossary) -> tuple[Facts, tuple[Verdict, ...]]:
    facts = Reader(Settings(), glossary).facts_of(document, None).facts
    return facts, judge((facts,)).verdicts


def told(verdicts: tuple[Verdict, ...]) -> list[tuple[str, object, str, str, str]]:
    return [(v.relation, v.grade, v.rendering, v.entry.term, outcome_of(v)) for v in verdicts]


def glossary_of(text: str) -> Glossary:
    glossary = parse_glossary(Source("g.csv", text))
    assert glossary is not None
    return glossary


def test_each_format_gives_the_verdicts_of_the_others() -> None:
    pairs = [(one, other) for one, other, _ in PAIRS if "\n" not in one]  # TSV has no line breaks
    found = [told(judged(document_of(written(form, pairs), f"p.{form}"), glossary_of(GLOSSARY))[1]) for form in FORMATS]
    assert len(found[0]) == sum(len(outcomes) for one, _, outcomes in PAIRS if "\n" not in one)
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("form", ["po", "jsonl"])
def test_every_pair_has_its_outcomes(form: str) -> None:
    text = written(form, [(one, other) for one, other, _ in PAIRS])
    facts, verdicts = judged(document_of(text, f"p.{form}"), glossary_of(GLOSSARY))
    found = adherence((facts,), verdicts)
    assert [[outcome_of(verdict) for verdict in pair.verdicts] for pair in found.pairs] == [outcomes for _, _, outcomes in PAIRS]
    counts = Counter(outcome for _, _, outcomes in PAIRS for outcome in outcomes)
    assert found.shares == tuple(counts[name] for name in (FOLLOWED, DIVERGENT, IN_ENGLISH, OMITTED, REPEATED, EXCLUDED))
    assert found.shares.adherence == counts[FOLLOWED] / (counts.total() - counts[REPEATED])
    assert sum(row.shares.judged for row in found.rows) == found.shares.judged
    assert [pair.outcome for pair in found.pairs] == [
        FOLLOWED, DIVERGENT, DIVERGENT, FOLLOWED, FOLLOWED, FOLLOWED, IN_ENGLISH, FOLLOWED, OMITTED, FOLLOWED, "no-terms",
    ]  # fmt: skip


def test_two_wrong_renderings_of_one_occurrence_are_one_place() -> None:
    document = document_of(written("jsonl", [("The lock file.", "锁定文件，锁定文件。")]), "p.jsonl")
    facts, verdicts = judged(document, glossary_of(GLOSSARY))
    assert len(verdicts) == 2
    assert adherence((facts,), verdicts).shares.judged == 1


def test_only_chosen_rows_are_counted() -> None:
    glossary = glossary_of(GLOSSARY)
    facts, verdicts = judged(document_of(written("jsonl", [(a, b) for a, b, _ in PAIRS]), "p.jsonl"), glossary)
    chosen = [entry for entry in glossary.entries if entry.term == "rollback"]
    found = adherence((facts,), verdicts, chosen)
    assert [row.entry.term for row in found.rows] == ["rollback"]
    assert (found.shares.followed, found.shares.judged, found.unmet) == (2, 3, 0)


# successes, trials, and the bounds in four digits by Newcombe (1998), table I, method 3
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons(successes: int, trials: int, low: float, high: float) -> None:
    assert [round(bound, 4) for bound in wilson(successes, trials)] == [low, high]
    mirrored = wilson(trials - successes, trials)
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=1e-4)


REAL = [("git_zh_CN/po/zh_CN.po", "git_zh_CN/glossary.md"), ("python/library/functions.po", "python/glossary.csv")]


@pytest.mark.skipif(SHARED is None, reason="the real documents are not beside the repository")
@pytest.mark.parametrize(("catalogue", "glossary"), REAL, ids=["messages", "a manual"])
def test_a_real_catalogue_as_pairs_gets_its_own_verdicts(catalogue: str, glossary: str) -> None:
    from linter.documents.po import _translated
    from linter.syntax.po import scan

    assert SHARED is not None
    bench = Path(SHARED) / "bench/dev"
    if not (bench / catalogue).is_file():
        pytest.skip("this catalogue is not there")
    source = read(str(bench / catalogue))
    text = written("jsonl", [(unit.source, unit.target) for unit in _translated(source.text, scan(source.text))])
    rows = load_glossary(str(bench / glossary))
    _, verdicts = judged(document_of(source.text, catalogue), rows)
    facts, others = judged(document_of(text, "p.jsonl"), rows)
    assert len(verdicts) > 500
    assert told(verdicts) == told(others)
    for verdict in others:
        start, end = facts.document.span(verdict.start, verdict.end)
        exact = json.loads(f'"{text[start:end]}"').replace("\n", "")
        assert exact == verdict.rendering or "\ufffc" in verdict.rendering
