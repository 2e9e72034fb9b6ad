"""What is masked in an entry and its translation.  ⟦…⟧ marks the literals of both, with no others."""

from __future__ import annotations

import re
import time

import pytest

from linter.syntax.literal_pairs import known_commands, verbatim_tokens
from linter.syntax.po_literals import is_manual, manual_literals, message, message_literals
from linter.syntax.rst import MARKUP, TARGET

MESSAGES = {
    "a synopsis is one literal": ("⟦brew stash [<options>] <branch>⟧", "⟦brew stash [<选项>] <分支>⟧"),
    "an example without prose": ("⟦   brew fetch --all⟧", "⟦   brew fetch --all⟧"),
    "an untranslated message is silent": ("⟦Commit graph⟧", "⟦Commit graph⟧"),
    "an option": ("⟦--patch⟧ needs a branch", "⟦--patch⟧ 需要一个分支"),
    "a configuration key": ("invalid ⟦pack.windowSize⟧ value", "无效的 ⟦pack.windowSize⟧ 值"),
    "a quoted command": ("run '⟦brew remote prune %s⟧' first", "请先运行 '⟦brew remote prune %s⟧'"),
    "a quoted command with translated placeholders": ('use "⟦brew add <file>⟧" now', "请使用 “⟦brew add <文件>⟧”"),
    "numbered placeholders": ("use '⟦brew tag %s⟧' on ⟦%s⟧", "对 ⟦%2$s⟧ 使用 '⟦brew tag %1$s⟧'"),
    "a quoted value": ("⟦%s⟧: '⟦merges⟧' replaces it", "⟦%s⟧：被 '⟦merges⟧' 取代"),
    "a title quoted in English": ("see 'Note about stashes'", "参见“关于储藏的说明”"),
    "a program that names itself": ("⟦fetch-pack⟧: the branch is gone", "⟦fetch-pack⟧：分支已不存在"),
    "a program of two words": ("⟦brew archive⟧: protocol error", "⟦brew archive⟧：协议错误"),
    "a command before an option": ("⟦fetch⟧ ⟦--all⟧ takes no branch", "⟦fetch⟧ ⟦--all⟧ 不带分支"),
    "a command before a placeholder": ("⟦pick⟧ ⟦<commit>⟧ = use the commit", "⟦pick⟧ ⟦<提交>⟧ = 使用提交"),
    "a command joined by hyphens": ("could not start ⟦pack-objects⟧", "无法启动 ⟦pack-objects⟧"),
    "a file of the program": ("the ⟦skip-worktree⟧ bit is set", "已设置 ⟦skip-worktree⟧ 位"),
    "a path without an ending": ("not found below ⟦refs/heads⟧!", "没有位于 ⟦refs/heads⟧ 之下！"),
    "alternatives of a command": ("commits that begin with ⟦squash!/fixup!⟧", "以 ⟦squash!/fixup!⟧ 开头的提交"),
    "a key glued to its value": ("the ⟦tree:⟧⟦%lu⟧ filter", "⟦tree:⟧⟦%lu⟧ 过滤器"),
    "a label without its space": ("the branch:⟦%s⟧", "分支:⟦%s⟧"),
    "a list of values": ("merge style (⟦merge⟧, ⟦diff3⟧, or ⟦zdiff3⟧)", "合并风格（⟦merge⟧、⟦diff3⟧ 或 ⟦zdiff3⟧）"),
    "a list of three words": ("mode: ⟦all⟧, ⟦dirty⟧, ⟦clean⟧.", "模式：⟦all⟧、⟦dirty⟧、⟦clean⟧。"),
    "a heading in capitals": ("see the section ⟦BRANCH NAMES⟧", "参见 ⟦BRANCH NAMES⟧ 一节"),
    "a command on its own line": ("Then run\n\n⟦  brew push %s HEAD⟧\n", "然后运行\n\n⟦  brew push %s HEAD⟧\n"),
    "a command in the first column": (" ⟦fetch⟧      Fetch what is new.", " ⟦fetch⟧ - 获取更新的内容。"),
    "an element of code": (
        "⟦<command>⟧⟦script⟧⟦</command>⟧ reads a ⟦<emphasis>⟧script⟦</emphasis>⟧",
        "⟦<command>⟧⟦script⟧⟦</command>⟧ 读取⟦<emphasis>⟧脚本⟦</emphasis>⟧",
    ),
    "an element of code that is translated": (
        "the ⟦<literal>⟧wildcard⟦</literal>⟧",
        "⟦<literal>⟧通配符⟦</literal>⟧",
    ),
    "code in backticks": ("mark it with ⟦`stash`⟧", "用 ⟦`stash`⟧ 标记"),
    "a path": ("refs below ⟦refs/heads/⟧", "⟦refs/heads/⟧ 之下的引用"),
    # what is left to judge
    "a word left in English": ("pack objects in promisor packs", "打包 promisor 包中的对象"),
    "two words left in English": ("use the commit graph if possible", "尽可能使用 commit graph"),
    "a parenthesis left in English": ("(for porcelains) forget it", "(for porcelains) 忘记它"),
    "a gloss": ("do a dry-run first", "先试运行（dry-run）"),
    "a noun with its article": ("this is not a fast-forward", "这不是一次 fast-forward"),
    "a word before a placeholder with its preposition": ("fetch from remote ⟦<name>⟧", "从 remote ⟦<名称>⟧ 获取"),
    "prose about the program": ("not a brew repository", "不是 brew 仓库"),
    "translated enumerations": ("commits, trees and blobs", "提交、树和数据对象"),
    "apostrophes are no quotes": ("can't read the index's header, don't", "无法读取索引的头信息"),
}
COMMANDS = {
    "a known command": ("⟦brew stash clear⟧ with arguments", "⟦brew stash clear⟧ 不支持参数"),
    "a known command in a sentence": ("if ⟦brew rebase⟧ stops", "如果 ⟦brew rebase⟧ 停止"),
    "an unknown command may be prose": ("brew attributes are ignored", "brew attributes 被忽略"),
    "a known command that was translated": ("brew stash is empty", "储藏区为空"),
}
MANUAL = {  # source, target, and how both read with their literals marked
    "code of both languages": (
        ("call ``agent()`` twice", "调用 ``agent()`` 两次"),
        ("call ⟦``agent()``⟧ twice", "调用 ⟦``agent()``⟧ 两次"),
    ),
    "a bare word is prose": (("pass an iterable", "传入 iterable"), ("pass an iterable", "传入 iterable")),
    "a hyphenated word is prose": (
        ("a never-awaited coroutine", "never-awaited 协程"),
        ("a never-awaited coroutine", "never-awaited 协程"),
    ),
    "a parameter": (
        ("the *iterable* argument", "参数 *iterable*"),
        ("the ⟦iterable⟧ argument", "参数 ⟦iterable⟧"),
    ),
    "a parameter in the plural": (("all *iterables* at once", "所有 *iterable*"), ("all ⟦iterables⟧ at once", "所有 ⟦iterable⟧")),
    "emphasised prose": (("at the *start* of it", "在其 *开头*"), ("at the start of it", "在其 开头")),
    "a target shown in English": (
        ("a :term:`bytecode` string", ":term:`bytecode` 字符串"),
        ("a ⟦bytecode⟧ string", "⟦bytecode⟧ 字符串"),
    ),
    "a target with a translated label": (
        ("a :term:`bytecode` string", ":term:`字节码 <bytecode>` 字符串"),
        ("a bytecode string", "字节码 字符串"),
    ),
    "a target beside the word": (
        ("a :term:`path entry` and a path entry", ":term:`path entry` 和路径条目"),
        ("a ⟦path entry⟧ and a path entry", "⟦path entry⟧ 和路径条目"),
    ),
    "the title of a link": (
        ("see `Agent Loops <https://example.org>`_ now", "参见 `Agent Loops <https://example.org>`_"),
        ("see ⟦Agent Loops⟧ now", "参见 ⟦Agent Loops⟧"),
    ),
    "a unit of code alone": (("``agent``: :class:`Agent`", "``agent``: :class:`Agent`"), ("⟦``agent``: :class:`Agent`⟧",) * 2),
}


def marked(text: str, ranges: list[tuple[int, int, str]]) -> str:
    for start, end, kind in reversed(ranges):
        text = text[:start] + ("" if kind in (MARKUP, TARGET) else f"⟦{text[start:end]}⟧") + text[end:]
    return text


def plain(text: str) -> str:
    return re.sub("[⟦⟧]", "", text)


@pytest.mark.parametrize(("source", "target"), MESSAGES.values(), ids=MESSAGES.keys())
def test_literals_of_messages(source: str, target: str) -> None:
    ours, theirs = message_literals(message(plain(source), plain(target)), frozenset())
    assert (marked(plain(source), ours), marked(plain(target), theirs)) == (source, target)


@pytest.mark.parametrize(("source", "target"), COMMANDS.values(), ids=COMMANDS.keys())
def test_commands_that_the_catalogue_documents(source: str, target: str) -> None:
    commands = known_commands(["brew stash [<options>]", "brew rebase --quit", "brew add", "Fetch the branch", "a b"])
    ours, theirs = message_literals(message(plain(source), plain(target)), commands)
    assert (marked(plain(source), ours), marked(plain(target), theirs)) == (source, target)


def test_a_program_seen_twice_is_not_known() -> None:
    assert known_commands(["brew stash", "brew add"]) == frozenset()


@pytest.mark.parametrize(("written", "expected"), MANUAL.values(), ids=MANUAL.keys())
def test_literals_of_manuals(written: tuple[str, str], expected: tuple[str, str]) -> None:
    ours, theirs = manual_literals(*written)
    assert (marked(written[0], ours), marked(written[1], theirs)) == expected


def test_a_code_block_keeps_its_comments() -> None:
    source = ">>> x = [1, 2]    # make a list\n>>> x\n[1, 2]\n>>> # the type of x is list[int]"
    target = ">>> x = [1, 2]    # 创建一个列表\n>>> x\n[1, 2]\n>>> # x 的类型是 list[int]"
    ours, theirs = manual_literals(source, target)
    assert marked(source, ours) == "⟦>>> x = [1, 2]    # ⟧make a list\n⟦>>> x⟧\n⟦[1, 2]⟧\n⟦>>> # ⟧the type of ⟦x⟧ is ⟦list[int]⟧"
    assert marked(target, theirs) == "⟦>>> x = [1, 2]    # ⟧创建一个列表\n⟦>>> x⟧\n⟦[1, 2]⟧\n⟦>>> # ⟧⟦x⟧ 的类型是 ⟦list[int]⟧"


def test_a_code_block_of_other_length_is_masked() -> None:
    ours, theirs = manual_literals("a = 1  # one\nb = 2", "a = 1  # 一\n# 二\nb = 2")
    assert (ours, theirs) == ([(0, 18, "unit")], [(0, 20, "unit")])


def test_markup_of_code_leaves_only_long_quotations() -> None:
    ours, theirs = verbatim_tokens(
        'a "deque" and "Notes on the agent loop"', '"deque" 与 "Notes on the agent loop"', marked_up=True
    )
    assert [kind for *_, kind in ours] == ["quoted"]
    assert [(start, end) for start, end, _ in theirs] == [(11, 34)]


KINDS = {
    "a reference to a manual": ('#: ../../library/agent.rst:12\nmsgid "a"\n', True),
    "a role": ('msgid "see :class:`Agent`"\n', True),
    "a program": ('#: agent.c:12\nmsgid "use `agent run` now"\n', False),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS.keys())
def test_manuals_are_told_from_programs(text: str, expected: bool) -> None:
    assert is_manual(text) is expected


@pytest.mark.parametrize("unit", ["a ", "a-b ", "A B ", "a、", "'a' ", "a (", "brew stash ", "a\n", "a: ", "`", "<a> ", "a --b "])
@pytest.mark.parametrize("size", [15_000, 100_000])
def test_time_is_bounded_in_hostile_text(unit: str, size: int) -> None:
    start = time.perf_counter()
    text = unit * (size // 2 // len(unit))
    message_literals(message(text, text + "的"), frozenset({("brew", "stash")}))
    manual_literals(text, text + "的")
    assert time.perf_counter() - start < 3  # half a second at most on a slow machine
