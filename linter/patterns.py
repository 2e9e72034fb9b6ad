"""Regular expressions that are compiled when they are first used.

A run on one small file needs few of the many patterns of this package, and compiling all of them takes longer than the run.
"""

from __future__ import annotations

import re
from typing import Any

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Lazy:
    """Stands for a compiled pattern; the first method that is asked for compiles it, and from then on the methods are its own."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:  # called for what is not there yet
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, for patterns of a module.  A wrong pattern is an error at its first use."""
    return _Lazy(source, flags)  # type: ignore[return-value]
