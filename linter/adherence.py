"""How well translations follow the glossary: files in, shares out.  Pure but for reading files."""

from __future__ import annotations

from collections.abc import Sequence

from linter.config import Settings
from linter.errors import InputError
from linter.glossary.model import Entry, Glossary
from linter.judge.facts import Facts
from linter.judge.outcomes import Adherence, adherence
from linter.judge.verdicts import judge
from linter.project import Progress, load, problems
from linter.records import NamedTuple
from linter.run import facts_of_text


class Measured(NamedTuple):
    found: Adherence
    errors: tuple[InputError, ...] = ()
    notes: tuple[str, ...] = ()
    missed: tuple[InputError, ...] = ()


def measure(paths: Sequence[str], settings: Settings, terms: Sequence[str] = (), progress: Progress | None = None) -> Measured:
    """The outcomes of the pairs in files and folders, by the same verdicts as those of `run.check`.

    `terms`: only the rows that these words stand in.  Raises UsageError; what could not be read is in `Measured.errors`.
    """
    project = load(paths, settings, progress)
    listed = [facts for facts in project.facts if facts.document.source.path in project.listed]
    verdicts = (
        verdict for verdict in judge(project.facts, project.listed).verdicts if verdict.document.source.path in project.listed
    )
    chosen = _chosen(terms, project.facts)
    return Measured(adherence(listed, verdicts, chosen), project.errors, project.notes, project.missed)


def measure_text(
    text: str, glossary: Glossary, source: str | None, path: str, settings: Settings, terms: Sequence[str] = ()
) -> Measured:
    """The same of one text; `path` decides the format."""
    facts, _ = facts_of_text(text, glossary, source, path, settings)
    return Measured(adherence((facts,), judge((facts,)).verdicts, _chosen(terms, (facts,))), tuple(problems(facts.document)))


def _chosen(terms: Sequence[str], all_facts: Sequence[Facts]) -> list[Entry] | None:
    if not terms:
        return None
    from linter.selection import chosen_entries, entries_of

    return chosen_entries(terms, entries_of(all_facts))
