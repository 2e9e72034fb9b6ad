"""How well translations follow the glossary: a table for people, JSON for programs, a line for each pair for joins with other data.

Lines and columns are 1-based, columns count code points, ends are exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from linter.errors import InputError
from linter.finding import Place
from linter.judge.model import Verdict
from linter.judge.outcomes import Adherence, PairOutcome, RowShares, Shares, outcome_of
from linter.report.safe import json_text, log, visible
from linter.rules.quotes import clean, place
from linter.width import display_width, pad

VERSION = 1
_WIDEST = 32  # terminal cells of a term or of its renderings; longer texts push the rest of their line
_HEADS = {
    "en": ("term", "glossary", "followed", "divergent", "in English", "omitted", "adherence", "95 %", "instead"),
    "zh": ("术语", "译法", "遵循", "偏离", "保留英文", "漏译", "遵循率", "95 %", "实际译法"),
}
_WORDS = {
    "en": {
        "all": "all",
        "keep": "(English)",
        "pairs": "pairs: {total}; with terms: {judged}; of these followed throughout: {followed}",
        "untranslated": "pairs without Chinese, not judged: {untranslated}",
        "apart": "counted apart: dropped repeats {repeated}, occurrences that are not the term {excluded}",
        "unmet": "rows of the glossary that do not occur: {unmet}",
        "nothing": "no term of the glossary occurs in any pair",
    },
    "zh": {
        "all": "合计",
        "keep": "（保留英文）",
        "pairs": "{total} 对，其中 {judged} 对含有术语，{followed} 对完全遵循",
        "untranslated": "{untranslated} 对没有中文，未作判断",
        "apart": "另计：省略的重复 {repeated} 处，并非该术语 {excluded} 处",
        "unmet": "术语表中有 {unmet} 行没有出现",
        "nothing": "各对中没有出现术语表中的任何术语",
    },
}


def as_text(found: Adherence, lang: str) -> str:
    words = _WORDS[lang]
    lines = []
    if found.rows:
        table = [list(_HEADS[lang]), *(_cells(row, words) for row in found.rows)]
        table.append([words["all"], "", *_numbers(found.shares), ""])
        widths = [min(_WIDEST, max(display_width(row[at]) for row in table)) for at in range(len(table[0]))]
        lines += ["  ".join(_aligned(row, widths)).rstrip() for row in table]
        lines.append("")
    else:
        lines.append(words["nothing"])
    counts = _pair_counts(found)
    lines.append(words["pairs"].format(**counts))
    if counts["untranslated"]:
        lines.append(words["untranslated"].format(**counts))
    if found.shares.repeated or found.shares.excluded:
        lines.append(words["apart"].format(repeated=found.shares.repeated, excluded=found.shares.excluded))
    if found.unmet:
        lines.append(words["unmet"].format(unmet=found.unmet))
    return log("".join(line + "\n" for line in lines))


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Texts to the left, numbers to the right."""
    last = len(row) - 1
    return [
        text if at == last else pad(text, width) if at < 2 else " " * (width - display_width(text)) + text
        for at, (text, width) in enumerate(zip(row, widths, strict=True))
    ]


def _cells(row: RowShares, words: dict[str, str]) -> list[str]:
    expected = " / ".join(row.entry.expected) if row.entry.preferred or row.entry.admitted else words["keep"]
    instead = ", ".join(f"{text} {count}" for text, count in row.instead[:3]) + (" …" if len(row.instead) > 3 else "")
    return [visible(row.entry.term), visible(expected), *_numbers(row.shares), visible(instead)]


def _numbers(shares: Shares) -> list[str]:
    share, interval = shares.adherence, shares.interval
    percent = "–" if share is None else f"{share:.1%}"
    bounds = "" if interval is None else f"{interval[0]:.0%}–{interval[1]:.0%}"
    return [str(shares.followed), str(shares.divergent), str(shares.in_english), str(shares.omitted), percent, bounds]


def as_json(found: Adherence, errors: Sequence[InputError]) -> str:
    data = {
        "version": VERSION,
        "columnUnit": "codepoint",
        "all": _shares(found.shares),
        "pairs": _pair_counts(found),
        "rows": [_row(row) for row in found.rows],
        "rowsNotMet": found.unmet,
        "errors": [
            {"path": error.path, "line": error.line or None, "column": error.column or None, "message": error.reason}
            for error in errors
        ],
    }
    return json_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def as_json_lines(found: Adherence) -> str:
    """One object a pair, in the order of the files."""
    return json_text("".join(json.dumps(_pair(pair), ensure_ascii=False) + "\n" for pair in found.pairs))


def _shares(shares: Shares) -> dict[str, Any]:
    share, interval = shares.adherence, shares.interval
    return {
        "judged": shares.judged,
        "followed": shares.followed,
        "divergent": shares.divergent,
        "leftInEnglish": shares.in_english,
        "omitted": shares.omitted,
        "adherence": None if share is None else round(share, 4),
        "interval": None if interval is None else [round(bound, 4) for bound in interval],
        "repeated": shares.repeated,
        "excluded": shares.excluded,
    }


def _row(row: RowShares) -> dict[str, Any]:
    return {
        "term": row.entry.term,
        "expected": list(row.entry.expected),
        "glossary": {"path": row.entry.place.path, "line": row.entry.place.line},
        **_shares(row.shares),
        "instead": [{"rendering": text, "count": count} for text, count in row.instead],
    }


def _pair_counts(found: Adherence) -> dict[str, int]:
    outcomes = [pair.outcome for pair in found.pairs]
    apart = outcomes.count("no-terms") + outcomes.count("untranslated")
    return {
        "total": len(outcomes),
        "judged": len(outcomes) - apart,
        "followed": outcomes.count("followed"),
        "untranslated": outcomes.count("untranslated"),
    }


def _pair(pair: PairOutcome) -> dict[str, Any]:
    target, source = pair.facts.document, pair.facts.source or pair.facts.document
    ours, theirs = pair.seen.pair.source, pair.seen.pair.target
    first, last = target.passages[theirs[0]], target.passages[theirs[-1]]
    english = " ".join(clean(source, source.passages[at].start, source.passages[at].end).strip() for at in ours)
    chinese = " ".join(clean(target, target.passages[at].start, target.passages[at].end).strip() for at in theirs)
    return {
        **_place(place(target, first.start, last.end)),
        "id": first.label if first.kind == "unit" and first.label else None,
        "source": english,
        "target": chinese,
        "verdict": pair.outcome,
        "terms": [_verdict(verdict) for verdict in pair.verdicts],
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    """`place` is null where no text is named: the term was omitted, or a repeat of it."""
    named = verdict.end > verdict.start
    source = verdict.source_document
    written = clean(source, verdict.source_start, verdict.source_end) if source else ""
    return {
        "term": verdict.entry.term,
        "glossary": {"path": verdict.entry.place.path, "line": verdict.entry.place.line},
        "verdict": outcome_of(verdict),
        "relation": verdict.relation,
        "grade": verdict.grade,
        "expected": list(verdict.expected or verdict.entry.expected),
        "rendering": clean(verdict.document, verdict.start, verdict.end) if named else None,
        "place": _place(place(verdict.document, verdict.start, verdict.end)) if named else None,
        "source": {**_place(place(source, verdict.source_start, verdict.source_end)), "text": written} if source else None,
    }


def _place(at: Place) -> dict[str, Any]:
    return {"path": at.path, "line": at.line, "column": at.column, "endLine": at.end_line, "endColumn": at.end_column}
