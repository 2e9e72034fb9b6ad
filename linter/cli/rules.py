"""`glosslint rules`: which rules there are."""

from __future__ import annotations

from collections.abc import Sequence

from linter.cli.codes import OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_config, add_general, settings_of


def main(arguments: Sequence[str]) -> int:
    made = Parser("rules", "List the rules: code, name, level. `glosslint explain RULE` tells about one.")
    add_config(made)
    add_general(made)
    options = made.parse(arguments)
    settings = settings_of(options)

    from linter.rules.loading import with_users
    from linter.rules.shipped import SHIPPED

    rules = with_users(SHIPPED, settings.rule_folders)
    width = max(len(rule.name) for rule in rules)
    write("".join(f"{rule.code}  {rule.name:{width}}  {rule.severity}\n" for rule in rules))
    return OK
