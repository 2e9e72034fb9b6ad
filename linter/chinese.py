"""What errors, warnings and notes say, in Chinese.

They are written in English where they arise, since programs read them as well; what a person reads is translated at the border, by the
command line and by the findings about files that cannot be read.  A key is a sentence as the code has it, with %1, %2 … for its values;
in the translation, %1 stands for the value as it is, and %+1 for a value that is a sentence or a word of this table itself.

Imported only where Chinese is spoken and something went wrong.  tests/test_chinese.py reads the code, and tells which sentence has no
translation here and which translation has no sentence.
"""

from __future__ import annotations

import re

from linter.patterns import lazy

_DEPTH = 6  # sentences within sentences
_PLACE = lazy(r"(?!error: |warning: |note: )[^\n]{1,4096}?:[0-9]+(?::[0-9]+)?: ")

# What stands around another sentence; looked at before the sentences.
FRAMES = {
    "error: %1": "错误：%+1",
    "warning: %1": "警告：%+1",
    "note: %1": "说明：%+1",
    "%1; see %2 --help": "%+1；参见 %2 --help",
    "%1; there is no evidence from this file": "%+1；这个文件没有提供证据",
}
# What stands behind a value; looked at after the sentences.
ENDINGS = {"%1 (did you mean %2?)": "%1（是不是 %2？）"}

_OPTIONS = {
    "unknown option %1": "没有这个选项：%+1",
    "one argument too many: %1": "多出一个参数：%1",
    "--quiet and --verbose exclude each other": "--quiet 与 --verbose 不能同时使用",
    "--fix and --diff exclude each other": "--fix 与 --diff 不能同时使用",
    "--isolated and --config exclude each other": "--isolated 与 --config 不能同时使用",
    "--no-cache and --cache-dir exclude each other": "--no-cache 与 --cache-dir 不能同时使用",
    "--cache-dir takes a folder": "--cache-dir 后面要写一个文件夹",
    "--unsafe-fixes goes with --fix or --diff": "--unsafe-fixes 要与 --fix 或 --diff 合用",
    "--fix and --diff need files, not standard input": "--fix 和 --diff 只能用于文件，不能用于标准输入",
    "--diff prints a patch and no report": "--diff 只输出补丁，不输出报告",
    "--stdin-filename takes the text from standard input, and no paths": "--stdin-filename 从标准输入读取文本，不能再写路径",
    "--changed-since looks at files, and cannot be used with --stdin-filename": "--changed-since 只看文件，不能与 --stdin-filename 合用",
    "--%1: nothing was given": "--%1 后面是空的",
    "--columns takes two names or numbers with a comma between them: --columns english,chinese": "--columns 后面要写两个列名或序号，"
    "以逗号分隔：--columns english,chinese",
    "a number from 1 to %1 is expected, not %2": "应为 1 到 %1 之间的数，而不是 %2",
    "--fail-under is a percentage, 0 to 100": "--fail-under 后面是百分数，0 到 100",
    "--min-count is 2 or more: what stands once goes with everything around it": "--min-count 至少为 2：只出现一次的，与周围的一切都算同时出现",
    "--limit is 0 or more": "--limit 不能小于 0",
    "--sort goes with --for": "--sort 要与 --for 合用",
    "glossaries are named with --glossary where there is --for": "有 --for 时，术语表要用 --glossary 写明",
    "one argument too many: %1; paths stand with --test only": "多出一个参数：%1；只有与 --test 合用时才能写路径",
    "one file, or a source and its translation": "应写一个文件，或一篇原文和它的译文",
    "an empty path was given": "给出的路径是空的",
    "there is no file %1; a command stands before its options: glosslint %2 …": "没有文件 %1；命令要写在选项前面：glosslint %2 …",
    "unknown output format %1; known: %2": "没有这种输出格式：%+1；可用的有：%2",
    "--output-format %1: a file's name is missing behind the equals sign": "--output-format %1：等号后面缺少文件名",
    "two reports cannot both go to %1; give each a file: --output-format sarif=report.sarif": "两份报告不能都写到%+1；请各写明一个文件："
    "--output-format sarif=report.sarif",
    "standard output": "标准输出",
    "--statistics is written as %1, not as %2": "--statistics 的格式可以是 %1，不能是 %2",
    "no rule is called %1": "没有这条规则：%+1",
    "no glossary row has the term %1": "术语表中没有哪一行含有术语 %+1",
    "which line? For example: glosslint explain %1:1": "要看哪一行？例如：glosslint explain %1:1",
    "there is no line %1 in %2, which ends with line %3": "%2 没有第 %1 行，最后一行是第 %3 行",
    "no source is known for %1, and it does not hold both languages; name the source before it": "不知道 %1 的原文在哪里，"
    "它本身也不是中英对照；请把原文写在它前面",
    "a pair is SOURCE=TARGET, like en/{}=zh/{}; this is not one: %1": "应写成“原文=译文”的形式，如 en/{}=zh/{}；这里写的是：%1",
    "{} stands once on each side of a pair, or on neither: %1": "等号两边要各有一个 {}，或者都没有：%1",
    "a file cannot be its own source: %1": "文件不能作自己的原文：%1",
}

_ARGPARSE = {  # of Python's own
    "argument %1: expected one argument": "选项 %1 后面缺少内容",
    "argument %1: expected at least one argument": "选项 %1 后面至少要写一项",
    "argument %1: ignored explicit argument %2": "选项 %1 后面不能写内容：%2",
    "argument %1: invalid choice: %2 (choose from %3)": "%1 不能是 %2（可选：%3）",
    "argument %1: invalid float value: %2": "%1 后面应为一个数，而不是 %2",
    "argument %1: invalid int value: %2": "%1 后面应为整数，而不是 %2",
    "argument %1: %2": "%1：%+2",
    "the following arguments are required: %1": "缺少参数：%1",
}

_SYSTEM = {  # of the operating system
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Is a directory": "这是一个文件夹",
    "Not a directory": "路径中有一段不是文件夹",
    "File name too long": "文件名太长",
    "Input/output error": "读写出错",
    "No space left on device": "磁盘已满",
    "Read-only file system": "磁盘只读",
    "Too many levels of symbolic links": "链接层数太多",
}

_RUNS = {
    "there was nothing to check": "没有可检查的文件",
    "no glossary is in force: none was named, none stands at the project's root or in a document": "没有术语表：没有写明，"
    "项目的根目录下没有，文档里也没有",
    "no glossary was found; name one with --glossary, or a document that holds its own table": "没有找到术语表；请用 --glossary 写明，"
    "或写一个自带术语表的文档",
    "no term of the glossary occurs there": "其中没有术语表里的术语",
    "not all of these rows fits into a table (--output-format json has it): %1": "这些行有内容表格里放不下"
    "（--output-format json 是完整的）：%1",
    "no pairs of English and Chinese were found; name the sources with --pair": "没有找到中英对照的句子；请用 --pair 写明原文在哪里",
    "%1 more rows with --limit 0": "另有 %1 行，用 --limit 0 可全部列出",
    "findings fixed: %1, files: %2": "已修正 %1 处，涉及 %2 个文件",
    "%1 is not fixed: %2": "%1 没有修正：%+2",
    "%1 is not fixed: %2 cannot hold the new text, or would change more than that": "%1 没有修正：%2 编码写不下新的文字，"
    "或会改动别处",
    "%1 is not fixed: it would be read as another structure": "%1 没有修正：修正后文档的结构会改变",
    "%1 is left out of the patch: its encoding cannot be shown as lines": "补丁中没有 %1：它的编码无法按行显示",
    "%1: %2 findings%3": "%1：%2 条问题%+3",
    ", %1 fewer than before": "，比原来少 %1 条",
    "the output cannot be written: %1": "无法写出结果：%+1",
    "the report cannot be written: %1": "无法写出报告：%+1",
    "%1 cannot be written: %2": "无法写入%+1：%+2",
    "the report": "报告",
    "the file": "文件",
    "the baseline": "基线",
    "the list of files cannot be read: %1": "无法读取文件列表：%+1",
    "standard input is closed": "标准输入已关闭",
    "bug: %1: %2": "程序出错：%1：%2",
    "please report this, with what the same command prints with --verbose": "请报告此错误，并附上同一命令加 --verbose 后的输出",
    "there is a configuration already; --force writes over it, --dry-run prints what would be written": "已经有配置了；--force 可覆盖它，"
    "--dry-run 可显示将要写入的内容",
    "--changed-since needs git, which cannot be run: %1": "--changed-since 需要 git，而 git 无法运行：%+1",
    "git says: %1": "git 报告：%1",
    "there is no revision %1 in this repository": "仓库中没有版本 %1",
    "there is no revision %1 in this shallow clone; fetch it first (git fetch --unshallow, or fetch-depth: 0 of "
    "actions/checkout)": "浅克隆中没有版本 %1；请先取回（git fetch --unshallow，或把 actions/checkout 的 fetch-depth 设为 0）",
    "%1 and HEAD have no common revision%2": "%1 与 HEAD 没有共同的版本%+2",
    "; the clone is shallow, so fetch more of it": "；这是浅克隆，请取回更多历史",
    "the baseline would grow: %1 findings are not in it, the first of them %2 %3 in %4; put them right, or use --force": "基线会增多："
    "有 %1 条问题不在其中，第一条是 %4 中的 %2 %3；请改正，或使用 --force",
}

_FILES = {
    "cannot be read": "无法读取",
    "not a regular file": "不是普通文件",
    "neither a file nor a folder": "既不是文件，也不是文件夹",
    "larger than %1 MB": "超过 %1 MB",
    "a binary file (it holds a NUL byte)": "二进制文件（含有 NUL 字节）",
    "a binary file (it holds a NUL character)": "二进制文件（含有 NUL 字符）",
    "not %1 at byte %2; `encoding` in the configuration names another": "第 %2 个字节不是 %1 编码；其他编码可在配置中用 `encoding` 写明",
    "unknown encoding %1": "没有 %1 这种编码",
    "its source %1 cannot be read": "它的原文 %1 无法读取",
    "not a document that can be checked": "不是可以检查的文档",
    "internal error: %1: %2": "内部错误：%1：%2",
    "the process that read it ended unexpectedly (%1); --jobs 1 may tell more": "读取它的进程意外结束（%1）；用 --jobs 1 也许能看出原因",
    # notes
    "configuration: %1": "配置：%1",
    "%1 is passed over: %2 stands beside it": "没有用 %1：旁边有 %2",
    "glossary found: %1": "找到术语表：%1",
    "%1: no files to check": "%1：没有可检查的文件",
    "%1: a glossary, checked as one and not as prose": "%1：这是术语表，按术语表检查，不按正文检查",
    "%1: no glossary entries, taken as a document": "%1：没有术语，当作文档",
    "%1: a link to a folder, not followed": "%1：指向文件夹的链接，没有跟随",
    "%1: a link out of the project, skipped": "%1：指向项目以外的链接，已略过",
    "%1: %2, skipped": "%1：%+2，已略过",
    "a broken link": "失效的链接",
    "%1: %2 is %3 now; `glosslint baseline prune` writes that down": "%1：%2 现在是 %3；`glosslint baseline prune` 会记下新名",
    "%1 findings on lines that have not changed since %2": "有 %1 条问题所在的行自 %2 以来没有改动",
    "cannot be read, as %1 more places below": "无法读取，下面另有 %1 处也是",
    # catalogues
    "an entry without msgstr": "条目缺少 msgstr",
    "%1 out of order": "%1 的位置不对",
    "a text in quotes without a keyword": "引号中的文本前面没有关键字",
    "there is more behind the closing quote": "右引号后面还有内容",
    "a quote that is not closed on its line": "引号在本行没有闭合",
    "%1 without a text in quotes": "%1 后面没有引号中的文本",
    "neither a comment nor a keyword with a text in quotes": "既不是注释，也不是关键字加引号中的文本",
    # files of pairs
    "a pair without %1": "句对缺少 %1",
    "no column is called %1": "没有名为 %1 的列",
    "two columns with a tab between them": "应有两列，以制表符分隔",
    "a line without column %1": "这一行没有第 %1 列",
    "not JSON: one object a line is expected, and nothing behind it": "不是 JSON：每行应有一个对象，后面没有别的内容",
    "JSON that is nested too deeply": "JSON 嵌套太深",
    "not JSON: %1": "不是 JSON：%1",
}

_CONFIGURATION = {
    "the configuration cannot be read: %1": "无法读取配置：%+1",
    "there is no [tool.glosslint] table": "没有 [tool.glosslint] 这一节",
    "not TOML: %1": "不是 TOML：%1",
    "not TOML: nested too deeply": "不是 TOML：嵌套太深",
    "not YAML: %1": "不是 YAML：%1",
    "not YAML: not Unicode text": "不是 YAML：不是 Unicode 文本",
    "one YAML document is expected, a second begins here": "只应有一个 YAML 文档，此处开始了第二个",
    "YAML aliases are not allowed": "不能使用 YAML 的别名",
    "YAML tags are not allowed": "不能使用 YAML 的标签",
    "a key must be a text": "键必须是文本",
    "the key %1 stands here twice": "键 %1 在此出现了两次",
    "the key %1 is missing": "缺少键 %1",
    "unknown key %1": "没有这个键：%+1",
    "unknown %1 %2; known: %3": "没有这种%+1：%+2；可用的有：%3",
    "unknown severity %1 of %2": "%2 没有这种级别：%+1",
    "severity": "级别",
    "level": "级别",
    "language": "语言",
    "script": "字形",
    "value": "值",
    "%1 is expected here, not %2": "此处应为%+1，而不是%+2",
    "a text is expected here, not %1": "此处应为文本，而不是%+1",
    "a mapping is expected here, not %1": "此处应为键值表，而不是%+1",
    "a text": "文本",
    "a list": "列表",
    "a text or a list of texts": "文本或一列文本",
    "a list of entries": "一列条目",
    "a mapping": "键值表",
    "an object": "对象",
    "a number": "数",
    "true or false": " true 或 false",
    "null": " null",
    "a note": "说明",
    "a file": "文件",
    "true or false is expected here": "此处应为 true 或 false",
    "a text is expected here, not nothing": "此处应为文本，不能为空",
    "a file is expected here, not nothing": "此处应为文件，不能为空",
    "there is no text encoding %1": "没有 %1 这种文本编码",
    "%1 lies outside the project; name it on the command line to have it read": "%1 在项目以外；要读取它，请在命令行中写明",
    "%1 stands on no evidence that has grades": "%1 所凭的证据不分强弱，不能用 by-grade",
    "%1 has no option %2": "%1 没有选项 %+2",
    "%1, option %2: %3": "%1 的选项 %2：%+3",
    "true or false is expected": "应为 true 或 false",
    "a list of texts is expected": "应为一列文本",
    "a text is expected": "应为文本",
    "a whole number is expected": "应为整数",
    "a number is expected": "应为数",
    # rule files
    "%1 is already the rule of %2": "%1 已是 %2 中的规则",
    "%1 %2 is half of the shipped rule %3 %4": "%1 %2 与自带规则 %3 %4 只有一半相同",
    "the rules cannot be read: %1": "无法读取规则：%+1",
    "the rule cannot be read: %1": "无法读取规则文件：%+1",
    "a rule is expected here, and the file is empty": "此处应为规则，而文件是空的",
    "the reasons are expected here, and the file is empty": "此处应为理由，而文件是空的",
    "a code is capital letters and digits, like GL101": "代码由大写字母和数字组成，如 GL101",
    "a name is words in small letters with hyphens, like wrong-translation": "名称由小写单词和连字符组成，如 wrong-translation",
    "a pattern stands on no evidence that has grades: error, warning or hint is expected here": "样式所凭的证据不分强弱：此处应为 "
    "error、warning 或 hint",
    "a text in %1 is missing": "缺少 %1 的文本",
    "%1 belongs to a rule with `reports: %2`": "%1 只能用于 `reports: %2` 的规则",
    "a pattern has `literals` or a `regex`, one of the two": "样式应有 `literals` 或 `regex`，二者取一",
    "a text to look for is expected here, not nothing": "此处应为要查找的文本，不能为空",
    "a regular expression of at most %1 characters is expected here": "此处的正则表达式最多 %1 个字符",
    "not a regular expression: %1": "不是正则表达式：%1",
    "a regular expression that says nothing": "正则表达式是空的",
    "a regular expression": "正则表达式",
    "the expression has no group %1": "正则表达式中没有分组 %+1",
    "a list of examples": "一列示例",
    "a list of findings": "一列结果",
    "report": "报告对象",
    "type": "类型",
    "passage": "段落类型",
    "unknown value {%1}%2; known: %3": "没有这个值：{%1}%+2；可用的有：%3",
    "a lone %1: a value is written {name}": "单独的 %1：值要写成 {name}",
    "a lone %1: a part that may be left out is written […], without another inside": "单独的 %1：可省略的部分要写成 […]，"
    "里面不能再有方括号",
    # baselines and decisions
    "the baseline cannot be read: %1; `glosslint baseline create` makes one": "无法读取基线：%+1；`glosslint baseline create` 可生成基线",
    "the baseline is not JSON: %1": "基线不是 JSON：%1",
    "the baseline is not JSON: nested too deeply": "基线不是 JSON：嵌套太深",
    "this is no baseline of version %1; `glosslint baseline create` makes one": "这不是版本 %1 的基线；`glosslint baseline create` 可生成基线",
    "an entry of a baseline has %1; this one has not: %2": "基线的条目有 %1 各项；这一条没有：%2",
    "the decisions cannot be read: %1": "无法读取决定：%+1",
    "a line of decisions is one JSON object; this is none": "决定文件的每一行应为一个 JSON 对象；这一行不是",
    "a decision has the texts rule, term, found, decision (wrong, right, right-here), reason": "一条决定有 rule、term、found、decision"
    "（wrong、right、right-here）、reason 各项，均为文本",
    # glossaries
    "the glossary cannot be read: %1": "无法读取术语表：%+1",
    "no glossary entry in this file; %1": "这个文件里没有术语；%+1",
    "expected is a table whose header names both languages (| English | 中文 |), a list of terms with their translations, CSV or TSV with "
    "a source and a target column, or YAML with a list of entries or a mapping of terms to translations": "应为表头写明两种语言的表格"
    "（| English | 中文 |）、术语与译法的列表、有原文列和译文列的 CSV 或 TSV，或含有一列条目或术语与译法对应关系的 YAML",
    "a source term is expected here, not nothing": "此处应为英文术语，不能为空",
    "a source term needs a letter or a digit: %1": "英文术语应含有字母或数字：%1",
    "%1 is both a target and deprecated": "%1 既是规定译法，又被列为禁用",
    "a mapping of terms to translations is expected here": "此处应为术语与译法的对应关系",
    "a mapping is expected here": "此处应为键值表",
    "`locales` is a mapping of scripts to renderings": "`locales` 应为字形与译法的对应关系",
    "a locale has a mapping of renderings": "每种字形下应为译法的键值表",
    "the keys `entries` and `findings` are those of JSON that glosslint printed, and this is not JSON": "`entries` 和 `findings` 是 glosslint "
    "输出的 JSON 才有的键，而这不是 JSON",
    "`%1` is a text or null": "`%1` 应为文本或 null",
    "`%1` is a list of texts": "`%1` 应为一列文本",
    "`%1` is true or false": "`%1` 应为 true 或 false",
    "%1:%2: a short list beside the tables of a glossary: left out": "%1:%2：术语表表格旁的短列表，没有采用",
    "%1:%2: `ignore` is of another program: left out": "%1:%2：`ignore` 属于别的程序，没有采用",
}

SENTENCES: dict[str, str] = {**_OPTIONS, **_ARGPARSE, **_SYSTEM, **_RUNS, **_FILES, **_CONFIGURATION}

_Template = tuple[list[str], str]
_templates: list[_Template] = []


def in_chinese(text: str) -> str:
    """A sentence in Chinese; as it is where it has no translation."""
    return _translated(text, _DEPTH)


def _translated(text: str, depth: int) -> str:
    place = _PLACE.match(text)
    rest = _whole(text[place.end() :], depth) if place else None
    if place and rest is not None:
        return place[0] + rest
    found = _whole(text, depth)
    at = text.find(": ")
    while found is None and at >= 0 and "\n" not in text:  # a place may stand before what is wrong there
        rest = _whole(text[at + 2 :], depth)
        if rest is not None:
            return text[: at + 2] + rest
        at = text.find(": ", at + 2)
    return text if found is None else found


def _whole(text: str, depth: int) -> str | None:
    known = SENTENCES.get(text)
    if known is not None or not depth:
        return known
    for parts, chinese in _by_length():
        values = _values(text, parts)
        if values is not None:
            return _filled(chinese, values, depth - 1)
    return None


def _by_length() -> list[_Template]:
    """Frames in their order, then sentences, those that say most first, then endings."""
    if not _templates:
        _templates.extend((re.split(r"%\d", english), chinese) for english, chinese in FRAMES.items())
        others = [(re.split(r"%\d", english), chinese) for english, chinese in SENTENCES.items() if "%" in english]
        _templates.extend(sorted(others, key=lambda one: -sum(map(len, one[0]))))
        _templates.extend((re.split(r"%\d", english), chinese) for english, chinese in ENDINGS.items())
    return _templates


def _values(text: str, parts: list[str]) -> list[str] | None:
    """What stands between the parts, each of which is looked for once from the left."""
    at, end = len(parts[0]), len(text) - len(parts[-1])
    if at > end or not text.startswith(parts[0]) or not text.endswith(parts[-1]):
        return None
    values = []
    for part in parts[1:-1]:
        found = text.find(part, at, end)
        if found < 0:
            return None
        values.append(text[at:found])
        at = found + len(part)
    return [*values, text[at:end]]


def _filled(chinese: str, values: list[str], depth: int) -> str:
    def value(found: re.Match[str]) -> str:
        text = values[int(found[2]) - 1]
        return _translated(text, depth) if found[1] else text

    return re.sub(r"%(\+?)(\d)", value, chinese)
