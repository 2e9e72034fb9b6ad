"""The reports' own words, in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "error": "error",
        "warning": "warning",
        "hint": "hint",
        "errors": "errors",
        "warnings": "warnings",
        "hints": "hints",
        "glossary": "glossary",
        "source": "source",
        "note": "note",
        "unchecked": "not checked",
        "nothing": "no findings in {files}",
        "found": "{counts} in {files}",
        "file": "1 file",
        "files": "{count} files",
        "hidden": "{count} not listed (--show hint lists them)",
        "safe fixes": "--fix can fix {count}",
        "unsafe fixes": "--fix --unsafe-fixes could fix {count} more, to be looked at",
        "failed": "{count} could not be checked",
        "silenced": "{count} suppressed (--show-suppressed lists them)",
        "suppressed": "suppressed",
        "term": "term",
        "comment": "by the comment",
        "decision": "by the decision",
        "baseline": "by the baseline",
        "configuration": "by the configuration",
        "colon": ": ",
        "comma": ", ",
        "semicolon": "; ",
        "rule": "rule",
        "number": "number",
        "place": "place",
        "level": "level",
        "message": "message",
        "more": "{count} more",
        "rest": "{count} more without an annotation, since GitHub shows {limit} of each kind:",
    },
    "zh": {
        "error": "错误",
        "warning": "警告",
        "hint": "提示",
        "errors": "个错误",
        "warnings": "个警告",
        "hints": "条提示",
        "glossary": "术语表",
        "source": "原文",
        "note": "说明",
        "unchecked": "未检查",
        "nothing": "检查了 {files}，没有发现问题",
        "found": "检查了 {files}：{counts}",
        "file": "1 个文件",
        "files": "{count} 个文件",
        "hidden": "另有 {count}未列出（--show hint 可列出）",
        "safe fixes": "--fix 可修正 {count} 处",
        "unsafe fixes": "--fix --unsafe-fixes 还可修正 {count} 处，需人工确认",
        "failed": "{count}未能检查",
        "silenced": "{count} 条已屏蔽（--show-suppressed 可列出）",
        "suppressed": "已屏蔽",
        "term": "术语",
        "comment": "由注释屏蔽",
        "decision": "由决定屏蔽",
        "baseline": "由基线屏蔽",
        "configuration": "由配置屏蔽",
        "colon": "：",
        "comma": "，",
        "semicolon": "；",
        "rule": "规则",
        "number": "数量",
        "place": "位置",
        "level": "级别",
        "message": "说明",
        "more": "另有 {count} 条",
        "rest": "另有 {count} 条没有批注，因为 GitHub 每类只显示 {limit} 条：",
    },
}


def count_of(number: int, kind: str, lang: str) -> str:
    """ "3 errors", "1 个错误"; `kind` is a severity or "file"."""
    words = WORDS[lang]
    if kind == "file":
        return words["file"] if number == 1 else words["files"].format(count=number)
    if lang == "zh":
        return f"{number} {words[kind + 's']}"
    return f"{number} {words[kind if number == 1 else kind + 's']}"
