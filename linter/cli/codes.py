"""Exit codes, and the names of the commands."""

from __future__ import annotations

OK = 0
FINDINGS = 1  # at or above the fail level
USAGE = 2  # options, configuration, a rule, a glossary that cannot be read as one
FAILURE = 3  # a bug, or an input that could not be checked
INTERRUPTED = 130

COMMANDS = {  # name -> what the overview says of it; linter/cli/NAME.py has `main(arguments) -> exit code`
    "check": "check documents against the glossary (also without the word: glosslint PATH…)",
    "init": "write a configuration and a pre-commit hook for the repository at hand",
    "explain": "explain a rule, or what was made of one line of a document",
    "rules": "list the rules, or test the examples of your own",
    "terms": "print the glossary in force, as it was read",
    "align": "print which passages of source and translation belong together",
    "adherence": "tell which share of the terms follows the glossary, by row and by pair",
    "mine": "propose rows for the glossary from the translations themselves",
    "baseline": "count the findings of today, so that only new ones are reported",
    "review": "go through the findings and say of each whether it is right",
    "completion": "print a script that makes the shell complete commands and options",
}
