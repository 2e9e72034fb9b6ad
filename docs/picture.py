"""The picture of a terminal that the README and the site show, made from a real run.

    python docs/picture.py

Writes docs/terminal.svg and docs/terminal.zh-CN.svg; a test fails while they are not what a run prints.
"""

from __future__ import annotations

import html
import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from linter.width import display_width

ROOT = Path(__file__).resolve().parents[1]
COMMAND = ("examples/talk.md", "--color", "always")
SHOWN = ("GL101", "GL201")  # findings of these rules, the first of each
WIDTH = 124
PICTURES = {"en": ROOT / "docs" / "terminal.svg", "zh": ROOT / "docs" / "terminal.zh-CN.svg"}
_FOREIGN = re.compile(r"\s*@font-face \{.*?\}|<!-- [^>]* -->\s*", re.DOTALL)  # nothing is fetched to show a picture
_TEXT = re.compile(r'<text( class="[^"]*" )x="([^"]*)"( y="[^"]*" )textLength="([^"]*)"([^>]*)>([^<]*)</text>')


def picture(lang: str) -> str:
    """The SVG.  Every run gives the same text."""
    done = subprocess.run(
        [sys.executable, "-m", "linter", *COMMAND, "--lang", lang],
        cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    findings = done.stdout.split("\n\n")
    chosen = [next(text for text in findings if f"{rule}" in text.split("\n")[0]) for rule in SHOWN]
    report = "\n\n".join([*chosen, findings[-1]]).rstrip("\n")
    command = "$ glosslint examples/talk.md" + (" --lang zh" if lang == "zh" else "")
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text(command, style="bold"))
    console.print(Text.from_ansi(report))
    made = console.export_svg(title="glosslint", theme=SVG_EXPORT_THEME, unique_id="glosslint")
    return _TEXT.sub(_in_cells, _FOREIGN.sub("", made)).replace("Fira Code", "ui-monospace") + "\n"


def _in_cells(match: re.Match[str]) -> str:
    """One text for each run of wide or narrow characters, as long as its cells: rich gives every character one cell."""
    before, x, between, length, behind, content = match.groups()
    text = html.unescape(content)
    cell = float(length) / len(text)
    at = float(x)
    parts = []
    for run in re.findall(r"[\u1100-\uffff]+|[^\u1100-\uffff]+", text):
        width = cell * display_width(run)
        shown = html.escape(run).replace(" ", "&#160;")
        parts.append(f'<text{before}x="{at:g}"{between}textLength="{width:g}"{behind}>{shown}</text>')
        at += width
    return "".join(parts)


if __name__ == "__main__":
    for language, path in PICTURES.items():
        path.write_text(picture(language), encoding="utf-8")
