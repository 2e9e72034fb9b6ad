"""Completion in the shells themselves: what they offer for a command line, and what TAB makes of one that is typed."""

from __future__ import annotations

import os
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter.cli import main
from linter.cli.codes import COMMANDS
from linter.report.formats import NAMES
from linter.rules.shipped import SHIPPED

pty = pytest.importorskip("pty", reason="this system has no terminals of that kind")

ROOT = Path(__file__).resolve().parents[2]
SHELLS = [
    pytest.param(shell, marks=pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed"))
    for shell in ("bash", "zsh", "fish")
]
RULES = [*(rule.name for rule in SHIPPED), *(rule.code for rule in SHIPPED)]
FILES = ["GLOSSARY.md", "glosslint.yaml", "notes/", "talk.md"]

# Runs as the program: answers the shell, or tells how it was called.
PROGRAM = f"""\
#!/bin/sh
if [ -n "$_ARGCOMPLETE" ]; then exec {shlex.quote(sys.executable)} -m linter "$@"; fi
printf 'RAN:%s\\n' "$*"
"""
ASK = {
    "bash": """
        source ./script
        COMP_LINE=$LINE COMP_POINT=${#LINE} COMP_TYPE=9
        _python_argcomplete glosslint 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
    """,
    "zsh": r"""
        autoload -U compinit; compinit -u -D
        _describe() { print -rl -- "${(@P)2}" }
        eval "$(<script)"
        BUFFER=$LINE CURSOR=${#LINE} words=(glosslint) _python_argcomplete
    """,
    "fish": 'source ./script; complete -C "$LINE"',
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A project, and a PATH on which the program stands."""
    for name in ("home", "bin", "project/notes"):
        (tmp_path / name).mkdir(parents=True)
    program = tmp_path / "bin" / "glosslint"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    project = tmp_path / "project"
    (project / "GLOSSARY.md").write_text(
        "| English | 中文 |\n|---|---|\n| lock file | 锁文件 |\n| rollback | 回滚 |\n", encoding="utf-8"
    )
    (project / "talk.md").write_text("回滚会删除锁文件。\n", encoding="utf-8")
    (project / "glosslint.yaml").write_text("exclude: [notes/]\n")
    return {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "TERM": "xterm", "PWD": str(project),
    }  # fmt: skip


def script(shell: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    (folder / "script").write_text(capsys.readouterr().out)


def offered(shell: str, line: str, environment: dict[str, str]) -> list[str]:
    """What the shell itself got for a command line with the cursor at its end; without remarks and what shells put around."""
    run = subprocess.run(
        [shell, *(["-f"] if shell == "zsh" else []), "-c", ASK[shell]], cwd=environment["PWD"],
        env={**environment, "LINE": line}, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert not run.stderr, run.stderr
    found = []
    for text in filter(None, run.stdout.split("\n")):
        if shell == "zsh":
            text = re.sub(r"(?<!\\):.*", "", text)
        text = text.partition("\t")[0].rstrip(" ")
        found.append(text if shell == "fish" else re.sub(r"\\(.)", r"\1", text))
    return sorted(found)


# command line, what may stand at its end
CASES: dict[str, tuple[str, list[str]]] = {
    "the first word is a command or a path": ("glosslint ", [*COMMANDS, *FILES]),
    "the beginning of a command": ("glosslint ex", ["explain"]),
    "a path": ("glosslint ta", ["talk.md"]),
    "a command's paths": ("glosslint check talk.md ", FILES),
    "files in a folder": ("glosslint check notes/", ["notes/deep/"]),
    "a command's options": ("glosslint check --show", ["--show", "--show-suppressed"]),
    "check's options without its name": ("glosslint --fail", ["--fail-level"]),
    "options of another command": ("glosslint mine --l", ["--lang", "--limit"]),
    "an option behind others": ("glosslint check --glossary GLOSSARY.md --unsafe", ["--unsafe-fixes"]),
    "a level": ("glosslint check --fail-level ", ["error", "hint", "warning"]),
    "the language": ("glosslint --lang ", ["en", "zh"]),
    "formats": ("glosslint check --output-format ", list(NAMES)),
    "a format of another command": ("glosslint terms --output-format ", ["json", "markdown", "table"]),
    "a rule": ("glosslint check --select gloss-", ["gloss-mismatch"]),
    "all rules": ("glosslint check --ignore ", [*RULES, "ALL"]),
    "a rule behind a comma": ("glosslint --select GL101,unused-s", ["GL101,unused-suppression"]),
    "rules to explain": ("glosslint explain GL30", [rule.code for rule in SHIPPED if rule.code.startswith("GL30")]),
    "a file to explain": ("glosslint explain ta", ["talk.md"]),
    "a term of the project's glossary": ("glosslint check --term ", ["lock file", "rollback"]),
    "a file for an option": ("glosslint --glossary GL", ["GLOSSARY.md"]),
    "a folder for an option": ("glosslint --cache-dir ", ["notes/"]),
    "an action": ("glosslint baseline ", ["create", "prune", "show"]),
    "a shell": ("glosslint completion ", ["bash", "fish", "zsh"]),
    "nothing for a number": ("glosslint -j ", []),
    "nothing that fits": ("glosslint check --no-such-option", []),
}  # fmt: skip


# The candidates are the same in all shells, so that all cases in one and the way to them in the others are enough.
EVERYWHERE = (
    "the first word is a command or a path",
    "a command's options",
    "a level",
    "a rule behind a comma",
    "a term of the project's glossary",
)
ASKED = [
    pytest.param(*shell.values, *case, marks=shell.marks, id=f"{shell.values[0]}: {name}")
    for shell in SHELLS
    for name, case in CASES.items()
    if shell.values[0] == "bash" or name in EVERYWHERE
]


@pytest.mark.parametrize(("shell", "line", "wanted"), ASKED)
def test_offered(
    shell: str, line: str, wanted: list[str], environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    project = Path(environment["PWD"])
    (project / "notes" / "deep").mkdir()
    script(shell, project, capsys)
    found = offered(shell, line, environment)
    assert [text for text in found if text != "script"] == sorted(wanted)


@pytest.mark.parametrize("shell", SHELLS)
def test_rules_of_the_project_are_offered(shell: str, environment: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    project = Path(environment["PWD"])
    (project / "rules").mkdir()
    (project / "rules" / "team.yaml").write_text(
        "code: TEAM1\nname: no-blank-terms\nreports: omitted\nseverity: warning\nmessage: {en: none, zh: 无}\nwhy: {en: none, zh: 无}\n",
        encoding="utf-8",
    )
    (project / "glosslint.yaml").write_text("rules: [rules]\n")
    script(shell, project, capsys)
    assert offered(shell, "glosslint --select TE", environment) == ["TEAM1"]
    (project / "glosslint.yaml").write_text("rules: [nowhere]\nno-such-key: 1\n")
    assert (
        offered(shell, "glosslint --select TE", environment) == []
    )  # a configuration with a fault is no reason to be silent ...
    assert offered(shell, "glosslint --select GL10", environment) == [code for code in RULES if code.startswith("GL10")]


def test_remarks_are_in_the_users_language(environment: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    script("fish", Path(environment["PWD"]), capsys)
    for locale, remark in (
        ("C.UTF-8", "exit with 0 even where there are findings"),
        ("zh_CN.UTF-8", "发现问题时也以退出码 0 结束"),
    ):
        run = subprocess.run(
            ["fish", "-c", ASK["fish"]], cwd=environment["PWD"], capture_output=True, encoding="utf-8", check=True,
            env={**environment, "LINE": "glosslint --exit", "LC_ALL": "", "LC_MESSAGES": "", "LANG": locale},
        )  # fmt: skip
        assert run.stdout == f"--exit-zero\t{remark}\n"


INTERACTIVE = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source ./script"),
    "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -u -D; source ./script"),
    "fish": (["fish", "--no-config", "-i"], "source ./script"),
}


@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_what_is_typed(shell: str, environment: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """A person's keys on a terminal: a command, an option, one of its values and a file, each begun and ended by TAB."""
    project = Path(environment["PWD"])
    script(shell, project, capsys)
    command, setup = INTERACTIVE[shell]
    process, terminal = pty.fork()
    if not process:
        try:
            os.chdir(project)
            os.execvpe(command[0], command, {**environment, "PS1": "", "fish_greeting": ""})
        finally:
            os._exit(1)  # what could not become a shell must not go on as a test
    try:
        shown = typed(terminal, f"{setup}; printf '%s%s\\n' REA DY\r", "READY", 30)
        for keys, rest in (("glosslint adh", "erence"), ("--fail-u", "nder"), ("90 --output-fo", "rmat"), ("jsonl talk", ".md")):
            shown += typed(terminal, keys, "", 0.2) + typed(terminal, "\t", rest, 20) + typed(terminal, "", "", 0.3)
        shown += typed(terminal, "\r", "RAN:", 20) + typed(terminal, "", "", 0.3)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
    ran = re.findall(r"RAN:([^\r\n]*)", shown)
    assert [words.split() for words in ran] == ["adherence --fail-under 90 --output-format jsonl talk.md".split()], shown


def typed(terminal: int, keys: str, until: str, seconds: float) -> str:
    """Type, and read what is shown until a text appears or the time is over."""
    os.write(terminal, keys.encode())
    shown, end = "", time.monotonic() + seconds
    while time.monotonic() < end and not (until and until in shown):
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                shown += os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:  # the shell has gone
                break
    return shown


def test_a_shell_that_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "invalid choice: 'tcsh'" in capsys.readouterr().err


def test_a_check_does_not_import_what_completion_needs(tmp_path: Path) -> None:
    program = (
        "import sys; from linter.cli import main; main(['--isolated', 'a.txt']); "
        "print(sorted(name for name in sys.modules if 'argcomplete' in name or name.endswith(('completing', 'helppage', 'chinese'))))"
    )
    (tmp_path / "a.txt").write_text("锁文件。\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert run.stdout.split("\n")[-2] == "[]"
