"""Whether a run asked what a suppression answers: what it had no chance to find proves nothing."""

from __future__ import annotations

from linter.rules.model import Rule
from linter.rules.policy import Resolved
from linter.suppress.model import Run, Sheet

_WHOLE = ("glossary-unused", "glossary-outvoted")  # told by runs over everything
_COMPARING = ("inconsistent", "inconsistent-gloss")  # places of several files
_PAIRED = ("rendered-otherwise", "left-in-english", "kept-translated", "omitted", "unexpected", "dropped-passage", *_COMPARING)


def is_asked(rule: Rule, named: bool, sheet: Sheet, run: Run, resolved: Resolved) -> bool:
    """Whether a finding of the rule in this text would have been found if there were one.

    `named`: the rule is named by itself, and not as one of many.  One of many that is off does not count, unless only some rules
    were selected.
    """
    if rule not in resolved.reporting(rule.reports) or resolved.is_ignored(rule, sheet.source.path):
        return not named and not resolved.selected
    if rule.reports in _WHOLE:
        return run.whole or (sheet.document is not None and not sheet.document.tables)
    if rule.reports in _COMPARING and not run.evidence:
        return False
    if rule.reports in _PAIRED and sheet.document is not None:
        return sheet.paired or run.sources
    return True
