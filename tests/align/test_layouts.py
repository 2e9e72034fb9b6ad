"""Every way in which one file or two hold both languages, in small texts; expectations are links of file lines."""

from __future__ import annotations

import pytest
from by_hand import P, document

from linter.align.model import Alignment
from linter.align.pairs import align_document, align_documents
from linter.documents.model import Document
from linter.documents.read import read_document
from linter.source import Source

Links = dict[tuple[int, int], float]


def read(text: str, path: str = "guide.md") -> Document:
    return read_document(Source(path, text))


def links(alignment: Alignment) -> Links:
    """(first line of a source passage, first line of a target passage) -> posterior, for every pair."""
    return {
        (alignment.source.lines(i)[0], alignment.target.lines(j)[0]): pair.posterior
        for pair in alignment.pairs
        for i in pair.source
        for j in pair.target
    }


def sure(alignment: Alignment) -> set[tuple[int, int]]:
    return {link for link, posterior in links(alignment).items() if posterior >= 0.5}


COMMENTS = """\
<!--
## Getting started
-->

## 开始使用

<!--
The scheduler wakes up every five minutes and looks for jobs that are late.
-->

调度器每五分钟醒来一次，查找已经迟到的任务。

<!--
Here is how a worker asks for its next job:
-->

下面是一个工作进程如何请求

```python
queue.next()
```

下一个任务的代码。

<!--
If nobody answers within ten seconds, the worker goes back to sleep.

It never retries at once, because that would wake the others as well.
-->

如果十秒内没有人回应，工作进程就继续睡眠。

它从不立刻重试，因为那样也会吵醒其他进程。

## 译后记

这一段是译者自己写的，英文里并没有，只是想提醒读者注意版本。
"""


def test_a_comment_belongs_to_the_chinese_below_it() -> None:
    found = align_document(read(COMMENTS))
    assert sure(found) == {(2, 5), (8, 11), (14, 17), (14, 23), (26, 31), (28, 33)}
    assert {pair.how for pair in found.pairs} == {"comment"}


IN_TURN = """\
# Tides
# 潮汐

The sea rises and falls twice a day along this coast.
沿着这片海岸，海水每天涨落两次。

Fishermen plan their trips around the tables that the harbour office prints each spring.
渔民们按照港务局每年春天印制的潮汐表来安排出海。

Nobody translated this sentence about the old lighthouse keeper and his dog.

1. Check the tide table.
   查看潮汐表。
2. Leave two hours before high water.
   在满潮前两小时出发。
"""


def test_lines_in_turn() -> None:
    found = align_document(read(IN_TURN))
    assert sure(found) == {(1, 2), (4, 5), (7, 8), (12, 13), (14, 15)}
    assert {pair.how for pair in found.pairs} == {"lines"}


def test_chinese_before_its_english() -> None:
    text = "\n\n".join(
        (
            "海水每天沿着这片海岸涨落两次。",
            "The sea rises and falls twice a day along this coast.",
            "渔民们按照港务局每年春天印制的潮汐表来安排出海。",
            "Fishermen plan their trips around the tables that the harbour office prints each spring.",
            "小船出不去的日子，大家就在棚子里补网。",
            "On days when the small boats stay in, everybody mends nets in the shed.",
        )
    )
    assert sure(align_document(read(text))) == {(3, 1), (7, 5), (11, 9)}


def test_several_paragraphs_and_then_their_translations() -> None:
    text = "\n\n".join(
        (
            "Bread needs four things and a lot of patience.",
            "Flour, water, salt and yeast are mixed and left alone overnight.",
            "In the morning the dough has doubled in size.",
            "做面包需要四样东西和很多耐心。",
            "面粉、水、盐和酵母混合之后放置一夜。",
            "到了早上，面团已经胀到两倍大。",
            "It is baked for 40 minutes.",
            "烤 40 分钟即可。",
        )
    )
    assert sure(align_document(read(text))) == {(1, 7), (3, 9), (5, 11), (13, 15)}


def test_a_paragraph_pasted_twice_is_no_translation_of_the_second_source() -> None:
    pairs = [
        ("The mill grinds only when the river is high enough.", "只有河水足够高的时候，磨坊才会磨面。"),
        (
            "A miller who opens the sluice too early wastes the water that he will need in August.",
            "过早打开水闸的磨坊主会浪费掉他在八月里需要的水。",
        ),
        (
            "His apprentice writes the level of the pond into a small book every evening.",
            "学徒每天晚上把池塘的水位记在一个小本子上。",
        ),
        (
            "The oldest of these books goes back to a winter when the wheel froze solid.",
            "学徒每天晚上把池塘的水位记在一个小本子上。",
        ),
        ("Today the books are kept in the museum beside the church.", "如今这些本子保存在教堂旁边的博物馆里。"),
    ]
    found = links(align_document(read("\n\n".join(f"{english}\n{chinese}" for english, chinese in pairs))))
    assert {link for link, posterior in found.items() if posterior >= 0.5} == {(1, 2), (4, 5), (7, 8), (13, 14)}


def test_quotations_do_not_make_a_chinese_text_bilingual() -> None:
    chinese = ["这一章讨论怎样给旧房子做保温，并且比较几种常见的材料。" * 3, "先从屋顶开始，因为热空气总是往上走。" * 4] * 6
    text = "\n\n".join([*chinese[:6], "Measure twice, cut once.", *chinese[6:]])
    assert align_document(read(text)).pairs == ()


@pytest.mark.parametrize("text", ["", "只有中文。\n", "Only English here.\n", "# 标题\n\n正文。\n"])
def test_one_language_gives_no_pairs(text: str) -> None:
    assert align_document(read(text)).pairs == ()


HALVES = """\
养蜂人手记 | 林晚

逐字稿

开场

周野: 今天我们去山里看一位养蜂人。

林晚: 欢迎欢迎，路上不好走吧？

蜂箱里的一年

周野: 先说说蜂箱里的一年是怎么过的。

林晚: 冬天它们抱成一团，靠 15 公斤存蜜过冬。

到了三月，蜂王开始产卵，一天能产两千个。

~ (广告已略) ~

离家

周野: 什么时候它们会离家？

林晚: 五月份，箱子挤不下的时候。那时我整天都守在林子边上，口袋里装着刷子和布袋，随时准备把蜂群请回来。

周野: 有没有追丢过？

林晚: 有，追丢过三次。

| 原文 | 中文 |
|---|---|
| hive | 蜂箱 |
| swarm | 蜂群 |

本页由机器分段翻译

A Beekeeper's Notes | Lin Wan

Opening

Zhou Ye: Today we are going up into the mountains to see a beekeeper.

A year in the hive

Lin Wan: Welcome, welcome. The road was not easy, was it?

Zhou Ye: Tell us first how a year passes inside the hive.

Leaving home

Lin Wan: In winter they huddle into a ball and live on 15 kilos of stored honey.

By March the queen starts to lay, and she can lay two thousand eggs in a day.

This episode is supported by the makers of a very warm jacket. Go to warmjacket.example and use the code BEES for ten percent off.

Zhou Ye: When do they leave home?

Lin Wan: In May, when the box gets too crowded.

Those days I stand at the edge of the wood from morning to night, with a brush and a cloth bag in my pocket, ready to bring the swarm back.

Zhou Ye: Have you ever lost one?

Lin Wan: Yes, three times.

| English | 中文 |
|---|---|
| hive | 蜂箱 |
| swarm | 蜂群 |

Reformatted by a script
"""
HALVES_LINKS = {
    *((38, 1), (40, 5), (42, 7), (46, 9), (44, 11), (48, 13), (52, 15)),
    *((54, 17), (50, 21), (58, 23), (60, 25), (62, 25), (64, 27), (66, 29)),
}


@pytest.mark.parametrize("path", ["talk.md", "talk.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_two_halves_with_displaced_headings_an_advertisement_and_footers(path: str, end: str) -> None:
    assert set(links(align_document(read(HALVES.replace("\n", end), path)))) == HALVES_LINKS


def test_the_translated_end_of_a_paragraph_that_begins_with_an_advertisement() -> None:
    advertisement = (
        "Before we go on, a word from the people who pay for all this. Their kettles boil in under a minute and switch "
        "themselves off. They come in nine colours and are sold all over the country. Order yours today. "
    )
    english = [
        P("en", "Who taught you to repair violins?", "turn", label="Mia"),
        P("en", "An old man in our street, who spoke to nobody but his cat.", "turn", label="Jon"),
        P("en", advertisement + "So how long does it take to learn the trade?", "turn", label="Mia"),
        P("en", "Seven years, if you have good hands.", "turn", label="Jon"),
    ]
    chinese = [
        P("zh", "谁教你修小提琴的？", "turn", label="Mia"),
        P("zh", "我们街上的一位老人，他除了自己的猫谁也不理。", "turn", label="Jon"),
        P("zh", "那学这门手艺要多久呢？", "turn", label="Mia"),
        P("zh", "手巧的话，七年。", "turn", label="Jon"),
    ]
    found = align_document(document(*chinese, *english))
    assert sure(found) == {(5, 1), (6, 2), (7, 3), (8, 4)}


def test_the_sides_of_a_catalogue_are_certain() -> None:
    catalogue = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Open the file"\nmsgstr "打开文件"\n\nmsgid "Close"\nmsgstr "一段长得毫无道理却依然算数的译文"\n'
    )
    found = align_document(read(catalogue, "zh_CN.po"))
    assert [(pair.posterior, pair.how) for pair in found.pairs] == [(1.0, "unit"), (1.0, "unit")]
    assert set(links(found)) == {(5, 6), (8, 9)}


def test_a_plural_is_one_pair() -> None:
    sides = [P("en", "One file", "unit", group=0, side="source"), P("en", "Many files", "unit", group=0, side="source")]
    found = align_document(document(*sides, P("zh", "多个文件", "unit", group=0, side="target")))
    assert [(pair.source, pair.target) for pair in found.pairs] == [((0, 1), (2,))]


def test_a_row_pairs_its_neighbours_and_doubts_descriptions() -> None:
    row = [P("en", "Retry limit", "cell", group=0), P("zh", "重试上限", "cell", group=0)]
    other = [
        P("en", "Id", "cell", group=1),
        P("zh", "调用方在每次请求时都必须带上的、全局唯一的标识，用来在日志里查找这次请求的全部记录", "cell", group=1),
    ]
    found = links(align_document(document(*row, *other)))
    assert found[1, 2] > 0.5 > found[3, 4]


SOURCE = """\
# Install

Download the archive and unpack it into an empty folder.

Then run the setup program as an administrator, and wait until it tells you that 14 services have been started.

```sh
./setup --all
```

- Windows needs 200 MB of free space.
- On macOS you must allow the program in the settings.

## Trouble

If the window stays black, your driver is too old.
"""
TARGET = """\
# 安装

下载压缩包，解压到一个空文件夹里。

然后以管理员身份运行安装程序，等它提示 14 个服务已经启动。

```sh
./setup --all
```

- Windows 需要 200 MB 的可用空间。
- 在 macOS 上必须先在设置里允许该程序运行。

## 故障

如果窗口一直是黑的，说明驱动程序太旧了。
"""


def test_sibling_files_of_one_shape() -> None:
    found = align_documents(read(SOURCE, "en/install.md"), read(TARGET, "zh/install.md"))
    assert set(links(found)) == {(n, n) for n in (1, 3, 5, 11, 12, 14, 16)}
    assert min(links(found).values()) > 0.95


def test_sibling_files_with_a_section_dropped_and_a_note_added() -> None:
    target = TARGET.replace("然后以管理员身份运行安装程序，等它提示 14 个服务已经启动。\n\n", "").replace(
        "## 故障", "> 译注：国内用户可以从镜像站下载，速度会快很多，地址请自行搜索。\n\n## 故障"
    )
    found = align_documents(read(SOURCE), read(target))
    lines = {text: number for number, text in enumerate(target.split("\n"), 1)}
    assert sure(found) == {
        *((1, 1), (3, 3), (11, lines["- Windows 需要 200 MB 的可用空间。"])),
        *((12, lines["- 在 macOS 上必须先在设置里允许该程序运行。"]), (14, lines["## 故障"])),
        (16, lines["如果窗口一直是黑的，说明驱动程序太旧了。"]),
    }
    assert [pair.source for pair in found.pairs if not pair.target] == [(2,)]


def test_plain_text_with_a_sentence_on_each_line() -> None:
    english = ["It rained for 12 days.", "The cellar filled up.", "We carried the potatoes upstairs.", "Then the sun came out."]
    chinese = ["雨下了 12 天。", "地窖灌满了水，我们把土豆搬到了楼上。", "然后太阳出来了。"]
    found = align_documents(read("\n".join(english), "a.txt"), read("\n".join(chinese), "b.txt"))
    assert set(links(found)) == {(1, 1), (2, 2), (3, 2), (4, 3)}


def test_every_passage_stands_in_one_pair() -> None:
    for text in (COMMENTS, IN_TURN, HALVES):
        read_in = read(text)
        found = align_document(read_in)
        seen = [i for pair in found.pairs for i in pair.source + pair.target]
        assert sorted(seen) == [i for i, p in enumerate(read_in.passages) if p.lang]
