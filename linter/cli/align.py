"""`glosslint align`: which passages of source and translation belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.cli.codes import FAILURE, OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, add_sources, add_work, settings_of
from linter.cli.streams import say
from linter.config import Settings
from linter.discover import find
from linter.errors import UsageError
from linter.paths import shown

if TYPE_CHECKING:
    from linter.align.model import Alignment

_EXAMPLES = """\
  glosslint align talk.md
  glosslint align en/intro.md zh/intro.md
  glosslint align --pair '{}_origin.md={}.md' --output-format json chapter1.md"""


def parser() -> Parser:
    made = Parser("align", "Print which passages of a translation and its source belong together, and how surely.", _EXAMPLES)
    made.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="a file that holds both languages, or whose source is known; or a source and then its translation",
    )
    made.add_argument("--output-format", choices=("text", "json"), default="text", help="what to print (default: text)")
    add_sources(made)
    add_config(made)
    add_work(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    made = parser()
    options = made.parse(arguments)
    if len(options.paths) > 2:
        made.error("one file, or a source and its translation")
    alignment = alignment_of(options.paths, settings_of(options))
    from linter.project import problems

    errors = problems(alignment.target)
    for error in errors:
        say(f"error: {error}")
    write(_as_json(alignment) if options.output_format == "json" else _as_text(alignment))
    return FAILURE if errors else OK


def alignment_of(paths: Sequence[str], settings: Settings) -> Alignment:
    """Raises UsageError where the file has no source, InputError where a file cannot be read."""
    for error in find(paths, settings, glossaries=()).errors:
        raise error
    from linter.run import alignments

    if len(paths) == 2:
        settings = settings._replace(pairs=())  # these two belong together, whatever a pattern says
    target = shown(paths[-1])
    for alignment in alignments(paths, settings):
        if alignment.target.source.path == target and alignment.pairs:
            return alignment
    raise UsageError(f"no source is known for {target}, and it does not hold both languages; name the source before it")


def _as_text(alignment: Alignment) -> str:
    from linter.align.show import as_text
    from linter.report.safe import log, visible

    return log("".join(visible(line) + "\n" for line in as_text(alignment).rstrip("\n").split("\n")))


def _as_json(alignment: Alignment) -> str:
    import json

    from linter.align.show import as_json
    from linter.report.safe import json_text

    return json_text(json.dumps(as_json(alignment), ensure_ascii=False, indent=1) + "\n")
