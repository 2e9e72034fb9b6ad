"""Lists -> entries: `- drain，腾空`, bare lines (长短期记忆网络，long short-term memory), and terms with their senses nested below.

Only files that are meant to be glossaries come here, and even these hold lists of other things: each list is looked at as a whole,
and counts only if nearly all of its items are a term and its translation, written in the way of the file's largest list.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.finding import Fact, Place, place_of
from linter.glossary.chinese import Wording, forbid, wording
from linter.glossary.columns import Columns
from linter.glossary.lint import lint, settle
from linter.glossary.model import Entry, Glossary
from linter.glossary.notes import read_note
from linter.glossary.pairs import KINDS, Pair, is_bare, pair
from linter.glossary.rows import Problem, read_row
from linter.glossary.senses import with_senses
from linter.glossary.source_cell import is_short, read_source_cell
from linter.glossary.tables import in_domain, malformed
from linter.glossary.text import LONGEST_CELL, clean, has_han, outside, pieces
from linter.patterns import lazy
from linter.records import NamedTuple
from linter.source import Source
from linter.syntax import tables as syntax
from linter.syntax.lists import Item, items

SMALL = 5  # a list with fewer rows must be written like the largest list of its file
DEFINITION = 10  # code points: where the Chinese is mostly longer, it explains the term and does not translate it
LONGEST_LINE = 60  # code points of a bare line that may be a row; prose is longer, or ends a sentence

SAMPLE = 400  # items of a list that show in which way it is written

_ANY = lazy(r"(?:\A|[\r\n])[ \t]*(?:[-*+•·‣◦]|\d{1,4}[.)、])[ \t]")
_PROSE = lazy(r"[。：:！？!?；;.]\s*\Z")
_FIRST = lazy(r"[，,；;、：:。/（(]")


class Node:
    """An item with what is nested in it, and what it was found to be."""

    __slots__ = ("children", "item", "pair", "text")

    def __init__(self, item: Item, text: str) -> None:
        self.item, self.text = item, text
        self.children: list[Node] = []
        self.pair: Pair | None = None


class _List(NamedTuple):
    """A list that is a glossary.  `rows`: terms, with the texts of their senses; `others`: items that are no row."""

    kind: str
    reversed: bool
    rows: list[tuple[Node, list[str]]]
    others: list[Node]
    prose: list[Node]  # bare lines that cannot be rows
    wordings: list[tuple[Node, Wording]]


def list_glossary(source: Source, strict: bool = False, least: int = 2) -> Glossary | None:
    """The entries of the lists of a file, or None where none of its lists is a glossary.

    `strict`: nobody said that the file is a glossary, so that most of it must be one.  `least`: the rows that a list must have.
    """
    found = [_read(nodes) for nodes in _blocks(source.text)]
    lists = [one for one in found if _is_glossary(one, least)]
    if not lists:
        return None
    main = max(lists, key=lambda one: len(one.rows))
    lists = [one for one in lists if one.reversed == main.reversed and (one.kind == main.kind or len(one.rows) >= SMALL)]
    if strict and not _is_most(lists, found):
        return None
    read = [_entries(source, one) for one in lists]
    entries, facts = lint([settle(entries) for entries, _ in read], (source,))
    told = sorted((*facts, *(fact for _, facts in read for fact in facts)), key=lambda fact: fact.place)
    glossary = Glossary(tuple(entries), tuple(told), (source.path,), (source,))
    return with_wordings(glossary, [(node.item, said) for one in found for node, said in one.wordings])


def beside_tables(found: Glossary, text: str) -> Glossary:
    """A glossary of tables with the lists of its file: terms, if a list has enough of them, and what is not to be written.

    A shorter list of terms may be anything; it is a note.
    """
    if not _ANY.search(text):
        return found
    source = found.sources[0]
    own = Source(source.path, text)
    beside = list_glossary(own, least=SMALL)
    if beside:
        entries, facts = lint([found.entries, beside.entries], found.sources, files=True)
        told = sorted((*found.facts, *beside.facts, *facts), key=lambda fact: fact.place)
        found = found._replace(entries=tuple(entries), facts=tuple(told))
    few = list_glossary(own)
    known = {entry.place.line for entry in beside.entries} if beside else set()
    left = [entry.place.line for entry in few.entries if entry.place.line not in known] if few else []
    if left:
        found = found._replace(
            notes=(*found.notes, f"{source.path}:{left[0]}: a short list beside the tables of a glossary: left out")
        )
    said = ((item, wording(_clean(item.text))) for item in items(text) if item.bullet and has_han(item.text))
    return with_wordings(found, [(item, words) for item, words in said if words])


def with_wordings(glossary: Glossary, said: Sequence[tuple[Item, Wording]]) -> Glossary:
    """A glossary whose rows forbid what its lists forbid; what belongs to no row is a note."""
    if not said:
        return glossary
    entries, left = forbid(glossary.entries, [found for _, found in said])
    lines = [str(glossary.sources[0].line_of(item.span.start)) for item, found in said if found in left]
    note = f"{glossary.paths[0]}: Chinese for Chinese that no row of the glossary has, left out: line {', '.join(lines)}"
    return glossary._replace(entries=tuple(entries), notes=(*glossary.notes, *([note] if lines else [])))


def _blocks(text: str) -> list[list[Node]]:
    """The lists of a text, each as the nodes of its outermost level."""
    blocks: dict[int, list[Node]] = {}
    above: list[Node] = []
    for item in items(text):
        node = Node(item, _clean(item.text))
        roots = blocks.setdefault(item.block, [])
        if not roots:
            above = []
        while above and above[-1].item.depth + 2 > item.depth:
            above.pop()
        (above[-1].children if above and item.bullet else roots).append(node)
        above.append(node)
    return list(blocks.values())


def _clean(text: str) -> str:
    """The text without markup; spaces that set columns apart stay.  Nothing behind a long beginning is read."""
    text = text[:LONGEST_CELL]
    return syntax.clean(text) if "`" in text or "*" in text or "_" in text or "[" in text else text


def _read(nodes: Sequence[Node]) -> _List:
    """What the items of one list are, read in the way that most of them are written."""
    level = [*nodes, *(child for node in nodes if is_bare(node.text) or not node.children for child in node.children)]
    counts = {kind: [p for node in level[:SAMPLE] if (p := pair(node.text, kind))] for kind in KINDS}
    kind = max(KINDS, key=lambda name: len(counts[name]))
    reversed_ = 2 * sum(found.reversed for found in counts[kind]) > len(counts[kind])
    read = _List(kind, reversed_, [], [], [], [])
    groups = 2 * sum(1 for node in nodes if _has_pairs(node, read)) > len(nodes)
    for node in nodes:
        _visit(node, read, groups)
    return read


def _pair(node: Node, read: _List) -> Pair | None:
    """The node as a row: divided in the list's way, else in another that leaves no doubt."""
    for kind in (read.kind, *(kind for kind in KINDS if kind not in (read.kind, "bracket"))):
        found = pair(node.text, kind)
        if found and found.reversed == read.reversed:
            return found
    return None


def _has_pairs(node: Node, read: _List) -> bool:
    """Whether a node is the title of a group: no row, but most of what is nested in it are rows."""
    return (
        bool(node.children)
        and not _pair(node, read)
        and 2 * sum(1 for child in node.children if _pair(child, read)) > len(node.children)
    )


def _visit(node: Node, read: _List, groups: bool) -> None:
    if not node.item.bullet and (len(node.text) > LONGEST_LINE or _PROSE.search(node.text)):
        read.prose.append(node)
        return
    node.pair = _pair(node, read)
    if node.pair:
        read.rows.append((node, [child.text for child in node.children]))
    elif has_han(node.text) and (said := wording(node.text)):
        read.wordings.append((node, said))
    elif groups and _has_pairs(node, read):
        for child in node.children:
            _visit(child, read, False)
    elif is_bare(node.text) and (node.children or read_source_cell(node.text).asks.keep or _keeps(node.item.heading)):
        read.rows.append((node, [child.text for child in node.children]))
    else:
        read.others.append(node)


def _keeps(heading: str) -> bool:
    """Whether a title says that what stands below stays in English."""
    return bool(heading) and read_note(clean(heading)).keep


def _is_glossary(found: _List, least: int) -> bool:
    """Whether most items are rows, with different terms (no speakers in turn) and renderings that are no definitions."""
    rows = len(found.rows)
    if rows < least or 3 * rows < 2 * (rows + len(found.others)) or rows < len(found.others) + len(found.prose):
        return False
    if 3 * len({node.pair.english.lower() if node.pair else node.text for node, _ in found.rows}) < 2 * rows:
        return False
    lengths = sorted(
        len(_FIRST.split(node.pair.chinese, maxsplit=1)[0]) for node, _ in found.rows if node.pair and not node.pair.reversed
    )
    return not lengths or lengths[len(lengths) // 2] <= DEFINITION


def _is_most(lists: Sequence[_List], found: Sequence[_List]) -> bool:
    """Whether rows are a clear majority of everything that could be one."""
    rows = sum(len(one.rows) for one in lists)
    everything = sum(len(one.rows) + len(one.others) for one in found)
    return rows > 2 and 3 * rows >= 2 * everything


def _entries(source: Source, read: _List) -> tuple[list[Entry], list[Fact]]:
    entries: list[Entry] = []
    facts: list[Fact] = []
    columns = Columns(0, 1)
    for node, senses in read.rows:
        place = place_of(source, *node.item.span)
        english, chinese = (node.pair.english, node.pair.chinese) if node.pair else (node.text, "")
        if not node.pair and not senses:
            chinese = "不译"
        english, chinese = _spelled_out(english, chinese)
        reading = read_row((english, chinese), columns, place)
        found = list(reading.entries)
        if senses:
            found = [with_senses(entry, senses, bool(node.pair)) for entry in found]
        entries += in_domain(found, node.item.heading)
        if reading.problems:
            facts += malformed(source, reading.problems, (english, chinese), (node.item.span,) * 2, found, 0)
    facts += [_no_pair(source, node.item, place_of(source, *node.item.span)) for node in read.others]
    return entries, facts


def _spelled_out(english: str, chinese: str) -> tuple[str, str]:
    """DVFS: 动态电压频率升降（Dynamic Voltage and Frequency Scaling） spells the term out behind its translation."""
    for piece in pieces(chinese)[0]:
        if piece.bracketed and len(piece.text.split()) > 1 and not has_han(piece.text) and is_short(outside(english), piece.text):
            return f"{english} ({piece.text})", chinese
    return english, chinese


def _no_pair(source: Source, item: Item, place: Place) -> Fact:
    (fact,) = malformed(source, [Problem("no-pair", 0)], (item.text,), (item.span,), (), 0)
    return fact
