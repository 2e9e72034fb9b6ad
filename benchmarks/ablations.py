"""Rules of the judge, one by one, and how to judge without each: what thresholds.py and planted_drift.py --without take out.

A rule is taken out by putting something that never speaks in the place of its function, in every module that uses it.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.glossary.model import Entry

Patch = tuple[str, str, object]  # a module (or "module:Class"), a name in it, what stands there instead


class Ablation(NamedTuple):
    """`observing`: the rule works while documents are scanned; `gathering`: while the run's corpus is made."""

    name: str
    about: str
    patches: tuple[Patch, ...]
    observing: bool = False
    gathering: bool = False


class Missing(Exception):
    """The judge has no such function any more."""


def _says(value: object) -> Callable[..., object]:
    return lambda *arguments, **options: value


def _own_part_of_speech(entry: Entry) -> str:
    return entry.pos


def _without(*prefixes: str) -> Callable[[str, int, int], frozenset[str]]:
    from linter.judge.contexts import features

    def some(text: str, start: int, end: int) -> frozenset[str]:
        return frozenset(feature for feature in features(text, start, end) if not feature.startswith(prefixes))

    return some


def _all_but_dictionary(names: tuple[str, ...]) -> tuple[Patch, ...]:
    return tuple(("linter.judge.dictionary", name, _says(value)) for name, value in zip(names, (False, frozenset()), strict=True))


J = "linter.judge."
NEVER = 10.0**9
ABLATIONS = (
    # innocence in the English
    Ablation("idioms", "for instance, in terms of", ((J + "english", "idiom_at", _says("")),), observing=True),
    Ablation("names", "part of a capitalised name", (("linter.scan.names", "enclosing_name", _says("")),), observing=True),
    Ablation("verbs", "a noun's row and a verb", ((J + "english", "reads_as_verb", _says(False)),), observing=True),
    Ablation(
        "endings",
        "nouns and adjectives told by the row's Chinese",
        ((J + "innocence", "part_of_speech", _own_part_of_speech),),
        True,
    ),
    Ablation("pos", "every part of speech", ((J + "innocence", "part_of_speech", _says("")),), observing=True),
    Ablation(
        "literals", "code on one side, a word on the other", ((J + "presence", "literal_on_both_sides", _says(None)),), True
    ),
    # legitimate forms
    Ablation(
        "hidden", "forms, and what the longest match hides", ((J + "presence", "hidden_form", _says(None)),), observing=True
    ),
    Ablation("forms", "forms of the rendering: 的, quotes, heads", ((J + "likeness", "find_form", _says(None)),), observing=True),
    Ablation("heads", "可变序列 for 可变对象", ((J + "likeness", "GENERIC_HEADS", {}),), observing=True),
    Ablation("short", "对象名 for 对象名称", ((J + "likeness", "_SHORT", ()),), observing=True),
    # innocence by the company it keeps
    Ablation("contexts", "every context", ((J + "contexts", "other_context", _says("")),)),
    Ablation("context outside", "the row belongs to another context", ((J + "contexts", "_outside", _says("")),)),
    Ablation("context before", "a word before", ((J + "contexts", "features", "before:"),), gathering=True),
    Ablation("context after", "a word behind", ((J + "contexts", "features", "after:"),), gathering=True),
    Ablation("context form", "the term's own form", ((J + "contexts", "features", "form:"),), gathering=True),
    Ablation("context verb", "the term as a verb", ((J + "contexts", "features", "verb"),), gathering=True),
    Ablation("explained", "another English word explains it", ((J + "explaining", "explained", _says("")),)),
    Ablation("overlapping", "another word explains a part of it", ((J + "explaining", "overlapping", _says("")),)),
    Ablation("accounted for", "other words explain all of it", ((J + "explaining", "accounted_for", _says("")),)),
    Ablation("negated", "无权 beside a negation in the English", ((J + "besides", "negated", _says("")),)),
    Ablation("counted", "页数 for a number of pages", ((J + "besides", "counted", _says("")),)),
    Ablation("clauses", "what holds a demonstrative, 有, 被", ((J + "words", "makes_clause", _says(False)),)),
    Ablation("senses", "words of two senses (rules/senses.yaml)", ((J + "senses", "other_sense", _says("")),)),
    Ablation("free", "claimed by another row of the pair", ((J + "corpus:Corpus", "is_free", _says(True)),)),
    Ablation("nominal", "a verb in a noun's place", ((J + "words", "is_verb", _says(False)),)),
    Ablation(
        "nominal words", "... where the segmenter alone tells the noun", ((J + "words", "is_noun_or_adjective", _says(False)),)
    ),
    Ablation("obeying", "the string stands where the row is obeyed", ((J + "grade", "OBEYING", NEVER),)),
    # evidence
    Ablation("near", "nearly the expected form: an error", ((J + "likeness", "is_near", _says(False)),)),
    Ablation("alike", "likeness alone", ((J + "grade", "ALIKE", NEVER),)),
    Ablation("likely", "likeness beside other evidence", ((J + "grade", "LIKELY", NEVER),)),
    Ablation("dictionary", "CC-CEDICT", _all_but_dictionary(("gives", "stems_of"))),
    Ablation("shortened", "a rendering cut short before the next word", ((J + "besides", "shortened", _says("")),)),
    Ablation("compounded", "源代码 for source code, 家谱 for a family tree", ((J + "besides", "compounded", _says("")),)),
    Ablation("contracted", "经纬度 for latitude or longitude", ((J + "besides", "contracted", _says("")),)),
    Ablation("commanded", "记录 where Log opens a sentence", ((J + "besides", "commanded", _says("")),)),
    Ablation(
        "trimmed", "what renders the word before is cut off", ((J + "naming", "_trimmed", lambda _, candidate, *__: candidate),)
    ),
    Ablation("purity", "another row's rendering", ((J + "naming", "_betrays", _says(False)),)),
    Ablation("settled", "three places need no likeness", ((J + "grade", "SETTLED", NEVER),)),
    Ablation("whole", "two places need no likeness", ((J + "grade", "WHOLE", NEVER),)),
    Ablation("clear", "a near one ahead of the next", ((J + "grade", "CLEAR", -NEVER),)),
    Ablation("alone", "short runs", ((J + "grade", "ALONE", 10.8),)),
    Ablation("margin", "ahead of the next candidate", ((J + "grade", "MARGIN", -NEVER),)),
    Ablation(
        "extended", "the longest string that is as frequent", ((J + "naming", "_extended", lambda candidate, *_: candidate),)
    ),
    Ablation("segmenter", "words", ((J + "words", "_segmenter", False),), gathering=True),
    Ablation("scattered", "halves with something between", ((J + "likeness", "find_scattered", _says(None)),)),
    Ablation("beside", "a wrong rendering beside a right one", ((J + "inference", "beside", _says(())),)),
    Ablation("near beside", "nearly the expected form beside a right one", ((J + "inference", "_near_beside", _says(())),)),
    Ablation("whole passage", "a heading or cell that is one term", ((J + "inference", "_whole_passage", _says(None)),)),
    Ablation("other head", "more likeness asked for with another head", ((J + "grade", "ALIKE_OTHER_HEAD", 0.5),)),
    Ablation("english", "left in English", ((J + "untranslated", "left_in_english", _says(False)),)),
    Ablation("english word", "a word of it left in English", ((J + "untranslated", "word_left_in_english", _says(None)),)),
    Ablation("acronyms", "acronyms stay", ((J + "untranslated", "is_acronym", _says(False)),)),
    Ablation("glosses", "译文（English）", ((J + "glossing", "contradictions", _says(())),)),
)


def named(name: str) -> contextlib.AbstractContextManager[None]:
    """The ablation of this name as a context.  Raises SystemExit where there is none."""
    for ablation in ABLATIONS:
        if ablation.name == name:
            return without(ablation)
    raise SystemExit(f"no rule {name!r}; there are: {', '.join(ablation.name for ablation in ABLATIONS)}")


@contextlib.contextmanager
def without(ablation: Ablation) -> Iterator[None]:
    """Judge without a rule.  Raises Missing where the judge does not have it."""
    from linter.judge.likeness import forms_pattern

    with contextlib.ExitStack() as stack:
        for module, name, value in ablation.patches:
            if name == "features" and isinstance(value, str):
                value = _without(value)
            stack.enter_context(replaced(module, name, value))
        forms_pattern.cache_clear()
        try:
            yield
        finally:
            forms_pattern.cache_clear()


@contextlib.contextmanager
def replaced(where: str, name: str, value: object) -> Iterator[None]:
    """Put a value in the place of a module's attribute, in every module that has imported it.

    A number is replaced in its own module alone, since others may have one of the same name.  Raises Missing.
    """
    module, _, cls = where.partition(":")
    holder: object = importlib.import_module(module)
    if cls:
        holder = getattr(holder, cls)
    elif not hasattr(holder, name):
        holder = _home(name)
    if not hasattr(holder, name):
        raise Missing(f"{where} has no {name}")
    before = getattr(holder, name)
    holders = [holder]
    if callable(before) and not cls:
        holders += [
            m
            for key, m in list(sys.modules.items())
            if key.startswith("linter.") and m is not holder and m.__dict__.get(name) is before
        ]
    for each in holders:
        setattr(each, name, value)
    try:
        yield
    finally:
        for each in holders:
            setattr(each, name, before)


def _home(name: str) -> object:
    """The module of the judge that defines a function, wherever it has moved to; None where none does."""
    for key, module in sorted(sys.modules.items()):
        if key.startswith(J) and getattr(module.__dict__.get(name), "__module__", None) == key:
            return module
    return None
