"""Naming: which Chinese of a pair stands for a term whose accepted renderings are all absent.

Candidates are the Han strings of the pairs in question.  Each is measured: how often it stands in pairs that miss the term's
renderings, in pairs that have them, and elsewhere; how alike it is to what is expected; whether another English word of the pair
explains it.  The best-scoring one is named; what the numbers are worth is decided in grade.py.
Method: likelihood ratio over deduplicated pairs with a likeness term, as in Moore 2004 and the figures of Feng et al. 2004.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import acts, gives, is_english_verb, pairs_for, stems_of, words_for
from linter.judge.english import content_stems, stem
from linter.judge.likeness import is_near, likeness
from linter.judge.statistics import g_squared
from linter.judge.words import is_noun, is_verb, makes_clause, segments, words
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.fold import fold

LONGEST = 10  # characters of a candidate
MOST_WORDS = 5
PURITY = 0.7  # share of the records holding another row's rendering in which that row's English stands
_RESULTS = "掉完好成住"  # what a verb may carry and a dictionary leaves out: 烧掉
_NEGATIONS = "无不未没非"
_NOT = lazy(r"\b(?:not|no|never|none|nor|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_COUNTING = frozenset(("number", "count", "total"))
_NUMBER_OF = lazy(r"\b(?:numbers?|counts?|totals?) of\b", re.IGNORECASE)
_NUMBER = lazy(r"\b(?:number|count|total|per)\b", re.IGNORECASE)
OPENED = 0.7  # share of the sentences with a rendering that it opens, if it is what an imperative says
_FIRST = lazy(  # a word that opens a sentence and may be its verb, with an object behind it
    r"\W*([A-Za-z]+)[ \n]+(?!(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|do|does|did|of|and|or|in|on|for|to|"
    r"with|from|by|at|as)\b)[\w%{<`\ufffc]"
)
_LEADING = " \n\t*_`\"'“‘<>[]()（）"
RARE = 2  # times the records of a rendering that another word may have and still be what it stands for
_FAMILY = 5  # letters that words of one family have in common
MOST_RECORDS = 300  # records of one term that are mined; more tell nothing new


class Candidate(NamedTuple):
    """One string measured for one term.  Counts are records: `missing` miss the term's renderings, `followed` have one."""

    text: str  # folded
    missing: int
    followed: int
    elsewhere: int
    association: float  # G squared of the string and the missing records
    likeness: float
    near: bool
    dictionary: bool  # a dictionary gives the string for the term
    row: bool  # another row's accepted rendering
    score: float
    same_head: bool  # ends like an expected rendering: Chinese has its head at the end
    margin: float = 0.0  # of the score, before the best candidate of the record that does not overlap it
    taken: bool = False  # another row's accepted rendering, wherever it stands
    part: bool = False  # a part of an expected rendering, 日志 of 更新日志, or one behind a modifier


class Mined(NamedTuple):
    """A term's candidates with the records they stand in."""

    candidates: dict[str, Candidate]
    missing: tuple[int, ...]
    followed: int


def mine(corpus: Corpus, concept: Concept, own: frozenset[str]) -> Mined:
    """Measure every plausible candidate of a term, once for all of its records.  `own` are the stems of the term."""
    use = corpus.uses[concept]
    expected = [fold(form) for form in concept[1]]
    records = use.missing[:MOST_RECORDS]
    counts: Counter[str] = Counter()
    for number in records:
        counts.update(corpus.grams(number, grams))
    missing, followed = frozenset(use.missing), frozenset(use.followed)
    total = len(corpus.records)
    candidates: dict[str, Candidate] = {}
    for text, count in counts.items():
        alike = max((likeness(text, form) for form in expected), default=0.0) if _shares(text, expected) else 0.0
        given = gives(text, own)
        row = _betrays(corpus, concept, text)
        if count < 2 and alike < 0.34 and not given and not row:
            continue
        if any(form in text for form in expected):
            continue
        holding = corpus.holding(text)
        obeying = len(holding & followed - use.partly)
        inside = len(holding & missing)
        association = g_squared(inside, len(missing), len(holding - followed), total - len(followed))
        nearest = any(is_near(text, form) for form in expected)
        longer = min((abs(len(text) - len(form)) for form in expected), default=2)
        score = min(association, 60.0) + 45 * alike + 20 * given + 10 * row - 3 * longer
        if followed:
            score -= 40 * min(1.0, obeying / len(followed))
        candidates[text] = Candidate(
            text,
            inside,
            obeying,
            len(holding - followed) - inside,
            association,
            alike,
            nearest,
            given,
            row,
            score,
            any(text[-1] == form[-1] for form in expected),
            taken=any(other != concept for other in corpus.rendered(text)),
            part=any(text in form or _ends_in_beginning(text, form) for form in expected),
        )
    return Mined(candidates, use.missing, len(followed))


def _ends_in_beginning(text: str, form: str) -> bool:
    """Whether a string is a modifier and the beginning of a form, which is cut short behind it: 编译依赖 for 依赖关系."""
    return any(text.endswith(form[:size]) for size in range(2, len(form)))


def _betrays(corpus: Corpus, concept: Concept, text: str) -> bool:
    """Whether a string is another row's rendering that hardly ever stands without that row's English.

    Where it does stand without it, and this term's rendering is missing, the one was taken for the other.
    """
    others = [other for other in corpus.rendered(text) if other != concept]
    if not others:
        return False
    licensed = {number for other in others if other in corpus.uses for number in corpus.uses[other].followed}
    holding = corpus.holding(text) - frozenset(corpus.uses[concept].missing)
    return len(holding & licensed) >= PURITY * len(holding)


def grams(text: str) -> Iterator[str]:
    """Strings of whole words, 2 to LONGEST characters and at most MOST_WORDS words, whose edges can be those of a term."""
    for run in words(text):
        for first, word in enumerate(run):
            if not word.edge or word.leans:
                continue
            for last in range(first, min(len(run), first + MOST_WORDS)):
                end = run[last]
                size = end.end - word.start
                if size > LONGEST or makes_clause(end.text):
                    break
                if end.edge and size > 1:
                    yield text[word.start : end.end]


def _shares(text: str, expected: list[str]) -> bool:
    return any(character in form for form in expected for character in text)


def explained(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """Another English word of the record whose usual rendering `text` is, or "".

    A word explains a string that a good share of the word's records without the term hold (half of the share that the term's own
    records have, within 12 and 30 %; two of them or more), three times as often as records at large do.
    """
    missing = corpus.uses[concept].missing
    holding, at_large = corpus.elsewhere(concept, text)
    if len(holding) < 2:
        return ""
    own_share = len(corpus.holding(text).intersection(missing)) / max(1, len(missing))
    needed = min(0.3, max(0.12, own_share / 2))
    best, best_share = "", 0.0
    shared = corpus.shared_stems(holding[:400])
    for other in sorted(key for key in corpus.stems(number) if key in shared and key not in own):
        both = shared[other]
        without = corpus.stem_count(other)  # an upper bound of the word's records without the term
        share = both / without * (len(holding) / min(len(holding), 400))
        if share >= needed and share >= 3 * at_large and share > best_share:
            best, best_share = other, share
        sample = min(len(holding), 400)
        if sample >= 4 and both >= 0.8 * sample and both / sample >= 5 * without / len(corpus.records) and not best:
            best = other
    return best


def overlapping(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """Another English word of the record that explains the part of `text` that no expected rendering shares, or "".

    异步生成器的事件 is alike 异步生成器迭代器, but 事件 is there for "event"; 重要文件 is alike 配置文件, but stands in "important
    configuration files".
    """
    expected = [fold(form) for form in concept[1]]
    beside = _neighbours(corpus, concept, number) - own
    shared = [word for word in segments(text) if len(word) > 1 and any(word in form for form in expected)]
    if shared and not any(_of_family(stems_of(word), own) for word in shared):
        others = corpus.stems(number) - own
        if all(words_for(word) & others for word in shared):
            return min(words_for(shared[-1]) & others)  # 差量文件 for "tarball" shares 文件, which is there for "file"
    for word in dict.fromkeys((*segments(text), *residues(text, expected))):
        if any(word in form for form in expected):
            continue
        if _of_family(stems_of(word), own):
            continue
        by = min(words_for(word) & beside, default="") or (explained(corpus, concept, word, number, own) if len(word) > 1 else "")
        if by:
            return by
    return ""


def _of_family(meant: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a word means a word of the term, or one of its family: 依赖 is "to depend", and stands for "dependency"."""
    return bool(meant & own) or any(one[:_FAMILY] == other[:_FAMILY] for one in meant for other in own if len(one) >= _FAMILY)


def residues(text: str, expected: list[str]) -> Iterator[str]:
    """What a string has before the end that it shares with an expected rendering, and behind the beginning that it shares."""
    for form in expected:
        short = min(len(text), len(form))
        same = next((at for at in range(short) if text[-1 - at] != form[-1 - at]), short)
        if len(text) == 2 and text[1] in form:
            yield text[0]  # 股价 for "share price" is contracted
        if same > 1:
            yield text[:-same].removesuffix("的")
            yield text[:-same].rstrip(_RESULTS)
        same = next((at for at in range(short) if text[at] != form[at]), short)
        if same > 1 and len(text) - same > 1:  # a single character has too many senses
            yield text[same:].removeprefix("的")


def _neighbours(corpus: Corpus, concept: Concept, number: int) -> frozenset[str]:
    """Stems of the English words beside a term: what qualifies it, what it qualifies, what is done with it."""
    around = corpus.contexts(concept, (number,)).get(number, frozenset())
    return frozenset(feature.partition(":")[2] for feature in around if feature.startswith("next:"))


def accounted_for(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """Another English word of the record that explains `text` where each word of it is explained by one or belongs to an expected
    rendering, or "".

    数据分享 is there for "sharing of data", and no part of it is left for "device"; 选择解决 is "select" and a piece of 解决方案.
    """
    expected = [fold(form) for form in concept[1]]
    others = corpus.stems(number) - own
    by = ""
    for word in segments(text):
        if _of_family(stems_of(word), own):
            return ""
        if any(word in form for form, _ in corpus.claims[number]) or any(word in form for form in expected):
            continue
        meant = words_for(word)
        by = min(meant & others, default="") or next(
            (stem for stem in sorted(others) if _of_family(meant, frozenset((stem,)))), ""
        )
        if not by:
            return ""
    return by


def shortened(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The English word beside a term whose rendering follows the beginning of an expected one in `text`, or "".

    复数翻译 in "plural form translations" is 复数形式 cut short and 翻译, and 子项目 in "child items" is no rendering of "child".
    """
    beside = _neighbours(corpus, concept, number) - own
    for form in map(fold, concept[1]):
        short = min(len(text), len(form))
        same = next((at for at in range(short) if text[at] != form[at]), short)
        rest = text[same:].removeprefix("的")
        if same and len(rest) > 1 and not _of_family(stems_of(rest), own):
            by = min(words_for(rest) & beside, default="")
            if by:
                return by
    return ""


def compounded(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The word or phrase that a term makes with the word beside it where `text` is the dictionary's or another row's rendering of
    that, or "": 网站 for "web site", 源代码 for "source code", 家谱 for a "tree" where a row has it for "family tree".
    """
    longer = next((term for term, _ in sorted(corpus.rendered(text)) if own_words(own) < content_stems(term)), "")
    if longer:
        return longer
    joined, phrases = words_for(text), pairs_for(text)
    if not joined and not phrases:
        return ""
    for feature in sorted(corpus.contexts(concept, (number,)).get(number, ())):
        kind, _, word = feature.partition(":")
        if kind not in ("before", "after"):
            continue
        for one in sorted(own_words(own)):
            first, second = (word, one) if kind == "before" else (one, word)
            if first + second in joined or frozenset((first, second)) in phrases:
                beside = rf"\b{re.escape(first)}\w*\s+{re.escape(second)}\w*"
                written = re.search(beside, corpus.records[number].english, re.IGNORECASE)
                return written.group() if written else f"{first} {second}"
    return ""


def own_words(own: frozenset[str]) -> frozenset[str]:
    """The stems of a term without those of its words written together with hyphens."""
    return frozenset(stem for stem in own if "-" not in stem)


def contracted(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The rendering of a term coordinated with this one that `text` holds together with a character of an expected one, or "": 经纬度
    for "latitude or longitude", of 纬度 and 经度.
    """
    expected = [fold(form) for form in concept[1]]
    for form, _ in corpus.claims[number]:
        rest = text.replace(form, "", 1)
        if form not in expected and len(rest) == 1 and any(rest in one for one in expected):
            words = "|".join(sorted(map(re.escape, own)))
            beside = rf"(?:\b(?:and|or)\s+|/\s*)(?:{words})|\b(?:{words})\w*(?:\s+(?:and|or)\b|\s*/)"
            return form if re.search(beside, corpus.records[number].english, re.IGNORECASE) else ""
    return ""


def commanded(corpus: Corpus, concept: Concept, text: str, own: frozenset[str]) -> str:
    """The verb that a noun's English is where it opens most of the sentences that hold `text`, and `text` their Chinese, or "": 记录 in
    "Log all requests" is no wrong 日志.
    """
    if not (is_english_verb(concept[0].lower()) and acts(text)) or any(acts(form) for form in concept[1]):
        return ""
    held = [number for number in corpus.uses[concept].missing if text in corpus.records[number].text]
    opened = [word for number in held if (word := _opening(corpus, number, text)) and stem(word) in own]
    return opened[0] if len(opened) >= max(2, OPENED * len(held)) else ""


def _opening(corpus: Corpus, number: int, text: str) -> str:
    """The first of several English words of a record whose Chinese begins with `text`, or ""."""
    record = corpus.records[number]
    found = _FIRST.match(record.english) if record.text.lstrip(_LEADING).startswith(text) else None
    return found.group(1) if found else ""


def negated(corpus: Corpus, concept: Concept, text: str, number: int) -> str:
    """The negation of the English that a string renders along with the term, or "": 无权 in "does not have permission"."""
    if text[0] not in _NEGATIONS or any(form[0] in _NEGATIONS for form in concept[1]):
        return ""
    found = _NOT.search(corpus.records[number].english)
    return found.group() if found else ""


def counted(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """The word for a number that a string renders along with the term, or "": 页数 in "the number of pages", for 页面 or for 数字."""
    if not text.endswith("数"):
        return ""
    english = corpus.records[number].english
    found = _NUMBER_OF.search(english) if own & _COUNTING else None
    if not found and any(text[:-1] in form for form in concept[1]):
        found = _NUMBER.search(english)
    return found.group() if found else ""


def confounded(corpus: Corpus, concept: Concept, text: str, own: frozenset[str]) -> str:
    """Another English word that goes with a string as well as the term does, or "": it stands in each of its records and elsewhere
    hardly ever.  Two messages that differ in one word cannot tell whose rendering they share."""
    held = [number for number in corpus.uses[concept].missing if text in corpus.records[number].text]
    if len(held) < 2:
        return ""
    shared = frozenset.intersection(*(corpus.stems(number) for number in held)) - own
    return min((stem for stem in shared if corpus.stem_count(stem) <= RARE * len(held)), default="")


def best_for(
    corpus: Corpus, concept: Concept, mined: Mined, number: int, own: frozenset[str], most: int = 12
) -> tuple[Candidate, str] | None:
    """The candidate to name in one record, with the English word that explains it otherwise ("" where none does)."""
    expected = frozenset(map(fold, concept[1]))
    here = _present(corpus.records[number].text, mined.candidates)
    ranked = sorted((mined.candidates[gram] for gram in here), key=lambda c: (-c.score, -len(c.text), c.text))[:most]
    scored: list[tuple[float, Candidate, str]] = []
    for candidate in ranked:
        if not corpus.is_free(number, candidate.text, expected):
            continue
        word = explained(corpus, concept, candidate.text, number, own)
        scored.append((candidate.score - (35 if word else 0), candidate, word))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], -len(item[1].text), item[1].text))
    score, candidate, word = scored[0]
    chinese = corpus.records[number].text
    others = [
        other
        for other, rival, _ in scored[1:]
        if not overlap(candidate.text, rival.text, chinese) and not _halves(candidate.text, rival.text, mined)
    ]
    named = _extended(candidate._replace(score=score), mined, here)
    if named.part:
        named = _completed(named, mined, here)
    named = _trimmed(corpus, named, mined, number, own)
    return named._replace(margin=score - max(others, default=0.0)), word


def _completed(candidate: Candidate, mined: Mined, here: Iterable[str]) -> Candidate:
    """The longest near rendering around a part of the expected one, 更改日志 around 日志; the part itself where there is none."""
    wider = [mined.candidates[text] for text in here if candidate.text in text and mined.candidates[text].near]
    return max(wider, key=lambda c: (c.likeness, c.score, c.text), default=candidate)


def _trimmed(corpus: Corpus, candidate: Candidate, mined: Mined, number: int, own: frozenset[str]) -> Candidate:
    """A candidate without its first word where that renders another word of the record: 语种 of 选语种 in "selected locales"."""
    if candidate.near:
        return candidate  # 命令空间 for 命名空间 is one slip, whatever else is a command
    first, *rest = segments(candidate.text)
    shorter = mined.candidates.get("".join(rest))
    if shorter is None or shorter.missing < candidate.missing:
        return candidate
    if words_for(first).isdisjoint(corpus.stems(number) - own) or _of_family(stems_of(first), own):
        return candidate
    return shorter._replace(margin=candidate.margin)


def as_noun(candidate: Candidate, mined: Mined, chinese: str) -> Candidate:
    """The most frequent noun that a verb begins, where a noun is expected: 审阅人员 for 审阅; what is no verb stays."""
    if not is_verb(candidate.text):
        return candidate
    longer = (
        other
        for text, other in mined.candidates.items()
        if text.startswith(candidate.text) and text in chinese and len(text) <= len(candidate.text) + 2 and is_noun(text)
    )
    return max(longer, key=lambda other: (other.missing, -len(other.text), other.text), default=candidate)


def overlap(text: str, other: str, chinese: str) -> bool:
    """Whether two strings share characters at their first places in a text."""
    first, second = chinese.find(text), chinese.find(other)
    return first < second + len(other) and second < first + len(text)


def _halves(text: str, other: str, mined: Mined) -> bool:
    """Whether two strings are parts of a longer one that recurs as well: 实用 and 程序 of 实用程序 are no rivals."""
    return any(joined in mined.candidates and mined.candidates[joined].missing > 1 for joined in (text + other, other + text))


def _present(text: str, candidates: Mapping[str, Candidate]) -> dict[str, None]:
    """The candidates that a text holds, in their order, whatever the segmenter made of their places here."""
    found: dict[str, None] = {}
    for start in range(len(text) - 1):
        for end in range(start + 2, min(len(text), start + LONGEST) + 1):
            if text[start:end] in candidates:
                found[text[start:end]] = None
    return found


def _extended(candidate: Candidate, mined: Mined, here: Iterable[str]) -> Candidate:
    """The longest string around the candidate that is nearly as frequent, the first of several: 类路径对 -> 类路径对象."""
    best = candidate
    for text in here:
        wider = mined.candidates[text]
        if (
            candidate.text in text
            and len(text) > len(best.text)
            and wider.missing >= 0.8 * candidate.missing
            and candidate.missing >= 2
            and wider.score >= candidate.score - 15
        ):
            best = wider._replace(score=candidate.score)
    return best
