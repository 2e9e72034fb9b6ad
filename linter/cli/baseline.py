"""`glosslint baseline`: make, shrink and show the file that counts old findings."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from linter.baseline import NAME, Key, counted, dump, pruned, relative_to
from linter.cli.codes import FAILURE, OK
from linter.cli.output import replace, write
from linter.cli.parser import Parser, add_config, add_general, add_sources, settings_of, understand
from linter.cli.streams import say
from linter.config import Settings
from linter.errors import UsageError
from linter.finding import SEVERITIES
from linter.paths import shown
from linter.result import Result

if TYPE_CHECKING:
    from linter.project import Project
    from linter.rules.policy import Policy

_LEVELS: tuple[str, ...] = SEVERITIES
_ABOUT = """\
Count the findings that are there today, so that only new ones are reported from now on. The file is
committed; it counts by document, rule, term and text, never by line, and it only shrinks: `prune`
takes out what has been put right, and `create` refuses to add to it."""
_EXAMPLES = """\
  glosslint baseline create
  glosslint check --baseline glosslint-baseline.json
  glosslint baseline prune
  glosslint baseline show"""


def parser() -> Parser:
    made = Parser("baseline", _ABOUT, _EXAMPLES)
    made.add_argument(
        "action",
        choices=("create", "prune", "show"),
        metavar="create|prune|show",
        help="create: make the file; prune: take out what has been put right; show: print it",
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help="documents or folders (default: the configured project, or .)")
    made.add_argument(
        "--baseline",
        metavar="FILE",
        help=f"the file (default: `baseline` of the configuration, else {NAME} in the project's folder)",
    )
    made.add_argument("--force", action="store_true", help="with create: write the file even if it grows")
    add_sources(made)
    add_config(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    options = parser().parse(arguments)
    settings = settings_of(options)
    understand(options, settings)
    path = shown(options.baseline) if options.baseline else settings.baseline or shown(os.path.join(settings.root, NAME))
    settings = settings._replace(baseline="")
    if options.action == "show":
        return _show(path)
    return (_create if options.action == "create" else _prune)(path, options, settings)


def _show(path: str) -> int:
    from linter.passes import read_baseline
    from linter.report.safe import log, visible

    counts = read_baseline(path).counts
    lines = [
        f"{visible(key.path)}: {key.rule}{f' {visible(key.term)}' if key.term else ''}: {visible(key.found)} ({count})"
        for key, count in counts.items()
    ]
    lines.append(f"{sum(counts.values())} findings in {len({key.path for key in counts})} files")
    write(log("".join(f"{line}\n" for line in lines)))
    return OK


def _create(path: str, options: argparse.Namespace, settings: Settings) -> int:
    from linter.passes import listed_facts, read_baseline, sheets_of

    old = dict(read_baseline(path).counts) if os.path.exists(path) else None
    result, project, _ = _checked(options.paths, settings)
    if _failed(result):
        return FAILURE
    relative = relative_to(path)
    level = max(_LEVELS.index("warning"), _LEVELS.index(settings.fail_level))  # what a run lists
    counts = counted((f for f in result.findings if _LEVELS.index(f.severity) <= level), relative)
    if old is not None:
        folder = os.path.dirname(os.path.abspath(path))
        seen = {relative(sheet.source.path) for sheet in sheets_of(listed_facts(project), project.glossary.sources)}
        unseen = {key for key in old if key.path not in seen and os.path.exists(os.path.join(folder, key.path))}
        counts = {**{key: old[key] for key in unseen}, **counts}
        more = [key for key in sorted(counts) if counts[key] > old.get(key, 0)]
        if more and not options.force:
            first = more[0]
            raise UsageError(
                f"the baseline would grow: {sum(counts[key] - old.get(key, 0) for key in more)} findings are not in it, the first "
                f"of them {first.rule} {first.found!r} in {first.path}; put them right, or use --force",
                path,
            )
    _write(path, counts)
    return OK


def _prune(path: str, options: argparse.Namespace, settings: Settings) -> int:
    from linter.passes import listed_facts, matched_with, read_baseline, run_of, sheets_of, stale_entries

    baseline = read_baseline(path)
    result, project, policy = _checked(options.paths, settings)
    if _failed(result):
        return FAILURE
    sheets = {sheet.source.path: sheet for sheet in sheets_of(listed_facts(project), project.glossary.sources)}
    matched, gone = matched_with(result.findings, baseline, sheets, settings.lang)
    stale = stale_entries(baseline, matched, gone, sheets, run_of(project, settings), policy)
    _write(path, pruned(baseline, matched, stale), sum(baseline.counts.values()))
    return OK


def _checked(paths: Sequence[str], settings: Settings) -> tuple[Result, Project, Policy]:
    """A run without a baseline, and what it was a run of."""
    from linter.passes import settled
    from linter.run import check

    seen: list[tuple[Project, Policy]] = []

    def passes(result: Result, project: Project, settings: Settings, policy: Policy) -> Result:
        seen.append((project, policy))
        return settled(result, project, settings, policy)

    return check(paths, settings, passes=passes), *seen[0]


def _failed(result: Result) -> bool:
    """A file that cannot be read has nobody knows which findings: then the baseline stays as it is."""
    for error in result.errors:
        say(f"error: {error}")
    return bool(result.errors)


def _write(path: str, counts: Mapping[Key, int], before: int | None = None) -> None:
    replace(path, dump(counts).encode("utf-8", "backslashreplace"), "the baseline")
    number = sum(counts.values())
    gone = f", {before - number} fewer than before" if before is not None else ""
    say(f"{path}: {number} findings{gone}")
