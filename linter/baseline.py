"""The baseline: findings that were there when a team began, counted by file, rule, term and text, and never by line.

What stands in it is suppressed, as often as it is counted; one more of the same shows.  It is a JSON file with one entry a line,
sorted, so that it can be merged and reviewed.  It only shrinks: what was put right leaves a stale entry, which is a finding.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from linter.errors import UsageError
from linter.finding import SEVERITIES, Finding, Place, Suppressed
from linter.paths import slashes
from linter.records import NamedTuple
from linter.suppress.names import can_be_silenced

VERSION = 1
NAME = "glosslint-baseline.json"
_KEYS = ("path", "rule", "term", "found", "count")
_MORE = {
    "en": "the baseline counts {count} like this in the file, and there are {now} now; which one is new cannot be told",
    "zh": "基线记有本文件中同样的问题 {count} 处，现在有 {now} 处；无法判断哪一处是新的",
}


class Key(NamedTuple):
    """What makes two findings the same one.  `path` is relative to the baseline's folder; `found` is the text without line breaks."""

    path: str
    rule: str
    term: str
    found: str


class Baseline(NamedTuple):
    """`path` as findings show it; `counts` in the order of the file; `lines`: the line of each entry, and its text."""

    path: str
    counts: Mapping[Key, int]
    lines: Mapping[Key, tuple[int, str]]


class Matched(NamedTuple):
    """findings    what the baseline does not cover
    used        how many findings each entry stands for
    moved       path in the baseline, where no file is now -> path of the file that has its findings
    """

    findings: list[Finding]
    suppressed: list[Suppressed]
    used: Mapping[Key, int]
    moved: Mapping[str, str]


def parse(text: str, path: str) -> Baseline:
    """Read a baseline; `path` is what errors and findings show.  Raises UsageError with the place of a fault."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f"the baseline is not JSON: {error.msg}", path, error.lineno, error.colno) from None
    except RecursionError:
        raise UsageError("the baseline is not JSON: nested too deeply", path, 1, 1) from None
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), list):
        raise UsageError(f"this is no baseline of version {VERSION}; `glosslint baseline create` makes one", path, 1, 1)
    counts: dict[Key, int] = {}
    for entry in data["findings"]:
        key = _entry(entry)
        if key is None:
            raise UsageError(f"an entry of a baseline has {', '.join(_KEYS)}; this one has not: {entry!r:.80}", path, 1, 1)
        counts[key] = min(counts.get(key, entry["count"]), entry["count"])  # two branches pruned it: the smaller is later
    places = {line.strip().rstrip(","): (number, line) for number, line in enumerate(text.split("\n"), 1)}
    lines = {key: places.get(_dumped(key, count), (1, "")) for key, count in counts.items()}
    return Baseline(path, counts, lines)


def _entry(entry: object) -> Key | None:
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        return None
    count, term = entry["count"], entry["term"]
    if type(count) is not int or count < 1 or not (term is None or isinstance(term, str)):
        return None
    if not all(isinstance(entry[name], str) for name in ("path", "rule", "found")):
        return None
    return Key(entry["path"], entry["rule"], term or "", entry["found"])


def dump(counts: Mapping[Key, int]) -> str:
    """The file: sorted, one entry a line."""
    lines = ",\n".join(_dumped(key, counts[key]) for key in sorted(counts) if counts[key] > 0)
    return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n' if lines else f'{{"version": {VERSION}, "findings": [\n]}}\n'


def _dumped(key: Key, count: int) -> str:
    entry = {"path": key.path, "rule": key.rule, "term": key.term or None, "found": key.found, "count": count}
    text = json.dumps(entry, ensure_ascii=False)
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)  # nothing hidden in a reviewed file


def key_of(finding: Finding, relative: Callable[[str], str]) -> Key:
    """`relative`: a path as findings show it -> relative to the baseline's folder."""
    found = finding.rendering or finding.found
    return Key(relative(finding.place.path), finding.rule, finding.term or "", " ".join(found.split()))


def relative_to(baseline: str) -> Callable[[str], str]:
    """Paths as findings show them -> as the baseline of that path has them, whatever the working directory is."""
    folder = os.path.dirname(os.path.abspath(baseline))
    known: dict[str, str] = {}

    def relative(path: str) -> str:
        if path not in known:
            try:
                known[path] = slashes(os.path.relpath(path, folder))
            except ValueError:  # another drive
                known[path] = slashes(os.path.abspath(path))
        return known[path]

    return relative


def counted(findings: Iterable[Finding], relative: Callable[[str], str]) -> dict[Key, int]:
    """What a baseline of these findings counts; what is wrong with files and suppressions is in no baseline."""
    return dict(sorted(Counter(key_of(f, relative) for f in findings if can_be_silenced(f)).items()))


def match(
    findings: Sequence[Finding], baseline: Baseline, relative: Callable[[str], str], gone: frozenset[str], lang: str = "en"
) -> Matched:
    """Suppress what the baseline counts.

    Of findings with one key the hardest are taken first, then the first ones; what is left shows, with a remark.  `gone`: paths of
    the baseline where no file is any more.  A file that the baseline does not know, with at least half of the findings of one that
    is gone, is that file under a new name.
    """
    keys = {id(f): key_of(f, relative) for f in findings if can_be_silenced(f)}
    moved = _moved(baseline, Counter(keys.values()), gone)
    names = {new: old for old, new in moved.items()}
    keys = {number: key._replace(path=names.get(key.path, key.path)) for number, key in keys.items()}
    now = Counter(keys.values())
    used: Counter[Key] = Counter()
    covered: set[int] = set()
    for finding in sorted((f for f in findings if id(f) in keys), key=lambda f: SEVERITIES.index(f.severity)):
        key = keys[id(finding)]
        if used[key] < baseline.counts.get(key, 0):
            used[key] += 1
            covered.add(id(finding))
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in findings:
        if id(finding) in covered:
            suppressed.append(Suppressed(finding, "baseline", place_of(baseline, keys[id(finding)])))
        elif id(finding) in keys and used[keys[id(finding)]]:
            key = keys[id(finding)]
            more = _MORE["zh" if lang == "zh" else "en"].format(count=baseline.counts[key], now=now[key])
            kept.append(finding._replace(evidence=(*finding.evidence, more)))
        else:
            kept.append(finding)
    return Matched(kept, suppressed, used, moved)


def place_of(baseline: Baseline, key: Key) -> Place:
    """The line of an entry."""
    line, text = baseline.lines[key]
    return Place(baseline.path, line, 1, line, len(text) + 1)


def pruned(baseline: Baseline, matched: Matched, stale: Iterable[Key]) -> dict[Key, int]:
    """The counts without what is stale, and under the new names of files that were renamed."""
    leaving = set(stale)
    counts: dict[Key, int] = {}
    for key, count in baseline.counts.items():
        left = matched.used.get(key, 0) if key in leaving or key.path in matched.moved else count
        if left:
            counts[key._replace(path=matched.moved.get(key.path, key.path))] = left
    return counts


def _moved(baseline: Baseline, now: Counter[Key], gone: frozenset[str]) -> dict[str, str]:
    """Old path -> new path, each once; the largest share first."""
    if not gone:
        return {}
    known = {key.path for key in baseline.counts}
    old: dict[str, Counter[Key]] = {}
    for key, count in baseline.counts.items():
        if key.path in gone:
            old.setdefault(key.path, Counter())[key._replace(path="")] += count
    new: dict[str, Counter[Key]] = {}
    for key, count in now.items():
        if key.path not in known:
            new.setdefault(key.path, Counter())[key._replace(path="")] += count
    shares = []
    for was, before in old.items():
        for path, after in new.items():
            common = (before & after).total()
            if 2 * common >= before.total():
                shares.append((-common, was, path))
    moved: dict[str, str] = {}
    for _, was, path in sorted(shares):
        if was not in moved and path not in moved.values():
            moved[was] = path
    return moved
