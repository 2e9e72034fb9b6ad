"""Which rules are in force, where, and how hard."""

from __future__ import annotations

from typing import Any

import pytest

from linter.errors import UsageError
from linter.rules.policy import Policy, Resolved, resolve
from linter.rules.shipped import SHIPPED


def in_force(resolved: Resolved) -> set[str]:
    return {rule.code for rule in SHIPPED if rule in resolved.reporting(rule.reports)}


EVERY = {rule.code for rule in SHIPPED if rule.enabled}
CHOSEN = [
    pytest.param((), (), EVERY, id="all by default"),
    pytest.param(("GL101",), (), {"GL101"}, id="one by its code"),
    pytest.param(("wrong-translation",), (), {"GL101"}, id="one by its name"),
    pytest.param(("GL3",), (), {"GL301", "GL302", "GL303", "GL304"}, id="a beginning of codes"),
    pytest.param(("GL2",), (), {"GL201", "GL202"}, id="a beginning of codes, without what is off by default"),
    pytest.param(("missing-first-gloss",), (), {"GL203"}, id="what is off by default, by its name"),
    pytest.param(("ALL", "GL204"), (), {*EVERY, "GL204"}, id="all, and what is off by default, by its code"),
    pytest.param(("GL203",), ("GL203",), set(), id="ignore wins over what is off by default as well"),
    pytest.param(("ALL",), ("GL5",), {code for code in EVERY if not code.startswith("GL5")}, id="all but some"),
    pytest.param(("GL501",), ("GL5",), {"GL501"}, id="the more exact word wins"),
    pytest.param(("GL5", "GL101"), ("GL5",), {"GL101"}, id="ignore wins over the same word"),
    pytest.param(("GL101",), ("wrong-translation",), set(), id="a name is as exact as a code"),
    pytest.param((), ("ALL",), set(), id="ignore ALL"),
]


@pytest.mark.parametrize(("select", "ignore", "codes"), CHOSEN)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...], codes: set[str]) -> None:
    assert in_force(resolve(Policy(select=select, ignore=ignore))) == codes


def test_a_severity_switches_on_what_is_off_by_default() -> None:
    resolved = resolve(Policy(severity={"repeated-gloss": "hint"}))
    assert in_force(resolved) == {*EVERY, "GL204"}
    assert in_force(resolve(Policy(options={"GL203": {"headings": "true"}}))) == EVERY


def test_a_rule_that_is_off_is_not_in_force() -> None:
    assert "GL104" not in in_force(resolve(Policy(severity={"missing-translation": "off"})))


WRONG: list[Any] = [
    pytest.param({"select": ("wrong-translaton",)}, "no rule is called 'wrong-translaton' (did you mean 'wrong-translation'?)"),
    pytest.param({"ignore": ("gl101",)}, "no rule is called 'gl101' (did you mean 'GL101'?)"),
    pytest.param({"select": ("",)}, "no rule is called ''"),
    pytest.param({"severity": {"GL5": "error"}}, "no rule is called 'GL5'"),
    pytest.param({"severity": {"GL101": "warn"}}, "unknown severity 'warn' of GL101 (did you mean 'warning'?)"),
    pytest.param({"severity": {"GL501": "by-grade"}}, "GL501 stands on no evidence that has grades"),
    pytest.param({"options": {"GL508": {"place": 3}}}, "GL508 has no option 'place' (did you mean 'places'?)"),
    pytest.param({"options": {"GL508": {"places": "few"}}}, "GL508, option places: a whole number is expected"),
    pytest.param({"per_file_ignores": (("*.md", ("GL777",)),)}, "no rule is called 'GL777' (did you mean 'GL101'?)"),
]


@pytest.mark.parametrize(("fields", "message"), WRONG)
def test_what_does_not_exist_is_refused_with_a_suggestion(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(Policy(**fields))
    assert caught.value.message.startswith(message.split(" (did")[0])
    if "did you mean" in message and "GL777" not in message:
        assert caught.value.message == message


def test_the_place_in_the_configuration_is_named() -> None:
    with pytest.raises(UsageError) as caught:
        resolve(Policy(select=("GL777",)), "glosslint.yaml", {("select", "GL777"): (2, 10)})
    assert str(caught.value).startswith("glosslint.yaml:2:10: no rule is called 'GL777'")


IGNORES = [
    pytest.param("docs/*.md", "docs/a.md", True, id="a glob of a folder"),
    pytest.param("docs/*.md", "a.md", False, id="another folder"),
    pytest.param("*.po", "deep/down/zh.po", True, id="a name anywhere"),
]


@pytest.mark.parametrize(("glob", "path", "ignored"), IGNORES)
def test_per_file_ignores(glob: str, path: str, ignored: bool) -> None:
    resolved = resolve(Policy(per_file_ignores=((glob, ("GL1",)),)))
    rules = {rule.code: rule for rule in SHIPPED}
    assert resolved.is_ignored(rules["GL101"], path) is ignored
    assert not resolved.is_ignored(rules["GL301"], path)


def test_an_option_has_the_type_that_the_rule_declares() -> None:
    rule = next(rule for rule in SHIPPED if rule.code == "GL508")
    assert resolve(Policy()).option(rule, "places") == 3
    assert resolve(Policy(options={"glossary-outvoted": {"places": "5"}})).option(rule, "places") == 5
