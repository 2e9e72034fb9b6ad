"""'Did you mean …?' for a mistyped name."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of an error sentence: " (did you mean 'severity'?)", or "" where nothing known is close to `word`."""
    from difflib import get_close_matches  # only when something is wrong already

    names = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return f" (did you mean {names[close[0]]!r}?)" if close else ""
