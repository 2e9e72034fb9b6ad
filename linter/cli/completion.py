"""`glosslint completion`: what a shell needs to complete commands, options and their values."""

from __future__ import annotations

from collections.abc import Sequence

from linter.cli.codes import OK
from linter.cli.output import write
from linter.cli.parser import Parser, add_general

SHELLS = ("bash", "zsh", "fish")
_ABOUT = """\
Print a script that makes the shell complete commands, options, rules, formats, terms of the glossary and files. It stays valid when
glosslint is upgraded. Write it where the shell looks for such scripts, and open a new shell."""
_EXAMPLES = """\
  glosslint completion bash > ~/.local/share/bash-completion/completions/glosslint
  glosslint completion zsh > ~/.zfunc/_glosslint
  glosslint completion fish > ~/.config/fish/completions/glosslint.fish"""


def parser() -> Parser:
    made = Parser("completion", _ABOUT, _EXAMPLES)
    made.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS), help="the shell")
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    options = parser().parse(arguments)

    from argcomplete.shell_integration import shellcode

    write(shellcode(["glosslint"], shell=options.shell))
    return OK
