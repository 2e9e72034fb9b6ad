"""What a user wants reported: rules chosen and ignored, their levels and options."""

from __future__ import annotations

from collections.abc import Mapping

from linter.errors import UsageError
from linter.records import NamedTuple
from linter.rules.model import BY_GRADE, LEVELS, OFF, Rule
from linter.rules.options import coerce
from linter.rules.shipped import SHIPPED
from linter.suggest import did_you_mean

ALL = "ALL"
_EXACT = 99  # how much a whole code or name says, against the length of a prefix

Places = Mapping[tuple[str, str], tuple[int, int]]


class Policy(NamedTuple):
    """select, ignore    codes, names, beginnings of codes (GL5) or ALL; an empty `select` is ALL.  The more exact word wins, and
                      `ignore` where both are equally exact
    severity          rule -> error, warning, hint, by-grade or off
    options           rule -> option -> value
    strict            every place is reported at its own level, even those of rows on trial
    per_file_ignores  (glob in the syntax of .gitignore, rules), all that match count; globs are relative to `root`
    root              an absolute folder; "" for the working directory
    rules             the rules in force: the shipped ones, or `linter.rules.loading.with_users`
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, object]] = {}
    strict: bool = False
    lang: str = "en"
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    root: str = ""
    rules: tuple[Rule, ...] = SHIPPED


class Resolved:
    """A policy whose words have been understood."""

    __slots__ = ("lang", "strict", "selected", "_by_reports", "_levels", "_options", "_ignores", "_root", "_ignored")

    def __init__(
        self,
        policy: Policy,
        rules: list[Rule],
        levels: dict[str, str],
        options: dict[str, dict[str, object]],
        ignores: list[Ignore],
    ) -> None:
        self.lang, self.strict, self.selected = policy.lang, policy.strict, bool(policy.select)
        self._by_reports: dict[str, list[Rule]] = {}
        for rule in rules:
            self._by_reports.setdefault(rule.reports, []).append(rule)
        self._levels, self._options, self._ignores, self._root = levels, options, ignores, policy.root
        self._ignored: dict[str, frozenset[str]] = {}

    def reporting(self, reports: str) -> list[Rule]:
        """The rules in force that report a relation or fact."""
        return self._by_reports.get(reports, [])

    def level(self, rule: Rule) -> str:
        """A level, or by-grade."""
        return self._levels.get(rule.code, rule.severity)

    def option(self, rule: Rule, name: str) -> object:
        return self._options.get(rule.code, {}).get(name, rule.options[name].default)

    def is_ignored(self, rule: Rule, path: str) -> bool:
        """Whether per-file-ignores silences the rule in a file (its path as findings show it)."""
        if not self._ignores:
            return False
        if path not in self._ignored:
            self._ignored[path] = self._ignored_in(path)
        return rule.code in self._ignored[path]

    def _ignored_in(self, path: str) -> frozenset[str]:
        import os

        from linter.globs import Globs

        relative = os.path.relpath(path, self._root or None).replace(os.sep, "/")
        while relative.startswith("../"):
            relative = relative[3:]
        return frozenset(code for glob, codes in self._ignores if Globs((glob,)).matches(relative) for code in codes)


Ignore = tuple[str, frozenset[str]]


def resolve(policy: Policy, path: str = "", places: Places | None = None) -> Resolved:
    """Understand the words of a policy.

    Raises UsageError for a rule, option or value that does not exist, with a suggestion; `places` maps (configuration key, word)
    to its line and column in the configuration `path`, as `linter.config` hands them out.
    """
    reader = _Reader(policy.rules, path, places or {})
    select = [reader.matched("select", word) for word in policy.select] or [(ALL, dict.fromkeys(reader.codes, 0))]
    ignore = [reader.matched("ignore", word) for word in policy.ignore]
    levels = {reader.rule("severity", word).code: reader.severity(word, level) for word, level in policy.severity.items()}
    options = {}
    for word, values in policy.options.items():
        rule = reader.rule("options", word)
        options[rule.code] = {name: reader.option(rule, word, name, value) for name, value in values.items()}
    ignores = [
        (glob, frozenset(code for word in words for code in reader.matched(f"per-file-ignores.{glob}", word)[1]))
        for glob, words in policy.per_file_ignores
    ]
    rules = [
        rule
        for rule in policy.rules
        if _weight(select, rule.code) > _weight(ignore, rule.code)
        and levels.get(rule.code, rule.severity) != OFF
        and (rule.enabled or rule.code in levels or _weight(select, rule.code) == _EXACT)
    ]
    return Resolved(policy, rules, levels, options, ignores)


def _weight(words: list[tuple[str, dict[str, int]]], code: str) -> int:
    """How exactly the most exact of the words names a rule; -1 where none does."""
    return max((codes[code] for _, codes in words if code in codes), default=-1)


class _Reader:
    def __init__(self, rules: tuple[Rule, ...], path: str, places: Places) -> None:
        self.path, self.places = path, places
        self.codes = {rule.code: rule for rule in rules}
        self.known = {**{rule.name: rule for rule in rules}, **self.codes}

    def error(self, key: str, word: str, message: str) -> UsageError:
        place = self.places.get((key, word))
        return UsageError(message, self.path, *place) if place else UsageError(message, self.path)

    def matched(self, key: str, word: str) -> tuple[str, dict[str, int]]:
        """The codes that a word of select or ignore means, and how exactly it means them."""
        if word == ALL:
            return word, dict.fromkeys(self.codes, 0)
        if word in self.known:
            return word, {self.known[word].code: _EXACT}
        codes = {code: len(word) for code in self.codes if word and code.startswith(word)}
        if not codes:
            raise self.error(key, word, f"no rule is called {word!r}{did_you_mean(word, (*self.known, ALL))}")
        return word, codes

    def rule(self, key: str, word: str) -> Rule:
        if word not in self.known:
            raise self.error(key, word, f"no rule is called {word!r}{did_you_mean(word, self.known)}")
        return self.known[word]

    def severity(self, word: str, level: str) -> str:
        if level not in (*LEVELS, OFF):
            raise self.error("severity", word, f"unknown severity {level!r} of {word}{did_you_mean(level, (*LEVELS, OFF))}")
        if level == BY_GRADE and self.known[word].severity != BY_GRADE:
            raise self.error("severity", word, f"{word} stands on no evidence that has grades")
        return level

    def option(self, rule: Rule, word: str, name: str, value: object) -> object:
        if name not in rule.options:
            raise self.error("options", word, f"{word} has no option {name!r}{did_you_mean(name, rule.options)}")
        try:
            return coerce(rule.options[name], value)
        except ValueError as error:
            raise self.error("options", word, f"{word}, option {name}: {error}") from None
