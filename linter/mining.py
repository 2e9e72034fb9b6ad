"""What a project could add to its glossary: files in, proposals out.  Pure but for reading files."""

from __future__ import annotations

from collections.abc import Sequence

from linter.config import Settings
from linter.errors import InputError
from linter.judge.bitext import Bitext
from linter.judge.phrases import phrases
from linter.judge.proposals import FEWEST, Proposal, Variant, proposals, variants
from linter.judge.verdicts import judge
from linter.project import load
from linter.records import NamedTuple


class Mined(NamedTuple):
    """records: how many different pairs were looked at."""

    proposals: tuple[Proposal, ...] = ()
    variants: tuple[Variant, ...] = ()
    records: int = 0
    errors: tuple[InputError, ...] = ()
    notes: tuple[str, ...] = ()


def mine(paths: Sequence[str], settings: Settings, fewest: int = FEWEST) -> Mined:
    """Rows and variants that files and folders propose, the best first; no path stands for the configured project.

    `fewest`: pairs that must have a term.  Raises UsageError; files that could not be read are in `Mined.errors`.
    """
    project = load(paths, settings)
    bitext = Bitext(project.facts)
    found = proposals(bitext, phrases([record.english for record in bitext.records], fewest, lenient=True))
    judged = judge(project.facts)
    others = variants(judged.verdicts, judged.standings)
    return Mined(tuple(found), tuple(others), len(bitext.records), project.errors, project.notes)
