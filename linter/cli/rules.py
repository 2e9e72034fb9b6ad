"""`glosslint rules`: which rules there are, and whether their examples hold."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter.cli.codes import FINDINGS, OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, settings_of

_EXAMPLES = """\
  glosslint rules
  glosslint rules --test                  the rules of the configuration
  glosslint rules --test rules/ my.yaml   these"""


def parser() -> Parser:
    made = Parser(
        "rules",
        "List the rules: code, name, level; or test the examples of rules. `glosslint explain RULE` tells about one.",
        _EXAMPLES,
    )
    made.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="with --test: rule files, or folders of them (default: those of the configuration)",
    )
    made.add_argument(
        "--test", action="store_true", help="run the examples of rules, and exit with 1 if one is not found as written"
    )
    add_config(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    made = parser()
    options = made.parse(arguments)
    settings = settings_of(options)
    if options.test:
        return _test(options.paths or settings.rule_folders)
    if options.paths:
        made.error(f"one argument too many: {options.paths[0]}; paths stand with --test only")

    from linter.rules.loading import with_users
    from linter.rules.shipped import SHIPPED

    rules = with_users(SHIPPED, settings.rule_folders)
    width = max(len(rule.name) for rule in rules)
    write("".join(f"{rule.code}  {rule.name:{width}}  {rule.severity if rule.enabled else 'off'}\n" for rule in rules))
    return OK


def _test(paths: Sequence[str]) -> int:
    """Run the examples of users' rules, or of the shipped ones where there are no others."""
    from linter.cli.examples import failures
    from linter.report.safe import log, visible
    from linter.rules.folder import rules_folder
    from linter.rules.loading import files, load, with_users
    from linter.rules.shipped import SHIPPED

    shipped = rules_folder()
    folders = list(paths) or ([shipped] if shipped else [])
    named = [name for path in folders for name in ([path] if os.path.isfile(path) else files(path))]
    around = dict.fromkeys(os.path.dirname(path) or "." if os.path.isfile(path) else path for path in folders)
    users = tuple(
        folder for folder in around if shipped is None or not os.path.isdir(folder) or not os.path.samefile(folder, shipped)
    )
    with_users(SHIPPED, users)
    loaded = [(path, *load(path)) for path in named]
    failed = [text for path, rule, page in loaded for text in failures(path, rule, page, users)]
    count = sum(len(page.examples) for _, _, page in loaded)
    told = f"{count} examples of {len(loaded)} rules" if not failed else f"{len(failed)} of {count} examples failed"
    write(log("".join(visible(line) + "\n" for text in [*failed, told] for line in text.split("\n"))))
    return FINDINGS if failed else OK
