"""How hard a finding is: the one table from evidence to a level, and its constants.

What makes a grade is the judge's affair; here a grade, the posterior of the pair, the standing of the glossary row and the status
of the entry become error, warning or hint.
"""

from __future__ import annotations

from linter.finding import SEVERITIES, Severity
from linter.judge.model import Grade, Standing
from linter.records import NamedTuple
from linter.rules.model import Text

DOUBTFUL_PAIR = 0.5  # a pair of a lower posterior may not belong together
TRIAL_PLACES = 5  # a row is on trial from this many judged places on ...
TRIAL_SHARE = 0.8  # ... if at least this share of them is rendered otherwise


class Line(NamedTuple):
    """One line of the table.

    `followed` is the level where the row is followed elsewhere; `gathered` says whether a row on trial turns these findings into
    one about the row: certain evidence (a ban, another script) stands at its place whatever the others do.
    """

    grade: Grade | None  # None: no rendering is named
    level: Severity
    followed: Severity
    gathered: bool
    about: Text


TABLE = (
    Line("declared", "error", "error", False, {"en": "the glossary forbids the rendering", "zh": "术语表禁用这一译法"}),
    Line(
        "script",
        "error",
        "error",
        False,
        {"en": "the right rendering in another script", "zh": "译法正确，但用了另一种字形"},
    ),
    Line(
        "gloss",
        "error",
        "error",
        True,
        {"en": "the text itself glosses the rendering with the term", "zh": "正文自己用括注把译法与术语对应起来"},
    ),
    Line(
        "near",
        "error",
        "error",
        True,
        {"en": "nearly the expected form, in a row that is followed elsewhere", "zh": "与规定译法仅有小异，而别处遵守该条"},
    ),
    Line(
        "recurrent",
        "error",
        "error",
        True,
        {"en": "the same other rendering in several places", "zh": "同一种别的译法在多处出现"},
    ),
    Line(
        "english",
        "warning",
        "error",
        True,
        {"en": "left in English; an error where other places translate it", "zh": "保留英文；别处译出时为错误"},
    ),
    Line(
        "single",
        "warning",
        "warning",
        True,
        {"en": "another rendering, once, on good evidence", "zh": "别的译法，仅一处，证据充分"},
    ),
    Line("weak", "hint", "hint", True, {"en": "another rendering, on weak evidence", "zh": "别的译法，证据薄弱"}),
    Line(None, "hint", "hint", False, {"en": "no rendering is found", "zh": "没有找到译法"}),
)
_LINES = {line.grade: line for line in TABLE}


def level_of(
    grade: Grade | None, posterior: float = 1.0, provisional: bool = False, followed: bool = False, on_trial: bool = False
) -> Severity:
    """The level of a finding.

    posterior    of the pair, 0..1
    provisional  the entry is only proposed, or depends on its context
    followed     other places of the project follow the row
    on_trial     see `is_on_trial`
    """
    line = _LINES[grade]
    if on_trial and line.gathered:
        return "hint"
    level = line.followed if followed else line.level
    for doubt in (posterior < DOUBTFUL_PAIR, provisional):
        if doubt:
            level = _lower(level)
    return level


def is_on_trial(standing: Standing) -> bool:
    """Whether a row is rendered otherwise so often that the row itself is in doubt."""
    others = standing.judged - standing.followed
    return standing.judged >= TRIAL_PLACES and others / standing.judged >= TRIAL_SHARE


def is_gathered(grade: Grade | None) -> bool:
    """Whether findings of this grade give way to one finding about their row when it is on trial."""
    return _LINES[grade].gathered


def explain(lang: str) -> str:
    """The table for people, in plain text with aligned columns."""
    from linter.width import display_width, pad

    words = _WORDS[lang]
    rows = [
        (
            line.grade or "-",
            words[line.level] + (f" / {words[line.followed]}" if line.followed != line.level else ""),
            line.about[lang],
        )
        for line in TABLE
    ]
    head = (words["grade"], words["level"], words["about"])
    widths = [max(display_width(row[column]) for row in (head, *rows)) for column in (0, 1)]
    lines = ["  ".join((pad(row[0], widths[0]), pad(row[1], widths[1]), row[2])) for row in (head, *rows)]
    notes = [
        words["posterior"].format(DOUBTFUL_PAIR),
        words["provisional"],
        words["trial"].format(TRIAL_PLACES, f"{TRIAL_SHARE:.0%}"),
    ]
    return "\n".join([*lines, "", *notes])


def _lower(level: Severity) -> Severity:
    return SEVERITIES[min(SEVERITIES.index(level) + 1, len(SEVERITIES) - 1)]


_WORDS = {
    "en": {
        "grade": "grade",
        "level": "level",
        "about": "what the finding stands on",
        "error": "error",
        "warning": "warning",
        "hint": "hint",
        "posterior": "One step lower where the two passages may not belong together (posterior below {}).",
        "provisional": "One step lower where the entry is only proposed or depends on its context.",
        "trial": (
            "A row that is rendered otherwise in at least {1} of {0} or more places is on trial: its places become hints\n"
            "and one finding stands at the row (glossary-outvoted), unless --strict. Forbidden renderings and other scripts\n"
            "stay as they are."
        ),
    },
    "zh": {
        "grade": "证据",
        "level": "级别",
        "about": "依据",
        "error": "错误",
        "warning": "警告",
        "hint": "提示",
        "posterior": "原文与译文段落可能并不对应时（后验概率低于 {}），降一级。",
        "provisional": "词条尚在提议阶段，或取决于上下文时，降一级。",
        "trial": (
            "某条术语在 {0} 处以上有判断、且至少 {1} 译作别的，该条存疑：各处改为提示，只在术语表该行报告一次\n"
            "（glossary-outvoted）；使用 --strict 时除外。禁用译法与字形问题不受影响。"
        ),
    },
}
