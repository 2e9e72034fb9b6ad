"""What a reader of a format hands on: blocks of visible text by their physical lines, each piece with its range in the file."""

from __future__ import annotations

from linter.records import NamedTuple
from linter.syntax.spans import Span

# A run of visible text: (text, start, width).  It stands at `width` code points of the file from `start` on; it corresponds to
# them one to one where len(text) == width (an entity is one character for five).
Run = tuple[str, int, int]


class Block:
    """A heading, paragraph, item, cell or title.  Mutable only while it is being read.

    `hard` holds the indices of the lines that end in a hard break.  `comment` is the index of the HTML comment (in
    `Structure.comments`) that the block stands in, or -1; `group` numbers table rows.
    """

    __slots__ = ("kind", "lines", "level", "group", "comment", "hard")

    def __init__(self, kind: str, lines: list[list[Run]], level: int = 0, group: int = -1, comment: int = -1) -> None:
        self.kind, self.lines, self.level, self.group, self.comment = kind, lines, level, group, comment
        self.hard: set[int] = set()

    @property
    def start(self) -> int:
        return self.lines[0][0][1]

    def text(self, line: int) -> str:
        return "".join([run[0] for run in self.lines[line]])

    def __repr__(self) -> str:
        return f"Block({self.kind!r}, {[self.text(at) for at in range(len(self.lines))]}, {self.level})"


class Structure(NamedTuple):
    """A file in the order of its text.  Every block has at least one line, every line at least one run."""

    blocks: list[Block]
    literals: list[tuple[int, int, str]]
    comments: list[Span]
    rows: list[int]  # one number: the last table row's
