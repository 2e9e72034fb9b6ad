"""The report for people at a terminal: each finding with its line, what to put there, and what it stands on.

Columns are code points, carets are aligned in cells.
"""

from __future__ import annotations

from linter.finding import Finding, Place
from linter.report.color import Paint
from linter.report.excerpt import excerpt
from linter.report.model import Options, Result
from linter.report.safe import log, visible
from linter.report.words import WORDS, count_of
from linter.rules.messages import shorten
from linter.width import display_width


def write(result: Result, options: Options) -> str:
    paint = Paint(options.color)
    parts = [of_finding(finding, options, paint) for finding in result.findings]
    words = WORDS[options.lang]
    if options.show_suppressed and result.suppressed:
        from linter.report.suppressed import lines

        parts += [*(f"{line}\n" for line in lines(result, options, paint)), "\n"]
    for error in result.unreported_errors:
        where = ":".join(str(part) for part in (visible(error.path), error.line, error.column) if part)
        parts.append(f"{paint(where, 'path')}: {paint(words['error'], 'error')} {words['unchecked']}: {visible(error.reason)}\n")
    for note in result.notes:
        parts.append(f"{words['note']}{words['colon']}{visible(note)}\n")
    if not options.quiet:
        parts.append(summary(result, options) + "\n")
    return log("".join(parts))


def of_finding(finding: Finding, options: Options, paint: Paint) -> str:
    """One finding with all that is known of it, and an empty line."""
    words = WORDS[options.lang]
    severity = finding.severity
    head = (
        f"{paint(_where(finding.place), 'path')}: {paint(words[severity], severity)} "
        f"{paint(finding.code, 'path')} {finding.rule}: {visible(finding.message)}"
    )
    number = str(finding.place.line)
    gutter = " " * len(number)
    lines = [head, *_quoted(finding, options, paint, number)]
    lines += [f"{gutter} {paint('=', 'dim')} {line}" for line in _facts(finding, options)]
    for related in finding.related:
        lines.append(f"{gutter} {paint('-', 'dim')} {_where(related.place)}: {visible(related.message)}")
        lines += _quoted_place(related.place, options, paint, len(number))
    return "\n".join(lines) + "\n\n"


def _quoted(finding: Finding, options: Options, paint: Paint, number: str) -> list[str]:
    """The line with carets below the range; nothing where the line is not at hand."""
    place = finding.place
    line = options.lines(place.path, place.line)
    if not line:
        return []
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    shown = excerpt(line, place.column - 1, end, options.width)
    bar = paint("|", "dim")
    carets = " " * shown.indent + paint("^" * shown.carets, finding.severity)
    return [f"{paint(number, 'dim')} {bar} {shown.text}", f"{' ' * len(number)} {bar} {carets}"]


def _quoted_place(place: Place, options: Options, paint: Paint, gutter: int) -> list[str]:
    line = options.lines(place.path, place.line)
    if not line:
        return []
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    return [f"{' ' * gutter} {paint('|', 'dim')} {excerpt(line, place.column - 1, end, options.width).text}"]


def _facts(finding: Finding, options: Options) -> list[str]:
    """Found and expected, the glossary's row, the source, the evidence."""
    words = WORDS[options.lang]
    expected = " / ".join(_short(form) for form in finding.expected)
    lines = []
    if finding.rendering and expected:
        lines.append(f"{_short(finding.rendering)} → {expected}")
    if finding.glossary is not None:
        row = f"  {_short(finding.term)} → {expected}" if finding.term and expected else ""
        lines.append(f"{words['glossary']}{words['colon']}{visible(finding.glossary.path)}:{finding.glossary.line}{row}")
    if finding.source is not None:
        quote = finding.source
        head = f"{words['source']}{words['colon']}{_where(quote.place)}  "
        start, end = (quote.start, quote.end) if quote.start >= 0 else (0, 0)
        lines.append(head + excerpt(quote.text, start, end, max(options.width - display_width(head), 60)).text)
    lines += [visible(sentence) for sentence in finding.evidence]
    return lines


def _short(text: str) -> str:
    return visible(shorten(text))


def _where(place: Place) -> str:
    return f"{visible(place.path)}:{place.line}:{place.column}"


def summary(result: Result, options: Options) -> str:
    words, lang = WORDS[options.lang], options.lang
    files = count_of(result.files, "file", lang)
    counts = words["comma"].join(count_of(number, severity, lang) for severity, number in result.counts())
    parts = [words["found"].format(counts=counts, files=files) if counts else words["nothing"].format(files=files)]
    if result.errors:
        parts.append(words["failed"].format(count=count_of(len({error.path for error in result.errors}), "file", lang)))
    if result.hints:
        parts.append(words["hidden"].format(count=count_of(result.hints, "hint", lang)))
    fixes = [finding.fix.safety for finding in result.findings if finding.fix]
    parts += [words[f"{safety} fixes"].format(count=fixes.count(safety)) for safety in ("safe", "unsafe") if safety in fixes]
    if result.suppressed:
        parts.append(words["silenced"].format(count=len(result.suppressed)))
    return words["semicolon"].join(parts)
