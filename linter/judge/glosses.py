"""Glosses of a run that contradict one another: one English term with two Chinese ones, one Chinese with two English ones.

Nothing marks where the Chinese of a gloss begins, so renderings are compared by their ends: what most glosses of a term end with is
its rendering.  An English term that a row in force translates is left to the comparison with the row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.documents.model import MASK
from linter.finding import Fact
from linter.judge.dictionary import gives
from linter.judge.english import content_stems
from linter.judge.facts import Facts
from linter.judge.likeness import find_form, likeness
from linter.judge.phrases import singular
from linter.judge.places import Spot, inconsistent
from linter.judge.words import words
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.scan.fold import fold
from linter.scan.glosses import Gloss
from linter.scan.lexicon import SOURCE

ALIKE = 0.5  # likeness of two renderings of one term where one gloss stands against one
WHOLE = 8  # characters of a Han run that can be one term where marks bound it
MOST_WORDS = 5
_TERM = lazy(r"[A-Za-z][A-Za-z0-9'’.+#&/-]*(?: [A-Za-z0-9'’.+#&/-]+){0,4}")
_PROSE = frozenset(
    "a an the this that see also and or is are be to of in on for with by from as e.g. i.e. eg ie etc aka vs".split()
)
_MARKS = "\n“‘「『《\"'*（(、" + MASK


class _Gloss(NamedTuple):
    """One gloss with its English under a key that folds number, hyphens and case, and its Chinese as it is searched."""

    key: str
    english: str
    run: str
    behind: str  # what follows the parenthesis
    bounded: bool  # something other than prose stands before the run
    facts: Facts
    gloss: Gloss

    def spot(self, size: int) -> Spot:
        """The last `size` characters of the run."""
        return Spot(self.facts.document, self.gloss.zh_end - size, self.gloss.zh_end)


def contradicting(all_facts: Sequence[Facts]) -> Iterator[Fact]:
    """Facts by English terms, then by Chinese ones, in the order in which the terms are first met."""
    by_term: dict[str, list[_Gloss]] = {}
    for facts in all_facts:
        sources = _sources(facts) if facts.glosses else {}
        for gloss in facts.glosses:
            made = _made(facts, gloss, sources.get(gloss.passage, ""))
            if made:
                by_term.setdefault(made.key, []).append(made)
    meant: dict[str, list[_Gloss]] = {}
    for glosses in by_term.values():
        if len(glosses) > 1:
            yield from _two_chinese(glosses, meant)
        elif glosses[0].bounded and 2 <= len(glosses[0].run) <= WHOLE:
            meant.setdefault(glosses[0].run, []).append(glosses[0])
    for chinese, glosses in meant.items():
        if len({gloss.key for gloss in glosses}) > 1:
            yield from _two_english(chinese, glosses)


def _made(facts: Facts, gloss: Gloss, source: str) -> _Gloss | None:
    """A gloss that pairs two terms; None for what stands in parentheses and is none.  `source` is the folded English of its pair."""
    parts = gloss.english[1:] or gloss.english
    english = parts[0][0]
    words = fold(english).replace("-", " ").split()
    if not _TERM.fullmatch(english) or len(words) > MOST_WORDS or not _PROSE.isdisjoint(words) or len(english) < 2:
        return None
    rows = [facts.entries[m.entry] for m in facts.scanner.lookup(english) if m.role == SOURCE]
    if any(row.preferred or row.undecided or row.keep for row in rows) or _is_copied(gloss, fold(english), source):
        return None
    document = facts.document
    run = fold(document.text[gloss.zh_start : gloss.zh_end])
    end = document.passages[gloss.passage].end
    close = min((at for mark in ")）" if (at := document.text.find(mark, gloss.en_end, end)) >= 0), default=end)
    behind = fold(document.text[close + 1 : min(end, close + 12)])
    bounded = gloss.reversed or gloss.zh_start == 0 or document.text[gloss.zh_start - 1] in _MARKS
    key = " ".join([*words[:-1], singular(words[-1])])
    return _Gloss(key, english, run, behind, bounded, facts, gloss)


def _sources(facts: Facts) -> dict[int, str]:
    """The folded English of each target passage that has a gloss."""
    found: dict[int, str] = {}
    source, glossed = facts.source, {gloss.passage for gloss in facts.glosses}
    for pair in facts.alignment.pairs if facts.alignment and source else ():
        if source and not glossed.isdisjoint(pair.target):
            text = "\n".join(fold(source.text[source.passages[p].start : source.passages[p].end]) for p in pair.source)
            found.update(dict.fromkeys(pair.target, text))
    return found


def _is_copied(gloss: Gloss, english: str, source: str) -> bool:
    """Whether the source has the same parenthesis: then the Chinese translates what stands before it there, and not this."""
    return any(f"{mark}{english}" in source for mark in "(（[") or (gloss.reversed and f"{english} (" in source)


def _two_chinese(glosses: list[_Gloss], meant: dict[str, list[_Gloss]]) -> Iterator[Fact]:
    counts = Counter(end for gloss in glosses for end in _ends(gloss.run))
    most = max(counts.values(), default=0)
    if most < 2:
        yield from _one_against_one(glosses)
        return
    usual = max((end for end, count in counts.items() if count == most), key=len)
    agreeing: list[_Gloss] = []
    others: dict[str, list[_Gloss]] = {}
    for gloss in glosses:
        if _holds(gloss, usual):
            agreeing.append(gloss)
        elif other := _other(gloss, usual):
            others.setdefault(other, []).append(gloss)
    meant.setdefault(usual, []).extend(gloss for gloss in agreeing if gloss.run.endswith(usual))
    spots = [gloss.spot(len(usual)) for gloss in agreeing if gloss.run.endswith(usual)]
    for other, rare in others.items():
        if len(rare) <= len(spots):
            yield from _told(rare, other, usual, spots)


def _one_against_one(glosses: list[_Gloss]) -> Iterator[Fact]:
    """The first gloss of a term against the first that differs, if their ends are alike."""
    first = glosses[0]
    for other in glosses[1:]:
        pairs = [
            (likeness(a, b), len(a), a, b)
            for a in _ends(first.run)
            for b in _ends(other.run)
            if abs(len(a) - len(b)) <= 1 and a not in b and b not in a
        ]
        alike, _, usual, rare = max(pairs, default=(0.0, 0, "", ""))
        if alike >= ALIKE and not _holds(other, usual) and not _holds(first, rare):
            yield from _told([other], rare, usual, [first.spot(len(usual))])
            return


def _told(rare: list[_Gloss], other: str, usual: str, usual_spots: list[Spot]) -> Iterator[Fact]:
    yield from inconsistent("inconsistent-gloss", rare[0].english, [g.spot(len(other)) for g in rare], usual, usual_spots)


def _ends(run: str) -> list[str]:
    """The ends of a run that begin with a word and have two characters or more."""
    starts = [word.start for in_run in words(run) for word in in_run if word.edge]
    return [run[start:] for start in starts if len(run) - start >= 2]


def _holds(gloss: _Gloss, text: str) -> bool:
    """Whether a rendering stands in the run, across the parenthesis, or as a form of its own."""
    around = gloss.run + gloss.behind
    at = around.find(text)
    return 0 <= at < len(gloss.run) or text.endswith(gloss.run) or bool(find_form(gloss.run, text))


def _other(gloss: _Gloss, usual: str) -> str:
    """The end of a run that stands in the place of the usual rendering, or ""."""
    near = [end for end in _ends(gloss.run) if abs(len(end) - len(usual)) <= 1 and likeness(end, usual) >= ALIKE]
    if near:
        return max(near, key=lambda end: (likeness(end, usual), -len(end)))
    if gloss.gloss.reversed:
        return ""  # "ID（推荐）": a remark
    return gloss.run if gloss.bounded and 2 <= len(gloss.run) <= WHOLE else ""


def _two_english(chinese: str, glosses: list[_Gloss]) -> Iterator[Fact]:
    counts = Counter(gloss.key for gloss in glosses)
    usual = max(counts, key=lambda key: (counts[key], -list(counts).index(key)))
    main = [gloss for gloss in glosses if gloss.key == usual]
    if all(gloss.gloss.reversed for gloss in glosses) or (len(main) < 2 and not gives(chinese, content_stems(main[0].english))):
        return  # remarks in parentheses: "文档（HTML）", "Mattermost（插件）"
    for key in counts:
        if key == usual or _is_same_term(key, usual):
            continue
        rare = [gloss for gloss in glosses if gloss.key == key]
        yield from _told_english(rare, chinese, main)


def _told_english(rare: list[_Gloss], chinese: str, main: list[_Gloss]) -> Iterator[Fact]:
    spots = [gloss.spot(len(chinese)) for gloss in rare]
    usual_spots = [gloss.spot(len(chinese)) for gloss in main]
    for fact in inconsistent("inconsistent-gloss", rare[0].english, spots, chinese, usual_spots):
        there = tuple((where, "other-gloss") for where, _ in fact.related)
        yield fact._replace(values={**fact.values, "expected": "", "other": main[0].english}, related=there)


def _is_same_term(one: str, other: str) -> bool:
    """An abbreviation of the other, a part of it, or the same words in other forms."""
    if one in other or other in one or one.replace(" ", "") == other.replace(" ", ""):
        return True
    for short, long in ((one, other), (other, one)):
        initials = "".join(word[0] for word in long.split())
        if short.replace(".", "") in (initials, initials + "s") or (len(short) <= 6 and _subsequence(short, long)):
            return True
    stems, others = content_stems(one), content_stems(other)
    return stems <= others or others <= stems or any(a[:4] == b[:4] for a in stems for b in others if min(len(a), len(b)) > 3)


def _subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)
