"""What the rules in force ask of single texts: spellings, broken terms, first mentions, and the patterns of users' rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.finding import Fact
from linter.judge.facts import Facts
from linter.judge.model import Verdict
from linter.judge.stated import facts_of_texts
from linter.rules.model import PATTERN
from linter.rules.policy import Policy, Resolved, resolve

_STATED = ("term-spelling", "broken-term")
_MENTIONS = ("missing-first-gloss", "repeated-gloss")


def stated_by_rules(all_facts: Sequence[Facts], verdicts: Iterable[Verdict], policy: Policy) -> list[Fact]:
    """The facts that rules in force want, by documents.  Raises UsageError where the policy names what does not exist."""
    resolved = resolve(policy)
    wanted = [name for name in _STATED if resolved.reporting(name)]
    styled = any(resolved.reporting(name) for name in _MENTIONS)
    found: list[Fact] = []
    if wanted or styled:
        found += facts_of_texts(all_facts, verdicts, wanted, (lambda facts: _mentions(facts, resolved)) if styled else None)
    rules = [rule for rule in resolved.reporting(PATTERN) if rule.pattern]
    if rules:
        from linter.rules.matching import matches

        for facts in all_facts:
            found += matches(facts, rules, policy)
    return found


def _mentions(facts: Facts, resolved: Resolved) -> Iterator[Fact]:
    from linter.judge.mentions import missing_glosses, repeated_glosses

    for rule in resolved.reporting("missing-first-gloss"):
        terms = resolved.option(rule, "terms") if "terms" in rule.options else ()
        headings = resolved.option(rule, "headings") if "headings" in rule.options else False
        yield from missing_glosses(
            facts, [str(term) for term in terms] if isinstance(terms, tuple | list) else (), headings is True
        )
        break
    if resolved.reporting("repeated-gloss"):
        yield from repeated_glosses(facts)
