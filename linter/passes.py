"""What happens to findings after the rules: one pass after the other, each a function of findings.

The order is the order of precedence: a comment in the text, then the baseline, then the configuration.  What a pass takes out no
later one sees, and each finding is suppressed by one of them.  Lines that changed come last, which suppress nothing: they are the
part of the findings that a run is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.config import Settings
from linter.finding import Finding, Suppressed
from linter.result import Result
from linter.rules.policy import Policy

if TYPE_CHECKING:
    from linter.judge.facts import Facts
    from linter.project import Project
    from linter.source import Source
    from linter.suppress.model import Run


def settled(result: Result, project: Project, settings: Settings, policy: Policy) -> Result:
    """The result of a run over files after all passes.  Raises UsageError."""
    from_configuration = bool(settings.config_path) and not settings.isolated
    evidence = project.whole or (from_configuration and not project.errors)
    listed = [facts for facts in project.facts if facts.document.source.path in project.listed]
    if _speak(listed, project.glossary.sources):
        from linter.suppress.model import Run

        run = Run(project.whole, evidence, evidence, bool(settings.glossaries) or not settings.isolated)
        result = _commented(result, listed, project.glossary.sources, run, policy)
    return result


def settled_text(result: Result, facts: Facts, sources: Sequence[Source], policy: Policy) -> Result:
    """The same for a text at hand."""
    if _speak([facts], sources):
        from linter.suppress.model import Run

        result = _commented(result, [facts], sources, Run(), policy)
    return result


def _speak(all_facts: Iterable[Facts], sources: Iterable[Source]) -> bool:
    """Whether any text has a word for us; most have none."""
    texts = (*(facts.document.source.text for facts in all_facts), *(source.text for source in sources))
    return any("glosslint" in text for text in texts)


def _commented(result: Result, all_facts: Sequence[Facts], sources: Sequence[Source], run: Run, policy: Policy) -> Result:
    from linter.suppress.apply import suppress
    from linter.suppress.model import Sheet

    entries = tuple({id(entry): entry for facts in all_facts for entry in facts.entries}.values()) if sources else ()
    sheets = [Sheet(source, None, entries) for source in sources]
    sheets += [Sheet(f.document.source, f.document, f.entries, bool(f.pairs)) for f in all_facts]
    outcome = suppress(result.findings, sheets, run, policy)
    return _after(result, outcome.findings, outcome.suppressed)


def _after(result: Result, findings: Sequence[Finding], suppressed: Sequence[Suppressed]) -> Result:
    return result._replace(findings=tuple(findings), suppressed=(*result.suppressed, *suppressed))
