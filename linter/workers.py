"""The first step of a run in several processes.

A worker is a Python of its own that is given texts and answers with packed Facts; only the main process reads files.  It is started
in the same way everywhere: a process that was forked would share the state of libraries with threads, and `multiprocessing` starts
one with the working directory on its path, where a repository could put a `struct.py` for it to run.

Texts go through the worker's standard input, answers through its standard output.  A worker whose standard input ends is done, so
that none outlives the main process.  One that dies is replaced, and what it was given is tried again, each file by itself; a file
with which two have died is an error of that file.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from linter.config import Settings
from linter.errors import InputError
from linter.glossary.model import Glossary
from linter.packed import pack
from linter.reader import Reader, Texts

Answer = bytes | InputError  # packed Facts
Setup = tuple[Settings, Glossary]

BATCH = 50_000  # characters that a worker is given at a time, or one longer text
_LENGTH = struct.Struct("<Q")
_START = "import sys; sys.path[:] = {!r}; from linter.workers import serve; serve()"
_SWITCH = 0.0005  # seconds: a worker waits no longer than this for the thread that hands it the next texts


def share(
    texts: Mapping[int, Texts], setup: Setup, workers: int, here: Callable[[int], None], there: Callable[[int, Answer], None]
) -> None:
    """Divide numbered texts between this process and `workers` others, the longest first.

    `here(number)` observes a text in this process; `there(number, answer)` is told what a worker made of one, in a thread.  Where no
    worker can be started, this process does all.
    """
    queue = _Queue(texts)
    helpers = [_Helper(texts, queue, pickle.dumps(setup, 5), there) for _ in range(workers)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        for helper in helpers:
            helper.thread.start()
        while numbers := queue.take():
            for number in numbers:
                here(number)
        for helper in helpers:
            while helper.thread.is_alive():
                helper.thread.join(0.1)  # one without an end cannot be interrupted everywhere
            if helper.failure:
                raise helper.failure
    finally:
        sys.setswitchinterval(interval)
        queue.close()
        for helper in helpers:
            helper.stop()


class _Queue:
    """Numbers of texts in batches, for whoever asks next."""

    def __init__(self, texts: Mapping[int, Texts]) -> None:
        self._lock = threading.Lock()
        self._batches: list[list[int]] = []
        size = BATCH
        for number in sorted(texts, key=lambda number: (-_size(texts[number]), number)):
            if size >= BATCH:
                self._batches.append([])
                size = 0
            self._batches[-1].append(number)
            size += _size(texts[number])
        self._batches.reverse()

    def take(self) -> list[int]:
        """The next batch; an empty one at the end."""
        with self._lock:
            return self._batches.pop() if self._batches else []

    def close(self) -> None:
        with self._lock:
            self._batches.clear()


class _Died(Exception):
    """A worker ended before its answer."""


class _Helper:
    """One worker process after the other, and the thread that speaks with it."""

    def __init__(self, texts: Mapping[int, Texts], queue: _Queue, setup: bytes, there: Callable[[int, Answer], None]) -> None:
        self._texts, self._queue, self._setup, self._there = texts, queue, setup, there
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._lock = threading.Lock()  # a process is started, or everything is stopped
        self.failure: Exception | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._process:
                self._process.kill()
        if self.thread.ident is not None:
            self.thread.join()

    def _run(self) -> None:
        try:
            with suppress(_Died, OSError):  # one that does not even start leaves its part to the others
                self._start()
                while numbers := self._queue.take():
                    self._work(numbers)
                    self._start()  # the next one, if it died
        except Exception as error:
            self.failure = error
        finally:
            self._end()

    def _work(self, numbers: list[int]) -> None:
        try:
            answers = self._ask(numbers)
        except _Died:
            answers = [answer for number in numbers for answer in self._ask_alone(number)]
        for number, answer in zip(numbers, answers, strict=True):
            self._there(number, answer)

    def _ask_alone(self, number: int) -> list[Answer]:
        how = self._end()
        try:
            self._start()
            return self._ask([number])
        except (_Died, OSError):
            how = self._end() or how
            reason = f"the process that read it ended unexpectedly ({how}); --jobs 1 may tell more"
            return [InputError(self._texts[number].target.path, reason)]

    def _ask(self, numbers: Sequence[int]) -> list[Answer]:
        """Raises _Died."""
        answer = self._exchange(pickle.dumps([self._texts[number] for number in numbers], 5))
        return [found if isinstance(found, bytes) else InputError(*found) for found in pickle.loads(answer)]

    def _exchange(self, question: bytes) -> bytes:
        process = self._process
        assert process
        assert process.stdin
        assert process.stdout
        try:
            _send(process.stdin, question)
            answer = _receive(process.stdout)
        except OSError:
            raise _Died from None
        if not answer:
            raise _Died
        return answer

    def _start(self) -> None:
        """Start a process where none runs.  Raises OSError and _Died."""
        if self._process:
            return
        with self._lock, _interrupts_held():
            if self._stopped:
                raise _Died
            self._process = _process()
        self._exchange(self._setup)

    def _end(self) -> str:
        """Let the process end, and say how it did where it was not asked to."""
        process, self._process = self._process, None
        if process is None:
            return ""
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()
        try:
            code = process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _process() -> subprocess.Popen[bytes]:
    flags = [word for word, is_set in (("-I", sys.flags.isolated), ("-B", sys.dont_write_bytecode)) if is_set]
    return subprocess.Popen(
        [sys.executable, "-P", *flags, "-c", _START.format([path or os.getcwd() for path in sys.path])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that is started meanwhile never hears of Ctrl-C, which is for the main process to deal with."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _size(texts: Texts) -> int:
    return len(texts.target.text) + (len(texts.source.text) if texts.source else 0)


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """Nothing where the stream ends."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else b""


def serve() -> None:
    """The worker's side; does not return."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing that is printed may get between the answers
    settings, glossary = pickle.loads(_receive(sys.stdin.buffer))
    reader = Reader(settings, glossary)
    with suppress(OSError):
        _send(answers, b"ready")
        while question := _receive(sys.stdin.buffer):
            _send(answers, pickle.dumps([_answer(reader, texts) for texts in pickle.loads(question)], 5))
    os._exit(0)  # at once: nothing is left that would have to be put away


def _answer(reader: Reader, texts: Texts) -> bytes | tuple[str, str, int, int]:
    try:
        return pack(reader.facts_of_texts(texts).facts)
    except InputError as error:
        return error.path, error.reason, error.line, error.column
