"""The nearest configuration file becomes settings; a fault in it is named where it stands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from linter.config import Settings, language, load_settings
from linter.errors import UsageError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(path: str, text: str = "") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


FULL_YAML = """\
# 配置
glossaries: [terms/ai.csv]
pairs:
  - en/{}=zh/{}
rules: [house-rules]
select: [GL101, gloss-mismatch]
ignore: [GL104]
per-file-ignores:
  "docs/old/": [GL101]
include: ["zh/"]
exclude: ["*.draft.md"]
script: zh-Hant-TW
encoding: {"*.txt": gb18030}
fail-level: error
lang: zh
severity: {GL104: "off"}
options: {wrong-translation: {limit: 3, loud: yes, words: [a, b]}}
"""
FULL_TOML = """\
[project]
name = "x"  # glossaries = not here

[tool.glosslint]
glossaries = ["terms/ai.csv"]
pairs = ["en/{}=zh/{}"]
rules = ["house-rules"]
select = ["GL101", "gloss-mismatch"]
ignore = ["GL104"]
include = ["zh/"]
exclude = ["*.draft.md"]
script = "zh-Hant-TW"
encoding = {"*.txt" = "gb18030"}
fail-level = "error"
lang = "zh"
options.wrong-translation = {limit = 3, loud = "yes", words = ["a", "b"]}

[tool.glosslint.per-file-ignores]
"docs/old/" = ["GL101"]

[tool.glosslint.severity]
GL104 = "off"
"""


@pytest.mark.parametrize(
    ("name", "text"), [("glosslint.yaml", FULL_YAML), ("glosslint.yml", FULL_YAML), ("pyproject.toml", FULL_TOML)]
)
def test_every_key_is_read(folder: Path, name: str, text: str) -> None:
    write(name, text)
    settings = load_settings()
    assert settings._replace(places={}, notes=()) == Settings(
        root=str(folder),
        glossaries=("terms/ai.csv",),
        pairs=("en/{}=zh/{}",),
        rule_folders=("house-rules",),
        select=("GL101", "gloss-mismatch"),
        ignore=("GL104",),
        per_file_ignores=(("docs/old/", ("GL101",)),),
        include=("zh/",),
        exclude=("*.draft.md",),
        script="zh-Hant-TW",
        encoding=(("*.txt", "gb18030"),),
        fail_level="error",
        lang="zh",
        severity={"GL104": "off"},
        options={"wrong-translation": {"limit": "3", "loud": "yes", "words": ["a", "b"]}},
        config_path=name,
    )
    assert settings.notes == (f"configuration: {name}",)


def test_the_places_of_rule_names_are_kept() -> None:
    write("glosslint.yaml", "select: [GL101]\nper-file-ignores:\n  '*.md':\n    - GL999\nseverity: {GL301: hint}\n")
    places = load_settings().places
    assert places["select", "GL101"] == (1, 10)
    assert places["per-file-ignores.*.md", "GL999"] == (4, 7)
    assert places["severity", "GL301"] == (5, 12)


# (file, text, line, column, part of the message)
FAULTS = {
    "an unknown key, with the one that was meant": (
        "glosslint.yaml",
        "lang: zh\nselcet: [GL101]\n",
        2,
        1,
        "did you mean 'select'",
    ),
    "an unknown key after Chinese text": ("glosslint.yaml", "{exclude: [旧稿], inclde: []}", 1, 17, "did you mean 'include'"),
    "an unknown key in TOML": ("pyproject.toml", "[tool.glosslint]\n# failLevel\nfail_level = 'error'\n", 3, 1, "'fail-level'"),
    "an unknown key in a later TOML table": ("pyproject.toml", "[a]\nb=1\n[tool.glosslint.optoins]\nx = 1\n", 3, 2, "'options'"),
    "a number for a text is no known level": ("glosslint.yaml", "fail-level: 2", 1, 13, "unknown level '2'"),
    "a level that is nearly one": ("pyproject.toml", "[tool.glosslint]\nfail-level = 'warn'", 2, 1, "did you mean 'warning'"),
    "a table where a list belongs": ("glosslint.yaml", "select: {GL101: x}", 1, 9, "a text or a list of texts"),
    "a list where a table belongs": ("glosslint.yaml", "severity:\n  - GL101\n", 2, 3, "a mapping is expected"),
    "nothing where a list belongs": ("glosslint.yaml", "select:\nlang: zh", 1, 8, "a text is expected"),
    "a list inside a list": ("glosslint.yaml", "select: [[GL101]]", 1, 10, "a text is expected"),
    "a severity that is none": ("glosslint.yaml", "severity: {GL101: fatal}", 1, 19, "unknown severity"),
    "an encoding that is none": ("glosslint.yaml", "encoding:\n  '*.txt': gbkk\n", 2, 12, "no text encoding 'gbkk'"),
    "a codec that is no text encoding": ("glosslint.yaml", "encoding: {'*': rot13}", 1, 17, "no text encoding"),
    "a script that is none": ("glosslint.yaml", "script: zh-TW", 1, 9, "did you mean 'zh-Hant-TW'"),
    "a key that stands twice": ("glosslint.yaml", "lang: zh\nlang: en\n", 2, 1, "twice"),
    "an alias": ("glosslint.yaml", "select: &a [GL101]\nignore: *a\n", 2, 9, "alias"),
    "a tag": ("glosslint.yaml", "lang: !!python/name:os.system zh\n", 1, 7, "tag"),
    "broken YAML": ("glosslint.yaml", "select: [GL101\nlang: zh\n", 2, 5, "not YAML"),
    "broken TOML": ("pyproject.toml", "[tool.glosslint]\nselect = [\n", 3, 1, "not TOML"),
    "broken TOML, with its place": ("pyproject.toml", "[tool.glosslint]\nselect = = 1\n", 2, 10, "not TOML"),
    "a list at the top": ("glosslint.yaml", "- select\n", 1, 1, "a mapping is expected"),
    "TOML that is no table": ("pyproject.toml", "[tool]\nglosslint = 3\n", 2, 1, "a mapping is expected"),
    "invalid bytes are no configuration": ("glosslint.yaml", "lang: zh\nselect: [\udcff]\n", 2, 10, "not utf-8"),
    "a pair without a target": ("glosslint.yaml", "pairs:\n  - en/{}=zh/{}\n  - en/{}\n", 3, 5, "SOURCE=TARGET"),
    "a pair with the hole on one side only": ("glosslint.yaml", "pairs: ['en/{}=zh/a.md']", 1, 9, "once on each side"),
    "a glossary outside the project": ("glosslint.yaml", "glossaries: [ok.md, ../x.md]", 1, 21, "outside the project"),
    "a glossary anywhere on the machine": (
        "pyproject.toml",
        "[tool.glosslint]\nglossaries = [\n  '/etc/passwd',\n]",
        3,
        3,
        "outside",
    ),
    "rules outside the project": ("glosslint.yaml", "rules: [a/../../r]", 1, 9, "outside the project"),
    "sources outside the project": ("glosslint.yaml", "pairs: ['../en/{}=zh/{}']", 1, 9, "outside the project"),
}


@pytest.mark.parametrize(("name", "text", "line", "column", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_where_it_stands(name: str, text: str, line: int, column: int, message: str) -> None:
    Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert (caught.value.path, caught.value.line, caught.value.column) == (name, line, column)
    assert message in caught.value.message


def test_the_nearest_configuration_wins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("glosslint.yaml", "lang: zh")
    write("docs/pyproject.toml", "[tool.glosslint]\nfail-level = 'error'")
    write("docs/deep/er/x.md")
    monkeypatch.chdir(folder / "docs/deep/er")
    settings = load_settings()
    assert (settings.config_path, settings.lang, settings.fail_level) == ("../../pyproject.toml", "en", "error")
    assert settings.root == str(folder / "docs")


NOT_OURS = {
    "a pyproject.toml without our table": "[tool.other]\nx = 'glosslint'",
    "a broken pyproject.toml that does not speak of us": "[tool",
}


@pytest.mark.parametrize("text", NOT_OURS.values(), ids=NOT_OURS.keys())
def test_the_search_goes_on_above(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    write("glosslint.yaml", "lang: zh")
    write("docs/pyproject.toml", text)
    monkeypatch.chdir(folder / "docs")
    assert load_settings().config_path == "../glosslint.yaml"


def test_yaml_goes_before_toml_in_one_folder_and_says_so() -> None:
    write("glosslint.yaml", "lang: zh")
    write("pyproject.toml", "[tool.glosslint]\nlang = 'en'")
    settings = load_settings()
    assert settings.lang == "zh"
    assert any("pyproject.toml is passed over" in note for note in settings.notes)


def test_an_empty_configuration_still_makes_a_project(folder: Path) -> None:
    write("glosslint.yaml", "# nothing yet\n")
    assert load_settings().config_path == "glosslint.yaml"


def test_paths_of_a_configuration_are_relative_to_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("glosslint.yaml", "glossaries: [terms.md]\npairs: ['{}_origin.md={}.md', 'en/{}=zh/{}']\nrules: [house]")
    write("docs/x.md")
    monkeypatch.chdir(folder / "docs")
    settings = load_settings()
    assert settings.glossaries == ("../terms.md",)
    assert settings.pairs == ("../{}_origin.md=../{}.md", "../en/{}=../zh/{}")
    assert settings.rule_folders == ("../house",)
    monkeypatch.chdir(folder)
    assert load_settings(config="glosslint.yaml").pairs == ("{}_origin.md={}.md", "en/{}=zh/{}")


def test_a_configuration_may_use_the_whole_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(".git/HEAD")
    write("docs/glosslint.yaml", "glossaries: [../terms.md]")
    monkeypatch.chdir(folder / "docs")
    assert load_settings().glossaries == ("../terms.md",)


def test_a_link_does_not_lead_out_of_the_project(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (folder / "terms.md").symlink_to(tmp_path_factory.mktemp("elsewhere") / "secret.md")
    write("glosslint.yaml", "glossaries: [terms.md]")
    with pytest.raises(UsageError, match="outside the project"):
        load_settings()


GIVEN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "rules": ({"select": ["GL301"], "ignore": []}, {"select": ("GL301",), "ignore": ()}),
    "levels": ({"fail_level": "hint", "lang": "en"}, {"fail_level": "hint", "lang": "en"}),
    "glossaries and pairs": ({"glossaries": ["a.md"], "pairs": ["a={}.md".replace("{}", "b")]}, {"glossaries": ("a.md",)}),
    "nothing": ({}, {"select": ("GL101", "gloss-mismatch"), "lang": "zh", "fail_level": "error"}),
}


@pytest.mark.parametrize(("given", "expected"), GIVEN.values(), ids=GIVEN.keys())
def test_options_take_the_place_of_the_configuration(given: dict[str, Any], expected: dict[str, Any]) -> None:
    write("glosslint.yaml", FULL_YAML)
    settings = load_settings(**given)
    assert {key: getattr(settings, key) for key in expected} == expected


def test_isolated_looks_at_neither_configuration_nor_glossary() -> None:
    write("glosslint.yaml", "lang: nonsense")
    write("GLOSSARY.md", "| English | 中文 |")
    settings = load_settings(isolated=True)
    assert (settings.config_path, settings.glossaries, settings.isolated) == ("", (), True)
    with pytest.raises(UsageError, match="exclude each other"):
        load_settings(isolated=True, config="glosslint.yaml")


def test_a_named_configuration_must_be_there_and_be_one() -> None:
    with pytest.raises(UsageError, match=r"none\.yaml: the configuration cannot be read"):
        load_settings(config="none.yaml")
    write("other.toml", "[tool.black]")
    with pytest.raises(UsageError, match=r"no \[tool\.glosslint\] table"):
        load_settings(config="other.toml")


DISCOVERY = {
    "by its name, in either case": (["GLOSSARY.md", "terminology.csv", "README.md", "glossary.rst", "my-glossary.md"], None,
                                    ("GLOSSARY.md", "terminology.csv")),
    "not where the configuration names glossaries": (["GLOSSARY.md", "terms.md"], "glossaries: [terms.md]", ("terms.md",)),
    "not where the configuration wants none": (["GLOSSARY.md"], "glossaries: []", ()),
    "beside a configuration that says nothing of glossaries": (["glossary.yaml"], "lang: zh", ("glossary.yaml",)),
    "not in folders": (["docs/GLOSSARY.md"], None, ()),
}  # fmt: skip


@pytest.mark.parametrize(("files", "config", "expected"), DISCOVERY.values(), ids=DISCOVERY.keys())
def test_a_glossary_is_found(files: list[str], config: str | None, expected: tuple[str, ...]) -> None:
    for name in files:
        write(name)
    if config is not None:
        write("glosslint.yaml", config)
    settings = load_settings()
    assert settings.glossaries == expected
    assert settings.discovered == any(f"glossary found: {name}" in settings.notes for name in expected)


def test_the_root_of_the_search_is_the_configured_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("glosslint.yaml")
    write("GLOSSARY.md")
    write("docs/glossary.md")
    monkeypatch.chdir(folder / "docs")
    assert load_settings().glossaries == ("../GLOSSARY.md",)


REPOSITORY = {
    "from inside it": ([".git/HEAD", "GLOSSARY.md"], ("../GLOSSARY.md",)),
    "the working directory's own goes first": ([".git/HEAD", "GLOSSARY.md", "docs/glossary.csv"], ("glossary.csv",)),
    "a configuration says where the root is": ([".git/HEAD", "GLOSSARY.md", "docs/glosslint.yaml"], ()),
    "no repository, no search": (["GLOSSARY.md"], ()),
}


@pytest.mark.parametrize(("files", "expected"), REPOSITORY.values(), ids=REPOSITORY.keys())
def test_the_glossary_of_a_repository_is_found(
    files: list[str], expected: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "docs").mkdir()
    for name in files:
        write(name)
    monkeypatch.chdir(folder / "docs")
    assert load_settings().glossaries == expected


def test_a_glossary_option_ends_the_search(folder: Path) -> None:
    write("GLOSSARY.md")
    settings = load_settings(glossaries=["./other.md", str(folder / "docs" / "terms.csv")])
    assert settings.glossaries == ("other.md", "docs/terms.csv")  # as findings show them


LOCALES: dict[str, tuple[dict[str, str], str]] = {
    "Chinese": ({"LANG": "zh_CN.UTF-8"}, "zh"),
    "Taiwan": ({"LC_MESSAGES": "zh_TW"}, "zh"),
    "none": ({}, "en"),
    "LC_ALL goes first": ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
    "an empty one does not count": ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US"}, "zh"),
    "German": ({"LANG": "de_DE.UTF-8"}, "en"),
}


@pytest.mark.parametrize(("environment", "expected"), LOCALES.values(), ids=LOCALES.keys())
def test_the_language_follows_the_locale(environment: dict[str, str], expected: str) -> None:
    assert language(environment) == expected


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    write("glosslint.yaml", "options: " + "{a: " * 5000)
    with pytest.raises(UsageError):
        load_settings()
    os.remove("glosslint.yaml")
    write("pyproject.toml", "[tool.glosslint]\nselect = " + "[" * 5000)
    with pytest.raises(UsageError):
        load_settings()
