"""Rules for people: the page of one rule in a terminal, the table of all, and the reference in docs/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.errors import UsageError
from linter.rules import severity
from linter.rules.folder import rules_folder
from linter.rules.loading import files, load
from linter.rules.messages import in_language
from linter.rules.model import BY_GRADE, Example, Page, Rule
from linter.suggest import did_you_mean

Loaded = tuple[Rule, Page]


def find(word: str, folders: Sequence[str] = ()) -> Loaded:
    """The rule of that code or name with its page; `folders` are the users' rule folders, which win.  Raises UsageError."""
    known: list[str] = []
    shipped = rules_folder()
    for folder in (*folders, *((shipped,) if shipped else ())):
        for path in files(folder):
            rule, page = load(path)
            if word in (rule.code, rule.name):
                return rule, page
            known += [rule.code, rule.name]
    raise UsageError(f"no rule is called {word!r}{did_you_mean(word, known)}")


def explain(rule: Rule, page: Page, lang: str) -> str:
    """One rule in plain text, as `glosslint explain RULE` prints it."""
    words = _WORDS[lang]
    parts = [f"{rule.code} {rule.name} ({_level(rule, lang)})", in_language(rule.message, lang)]
    if page.why:
        parts.append(in_language(page.why, lang))
    for name, option in rule.options.items():
        parts.append(f"{words['option']} {name} = {option.default} ({option.type}): {in_language(option.about, lang)}")
    for example in page.examples:
        parts.append(_example(example, lang))
    if rule.severity == BY_GRADE:
        parts.append(f"{words['levels']}\n\n{severity.explain(lang)}")
    return "\n\n".join(parts) + "\n"


def table(loaded: Iterable[Loaded], lang: str, docs: str = "") -> str:
    """A Markdown table of rules with links to their pages; `docs` leads to the folder of the reference."""
    words = _WORDS[lang]
    lines = [f"| {words['code']} | {words['rule']} | {words['level']} | {words['what']} |", "|---|---|---|---|"]
    for rule, page in loaded:
        lines.append(
            f"| {rule.code} | [{rule.name}]({docs}{file_of(rule, lang)}) | {_level(rule, lang)} | {_summary(page, lang)} |"
        )
    return "\n".join(lines) + "\n"


def documents(loaded: Sequence[Loaded], lang: str) -> dict[str, str]:
    """The reference as Markdown, by file: the list of all rules, and a page for each."""
    words = _WORDS[lang]
    index = [f"# {words['title']}", words["generated"], table(loaded, lang).rstrip(), f"## {words['levels']}"]
    made = {words["file"]: "\n\n".join([*index, _fenced(severity.explain(lang))]) + "\n"}
    for rule, page in loaded:
        made[file_of(rule, lang)] = _document(rule, page, lang)
    return made


def file_of(rule: Rule, lang: str) -> str:
    """Where the page of a rule lies, from the folder of the reference."""
    return f"rules/{rule.code.lower()}-{rule.name}{'.zh-CN' if lang == 'zh' else ''}.md"


def _document(rule: Rule, page: Page, lang: str) -> str:
    words = _WORDS[lang]
    parts = [f"# {rule.code} {rule.name}", f"{words['level']}{words['colon']}{_level(rule, lang)}"]
    parts += [_fenced(in_language(rule.message, lang)), in_language(page.why, lang)]
    for name, option in rule.options.items():
        parts.append(f"- `{name}` ({option.type}, {option.default}){words['colon']}{in_language(option.about, lang)}")
    parts += [_fenced(_example(example, lang)) for example in page.examples]
    parts.append(f"[{words['title']}](../{words['file']})")
    return "\n\n".join(part for part in parts if part) + "\n"


def _level(rule: Rule, lang: str) -> str:
    level = _WORDS[lang][rule.severity]
    return level if rule.enabled else _WORDS[lang]["off"].format(level)


def _summary(page: Page, lang: str) -> str:
    """The first sentence of the reason why the rule is there."""
    why = in_language(page.why, lang)
    end = "。" if lang == "zh" else ". "
    return (why.partition(end)[0].rstrip(".。") + end).strip().replace("|", "\\|")


def _example(example: Example, lang: str) -> str:
    parts = []
    for title, text in (("glossary", example.glossary), ("source", example.source), ("text", example.text)):
        if text:
            lines = [f"  {line}".rstrip() for line in text.rstrip().split("\n")]
            parts.append("\n".join([_title(title, lang), *lines]))
    found = [_found(finding, lang) for finding in example.findings] or [f"  {_WORDS[lang]['nothing']}"]
    parts.append("\n".join([_title("findings", lang), *found]))
    return "\n\n".join(parts)


def _title(word: str, lang: str) -> str:
    return (_WORDS[lang][word] + _WORDS[lang]["colon"]).rstrip()


def _found(finding: Mapping[str, str], lang: str) -> str:
    where = _WORDS[lang]["glossary"] + " " if finding.get("in") == "glossary" else ""
    arrow = f" → {finding['expected']}" if finding.get("expected") else ""
    level = f" ({_WORDS[lang][finding['severity']]})" if "severity" in finding else ""
    found = f" {finding['found']}" if finding["found"] else ""
    return f"  {where}{_WORDS[lang]['line'].format(finding['line'])}{found}{arrow}{level}"


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text.rstrip()}\n{fence}"


_WORDS = {
    "en": {
        "title": "Rules",
        "generated": "Generated from `rules/*.yaml` by `python -m linter.rules.generate`; change the YAML.",
        "file": "rules.md",
        "colon": ": ",
        "code": "code",
        "rule": "rule",
        "level": "level",
        "levels": "Levels by evidence",
        "what": "what it finds",
        "option": "option",
        "glossary": "glossary",
        "source": "source",
        "text": "text",
        "findings": "found",
        "nothing": "nothing",
        "line": "line {}:",
        "error": "error",
        "warning": "warning",
        "hint": "hint",
        "off": "off ({})",
        BY_GRADE: "by evidence",
    },
    "zh": {
        "title": "规则",
        "generated": "由 `python -m linter.rules.generate` 根据 `rules/*.yaml` 生成；要修改请改 YAML。",
        "file": "rules.zh-CN.md",
        "colon": "：",
        "code": "代码",
        "rule": "规则",
        "level": "级别",
        "levels": "按证据定级",
        "what": "检查什么",
        "option": "选项",
        "glossary": "术语表",
        "source": "原文",
        "text": "译文",
        "findings": "结果",
        "nothing": "无",
        "line": "第 {} 行：",
        "error": "错误",
        "warning": "警告",
        "hint": "提示",
        "off": "关闭（{}）",
        BY_GRADE: "按证据",
    },
}
