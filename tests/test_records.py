"""Records behave as named tuples of the standard library do."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable

import pytest

from linter.records import NamedTuple


class Ours(NamedTuple):
    """A place."""

    path: str
    line: int = 1
    tags: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return f"{self.path}:{self.line}"


class Theirs(typing.NamedTuple):
    """A place."""

    path: str
    line: int = 1
    tags: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return f"{self.path}:{self.line}"


Place = type[Ours] | type[Theirs]
SAYS: dict[str, Callable[[Place], object]] = {
    "fields by position": lambda place: place("a", 2).line,
    "fields by keyword": lambda place: place(line=3, path="b").path,
    "defaults": lambda place: place("a").tags,
    "a property": lambda place: place("a", 4).shown,
    "its text": lambda place: repr(place("a", 2)).partition("(")[2],
    "equal to a plain tuple": lambda place: place("a", 2) == ("a", 2, ()),
    "hashed as a plain tuple": lambda place: hash(place("a", 2)) == hash(("a", 2, ())),
    "ordered": lambda place: sorted((place("b"), place("a", 2), place("a", 1)))[0].line,
    "unpacked": lambda place: [*place("a", 2)],
    "replaced": lambda place: tuple(place("a", 2)._replace(line=5, tags=("x",))),
    "as a mapping": lambda place: place("a", 2)._asdict(),
    "made of a sequence": lambda place: tuple(place._make(["a", 2, ()])),
    "its fields": lambda place: (place._fields, place._field_defaults, place.__match_args__),
    "its page": lambda place: place.__doc__,
    "no room for more": lambda place: hasattr(place("a"), "__dict__"),
    "pickled": lambda place: tuple(pickle.loads(pickle.dumps(place("a", 2)))),
    "of its own class after a round trip": lambda place: type(pickle.loads(pickle.dumps(place("a")))) is place,
}
REFUSES: dict[str, Callable[[Place], object]] = {
    "too few": lambda place: place(),  # type: ignore[call-arg]
    "too many": lambda place: place("a", 1, (), 2),  # type: ignore[call-arg]
    "an unknown keyword": lambda place: place("a", column=2),  # type: ignore[call-arg]
    "a field twice": lambda place: place("a", path="b"),  # type: ignore[misc]
    "an unknown field to replace": lambda place: place("a")._replace(column=1),  # type: ignore[call-arg]
    "a field set": lambda place: setattr(place("a"), "line", 2),
}


@pytest.mark.parametrize("says", SAYS.values(), ids=SAYS.keys())
def test_a_record_says_what_a_named_tuple_says(says: Callable[[Place], object]) -> None:
    assert says(Ours) == says(Theirs)


@pytest.mark.parametrize("refused", REFUSES.values(), ids=REFUSES.keys())
def test_a_record_refuses_what_a_named_tuple_refuses(refused: Callable[[Place], object]) -> None:
    with pytest.raises(Exception) as theirs:  # noqa: PT011
        refused(Theirs)
    with pytest.raises(theirs.type):
        refused(Ours)


def test_a_field_without_a_default_does_not_follow_one_that_has_one() -> None:
    with pytest.raises(TypeError, match="default"):
        exec(
            "from __future__ import annotations\nclass Wrong(NamedTuple):\n    a: int = 1\n    b: int\n",
            {"NamedTuple": NamedTuple, "__name__": "wrong"},
        )
