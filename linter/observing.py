"""The first step of a run, for all of its files: in this process, in several, or from what an earlier run kept.

Which of these it is decides how long a run takes and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from linter.config import Settings
from linter.errors import InputError
from linter.jobs import jobs_for
from linter.reader import File, Progress, Reader, Seen

CACHED = 200_000  # bytes of all files from which on the cache saves more than it costs


def observed(
    files: Sequence[File], reader: Reader, settings: Settings, progress: Progress | None = None
) -> Iterator[Seen | InputError]:
    """What is seen in each file, in their order; the error where a file or its source cannot be read."""
    size = sum(map(_size, files)) if settings.cache or settings.jobs != 1 else 0
    cache = settings.cache if size >= CACHED else ""
    if cache or jobs_for(settings.jobs, size, len(files), len(reader.glossary.entries)) > 1:
        from linter.batch import Batch

        yield from Batch(files, reader, settings, cache).seen(progress)
        return
    for number, (path, source) in enumerate(files):
        if progress is not None:
            progress(number, len(files), path)
        try:
            yield reader.facts(path, source)
        except InputError as error:
            yield error


def _size(file: File) -> int:
    total = 0
    for path in file:
        try:
            total += os.stat(path).st_size if path else 0
        except (OSError, ValueError):  # whoever reads it says so
            continue
    return total
