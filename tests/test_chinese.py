"""Everything that is said or raised has a sentence in Chinese, and every sentence in Chinese is of something that is said or raised."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.chinese import _ARGPARSE, _SYSTEM, ENDINGS, FRAMES, SENTENCES, in_chinese
from linter.cli import main

PACKAGE = Path(__file__).resolve().parents[1] / "linter"
SAYING = {  # function -> which argument is a sentence
    "say": 0, "UsageError": 0, "InputError": 1, "BinaryInput": 1, "ArgumentTypeError": 0, "ValueError": 0, "fail": 0, "error": -1,
    "_error": -1, "Fault": 1, "Problem": -1,
}  # fmt: skip
# What is only raised about files of ours, and what only programs raise and catch.
NOT_SAID = ("rules/generate.py", "rules/senses.py", "rules/variants.py", "records.py")
KINDS = r"(?:error|warning|note): "


def templates(node: ast.expr) -> Iterator[str]:
    """A text with %1, %2 … for what is put into it; both texts of a conditional one; none for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        text, count, gap = "", 0, False
        for part in node.values:
            if isinstance(part, ast.Constant):
                text, gap = text + str(part.value), False
            elif not gap:
                count, gap = count + 1, True
                text += f"%{count}"
        yield text
    elif isinstance(node, ast.IfExp):
        yield from templates(node.body)
        yield from templates(node.orelse)


def said() -> Iterator[tuple[str, str]]:
    """(where, sentence) of everything that is said or raised; without the kind before it, and without what is a value only."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name in NOT_SAID:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for sentence in sentences(node):
                text = re.sub(f"^{KINDS}", "", sentence)
                if re.search("[a-z] [a-z]|[a-z]{2}.*%|%.*[a-z]{2}", text):
                    yield f"{name}:{getattr(node, 'lineno', 0)}", text


def sentences(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        called = (
            node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        )
        if called in SAYING and len(node.args) > max(0, SAYING[called]):
            yield from templates(node.args[SAYING[called]])
        if called == "append" and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("notes"):
            yield from templates(node.args[0])
    elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:  # of a reader of pairs
        for text in templates(node.value.elts[1]):
            if " " in text:
                yield text


def written() -> set[str]:
    """Every text in the code."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name != "chinese.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.expr):
                    found.update(re.sub(f"^{KINDS}", "", text) for text in templates(node))
    return found


def test_everything_that_is_said_has_a_sentence_in_chinese() -> None:
    known = {*SENTENCES, *FRAMES}
    assert [f"{where}: {text}" for where, text in said() if text not in known] == []


def test_every_sentence_in_chinese_is_of_something_that_is_said() -> None:
    assert sorted(set(SENTENCES) - set(_ARGPARSE) - set(_SYSTEM) - written()) == []


@pytest.mark.parametrize("english", [*FRAMES, *SENTENCES, *ENDINGS])
def test_a_translation_has_the_values_of_its_sentence_and_the_marks_of_chinese(english: str) -> None:
    chinese = {**FRAMES, **SENTENCES, **ENDINGS}[english]
    assert sorted(re.findall(r"%\+?(\d)", chinese)) == sorted(re.findall(r"%(\d)", english))
    assert re.search("[一-鿿：]", chinese) or chinese.strip() == "null"
    assert not re.search("[一-鿿）”][,;:?!.()]|[,;:?!()][一-鿿（“]| [，。；：）]", chinese)


TRANSLATIONS = {
    "a sentence": ("error: standard input is closed", "错误：标准输入已关闭"),
    "values": ("warning: a.md is not fixed: Permission denied", "警告：a.md 没有修正：没有权限"),
    "a sentence within a sentence": (
        "error: the baseline cannot be read: not a regular file; `glosslint baseline create` makes one",
        "错误：无法读取基线：不是普通文件；`glosslint baseline create` 可生成基线",
    ),
    "a place before it": ("error: docs/a.md:3:4: unknown encoding 'x'", "错误：docs/a.md:3:4: 没有 'x' 这种编码"),
    "a place with a colon and a blank": ("note: odd: name.md: no files to check", "说明：odd: name.md：没有可检查的文件"),
    "a value that reads like a word of the table": (
        "error: a file cannot be its own source: the file", "错误：文件不能作自己的原文：the file"
    ),
    "a suggestion": ("no rule is called 'GL1O1' (did you mean 'GL101'?)", "没有这条规则：'GL1O1'（是不是 'GL101'？）"),
    "where to read on": ("--limit is 0 or more; see glosslint mine --help", "--limit 不能小于 0；参见 glosslint mine --help"),
    "the longest sentence that fits": ("note: 3 more rows with --limit 0", "说明：另有 3 行，用 --limit 0 可全部列出"),
    "what nobody has translated stays": ("error: flux capacitor: overheated", "错误：flux capacitor: overheated"),
    "a name that looks like a place in the table": ("one argument too many: %1", "多出一个参数：%1"),
}  # fmt: skip


@pytest.mark.parametrize(("english", "chinese"), TRANSLATIONS.values(), ids=TRANSLATIONS.keys())
def test_translated(english: str, chinese: str) -> None:
    assert in_chinese(english) == chinese


def test_names_full_of_sentences_cost_little() -> None:
    name = "error: not JSON: " * 2_000
    assert in_chinese(f"one argument too many: {name}") == f"多出一个参数：{name}"
    assert in_chinese(name).count("：") < 20


# arguments, what standard error says
COMMANDS: dict[str, tuple[list[str], str]] = {
    "an unknown option": (["--glosary", "x"], "没有这个选项：--glosary（是不是 '--glossary'？）；参见 glosslint check --help"),
    "an option without its value": (["check", "--glossary"], "选项 --glossary 后面缺少内容；参见 glosslint check --help"),
    "an option with a value that it does not take": (["--fix=all"], "选项 --fix 后面不能写内容：'all'；参见 glosslint check --help"),
    "a choice that there is not": (["--show", "all"], "--show 不能是 'all'（可选："),
    "a number that is none": (["-j", "many"], "-j/--jobs：应为 1 到 256 之间的数，而不是 'many'；参见 glosslint check --help"),
    "a percentage that is none": (["adherence", "--fail-under", "x"], "--fail-under 后面应为一个数，而不是 'x'"),
    "a missing argument": (["explain"], "缺少参数：FILE:LINE|RULE；参见 glosslint explain --help"),
    "an argument too many": (["explain", "a", "b"], "多出一个参数：b；参见 glosslint explain --help"),
    "a rule that there is not": (["--select", "GL1O1"], "没有这条规则：'GL1O1'（是不是 'GL101'？）"),
    "a format that there is not": (["--output-format", "jsn"], "没有这种输出格式：'jsn'（是不是 'json'？）；可用的有：text、"[:26]),
    "a command behind its options": (["-v", "terms"], "没有文件 terms；命令要写在选项前面：glosslint terms …"),
    "a file that there is not": (["explain", "none.md:3"], "none.md: 没有这个文件或文件夹"),
    "a file that has no such line": (["explain", "a.md:99"], "a.md 没有第 99 行，最后一行是第 1 行"),
    "options that exclude each other": (["--fix", "--diff"], "--fix 与 --diff 不能同时使用"),
    "no glossary": (["--isolated", "a.md"], "警告：没有术语表：没有写明，"),
    "nothing to check": (["--isolated", "empty"], "警告：没有可检查的文件"),
    "a note": (["explain", "-v", "a.md:1"], "说明：配置：glosslint.yaml"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.md").write_text("回滚会删除锁文件。\n", encoding="utf-8")
    (tmp_path / "glosslint.yaml").write_text("exclude: []\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("arguments", "err"), COMMANDS.values(), ids=COMMANDS.keys())
def test_a_command_speaks_chinese(arguments: list[str], err: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([*arguments, "--lang", "zh"])
    assert err in capsys.readouterr().err


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_a_chinese_locale_speaks_chinese(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for other in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, "zh_CN.UTF-8")
    main(["--fix", "--diff"])
    assert capsys.readouterr().err == "glosslint: 错误：--fix 与 --diff 不能同时使用\n"
    main(["--fix", "--diff", "--lang=en"])
    assert capsys.readouterr().err == "glosslint: error: --fix and --diff exclude each other\n"


def test_a_configuration_speaks_its_language_once_it_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "glosslint.yaml").write_text("lang: zh\n", encoding="utf-8")
    main(["explain", "none.md:3"])
    assert capsys.readouterr().err == "glosslint: 错误：none.md: 没有这个文件或文件夹\n"


# a line of a rule file, and what stands instead -> what is said of it
RULE_FAULTS = {
    "code": ("code: l1", "glosslint.rules/r.yaml:1:7: 代码由大写字母和数字组成，如 GL101"),
    "name": ("name: A b", "glosslint.rules/r.yaml:2:7: 名称由小写单词和连字符组成，如 wrong-translation"),
    "reports": ("reports: patern", "没有这种报告对象：'patern'（是不是 'pattern'？）；可用的有："),
    "severity": ("severity: by-grade", "样式所凭的证据不分强弱：此处应为 error、warning 或 hint"),
    "message": ("message: {zh: 见 {fuond}}", "没有这个值：{fuond}（是不是 'found'？）；可用的有："),
    "regex": ("regex: '(a'", "不是正则表达式：missing )"),
    "examples": ("examples: 1", "此处应为一列示例，而不是文本"),
}  # fmt: skip
RULE = {
    "code": "code: TT001", "name": "name: a-rule", "reports": "reports: pattern", "severity": "severity: hint",
    "message": "message: {zh: 见 {found}}", "regex": "regex: 'a'", "examples": "examples: []",
}  # fmt: skip


@pytest.mark.parametrize("key", RULE_FAULTS)
def test_a_fault_of_a_rule_is_told_in_chinese(key: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "glosslint.yaml").write_text("rules: [glosslint.rules]\n", encoding="utf-8")
    (folder / "glosslint.rules").mkdir()
    written, said = RULE_FAULTS[key]
    text = "\n".join({**RULE, key: written}.values())
    (folder / "glosslint.rules" / "r.yaml").write_text(text.replace("{zh: 见", "{zh: '见").replace("}}", "}'}"), encoding="utf-8")
    assert main(["--lang", "zh", "a.md"]) == 2
    assert said in capsys.readouterr().err


def test_a_finding_about_a_file_that_cannot_be_read_is_in_chinese(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.md").write_bytes("回滚。\n".encode("gbk"))
    assert main(["--lang", "zh", "--output-format", "concise", "b.md"]) == 3
    assert "未能检查：第 0 个字节不是 utf-8 编码；其他编码可在配置中用 `encoding` 写明" in capsys.readouterr().out


@pytest.mark.parametrize(
    "form", ["text", "concise", "json", "github", "gitlab", "sarif", "checkstyle", "junit", "rdjson", "markdown"]
)
def test_a_report_of_a_file_that_is_not_there_is_in_chinese(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the rule that reports such files is off."""
    assert main(["--lang", "zh", "--ignore", "GL901", "--output-format", form, "none.md"]) == 3
    streams = capsys.readouterr()
    assert "没有这个文件或文件夹" in streams.out + streams.err
    assert "No such file" not in streams.out + streams.err


def test_notes_are_in_chinese(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "GLOSSARY.md").write_text("| English | 中文 |\n|---|---|\n| rollback | 回滚 |\n", encoding="utf-8")
    assert main(["--lang", "zh", "--verbose", "a.md"]) == 0
    assert capsys.readouterr().out.startswith("说明：配置：glosslint.yaml\n说明：找到术语表：GLOSSARY.md\n")
