"""Which entries have a string among their forms: compact, since a large glossary has a million forms and few are ever met.

Hyphens are spaces here: a text that is searched with a space for each hyphen needs a third as many patterns.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from linter.scan.fold import fold_all


def spaced(text: str) -> str:
    """A text, or a form, with a space for each hyphen."""
    return text.replace("-", " ")


class FormIndex:
    """`numbers` has the number of each folded and spaced form, in the order in which the forms were first given."""

    __slots__ = ("_first", "_others", "numbers")

    def __init__(self, forms: Iterable[tuple[int, Sequence[str]]]) -> None:
        """`forms`: owners, ascending, with the forms of each.  Blank forms are left out."""
        self.numbers: dict[str, int] = {}
        self._first = array("l")  # of each form, the first owner
        self._others: dict[int, list[int]] = {}  # ... and those who have it, too
        written: list[str] = []
        owners = array("l")
        for owner, own in forms:
            written += own
            owners.extend([owner] * len(own))
        numbers, first = self.numbers, self._first
        for form, owner in zip(fold_all(written), owners, strict=True):
            if not form or form.isspace():
                continue
            number = numbers.setdefault(spaced(form), len(first))
            if number == len(first):
                first.append(owner)
            elif first[number] != owner:
                others = self._others.setdefault(number, [])
                if not others or others[-1] != owner:
                    others.append(owner)

    def owners(self, number: int) -> list[int]:
        return [self._first[number], *self._others.get(number, ())]
