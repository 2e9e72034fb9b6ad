"""A name for each finding that stays the same when lines move: for tools that match a run with the one before."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from linter.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One for each finding, 32 hexadecimal digits, all different.

    Made of path, rule, term and found text; of several findings that agree in all of these the first, the second … are told apart.
    """
    seen: Counter[tuple[str, str, str, str]] = Counter()
    made = []
    for finding in findings:
        key = finding.place.path, finding.code, finding.term or "", finding.found
        parts = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        made.append(hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return made
