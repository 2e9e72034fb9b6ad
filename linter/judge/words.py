"""Words of a Chinese text, where a segmenter is installed; single characters otherwise.

rjieba's dictionary mode: its statistical mode invents words across term boundaries (measured 41 right of 44 against fewer).
"""

from __future__ import annotations

from typing import Any

from linter.patterns import lazy
from linter.records import NamedTuple

_HAN_RUN = lazy("[\u3400-\u9fff\uf900-\ufaff]+")
_FUNCTION_TAGS = frozenset("c p r m y e o u uj ul uz ug ud uv".split())
# single characters that never begin or end a term: particles, pronouns, conjunctions, prepositions, measures, aspect
_FUNCTION = frozenset(
    "的了着过和与或及且但则也就都又很这那其您你我他她它们吗呢吧啊即若如因所之而被把将已还再才让使得地并个些种次位条只从在是对向由给"
    "会能要可每各该此于为以不当时上下中里内外前后间等一二两三四五六七八九十几多少某先来去没是有请想做到相所出起住掉最更本"
)
# words that quantify, point or assert: never the edge of a term
_FUNCTION_WORDS = frozenset(
    "所有 任意 任何 其他 其它 其余 本身 自身 是否 没有 存在 以下 如下 上述 以上 上面 下面 一个 这个 那个 每个 某个 该 这些 那些 这种 一些 一种 多个 "
    "可以 可能 能够 应当 应该 需要 必须 不能 不会 不是 就是 也是 还是 或者 以及 并且 而且 但是 因为 所以 如果 然后 由于 对于 关于 通过 "
    "之后 之前 之间 其中 当前 目前 现在 已经 只有 只能 仅仅 同时 例如 比如 等等 表示 表明 得到 成为 作为 称为 来自 包括 包含 提供 进行 使得 "
    "希望 具有 拥有 属于 相同 不同 这样 那样 这里 那里 时候 情况 前者 后者 两者 二者 什么 怎么 如何 为何 多少 几个 第一 第二 一样 一般 通常 总是 非常 "
    "更多 更加 "
    "不断 逐渐 直接 完全 尤其 特别 往往 仍然 其实 几乎 反而 甚至 同样 一起 正在 曾经 立即 显然 似乎 究竟 毕竟 当然 确实 的确 果然 居然 竟然 终于 "
    "突然 忽然 渐渐 常常 经常 偶尔 永远 一直 一向 从来 从不 绝不 决不 并不 并非 并未 尚未 未必 不必 不再 不仅 不但 不过 无论 不论 不管 只要 只是 "
    "至此 在此 由此 对此 "
    "另外 此外 总之 换言之 也就是说 至少 最多 大约 左右 有时 随时 当时 此时 那时 以后 以前 以外 以内 之外 之内 之上 之下 中间 有关 相关 相应 对应".split()
)
# words that point back at the text or make a clause: what holds one is a piece of the sentence and no term, 解决此依赖问题, 文件被改名
_CLAUSE = frozenset(
    "此 该 这 那 其 这个 那个 这些 那些 这种 那种 此类 该类 这样 那样 有 是 被 把 让 使 将 已 会 请 若 则 但 也 就 都".split()
)
# suffixes that lean on the word before them: no term begins with one, 覆盖|式|滚动|栏
_SUFFIXES = frozenset("式 性 化 率 型".split())
_MEASURES = frozenset("个些种次位条只幅张件份组段句页块台部本套批项名")  # 一幅 begins no term, 一维 may
_segmenter: Any = None


class Word(NamedTuple):
    text: str
    start: int
    end: int
    edge: bool  # may begin or end a term
    verb: bool = False  # the segmenter knows it as a verb and as nothing else
    nominal: bool = False  # ... as a noun or an adjective
    noun: bool = False
    adverb: bool = False  # ... as an adverb
    leans: bool = False  # a suffix or the measure of the word before it: may end a term and not begin one


def words(text: str) -> list[list[Word]]:
    """The Han runs of a text, each as its words; offsets are those of `text`."""
    global _segmenter
    if _segmenter is None:
        try:
            import rjieba

            _segmenter = rjieba
        except ImportError:  # no wheel for this platform: every character is a word
            _segmenter = False
    runs = []
    for run in _HAN_RUN.finditer(text):
        at = run.start()
        found = []
        tagged = _segmenter.tag(run.group(), False) if _segmenter else [(character, "") for character in run.group()]
        for word, tag in tagged:
            found.append(
                Word(
                    word,
                    at,
                    at + len(word),
                    _is_edge(word, tag),
                    tag == "v",
                    tag in ("n", "a", "nz", "b"),
                    tag[:1] == "n",
                    tag == "d",
                )
            )
            at += len(word)
        for number in range(1, len(found)):
            measures = tagged[number][1] == "q" and len(found[number].text) == 1 and tagged[number - 1][1][:1] in ("m", "r")
            if found[number].text in _SUFFIXES or measures:
                found[number] = found[number]._replace(leans=True)
            if tagged[number][1] == "f":
                found[number] = found[number]._replace(edge=False)  # where the thing is: 主楼|附近
        if len(found) == 1 and len(found[0].text) > 1 and found[0].text not in _FUNCTION_WORDS:
            found = [found[0]._replace(edge=True)]  # alone between marks it is a word of substance, whatever its tag
        runs.append(found)
    return runs


def is_noun_or_adjective(text: str) -> bool:
    """Whether the segmenter knows the last word of a string as a noun or an adjective and as no verb; 性 and 律 make nouns."""
    runs = words(text)
    return (
        bool(runs)
        and bool(runs[-1])
        and (text.endswith(("性", "律", "度", "率")) or runs[-1][-1].nominal or _is_compound(runs[-1]))
    )


def is_noun(text: str) -> bool:
    """Whether the segmenter knows the last word of a string as a noun and as nothing else, or it is a single character behind one."""
    runs = words(text)
    return bool(runs) and bool(runs[-1]) and (runs[-1][-1].noun or _is_compound(runs[-1]))


def _is_compound(run: list[Word]) -> bool:
    """Whether a run ends in a noun and a single character, 版本|库 or 软件包: what stands behind a noun is its head."""
    last = run[-1]
    if len(last.text) == 3 and not (last.verb or last.adverb):
        first = words(last.text[:2])[0]
        return len(first) == 1 and first[0].noun
    return len(run) > 1 and run[-2].noun and len(last.text) == 1


def is_verb(text: str) -> bool:
    """Whether a string is one word that is a verb."""
    runs = words(text)
    return len(runs) == 1 and len(runs[0]) == 1 and runs[0][0].verb


def ends_in_verb(text: str) -> bool:
    """Whether the last word of a string is a verb and nothing else."""
    runs = words(text)
    return bool(runs) and bool(runs[-1]) and runs[-1][-1].verb


def is_adverb(text: str) -> bool:
    """Whether a string is one word that is an adverb."""
    runs = words(text)
    return len(runs) == 1 and len(runs[0]) == 1 and runs[0][0].adverb


def makes_clause(word: str) -> bool:
    """Whether a word stands in clauses and not in terms: a demonstrative, an auxiliary, 有, 是."""
    return word in _CLAUSE


def segments(text: str) -> list[str]:
    """The words of a string of Han characters."""
    return [word.text for run in words(text) for word in run]


def _is_edge(word: str, tag: str) -> bool:
    if len(word) == 1:
        return word not in _FUNCTION and tag[:1] != "u"
    if len(word) == 2 and word[0] in "一两几每某" and word[1] in _MEASURES:
        return False
    return tag not in _FUNCTION_TAGS and word not in _FUNCTION_WORDS
