"""Documents written down in a test: passages without a reader, and a small bilingual language to make many of them."""

from __future__ import annotations

import random
from typing import NamedTuple

from linter.documents.model import Document, Passage, Segment
from linter.source import Source


class P(NamedTuple):
    """A passage of a document written by hand; fields as in Passage, with its text."""

    lang: str
    text: str
    kind: str = "paragraph"
    level: int = 0
    label: str = ""
    group: int = -1
    side: str = ""
    block: int = -1
    region: int = 0


def document(*passages: P, path: str = "talk.md") -> Document:
    """One line of the file for each passage."""
    visible = ""
    made, segments = [], []
    for p in passages:
        start = len(visible)
        segments.append(Segment(start, start, len(p.text), len(p.text)))
        made.append(Passage(p.kind, p.lang, start, start + len(p.text), p.level, p.label, p.group, p.side, p.block, p.region))
        visible += p.text + "\n"
    return Document(Source(path, visible), "markdown", visible, segments, made)


def english(*texts: str) -> Document:
    return document(*(P("en", text) for text in texts), path="en.md")


def chinese(*texts: str) -> Document:
    return document(*(P("zh", text) for text in texts), path="zh.md")


_WHO = [
    ("the gardener", "园丁"),
    ("our engineer", "我们的工程师"),
    ("a young doctor", "一位年轻医生"),
    ("the librarian", "图书管理员"),
    ("every farmer", "每个农民"),
    ("the old captain", "老船长"),
    ("her teacher", "她的老师"),
    ("the night watchman", "守夜人"),
    ("a travelling merchant", "一个行商"),
    ("the village baker", "村里的面包师"),
    ("the pilot", "飞行员"),
    ("my neighbour", "我的邻居"),
]
_DOES = [
    ("repaired", "修好了"),
    ("sold", "卖掉了"),
    ("forgot", "忘记了"),
    ("painted", "粉刷了"),
    ("measured", "测量了"),
    ("carried away", "搬走了"),
    ("counted", "数了一遍"),
    ("borrowed", "借走了"),
    ("described in detail", "详细描述了"),
    ("cleaned", "清洗了"),
]
_WHAT = [
    ("the water pump", "水泵"),
    ("a wooden bridge", "一座木桥"),
    ("the broken clock", "坏掉的钟"),
    ("the harvest records", "收成记录"),
    ("two hundred lanterns", "二百盏灯笼"),
    ("the printing press", "印刷机"),
    ("a map of the coast", "一张海岸地图"),
    ("the medicine cabinet", "药柜"),
    ("an empty warehouse", "一间空仓库"),
    ("the radio tower", "无线电塔"),
    ("the stone well", "石井"),
    ("a box of glass bottles", "一箱玻璃瓶"),
]
_WHEN = [("before sunrise", "日出之前"), ("after the storm", "暴风雨过后"), ("in the middle of winter", "隆冬时节"), ("last spring", "去年春天"),
         ("during the long meeting", "在那次漫长的会议期间"), ("on market day", "赶集那天"), ("while everyone was asleep", "大家都睡着的时候"),
         ("without asking anyone", "没有问过任何人"), ("for the third time", "第三次")]  # fmt: skip


def sentence(chance: random.Random) -> tuple[str, str]:
    """An English sentence and its Chinese."""
    (who, 谁), (does, 做), (what, 什么), (when, 何时) = (chance.choice(words) for words in (_WHO, _DOES, _WHAT, _WHEN))
    english = f"{who[0].upper()}{who[1:]} {does} {what} {when}."
    chinese = f"{何时}，{谁}{做}{什么}。"
    if chance.random() < 0.15:
        number = chance.randrange(10, 99_000)
        english += f" It cost {number:,} coins."
        chinese += f"花了 {number} 枚硬币。"
    return english, chinese


def paragraphs(count: int, seed: int) -> list[tuple[str, str]]:
    """Pairs of an English and a Chinese paragraph, one to five sentences each."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        sentences = [sentence(chance) for _ in range(chance.randint(1, 5))]
        made.append((" ".join(s[0] for s in sentences), "".join(s[1] for s in sentences)))
    return made


class Damaged(NamedTuple):
    english: list[str]
    chinese: list[str]
    links: frozenset[tuple[int, int]]  # which English paragraph is translated, in part at least, by which Chinese one


def damaged(pairs: list[tuple[str, str]], share: float, seed: int) -> Damaged:
    """Half of `share` of the paragraphs deleted on one side, half of it merged into the one before on one side."""
    chance = random.Random(seed)
    left: list[str] = []
    right: list[str] = []
    links: set[tuple[int, int]] = set()
    whole = False  # the paragraph before stands alone on both sides
    for english, chinese in pairs:
        fate = chance.random() / share
        if fate < 0.25:
            left.append(english)
        elif fate < 0.5:
            right.append(chinese)
        elif fate < 0.75 and whole:
            left[-1] += " " + english
            right.append(chinese)
        elif fate < 1 and whole:
            left.append(english)
            right[-1] += chinese
        else:
            left.append(english)
            right.append(chinese)
        whole = fate >= 1
        if fate >= 0.5:
            links.add((len(left) - 1, len(right) - 1))
    return Damaged(left, right, frozenset(links))
