"""Verdicts and facts -> findings, by the rules in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.documents.model import MASK
from linter.finding import SEVERITIES, Fact, Finding, Place, Related, Row, Severity, place_of
from linter.glossary.model import Entry
from linter.judge.model import GRADES, Grade, Standing, Verdict
from linter.rules.fixes import fix_of
from linter.rules.keys import RowKey, row_key
from linter.rules.messages import alternatives, fill, in_language
from linter.rules.model import BY_GRADE, PATTERN, Rule
from linter.rules.policy import Policy, Resolved, resolve
from linter.rules.quotes import clean, place, quote
from linter.rules.severity import is_gathered, is_on_trial, level_of
from linter.rules.shipped import PROBLEMS, REASONS, RELATED

# Facts that speak of the text: what they found is a rendering.  The others speak of a glossary or a file.
_OF_TEXT = (
    *("unexpected", "inconsistent", "inconsistent-gloss", "dropped-passage"),
    *("missing-first-gloss", "repeated-gloss", "term-spelling", "broken-term", PATTERN),
)
_NOTHING_KNOWN = Standing()
MOST = 10_000  # findings of one rule in one file


def findings_of(
    verdicts: Iterable[Verdict], facts: Iterable[Fact], standings: Mapping[RowKey, Standing], policy: Policy
) -> list[Finding]:
    """Findings of every level, sorted by place and code, each once.

    `standings` says for each row (`linter.rules.keys.row_key`) how it fares over all documents that count as evidence, which
    may be more than those whose verdicts are given.  Raises UsageError where the policy names what does not exist.
    """
    resolved = resolve(policy)
    found: list[Finding] = []
    gathered: dict[RowKey, list[Verdict]] = {}
    outvoted = resolved.reporting("glossary-outvoted")
    for verdict in verdicts:
        rules = resolved.reporting(verdict.relation)
        if not rules and not (outvoted and verdict.grade):
            continue
        key = row_key(verdict.entry)
        standing = standings.get(key, _NOTHING_KNOWN)
        on_trial = not resolved.strict and is_on_trial(standing) and is_gathered(verdict.grade)
        if on_trial:
            gathered.setdefault(key, []).append(verdict)
        for rule in rules:
            if not resolved.is_ignored(rule, verdict.document.source.path):
                found.append(_of_verdict(verdict, rule, standing, on_trial, resolved))
    for fact in facts:
        for rule in resolved.reporting(fact.reports):
            if rule.pattern and fact.values["rule"] != rule.code:
                continue
            if not resolved.is_ignored(rule, fact.place.path):
                found.append(_of_fact(fact, rule, resolved))
    for key, others in gathered.items():
        for rule in outvoted:
            if not resolved.is_ignored(rule, key[0]):
                found.append(_outvoted(others, rule, standings[key], resolved))
    return _limited(in_order(found), resolved)


def _limited(findings: list[Finding], resolved: Resolved) -> list[Finding]:
    """At most MOST findings of one rule in one file; what is left out is a finding, too (`unreadable-input`)."""
    if len(findings) <= MOST:
        return findings
    counts: dict[tuple[str, str], int] = {}
    kept: list[Finding] = []
    for finding in findings:
        key = finding.place.path, finding.code
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= MOST:
            kept.append(finding)
    for (path, code), count in counts.items():
        for rule in resolved.reporting("unreadable-input") if count > MOST else ():
            if not resolved.is_ignored(rule, path):
                told = {"limit": "too-many-findings", "other": code, "count": str(count), "left": str(MOST)}
                kept.append(_of_fact(Fact("unreadable-input", Place(path, 1, 1, 1, 1), told), rule, resolved))
    return in_order(kept)


def _of_verdict(verdict: Verdict, rule: Rule, standing: Standing, on_trial: bool, resolved: Resolved) -> Finding:
    entry, document, lang = verdict.entry, verdict.document, resolved.lang
    span = document.span(verdict.start, verdict.end)
    at = place_of(document.source, *span)
    found = document.source.text[span.start : span.end]
    expected = verdict.expected or entry.expected
    rendering = clean(document, verdict.start, verdict.end) if MASK in verdict.rendering else verdict.rendering
    source = quote(verdict)
    level: Severity
    if on_trial:
        level = "hint"
    elif resolved.level(rule) == BY_GRADE:
        provisional = entry.status == "proposed" or bool(entry.when) or entry.contextual
        level = level_of(verdict.grade, verdict.posterior, provisional, standing.followed > 0)
    else:
        level = _fixed(resolved.level(rule))
    values = {
        "term": entry.term,
        "found": rendering or found,
        "expected": alternatives(expected, lang),
        "source": source.text[source.start : source.end] if source and source.start >= 0 else entry.term,
    }
    return Finding(
        place=at,
        rule=rule.name,
        code=rule.code,
        severity=level,
        message=fill(in_language(rule.message, lang), values),
        term=entry.term,
        found=found,
        rendering=rendering,
        expected=expected,
        grade=verdict.grade,
        evidence=_evidence(verdict, values, lang),
        glossary=Row(entry.place.path, entry.place.line),
        source=source,
        fix=fix_of(verdict, expected, span, at),
    )


def _evidence(verdict: Verdict, values: Mapping[str, str], lang: str) -> tuple[str, ...]:
    sentences = []
    for reason in verdict.reasons:
        own = {name: value.replace(MASK, "…") for name, value in reason.values.items()}
        if "expected" in own:
            own["expected"] = alternatives((own["expected"],), lang)
        text = REASONS.get(reason.key)
        if text is not None:
            sentences.append(fill(in_language(text, lang), {**values, **own}))
    return tuple(sentences)


def _of_fact(fact: Fact, rule: Rule, resolved: Resolved) -> Finding:
    lang = resolved.lang
    expected = tuple(part for part in (fact.values.get("expected"),) if part)
    values = {"found": fact.found, "term": fact.term or "", **fact.values, "expected": alternatives(expected, lang)}
    for name in ("why", "limit"):
        sentence = PROBLEMS.get(values.get(name, ""))
        if sentence is not None:
            values[name] = fill(in_language(sentence, lang), values)
        elif lang == "zh" and values.get(name):  # what the system or a reader said of a file
            from linter.chinese import in_chinese

            values[name] = in_chinese(values[name])
    grade = _grade(fact.values.get("grade"))
    level = resolved.level(rule)
    of_text = fact.reports in _OF_TEXT
    return Finding(
        place=fact.place,
        rule=rule.name,
        code=rule.code,
        severity=level_of(grade) if level == BY_GRADE else _fixed(level),
        message=fill(in_language(rule.message, lang), values),
        term=fact.term,
        found=fact.found,
        rendering=fact.values.get("rendering", fact.found) if of_text else None,
        expected=expected if of_text else (),
        grade=grade,
        glossary=fact.row,
        fix=fact.fix,
        related=tuple(Related(where, fill(_related(key, lang), values)) for where, key in fact.related),
    )


def _outvoted(verdicts: list[Verdict], rule: Rule, standing: Standing, resolved: Resolved) -> Finding:
    """The one finding at a row on trial; it is about the row and not about its text, so its place is the row's beginning."""
    entry, lang = verdicts[0].entry, resolved.lang
    expected = verdicts[0].expected or entry.expected
    values = {
        "term": entry.term,
        "found": standing.renderings[0][0] if standing.renderings else "",
        "expected": alternatives(expected, lang),
        "followed": str(standing.followed),
        "judged": str(standing.judged),
        "renderings": _counted(standing, lang),
    }
    shown = resolved.option(rule, "places") if "places" in rule.options else 3
    places = sorted({(place(v.document, v.start, v.end), v.rendering) for v in verdicts})
    where = in_language(RELATED["outvoting-place"], lang)
    level = resolved.level(rule)
    return Finding(
        place=_beginning(entry),
        rule=rule.name,
        code=rule.code,
        severity="warning" if level == BY_GRADE else _fixed(level),
        message=fill(in_language(rule.message, lang), values),
        term=entry.term,
        expected=expected,
        related=tuple(
            Related(at, fill(where, {"found": rendering.replace(MASK, "…")}))
            for at, rendering in places[: shown if isinstance(shown, int) else 3]
        ),
    )


def _counted(standing: Standing, lang: str) -> str:
    """“画布” (12), “平台” (2)"""
    shown = [(alternatives((text,), lang).replace(MASK, "…"), count) for text, count in standing.renderings[:3]]
    parts = [f"{text}（{count} 处）" if lang == "zh" else f"{text} ({count})" for text, count in shown]
    return ("、" if lang == "zh" else ", ").join(parts) + ("…" if len(standing.renderings) > 3 else "")


def _beginning(entry: Entry) -> Place:
    row = entry.place
    return Place(row.path, row.line, row.column, row.line, row.column)


def _related(key: str, lang: str) -> str:
    return in_language(RELATED.get(key, {}), lang) or key


def _fixed(level: str) -> Severity:
    return next(severity for severity in SEVERITIES if severity == level)


def _grade(name: str | None) -> Grade | None:
    return next((grade for grade in GRADES if grade == name), None)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sorted by place and code; of findings with the same place, code and term the hardest is kept."""
    findings.sort(key=lambda f: (f.place[:3], f.code, f.place[3:], f.term or "", SEVERITIES.index(f.severity), f.message))
    kept: list[Finding] = []
    last = None
    for finding in findings:
        key = (finding.place, finding.code, finding.term)
        if key != last:
            kept.append(finding)
        last = key
    return kept
