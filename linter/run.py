"""The main job: paths or a text in, findings out.  Pure but for reading files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from linter.config import Settings
from linter.finding import Fact, Finding, Place
from linter.glossary.model import Glossary
from linter.judge.dropped import dropped
from linter.judge.facts import Facts
from linter.judge.model import Standing, Verdict, concept_of
from linter.judge.unused import unused
from linter.judge.verdicts import Judged, judge
from linter.passes import settled, settled_text
from linter.project import Progress, Project, Reader, document_of, load, problems, project_glossary
from linter.result import Result
from linter.rules.apply import findings_of
from linter.rules.keys import RowKey, row_key
from linter.rules.policy import Policy, resolve
from linter.rules.shipped import SHIPPED
from linter.rules.texts import stated_by_rules

if TYPE_CHECKING:
    from linter.align.model import Alignment
    from linter.errors import InputError


def check(
    paths: Sequence[str],
    settings: Settings,
    terms: Sequence[str] = (),
    progress: Progress | None = None,
    passes: Callable[[Result, Project, Settings, Policy], Result] = settled,
) -> Result:
    """Check files and folders; no path stands for the configured project.  Findings of every level, in order.

    `terms`: only findings about the glossary rows that these words stand in; evidence comes from everything all the same.
    `progress`: see `project.load`; `passes`: what happens to findings after the rules.  Raises UsageError.  Files that could not
    be read are in `Result.errors`, and each is a finding (GL901) as well.
    """
    policy = policy_of(settings)
    project = load(paths, settings, progress)
    about = _about(terms, project.facts, project.glossary)
    shown = None if _is_all(project) else project.listed
    judged = judge(project.facts, shown)
    listed = [facts for facts in project.facts if facts.document.source.path in project.listed]
    stated = [
        *project.stated,
        *(fact for facts in listed for fact in dropped(facts)),
        *stated_by_rules(listed, judged.verdicts, policy),
        *(unused(project.facts, project.glossary) if project.whole else ()),
        *(fact for fact in inconsistent(project.facts, settings, shown) if fact.place.path in project.listed),
        *(unreadable(error) for error in project.errors),
    ]
    standings = standings_by_row(_reviewed(judged, settings))
    findings = findings_of(_listed(judged, project), stated, standings, policy)
    entries = max((len(facts.entries) for facts in project.facts), default=len(project.glossary.entries))
    result = Result(tuple(findings), len(project.listed), 0, project.errors, project.notes, entries, missed=project.missed)
    result = passes(result, project, settings, policy)
    return result._replace(findings=about(list(result.findings))) if terms else result


def lint_text(
    text: str,
    *,
    glossary: Glossary | None = None,
    source: str | None = None,
    path: str = "text.md",
    settings: Settings | None = None,
) -> list[Finding]:
    """Check one text.  `source` is the English, where the text does not hold it itself; `path` decides the format."""
    return list(check_text(text, glossary or Glossary(), source, path, settings or Settings()).findings)


def check_text(
    text: str, glossary: Glossary, source: str | None, path: str, settings: Settings, terms: Sequence[str] = ()
) -> Result:
    """Check one text as if it stood in a file.  `terms`: see `check`."""
    policy = policy_of(settings)
    facts, rows = facts_of_text(text, glossary, source, path, settings)
    about = _about(terms, (facts,), glossary)
    judged = judge((facts,))
    errors = problems(facts.document)
    stated = [
        *glossary.facts,
        *rows,
        *dropped(facts),
        *stated_by_rules((facts,), judged.verdicts, policy),
        *inconsistent((facts,), settings),
        *(unreadable(error) for error in errors),
    ]
    findings = findings_of(judged.verdicts, stated, standings_by_row(_reviewed(judged, settings)), policy)
    result = settled_text(
        Result(tuple(findings), 1, 0, tuple(errors), (), len(facts.entries)), facts, glossary.sources, settings, policy
    )
    return result._replace(findings=about(list(result.findings))) if terms else result


def facts_of_text(
    text: str, glossary: Glossary, source: str | None, path: str, settings: Settings
) -> tuple[Facts, tuple[Fact, ...]]:
    """Facts of one text, and what is wrong with its own glossary tables."""
    original = None if source is None else document_of(source, "source/" + path, settings.columns)
    return Reader(settings, glossary).facts_of(document_of(text, path, settings.columns), original)


def glossary_of(paths: Sequence[str], settings: Settings) -> Glossary:
    """The glossary in force: the project's, and the tables inside the documents that are named."""
    from linter.glossary.load import document_glossary, merge

    glossary, _, _ = project_glossary(settings)
    if not paths:
        return glossary
    reader = Reader(settings, glossary)
    own = [document_glossary(reader.document(path)) for path in paths]
    return merge(*own, glossary)


def alignments(paths: Sequence[str], settings: Settings) -> list[Alignment]:
    """The pairing of files with their sources, or of the two languages in one file.

    Two paths without a pattern that joins them are a source and its target.
    """
    from linter.align.model import Alignment

    glossary, _, _ = project_glossary(settings)
    if len(paths) == 2 and not settings.pairs:
        reader = Reader(settings, glossary)
        found = [reader.facts(paths[1], paths[0])[0]]
    else:
        found = list(load(paths, settings).facts)
    return [facts.alignment or Alignment(facts.document, facts.document, ()) for facts in found]


def policy_of(settings: Settings) -> Policy:
    """What the settings ask for, as the rules understand it."""
    rules = SHIPPED
    if settings.rule_folders:
        from linter.rules.loading import with_users

        rules = with_users(SHIPPED, settings.rule_folders)
    return Policy(
        rules=rules,
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
        options=settings.options,
        strict=settings.strict,
        lang=settings.lang,
        per_file_ignores=settings.per_file_ignores,
        root=settings.root,
    )


def _about(
    terms: Sequence[str], all_facts: Sequence[Facts], glossary: Glossary
) -> Callable[[list[Finding]], tuple[Finding, ...]]:
    """What leaves of findings those about the rows of some terms; without terms, all.  Raises UsageError."""
    if not terms:
        return tuple
    from linter.selection import about, entries_of, rows_of

    rows = rows_of(terms, entries_of(all_facts) or glossary.entries)
    return lambda findings: about(findings, rows)


def _is_all(project: Project) -> bool:
    return all(facts.document.source.path in project.listed for facts in project.facts)


def _listed(judged: Judged, project: Project) -> list[Verdict]:
    return [verdict for verdict in judged.verdicts if verdict.document.source.path in project.listed]


def _reviewed(judged: Judged, settings: Settings) -> Judged:
    """With the standings that rows have by what people decided about their places."""
    if not settings.decisions:
        return judged
    from linter.baseline import relative_to
    from linter.decisions import supporting
    from linter.judge.standings import standings
    from linter.passes import read_decisions

    decisions = read_decisions(settings.decisions)
    return judged._replace(standings=standings(supporting(judged.verdicts, decisions, relative_to(decisions.path))))


def inconsistent(all_facts: Sequence[Facts], settings: Settings, shown: Collection[str] | None = None) -> list[Fact]:
    """What is inconsistent in the run, where there is anything to compare and a rule asks for it; `shown`: in these documents."""
    if not any(facts.pairs for facts in all_facts) and sum(len(facts.glosses) for facts in all_facts) < 2:
        return []
    rules = resolve(policy_of(settings))
    if not any(rules.reporting(name) for name in ("inconsistent", "inconsistent-gloss", "unexpected")):
        return []
    if not any(facts.pairs for facts in all_facts):
        from linter.judge.glosses import contradicting

        return list(contradicting(all_facts))
    from linter.judge.consistency import facts_of_run

    return facts_of_run(all_facts, shown)


def standings_by_row(judged: Judged) -> dict[RowKey, Standing]:
    """Standings by row, of the rows that have verdicts: tables of several documents that hold the same row share its standing."""
    entries = {id(verdict.entry): verdict.entry for verdict in judged.verdicts}.values()
    found = ((row_key(entry), judged.standings.get(concept_of(entry))) for entry in entries)
    return {key: standing for key, standing in found if standing}


def unreadable(error: InputError) -> Fact:
    """GL901 for what could not be read."""
    line, column = error.line or 1, error.column or 1
    return Fact("unreadable-input", Place(error.path, line, column, line, column), {"why": error.reason})
