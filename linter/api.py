"""What `linter` offers to programs beside the functions of single layers."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter.config import Settings
from linter.finding import Finding


def lint_paths(
    paths: Sequence[str], *, glossaries: Sequence[str] = (), pairs: Sequence[str] = (), settings: Settings | None = None
) -> list[Finding]:
    """Check files and folders; findings of every level, in the order of the report.

    glossaries  glossary files; a document's own table counts as well
    pairs       "SOURCE=TARGET" patterns, like "en/{}=zh/{}"
    settings    takes the place of both; `load_settings()` reads the nearest configuration.  Without it there is none

    A file that cannot be read is a finding (GL901).  Raises UsageError for a glossary or a pattern that is none.
    """
    from linter.run import check

    if settings is None:
        settings = Settings(root=os.getcwd(), glossaries=tuple(glossaries), pairs=tuple(pairs), isolated=True)
    return list(check(paths, settings).findings)
