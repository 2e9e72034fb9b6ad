"""Which lines changed since a revision, by git; for runs that look at nothing else.

git is asked without anything that a repository or a user could have configured to run on a diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from linter.errors import UsageError
from linter.finding import Finding
from linter.patterns import lazy
from linter.records import NamedTuple

_HUNK = lazy(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = lazy(r"\\([0-7]{3}|.)")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-pager", "--literal-pathspecs")
_DIFF = (
    "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--find-renames", "--ignore-submodules", "--ignore-cr-at-eol",
)  # fmt: skip
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")


class Changed(NamedTuple):
    """top    the folder of the repository, absolute and without links
    known   files of the revision, or under a new name since, by their path from there; every other file is new as a whole
    lines   of the files that changed, ranges of lines as git counts them (first, behind the last); None: the whole file
    """

    top: str
    known: frozenset[str]
    lines: dict[str, tuple[tuple[int, int], ...] | None]


def changed_since(revision: str) -> Changed:
    """What changed in the working tree of the current folder since a revision; `main...` means where the two parted.

    Raises UsageError: no git, no repository, no such revision.
    """
    top = os.path.realpath(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\r\n")))
    commit = _commit(revision)
    known = set(_names(_git("-C", top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)))
    lines: dict[str, tuple[tuple[int, int], ...] | None] = {}
    for path, text in _touched(_git("-C", top, "diff", *_DIFF, "--numstat", "-z", commit, "--")):
        known.add(path)
        lines[path] = () if text else None
    for path, ranges in _hunks(_git("-C", top, "diff", *_DIFF, *_PATCH, commit, "--")).items():
        if lines.get(path) is not None:
            lines[path] = tuple(ranges)
    return Changed(top, frozenset(known), lines)


def touches(changed: Changed, text_of: Callable[[str], str]) -> Callable[[str, int, int], bool]:
    """A function: whether any of the lines first..last of a file changed.  `text_of`: the text of a file, by its path as findings show it."""
    names: dict[str, str] = {}
    numbers: dict[str, Sequence[int] | None] = {}

    def touched(path: str, first: int, last: int) -> bool:
        if path not in names:
            names[path] = _from_top(changed, path)
            numbers[path] = _git_lines(text_of(path)) if changed.lines.get(names[path]) else None
        ranges = changed.lines.get(names[path], ())
        if names[path] not in changed.known or ranges is None:
            return True
        by_git = numbers[path]
        if by_git is not None:
            first, last = by_git[min(first, len(by_git)) - 1], by_git[min(last, len(by_git)) - 1]
        return any(start <= last and first < end for start, end in ranges)

    return touched


def only_changed(findings: Sequence[Finding], touched: Callable[[str, int, int], bool]) -> list[Finding]:
    """The findings on lines that changed, and those whose glossary row did.  What could not be read stays."""
    return [
        finding
        for finding in findings
        if finding.rule == "unreadable-input"
        or touched(finding.place.path, finding.place.line, max(finding.place.line, finding.place.end_line))
        or (finding.glossary is not None and touched(finding.glossary.path, finding.glossary.line, finding.glossary.line))
    ]


def _from_top(changed: Changed, path: str) -> str:
    real = os.path.join(os.path.realpath(os.path.dirname(os.path.abspath(path))), os.path.basename(path))
    try:
        return os.path.relpath(real, changed.top).replace(os.sep, "/")
    except ValueError:  # another drive
        return real


def _git_lines(text: str) -> Sequence[int] | None:
    """For each of our lines the number that git gives it; None where they are the same.  git does not end lines at a lone CR."""
    if "\r" not in text.replace("\r\n", ""):
        return None
    found, number = [1], 1
    for at, char in enumerate(text):
        if char == "\n":
            number += 1
            found.append(number)
        elif char == "\r" and not text.startswith("\n", at + 1):
            found.append(number)
    return found


def _commit(revision: str) -> str:
    name, dots, _ = revision.partition("...")
    try:
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip().decode("ascii")
    except UsageError:
        if _git("rev-parse", "--is-shallow-repository").strip() == b"true":
            raise UsageError(
                f"there is no revision {name!r} in this shallow clone; fetch it first "
                "(git fetch --unshallow, or fetch-depth: 0 of actions/checkout)"
            ) from None
        raise UsageError(f"there is no revision {name!r} in this repository") from None
    if not dots:
        return commit
    try:
        return _git("merge-base", commit, "HEAD").strip().decode("ascii")
    except UsageError:
        shallow = (
            "; the clone is shallow, so fetch more of it"
            if _git("rev-parse", "--is-shallow-repository").strip() == b"true"
            else ""
        )
        raise UsageError(f"{name} and HEAD have no common revision{shallow}") from None


def _git(*arguments: str) -> bytes:
    import subprocess

    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(("git", *_SAFE, *arguments), capture_output=True, env=environment, check=False)
    except OSError as error:
        raise UsageError(f"--changed-since needs git, which cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git says: {said[0] if said else f'exit code {done.returncode}'}")
    return done.stdout


def _names(data: bytes) -> list[str]:
    return [os.fsdecode(name) for name in data.split(b"\0") if name]


def _touched(data: bytes) -> list[tuple[str, bool]]:
    """`git diff --numstat -z`: each file that is there now, and whether git takes it for a text."""
    found = []
    parts = iter(data.split(b"\0"))
    for part in parts:
        if not part:
            continue
        added, _, name = part.split(b"\t", 2)
        if not name:  # renamed: the old and the new name follow
            next(parts)
            name = next(parts)
        found.append((os.fsdecode(name), added != b"-"))
    return found


def _hunks(patch: bytes) -> dict[str, list[tuple[int, int]]]:
    """The ranges of new lines in a patch without context."""
    found: dict[str, list[tuple[int, int]]] = {}
    ranges: list[tuple[int, int]] = []
    skip = 0
    for line in patch.decode("latin-1").split("\n"):  # each byte is a character: the texts may have any encoding
        if skip and line[:1] in ("+", "-"):
            skip -= 1
        elif line.startswith("+++ "):
            ranges = []
            name = _unquoted(line[4:])
            if name.startswith("b/"):
                found[os.fsdecode(name[2:].encode("latin-1"))] = ranges
        elif hunk := _HUNK.match(line):
            first, count = int(hunk[2]), int(hunk[3] or 1)
            skip = count + int(hunk[1] or 1)
            if count:
                ranges.append((first, first + count))
    return found


def _unquoted(name: str) -> str:
    """A name as git prints it: in quotation marks where it holds something odd, and with a tab behind it where it holds a blank."""
    if name.startswith('"'):
        return _ESCAPE.sub(
            lambda match: chr(int(match[1], 8) & 255) if len(match[1]) == 3 else _PLAIN.get(match[1], match[1]),
            name.rstrip()[1:-1],
        )
    return name.removesuffix("\t")
