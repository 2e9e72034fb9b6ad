"""Short ways to make glossaries and documents in tests."""

from __future__ import annotations

from linter.documents.model import MASK, Document, Passage, Segment
from linter.finding import Place
from linter.glossary.model import Entry, Glossary
from linter.source import Source


def entry(source: str, target: str = "", **more: object) -> Entry:
    """`entry("agent/AI agent", "智能体/代理")`: forms divided by "/", the first target preferred; no target keeps the English."""
    forms = tuple(source.split("/"))
    renderings = tuple(target.split("/")) if target else ()
    made = Entry(
        forms, Place("glossary.md", 1, 1, 1, 2), renderings[0] if renderings else None, renderings[1:], keep=not renderings
    )
    return made._replace(**more)  # type: ignore[arg-type]


def glossary(*entries: Entry) -> Glossary:
    """Entries on lines of their own."""
    return Glossary(
        tuple(e._replace(place=Place("glossary.md", n, 1, n, 2)) for n, e in enumerate(entries, 1)), (), ("glossary.md",)
    )


def document(*passages: str, path: str = "text.md") -> Document:
    """One passage a line; a passage is Chinese if it holds any Han.  "`x`" stands for a literal."""
    text = "\n".join(passages)
    made, at = [], 0
    for passage in passages:
        lang = "zh" if any("\u4e00" <= c <= "\u9fff" for c in passage) else "en"
        made.append(Passage("paragraph", lang, at, at + len(passage)))
        at += len(passage) + 1
    visible = "".join(MASK if inside else c for c, inside in _marked(text))
    return Document(Source(path, text), "text", visible, [Segment(0, 0, len(text), len(text))], made)


def _marked(text: str) -> list[tuple[str, bool]]:
    found, inside = [], False
    for character in text:
        if character == "`":
            inside = not inside
            found.append((character, True))
        else:
            found.append((character, inside))
    return found
