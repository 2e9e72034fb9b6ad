"""From numbers to a grade: the thresholds of the evidence, all of them, and nothing else.

How they were set: benchmarks/thresholds.py prints what each gains and loses on labelled documents, one document left out at a time.
"""

from __future__ import annotations

from linter.judge.model import Grade
from linter.judge.naming import Candidate
from linter.judge.words import is_adverb, is_verb

RECURS = 2  # records that miss the term's renderings and hold this string instead
ASSOCIATED = 10.8  # G squared; the 0.1 % point of chi squared with one degree of freedom
ALONE = 6.0  # ... enough where the string stands in all the records that miss the renderings, three or more, and nowhere else
OBEYING = 0.10  # share of the obeying records that may hold the string all the same
CONTRAST = 0.2  # ... or this part of the share of the disobeying records that do
OBEYED = 5  # times as many records may miss a row's renderings as have them, or else these few have them for another word
SETTLED = 3  # records from which on a rendering needs no likeness and no dictionary ...
SHARE = 0.34  # ... if they are this part of all that miss the term's renderings
WHOLE = 0.66  # two records are enough if they are this part of all, and the rendering stands nowhere else
MAJORITY = 0.5  # ... of all that miss them, from which on no other sense than the row's is likely
FEW, RARE, COMMON = (
    5,
    2,
    10,
)  # a rendering with no support may stand elsewhere RARE times as often, COMMON times from FEW records on
MARGIN = 3.0  # of the score, before the next best candidate of the pair
CLEAR = 10.0  # ... where likeness alone speaks for the candidate: 卡式适配器 beside 适配器 is no better alike
SENSES = 10  # Chinese words that an English word of many senses is a gloss of
EVERYDAY = 40  # dictionary entries that a word of everyday English helps to gloss
ALIKE = 0.5  # likeness to the expected rendering that makes a single place worth naming
ALIKE_OTHER_HEAD = 0.6  # ... where the two end differently: 迭代完毕 is alike 迭代器 by its first half alone
SELDOM = 6  # records without the term that may hold a string which stands in one place of it
LIKELY = 0.34  # likeness that supports other evidence


def grade_of(
    candidate: Candidate,
    explained: str,
    overlapping: str,
    nominal: bool,
    followed: int,
    missing: int,
    ambiguous: bool = False,
    everyday: bool = False,
) -> Grade | None:
    """The grade of a rendering named from mined evidence; None where it is too little to name it at all.

    `explained` is another English word, or the context, that accounts for the whole string; `overlapping` one that accounts for the
    part of it that the expected rendering does not have.  `nominal`: the row's Chinese can only be a noun.  `followed` and `missing`
    count the records that obey the row and those that do not.  `ambiguous`: the dictionary gives the string for a word of many
    senses, so that it may be right for another sense than the row's.
    """
    if explained:
        return None
    ambiguous = ambiguous and followed >= missing  # a row that is hardly followed has no other sense to be followed in
    in_obeying = (
        candidate.followed / followed if OBEYED * followed >= missing else 0.0
    )  # of a few that are there for another word
    if candidate.followed > 1 and in_obeying >= max(OBEYING, CONTRAST * candidate.missing / missing):
        return None
    if nominal and is_verb(candidate.text):
        return None  # the row is for the noun, and the text has a verb in its place
    if candidate.part:
        return "weak"  # what is left of the expected rendering where context fills in the rest
    alike = candidate.likeness >= (ALIKE if candidate.same_head else ALIKE_OTHER_HEAD) and len(candidate.text) > 2
    supported = candidate.likeness >= LIKELY or candidate.dictionary
    if not supported and is_adverb(candidate.text):
        return None  # no term, and it goes with the sentence
    if overlapping and not (candidate.missing >= SETTLED and candidate.missing >= SHARE * missing):
        return "weak"
    if candidate.near and candidate.same_head and alike and followed >= 1 and followed >= missing - 1:
        return "near" if candidate.margin >= CLEAR or candidate.missing >= RECURS else "single"
    alone = candidate.missing == missing >= SETTLED and not candidate.elsewhere  # a short run cannot reach ASSOCIATED
    vouched = (candidate.dictionary or candidate.row) and not candidate.followed and not candidate.elsewhere
    if candidate.missing >= RECURS and candidate.association >= (ALONE if alone or vouched else ASSOCIATED):
        share = candidate.missing / missing
        settled = share >= SHARE if candidate.missing >= SETTLED else share >= WHOLE and not candidate.elsewhere
        common = candidate.elsewhere > (RARE if candidate.missing < FEW else COMMON) * candidate.missing
        if supported or vouched:
            chance = common and not candidate.dictionary and not candidate.row  # 复制 shares a character with 控制台
            known_alone = candidate.dictionary and not candidate.likeness and not candidate.row  # by the dictionary alone
            other_sense = known_alone and (followed >= missing or share < MAJORITY)
            unlike = everyday and not candidate.likeness
            return "single" if ambiguous or chance or other_sense or unlike else "recurrent"
        if not settled or candidate.margin < MARGIN or common:
            return "weak"
        return (
            "single" if candidate.taken or everyday else "recurrent"
        )  # 间距 for "pixel" may be there for a "spacing" that is only meant
    rare = candidate.elsewhere <= SELDOM and not candidate.followed and candidate.margin >= CLEAR and not candidate.ragged
    if rare and (candidate.likeness >= ALIKE or (candidate.known and not ambiguous)):
        return "single"
    if alike or (candidate.row and candidate.likeness >= LIKELY) or (candidate.dictionary and candidate.likeness >= LIKELY):
        return "weak" if ambiguous else "single"
    return "weak" if supported else None
