"""The page that --help prints: as wide as the terminal, in columns that also hold where characters are two cells wide."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator

from linter.cli.streams import spoken
from linter.width import display_width, pad

WIDEST = 100  # cells of a line
_NARROWEST = 60
_COLUMN = 28  # where explanations begin
_GAP = "  "

# A line may end behind a space and beside a Chinese character; never before a closing mark or behind an opening one.
_PIECE = r"\s+|[（“「《]*(?:[^\s（“「《，。；：、）”」》？！…⺀-￿]+|[⺀-￿…])[，。；：、）”」》？！]*|."

Words = Callable[[str], str]


def words() -> Words:
    """Translates a text of a page into the language that is spoken."""
    if spoken() == "en":
        return str
    from linter.cli.chinese import HELP

    return lambda text: HELP.get(text, text)


def page(parser: argparse.ArgumentParser, shown: str) -> str:
    """`shown`: examples."""
    in_words, width = words(), _width()
    colon = _colon()
    positionals = [action for action in parser._actions if not action.option_strings]
    usage = [parser.prog, f"[{in_words('OPTIONS')}]", *(_usage(action, in_words) for action in positionals)]
    parts = [f"{in_words('usage')}{colon}{' '.join(usage)}\n", _lines(wrapped(in_words(_joined(parser.description)), width))]
    for group in parser._action_groups:
        if group._group_actions:
            title = {"positional arguments": "arguments"}.get(group.title or "", group.title or "")
            rows = [(_called(action, in_words), in_words(action.help or "")) for action in group._group_actions]
            parts.append(f"{in_words(title)}{colon.rstrip()}\n{_lines(columns(rows, width))}")
    if shown:
        parts.append(f"{in_words('examples')}{colon.rstrip()}\n{_lines(examples(shown, in_words))}")
    return "\n".join(parts)


def overview(about: str, commands: Iterable[tuple[str, str]], shown: str, notes: Iterable[str]) -> str:
    """The page of glosslint itself."""
    in_words, width = words(), _width()
    colon = _colon()
    rows = [(name, in_words(text)) for name, text in commands]
    parts = [
        f"{in_words('usage')}{colon}glosslint [{in_words('COMMAND')}] [{in_words('OPTIONS')}] [{in_words('PATH')} …]\n",
        _lines(wrapped(in_words(_joined(about)), width)),
        f"{in_words('commands')}{colon.rstrip()}\n{_lines(columns(rows, width, max(len(name) for name, _ in rows) + 4))}",
        f"{in_words('examples')}{colon.rstrip()}\n{_lines(examples(shown, in_words))}",
        _lines(line for note in notes for line in wrapped(in_words(note), width)),
    ]
    return "\n".join(parts)


def columns(rows: Iterable[tuple[str, str]], width: int, column: int = _COLUMN) -> Iterator[str]:
    """Names on the left, explanations on the right; a name that is too long has a line of its own."""
    for name, text in rows:
        lines = list(wrapped(text, width - column))
        first = f"  {name}"
        if not lines:
            yield first
            continue
        if display_width(first) + len(_GAP) <= column:
            yield pad(first, column) + lines.pop(0)
        else:
            yield first
        for line in lines:
            yield " " * column + line


def examples(text: str, in_words: Words) -> Iterator[str]:
    """Commands, some with a comment behind them."""
    for line in text.split("\n"):
        command, comment = with_comment(line)
        yield f"{command}{' ' * (len(line) - len(command) - len(comment))}{in_words(comment)}" if comment else line


def with_comment(line: str) -> tuple[str, str]:
    """The command and the comment of a line of examples; two spaces or more stand between them."""
    found = re.fullmatch(r"(  \S+(?: \S+)*)(?: {2,}(\S.*))?", line)
    return (found[1], found[2] or "") if found else (line, "")


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, each at most `width` cells wide (a word that is wider stands alone)."""
    line, cells = "", 0
    for found in re.finditer(_PIECE, text, re.DOTALL):
        piece = found[0]
        wide = display_width(piece)
        if line and cells + wide > width and not piece.isspace():
            yield line.rstrip()
            line, cells = "", 0
        if line or not piece.isspace():
            line, cells = line + piece, cells + wide
    if line.strip():
        yield line.rstrip()


def _joined(text: str | None) -> str:
    """A description is written in several lines, and wrapped anew."""
    return " ".join((text or "").split())


def _called(action: argparse.Action, in_words: Words) -> str:
    """ "-j, --jobs N", "--show {error,warning,hint}", "PATH"."""
    value = _value(action, in_words)
    if not action.option_strings:
        return value
    return ", ".join(action.option_strings) + (f" {value}" if action.nargs != 0 else "")


def _usage(action: argparse.Action, in_words: Words) -> str:
    value = _value(action, in_words)
    return {"*": f"[{value} …]", "+": f"{value} …"}.get(str(action.nargs), value)


def _value(action: argparse.Action, in_words: Words) -> str:
    if action.metavar is None and action.choices is not None:
        return f"{{{','.join(map(str, action.choices))}}}"
    value = in_words(str(action.metavar or action.dest.upper()))
    return f"{value} …" if action.nargs == "+" and action.option_strings else value


def _colon() -> str:
    return "：" if spoken() == "zh" else ": "


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _width() -> int:
    from shutil import get_terminal_size

    return max(_NARROWEST, min(WIDEST, get_terminal_size((WIDEST, 24)).columns))
