"""Pairs of a catalogue read as facts, and pairs that have nothing to do with one another."""

from __future__ import annotations

from linter.config import Settings
from linter.glossary.model import Glossary
from linter.judge.facts import Facts
from linter.project import Reader, document_of


def read(pairs: list[tuple[str, str]], path: str, rows: Glossary | None = None) -> Facts:
    text = "".join(f'msgid "{english}"\nmsgstr "{chinese}"\n\n' for english, chinese in pairs)
    return Reader(Settings(), rows or Glossary()).facts_of(document_of(text, path), None)[0]


# English words that have nothing to do with one another, and their Chinese
OTHERS = [("tea", "茶"), ("rain", "雨"), ("door", "门"), ("road", "路"), ("snow", "雪"), ("boat", "船"), ("bread", "面包"),
          ("rose", "玫瑰"), ("wall", "墙"), ("winter", "冬天"), ("bridge", "桥"), ("harbour", "港口"), ("moon", "月亮"),
          ("salt", "盐"), ("horse", "马"), ("garden", "花园"), ("window", "窗户"), ("island", "岛"), ("apple", "苹果"),
          ("violin", "小提琴")]  # fmt: skip
FILLER = [(f"They like the {english}.", f"他们喜欢{chinese}。") for english, chinese in OTHERS]
