"""`glosslint explain FILE:LINE`: everything that was made of one line, for people."""

from __future__ import annotations

from collections.abc import Iterator

from linter.comparing import compared
from linter.config import Settings
from linter.documents.model import Document
from linter.errors import InputError
from linter.finding import Finding, Suppressed
from linter.judge.corpus import Corpus
from linter.judge.facts import Facts
from linter.judge.inference import Bench
from linter.judge.model import Verdict
from linter.judge.verdicts import judge
from linter.passes import settled
from linter.paths import shown
from linter.project import load
from linter.result import Result
from linter.rules.apply import findings_of
from linter.rules.messages import fill, in_language
from linter.rules.quotes import clean
from linter.rules.shipped import REASONS
from linter.rules.texts import stated_by_rules
from linter.run import inconsistent, policy_of, standings_by_row, unreadable
from linter.scan.hits import Hit
from linter.scan.lexicon import ACCEPTED, DEPRECATED, PROTECTED, SOURCE

_WORDS: dict[str, dict[str | int, str]] = {
    "en": {
        "passages": "Passages of the line",
        "none": "nothing is read as prose in this line",
        "masked": "Left out as no prose",
        "terms": "Recognised",
        "pair": "Paired with",
        "unpaired": "not paired with any source passage: no finding that needs a source",
        "monolingual": "the document has no source: only what the Chinese alone shows is reported",
        "verdicts": "Verdicts",
        "compared": "Compared with the rest",
        "findings": "Findings",
        "silent": "no rule reports this line",
        SOURCE: "the term {term}",
        ACCEPTED: "accepted for {term}",
        DEPRECATED: "wrong for {term}",
        PROTECTED: "a protected compound: nothing inside it counts",
        "accepted": "accepted",
        "near-form": "a form of an accepted rendering",
        "declared-variant": "a rendering declared wrong",
        "script-variant": "accepted, in another script",
        "left-in-english": "left in English",
        "kept-translated": "translated, though it stays in English",
        "rendered-otherwise": "rendered otherwise",
        "gloss-mismatch": "a gloss that contradicts the glossary",
        "omitted": "no rendering found",
        "not-the-term": "not the term",
        "comment": "suppressed by a comment",
        "decision": "suppressed by a decision",
        "baseline": "suppressed by the baseline",
        "configuration": "suppressed by the configuration",
        "posterior": "certainty {0:.2f}",
        "lines": "lines {0}–{1}",
        "line": "line {0}",
        "weighed": "weighed: {0} — in {1} of {2} places that miss the term's translation, in {3} of {4} that have it, {5} elsewhere; "
        "G² {6:.0f}, likeness {7:.2f}{8}",
        "in dictionary": ", in the dictionary",
        "remedy": "right all the same? Write it into the row as a second translation, protect a compound with `unless`, or give the "
        "row a part of speech",
    },
    "zh": {
        "passages": "本行的段落",
        "none": "本行没有可作正文阅读的内容",
        "masked": "非正文，未检查",
        "terms": "识别到的词",
        "pair": "对应原文",
        "unpaired": "没有对应的原文段落：不作任何依赖原文的判断",
        "monolingual": "文档没有原文：只报告单看中文就能确定的问题",
        "verdicts": "判断",
        "compared": "与其他各处比较",
        "findings": "结果",
        "silent": "没有规则报告本行",
        SOURCE: "术语 {term}",
        ACCEPTED: "{term} 的规定译法",
        DEPRECATED: "{term} 的错误译法",
        PROTECTED: "受保护的复合词：其中的词不算",
        "accepted": "译法正确",
        "near-form": "规定译法的变化形式",
        "declared-variant": "术语表禁用的译法",
        "script-variant": "译法正确，但字形不同",
        "left-in-english": "保留了英文",
        "kept-translated": "应保留英文，却译出了",
        "rendered-otherwise": "译作别的说法",
        "gloss-mismatch": "括注与术语表矛盾",
        "omitted": "没有找到译法",
        "not-the-term": "不是这个术语",
        "comment": "由注释屏蔽",
        "decision": "由决定屏蔽",
        "baseline": "由基线屏蔽",
        "configuration": "由配置屏蔽",
        "posterior": "把握 {0:.2f}",
        "lines": "第 {0}–{1} 行",
        "line": "第 {0} 行",
        "weighed": "权衡：{0}——在缺少规定译法的 {2} 处中出现 {1} 处，在有规定译法的 {4} 处中出现 {3} 处，别处 {5} 处；"
        "G² {6:.0f}，相似度 {7:.2f}{8}",
        "in dictionary": "，词典收录",
        "remedy": "其实译得对？可以把它写进该行作为另一种译法，用 `unless` 保护复合词，或给该行注明词性",
    },
}


def explain_line(path: str, line: int, settings: Settings) -> str:
    """What was recognised, masked and protected in a line, its pair, the verdicts, and what the rules made of them.

    Raises InputError where the file cannot be read, UsageError for a wrong configuration.
    """
    words = _WORDS["zh" if settings.lang == "zh" else "en"]
    project = load([path], settings)
    facts = next((facts for facts in project.facts if facts.document.source.path == shown(path)), None)
    if facts is None:
        raise project.errors[0] if project.errors else InputError(shown(path), "not a document that can be checked")
    judged = judge(project.facts, {shown(path)})
    verdicts = [verdict for verdict in judged.verdicts if verdict.document is facts.document and line in _lines_of(verdict)]
    policy = policy_of(settings)
    comparing = [fact for fact in inconsistent(project.facts, settings, {shown(path)}) if fact.place.path == shown(path)]
    stated = [*project.stated, *stated_by_rules((facts,), judged.verdicts, policy), *comparing]
    stated += map(unreadable, project.errors)
    found = findings_of(judged.verdicts, stated, standings_by_row(judged), policy)
    result = settled(Result(tuple(found)), project, settings, policy)

    def is_here(finding: Finding) -> bool:
        return finding.place.path == shown(path) and finding.place.line <= line <= finding.place.end_line

    findings = [_finding(finding) for finding in result.findings if is_here(finding)]
    findings += [_suppressed(item, words) for item in result.suppressed if is_here(item.finding)]
    parts = [f"{shown(path)}:{line}", "  " + facts.document.source.line_text(line).strip()]
    parts += _passages(facts, line, words)
    bench = Bench(Corpus(project.facts))
    parts += _section(
        words["verdicts"],
        [_verdict(verdict, words, settings.lang, _weighed(verdict, facts, bench, words)) for verdict in verdicts],
    )
    about = [fact for fact in comparing if fact.place.line <= line <= fact.place.end_line]
    parts += _section(words["compared"], compared(about, project.facts, settings.lang))
    parts += _section(words["findings"], findings or [words["silent"]])
    return "\n".join(parts)


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"{title}:", *(f"  {line}" for line in lines)] if lines else []


def _passages(facts: Facts, line: int, words: dict[str | int, str]) -> Iterator[str]:
    document = facts.document
    numbers = [n for n in range(len(document.passages)) if document.lines(n)[0] <= line <= document.lines(n)[1]]
    yield from _section(
        words["passages"], [f"{p.kind} {p.lang}" for n in numbers for p in [document.passages[n]]] or [words["none"]]
    )
    first, last = document.source.offset(line), document.source.offset(line) + len(document.source.line_text(line))
    masked = [literal for literal in document.literals if literal.span.start < last and literal.span.end > first]
    yield from _section(
        words["masked"],
        [f"{document.source.text[m.span.start : m.span.end]}  ({m.kind})" for m in masked if m.span.end > m.span.start],
    )
    hits = [hit for hit in facts.scanner.hits(document) if hit.passage in numbers and _on_line(document, hit, line)]
    yield from _section(words["terms"], [_hit(facts, hit, words) for hit in hits])
    if not any(document.passages[n].lang == "zh" for n in numbers):
        return
    if facts.alignment is None:
        yield words["monolingual"]
        return
    pairs = [pair for pair in facts.alignment.pairs if pair.source and set(pair.target) & set(numbers)]
    if not pairs:
        yield words["unpaired"]
    source = facts.alignment.source
    for pair in pairs:
        top, bottom = source.lines(pair.source[0])[0], source.lines(pair.source[-1])[1]
        place = words["line"].format(top) if top == bottom else words["lines"].format(top, bottom)
        text = " ".join(clean(source, source.passages[n].start, source.passages[n].end).strip() for n in pair.source)
        yield from _section(
            words["pair"], [f"{source.source.path} {place} ({pair.how}, {words['posterior'].format(pair.posterior)})", text]
        )


def _on_line(document: Document, hit: Hit, line: int) -> bool:
    span = document.span(hit.start, hit.end)
    return document.source.line_of(span.start) <= line <= document.source.line_of(max(span.start, span.end - 1))


def _hit(facts: Facts, hit: Hit, words: dict[str | int, str]) -> str:
    span = facts.document.span(hit.start, hit.end)
    column = facts.document.source.position(span.start).column
    meanings = dict.fromkeys(words[m.role].format(term=facts.entries[m.entry].term if m.entry >= 0 else "") for m in hit.meanings)
    return f"{column}: {facts.document.text[hit.start : hit.end]}  ({'; '.join(meanings)})"


def _lines_of(verdict: Verdict) -> range:
    span = verdict.document.span(verdict.start, verdict.end)
    position = verdict.document.source.line_of
    number = verdict.document.passage_at(verdict.start)
    if verdict.start == verdict.end and number >= 0:  # nothing is named: the verdict speaks of the whole passage
        first, last = verdict.document.lines(number)
        return range(first, last + 1)
    return range(position(span.start), position(max(span.start, span.end - 1)) + 1)


def _weighed(verdict: Verdict, facts: Facts, bench: Bench, words: dict[str | int, str]) -> list[str]:
    """The candidates for the rendering of a term whose accepted renderings are missing, with their numbers."""
    if verdict.relation not in ("rendered-otherwise", "kept-translated", "omitted", "not-the-term") or verdict.source_start < 0:
        return []
    seen = next((seen for seen in facts.pairs if seen.pair.source == verdict.source_passages), None)
    if seen is None or not any(facts.entries[number] is verdict.entry for number in seen.occurrences):
        return []
    record = bench.corpus.where[id(seen)]
    lines = []
    for candidate in bench.ranked(verdict.entry, record):
        mined = bench.mined(verdict.entry)
        given = words["in dictionary"] if candidate.dictionary else ""
        counts = (candidate.missing, len(mined.missing), candidate.followed, mined.followed, candidate.elsewhere)
        lines.append(words["weighed"].format(candidate.text, *counts, candidate.association, candidate.likeness, given))
    return [*lines, words["remedy"]] if verdict.grade else lines


def _verdict(verdict: Verdict, words: dict[str | int, str], lang: str, weighed: list[str]) -> str:
    entry = verdict.entry
    head = f"{entry.term}: {words[verdict.relation]}"
    if verdict.rendering:
        head += f" — {verdict.rendering}"
    if verdict.grade:
        head += f" [{verdict.grade}]"
    values = {"term": entry.term, "found": verdict.rendering, "expected": "/".join(entry.expected)}
    reasons = [fill(in_language(REASONS[reason.key], lang), {**values, **reason.values}) for reason in verdict.reasons]
    return "\n    ".join([head, *reasons, *weighed])


def _finding(finding: Finding) -> str:
    return f"{finding.place.line}:{finding.place.column} {finding.severity} {finding.code} {finding.rule}: {finding.message}"


def _suppressed(item: Suppressed, words: dict[str | int, str]) -> str:
    place = f", {item.place.path}:{item.place.line}" if item.place else ""
    reason = f": {item.reason}" if item.reason else ""
    return f"{_finding(item.finding)} ({words[item.by]}{place}{reason})"
