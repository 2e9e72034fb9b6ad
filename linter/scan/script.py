"""Which script a Chinese text is written in."""

from __future__ import annotations

from linter.scan.fold import has_traditional, simplified
from linter.scan.traditional import TRADITIONAL

SAMPLE = 20_000  # code points that decide


def script_of(text: str) -> str:
    """ "zh-Hant" where Traditional characters are frequent (more than 1 in 8 Han characters), else "zh-Hans".

    A Traditional text holds them in about every third place, a Simplified one only by slips.  The first SAMPLE code points decide.
    """
    sample = text[:SAMPLE]
    if not has_traditional(sample):
        return "zh-Hans"
    han = sum("\u4e00" <= character <= "\u9fff" for character in sample)
    traditional = sum(character in TRADITIONAL for character in sample)
    return "zh-Hant" if traditional * 8 > han else "zh-Hans"


def foreign_script(written: str, form: str, script: str) -> bool:
    """Whether `written`, a hit for `form`, uses characters of the other script than the text's.

    Only a difference from the form counts: a row in the text's own script that holds a shared character is no slip.
    """
    if written == form:
        return False
    if script == "zh-Hans":
        return any(w != f and w in TRADITIONAL for w, f in zip(written, form, strict=False))
    return any(w != f and f in TRADITIONAL and simplified(f) == w for w, f in zip(written, form, strict=False))
