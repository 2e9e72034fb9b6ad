"""A shipped variant: what `rules/variants/` says about one rendering of one English term."""

from __future__ import annotations

from linter.records import NamedTuple


class Known(NamedTuple):
    """`right`: a row counts where it has the English and prefers one of them; folded, but as written where `regional`.

    form      the rendering that is wrong, or another region's
    unless    compounds in which it means something else
    also      beginnings of other English words that the form stands for: where the source has one, nothing is said
    alone     how it is written where it is plain enough for a text without a source
    regional  right, but in another region
    """

    right: tuple[str, ...]
    form: str
    unless: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    regional: bool = False
