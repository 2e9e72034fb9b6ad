"""The first step of a run, for all of its files: in this process, in several, or from what an earlier run kept.

Which of these it is decides how long a run takes and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.config import Settings
from linter.errors import InputError
from linter.reader import Reader, Seen

File = tuple[str, str | None]  # the path of a document, and of its source where that is another file
Progress = Callable[[int, int, str], None]  # how many files are done, how many there are, which one is next


def observed(
    files: Sequence[File], reader: Reader, settings: Settings, progress: Progress | None = None
) -> Iterator[Seen | InputError]:
    """What is seen in each file, in their order; the error where a file or its source cannot be read."""
    for number, (path, source) in enumerate(files):
        if progress is not None:
            progress(number, len(files), path)
        try:
            yield reader.facts(path, source)
        except InputError as error:
            yield error
