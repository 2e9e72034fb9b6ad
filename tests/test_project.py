"""A run over a project: which files are evidence, which source and which glossary is in force."""

from __future__ import annotations

import shutil
from pathlib import Path

import projects
import pytest
from shared import SHARED, needs_shared

from linter.config import load_settings
from linter.finding import Finding
from linter.run import check

GLOSSARY = "| English | 中文 |\n|---|---|\n| backfill | 回填 |\n| CapEx | 资本支出 |\n"
CONFIG = "glossaries: [GLOSSARY.md]\npairs: ['en/{}=zh/{}']\n"
PAGES = {  # name -> (English, Chinese)
    "one.md": (
        "A backfill takes two days in March.\n\nThe CapEx of 2019 was high.",
        "三月的一次回填要两天。\n\n2019 年的资本支出很高。",
    ),
    "two.md": ("Nobody watches the backfill.\n\nWe drink 3 cups of tea.", "没有人盯着补录。\n\n我们喝 3 杯茶。"),
    "three.md": (
        "Start the backfill on Sunday, 8 May.\n\nThe office closes at 5.",
        "5 月 8 日周日启动补录。\n\n办公室 5 点关门。",
    ),
    "four.md": (
        "We stopped the backfill in 2020.\n\nThe CapEx fell by 40 %.",
        "我们在 2020 年停掉了补录。\n\n资金支出下降了 40%。",
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "GLOSSARY.md").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "glosslint.yaml").write_text(CONFIG, encoding="utf-8")
    for side, index in (("en", 0), ("zh", 1)):
        (tmp_path / side).mkdir()
        for name, texts in PAGES.items():
            (tmp_path / side / name).write_text(texts[index] + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(f.place.path, f.found, f.severity) for f in findings if f.severity != "hint"]


def test_the_whole_project(project: Path) -> None:
    result = check([], load_settings())
    assert told(result.findings) == [
        ("zh/four.md", "补录", "error"),
        ("zh/four.md", "资金支出", "error"),
        ("zh/three.md", "补录", "error"),
        ("zh/two.md", "补录", "error"),
    ]
    assert result.files == 4  # the English files are sources, the glossary is no document


def test_one_file_is_judged_with_the_evidence_of_the_project(project: Path) -> None:
    assert told(check(["zh/two.md"], load_settings()).findings) == [("zh/two.md", "补录", "error")]


def by_file(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    """Findings in documents; what is told of a glossary's rows depends on the documents that are shown."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.path, []).append(finding)
    return found


def test_a_file_alone_is_told_what_the_whole_run_tells_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    projects.write(tmp_path, bad=False)
    monkeypatch.chdir(tmp_path)
    whole = by_file(check([], load_settings()).findings)
    assert len(whole) > 5
    for path in projects.PAGES.keys() - {"empty.md"}:
        if not path.startswith("en/"):
            assert by_file(check([path], load_settings()).findings).get(path, []) == whole.get(path, []), path


@needs_shared
def test_real_files_alone_are_told_what_the_whole_run_tells_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a book whose rows are on trial, are followed, and are rendered in several ways."""
    assert SHARED is not None
    shutil.copytree(SHARED / "bench" / "dev" / "plfa", tmp_path, dirs_exist_ok=True)
    (tmp_path / "glosslint.yaml").write_text("glossaries: [glossary.md]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    settings = load_settings()._replace(cache=str(tmp_path / ".cache"))
    whole = by_file(check(["src"], settings).findings)
    paths = sorted(path for path in whole if path.startswith("src"))
    assert len(paths) > 10
    for path in paths[::6]:
        assert by_file(check([path], settings).findings)[path] == whole[path], path


def test_isolated_knows_the_named_file_alone(project: Path) -> None:
    settings = load_settings(isolated=True, glossaries=["GLOSSARY.md"], pairs=["en/{}=zh/{}"])
    assert told(check(["zh/two.md"], settings).findings) == []


def test_the_order_of_the_paths_does_not_matter(project: Path) -> None:
    paths = ["zh/four.md", "zh/one.md", "zh/two.md", "zh/three.md"]
    assert check(paths, load_settings()) == check(paths[::-1], load_settings())


def test_a_table_in_the_document_wins_over_the_project_s_glossary(project: Path) -> None:
    page = project / "zh" / "two.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n| English | 中文 |\n|---|---|\n| backfill | 补录 |\n", encoding="utf-8")
    assert told(check(["zh/two.md"], load_settings()).findings) == []


def test_a_file_that_cannot_be_decoded_is_named_and_the_others_are_checked(project: Path) -> None:
    (project / "zh" / "three.md").write_bytes("启动补录。".encode("gb18030"))
    result = check([], load_settings())
    assert [error.path for error in result.errors] == ["zh/three.md"]
    assert ("zh/three.md", "", "error") in told(result.findings)
    assert ("zh/four.md", "资金支出", "error") in told(result.findings)


def test_an_encoding_of_the_configuration_is_used(project: Path) -> None:
    (project / "glosslint.yaml").write_text(CONFIG + "encoding: {'zh/three.md': gb18030}\n", encoding="utf-8")
    page = project / "zh" / "three.md"
    page.write_bytes(page.read_text(encoding="utf-8").encode("gb18030"))
    result = check([], load_settings())
    assert not result.errors
    assert ("zh/three.md", "补录", "error") in told(result.findings)


def test_a_binary_file_is_a_note_where_it_is_met_and_an_error_where_it_is_named(project: Path) -> None:
    (project / "zh" / "image.txt").write_bytes(b"PNG\0\0")
    met, named = check([], load_settings()), check(["zh/image.txt"], load_settings())
    assert not met.errors
    assert any("zh/image.txt" in note for note in met.notes)
    assert [error.path for error in named.errors] == ["zh/image.txt"]


def unused(findings: tuple[Finding, ...]) -> list[str | None]:
    return [finding.term for finding in findings if finding.code == "GL506"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param([], ["turnover", "K-FAC"], id="no path"),
        pytest.param(["."], ["turnover", "K-FAC"], id="the root"),
        pytest.param(["en", "zh"], ["turnover", "K-FAC"], id="every folder of it"),
        pytest.param(["zh/one.md"], [], id="one file"),
        pytest.param(["zh"], [], id="one folder, the sources being found"),
    ],
)
def test_rows_that_nothing_needs_are_told_by_a_run_over_everything(project: Path, paths: list[str], expected: list[str]) -> None:
    rows = "| turnover | 营业额 |\n| K-FAC | K-FAC |\n| throughput | |\n| back-fill | 回填 |\n"
    (project / "GLOSSARY.md").write_text(GLOSSARY + rows, encoding="utf-8")
    found = check(paths, load_settings()).findings
    assert unused(found) == expected
    assert all(finding.severity == "hint" and finding.place.path == "GLOSSARY.md" for finding in found if finding.code == "GL506")


def test_a_row_is_used_where_only_its_translation_stands(project: Path) -> None:
    (project / "GLOSSARY.md").write_text(GLOSSARY + "| tea | 茶 |\n| coffee | 咖啡 |\n", encoding="utf-8")
    (project / "zh" / "five.md").write_text("我们也喝咖啡。\n", encoding="utf-8")
    assert unused(check([], load_settings()).findings) == []


def test_a_run_that_could_not_read_everything_tells_no_row(project: Path) -> None:
    (project / "GLOSSARY.md").write_text(GLOSSARY + "| turnover | 营业额 |\n", encoding="utf-8")
    (project / "zh" / "five.md").write_bytes(b"\xff\xfe\xff")
    assert unused(check([], load_settings()).findings) == []
