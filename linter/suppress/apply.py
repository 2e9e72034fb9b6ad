"""The pass over findings: what comments and front matter silence, and what is wrong with these themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.finding import Finding, Suppressed, place_of
from linter.records import NamedTuple
from linter.rules.apply import findings_of, in_order
from linter.rules.policy import Policy, resolve
from linter.suppress.claims import Claims
from linter.suppress.directives import directives
from linter.suppress.hygiene import Told, faults
from linter.suppress.model import Directive, Run, Sheet
from linter.suppress.names import can_be_silenced


class Outcome(NamedTuple):
    findings: list[Finding]  # in the order of the report
    suppressed: list[Suppressed]


def suppress(findings: Sequence[Finding], sheets: Iterable[Sheet], run: Run, policy: Policy) -> Outcome:
    """Take out what directives in the sheets silence; add what is wrong with the directives.

    A finding is silenced by the directive that names its line most closely, and by no other; a directive counts as unused where
    that leaves it nothing.  Every finding is either in `findings` or in `suppressed`.
    """
    resolved = resolve(policy)
    claims: dict[str, Claims] = {}
    texts = {sheet.source.path: sheet for sheet in sheets}  # a document that is a glossary as well is one text
    parsed: dict[str, list[Directive]] = {}
    for path, sheet in texts.items():
        found = directives(sheet)
        if found:
            parsed[path] = found
            claims[path] = Claims(sheet, found, policy.rules)
    if not claims:
        return Outcome(list(findings), [])
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in findings:
        here = claims.get(finding.place.path)
        claim = here.silencing(finding) if here is not None and can_be_silenced(finding) else None
        if claim is None:
            kept.append(finding)
            continue
        claim.hits += 1
        directive = claim.directive
        place = place_of(texts[finding.place.path].source, directive.start, directive.end)
        suppressed.append(Suppressed(finding, "comment", place, directive.reason))
    told: list[Told] = []
    for path, own in claims.items():
        told += faults(texts[path], parsed[path], own, run, policy, resolved)
    if not told:
        return Outcome(kept, suppressed)
    fixes = {(fault.fact.reports, fault.fact.place): fault.fix for fault in told}
    names = {rule.code: rule.reports for rule in policy.rules}
    for finding in findings_of((), [fault.fact for fault in told], {}, policy):
        kept.append(finding._replace(fix=fixes[names[finding.code], finding.place]))
    return Outcome(in_order(kept), suppressed)
