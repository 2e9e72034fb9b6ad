"""The listing of an alignment, and the same bytes whatever the hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from by_hand import P, document

from linter.align.pairs import align_document, align_documents
from linter.align.show import as_json, as_text

LEFT = document(P("en", "Winter came early."), P("en", "The lake froze in 3 days."), path="en/a.md")
RIGHT = document(P("zh", "冬天来得很早。"), P("zh", "湖水 3 天就结了冰。"), P("zh", "（完）"), path="zh/a.md")


def test_json_has_the_shape_of_the_contract() -> None:
    shown = as_json(align_documents(LEFT, RIGHT))
    assert shown["pairs"][1] | {"confidence": 1} == {
        "source": {"path": "en/a.md", "lines": [2, 2]},
        "target": {"path": "zh/a.md", "lines": [2, 2]},
        "confidence": 1,
        "how": "blocks",
    }
    assert all(0 <= pair["confidence"] <= 1 for pair in shown["pairs"])
    assert [(one["side"], one["path"], one["lines"]) for one in shown["unpaired"]] == [("target", "zh/a.md", [3, 3])]
    assert json.loads(json.dumps(shown)) == shown


def test_text_names_lines_confidence_and_texts() -> None:
    shown = as_text(align_documents(LEFT, RIGHT), width=12)
    assert "en/a.md:2 = zh/a.md:2  " in shown
    assert "\n  The lake fr…\n  湖水 3 天就结了冰。\n" in shown
    assert shown.endswith("2 pairs, 1 passages without counterpart\n")


def test_several_lines_are_a_range() -> None:
    found = align_document(
        document(P("en", "One.", "unit", group=0, side="source"), P("en", "Many.", "unit", group=0, side="source"),
                 P("zh", "若干。", "unit", group=0, side="target"))
    )  # fmt: skip
    assert "talk.md:1-2 = talk.md:3  1.00 unit" in as_text(found)
    assert as_json(found)["pairs"][0]["source"]["lines"] == [1, 2]


def test_the_hash_seed_changes_nothing() -> None:
    here = Path(__file__).resolve()
    program = (
        "from by_hand import *\nfrom linter.align.pairs import align_documents\n"
        "made = damaged(paragraphs(80, 5), 0.3, 5)\n"
        "print([(p.source, p.target, p.posterior.hex()) for p in align_documents(english(*made.english), chinese(*made.chinese)).pairs])"
    )
    path = os.pathsep.join((str(here.parents[1]), str(here.parents[2])))
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(printed) == 1
