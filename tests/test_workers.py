"""Several processes: the same bytes, whatever happens to them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import projects
import pytest
from shared import SHARED, needs_shared

from linter import workers
from linter.config import Settings, load_settings
from linter.errors import InputError
from linter.glossary.load import parse_glossary
from linter.glossary.model import Glossary
from linter.packed import unpack
from linter.reader import Reader, Texts
from linter.source import Source

GLOSSARY = parse_glossary(Source("glossary.md", projects.GLOSSARY)) or Glossary()
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    projects.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "BATCH", 1)  # so that every process gets something to do
    return tmp_path


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_same_is_found_by_any_number_of_processes(jobs: int, project: Path) -> None:
    wanted = projects.run()
    assert len(wanted[1]) == 3  # type: ignore[arg-type]  # a page and a source that cannot be decoded, and the page of that source
    assert projects.run(jobs=jobs) == wanted
    assert projects.run(("zh/two.md", "both.md"), jobs=jobs) == projects.run(("zh/two.md", "both.md"))


def test_the_same_is_found_with_a_cache(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.observing.CACHED", 0)
    wanted = projects.run()
    assert projects.run(jobs=2, cache=project / "c1") == wanted
    assert projects.run(jobs=1, cache=project / "c2") == wanted
    kept = [{path.name for path in (project / name / "facts").glob("*/*")} for name in ("c1", "c2")]
    assert kept[0] == kept[1] != set()
    assert projects.run(jobs=2, cache=project / "c1") == wanted


@needs_shared
def test_the_same_is_found_in_real_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    assert SHARED is not None
    monkeypatch.chdir(SHARED / "bench" / "dev" / "agentic_mt")
    run = load_settings(isolated=True, glossaries=["terminology.md"])
    paths = tuple(sorted((path.name for path in Path().glob("[01]*.md")), key=os.path.getsize)[:5])
    wanted = projects.run(paths, run)
    assert len(wanted[0].findings) > 10  # type: ignore[attr-defined]
    assert projects.run(paths, run, jobs=3) == wanted


def _texts(*documents: str) -> dict[int, Texts]:
    return {number: Texts(Source(f"{number}.md", text), None) for number, text in enumerate(documents)}


class Shared:
    """Texts shared between this process, which waits until a worker has answered, and one worker."""

    def __init__(self, texts: dict[int, Texts], count: int = 1) -> None:
        self.here: list[int] = []
        self.there: dict[int, bytes | InputError] = {}
        self.expected = len(texts) - 1
        workers.share(texts, (Settings(), GLOSSARY), count, self._here, self.there.__setitem__)

    def _here(self, number: int) -> None:
        self.here.append(number)
        end = time.monotonic() + 60
        while len(self.there) < self.expected and time.monotonic() < end:
            time.sleep(0.01)


DEADLY = """
import os, linter.reader
observe = linter.reader.Reader.facts_of_texts
def deadly(self, texts):
    if "DIE" in texts.target.text:
        if "ONCE" not in texts.target.text:
            os.kill(os.getpid(), 9) if hasattr(os, "fork") else os._exit(9)
        try:
            os.mkdir("died")
        except FileExistsError:
            pass
        else:
            os._exit(7)
    return observe(self, texts)
linter.reader.Reader.facts_of_texts = deadly
"""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that die over a text with DIE in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "deadly.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path / "path"))
    monkeypatch.setattr(workers, "_START", workers._START.replace("from linter", "import deadly; from linter", 1))


@pytest.mark.parametrize("batch", [1, 10_000])
def test_a_file_with_which_workers_die_is_an_error_and_the_others_are_read(
    batch: int, deadly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "BATCH", batch)
    texts = _texts("节点" * 30_000, "补录。", "DIE", "回填。" * 3)
    shared = Shared(texts)
    assert shared.here == [0]  # the longest, while the worker starts
    assert sorted(shared.there) == [1, 2, 3]
    error = shared.there[2]
    assert isinstance(error, InputError)
    assert error.path == "2.md"
    assert "ended unexpectedly" in error.reason
    assert ("signal 9" if hasattr(os, "fork") else "exit code 9") in error.reason
    for number in (1, 3):
        packed = shared.there[number]
        assert isinstance(packed, bytes)
        assert unpack(packed, texts[number]).loose == Reader(Settings(), GLOSSARY).facts_of_texts(texts[number]).facts.loose


def test_a_worker_that_dies_by_chance_loses_nothing(deadly: None, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = Shared(_texts("节点" * 30_000, "补录。", "DIE ONCE"))
    assert os.path.isdir("died")
    assert [type(shared.there[number]) for number in (1, 2)] == [bytes, bytes]


BUG = """
import linter.reader
read = linter.reader.Reader._document
def wrong(self, text):
    return 1 / 0 if "DIE" in text.text else read(self, text)
linter.reader.Reader._document = wrong
"""


def test_a_bug_over_one_file_is_an_error_of_that_file(deadly: None) -> None:
    Path("path", "deadly.py").write_text(BUG)
    shared = Shared(_texts("节点" * 30_000, "DIE", "补录。"))
    error = shared.there[1]
    assert isinstance(error, InputError)
    assert (error.path, error.reason) == ("1.md", "internal error: ZeroDivisionError: division by zero")
    assert isinstance(shared.there[2], bytes)


def test_where_no_worker_starts_this_process_does_all(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = projects.run()
    monkeypatch.setattr(sys, "executable", str(project / "nowhere"))
    assert projects.run(jobs=3) == wanted
    monkeypatch.setattr(sys, "executable", "")
    assert projects.run(jobs=3) == wanted


def test_where_workers_end_at_once_this_process_does_all(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = projects.run()
    monkeypatch.setattr(workers, "_START", "import sys; sys.path[:] = {!r}; sys.exit(5)")
    assert projects.run(jobs=3) == wanted


def test_what_a_worker_prints_gets_nowhere(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted = projects.run()
    noisy = "import linter.workers as w; f = w._answer; w._answer = lambda *a: (print('noise', flush=True), f(*a))[1]; "
    monkeypatch.setattr(workers, "_START", workers._START.replace("from linter", noisy + "from linter", 1))
    assert projects.run(jobs=2) == wanted
    assert capfd.readouterr() == ("", "")


def test_a_module_in_the_working_directory_is_not_run(project: Path) -> None:
    """A repository must not have its own code run by whoever checks it."""
    for name in ("struct", "pickle", "encodings", "linter", "zlib", "sitecustomize"):
        (project / f"{name}.py").write_text("open('ran', 'a').close()\n")
    command = [sys.executable, "-P", "-m", "linter", "--output-format", "json", "--show", "hint"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    outputs = [
        subprocess.run([*command, "-j", jobs], env=environment, capture_output=True, timeout=120, check=False) for jobs in "13"
    ]
    assert [done.returncode for done in outputs] == [3, 3]
    assert outputs[0].stdout == outputs[1].stdout != b""
    assert outputs[0].stderr == outputs[1].stderr
    assert not (project / "ran").exists()


JOBS = {"0": 2, "-1": 2, "x": 2, "1.5": 2, "٣": 2, "1000": 2, "1": 1}


@pytest.mark.parametrize("jobs", JOBS)
def test_a_number_of_processes(jobs: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from linter.cli import main

    assert main(["zh/alone.md", "--jobs", jobs, "--isolated", "--glossary", "GLOSSARY.md"]) == JOBS[jobs]
    assert ("from 1 to 256" in capsys.readouterr().err) == (JOBS[jobs] == 2)


def started(folder: Path) -> subprocess.Popen[bytes]:
    """A run that takes a while, in a process group of its own, after its workers were started."""
    for number in range(60):
        (folder / f"{number}.md").write_text(
            f"# 第 {number} 章\n\n" + "三月的一次**回填**要两天，[补录](http://a.b/c)。\n\n" * 1_000, encoding="utf-8"
        )
    running = subprocess.Popen(
        [sys.executable, "-m", "linter", "-j", "3", "--no-cache", "."],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=_listen,
    )  # fmt: skip
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    _wait(lambda: len(_children(running.pid)) == 2)
    assert children.exists()
    time.sleep(0.5)
    assert running.poll() is None
    return running


def _listen() -> None:
    """What a shell starts in the background ignores interrupts, and so would all that these tests start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _children(process: int) -> list[str]:
    """Of all its threads."""
    found = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        found += (thread / "children").read_text().split()
    return found


def _wait(done: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def _gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


linux = pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="needs Linux's list of processes")


@linux
@pytest.mark.parametrize("to_all", [True, False], ids=["as a terminal sends it", "to the main process"])
def test_an_interrupt_ends_all_processes(to_all: bool, tmp_path: Path) -> None:
    running = started(tmp_path)
    (os.killpg if to_all else os.kill)(running.pid, signal.SIGINT)
    output, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (output, errors) == (b"", b"")
    _wait(lambda: _gone(running.pid), 20)


@linux
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_the_main_process(how: signal.Signals, tmp_path: Path) -> None:
    running = started(tmp_path)
    os.kill(running.pid, how)
    running.communicate(timeout=60)
    assert running.returncode == -how
    _wait(lambda: _gone(running.pid), 20)


@linux
def test_killed_workers_are_replaced(tmp_path: Path) -> None:
    running = started(tmp_path)
    for child in _children(running.pid):
        os.kill(int(child), signal.SIGKILL)
    output, errors = running.communicate(timeout=300)
    assert (running.returncode, b"unexpectedly" in output + errors) == (0, False)
