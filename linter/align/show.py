"""An alignment for people and for programs."""

from __future__ import annotations

from typing import Any

from linter.align.model import Alignment, Pair
from linter.documents.model import MASK, Document

_WIDTH = 60  # code points of a passage that a listing shows


def as_json(alignment: Alignment) -> dict[str, Any]:
    """The shape of the contract: lines are 1-based and inclusive, `confidence` has four digits.

    A passage without counterpart stands in `unpaired` with its side ("source" or "target").
    """
    pairs: list[dict[str, Any]] = []
    unpaired: list[dict[str, Any]] = []
    for pair in alignment.pairs:
        confidence = round(pair.posterior, 4)
        if pair.source and pair.target:
            source, target = _place(alignment.source, pair.source), _place(alignment.target, pair.target)
            pairs.append({"source": source, "target": target, "confidence": confidence, "how": pair.how})
        elif pair.source:
            unpaired.append({"side": "source", **_place(alignment.source, pair.source), "confidence": confidence})
        else:
            unpaired.append({"side": "target", **_place(alignment.target, pair.target), "confidence": confidence})
    return {"pairs": pairs, "unpaired": unpaired}


def as_text(alignment: Alignment, width: int = _WIDTH) -> str:
    """One pair a paragraph: lines, confidence and how it was found, then the beginning of each passage (`width` code points).

    The text of the passages is shown as it stands in the documents, line ends as spaces: what prints it must make it safe.
    """
    counts = [0, 0]
    shown = []
    for pair in alignment.pairs:
        whole = bool(pair.source and pair.target)
        counts[whole] += 1
        head = f"{_lines(alignment.source, pair.source)} = {_lines(alignment.target, pair.target)}"
        body = [f"  {_start(alignment.source, i, width)}" for i in pair.source]
        body += [f"  {_start(alignment.target, i, width)}" for i in pair.target]
        shown.append("\n".join((f"{head}  {_confidence(pair)}", *body)))
    shown.append(f"{counts[1]} pairs, {counts[0]} passages without counterpart")
    return "\n".join(shown) + "\n"


def _place(document: Document, passages: tuple[int, ...]) -> dict[str, Any]:
    first, last = _range(document, passages)
    return {"path": document.source.path, "lines": [first, last]}


def _range(document: Document, passages: tuple[int, ...]) -> tuple[int, int]:
    return document.lines(passages[0])[0], document.lines(passages[-1])[1]


def _lines(document: Document, passages: tuple[int, ...]) -> str:
    if not passages:
        return "-"
    first, last = _range(document, passages)
    return f"{document.source.path}:{first}" + (f"-{last}" if last > first else "")


def _confidence(pair: Pair) -> str:
    return f"{pair.posterior:.2f} {pair.how}" if pair.source and pair.target else f"{pair.posterior:.2f} no counterpart"


def _start(document: Document, index: int, width: int) -> str:
    passage = document.passages[index]
    text = " ".join(document.text[passage.start : passage.end].replace(MASK, "·").split())
    return text if len(text) <= width else text[: width - 1] + "…"
