"""The cache of Facts: it saves time and changes nothing else."""

from __future__ import annotations

import os
import pickle
import time
import zlib
from pathlib import Path

import projects
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from linter import cache as caches
from linter import observing
from linter.cache import Cache
from linter.config import Settings, cache_folder, load_settings
from linter.glossary.model import Glossary
from linter.reader import Reader, Texts
from linter.source import Source


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the working directory whose files are few, and cached all the same."""
    folder = tmp_path / "project"
    projects.write(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(observing, "CACHED", 0)
    return tmp_path / "cache"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were observed, as long as the test runs."""
    seen: list[str] = []
    observe = Reader.facts_of_texts

    def noted(self: Reader, texts: Texts) -> object:
        seen.append(texts.target.path)
        return observe(self, texts)

    monkeypatch.setattr(Reader, "facts_of_texts", noted)
    return seen


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "facts").glob("*/*"))


def test_a_warm_run_reads_no_document_and_finds_the_same(project: Path, reads: list[str]) -> None:
    wanted = projects.run()
    everything = sorted(reads)
    reads.clear()
    assert projects.run(cache=project) == wanted
    assert sorted(reads) == everything
    reads.clear()
    assert projects.run(cache=project) == wanted
    assert reads == []


CHANGES = {  # what is changed -> the files that are read again; None for all
    "one document": ("zh/alone.md", "只有中文。\n", ["zh/alone.md"]),
    "the source of one": ("en/one.md", "Nothing.\n", ["zh/one.md"]),
    "the glossary": ("GLOSSARY.md", projects.GLOSSARY + "| cup | 杯子 | |\n", None),
    "the script": ("glosslint.yaml", projects.CONFIG + "script: zh-Hant-TW\n", None),
    "a rule of the project": (
        "rules/tea.yaml",
        "code: TEA1\nname: tea\nreports: omitted\nseverity: hint\nmessage:\n  en: tea\nwhy:\n  en: tea\n",
        None,
    ),
    "what is reported": ("glosslint.yaml", projects.CONFIG + "ignore: [GL101]\nfail-level: error\n", []),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_changed_is_read_again(change: tuple[str, str, list[str] | None], project: Path, reads: list[str]) -> None:
    if change[0].startswith("rules"):
        Path("rules").mkdir()
        Path("glosslint.yaml").write_text(projects.CONFIG + "rules: [rules]\n", encoding="utf-8")
    projects.run(cache=project)
    everything = sorted(reads)
    reads.clear()
    name, text, again = change
    Path(name).write_text(text, encoding="utf-8")
    found = projects.run(cache=project)
    assert sorted(reads) == (everything if again is None else again)
    assert found == projects.run()


@pytest.mark.parametrize("what", ["__version__", "_versions", "_files"])
def test_another_glosslint_or_library_reads_everything_again(
    what: str, project: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    projects.run(cache=project)
    reads.clear()
    monkeypatch.setattr(caches, what, "0.0" if what == "__version__" else lambda *_: iter(["other"]))
    projects.run(cache=project)
    assert len(reads) > 5


def _magic(entry: bytes) -> int:
    return entry.index(b"\n") + 1


def _hostile(entry: bytes) -> bytes:
    """An entry that is whole, and holds a call."""
    body = zlib.compress(pickle.dumps(_Call()))
    return entry[: _magic(entry)] + caches._checksum(body) + body


class _Call:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("made",)


DAMAGES = {
    "empty": lambda entry: b"",
    "cut short": lambda entry: entry[:-9],
    "with a byte turned": lambda entry: entry[:90] + bytes([entry[90] ^ 1]) + entry[91:],
    "of another form": lambda entry: b"glosslint facts 9\n" + entry[_magic(entry) :],
    "made to run something": _hostile,
    "foreign": lambda entry: b"\x80\x05N." * 50,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_entry_is_ignored_and_replaced(damage: object, project: Path, reads: list[str]) -> None:
    wanted = projects.run(cache=project)
    good = {path: path.read_bytes() for path in entries(project)}
    everything = sorted(reads)
    for path, data in good.items():
        path.write_bytes(damage(data))  # type: ignore[operator]
    reads.clear()
    assert projects.run(cache=project) == wanted
    assert sorted(reads) == everything
    assert not os.path.exists("made")
    if damage is not _hostile:  # that one is found out too late to be written anew
        assert {path: path.read_bytes() for path in entries(project)} == good


def test_an_entry_of_other_facts_does_no_harm_to_the_others(project: Path) -> None:
    """Whoever can write into the cache decides what is found, but only that: the run ends, with the other files as they are."""
    projects.run(cache=project)
    first, second, *_ = entries(project)
    first.write_bytes(second.read_bytes())
    result = projects.run(cache=project)[0]
    assert result.files == projects.run()[0].files  # type: ignore[attr-defined]


def test_the_folder_says_what_it_is(project: Path) -> None:
    projects.run(cache=project)
    assert (project / ".gitignore").read_text() == "*\n"
    assert (project / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    if os.name == "posix":
        assert project.stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in entries(project))


def test_a_folder_that_cannot_be_used_is_no_error(project: Path) -> None:
    wanted = projects.run()
    project.write_text("a file\n")
    assert projects.run(cache=project) == wanted
    assert project.read_text() == "a file\n"


def test_small_runs_do_without(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observing, "CACHED", 200_000)
    projects.run(cache=project)
    assert not project.exists()


def test_files_that_cannot_be_read_are_not_kept(project: Path) -> None:
    projects.run(cache=project)
    before = len(entries(project))
    Path("zh/latin.md").write_text("好了。\n", encoding="utf-8")
    projects.run(cache=project)
    assert len(entries(project)) == before + 1


def _texts(number: int) -> Texts:
    return Texts(Source("a.md", str(number)), None)


def test_the_oldest_entries_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "LARGEST", 50_000)
    cache = Cache(str(tmp_path), Glossary(), Settings())
    keys = [cache.key(_texts(number)) for number in range(10)]
    for age, key in enumerate(keys):
        cache.put(key, os.urandom(9_000))
        used = time.time() - 1_000 * age
        os.utime(cache._path(key), (used, used))
    cache.prune()
    assert [cache.get(key) is not None for key in keys] == [True] * 4 + [False] * 6


def test_an_entry_in_use_is_no_old_entry(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path), Glossary(), Settings())
    key = cache.key(_texts(1))
    cache.put(key, b"x")
    os.utime(cache._path(key), (1_000, 1_000))
    assert cache.get(key) == b"x"
    assert os.stat(cache._path(key)).st_mtime > 1_000_000


KEYS = [
    Texts(Source("a.md", "ab"), None),
    Texts(Source("a.md", "a"), Source("b", "")),
    Texts(Source("a.md", "a"), None),
    Texts(Source("a.m", "da"), None),
    Texts(Source("a.md", "a"), Source("", "b")),
    Texts(Source("b.md", "a"), None),
]


def test_entries_have_names_of_their_own(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path), Glossary(), Settings())
    assert len({cache.key(texts) for texts in KEYS}) == len(KEYS)


MATTERS = {"rule_folders", "discovered", "script", "columns"}


def test_every_setting_is_known_to_matter_or_not() -> None:
    """A new setting counts as one that matters; here it is decided."""
    assert set(Settings._fields) - caches._ASIDE == MATTERS


FOLDERS = {
    "an XDG folder": ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/glosslint"),
    "a relative XDG folder, which does not count": ({"XDG_CACHE_HOME": "x"}, "~/.cache/glosslint"),
    "no XDG folder": ({}, "~/.cache/glosslint"),
}


@pytest.mark.skipif(os.name != "posix", reason="other systems have other folders")
@pytest.mark.parametrize("case", FOLDERS.values(), ids=FOLDERS.keys())
def test_where_it_lies(case: tuple[dict[str, str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder(case[0]) == os.path.expanduser(case[1])


def test_a_configuration_can_forbid_it_and_cannot_move_it(project: Path) -> None:
    assert load_settings(cache="/x").cache == "/x"
    Path("glosslint.yaml").write_text(projects.CONFIG + "cache: false\n", encoding="utf-8")
    assert load_settings(cache="/x").cache == ""
    Path("glosslint.yaml").write_text(projects.CONFIG + "cache: here\n", encoding="utf-8")
    with pytest.raises(Exception, match="known: true, false"):
        load_settings()


WORDS = st.sampled_from(
    "回填|补录|结点|节點|资金支出|backfill|The node.|CapEx|`node`|\n\n|，|。|**|（backfill）|码头|Docker|<!-- A node. -->".split(
        "|"
    )
)
PAGES = st.dictionaries(
    st.sampled_from(["zh/a.md", "en/a.md", "zh/b.md", "en/b.md", "c.txt", "d.po", "zh/e.md"]),
    st.lists(WORDS, max_size=30).map("".join),
    min_size=2,
)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(PAGES, st.randoms(use_true_random=False))
def test_cold_and_warm_and_damaged_and_none_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, pages: dict[str, str], chance: object
) -> None:
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(observing, "CACHED", 0)
        patch.chdir(folder)
        projects.write(folder, bad=False)
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8")
        wanted = projects.run()
        cache = folder / "cache"
        assert projects.run(cache=cache) == wanted
        assert projects.run(cache=cache) == wanted
        for path in entries(cache):
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1 + chance.randrange(255)  # type: ignore[attr-defined]
            path.write_bytes(data)
        assert projects.run(cache=cache) == wanted


@needs_shared
@pytest.mark.parametrize("corpus", ["agentic_mt", "python", "plfa"])
def test_real_documents_are_the_same_cold_and_warm(corpus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SHARED is not None
    monkeypatch.chdir(SHARED / "bench" / "dev" / corpus)
    (glossary,) = (name for name in ("terminology.md", "glossary.csv", "glossary.md") if os.path.exists(name))
    run = load_settings(isolated=True, glossaries=[glossary])
    paths = tuple(sorted((str(path) for path in Path().rglob("*.[mp][do]") if path.name != glossary), key=os.path.getsize)[:4])
    wanted = projects.run(paths, run)
    assert wanted[0].findings  # type: ignore[attr-defined]
    assert projects.run(paths, run, cache=tmp_path) == wanted
    assert projects.run(paths, run, cache=tmp_path) == wanted
