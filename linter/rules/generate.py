"""Everything that is made from rules/*.yaml: `python -m linter.rules.generate` (`--check` only tells what is stale).

- linter/rules/shipped.py, linter/scan/known.py and linter/judge/apart.py, so that a run never parses the YAML;
- docs/rules.md and docs/rules.zh-CN.md, and a page for each rule in docs/rules/;
- the table of rules in README.md and README.zh-CN.md, between `<!-- rules -->` and `<!-- /rules -->`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from linter.rules import pages, senses, variants
from linter.rules.folder import rules_folder
from linter.rules.loading import Sentences, files, load, sentences_of
from linter.rules.model import LANGS, Rule, Text
from linter.source import read

BEGIN, END = "<!-- rules -->", "<!-- /rules -->"


def generated(root: str) -> dict[str, str]:
    """Path below the repository's `root` -> content, for every file that has something generated in it."""
    folder = os.path.join(root, "rules")
    loaded = sorted((load(path) for path in files(folder)), key=lambda pair: pair[0].code)
    sentences = sentences_of(read(os.path.join(folder, "reasons.yaml")))
    made = {
        "linter/rules/shipped.py": module([rule for rule, _ in loaded], sentences),
        "linter/scan/known.py": variants.module(variants.shipped_variants(folder)),
        "linter/judge/apart.py": senses.module(senses.senses_of(read(os.path.join(folder, senses.FILE)))),
    }
    for lang in LANGS:
        made |= {f"docs/{name}": text for name, text in pages.documents(loaded, lang).items()}
    for name, lang in (("README.md", "en"), ("README.zh-CN.md", "zh")):
        path = os.path.join(root, name)
        text = _content(path)
        if BEGIN in text and END in text:
            head, rest = text.split(BEGIN, 1)
            made[name] = f"{head}{BEGIN}\n{pages.table(loaded, lang, 'docs/')}{END}{rest.split(END, 1)[1]}"
    return made


def module(rules: Sequence[Rule], sentences: Sentences) -> str:
    """The text of linter/rules/shipped.py."""
    lines = [
        '"""The shipped rules.  Generated from rules/*.yaml by `python -m linter.rules.generate`; change the YAML."""',
        "",
        "# ruff: noqa: E501",
        "# fmt: off",
        "",
        "from __future__ import annotations",
        "",
        "from linter.rules.model import Option, Rule, Text",
        "",
        "SHIPPED: tuple[Rule, ...] = (",
    ]
    for rule in rules:
        lines += [
            "    Rule(",
            f"        {rule.code!r}, {rule.name!r}, {rule.reports!r}, {rule.severity!r},",
            f"        {_literal(rule.message)},",
        ]
        if rule.options or not rule.enabled:
            lines.append("        {")
            for name, option in rule.options.items():
                lines.append(f"            {name!r}: Option({option.type!r}, {option.default!r}, {_literal(option.about)}),")
            lines.append("        },")
        if not rule.enabled:
            lines.append("        enabled=False,")
        lines.append("    ),")
    lines.append(")")
    for name, texts in sentences._asdict().items():
        lines += ["", f"{name.upper()}: dict[str, Text] = {{"]
        lines += [f"    {key!r}: {_literal(text)}," for key, text in texts.items()]
        lines.append("}")
    return "\n".join(lines) + "\n"


def stale(root: str) -> list[str]:
    """The generated files that are not as they should be, and the pages of rules that there are no more."""
    made = generated(root)
    pages_of_rules = "docs/rules"
    there = sorted(os.listdir(os.path.join(root, pages_of_rules))) if os.path.isdir(os.path.join(root, pages_of_rules)) else []
    left = [path for name in there if (path := f"{pages_of_rules}/{name}") not in made]
    return [path for path, text in made.items() if _content(os.path.join(root, path)) != text] + left


def main(arguments: Sequence[str]) -> int:
    folder = rules_folder()
    if folder is None or os.path.basename(folder) != "rules":
        sys.stderr.write("the rules are generated in a checkout only\n")
        return 2
    root = os.path.dirname(folder)
    changed = stale(root)
    for path in changed:
        sys.stdout.write(path + "\n")
    if "--check" in arguments:
        return 1 if changed else 0
    made = generated(root)
    for path in changed:
        if path not in made:
            os.unlink(os.path.join(root, path))
            continue
        os.makedirs(os.path.dirname(os.path.join(root, path)) or ".", exist_ok=True)
        with open(os.path.join(root, path), "w", encoding="utf-8", newline="\n") as file:
            file.write(made[path])
    return 0


def _literal(text: Text) -> str:
    return "{" + ", ".join(f"{lang!r}: {words!r}" for lang, words in text.items()) + "}"


def _content(path: str) -> str:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
