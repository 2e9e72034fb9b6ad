"""Naming: which Chinese of a pair stands for a term whose accepted renderings are all absent.

Candidates are the Han strings of the pairs in question.  Each is measured: how often it stands in pairs that miss the term's
renderings, in pairs that have them, and elsewhere; how alike it is to what is expected; whether another English word of the pair
explains it.  The best-scoring one is named; what the numbers are worth is decided in grade.py.
Method: likelihood ratio over deduplicated pairs with a likeness term, as in Moore 2004 and the figures of Feng et al. 2004.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import gives, stems_of, words_for
from linter.judge.explaining import explained, of_family, overlapping
from linter.judge.likeness import is_near, likeness
from linter.judge.statistics import g_squared
from linter.judge.words import Word, is_noun, is_verb, makes_clause, segments, words
from linter.records import NamedTuple
from linter.scan.fold import fold

LONGEST = 10  # characters of a candidate
MOST_WORDS = 5
PURITY = 0.7  # share of the records holding another row's rendering in which that row's English stands
FEW = 3  # records that follow a row; of fewer, all may hold a string by chance
_CONJUNCTIONS = frozenset(("和", "与", "及", "或", "以及", "或者"))
_GOALS = frozenset(("到", "至", "于", "向", "往"))
NEGATIONS = "不无未没非"
_WILL = "将"  # of the auxiliaries the one that ends hardly any noun: 委员会 and 羽绒被 are words
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
    known: bool = False  # the dictionary has the term alone for it
    ragged: bool = (
        False  # begins or ends in a single character that no expected rendering has: 日志写 is 日志 and the verb behind it
    )
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
        obeying = sum(map(_apart(text, expected, corpus), holding & followed - use.partly))
        inside = len(holding & missing)
        association = g_squared(inside, len(missing), len(holding - followed), total - len(followed))
        nearest = any(is_near(text, form) for form in expected)
        longer = min((abs(len(text) - len(form)) for form in expected), default=2)
        score = min(association, 60.0) + 45 * alike + 20 * given + 10 * row - 3 * longer
        if followed:
            score -= 40 * min(1.0, obeying / max(FEW, len(followed)))
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
            known=given and not own.isdisjoint(words_for(text)),
            taken=any(other != concept for other in corpus.rendered(text)),
            ragged=_is_ragged(text, expected),
            part=any(_is_part(text, form) for form in expected),
        )
    return Mined(candidates, use.missing, len(followed))


def _apart(text: str, expected: Sequence[str], corpus: Corpus) -> Callable[[int], bool]:
    """Whether a record holds a string outside of the expected renderings that it is a part of: 透明度 is in every 不透明度."""
    wider = [form for form in expected if text in form]
    if not wider:
        return lambda number: True
    return lambda number: corpus.records[number].text.count(text) > sum(map(corpus.records[number].text.count, wider))


def _is_ragged(text: str, expected: Sequence[str]) -> bool:
    words_of = segments(text) if len(text) > 2 else []
    return any(len(word) == 1 and not any(word in form for form in expected) for word in (*words_of[:1], *words_of[-1:]))


def _is_part(text: str, form: str) -> bool:
    """Whether a string is a part of a form (日志 of 更新日志), or a modifier and the beginning of one, which is cut short behind it
    (编译依赖 for 依赖关系).

    What is left without a negation is no part but the opposite (透明度 for 不透明度), and what has the rest of the form in front of its
    beginning is turned round (净资产 for 资产净值).
    """
    if text in form:
        return form[0] not in NEGATIONS or text != form[1:]
    return any(text.endswith(form[:size]) and set(text[:-size]).isdisjoint(form[size:]) for size in range(2, len(form)))


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
                if size > LONGEST or makes_clause(end.text) or (last > first and _joins(run, last)):
                    break
                if end.edge and size > 1:
                    yield text[word.start : end.end]


def _joins(run: Sequence[Word], at: int) -> bool:
    """Whether a word joins two phrases, so that no term goes across it: 线和弧 is two terms, 连接到多边形 a verb and one."""
    return run[at].text in _CONJUNCTIONS or (run[at].text in _GOALS and run[at - 1].verb)


def _shares(text: str, expected: list[str]) -> bool:
    return any(character in form for form in expected for character in text)


def best_for(
    corpus: Corpus, concept: Concept, mined: Mined, number: int, own: frozenset[str], most: int = 12
) -> tuple[Candidate, str] | None:
    """The candidate to name in one record, with the English word that explains it otherwise ("" where none does)."""
    expected = frozenset(map(fold, concept[1]))
    here = _present(corpus.records[number].text, mined.candidates)
    ranked = sorted((mined.candidates[gram] for gram in here), key=lambda c: (-c.score, *_tie(c)))[:most]
    scored: list[tuple[float, Candidate, str]] = []
    for candidate in ranked:
        if not corpus.is_free(number, candidate.text, expected):
            continue
        word = explained(corpus, concept, candidate.text, number, own)
        scored.append((candidate.score - (35 if word else 0), candidate, word))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], *_tie(item[1])))
    score, candidate, word = scored[0]
    chinese = corpus.records[number].text
    others = [
        other
        for other, rival, _ in scored[1:]
        if not overlap(candidate.text, rival.text, chinese) and not _halves(candidate.text, rival.text, mined)
    ]
    named = _extended(candidate._replace(score=score), mined, here)
    if named.text != candidate.text and not candidate.part:
        added, own_part = (overlapping(corpus, concept, text, number, own) for text in (named.text, candidate.text))
        if added and not own_part:
            named = candidate._replace(score=score)  # 切换焦点峰值 holds what is there for "toggle"
    if named.part:
        named = _completed(named, mined, here)
    named = _trimmed(corpus, _unassisted(corpus, named, mined), mined, number, own)
    return named._replace(margin=score - max(others, default=0.0)), word


def _tie(candidate: Candidate) -> tuple[bool, int, str]:
    """Of equally good strings the one that ends like what is expected comes first: 启动余额 for 期初余额, and not 余额的算."""
    return not candidate.same_head, -len(candidate.text), candidate.text


def _completed(candidate: Candidate, mined: Mined, here: Iterable[str]) -> Candidate:
    """The longest near rendering around a part of the expected one, 更改日志 around 日志; the part itself where there is none."""
    wider = [mined.candidates[text] for text in here if candidate.text in text != candidate.text and mined.candidates[text].near]
    return max(wider, key=lambda c: (c.likeness, c.score, c.text), default=candidate)


def _unassisted(corpus: Corpus, candidate: Candidate, mined: Mined) -> Candidate:
    """A candidate without the auxiliary at its end that a segmenter took for a part of its last word: 属主 of 属|主将 in 属主将由."""
    shorter = candidate.text[:-1]
    if candidate.text[-1] != _WILL or len(shorter) < 2 or len(segments(candidate.text)) < 2:
        return candidate
    if len(corpus.holding(shorter)) <= len(corpus.holding(candidate.text)):
        return candidate
    return mined.candidates.get(shorter, candidate._replace(text=shorter))._replace(margin=candidate.margin)


def _trimmed(corpus: Corpus, candidate: Candidate, mined: Mined, number: int, own: frozenset[str]) -> Candidate:
    """A candidate without its first word where that renders another word of the record: 语种 of 选语种 in "selected locales"."""
    if candidate.near:
        return candidate  # 命令空间 for 命名空间 is one slip, whatever else is a command
    first, *rest = segments(candidate.text)
    shorter = mined.candidates.get("".join(rest))
    if shorter is None or shorter.missing < candidate.missing:
        return candidate
    if words_for(first).isdisjoint(corpus.stems(number) - own) or of_family(stems_of(first), own):
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
