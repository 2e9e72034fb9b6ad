"""Standard output and standard error: encodings, closed pipes, control characters."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """What a stream cannot encode is written as an escape and never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


_lang = "en"


def speak(lang: str) -> None:
    """The language of what is said from here on: en or zh."""
    global _lang
    _lang = lang


def spoken() -> str:
    return _lang


def say(text: str) -> None:
    """A message to standard error under our name, safe for a terminal and a CI log.

    It is written in English; where Chinese is spoken, it is said as linter/chinese.py has it.
    """
    from linter.report.safe import log, visible

    if _lang == "zh":
        from linter.chinese import in_chinese

        text = in_chinese(text)
    for line in text.split("\n"):
        print(log(f"glosslint: {visible(line)}"), file=sys.stderr)


def silence_stdout() -> None:
    """Let Python's own flush at exit go nowhere."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file
        sys.stdout = io.StringIO()
