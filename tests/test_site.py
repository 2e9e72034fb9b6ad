"""The site: it is built without a warning, and what it shows is what the program does."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from linter.cli import main

ROOT = Path(__file__).resolve().parents[1]
CI = ("docs/ci.md", "docs/ci.zh-CN.md")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_in_the_menu_and_built(site: Path) -> None:
    text = re.sub(r"!!python/object/apply:\S+", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = set(re.findall(r"[\w.-]+\.md", str(yaml.safe_load(text)["nav"])))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert pages - listed <= {"README.md"}
    for name in listed:
        stem = name.removesuffix(".md")
        built = site / ("index.html" if stem == "index" else f"{stem}/index.html")
        assert built.exists(), name


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        fetched = re.findall(r"<(?:script|img|iframe)[^>]* src=\"?(https?:[^\" >]+)", page.read_text(encoding="utf-8"))
        fetched += re.findall(r"<link[^>]* rel=\"?stylesheet\"?[^>]* href=\"?(https?:[^\" >]+)", page.read_text(encoding="utf-8"))
        assert not fetched, page


def _picture() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_picture_is_of_this_version(lang: str) -> None:
    """python docs/picture.py makes it anew."""
    picture = _picture()
    shown = picture.PICTURES[lang].read_text(encoding="utf-8")
    assert _texts(shown) == _texts(picture.picture(lang))
    assert "http" not in shown.replace("http://www.w3.org/2000/svg", "")


def _texts(svg: str) -> str:
    return html.unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What an editor gets."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "GLOSSARY.md").write_text("| en | zh |\n|---|---|\n| cursor | 游标(禁用:光标) |\n", encoding="utf-8")
    (tmp_path / "a b.md").write_text("移动光标。\n", encoding="utf-8")
    main(["check", "--quiet", "--lang", "en", "--output-format", "concise", "a b.md"])
    return capsys.readouterr().out


@pytest.mark.parametrize("name", CI)
def test_the_error_matcher_of_vs_code(name: str, page: str) -> None:
    (task,) = re.findall(r"^```json\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    matcher = json.loads(task)["problemMatcher"]["pattern"]
    match = re.fullmatch(matcher["regexp"], page.rstrip("\n"))
    assert match
    assert [match[matcher[part]] for part in ("file", "line", "column", "severity", "code")] == [
        "a b.md",
        "1",
        "3",
        "error",
        "GL301",
    ]


@pytest.mark.parametrize("name", CI)
def test_the_workflows_shown_are_yaml(name: str) -> None:
    shown = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    loaded = [yaml.safe_load(text) for text in shown]
    assert {hook["id"] for repo in loaded[0]["repos"] for hook in repo["hooks"]} <= hooks
    used = next(step["with"] for step in loaded[1]["steps"] if "glosslint" in step["uses"])
    assert set(used) <= set(inputs)
    assert set(re.findall(r"^\| `([a-z-]+)` \|", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)) >= set(inputs)
    assert "glosslint" in loaded[2]
