"""`--fix` and `--diff` on real files: what changes, and all that does not."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from linter import lint_text, load_glossary
from linter.cli import main
from linter.documents.read import read_document
from linter.finding import Edit, Finding, Fix, Place
from linter.fix import fixed
from linter.source import Source

TABLE = """\
| en | zh |
|---|---|
| ground truth | 真值(禁用:地面真相) |
| error budget | 错误预算 |
| nowcasting | 临近预报 |
| cursor | 游标(禁用:光标) |
| upsampling | 升采样 |
| downsampling | 降采样 |
"""
SAFE = "他说雷达就是地面真相，光标停在这里。"
SAFE_FIXED = "他说雷达就是真值，游标停在这里。"

Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "GLOSSARY.md").write_text(TABLE, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> int:
    return main(["check", "--lang", "en", "--glossary", "GLOSSARY.md", *arguments])


BYTES: dict[str, tuple[bytes, bytes]] = {
    "UTF-8": (SAFE.encode(), SAFE_FIXED.encode()),
    "no line end at the end, blank lines, trailing spaces": (
        f"\n\n{SAFE}  \n\n\n  \t".encode(), f"\n\n{SAFE_FIXED}  \n\n\n  \t".encode()
    ),
    "a byte order mark": (f"\ufeff{SAFE}\n".encode(), f"\ufeff{SAFE_FIXED}\n".encode()),
    "CRLF": (f"# 一\r\n\r\n{SAFE}\r\n".encode(), f"# 一\r\n\r\n{SAFE_FIXED}\r\n".encode()),
    "CR": (f"# 一\r\r{SAFE}\r".encode(), f"# 一\r\r{SAFE_FIXED}\r".encode()),
    "mixed line ends": (f"# 一\r\n\n{SAFE}\r二\n".encode(), f"# 一\r\n\n{SAFE_FIXED}\r二\n".encode()),
    "UTF-16": (f"\ufeff{SAFE}\n".encode("utf-16-le"), f"\ufeff{SAFE_FIXED}\n".encode("utf-16-le")),
    "in a table": (f"| 甲 | 乙 |\n|---|---|\n| {SAFE} | `光标` |\n".encode(), f"| 甲 | 乙 |\n|---|---|\n| {SAFE_FIXED} | `光标` |\n".encode()),
    "never in literals": (
        "光标见 `光标` 和 [光标](光标.md)。\n\n```\n光标\n```\n\n$光标$ <a title=\"光标\">光标</a>\n".encode(),
        "游标见 `光标` 和 [游标](光标.md)。\n\n```\n光标\n```\n\n$光标$ <a title=\"光标\">游标</a>\n".encode(),
    ),
    "not where markup is inside": ("光**标**停在这里。\n".encode(), "光**标**停在这里。\n".encode()),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), BYTES.values(), ids=BYTES.keys())
def test_only_the_edits_change(folder: Path, before: bytes, after: bytes) -> None:
    page = folder / "page.md"
    page.write_bytes(before)
    check("--fix", "page.md")
    assert page.read_bytes() == after
    check("--fix", "page.md")
    assert page.read_bytes() == after


def test_an_encoding_of_the_configuration_is_kept(folder: Path) -> None:
    (folder / "glosslint.yaml").write_text("glossaries: [GLOSSARY.md]\nencoding: {'*.txt': gb18030}\n", encoding="utf-8")
    (folder / "page.txt").write_bytes(f"{SAFE}\n".encode("gb18030"))
    assert main(["check", "--fix", "page.txt"]) == 0
    assert (folder / "page.txt").read_bytes() == f"{SAFE_FIXED}\n".encode("gb18030")


def test_what_the_encoding_cannot_hold_is_left_alone_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "GLOSSARY.md").write_text("| en | zh |\n|---|---|\n| x-ray | 𠀀线(禁用:光标) |\n", encoding="utf-8")
    (folder / "glosslint.yaml").write_text("glossaries: [GLOSSARY.md]\nencoding: {'*.txt': gb2312}\n", encoding="utf-8")
    data = "光标停在这里。\n".encode("gb2312")
    (folder / "page.txt").write_bytes(data)
    assert main(["check", "--fix", "--lang", "en", "page.txt"]) == 1
    assert (folder / "page.txt").read_bytes() == data
    assert "page.txt is not fixed: gb2312 cannot hold the new text" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links of Unix")
def test_mode_and_links_stay(folder: Path) -> None:
    page = folder / "page.md"
    page.write_text(f"{SAFE}\n", encoding="utf-8")
    page.chmod(0o640)
    (folder / "link.md").symlink_to("page.md")
    os.link(page, folder / "other.md")
    assert check("--fix", "link.md") == 0
    assert (folder / "link.md").is_symlink()
    assert page.read_text(encoding="utf-8") == (folder / "other.md").read_text(encoding="utf-8") == f"{SAFE_FIXED}\n"
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["GLOSSARY.md", "link.md", "other.md", "page.md"]


def test_a_file_that_cannot_be_written_stays_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "page.md"
    page.write_text(f"{SAFE}\n", encoding="utf-8")

    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert check("--fix", "page.md") == 2
    assert "No space left on device" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == f"{SAFE}\n"
    assert sorted(path.name for path in folder.iterdir()) == ["GLOSSARY.md", "page.md"]


SOURCE = """\
The radar is the ground truth, and nowcasting uses the whole error budget.

He applies upsampling at the end.
"""
TARGET = """\
雷达就是地面真相，而 nowcasting 用掉了全部误差预算。

最后他用降采样（upsampling）还原。
"""


def test_safe_fixes_are_those_that_leave_nothing_to_decide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "talk_origin.md").write_text(SOURCE, encoding="utf-8")
    (folder / "talk.md").write_text(TARGET, encoding="utf-8")
    pair = ("--pair", "{}_origin.md={}.md", "talk.md")
    check("--fix", *pair)
    after = TARGET.replace("地面真相", "真值").replace("降采样（", "升采样（")
    assert (folder / "talk.md").read_text(encoding="utf-8") == after
    assert "findings fixed: 2, files: 1" in capsys.readouterr().err
    assert check("--fix", "--unsafe-fixes", *pair) == 0
    after = after.replace("而 nowcasting 用掉", "而临近预报用掉").replace("误差预算", "错误预算")
    assert (folder / "talk.md").read_text(encoding="utf-8") == after
    assert (folder / "talk_origin.md").read_text(encoding="utf-8") == SOURCE


def test_only_listed_findings_are_fixed(folder: Path) -> None:
    (folder / "page.md").write_text(f"{SAFE}\n", encoding="utf-8")
    check("--fix", "--ignore", "GL301", "page.md")
    assert (folder / "page.md").read_text(encoding="utf-8") == f"{SAFE}\n"


PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#, c-format
msgid "the cursor %s of \\"ground truth\\" moves"
msgstr "\\"地面真相\\"的光标 %s 移动"

msgid "%d cursor"
msgid_plural "%d cursors"
msgstr[0] "%d 个光标"

msgid "cursor"
msgstr ""
"光"
"标"
"\\n光标\\t"
"""


def test_a_catalogue_stays_valid(folder: Path) -> None:
    page = folder / "zh.po"
    page.write_text(PO, encoding="utf-8")
    check("--fix", "zh.po")
    after = page.read_text(encoding="utf-8")
    assert after == (
        PO.replace("地面真相", "真值").replace("的光标", "的游标").replace("个光标", "个游标").replace("n光标", "n游标")
    )
    _compiles(page)


def _compiles(page: Path) -> None:
    program = shutil.which("msgfmt")
    if program:
        done = subprocess.run([program, "-c", "-o", os.devnull, str(page)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("form", ["a|b", "*重*", "`x`", "[链接]", "<b>", "$x$", "100%", 'say "x"', "a\\b", "&amp;"])
def test_a_form_with_marks_is_put_nowhere(form: str, tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(
        f"entries:\n  - source: [cursor]\n    target: {_quoted(form)}\n    deprecated: [光标]\n", encoding="utf-8"
    )
    findings = lint_text("光标停在这里。", glossary=load_glossary(str(tmp_path / "g.yaml")))
    assert [(finding.code, finding.fix) for finding in findings] == [("GL301", None)]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


# -- the patch

NAMES = ["page.md", "一 页.md", 'quo"te.md', "deep/er/page.md"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", ["\n", "", "\r\n"], ids=["LF", "no line end", "CRLF"])
@pytest.mark.parametrize("inner", [False, True], ids=["at the root", "in a folder"])
def test_git_applies_the_patch(folder: Path, name: str, end: str, inner: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ["git", "-c", "core.autocrlf=false"]
    subprocess.run([*git, "init", "-q"], check=True, cwd=folder)
    if inner:
        (folder / "inner").mkdir()
        shutil.copy("GLOSSARY.md", "inner/GLOSSARY.md")
        monkeypatch.chdir(folder / "inner")
    page = Path(name)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(f"# 一\n\n{SAFE}{end}".encode())
    done = subprocess.run(
        [sys.executable, "-m", "linter", "check", "--glossary", "GLOSSARY.md", "--diff", name], capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert page.read_bytes() == f"# 一\n\n{SAFE}{end}".encode(), "--diff changes no file"
    subprocess.run([*git, "apply", "-"], input=done.stdout, check=True)
    assert page.read_bytes() == f"# 一\n\n{SAFE_FIXED}{end}".encode()
    again = subprocess.run(
        [sys.executable, "-m", "linter", "check", "--glossary", "GLOSSARY.md", "--diff", name], capture_output=True, check=False
    )
    assert (again.returncode, again.stdout) == (0, b"")


@pytest.mark.parametrize(
    "options",
    [
        ("--fix", "--diff"),
        ("--unsafe-fixes",),
        ("--diff", "--output-format", "json"),
        ("--fix", "--stdin-filename", "x.md"),
    ],
)
def test_options_that_exclude_each_other(options: tuple[str, ...], folder: Path) -> None:
    assert check(*options) == 2


# -- the edits themselves


def finding(start: int, end: int, found: str, text: str) -> Finding:
    place = Place("x.md", 1, start, 1, end)
    return Finding(place, "forbidden-variant", "GL301", "error", "m", found=found, fix=Fix("safe", (Edit(*place[1:], text),)))


def test_of_two_overlapping_fixes_one_is_applied() -> None:
    source = Source("x.md", "甲乙丙丁")
    done = fixed(source, [finding(2, 4, "乙丙", "二三"), finding(3, 5, "丙丁", "三四"), finding(1, 2, "甲", "一")])
    assert done.text == "一二三丁"
    assert [f.found for f in done.findings] == ["甲", "乙丙"]


@pytest.mark.parametrize(
    "stale",
    [finding(1, 3, "丙丁", "x"), finding(4, 9, "丁", "x"), finding(1, 2, "甲", "x")._replace(place=Place("x.md", 9, 1, 9, 2))],
)
def test_a_stale_place_is_left_alone(stale: Finding) -> None:
    assert fixed(Source("x.md", "甲乙丙丁"), [stale]).text == "甲乙丙丁"


WORDS = (
    "地面真相",
    "光标",
    "真值",
    "游标",
    "雷达",
    "的",
    "，",
    "。",
    " ",
    "`光标`",
    "**",
    "[光标](光标)",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "| ",
    "x",
    "<b>",
    "$",
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
def test_fixing_converges_and_touches_nothing_else(text: str) -> None:
    glossary = load_glossary(_table())
    source = Source("x.md", text)
    findings = lint_text(text, glossary=glossary, path="x.md")
    done = fixed(source, findings)
    literal = "".join(text[l.span.start : l.span.end] for l in read_document(source).literals)  # noqa: E741
    after = Source("x.md", done.text)
    assert literal == "".join(done.text[l.span.start : l.span.end] for l in read_document(after).literals)  # noqa: E741
    for word, right in (("地面真相", "真值"), ("光标", "游标")):
        gone = sum(f.found == word for f in done.findings)
        assert done.text.count(word) == text.count(word) - gone
        assert done.text.count(right) == text.count(right) + gone
    assert not [f for f in lint_text(done.text, glossary=glossary, path="x.md") if f.fix and f.fix.safety == "safe"]


def _table() -> str:
    path = Path(__file__).with_name("fixing.csv")
    return str(path)


@needs_shared
@pytest.mark.parametrize("corpus", ["agentic_mt", "git_zh_CN", "plfa", "python"])
def test_real_documents_are_fixed_once(corpus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of labelled documents: a second run changes nothing, no finding of another rule turns up, catalogues compile."""
    assert SHARED is not None
    bench = SHARED / "bench" / "dev"
    shutil.copytree(bench / corpus, tmp_path / corpus)
    monkeypatch.chdir(tmp_path / corpus)
    arguments = json.loads((bench / "run.json").read_text(encoding="utf-8"))[corpus]
    command = [
        "check",
        *arguments,
        "--exit-zero",
        "--cache-dir",
        str(tmp_path / "cache"),
        "--output-format",
        f"json={tmp_path / 'report.json'}",
    ]

    def run(*options: str) -> set[str]:
        assert main([*command, *options]) == 0
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        return {finding["rule"] for finding in report["findings"]}

    def files() -> dict[str, bytes]:
        return {
            path.relative_to(tmp_path / corpus).as_posix(): path.read_bytes()
            for path in sorted(Path().resolve().rglob("*"))
            if path.is_file()
        }

    before = run()
    original = files()
    assert run("--fix", "--unsafe-fixes") <= before
    once = files()
    assert once != original
    assert once.keys() == original.keys()
    run("--fix", "--unsafe-fixes")
    assert files() == once
    for name in once:
        if name.endswith(".po") and once[name] != original[name]:
            _compiles(Path(name))
