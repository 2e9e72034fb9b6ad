"""Decisions: what people who reviewed findings said of them, kept in a file that the project commits.

One JSON object a line, sorted, so that two branches merge line by line.  A decision names a place by its words and never by its
line: the rule, the term, what was found, and for a decision about one place the file and the words around it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, get_args

from linter.errors import UsageError
from linter.finding import Finding, Place, Suppressed
from linter.judge.model import Verdict
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.source import Source
from linter.suppress.names import can_be_silenced

AROUND = 12  # code points on each side that tell a place from others
Kind = Literal["wrong", "right", "right-here"]
_BLANK = lazy(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
KINDS: tuple[Kind, ...] = get_args(Kind)
_REMARK = {"en": "a reviewer called this wrong ({place})", "zh": "审校者已判定此处有误（{place}）"}
_COLON = {"en": ": ", "zh": "："}
_WRONG = ("rendered-otherwise", "left-in-english", "kept-translated", "declared-variant")  # verdicts that count against a row


class Key(NamedTuple):
    """What a decision is about.  `path` (relative to the file's folder) and `context` are "" for a decision about every place."""

    rule: str
    term: str
    found: str
    path: str = ""
    context: str = ""


class Decision(NamedTuple):
    kind: Kind
    reason: str = ""
    line: int = 0  # in the file; 0 for one that is not yet there


class Decisions(NamedTuple):
    """`path` as findings show it."""

    path: str
    by_key: Mapping[Key, Decision]


class Decided(NamedTuple):
    """Findings that stay, with those that were called wrong as errors; those that were called right; the decisions that spoke."""

    findings: list[Finding]
    suppressed: list[Suppressed]
    used: frozenset[Key]


def parse(text: str, path: str) -> Decisions:
    """Read the file.  Of two decisions about the same thing the later line counts.  Raises UsageError with the line of a fault."""
    by_key: dict[Key, Decision] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            raise UsageError("a line of decisions is one JSON object; this is none", path, number, 1) from None
        if not _is_entry(data):
            raise UsageError(
                "a decision has the texts rule, term, found, decision (wrong, right, right-here), reason", path, number, 1
            )
        key = Key(data["rule"], data["term"], data["found"], data.get("path", ""), data.get("context", ""))
        by_key[key] = Decision(data["decision"], data["reason"], number)
    return Decisions(path, by_key)


def _is_entry(data: object) -> bool:
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        return False
    needed = {"rule", "term", "found", "decision", "reason"}
    if data.get("decision") == "right-here":
        needed |= {"path", "context"}
    return set(data) == needed and data["decision"] in KINDS


def dump(by_key: Mapping[Key, Decision]) -> str:
    """The file: sorted by term, so that what belongs together stands together."""
    lines = []
    for key in sorted(by_key, key=lambda k: (k.term, k.found, k.rule, k.path, k.context)):
        decision = by_key[key]
        data = {"term": key.term, "found": key.found, "rule": key.rule, "decision": decision.kind}
        if decision.kind == "right-here":
            data |= {"path": key.path, "context": key.context}
        text = json.dumps({**data, "reason": decision.reason}, ensure_ascii=False)
        lines.append("".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text) + "\n")
    return "".join(lines)


def found_of(finding: Finding) -> str:
    return " ".join((finding.rendering or finding.found).split())


def context_of(text: str, start: int, end: int) -> str:
    """The place with the words around it in its paragraph, without line breaks."""
    before = _BLANK.split(text[max(0, start - AROUND) : start])[-1]
    behind = _BLANK.split(text[end : end + AROUND])[0]
    return " ".join(f"{before}{text[start:end]}{behind}".split())


def context_at(source: Source, place: Place) -> str:
    """The same for a place of a text; "" where the text has no such place."""
    if not 1 <= place.line <= place.end_line <= len(source.line_starts):
        return ""
    return context_of(source.text, source.offset(place.line, place.column), source.offset(place.end_line, place.end_column))


def decided(
    findings: Iterable[Finding], decisions: Decisions, relative: Callable[[str], str], sources: Mapping[str, Source], lang: str
) -> Decided:
    """What the decisions make of findings.

    `relative`: a path as findings show it -> as the decisions have it; `sources` by the path of findings.
    """
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Key] = set()
    for finding in findings:
        key, decision = _about(finding, decisions, relative, sources) if can_be_silenced(finding) else (None, None)
        if key is None or decision is None:
            kept.append(finding)
            continue
        used.add(key)
        if decision.kind == "wrong":
            said = _REMARK["zh" if lang == "zh" else "en"].format(place=f"{decisions.path}:{decision.line}")
            said += (_COLON["zh" if lang == "zh" else "en"] + decision.reason) if decision.reason else ""
            kept.append(finding._replace(severity="error", evidence=(*finding.evidence, said)))
        else:
            place = Place(decisions.path, decision.line, 1, decision.line, 1)
            suppressed.append(Suppressed(finding, "decision", place, decision.reason))
    return Decided(kept, suppressed, frozenset(used))


def _about(
    finding: Finding, decisions: Decisions, relative: Callable[[str], str], sources: Mapping[str, Source]
) -> tuple[Key | None, Decision | None]:
    """The decision about a finding; one about its very place before one about every place."""
    key = key_of(finding)
    source = sources.get(finding.place.path)
    if source is not None:
        here = key._replace(path=relative(finding.place.path), context=context_at(source, finding.place))
        if here in decisions.by_key:
            return here, decisions.by_key[here]
    return key, decisions.by_key.get(key)


def key_of(finding: Finding) -> Key:
    """For a decision about every place."""
    return Key(finding.rule, finding.term or "", found_of(finding))


def supporting(verdicts: Sequence[Verdict], decisions: Decisions, relative: Callable[[str], str]) -> list[Verdict]:
    """The verdicts as evidence about their rows: what was reviewed speaks for the row, not against it.

    A rendering that was called right is as good as the row's own; one that was called wrong shows that the row is meant.
    """
    everywhere = {(key.term, key.found) for key in decisions.by_key if not key.path}
    places = {(key.term, key.found, key.path, key.context) for key in decisions.by_key if key.path}
    return [
        verdict._replace(relation="accepted") if _is_reviewed(verdict, everywhere, places, relative) else verdict
        for verdict in verdicts
    ]


def _is_reviewed(
    verdict: Verdict,
    everywhere: set[tuple[str, str]],
    places: set[tuple[str, str, str, str]],
    relative: Callable[[str], str],
) -> bool:
    if verdict.relation not in _WRONG:
        return False
    what = verdict.entry.term, " ".join(verdict.rendering.split())
    if what in everywhere:
        return True
    document = verdict.document
    if not any(place[:2] == what for place in places):
        return False
    span = document.span(verdict.start, verdict.end)
    return (*what, relative(document.source.path), context_of(document.source.text, span.start, span.end)) in places
