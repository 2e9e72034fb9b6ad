"""A summary as Markdown, for a job's page or a comment: how many by rule, and the first findings with their places."""

from __future__ import annotations

from collections import Counter

from linter.finding import SEVERITIES, Finding
from linter.patterns import lazy
from linter.report.model import Options, Result
from linter.report.safe import visible
from linter.report.words import WORDS, count_of

LIMIT = 100  # findings in the table; the rest is counted
_SPECIAL = lazy(r"[\\`*_{}\[\]()<>#+!|~$&@:]|(?<=[Ww]{3})\.")


def write(result: Result, options: Options) -> str:
    words = WORDS[options.lang]
    parts = [f"### glosslint\n\n{_headline(result, options.lang)}\n"]
    if result.findings:
        rules = Counter((finding.code, finding.rule) for finding in result.findings)
        ordered = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
        parts.append(
            _table((words["rule"], words["number"]), [(f"{code} {name}", str(number)) for (code, name), number in ordered])
        )
        hardest = sorted(result.findings, key=lambda finding: SEVERITIES.index(finding.severity))
        head = (words["place"], words["level"], words["message"])
        parts.append(_table(head, [_row(finding, options.lang) for finding in hardest[:LIMIT]]))
        if len(hardest) > LIMIT:
            parts.append(words["more"].format(count=len(hardest) - LIMIT) + "\n")
    if result.errors:
        parts.append("".join(f"- {_text(error.path)}: {_text(error.reason)}\n" for error in result.errors))
    return "\n".join(parts)


def _headline(result: Result, lang: str) -> str:
    words = WORDS[lang]
    files = count_of(result.files, "file", lang)
    counts = result.counts()
    if not counts:
        return words["nothing"].format(files=files)
    return words["found"].format(counts=words["comma"].join(count_of(n, kind, lang) for kind, n in counts), files=files)


def _row(finding: Finding, lang: str) -> tuple[str, str, str]:
    place = f"{finding.place.path}:{finding.place.line}:{finding.place.column}"
    return _text(place), WORDS[lang][finding.severity], f"{finding.code} {_text(finding.message)}"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "".join(line + "\n" for line in lines)


def _text(text: str) -> str:
    """Text that stands for itself in a cell: no markup, mention, link or HTML comes of it."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible(text))
