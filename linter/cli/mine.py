"""`glosslint mine`: what the translations could add to the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from linter.cli.codes import FAILURE, OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_sources, add_work, settings_of, understand
from linter.cli.streams import say

LIMIT = 50

_EXAMPLES = """\
  glosslint mine talk.md
  glosslint mine --pair 'en/{}=zh/{}' --limit 20 zh/
  glosslint mine --glossary terms.yaml --output-format yaml po/zh_CN.po > proposed.yaml"""
_ABOUT = """\
Propose rows for the glossary: terms that the translations render alike and no row lists, and what
they use instead of the rows that there are.  Each proposal has the numbers to judge it by: pairs
with the rendering of all pairs with the term, pairs with the rendering and without the term, G²
(how far beyond chance the two go together; below 10.8 it may be chance), other renderings that
were seen, and places to look at."""


def parser() -> Parser:
    made = Parser("mine", _ABOUT, _EXAMPLES)
    made.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="documents with their sources, or folders (default: the configured project, or .)",
    )
    made.add_argument(
        "--output-format", choices=("markdown", "yaml", "json"), default="markdown", help="what to print (default: markdown)"
    )
    made.add_argument("--output-file", metavar="FILE", help="write to this file and not to standard output")
    made.add_argument("--min-count", type=int, default=3, metavar="N", help="only terms that this many pairs have (default: 3)")
    made.add_argument(
        "--limit", type=int, default=LIMIT, metavar="N", help=f"at most this many rows of each kind, 0 for all (default: {LIMIT})"
    )
    add_sources(made)
    add_config(made)
    add_work(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    made = parser()
    options = made.parse(arguments)
    if options.min_count < 2:
        made.error("--min-count is 2 or more: what stands once goes with everything around it")
    if options.limit < 0:
        made.error("--limit is 0 or more")
    settings = settings_of(options)
    understand(options, settings)

    from linter.mining import mine
    from linter.report.proposals import as_json, as_markdown, as_yaml

    mined = mine(options.paths, settings, options.min_count)
    for error in mined.errors:
        say(f"error: {error}")
    if options.verbose:
        for note in mined.notes:
            say(f"note: {note}")
    if not (mined.records or mined.errors):
        say("warning: no pairs of English and Chinese were found; name the sources with --pair")
    rows, others = mined.proposals[: options.limit or None], mined.variants[: options.limit or None]
    if len(rows) < len(mined.proposals):
        say(f"note: {len(mined.proposals) - len(rows)} more rows with --limit 0")
    if options.output_format == "json":
        report = as_json(rows, others, mined.records)
    else:
        report = (as_yaml if options.output_format == "yaml" else as_markdown)(rows, others, settings.lang)
    write(report, options.output_file)
    return FAILURE if mined.errors else OK
