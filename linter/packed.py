"""Facts as bytes: how they travel between processes and lie in the cache.

The texts of the files are not in them: whoever unpacks has read these himself.  Neither is the scanner, which is made anew from the
glossaries in force.  What is long and rarely asked for (the way back to the file, the literals) stays packed until somebody asks.

The form is a pickle, so that a new field of a record needs no word here.  Nothing is loaded from it but records of the modules
below, which do nothing when they are made: bytes of unknown origin can be wrong, but they cannot run anything.
"""

from __future__ import annotations

import io
import pickle
import sys
from array import array
from functools import partial
from itertools import chain
from typing import Any

from linter.documents.model import Document, Literal, Passage, Segment, Span
from linter.judge.facts import Facts
from linter.reader import Texts

MODULES = frozenset(  # whose records may stand in Facts
    (
        "linter.align.model",
        "linter.documents.model",
        "linter.judge.facts",
        "linter.judge.model",
        "linter.scan.glosses",
        "linter.scan.hits",
        "linter.scan.lexicon",
        "linter.syntax.spans",
        "linter.syntax.tables",
    )
)
_REST = tuple(slot for slot in Document.__slots__ if slot not in ("source", "passages", "_segments", "_literals"))
_new: Any = tuple.__new__  # makes a record of a tuple, in a third of the time of the record's own constructor


class PackedError(Exception):
    """Bytes that hold no Facts."""


def pack(facts: Facts) -> bytes:
    """Facts without their texts and their scanner."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 5)
    pickler.dispatch_table = {Document: partial(_reduced, facts.document)}
    pickler.dump(facts._replace(scanner=None))  # type: ignore[arg-type]  # whoever unpacks puts one in
    return buffer.getvalue()


def unpack(packed: bytes, texts: Texts) -> Facts:
    """The Facts that were packed, still without a scanner.

    Raises PackedError for what `pack` did not give; whether the numbers in it make sense is not looked at.
    """
    try:
        facts = _Unpickler(packed, texts).load()
    except Exception as error:  # a damaged pickle may raise almost anything
        raise PackedError(str(error)) from error
    if not isinstance(facts, Facts) or not isinstance(facts.document, Document):
        raise PackedError("no Facts")
    return facts


def _reduced(target: Document, document: Document) -> tuple[Any, ...]:
    """A document as the call that restores it: which of the two texts it is of, and its fields in a compact form."""
    literals = document.literals
    return _restored, (
        document is target,
        [tuple(passage) for passage in document.passages],
        array("i", chain.from_iterable(document.segments)).tobytes(),
        array("i", chain.from_iterable([literal[0] for literal in literals])).tobytes(),
        [literal[1] for literal in literals],
        [getattr(document, slot) for slot in _REST],
    )


class _Unpickler(pickle.Unpickler):
    def __init__(self, packed: bytes, texts: Texts) -> None:
        super().__init__(io.BytesIO(packed))
        self._texts = texts

    def find_class(self, module: str, name: str) -> Any:
        """Called for every name in a pickle."""
        if (module, name) == (__name__, "_restored"):
            return partial(_restored, self._texts)
        if module in MODULES and name.isidentifier():
            found = getattr(sys.modules[module], name, None)
            if isinstance(found, type) and issubclass(found, tuple):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def _restored(
    texts: Texts, is_target: bool, passages: list[Any], segments: bytes, spans: bytes, kinds: list[str], rest: list[Any]
) -> Document:
    document = Document.__new__(Document)
    for slot, value in zip(_REST, rest, strict=True):
        setattr(document, slot, value)
    text = texts.target if is_target else texts.source
    assert text is not None
    document.source, document.passages = text, list(map(partial(_new, Passage), passages))
    document._segments = lambda: list(map(partial(_new, Segment), _numbers(segments, 4)))
    document._literals = lambda: list(
        map(partial(_new, Literal), zip(map(partial(_new, Span), _numbers(spans, 2)), kinds, strict=True))
    )
    return document


def _numbers(packed: bytes, width: int) -> Any:
    """The rows of a table of numbers."""
    numbers = iter(array("i", packed))
    return zip(*[numbers] * width, strict=True)
