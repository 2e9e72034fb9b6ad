"""`glosslint init`: what it finds in a repository, and that its files do their work."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from linter import __version__
from linter.cli import main
from linter.cli.init import HOOKS, extended, hook

TABLE = "| English | 中文 |\n|---|---|\n| lock file | 锁文件 |\n| rollback | 回滚 |\n| cursor | 游标 |\n"
ENGLISH = "# Releases\n\nThe release writes a lock file, and a rollback removes it again.\n"
CHINESE = "# 发布\n\n发布时会写入一个锁文件，回滚会再把它删除。\n"
TRADITIONAL = "# 發佈\n\n發佈時會寫入一個鎖定檔，復原時會再把它刪除，這樣就不會遺留檔案。\n"
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a lock file"\nmsgstr "锁文件"\n'

# files, what the configuration has, and what a comment tells
CASES: dict[str, tuple[dict[str, str], dict[str, object], str]] = {
    "a table of its own": (
        {"docs/terms.md": TABLE, "docs/en/a.md": ENGLISH, "docs/zh/a.md": CHINESE},
        {"glossaries": ["docs/terms.md"]},
        "by the usual names: docs/zh/a.md",
    ),
    "CSV": (
        {"terms.csv": "en,zh\nlock file,锁文件\nrollback,回滚\ncursor,游标\n", "data.csv": "a,b\n1,2\n3,4\n5,6\n"},
        {"glossaries": ["terms.csv"]},
        "rows: 3",
    ),
    "a name that YAML would misread": (
        {"术语 #1: 表.md": TABLE, "a.md": CHINESE},
        {"glossaries": ["术语 #1: 表.md"]},
        "Without English, so that only the Chinese is checked: a.md",
    ),
    "a table inside a document": (
        {"talk.md": ENGLISH * 5 + CHINESE * 5 + "\n" + TABLE},
        {},
        "Documents with a glossary of their own: talk.md",
    ),
    "translations in another tree": (
        {f"docs/{n}/a.md": ENGLISH for n in "xyz"} | {f"i18n/zh-cn/current/{n}/a.md": CHINESE for n in "xyz"},
        {"pairs": ["docs/{}.md=i18n/zh-cn/current/{}.md"]},
        "translations: 3",
    ),
    "translations with a mark of their own": (
        {"a.md": ENGLISH, "b.md": ENGLISH, "a.译文.md": CHINESE, "b.译文.md": CHINESE},
        {"pairs": ["{}.md={}.译文.md"]},
        "translations: 2",
    ),
    "catalogues": ({"po/zh_CN.po": PO}, {}, "which hold their English: po/zh_CN.po"),
    "Traditional Chinese": ({"a.md": TRADITIONAL}, {"script": "zh-Hant-TW"}, "Traditional"),
    "nothing": ({}, None, "No glossary was found"),  # type: ignore[dict-item]
    "what git ignores is not looked at": (
        {".gitignore": "build/\n", "build/terms.md": TABLE, "a.md": CHINESE}, {}, "No glossary was found"
    ),
}  # fmt: skip


def made(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("files", "expected", "told"), CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_found_becomes_the_configuration(
    files: dict[str, str], expected: dict[str, object], told: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--lang", lang]) == 0
    text = (tmp_path / "glosslint.yaml").read_text(encoding="utf-8")
    loaded = yaml.safe_load(text)
    assert (loaded or None) == (expected or None)
    assert lang == "zh" or told in text
    assert main(["check", "--exit-zero"]) == 0, "the configuration is one that glosslint takes"
    assert main(["init"]) == 2, "nothing is written over"
    assert main(["init", "--force", "--lang", lang]) == 0
    assert (tmp_path / "glosslint.yaml").read_text(encoding="utf-8") == text


def test_a_dry_run_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, {"terms.md": TABLE})
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--dry-run", "--lang", "en"]) == 0
    assert yaml.safe_load(capsys.readouterr().out) == {"glossaries": ["terms.md"]}
    assert [path.name for path in tmp_path.iterdir()] == ["terms.md"]


def test_a_file_name_steers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "a\nselect: [GL301]\x1b[31m.md"
    try:
        made(tmp_path, {name: CHINESE})
    except OSError:
        pytest.skip("this file system has no such names")
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--lang", "en"]) == 0
    text = (tmp_path / "glosslint.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) is None
    assert "\x1b" not in text


# -- the hook

OTHERS = "repos:\n- repo: https://example.org/other\n  rev: v1\n  hooks:\n  - id: other\n"
CONFIGURATIONS: dict[str, tuple[str, bool]] = {
    "no indentation": (OTHERS, True),
    "indentation": ("# mine\nrepos:\n  - repo: https://example.org/other\n    rev: v1\n    hooks: [{id: other}]\n", True),
    "no line end at the end": (OTHERS.rstrip("\n"), True),
    "CRLF": (OTHERS.replace("\n", "\r\n"), True),
    "other keys before": ("fail_fast: true\n" + OTHERS, True),
    "other keys behind": (OTHERS + "fail_fast: true\n", False),
    "a list on one line": ("repos: [{repo: https://example.org/other, rev: v1, hooks: [{id: other}]}]\n", False),
    "no YAML": ("repos: [\n", False),
    "no mapping": ("- repo: x\n", False),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("text", "works"), CONFIGURATIONS.values(), ids=CONFIGURATIONS.keys())
def test_a_hook_is_added_only_where_the_rest_stays(text: str, works: bool) -> None:
    longer = extended(text.encode())
    assert (longer is not None) == works
    if longer is not None:
        assert longer.startswith(text.encode())
        after = yaml.safe_load(longer)
        assert after["repos"][-1] == yaml.safe_load(hook())[0]
        assert len(after["repos"]) == 2


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    made(tmp_path, {"terms.md": TABLE})
    return tmp_path


def test_the_hook_is_written_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--lang", "en"]) == 0
    text = (repository / HOOKS).read_text(encoding="utf-8")
    (entry,) = yaml.safe_load(text)["repos"]
    assert entry["hooks"][0]["additional_dependencies"] == [f"glosslint[dict]=={__version__}"]
    assert main(["init", "--force", "--lang", "en"]) == 0
    assert (repository / HOOKS).read_text(encoding="utf-8") == text
    assert "has a glosslint hook already" in capsys.readouterr().err


def test_a_hook_that_cannot_be_added_is_printed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / HOOKS).write_text("repos: []\n", encoding="utf-8")
    assert main(["init", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "could not be extended" in told.err
    assert yaml.safe_load(told.out) == yaml.safe_load(hook())
    assert (repository / HOOKS).read_text(encoding="utf-8") == "repos: []\n"


def test_no_hook_without_a_repository_or_where_nobody_wants_one(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["init", "--no-hook"]) == 0
    assert not os.path.exists(HOOKS)
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert main(["init"]) == 0
    assert not os.path.exists(HOOKS)
