"""Many files at once: which are known from an earlier run, who observes the others, and their Facts in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linter.config import Settings
from linter.errors import InputError
from linter.jobs import jobs_for
from linter.packed import PackedError, pack, unpack
from linter.reader import File, Progress, Reader, Seen, Texts

if TYPE_CHECKING:
    from linter.cache import Cache


class Batch:
    """The files of one run, read at once, so that all that follows speaks of the same texts."""

    def __init__(self, files: Sequence[File], reader: Reader, settings: Settings, cache: str) -> None:
        """`cache` is a folder, or ""."""
        self._files, self._reader, self._settings = files, reader, settings
        self._texts = [_read(reader, file) for file in files]
        self._found: list[Seen | bytes | InputError | None] = [None] * len(files)
        self._done = 0
        self._cache: Cache | None = None
        self._keys: list[str] = []
        if cache:
            from linter.cache import Cache

            self._cache = Cache(cache, reader.glossary, settings)
            self._keys = [self._cache.key(texts) if isinstance(texts, Texts) else "" for texts in self._texts]

    def seen(self, progress: Progress | None) -> Iterator[Seen | InputError]:
        """What is seen in each file, in their order."""
        missing: dict[int, Texts] = {}
        for number, texts in enumerate(self._texts):
            if isinstance(texts, InputError):
                self._found[number] = texts
            elif self._cache:
                self._found[number] = self._cache.get(self._keys[number])
            if self._found[number] is None and isinstance(texts, Texts):
                missing[number] = texts
        self._done = len(self._files) - len(missing)
        self._observe(missing, progress)
        for number, texts in enumerate(self._texts):
            yield self._result(number, texts)
        if self._cache:
            self._cache.prune()

    def _observe(self, missing: dict[int, Texts], progress: Progress | None) -> None:
        def here(number: int) -> None:
            if progress is not None:
                progress(self._done, len(self._files), self._files[number][0])
            found = self._seen(missing[number])
            if self._cache and isinstance(found, Seen):
                self._cache.put(self._keys[number], pack(found.facts))
            self._found[number] = found
            self._done += 1

        def there(number: int, answer: bytes | InputError) -> None:
            if self._cache and isinstance(answer, bytes):
                self._cache.put(self._keys[number], answer)
            self._found[number] = answer
            self._done += 1

        size = sum(len(text.text.encode("utf-8", "replace")) for texts in missing.values() for text in texts if text)
        jobs = jobs_for(self._settings.jobs, size, len(missing), len(self._reader.glossary.entries))
        if jobs > 1:
            from linter.workers import share

            share(missing, (self._settings, self._reader.glossary), jobs - 1, here, there)
        else:
            for number in missing:
                here(number)

    def _result(self, number: int, texts: Texts | InputError) -> Seen | InputError:
        """Called once for each file: what is packed need not be kept beside what is unpacked."""
        found, self._found[number] = self._found[number], None
        if isinstance(found, bytes) and isinstance(texts, Texts):
            try:
                return self._reader.restored(unpack(found, texts), texts)
            except PackedError:  # in the cache of another hand
                found = self._seen(texts)
        assert isinstance(found, Seen | InputError)
        return found

    def _seen(self, texts: Texts) -> Seen | InputError:
        try:
            return self._reader.facts_of_texts(texts)
        except InputError as error:
            return error


def _read(reader: Reader, file: File) -> Texts | InputError:
    try:
        return reader.texts(*file)
    except InputError as error:
        return error
