"""`--fix` and `--diff`: findings put right in the files, or shown as a patch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from linter.cli.output import replace
from linter.cli.streams import say
from linter.config import Settings
from linter.documents.read import read_document
from linter.errors import InputError
from linter.finding import SEVERITIES, Finding
from linter.fix import encoded, fixable, fixed
from linter.globs import encoding_of
from linter.records import NamedTuple
from linter.result import Result
from linter.source import Source, read

_ROUNDS = 10  # fixes that overlap are applied one after the other


class Change(NamedTuple):
    """What fixing makes of one file."""

    path: str
    before: bytes
    after: bytes
    findings: tuple[Finding, ...]


def changes(result: Result, settings: Settings, level: int, unsafe: bool) -> Iterator[Change]:
    """One for each file that has something to fix, of findings down to a level (an index into SEVERITIES).

    A file that must not be changed is named on standard error.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if fixable(finding, unsafe) and SEVERITIES.index(finding.severity) <= level:
            by_path.setdefault(finding.place.path, []).append(finding)
    for path, findings in by_path.items():
        try:
            source = read(path, encoding_of(settings, path))
            with open(path, "rb") as file:
                before = file.read()
        except (InputError, OSError) as error:
            say(f"warning: {path} is not fixed: {error}")
            continue
        done = fixed(source, findings, unsafe)
        if not done.findings:
            continue
        after = encoded(source, done.text)
        if after is None or encoded(source, source.text) != before:
            say(f"warning: {path} is not fixed: {source.encoding} cannot hold the new text, or would change more than that")
        elif not _same_shape(source, done.text):
            say(f"warning: {path} is not fixed: it would be read as another structure")
        else:
            yield Change(path, before, after, done.findings)


def fix(run: Callable[[], Result], settings: Settings, level: int, unsafe: bool) -> tuple[Result, int, int]:
    """Run, fix the files and run again until nothing is left to fix.

    The last result, and how many findings were fixed in how many files.  Raises UsageError where a file cannot be written.
    """
    count = 0
    files: set[str] = set()
    seen: set[tuple[str, bytes]] = set()
    result = run()
    for _ in range(_ROUNDS):
        made = [change for change in changes(result, settings, level, unsafe) if (change.path, change.after) not in seen]
        if not made:
            break
        for change in made:
            seen.add((change.path, change.before))
            replace(change.path, change.after)
            count += len(change.findings)
            files.add(change.path)
        result = run()
    return result, count, len(files)


def diff(made: Iterable[Change]) -> bytes:
    """A patch that `git apply` takes, in the folder where glosslint ran; bytes, since the files are."""
    return b"".join(part for change in made for part in _patch(change))


def _patch(change: Change) -> Iterator[bytes]:
    from difflib import diff_bytes, unified_diff

    if b"\0" in change.before:
        say(f"warning: {change.path} is left out of the patch: its encoding cannot be shown as lines")
        return
    name = os.fsencode(change.path)
    lines = diff_bytes(
        unified_diff, change.before.splitlines(keepends=True), change.after.splitlines(keepends=True), _quoted(b"a/" + name), _quoted(b"b/" + name)
    )  # fmt: skip
    for line in lines:
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _quoted(name: bytes) -> bytes:
    """A name as git writes it: in quotes where it holds one, a backslash or a control character."""
    if not any(byte < 32 or byte in b'"\\\x7f' for byte in name):
        return name
    return b'"' + b"".join(b"\\%03o" % byte if byte < 32 or byte in b'"\\\x7f' else bytes((byte,)) for byte in name) + b'"'


def _same_shape(source: Source, text: str) -> bool:
    """Whether the file is still read as the same passages: a fix replaces words and makes no markup."""
    before = read_document(source)
    after = read_document(Source(source.path, text, source.encoding, source.mark))
    shape = [(passage.kind, passage.level, passage.label) for passage in before.passages]
    return shape == [(passage.kind, passage.level, passage.label) for passage in after.passages]
