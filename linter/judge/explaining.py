"""Explaining: which other English word of a pair accounts for a Chinese string, or for what it has beside the term."""

from __future__ import annotations

from collections.abc import Iterator

from linter.judge.corpus import Concept, Corpus
from linter.judge.dictionary import stems_of, words_for
from linter.judge.words import segments
from linter.scan.fold import fold

RARE = 2  # times the records of a rendering that another word may have and still be what it stands for
_FAMILY = 5  # letters that words of one family have in common
_RESULTS = "掉完好成住"  # what a verb may carry and a dictionary leaves out: 烧掉


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
    beside = neighbours(corpus, concept, number) - own
    shared = [word for word in segments(text) if len(word) > 1 and any(word in form for form in expected)]
    if shared and not any(of_family(stems_of(word), own) for word in shared):
        others = corpus.stems(number) - own
        if all(words_for(word) & others for word in shared):
            return min(words_for(shared[-1]) & others)  # 差量文件 for "tarball" shares 文件, which is there for "file"
    for word in dict.fromkeys((*segments(text), *residues(text, expected))):
        if any(word in form for form in expected):
            continue
        if of_family(stems_of(word), own):
            continue
        by = min(words_for(word) & beside, default="") or (explained(corpus, concept, word, number, own) if len(word) > 1 else "")
        if by:
            return by
    return ""


def accounted_for(corpus: Corpus, concept: Concept, text: str, number: int, own: frozenset[str]) -> str:
    """Another English word of the record that explains `text` where each word of it is explained by one or belongs to an expected
    rendering, or "".

    数据分享 is there for "sharing of data", and no part of it is left for "device"; 选择解决 is "select" and a piece of 解决方案.
    """
    expected = [fold(form) for form in concept[1]]
    others = corpus.stems(number) - own
    by = ""
    for word in segments(text):
        if of_family(stems_of(word), own):
            return ""
        if any(word in form for form, _ in corpus.claims[number]) or any(word in form for form in expected):
            continue
        meant = words_for(word)
        by = min(meant & others, default="") or next(
            (stem for stem in sorted(others) if of_family(meant, frozenset((stem,)))), ""
        )
        if not by:
            return ""
    return by


def confounded(corpus: Corpus, concept: Concept, text: str, own: frozenset[str]) -> str:
    """Another English word that goes with a string as well as the term does, or "": it stands in each of its records and elsewhere
    hardly ever.  Two messages that differ in one word cannot tell whose rendering they share."""
    held = [number for number in corpus.uses[concept].missing if text in corpus.records[number].text]
    if len(held) < 2:
        return ""
    shared = frozenset.intersection(*(corpus.stems(number) for number in held)) - own
    return min((stem for stem in shared if corpus.stem_count(stem) <= RARE * len(held)), default="")


def of_family(meant: frozenset[str], own: frozenset[str]) -> bool:
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


def neighbours(corpus: Corpus, concept: Concept, number: int) -> frozenset[str]:
    """Stems of the English words beside a term: what qualifies it, what it qualifies, what is done with it."""
    around = corpus.contexts(concept, (number,)).get(number, frozenset())
    return frozenset(feature.partition(":")[2] for feature in around if feature.startswith("next:"))
