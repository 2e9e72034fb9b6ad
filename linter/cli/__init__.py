"""The command line: which command runs, and what an error becomes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from linter.cli.codes import COMMANDS, FAILURE, INTERRUPTED, OK, USAGE
from linter.cli.streams import prepare, say, silence_stdout, speak
from linter.errors import InputError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; never raises, never exits."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare()
    speak(_language(given))
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what could stand at the cursor
        return _complete()
    collecting = gc.isenabled()
    gc.disable()  # what a run makes lives to its end; looking for circles in it took a fifth of the time
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except UsageError as error:
        say(f"error: {error}")
        return USAGE
    except InputError as error:
        say(f"error: {error}")
        return FAILURE
    except BrokenPipeError:  # whoever read our output has seen enough
        silence_stdout()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _report(error, verbose=any(word in ("-v", "--verbose") for word in given))
    finally:
        if collecting:
            gc.enable()


def _run(given: list[str]) -> int:
    if _asks_for_help(given):
        from linter.cli.overview import overview

        print(overview(), end="")
        return OK
    if given and given[0] == "--version":
        from linter import __version__

        print(f"glosslint {__version__}")
        return OK
    name, rest = (given[0], given[1:]) if given and given[0] in COMMANDS else ("check", given)
    try:
        code: int = __import__(f"linter.cli.{name}", fromlist=["main"]).main(rest)  # importlib would import more
    except SystemExit:  # argparse, after --help
        return OK
    return code


def _complete() -> int:
    try:
        from linter.cli.completing import answer

        answer()
    except Exception:  # nobody reads what would be said of it
        return FAILURE
    return OK


def _asks_for_help(given: Sequence[str]) -> bool:
    """Whether the page of glosslint itself is asked for, in whichever language."""
    at = 0
    while given[at : at + 1] == ["--lang"]:
        at += 2
    while given[at : at + 1] and given[at].startswith("--lang="):
        at += 1
    return given[at : at + 1] in (["-h"], ["--help"])


def _language(given: Sequence[str]) -> str:
    """What --lang says, else the locale; a configuration counts from when it was read."""
    from linter.config import language

    asked = ""
    for word, following in zip(given, (*given[1:], ""), strict=False):
        if word == "--":
            break
        value = following if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        asked = value if value in ("en", "zh") else asked
    return asked or language(os.environ)


def _report(error: Exception, verbose: bool) -> int:
    """An exception that nobody expected."""
    import traceback

    if isinstance(error, OSError) and error.filename is None and error.errno:  # writing to stdout
        silence_stdout()
        say(f"error: the output cannot be written: {error.strerror}")
        return FAILURE
    if verbose:
        say("".join(traceback.format_exception(error)).rstrip())
    frames = traceback.extract_tb(error.__traceback__)
    at = f" ({frames[-1].filename}:{frames[-1].lineno})" if frames else ""
    say(f"bug: {type(error).__name__}: {error}{at}")
    if not verbose:
        say("please report this, with what the same command prints with --verbose")
    return FAILURE
