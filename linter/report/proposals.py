"""Proposals for a glossary: a Markdown table or YAML entries ready to paste, or JSON.  Lines are 1-based."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from linter.finding import Place
from linter.judge.proposals import Proposal, Variant
from linter.report.safe import json_text, log, visible

_HEADS = {
    "en": ("English", "中文", "pairs", "share", "elsewhere", "G²", "seen as well", "where"),
    "zh": ("English", "中文", "句对", "占比", "另见", "G²", "文中其他", "位置"),
}
_ROW_HEADS = {
    "en": ("glossary row", "its translation", "followed", "used instead", "where"),
    "zh": ("术语表条目", "其译法", "遵守", "实际译作", "位置"),
}
_WORDS = {
    "en": {
        "title": "Rows of the glossary that are rendered otherwise",
        "keep": "stays in English",
        "entry": "{held} of {records} pairs ({share}), elsewhere in {elsewhere}; G² {association}",
        "others": "; seen as well: {others}",
        "variant": "{term} ({expected}, {row}): followed in {followed} of {judged} places; used instead: {instead}; {places}",
    },
    "zh": {
        "title": "术语表中译法与实际不符的条目",
        "keep": "保留英文",
        "entry": "{records} 个句对中有 {held} 个（{share}），另见于 {elsewhere} 个；G² {association}",
        "others": "；文中其他：{others}",
        "variant": "{term}（{expected}，{row}）：{judged} 处中遵守 {followed} 处；实际译作：{instead}；{places}",
    },
}


def as_markdown(proposals: Sequence[Proposal], variants: Sequence[Variant], lang: str) -> str:
    """A glossary table with the numbers in columns of their own, and a table of the rows that are not followed.

    Neither header beside the first two columns means anything to a glossary reader.
    """
    words = _WORDS[lang]
    lines = _table(_HEADS[lang], [_proposal_cells(proposal) for proposal in proposals]) if proposals else []
    if variants:
        lines += [""] * bool(lines) + [f"## {words['title']}", ""]
        lines += _table(_ROW_HEADS[lang], [_variant_cells(variant) for variant in variants])
    return log("".join(line + "\n" for line in lines))


def _proposal_cells(proposal: Proposal) -> tuple[str, ...]:
    return (
        proposal.term,
        proposal.rendering,
        f"{proposal.held}/{proposal.records}",
        _percent(proposal),
        str(proposal.elsewhere),
        f"{proposal.association:.0f}",
        _counted(proposal.others),
        _places(proposal.examples),
    )


def _variant_cells(variant: Variant) -> tuple[str, ...]:
    return (
        variant.term,
        " / ".join(variant.expected),
        f"{variant.followed}/{variant.judged}",
        _counted(variant.instead),
        _places((_row(variant), *variant.examples)),
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    ruled = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(visible(cell).replace("|", "\\|") for cell in row) + " |" for row in ruled]


def as_yaml(proposals: Sequence[Proposal], variants: Sequence[Variant], lang: str) -> str:
    """Entries of status `proposed`, each under a comment with its numbers; what is used instead of rows, as comments at the end."""
    words = _WORDS[lang]
    lines = ["entries:"] if proposals else ["entries: []"]
    for proposal in proposals:
        numbers = words["entry"].format(
            held=proposal.held,
            records=proposal.records,
            share=_percent(proposal),
            elsewhere=proposal.elsewhere,
            association=f"{proposal.association:.0f}",
        )
        others = words["others"].format(others=_counted(proposal.others)) if proposal.others else ""
        lines.append(f"  # {numbers}{others}; {_places(proposal.examples)}")
        lines.append(f"  - source: {_scalar(proposal.term)}")
        lines.append("    keep: true" if proposal.keep else f"    target: {_scalar(proposal.rendering)}")
        lines.append("    status: proposed")
    if variants:
        lines += ["", f"# {words['title']}:"]
    for variant in variants:
        told = words["variant"].format(
            term=variant.term,
            expected=" / ".join(variant.expected) or words["keep"],
            row=_places((_row(variant),)),
            followed=variant.followed,
            judged=variant.judged,
            instead=_counted(variant.instead),
            places=_places(variant.examples),
        )
        lines.append(f"# - {told}")
    return log("".join(visible(line) + "\n" for line in lines))


def _scalar(text: str) -> str:
    """A text in double quotes, which JSON and YAML read alike."""
    return json.dumps(text, ensure_ascii=False)


def as_json(proposals: Sequence[Proposal], variants: Sequence[Variant], records: int) -> str:
    data = {
        "version": 1,
        "records": records,
        "proposals": [_proposal_data(proposal) for proposal in proposals],
        "variants": [_variant_data(variant) for variant in variants],
    }
    return json_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _proposal_data(proposal: Proposal) -> dict[str, Any]:
    return {
        "term": proposal.term,
        "rendering": proposal.rendering,
        "keep": proposal.keep,
        "pairs": proposal.records,
        "held": proposal.held,
        "share": round(proposal.share, 3),
        "elsewhere": proposal.elsewhere,
        "association": round(proposal.association, 1),
        "others": _counted_data(proposal.others),
        "examples": _places_data(proposal.examples),
    }


def _variant_data(variant: Variant) -> dict[str, Any]:
    return {
        "term": variant.term,
        "expected": list(variant.expected),
        "glossary": {"path": variant.row.path, "line": variant.row.line},
        "judged": variant.judged,
        "followed": variant.followed,
        "instead": _counted_data(variant.instead),
        "examples": _places_data(variant.examples),
    }


def _counted_data(counted: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{"rendering": text, "count": count} for text, count in counted]


def _places_data(places: Sequence[Place]) -> list[dict[str, Any]]:
    return [{"path": place.path, "line": place.line, "column": place.column} for place in places]


def _percent(proposal: Proposal) -> str:
    return f"{proposal.share:.0%}"


def _counted(counted: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{text} {count}" for text, count in counted)


def _places(places: Sequence[Place]) -> str:
    return ", ".join(f"{place.path}:{place.line}" for place in places)


def _row(variant: Variant) -> Place:
    return Place(variant.row.path, variant.row.line, 1, variant.row.line, 1)
