"""What happens to findings after the rules: one pass after the other, each a function of findings.

The order is the order of precedence: a comment in the text, a reviewer's decision, the baseline, the configuration.  What a pass takes out no
later one sees, and each finding is suppressed by one of them.  Lines that changed come last; they suppress nothing, but are the
part that a run is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.config import Settings
from linter.finding import Fact, Finding, Place, Suppressed
from linter.result import Result
from linter.rules.policy import Policy

if TYPE_CHECKING:
    from linter.baseline import Baseline, Key, Matched
    from linter.decisions import Decisions
    from linter.glossary.model import Entry
    from linter.judge.facts import Facts
    from linter.project import Project
    from linter.source import Source
    from linter.suppress.model import Run, Sheet


def settled(result: Result, project: Project, settings: Settings, policy: Policy) -> Result:
    """The result of a run over files after all passes.  Raises UsageError."""
    listed, sources = listed_facts(project), project.glossary.sources
    spoken = _speak(listed, sources)
    if not (spoken or settings.decisions or settings.baseline or settings.ignore_terms or settings.changed_since):
        return result  # nearly always
    run = run_of(project, settings)
    if spoken:
        result = _commented(result, listed, sources, run, policy)
    if settings.decisions:
        result = _decided(result, listed, sources, run.whole, settings, policy)
    if settings.baseline:
        result = _known(result, listed, sources, run, settings, policy)
    if settings.ignore_terms:
        result = _switched_off(result, project.facts, project.glossary.entries, run, settings, policy)
    if settings.changed_since:
        result = _changed(result, listed, sources, settings)
    return result


def listed_facts(project: Project) -> list[Facts]:
    """The documents whose findings are asked for."""
    return [facts for facts in project.facts if facts.document.source.path in project.listed]


def run_of(project: Project, settings: Settings) -> Run:
    """How much a run over files has seen."""
    from linter.suppress.model import Run

    configured = bool(settings.config_path) and not settings.isolated
    evidence = project.whole or (configured and not project.errors)
    return Run(project.whole, evidence, evidence, bool(settings.glossaries) or not settings.isolated)


def settled_text(result: Result, facts: Facts, sources: Sequence[Source], settings: Settings, policy: Policy) -> Result:
    """The same for a text at hand.  Which of its lines changed nobody knows."""
    if _speak([facts], sources):
        from linter.suppress.model import Run

        result = _commented(result, [facts], sources, Run(), policy)
    if settings.decisions:
        result = _decided(result, [facts], sources, False, settings, policy)
    if settings.baseline:
        from linter.suppress.model import Run

        result = _known(result, [facts], sources, Run(), settings, policy)
    if settings.ignore_terms:
        from linter.suppress.model import Run

        result = _switched_off(result, [facts], (), Run(), settings, policy)
    return result


def _speak(all_facts: Iterable[Facts], sources: Iterable[Source]) -> bool:
    """Whether any text has a word for us; most have none."""
    return any("glosslint" in facts.document.source.text for facts in all_facts) or any(
        "glosslint" in source.text for source in sources
    )


def _commented(result: Result, all_facts: Sequence[Facts], sources: Sequence[Source], run: Run, policy: Policy) -> Result:
    from linter.suppress.apply import suppress

    outcome = suppress(result.findings, sheets_of(all_facts, sources), run, policy)
    return _after(result, outcome.findings, outcome.suppressed)


def _decided(
    result: Result, all_facts: Sequence[Facts], sources: Sequence[Source], whole: bool, settings: Settings, policy: Policy
) -> Result:
    """What reviewers said."""
    from linter.baseline import relative_to
    from linter.decisions import decided
    from linter.rules.apply import findings_of, in_order
    from linter.rules.policy import resolve

    decisions = read_decisions(settings.decisions)
    texts = {source.path: source for source in (*sources, *(facts.document.source for facts in all_facts))}
    outcome = decided(result.findings, decisions, relative_to(decisions.path), texts, policy.lang)
    resolved = resolve(policy)
    asked = {rule.name for rule in policy.rules if rule in resolved.reporting(rule.reports)}
    stale = [
        Fact("stale-decision", Place(decisions.path, decision.line, 1, decision.line, 1), {}, key.found, key.term)
        for key, decision in decisions.by_key.items()
        if whole and key not in outcome.used and key.rule in asked
    ]
    told = findings_of((), stale, {}, policy)
    return _after(result, in_order([*outcome.findings, *told]), outcome.suppressed)


def read_decisions(path: str) -> Decisions:
    """Raises UsageError where the file is not there or holds something else."""
    from linter.decisions import parse
    from linter.errors import InputError, UsageError
    from linter.source import read

    try:
        return parse(read(path).text, path)
    except InputError as error:
        raise UsageError(f"the decisions cannot be read: {error.reason}", path) from None


def _known(
    result: Result, all_facts: Sequence[Facts], sources: Sequence[Source], run: Run, settings: Settings, policy: Policy
) -> Result:
    """What the baseline counts."""
    from linter.rules.apply import findings_of, in_order

    baseline = read_baseline(settings.baseline)
    sheets = {sheet.source.path: sheet for sheet in sheets_of(all_facts, sources)}
    matched, gone = matched_with(result.findings, baseline, sheets, policy.lang)
    stale = stale_entries(baseline, matched, gone, sheets, run, policy)
    told = findings_of((), [_stale(baseline, matched, key, gone) for key in stale], {}, policy)
    notes = [
        f"{baseline.path}: {old} is {new} now; `glosslint baseline prune` writes that down" for old, new in matched.moved.items()
    ]
    result = result._replace(notes=(*result.notes, *notes))
    return _after(result, in_order([*matched.findings, *told]) if told else matched.findings, matched.suppressed)


def read_baseline(path: str) -> Baseline:
    """Raises UsageError where the file is not there or is no baseline."""
    from linter.baseline import parse
    from linter.errors import InputError, UsageError
    from linter.source import read

    try:
        return parse(read(path).text, path)
    except InputError as error:
        raise UsageError(f"the baseline cannot be read: {error.reason}; `glosslint baseline create` makes one", path) from None


def matched_with(
    findings: Sequence[Finding], baseline: Baseline, sheets: dict[str, Sheet], lang: str
) -> tuple[Matched, frozenset[str]]:
    """The baseline against findings; and its paths where no file is any more."""
    from linter.baseline import match, relative_to

    relative = relative_to(baseline.path)
    folder = os.path.dirname(os.path.abspath(baseline.path))
    here = {relative(path) for path in sheets}
    gone = frozenset(
        path for path in {key.path for key in baseline.counts} - here if not os.path.exists(os.path.join(folder, path))
    )
    return match(findings, baseline, relative, gone, lang), gone


def stale_entries(
    baseline: Baseline, matched: Matched, gone: frozenset[str], sheets: dict[str, Sheet], run: Run, policy: Policy
) -> list[Key]:
    """The entries that count more than there is, as far as this run asked for it."""
    from linter.baseline import relative_to
    from linter.rules.policy import resolve
    from linter.suppress.asked import is_asked

    relative = relative_to(baseline.path)
    by_path = {relative(path): sheet for path, sheet in sheets.items()}
    rules = {rule.name: rule for rule in policy.rules}
    resolved = resolve(policy)
    found = []
    for key, count in baseline.counts.items():
        if matched.used.get(key, 0) >= count:
            continue
        sheet, rule = by_path.get(matched.moved.get(key.path, key.path)), rules.get(key.rule)
        if key.path in gone and key.path not in matched.moved:
            asked = run.whole
        else:
            asked = sheet is not None and (run.whole if rule is None else is_asked(rule, True, sheet, run, resolved))
        if asked:
            found.append(key)
    return found


def _stale(baseline: Baseline, matched: Matched, key: Key, gone: frozenset[str]) -> Fact:
    from linter.baseline import place_of

    left = matched.used.get(key, 0)
    why = "fewer-left" if left else "file-gone" if key.path in gone and key.path not in matched.moved else "none-left"
    values = {"why": why, "count": str(baseline.counts[key]), "left": str(left)}
    return Fact("stale-baseline", place_of(baseline, key), values, baseline.lines[key][1])


def _switched_off(
    result: Result, all_facts: Sequence[Facts], entries: Sequence[Entry], run: Run, settings: Settings, policy: Policy
) -> Result:
    """Terms that the configuration does not want to hear of."""
    from linter.rules.apply import findings_of, in_order
    from linter.suppress.names import can_be_silenced, forms, nearest, terms_of

    rows = tuple({id(entry): entry for entry in (*entries, *(e for facts in all_facts for e in facts.entries))}.values())
    terms = terms_of(settings.ignore_terms, rows)
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in result.findings:
        term = next((term for term in terms.values() if term.names(finding.term)), None) if can_be_silenced(finding) else None
        if term is None:
            kept.append(finding)
        else:
            suppressed.append(Suppressed(finding, "configuration", _place_in_configuration(settings, term.text)))
    heard = {item.finding.term for item in suppressed}
    unknown = [term for term in terms.values() if run.whole and rows and not term.rows and not any(map(term.names, heard))]
    if unknown:
        facts = [
            Fact(
                "unknown-suppression",
                place,
                {"why": "no-such-term", "other": term.text, "expected": nearest(term.text, forms(rows))},
            )
            for term in unknown
            if (place := _place_in_configuration(settings, term.text))
        ]
        kept = in_order([*kept, *findings_of((), facts, {}, policy)])
    return _after(result, kept, suppressed)


def _place_in_configuration(settings: Settings, term: str) -> Place | None:
    place = settings.places.get(("ignore-terms", term))
    return None if place is None else Place(settings.config_path, *place, *place)


def _changed(result: Result, all_facts: Sequence[Facts], sources: Sequence[Source], settings: Settings) -> Result:
    from linter.changed import changed_since, only_changed, touches
    from linter.errors import InputError
    from linter.source import read

    texts = {source.path: source.text for source in (*sources, *(facts.document.source for facts in all_facts))}

    def text_of(path: str) -> str:
        if path not in texts:
            try:
                texts[path] = read(path).text
            except InputError:
                texts[path] = ""
        return texts[path]

    touched = touches(changed_since(settings.changed_since), text_of)
    kept = only_changed(result.findings, touched)
    listed = {id(finding) for finding in only_changed([item.finding for item in result.suppressed], touched)}
    away = len(result.findings) - len(kept)
    notes = (f"{away} findings on lines that have not changed since {settings.changed_since}",) if away else ()
    return result._replace(
        findings=tuple(kept),
        suppressed=tuple(item for item in result.suppressed if id(item.finding) in listed),
        notes=(*result.notes, *notes),
    )


def sheets_of(all_facts: Sequence[Facts], sources: Sequence[Source]) -> list[Sheet]:
    """The texts that findings stand in: glossary files, and the documents that are checked."""
    from linter.suppress.model import Sheet

    entries = tuple({id(entry): entry for facts in all_facts for entry in facts.entries}.values()) if sources else ()
    return [
        *(Sheet(source, None, entries) for source in sources),
        *(Sheet(facts.document.source, facts.document, facts.entries, bool(facts.pairs)) for facts in all_facts),
    ]


def _after(result: Result, findings: Sequence[Finding], suppressed: Sequence[Suppressed]) -> Result:
    everything = sorted((*result.suppressed, *suppressed), key=lambda item: (item.finding.place[:3], item.finding.code))
    return result._replace(findings=tuple(findings), suppressed=tuple(everything))
