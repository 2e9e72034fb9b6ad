"""Options for teams that begin with old texts: what was there before, and what changed since."""

from __future__ import annotations

import argparse

from linter.cli.parser import Parser
from linter.config import Settings
from linter.errors import UsageError
from linter.paths import shown


def add_scope(parser: Parser) -> None:
    group = parser.add_argument_group("old findings")
    group.add_argument(
        "--baseline", metavar="FILE", help="suppress the old findings that this file counts (see glosslint baseline --help)"
    )
    group.add_argument(
        "--changed-since",
        metavar="REV",
        help="only findings on lines that changed since this revision of git; main... means since the branch left main",
    )


def scoped(settings: Settings, options: argparse.Namespace) -> Settings:
    """Raises UsageError."""
    if options.changed_since is not None and getattr(options, "stdin_filename", None) is not None:
        raise UsageError("--changed-since looks at files, and cannot be used with --stdin-filename")
    for name in ("baseline", "changed_since"):
        if getattr(options, name) == "":
            raise UsageError(f"--{name.replace('_', '-')}: nothing was given")  # by a variable that is not set, mostly
    if options.baseline is not None:
        settings = settings._replace(baseline=shown(options.baseline))
    return settings._replace(changed_since=options.changed_since or "")
