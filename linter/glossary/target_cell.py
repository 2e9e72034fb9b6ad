"""The target cell of a row: the preferred rendering, the others that are right, and those that may be meant.

Only what the cell says beyond doubt is preferred or admitted.  Every other plausible reading of it is tolerated: it silences,
and is never suggested.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.glossary.alternatives import alternatives
from linter.glossary.brackets import DOMAIN, asides, guesses, joined
from linter.glossary.instructions import REMARK, instruction, is_open
from linter.glossary.labels import context_before, pos_before, rank, ticked, without_choice
from linter.glossary.notes import NOTHING, Note, join, part_of_speech, read_note, without_lead
from linter.glossary.text import (
    LONGEST_CELL,
    Piece,
    clean,
    distinct,
    form_of,
    han_only,
    has_han,
    has_letter,
    is_plain,
    outside,
    pieces,
)
from linter.patterns import lazy
from linter.records import NamedTuple


class TargetCell(NamedTuple):
    """See Entry for the meaning of the names.  `parts` are the alternatives as written, for rows with several terms at once;
    `problems` are codes of what could not be read."""

    preferred: str | None = None
    admitted: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    keep: bool = False
    may_keep: bool = False
    undecided: bool = False
    contextual: bool = False
    proposed: bool = False
    pos: str = ""
    note: str = ""
    parts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


LONGEST = 30  # code points of a rendering; whatever is longer is a definition

TELLING = lazy(
    "[①-⑳不勿禁免保留维沿同照译譯待未暂或指]|上下文|语境|情况|^[A-Za-z]"
)  # a plain cell that may yet be an instruction
_DASH = lazy(r"(?:[-–—－_/／?？…~.·*]|⋯|\s)*")
_FORMULA = lazy(r"=[A-Za-z]{2,20}\(|#(?:REF|N/A|NAME|VALUE|DIV/0|NULL|NUM)[!?]?")
_EXPLAINED = lazy(r"^([^：:]{1,20})[：:]\s*(.+)$")
_ARROW = lazy(r"\s*(?:->|=>|→|⇒|＝>|=)\s*")


def read_target_cell(text: str, source: Sequence[str] = (), parallel: bool = False) -> TargetCell:
    """Read a target cell.  Never raises.

    `source`: the source forms of the row, its abbreviations included (a target equal to the first is the English kept).
    `parallel`: the source is one name with a slash in it (CI/CD), so a slash joins the parts of one rendering here too.
    """
    if text and is_plain(text) and not TELLING.search(text):
        return TargetCell(text)
    return _Reader(clean(text[:LONGEST_CELL]).replace("／", "/"), tuple(source), parallel).read()


class _Reader:
    """Collects what the alternatives of one cell say."""

    def __init__(self, text: str, source: tuple[str, ...], parallel: bool) -> None:
        self.text, self.source, self.parallel = text, source, parallel
        self.sources = frozenset(form.casefold() for form in source)
        self.forms: list[str] = []  # certain renderings, in order
        self.tolerated: list[str] = []
        self.asks: Note = NOTHING
        self.notes: list[str] = []
        self.parts: list[str] = []
        self.problems: list[str] = []
        self.pos: list[str] = []
        self.keep = False
        self.several = False  # the cell has more than one alternative

    def read(self) -> TargetCell:
        text = self.text
        if self._is_term(text):
            return TargetCell(keep=True)
        if _DASH.fullmatch(text):
            return TargetCell(undecided=True)
        if _FORMULA.match(text):
            return TargetCell(undecided=True, note=text, problems=("formula",))
        if is_open(text, self.source):
            return TargetCell(undecided=True, proposed=True, note=text)
        text = self._first_sentence(text)
        found = alternatives(text, self.source, self.parallel)
        self.tolerated += found.tolerated
        self.parts += found.joined
        self.several = len(found.parts) > 1
        for part in found.parts:
            self._read_part(part, found.labelled)
        return self._result()

    def _first_sentence(self, text: str) -> str:
        """What stands behind a full stop is a note."""
        first, stop, rest = text.partition("。")
        if not stop or "。。" in text or pieces(first)[1] is False:
            return text
        if rest.strip():
            self._remark(rest.strip())
        return first

    def _remark(self, text: str) -> None:
        self.asks = join(self.asks, read_note(text)._replace(keep=False))
        self.notes.append(text)

    # One alternative

    def _read_part(self, text: str, labelled: bool) -> None:
        label = pos_before(text)
        if label:
            pos, word, text = label
            self.pos.append(pos)
            self.notes.append(word)
        if self._read_instruction(text):
            return
        if self.asks.keep and not self.forms and not self.keep:  # 不译，加译注: what follows is about how to keep it
            self.notes.append(text)
            return
        text = without_choice(text)
        context = context_before(text, labelled)
        if context and not self._is_source(context[0]) and len(context[1]) <= LONGEST:
            self.notes.append(text)
            self.asks = join(self.asks, Note(contextual=True, told=True))
            text = context[1]
        self._read_rendering(without_lead(text))

    def _read_instruction(self, text: str) -> bool:
        """Whether the alternative tells what to do instead of being a rendering."""
        found = pieces(text)[0]
        whole = (outside(text) or (found[0].text if len(found) == 1 else "")).strip()
        begun = bool(self.forms or self.keep)
        if self._is_source(whole):
            return False
        if begun and REMARK.match(whole) and (len(whole) > 4 or "：" in whole):
            self._remark(whole)
            return True
        note = instruction(whole, self.source, begun)
        if note is None:
            return False
        self.notes.append(whole)
        if note.tolerated and (note.contextual or not (begun or note.deprecated)):
            self.forms += note.tolerated
        self.asks = join(self.asks, note)
        return True

    def _read_rendering(self, text: str) -> None:
        tick, text = ticked(text)
        found, balanced = pieces(text)
        if not balanced:
            self.problems.append("unclosed")
        found = pieces(self._explained(text, found))[0]
        bare, full = joined(found)
        form = self._last_of(bare)
        aside = asides(found)
        place = rank([tick, *(piece.text for piece, _ in aside)])
        if form and place == "wrong":  # 代理（禁用）
            self.asks = join(self.asks, Note(deprecated=(form,), told=True))
            return
        before = len(self.forms)
        accepted = self._accept(form)
        if place == "first" and len(self.forms) > before:
            self.forms.insert(0, self.forms.pop())
        self.parts.append(form)
        if accepted and full != bare:
            self.tolerated.append(form_of(full))
        for piece, within in aside:
            self._read_bracket(piece, form, within)

    def _last_of(self, bare: str) -> str:
        """The rendering of a text without brackets; of several with spaces between them (智能体 代理) the last, the others are accepted."""
        form = form_of(bare)
        apart = bare.split()
        if len(apart) > 1 and all(len(word) > 1 and han_only(word) for word in apart):
            for word in apart[:-1]:
                self._accept(word)
            self.tolerated.append(form)
            form = apart[-1]
        if form.endswith(("?", "？")) and len(form) > 2:
            form = form[:-1]
            self.asks = join(self.asks, Note(proposed=True, told=True))
        return form

    def _accept(self, form: str) -> bool:
        if self._is_term(form) and not self.forms:
            self.keep = True
            return True
        if self._is_source(form):  # ReLU for Rectified Linear Unit (ReLU), 接口/API for API
            self.forms.append(form)
            return True
        if not has_letter(form):
            return False
        if len(form) > max(LONGEST, 2 * max((len(source) for source in self.source), default=0)):
            self.problems.append("sentence")
            self.notes.append(form)
            return False
        arrow = _ARROW.split(form)
        if len(arrow) > 1 and all(has_han(side) for side in arrow):
            self.problems.append("unknown-note")
            self.forms.append(form_of(arrow[-1]))
            self.tolerated += [form_of(side) for side in arrow[:-1]]
            return True
        plain = form_of(re.sub('["“”「」『』]', "", form))  # “鸭子”类型
        self.forms.append(plain)
        if plain != form:
            self.tolerated.append(form)
        return True

    def _explained(self, text: str, found: tuple[Piece, ...]) -> str:
        """ "智能体：能自主行动的程序" is a rendering and its explanation."""
        head = found[0].text if found and not found[0].bracketed else ""
        behind = next((p.text for p in found[1:] if not p.bracketed and re.match(r"\s*[：:]", p.text)), "")
        if behind:  # a colon behind a bracket: what follows is a note
            self.notes.append(behind.strip("：: "))
            return text[: text.index(behind)]
        match = _EXPLAINED.match(text)
        if not match or not has_han(match[1]) or ("：" not in head and ":" not in head):
            return text
        self.notes.append(match[2])
        if len(match[2]) <= 6 and "的" not in match[2]:  # which of the two is the rendering?
            self.problems.append("unknown-note")
            self.tolerated.append(form_of(outside(match[2])))
        return match[1]

    def _read_bracket(self, piece: Piece, form: str, within: bool) -> None:
        inside = piece.text.strip()
        if not inside:
            return
        self.notes.append(inside)
        if piece.square:
            return
        pos = part_of_speech(inside)
        if pos is not None:
            self.pos.append(pos)
            return
        asks = read_note(inside, bare=True)
        if asks.told:
            self.asks = join(self.asks, asks)
            return
        if rank([inside]):
            return
        if DOMAIN.search(inside) and self.several:
            self.asks = join(self.asks, Note(contextual=True, told=True))
        self.tolerated += guesses(inside, form, within, self._is_source)

    def _is_term(self, text: str) -> bool:
        """Whether a text is the name of the row itself: the English is kept."""
        return bool(self.source) and text.casefold().strip() == self.source[0].casefold()

    def _is_source(self, text: str) -> bool:
        return text.casefold().strip() in self.sources

    def _result(self) -> TargetCell:
        asks = self.asks
        keep = self.keep or (asks.keep and (not self.forms or not any(has_han(form) for form in self.forms)))
        forms = list(self.forms)
        if keep:
            forms = [form for form in forms if not self._is_term(form)]
        elif asks.keep:  # a rendering and "do not translate" in its bracket: 需要澄清（不译）
            keep, forms, self.tolerated = True, [], [*self.forms, *self.tolerated]
        certain = distinct(forms)
        admitted = distinct([*certain[0 if keep else 1 :], *asks.admitted], without=() if keep else certain[:1])
        preferred = None if keep or not certain else certain[0]
        accepted = (preferred or "", *admitted)
        tolerated = distinct([form for form in (*self.tolerated, *asks.tolerated) if has_letter(form)], without=accepted)
        deprecated = distinct([*asks.deprecated])
        if any(form in accepted for form in deprecated):
            self.problems.append("contradiction")
            deprecated = distinct([*deprecated], without=accepted)
        if not (certain or keep or asks.may_keep or admitted or asks.contextual or asks.proposed or self.problems):
            self.problems.append("no-target")
        pos = self.pos[0] if len(set(self.pos)) == 1 and len(self.pos) == max(1, len(self.parts)) else ""
        return TargetCell(
            preferred,
            admitted,
            distinct([*tolerated], without=deprecated),
            deprecated,
            keep,
            asks.may_keep,
            not (certain or keep or admitted),
            asks.contextual,
            asks.proposed,
            pos,
            "; ".join(dict.fromkeys(note for note in self.notes if has_letter(note))),
            tuple(self.parts),
            distinct(self.problems),
        )
