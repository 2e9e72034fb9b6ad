"""`glosslint init`: a configuration and a hook for the repository at hand, with comments that say what was found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter import __version__
from linter.cli.codes import OK
from linter.cli.output import replace, write
from linter.cli.parser import Parser, add_general
from linter.cli.streams import say
from linter.config import language
from linter.errors import UsageError

if TYPE_CHECKING:
    from linter.survey import Survey

CONFIG, HOOKS = "glosslint.yaml", ".pre-commit-config.yaml"
_SHOWN = 3  # files of a kind that a comment names

_ABOUT = """\
Look at the repository in the working directory (glossaries, translations and their sources, catalogues), and write a
configuration with comments that say what was found, and a pre-commit hook."""
_EXAMPLES = """\
  glosslint init
  glosslint init --dry-run"""

WORDS = {
    "en": {
        "head": "glosslint: translated documents are checked against the glossary. Written by `glosslint init`; change it as you like.",
        "glossaries": "The glossaries, the first one winning.",
        "rows": "rows: {count}",
        "no glossaries": "No glossary was found. A Markdown table (| English | 中文 |), CSV or YAML will do; a table inside a document counts there.",
        "inside": "Documents with a glossary of their own: {files}",
        "pairs": "Where the English of a translation stands; {{}} is any part of a path.",
        "translations": "translations: {count}",
        "paired": "Found without a pattern, by the usual names: {files}",
        "both": "Both languages in one file: {files}",
        "catalogues": "PO catalogues, which hold their English: {files}",
        "alone": "Without English, so that only the Chinese is checked: {files}",
        "script": "The Chinese is Traditional: zh-Hant-TW or zh-Hant-HK.",
        "more": "More keys: include, exclude, select, ignore, severity, per-file-ignores, fail-level, lang",
        "and more": "and {count} more",
        "wrote": "{path} written",
        "hook there": "{path} has a glosslint hook already",
        "hook by hand": "{path} could not be extended; add this hook to it:",
        "next": "next: glosslint check",
    },
    "zh": {
        "head": "glosslint：按术语表检查译文。本文件由 `glosslint init` 生成，可随意修改。",
        "glossaries": "术语表；同一术语以排在前面的为准。",
        "rows": "{count} 行",
        "no glossaries": "没有找到术语表。Markdown 表格（| English | 中文 |）、CSV 或 YAML 均可；文档内的术语表对该文档有效。",
        "inside": "自带术语表的文档：{files}",
        "pairs": "译文对应的英文在哪里；{{}} 代表路径中的任意部分。",
        "translations": "{count} 篇译文",
        "paired": "按常见命名即可找到英文，无需配置：{files}",
        "both": "同一文件中兼有两种语言：{files}",
        "catalogues": "PO 文件（自带英文）：{files}",
        "alone": "没有英文原文，只检查中文：{files}",
        "script": "译文为繁体：zh-Hant-TW 或 zh-Hant-HK。",
        "more": "其他设置：include, exclude, select, ignore, severity, per-file-ignores, fail-level, lang",
        "and more": "另有 {count} 个",
        "wrote": "已写入 {path}",
        "hook there": "{path} 中已有 glosslint 钩子",
        "hook by hand": "{path} 无法自动补充，请手工加入以下钩子：",
        "next": "下一步：glosslint check",
    },
}


def parser() -> Parser:
    made = Parser("init", _ABOUT, _EXAMPLES)
    made.add_argument("--dry-run", action="store_true", help="write nothing, and print the configuration")
    made.add_argument("--force", action="store_true", help=f"overwrite the {CONFIG} that is there")
    made.add_argument("--no-hook", action="store_true", help=f"leave {HOOKS} as it is")
    add_general(made)
    return made


def main(arguments: Sequence[str]) -> int:
    options = parser().parse(arguments)
    lang = options.lang or language(os.environ)

    from linter.survey import survey

    text = configuration(survey("."), lang)
    if options.dry_run:
        write(text)
        return OK
    if os.path.lexists(CONFIG) and not options.force:
        raise UsageError(
            "there is a configuration already; --force writes over it, --dry-run prints what would be written", CONFIG
        )
    replace(CONFIG, text.encode())
    words = WORDS[lang]
    say(words["wrote"].format(path=CONFIG))
    if not options.no_hook and os.path.isdir(".git"):
        _hook(words)
    say(words["next"])
    return OK


def configuration(found: Survey, lang: str) -> str:
    """The text of glosslint.yaml."""
    words = WORDS[lang]
    lines = [f"# {words['head']}", ""]
    if found.glossaries:
        lines += [f"# {words['glossaries']}", "glossaries:"]
        lines += [f"  - {_scalar(path)}  # {words['rows'].format(count=rows)}" for path, rows in found.glossaries]
    else:
        lines.append(f"# {words['no glossaries']}")
    lines += [*_named(words, "inside", found.inside), ""]
    if found.patterns:
        lines += [f"# {words['pairs'].format()}", "pairs:"]
        lines += [f"  - {_scalar(pattern)}  # {words['translations'].format(count=count)}" for pattern, count in found.patterns]
    for key in ("paired", "both", "catalogues", "alone"):
        lines += _named(words, key, getattr(found, key))
    if found.script == "zh-Hant":
        lines += ["", f"# {words['script']}", "script: zh-Hant-TW"]
    return "\n".join([*lines, "", f"# {words['more']}"]) + "\n"


def _named(words: dict[str, str], key: str, paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    shown = [_comment(path) for path in paths[:_SHOWN]]
    if len(paths) > _SHOWN:
        shown.append(words["and more"].format(count=len(paths) - _SHOWN))
    return [f"# {words[key].format(files=', '.join(shown))}"]


def _comment(text: str) -> str:
    """A name that cannot leave its comment."""
    from linter.report.safe import visible

    return visible(text)


def _scalar(text: str) -> str:
    """A text as YAML, in quotes where it needs them."""
    import yaml

    made = str(yaml.safe_dump(text, allow_unicode=True, width=10_000, explicit_end=False))
    return made.removesuffix("\n").removesuffix("\n...")


# -- the hook


def hook(indent: str = "") -> str:
    """An entry of `repos:`.  It installs the released package, so that it needs no repository to be reached."""
    lines = (
        "- repo: local",
        "  hooks:",
        "    - id: glosslint",
        "      name: glosslint",
        "      entry: glosslint check",
        "      language: python",
        f'      additional_dependencies: ["glosslint[dict]=={__version__}"]',
        "      require_serial: true",
        r"      files: (?i)\.(md|markdown|mdx|txt|po)$",
    )
    return "".join(f"{indent}{line}\n" for line in lines)


def _hook(words: dict[str, str]) -> None:
    """Write the hook, or add it to those that are there, if the file stays what it is otherwise."""
    if not os.path.lexists(HOOKS):
        replace(HOOKS, f"repos:\n{hook('  ')}".encode())
        say(words["wrote"].format(path=HOOKS))
        return
    with open(HOOKS, "rb") as file:
        data = file.read()
    if b"glosslint" in data:
        say(words["hook there"].format(path=HOOKS))
        return
    longer = extended(data)
    if longer is None:
        say(words["hook by hand"].format(path=HOOKS))
        write(hook())
        return
    replace(HOOKS, longer)
    say(words["wrote"].format(path=HOOKS))


def extended(data: bytes) -> bytes | None:
    """A pre-commit configuration with the hook behind the others; None where that cannot be done by adding lines at its end."""
    import re

    import yaml

    try:
        text = data.decode("utf-8")
        before = yaml.safe_load(text)
        items = re.findall(r"^( *)- +repo:", text, re.MULTILINE)
        end = "" if text.endswith("\n") else "\n"
        longer = text + end + hook(items[-1] if items else "  ").replace("\n", "\r\n" if "\r\n" in text else "\n")
        after = yaml.safe_load(longer)
        known = [*before["repos"], yaml.safe_load(hook())[0]]
    except (UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError):
        return None
    return longer.encode() if after == {**before, "repos": known} else None
