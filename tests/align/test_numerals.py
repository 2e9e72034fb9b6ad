"""The same number written in either language, and words that only look like numbers."""

from __future__ import annotations

import re

import pytest

from linter.align.numerals import chinese_numbers, english_numbers

SAME = {
    "digits with commas and 万": ("It has 70,000 users", "它有 7 万用户", {"70000"}),
    "spelled out on both sides": ("seventy thousand tools", "七万种工具", {"70000"}),
    "a decimal and 亿": ("1.5 billion downloads", "15 亿次下载", {"1500000000"}),
    "a letter for thousands": ("80k companies", "八万家公司", {"80000"}),
    "a compound number": ("twenty-five people", "二十五个人", {"25"}),
    "hundred and": ("one hundred and five steps", "一百零五步", {"105"}),
    "a single Han digit before a measure": ("three months", "三个月", {"3"}),
    "an ordinal": ("the fourth season", "第四季", {"4"}),
    "a percentage": ("50% of them", "其中百分之五十", {"50"}),
    "a year in Han digits": ("in 2024", "二〇二四年", {"2024"}),
    "several numbers": ("15 of 600,000 visits", "60 万次访问里的 15 次", {"15", "600000"}),
    "full-width digits": ("12 rows", "１２ 行", {"12"}),
}


@pytest.mark.parametrize(("english", "chinese", "numbers"), SAME.values(), ids=SAME)
def test_both_languages_give_the_same_number(english: str, chinese: str, numbers: set[str]) -> None:
    assert english_numbers(english, set(re.findall("[a-z]+", english.lower()))) == numbers
    assert chinese_numbers(chinese) == numbers


NONE = {
    "one and two are grammar": "the one thing or two that matter",
    "a number inside a word": "often weightened, at tenfold strength",
    "no number": "nothing here",
}


@pytest.mark.parametrize("english", NONE.values(), ids=NONE)
def test_english_without_numbers(english: str) -> None:
    assert english_numbers(english, set(re.findall("[a-z]+", english.lower()))) == set()


@pytest.mark.parametrize("chinese", ["万一出错", "十分重要", "四处看看", "一个两个", "三角形"])
def test_han_digits_inside_words_are_no_numbers(chinese: str) -> None:
    assert chinese_numbers(chinese) == set()
