"""The help pages in Chinese: every text of linter/cli, as it stands there, and what a translator or an editor reads instead.

Imported only where such a page is shown.  tests/cli/test_help.py tells which text has no translation, and which one nobody uses.
"""

from __future__ import annotations

_SHARED = {
    "usage": "用法",
    "commands": "命令",
    "arguments": "参数",
    "examples": "示例",
    "options": "选项",
    "COMMAND": "命令",
    "OPTIONS": "选项",
    "PATH": "路径",
    "FILE": "文件",
    "DIR": "文件夹",
    "TERM": "术语",
    "RULES": "规则",
    "REV": "版本",
    "PERCENT": "百分比",
    "N": "数目",
    "SOURCE=TARGET": "原文=译文",
    "SOURCE,TARGET": "原文列,译文列",
    "FORMAT[=FILE]": "格式[=文件]",
    "FILE:LINE|RULE": "文件:行号|规则",
    "create|prune|show": "create|prune|show",
    "bash|zsh|fish": "bash|zsh|fish",
    # groups of options
    "glossary and sources": "术语表与原文",
    "configuration": "配置",
    "input": "输入",
    "output": "输出",
    "rules": "规则",
    "fixes": "修正",
    "old findings": "以前就有的问题",
    "speed": "速度",
    "general": "通用",
    # options that several commands have
    "a glossary: a Markdown table, CSV, TSV or YAML; may stand several times (default: those of the configuration, else "
    "GLOSSARY or TERMINOLOGY, with such a suffix, in the project's folder)": "术语表：Markdown 表格、CSV、TSV 或 YAML；可多次给出"
    "（默认：配置中的术语表；没有配置时，用项目文件夹中名为 GLOSSARY 或 TERMINOLOGY、后缀属于上述格式的文件）",
    "where the source of a translation is; {} stands for any part of a path: 'en/{}=zh/{}', '{}_origin.md={}.md'; may stand "
    "several times (default: those of the configuration, else the usual names)": "译文的原文在哪里；{} 代表路径中的任意部分："
    "'en/{}=zh/{}'、'{}_origin.md={}.md'；可多次给出（默认：按配置；没有配置时，按常见的命名方式）",
    "in files of pairs (JSON Lines, TSV): what the columns of the English and the Chinese are called, or their "
    "numbers": "用于双语对照文件（JSON Lines、TSV）：英文和中文两列的名称或序号",
    "a configuration file (default: the nearest glosslint.yaml or pyproject.toml)": "配置文件（默认：最近的 glosslint.yaml 或 "
    "pyproject.toml）",
    "use nothing but what is named here: no configuration, and no glossary that is found by its name; a document's own table stays "
    "in force": "只用命令行里写明的文件：不读配置，也不按文件名寻找术语表；文档自带的术语表仍然有效",
    "how many processes read documents (default: as many as pay)": "用几个进程读取文档（默认：按需要而定）",
    "read unchanged documents again, and keep nothing for the next run": "没有改动的文档也重新读取，并且不为下次运行保留结果",
    "keep what was read of documents there (default: the user's cache folder)": "读取文档的结果存放在哪里（默认：用户的缓存文件夹）",
    "check the paths listed in this file (- for standard input), one a line or NUL-separated": "检查此文件列出的路径（- 表示标准输入），"
    "每行一个，或以 NUL 字符分隔",
    "check the text on standard input as if it stood in this file": "检查标准输入中的文本，视同此文件的内容",
    "language of messages and of this page (default: by the locale)": "消息和本页使用的语言（默认：随系统的语言设置）",
    "tell which files were found and used; for a bug, print the traceback": "说明找到并使用了哪些文件；程序出错时，显示详细的出错经过",
    "print this page": "显示本页",
    "whether to use colours (default: auto)": "是否使用颜色（默认：auto，自动决定）",
    "write to this file and not to standard output": "写入此文件，而不是标准输出",
    "only the rows that have this term; may stand several times": "只看含有此术语的行；可多次给出",
    "documents or folders (default: the configured project, or .)": "文档或文件夹（默认：配置所在的项目，或当前文件夹）",
}

_OVERVIEW = {
    "A linter for translated terms: reads the glossary that you already keep, and reports by line and column where the Chinese text "
    "diverges from it.": "检查译文术语的工具：读取你手头的术语表，逐行逐列指出中文译文在哪里与它不一致。",
    "check documents against the glossary (also without the word: glosslint PATH…)": "按术语表检查文档（check 一词可省略：glosslint 路径…）",
    "print the glossary in force, as it was read": "列出所用的术语表，以实际读出的内容为准",
    "print which passages of source and translation belong together": "列出哪段译文对应哪段原文",
    "tell which share of the terms follows the glossary, by row and by pair": "统计有多大比例的术语遵守术语表，按术语表的行、按句对列出",
    "propose rows for the glossary from the translations themselves": "从已有译文中提出可以加进术语表的行",
    "count the findings of today, so that only new ones are reported": "记下目前已有的问题，此后只报告新问题",
    "go through the findings and say of each whether it is right": "逐条审校报告的问题，判定是否有误",
    "explain a rule, or what was made of one line of a document": "解释一条规则，或解释文档中某一行的检查过程",
    "list the rules, or test the examples of your own": "列出规则，或测试自定规则的示例",
    "write a configuration and a pre-commit hook for the repository at hand": "为当前仓库写好配置和 pre-commit 钩子",
    "print a script that makes the shell complete commands and options": "输出一段脚本，让命令行自动补全命令和选项",
    "a document that brings its own glossary table": "自带术语表的文档",
    "Chinese documents and a glossary": "一批中文文档和一张术语表",
    "the same, judged together with their English sources": "同上，并与英文原文对照",
    "the configured project, or the working directory": "配置所在的项目，或当前文件夹",
    "why a line was reported, or not": "某一行为什么报告，或为什么不报告",
    "what a rule finds and how hard it takes it": "一条规则查什么，按哪一级别报告",
    "`glosslint COMMAND --help` tells the options of a command; `glosslint --version` tells the version.": "`glosslint 命令 --help` "
    "列出该命令的选项；`glosslint --version` 显示版本。",
    "configuration: the nearest glosslint.yaml, or [tool.glosslint] in pyproject.toml": "配置：最近的 glosslint.yaml，或 pyproject.toml 中的 "
    "[tool.glosslint]",
    "exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 a file could not be checked (or a "
    "bug)": "退出码：0 没有问题，1 发现问题，2 用法或配置有误，3 有文件未能检查（或程序出错）",
}

_CHECK = {
    "Check documents against the glossary, together with their English sources where there are some. The word `check` may be left "
    "out.": "按术语表检查文档；有英文原文的，与原文对照检查。`check` 一词可以省略。",
    "a document, or a folder (default: the configured project, or .)": "文档或文件夹（默认：配置所在的项目，或当前文件夹）",
    "only these rules: names, codes, beginnings of codes (GL1) or ALL, with commas between them": "只用这些规则：名称、代码、代码开头"
    "（如 GL1）或 ALL，以逗号分隔",
    "not these rules; wins over --select where both are equally exact": "不用这些规则；与 --select 同样具体时，以此为准",
    "only findings about the glossary rows that have this term, in either language; may stand several "
    "times": "只报告与此术语所在各行有关的问题，中英文均可；可多次给出",
    "report every place by itself, and gather none into one finding about its glossary row": "每一处都单独报告，不合并成一条关于术语表该行的问题",
    "exit with 1 if there are findings of this level or above (default: warning)": "有达到此级别的问题时，以退出码 1 结束（默认：warning，警告）",
    "exit with 0 even where there are findings": "发现问题时也以退出码 0 结束",
    "apply safe fixes to the files, then report what is left": "在文件中作安全的修正，然后报告余下的问题",
    "change no file, and print what --fix would change as a patch": "不改动文件，以补丁形式列出 --fix 会作的修正",
    "with --fix or --diff: also what rests on weaker evidence; look at the changes": "与 --fix 或 --diff 合用：证据较弱的也修正，"
    "改动需人工确认",
    "text, concise, json, jsonl, github, gitlab, sarif, checkstyle, junit, rdjson or markdown; may stand several times, with a file "
    "for each but one (default: text)": "可选 text、concise、json、jsonl、github、gitlab、sarif、checkstyle、junit、rdjson 或 markdown；"
    "可多次给出，除一种以外都要写明文件（默认：text）",
    "write the report there and not to standard output": "报告写入此文件，而不是标准输出",
    "list findings down to this level, and only count the others (default: warning)": "列出达到此级别的问题，其余只计数（默认：warning，警告）",
    "also list what comments, decisions, the baseline or the configuration suppress": "同时列出由注释、决定、基线或配置屏蔽的问题",
    "print counts by rule, term and file instead of findings (as text or json)": "不列出问题，只按规则、术语和文件列出数量（格式为 text 或 json）",
    "print findings and errors only, without warnings and summary": "只显示报告的问题和错误，不显示警告和小结",
    "suppress the old findings that this file counts (see glosslint baseline --help)": "屏蔽此文件记下的旧问题"
    "（见 glosslint baseline --help）",
    "only findings on lines that changed since this revision of git; main... means since the branch left main": "只报告自此 git 版本以来"
    "改动过的行；main... 指从 main 分出以来",
}

_OTHERS = {
    # terms
    "Print the glossary in force, as it was read, and what is wrong with its rows.": "列出所用的术语表，以实际读出的内容为准，并指出哪些行有问题。",
    "a document whose own tables count as well, or a glossary (default: the project's glossaries)": "文档（其中的术语表也算在内）或术语表文件"
    "（默认：项目的术语表）",
    "only the rows whose terms occur in these documents, for a translator's brief or a prompt; the English counts, and the Chinese "
    "where there is no English": "只列出这些文档用到的术语，可附在译前说明或提示词中；有英文时看英文，没有英文时看中文",
    "with --for: the rows in the order in which the text has them, or the most frequent first (default: "
    "appearance)": "与 --for 合用：按在文中出现的先后（appearance）或次数（count）排列（默认：appearance）",
    "what to print (default: table, with --for markdown); markdown and json can be read as a glossary again": "输出格式"
    "（默认：table；与 --for 合用时为 markdown）；markdown 和 json 可以再作为术语表读入",
    # align
    "Print which passages of a translation and its source belong together, and how surely.": "列出哪段译文对应哪段原文，以及有多大把握。",
    "a file that holds both languages, or whose source is known; or a source and then its translation": "含有两种语言的文件，或已知原文的译文；"
    "也可以先写原文，再写译文",
    "what to print (default: text)": "输出格式（默认：text）",
    # adherence
    "Tell which share of the terms in the English follows the glossary in the Chinese, for each row and in all: followed, divergent "
    "(rendered as something else), left in English, omitted. The verdicts are those of `glosslint check`. Adherence is the number of "
    "followed places in all that were judged, with its 95 % interval (Wilson); repeats that Chinese drops and occurrences that are "
    "not the term are counted apart.": "统计英文中的术语有多大比例在中文里遵守了术语表，分行列出并合计：遵守、另译（译成别的说法）、保留英文、漏译。"
    "判定与 `glosslint check` 相同。遵守率是遵守的处数占判定总处数的比例，附 95 % 置信区间（Wilson）；中文不必重复译出之处，"
    "以及其实不是该术语之处，另行计数。",
    "pairs, documents with their sources, or folders (default: the configured project)": "双语对照文件、有原文的文档，或文件夹"
    "（默认：配置所在的项目）",
    "text and json: the shares by row; jsonl: each pair with its verdicts (default: text)": "text 和 json：各行的比例；jsonl：逐句对的判定"
    "（默认：text）",
    "exit with 1 if less than this share follows the glossary": "遵守率低于此值时，以退出码 1 结束",
    # mine
    "Propose rows for the glossary: terms that the translations render alike and no row lists, and what they use instead of the rows "
    "that there are. Each proposal has the numbers to judge it by: pairs with the rendering of all pairs with the term, pairs with the "
    "rendering and without the term, G² (how far beyond chance the two go together; below 10.8 it may be chance), other renderings "
    "that were seen, and places to look at.": "提出可以加进术语表的行：译法一致而术语表尚未收录的术语，以及译文用来代替现有译法的说法。"
    "每条建议都附有供判断的数字：含该术语的句对中有多少用了此译法，不含该术语的句对中有多少用了此译法，"
    "G²（二者同时出现超出偶然的程度；低于 10.8 可能只是巧合），还见过哪些译法，以及可供查看的位置。",
    "documents with their sources, or folders (default: the configured project, or .)": "有原文的文档，或文件夹（默认：配置所在的项目，或当前文件夹）",
    "what to print (default: markdown)": "输出格式（默认：markdown）",
    "only terms that this many pairs have (default: 3)": "至少在多少个句对中出现的术语才算（默认：3）",
    "at most this many rows of each kind, 0 for all (default: 50)": "每类最多列出多少行，0 表示全部（默认：50）",
    # baseline
    "Count the findings that are there today, so that only new ones are reported from now on. The file is committed; it counts by "
    "document, rule, term and text, never by line, and it only shrinks: `prune` takes out what has been put right, and `create` "
    "refuses to add to it.": "记下目前已有的问题，此后只报告新问题。基线文件随项目提交；它按文档、规则、术语和文字计数，从不按行号，"
    "而且只减不增：`prune` 删去已经改正的，`create` 拒绝添加新的。",
    "create: make the file; prune: take out what has been put right; show: print it": "create 生成文件；prune 删去已经改正的；show 列出内容",
    "the file (default: `baseline` of the configuration, else glosslint-baseline.json in the project's folder)": "基线文件"
    "（默认：配置中的 `baseline`；没有配置时，用项目文件夹中的 glosslint-baseline.json）",
    "with create: write the file even if it grows": "与 create 合用：即使问题增多，也写入文件",
    # review
    "Go through the findings and say of each whether it is right. What you say is kept in a file that the project commits; later runs "
    "honour it, and count it as evidence about the glossary row.": "逐条审校报告的问题，判定是否有误。决定保存在随项目提交的文件中；"
    "以后的检查都遵从这些决定，并把它们算作关于术语表该行的证据。",
    "the file (default: `decisions` of the configuration, else glosslint-decisions.jsonl in the project's folder)": "保存决定的文件"
    "（默认：配置中的 `decisions`；没有配置时，用项目文件夹中的 glosslint-decisions.jsonl）",
    "go through findings down to this level (default: warning)": "审校达到此级别的问题（默认：warning，警告）",
    # explain
    "Explain a rule; or tell what was recognised, left out and judged in one line of a document, and why.": "解释一条规则；"
    "或说明在文档的某一行里认出了什么、略过了什么、如何判定、为什么。",
    "a line of a document; or a rule, by its name or code": "文档中的一行；或一条规则的名称或代码",
    # rules
    "List the rules: code, name, level; or test the examples of rules. `glosslint explain RULE` tells about one.": "列出规则的代码、"
    "名称和级别；或测试规则自带的示例。`glosslint explain 规则` 解释某一条规则。",
    "with --test: rule files, or folders of them (default: those of the configuration)": "与 --test 合用：规则文件或存放规则的文件夹"
    "（默认：配置中的规则）",
    "run the examples of rules, and exit with 1 if one is not found as written": "运行规则的示例；有一个示例与所写的结果不符，就以退出码 1 结束",
    "the rules of the configuration": "配置中的规则",
    "these": "写明的这些规则",
    # init
    "Look at the repository in the working directory (glossaries, translations and their sources, catalogues), and write a "
    "configuration with comments that say what was found, and a pre-commit hook.": "查看当前文件夹所在的仓库（术语表、译文及其原文、"
    "PO 文件），写好配置和 pre-commit 钩子，并在配置的注释中说明找到了什么。",
    "write nothing, and print the configuration": "不写入文件，只显示配置的内容",
    "overwrite the glosslint.yaml that is there": "覆盖已有的 glosslint.yaml",
    "leave .pre-commit-config.yaml as it is": "不改动 .pre-commit-config.yaml",
    # completion
    "Print a script that makes the shell complete commands, options, rules, formats, terms of the glossary and files. It stays valid when "
    "glosslint is upgraded. Write it where the shell looks for such scripts, and open a new shell.": "输出一段脚本，让命令行（shell）自动补全"
    "命令、选项、规则、格式、术语表中的术语和文件。glosslint 升级后仍然有效。把它写到 shell 读取补全脚本的地方，再打开一个新的命令行窗口即可。",
    "the shell": "所用的 shell",
}

HELP: dict[str, str] = {**_SHARED, **_OVERVIEW, **_CHECK, **_OTHERS}
