"""The shipped rules.  Generated from rules/*.yaml by `python -m linter.rules.generate`; change the YAML."""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from linter.rules.model import Option, Rule, Text

SHIPPED: tuple[Rule, ...] = (
    Rule(
        'GL101', 'wrong-translation', 'rendered-otherwise', 'by-grade',
        {'en': '{term} is rendered as “{found}”[; the glossary has {expected}]', 'zh': '{term} 译作“{found}”[，术语表规定译作{expected}]'},
    ),
    Rule(
        'GL102', 'untranslated-term', 'left-in-english', 'by-grade',
        {'en': '“{found}” is left in English[; the glossary translates {term} as {expected}]', 'zh': '“{found}”保留了英文[，术语表中 {term} 译作{expected}]'},
    ),
    Rule(
        'GL103', 'translated-name', 'kept-translated', 'by-grade',
        {'en': '{term} stays in English by the glossary, but is translated here as “{found}”', 'zh': '术语表规定 {term} 保留英文，此处译成了“{found}”'},
    ),
    Rule(
        'GL104', 'missing-translation', 'omitted', 'hint',
        {'en': '{term} of the source has no rendering here that could be found[; the glossary has {expected}]', 'zh': '原文的 {term} 在此处没有找到对应译法[，术语表规定译作{expected}]'},
    ),
    Rule(
        'GL105', 'unexpected-term', 'unexpected', 'warning',
        {'en': "“{found}” is the glossary's translation of {term}, but the source says something else here[: {source}]", 'zh': '“{found}”是 {term} 的译法，而此处原文是别的内容[：{source}]'},
    ),
    Rule(
        'GL201', 'gloss-mismatch', 'gloss-mismatch', 'by-grade',
        {'en': '“{found}” is glossed as {term}[, which the glossary translates as {expected}]', 'zh': '“{found}”括注为 {term}[，而术语表中 {term} 译作{expected}]'},
    ),
    Rule(
        'GL202', 'inconsistent-gloss', 'inconsistent-gloss', 'warning',
        {'en': '“{found}” is glossed as {term} here[; elsewhere {term} is the gloss of {expected}][; elsewhere it is glossed as {other}]', 'zh': '“{found}”在此处括注为 {term}[，别处 {term} 对应的是{expected}][，别处括注为 {other}]'},
    ),
    Rule(
        'GL203', 'missing-first-gloss', 'missing-first-gloss', 'warning',
        {'en': '“{found}” is mentioned for the first time, without its English[; write {expected}]', 'zh': '“{found}”首次出现，没有括注英文[，应写作{expected}]'},
        {
            'terms': Option('strings', (), {'en': 'the rows that it is about; every row if there are none', 'zh': '只检查这些词条；不写则检查全部'}),
            'headings': Option('boolean', False, {'en': 'whether a heading counts as a mention', 'zh': '标题是否算作出现'}),
        },
        enabled=False,
    ),
    Rule(
        'GL204', 'repeated-gloss', 'repeated-gloss', 'warning',
        {'en': '“{rendering}” was glossed before; the English “{found}” can go here', 'zh': '“{rendering}”前文已括注过，此处的“{found}”可以去掉'},
        {
        },
        enabled=False,
    ),
    Rule(
        'GL301', 'forbidden-variant', 'declared-variant', 'by-grade',
        {'en': '“{found}” is a wrong rendering of {term}[; the glossary has {expected}]', 'zh': '“{found}”是 {term} 的错误译法[，应译作{expected}]'},
    ),
    Rule(
        'GL302', 'script-variant', 'script-variant', 'by-grade',
        {'en': '“{found}” belongs to another script or region than this text[; the glossary has {expected}]', 'zh': '“{found}”的字形或用词属于其他地区[，应写作{expected}]'},
    ),
    Rule(
        'GL303', 'term-spelling', 'term-spelling', 'warning',
        {'en': '“{found}” is spelled otherwise than in the glossary[; write {expected}]', 'zh': '“{found}”的写法与术语表不一致[，应写作{expected}]'},
    ),
    Rule(
        'GL304', 'broken-term', 'broken-term', 'warning',
        {'en': '“{found}” is a broken {expected}: {why}', 'zh': '“{found}”应为{expected}：{why}'},
    ),
    Rule(
        'GL401', 'inconsistent-translation', 'inconsistent', 'warning',
        {'en': '{term} is rendered as “{found}” here[ (+{others} elsewhere)][; {expected} stands in {count} places]', 'zh': '{term} 在此处译作“{found}”[（另有 {others} 处）][，{count} 处译作{expected}]'},
    ),
    Rule(
        'GL501', 'glossary-malformed', 'glossary-malformed', 'error',
        {'en': 'this glossary row cannot be used as it stands: {why}', 'zh': '术语表这一行无法照原样使用：{why}'},
    ),
    Rule(
        'GL502', 'glossary-duplicate', 'glossary-duplicate', 'warning',
        {'en': '{term} stands in this glossary twice: line {line} has it already', 'zh': '{term} 在本术语表中重复：第 {line} 行已有这一条'},
    ),
    Rule(
        'GL503', 'glossary-conflict', 'glossary-conflict', 'error',
        {'en': '{term} is “{found}” here[, and {expected} in another row (line {line})]', 'zh': '{term} 在此处译作“{found}”[，而另一行（第 {line} 行）译作{expected}]'},
    ),
    Rule(
        'GL504', 'glossary-ambiguous', 'glossary-ambiguous', 'hint',
        {'en': '“{found}” is the translation of {term} and of {other} (line {line})', 'zh': '“{found}”既是 {term} 的译法，也是 {other}（第 {line} 行）的译法'},
    ),
    Rule(
        'GL505', 'glossary-tables-differ', 'glossary-tables-differ', 'warning',
        {'en': 'the glossary tables of this document differ in {term}: {why}', 'zh': '本文档的几张术语表在 {term} 上不一致：{why}'},
    ),
    Rule(
        'GL506', 'glossary-unused', 'glossary-unused', 'hint',
        {'en': 'no text of the project has {term} or a translation of it', 'zh': '整个项目中既没有 {term}，也没有它的译法'},
    ),
    Rule(
        'GL507', 'glossary-dead', 'glossary-dead', 'error',
        {'en': 'this glossary row can never match: {why}', 'zh': '术语表这一行永远不会匹配：{why}'},
    ),
    Rule(
        'GL508', 'glossary-outvoted', 'glossary-outvoted', 'warning',
        {'en': 'the text does not follow this row: {term} is {expected} here, but only {followed} of {judged} places agree; the others have {renderings}', 'zh': '正文并未遵守这一行：此处规定 {term} 译作{expected}，但 {judged} 处中只有 {followed} 处照办；其余译作{renderings}'},
        {
            'places': Option('integer', 3, {'en': 'how many of the places are shown with the finding', 'zh': '报告中列出的位置数'}),
        },
    ),
    Rule(
        'GL601', 'dropped-passage', 'dropped-passage', 'hint',
        {'en': 'a passage of the source has no counterpart here: “{source}”', 'zh': '原文有一段在此处没有对应译文：“{source}”'},
    ),
    Rule(
        'GL901', 'unreadable-input', 'unreadable-input', 'error',
        {'en': '[not checked: {why}][not all of this file was checked: {limit}]', 'zh': '[未能检查：{why}][该文件没有检查完：{limit}]'},
    ),
    Rule(
        'GL902', 'unused-suppression', 'unused-suppression', 'warning',
        {'en': 'this suppression silences nothing[: {other}]', 'zh': '这条屏蔽指令没有屏蔽任何问题[：{other}]'},
    ),
    Rule(
        'GL903', 'unknown-suppression', 'unknown-suppression', 'warning',
        {'en': 'this suppression cannot work: {why}', 'zh': '这条屏蔽指令不起作用：{why}'},
    ),
    Rule(
        'GL904', 'unclosed-suppression', 'unclosed-suppression', 'warning',
        {'en': 'this suppression[ of {other}] is never closed, so that it holds to the end of the file; close it, or write glosslint-disable-file', 'zh': '这条屏蔽指令[（{other}）]一直没有关闭，直到文件末尾都有效；请关闭，或改用 glosslint-disable-file'},
    ),
    Rule(
        'GL905', 'stale-baseline', 'stale-baseline', 'warning',
        {'en': 'this line of the baseline has to go: {why}', 'zh': '基线的这一行该删了：{why}'},
    ),
    Rule(
        'GL906', 'stale-decision', 'stale-decision', 'warning',
        {'en': 'this decision is about nothing any more: {found} for {term}', 'zh': '这条决定已无所指：{term} 的“{found}”'},
    ),
)

REASONS: dict[str, Text] = {
    'declared': {'en': 'the glossary lists “{rendering}” as wrong for {term}', 'zh': '术语表把“{rendering}”列为 {term} 的错误译法'},
    'shipped': {'en': '“{rendering}” is known as a wrong rendering of {term}', 'zh': '“{rendering}”是 {term} 的常见误译'},
    'regional': {'en': '“{rendering}” is what {term} is called in another region', 'zh': '“{rendering}”是其他地区对 {term} 的叫法'},
    'script': {'en': '“{rendering}” is {expected} in another script', 'zh': '“{rendering}”是{expected}的另一种字形'},
    'english': {'en': 'the English word “{rendering}” stands in the Chinese text', 'zh': '中文里保留了英文“{rendering}”'},
    'gloss': {'en': 'the text itself glosses “{rendering}” as {english}', 'zh': '正文自己把“{rendering}”括注为 {english}'},
    'near': {'en': '“{rendering}” is nearly {expected} (characters in common: {shared})', 'zh': '“{rendering}”与{expected}仅有小异（相同的字：{shared} 个）'},
    'recurs': {'en': '“{rendering}” stands for {term} in {count} places where the expected text is missing', 'zh': '在没有规定译法的地方，“{rendering}”有 {count} 处对应 {term}'},
    'mined': {'en': 'across the project, “{rendering}” goes with {term} more often than chance allows (G² {score})', 'zh': '在整个项目中，“{rendering}”与 {term} 同现的次数高于偶然（G² {score}）'},
    'dictionary': {'en': 'a dictionary gives “{rendering}” for {term}', 'zh': '词典中 {term} 有“{rendering}”这一释义'},
    'sibling': {'en': '“{rendering}” is used for {term} elsewhere[: {places}]', 'zh': '别处也把 {term} 译作“{rendering}”[：{places}]'},
    'alone': {'en': 'the passage is nothing but “{surface}”, and “{rendering}” is its whole translation', 'zh': '这一段只有“{surface}”一词，“{rendering}”就是它的全部译文'},
    'remainder': {'en': 'the other words of the passage are accounted for, and “{rendering}” is what they leave for “{surface}”', 'zh': '这一段的其他词都另有对应，剩下的“{rendering}”只能译“{surface}”'},
    'followed': {'en': 'the glossary row is followed in {followed} of {judged} places', 'zh': '{judged} 处中有 {followed} 处遵守术语表该行'},
    'name': {'en': '“{surface}” is part of a name[: {name}]', 'zh': '“{surface}”是名称的一部分[：{name}]'},
    'literal': {'en': '“{surface}” is code or another literal', 'zh': '“{surface}”是代码或其他原样保留的内容'},
    'longer-term': {'en': '“{surface}” is part of the longer term “{longer}”', 'zh': '“{surface}”属于更长的术语“{longer}”'},
    'other-sense': {'en': '“{surface}” means something else here[: “{phrase}”]', 'zh': '“{surface}”在此处是另一个意思[：“{phrase}”]'},
    'near-form': {'en': '“{rendering}” is a form of {expected}', 'zh': '“{rendering}”是{expected}的变化形式'},
    'part-of-speech': {'en': 'the glossary row is for the {pos}, and “{surface}” is used otherwise here', 'zh': '术语表该行的词性是 {pos}，此处的“{surface}”不是'},
    'repeat': {'en': 'the source has the term {occurrences} times, the Chinese {renderings} times: the others are repeats that were dropped', 'zh': '原文出现 {occurrences} 次，译文出现 {renderings} 次：其余是省略的重复'},
    'low-confidence': {'en': 'the two passages may not belong together (posterior {posterior})', 'zh': '这两段原文与译文可能并不对应（后验概率 {posterior}）'},
    'explained': {'en': '“{rendering}” stands there for another English word: {word}', 'zh': '“{rendering}”对应的是另一个英文词：{word}'},
    'no-rendering': {'en': 'no rendering was found', 'zh': '没有找到对应的译法'},
    'context': {'en': 'this glossary row depends on its context', 'zh': '术语表该行取决于上下文'},
    'proposed': {'en': 'this glossary row is only proposed', 'zh': '术语表该行尚在提议阶段'},
}

RELATED: dict[str, Text] = {
    'usual-rendering': {'en': '{term} is rendered as {expected} here', 'zh': '{term} 在此处译作{expected}'},
    'other-gloss': {'en': 'the other gloss is here', 'zh': '另一处括注在此'},
    'other-row': {'en': 'the other row is here', 'zh': '另一行在此处'},
    'other-table': {'en': 'the other table is here', 'zh': '另一张表在此处'},
    'outvoting-place': {'en': 'rendered as “{found}” here', 'zh': '此处译作“{found}”'},
}

PROBLEMS: dict[str, Text] = {
    'different-row': {'en': '“{found}” here, {expected} in line {line}', 'zh': '此处是“{found}”，第 {line} 行是{expected}'},
    'missing-row': {'en': 'the other table (line {line}) has no such row', 'zh': '另一张表（第 {line} 行）没有这一条'},
    'missing-cells': {'en': 'the row ends before the column of the translation', 'zh': '这一行缺少译文一栏'},
    'extra-cells': {'en': 'there is text behind the last column of the table', 'zh': '最后一栏之后还有文字'},
    'unclosed-quote': {'en': 'a quotation mark is never closed', 'zh': '引号没有闭合'},
    'no-source': {'en': 'the column of the term is empty', 'zh': '术语一栏是空的'},
    'no-word': {'en': 'the term has no letter or digit that could be looked for', 'zh': '术语一栏没有可供检索的字母或数字'},
    'source-is-chinese': {'en': 'the term is Chinese, so it is never found in an English text', 'zh': '术语一栏是中文，在英文原文里永远找不到'},
    'gap-in-source': {'en': 'a term with a gap in it is never found', 'zh': '术语中间有省略，永远找不到'},
    'no-target': {'en': 'the column of the translation has text, but no translation in it', 'zh': '译文一栏有文字，却没有可用的译法'},
    'sentence': {'en': 'the column of the translation holds a definition and no translation', 'zh': '译文一栏是解释，不是译法'},
    'formula': {'en': 'a formula of a spreadsheet was left here', 'zh': '此处残留了电子表格的公式'},
    'no-pair': {'en': 'in a list of terms, this is not a term with its translation', 'zh': '在术语列表中，这一项不是“术语加译法”'},
    'unclosed': {'en': 'a bracket is never closed, or never opened', 'zh': '括号不成对'},
    'unknown-note': {'en': 'it is not clear which part is the translation and which is a remark', 'zh': '分不清哪一部分是译法、哪一部分是说明'},
    'contradiction': {'en': 'a translation is both right and forbidden', 'zh': '同一译法既是规定译法又被禁用'},
    'no-such-directive': {'en': 'there is no glosslint-{other}[; did you mean {expected}?]', 'zh': '没有 glosslint-{other} 这个指令[，是不是{expected}？]'},
    'no-such-rule': {'en': 'no rule is called “{other}”[; did you mean {expected}?]', 'zh': '没有名为“{other}”的规则[，是不是{expected}？]'},
    'no-such-term': {'en': 'no glossary row in force has “{other}”[; did you mean {expected}?]', 'zh': '当前术语表中没有“{other}”[，是不是{expected}？]'},
    'bad-front-matter': {'en': 'in front matter, a list of rules stands below glosslint and disable', 'zh': 'front matter 中，规则列表应写在 glosslint 下的 disable 之下'},
    'none-left': {'en': 'it counts {count}, and nothing like it is left', 'zh': '记有 {count} 处，现在一处也没有了'},
    'fewer-left': {'en': 'it counts {count}, and only {left} are left', 'zh': '记有 {count} 处，现在只剩 {left} 处'},
    'file-gone': {'en': 'the file is no longer there', 'zh': '该文件已不存在'},
    'split-by-spaces': {'en': 'a space stands inside', 'zh': '中间有空格'},
    'invisible-inside': {'en': 'an invisible character stands inside', 'zh': '中间有不可见字符'},
    'another-character': {'en': 'one character is another', 'zh': '有一个字写成了别的字'},
    'too-many-findings': {'en': '{other} has {count} findings here, and only the first {left} are listed', 'zh': '{other} 在此有 {count} 处结果，只列出前 {left} 处'},
    'too-many-matches': {'en': '{other} matches more than {count} times', 'zh': '{other} 匹配超过 {count} 次'},
    'too-slow': {'en': '{other} takes longer than {count} s', 'zh': '{other} 耗时超过 {count} 秒'},
}
