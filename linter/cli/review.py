"""`glosslint review`: one finding after the other, and what a person says of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from linter.cli.codes import FAILURE, INTERRUPTED, OK
from linter.cli.inputs import Lines
from linter.cli.output import replace
from linter.cli.parser import Parser, add_config, add_general, add_rules, add_sources, settings_of, understand
from linter.cli.streams import say
from linter.config import DECISIONS, Settings
from linter.decisions import Decision, Key, Kind, context_at, dump, key_of
from linter.finding import SEVERITIES, Finding
from linter.paths import shown
from linter.records import NamedTuple
from linter.report.color import Paint, wanted
from linter.report.model import Options
from linter.result import Result
from linter.suppress.names import can_be_silenced

_ABOUT = """\
Go through the findings and say of each whether it is right. What you say is kept in a file that the project
commits; later runs honour it, and count it as evidence about the glossary row."""
_EXAMPLES = """\
  glosslint review
  glosslint review --select GL1 talk.md"""
_DECISIONS: dict[str, Kind] = {"w": "wrong", "h": "right-here", "e": "right"}
_FIX, _SKIP, _QUIT = "f", "s", "q"
WORDS = {
    "en": {
        "ask": "[w]rong  right [h]ere  right [e]verywhere for this term  [f]ix  [s]kip  [q]uit  [?] ",
        "ask without fix": "[w]rong  right [h]ere  right [e]verywhere for this term  [s]kip  [q]uit  [?] ",
        "help": "w  the translation is wrong: this stays a finding, as an error, in all places alike\n"
        "h  the translation is right in this place\n"
        "e  the translation is right wherever this term has it\n"
        "f  put the expected form there (the files are changed when you leave)\n"
        "s  say nothing now\n"
        "q  leave; what you have said is kept\n",
        "reason": "why (may be empty): ",
        "count": "{number} of {all}",
        "nothing": "nothing to review",
        "kept": "{path}: {count} decisions",
        "fixed": "{path}: {count} fixed",
    },
    "zh": {
        "ask": "[w] 有误  [h] 此处无误  [e] 此术语一律无误  [f] 修正  [s] 跳过  [q] 退出  [?] ",
        "ask without fix": "[w] 有误  [h] 此处无误  [e] 此术语一律无误  [s] 跳过  [q] 退出  [?] ",
        "help": "w  译法有误：所有相同之处都按错误报告\n"
        "h  此处的译法没有问题\n"
        "e  这个术语凡是这样译都没有问题\n"
        "f  换成应有的译法（退出时写入文件）\n"
        "s  暂不决定\n"
        "q  退出；已作的决定会保留\n",
        "reason": "理由（可留空）：",
        "count": "第 {number} 处，共 {all} 处",
        "nothing": "没有需要审校的问题",
        "kept": "{path}：{count} 条决定",
        "fixed": "{path}：已修正 {count} 处",
    },
}


class _Desk(NamedTuple):
    """Where a review reads and writes."""

    path: str  # of the decisions
    settings: Settings
    lines: Lines
    words: dict[str, str]
    color: bool


def parser() -> Parser:
    made = Parser("review", _ABOUT, _EXAMPLES)
    made.add_argument("paths", nargs="*", metavar="PATH", help="documents or folders (default: the configured project, or .)")
    made.add_argument(
        "--decisions",
        metavar="FILE",
        help=f"the file (default: `decisions` of the configuration, else {DECISIONS} in the project's folder)",
    )
    add_rules(made)
    made.add_argument(
        "--show", choices=SEVERITIES, default="warning", help="go through findings down to this level (default: warning)"
    )
    made.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="whether to use colours (default: auto)"
    )
    add_sources(made)
    add_config(made)
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    options = parser().parse(arguments)
    settings = settings_of(options)
    understand(options, settings)
    path = shown(options.decisions) if options.decisions else settings.decisions or shown(os.path.join(settings.root, DECISIONS))
    settings = settings._replace(decisions=path if os.path.exists(path) else "")
    color = wanted(options.color, sys.stdout.isatty(), os.environ)
    return _review(_Desk(path, settings, Lines(settings), WORDS[settings.lang], color), options)


def _review(desk: _Desk, options: argparse.Namespace) -> int:
    from linter.passes import read_decisions
    from linter.run import check

    known = dict(read_decisions(desk.path).by_key) if desk.settings.decisions else {}
    result = check(options.paths, desk.settings)
    for error in result.errors:
        say(f"error: {error}")
    level = SEVERITIES.index(options.show)
    findings = [f for f in result.findings if can_be_silenced(f) and SEVERITIES.index(f.severity) <= level]
    findings = [f for f in findings if known.get(key_of(f), Decision("right")).kind != "wrong"]  # that has been said
    if not findings:
        _tell(desk.words["nothing"])
    fixes: list[Finding] = []
    for number, finding in enumerate(findings, 1):
        if key_of(finding) in known:
            continue  # said of one like it just now
        try:
            answer = _ask(finding, desk.words["count"].format(number=number, all=len(findings)), desk)
            if answer == _QUIT:
                break
            if answer == _FIX:
                fixes.append(finding)
            elif answer != _SKIP:
                kind = _DECISIONS[answer]
                known[_key(finding, kind, desk)] = Decision(kind, input(desk.words["reason"]).strip())
                replace(desk.path, dump(known).encode())
        except EOFError:
            break
        except KeyboardInterrupt:
            _apply(fixes, desk)
            return INTERRUPTED
    _apply(fixes, desk)
    if known:
        _tell(desk.words["kept"].format(path=desk.path, count=len(known)))
    return FAILURE if result.errors else OK


def _ask(finding: Finding, count: str, desk: _Desk) -> str:
    """Show a finding and ask until the answer is one: its letter.  Raises EOFError where nobody answers any more."""
    from linter.report.text import of_finding

    about = Options(lang=desk.settings.lang, color=desk.color, lines=desk.lines)
    _tell(f"\n{count}\n{of_finding(finding, about, Paint(desk.color))}".rstrip("\n"))
    ask = desk.words["ask" if finding.fix else "ask without fix"]
    while True:
        answer = input(ask).strip().lower()[:1]
        if answer in _DECISIONS or answer in (_SKIP, _QUIT) or (answer == _FIX and finding.fix):
            return answer
        _tell(desk.words["help"].rstrip("\n"))


def _key(finding: Finding, kind: Kind, desk: _Desk) -> Key:
    from linter.baseline import relative_to

    key = key_of(finding)
    if kind != "right-here":
        return key
    path = finding.place.path
    context = context_at(desk.lines.source(path), finding.place)
    return key._replace(path=relative_to(desk.path)(path), context=context)


def _apply(findings: Sequence[Finding], desk: _Desk) -> None:
    """Change the files, once nothing more is shown of them."""
    from linter.cli.fixing import changes

    for change in changes(Result(tuple(findings)), desk.settings, len(SEVERITIES), unsafe=True):
        replace(change.path, change.after)
        say(desk.words["fixed"].format(path=change.path, count=len(change.findings)))


def _tell(text: str) -> None:
    print(text, flush=True)
