"""Rule files: the shipped ones, and what is refused in anybody's."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from linter.errors import UsageError
from linter.glossary.rows import WHYS
from linter.judge.model import REASONS
from linter.rules import generate, messages, model, pages, shipped
from linter.rules.folder import rules_folder
from linter.rules.loading import NOT_RULES, files, load, rule_of, with_users
from linter.rules.model import FACTS, LANGS, REPORTS, VERDICTS
from linter.source import Source

FOLDER = rules_folder()
assert FOLDER is not None
FILES = files(FOLDER)

MUST_BE_HERE = {
    "GL101": "wrong-translation",
    "GL102": "untranslated-term",
    "GL103": "translated-name",
    "GL104": "missing-translation",
    "GL105": "unexpected-term",
    "GL201": "gloss-mismatch",
    "GL202": "inconsistent-gloss",
    "GL203": "missing-first-gloss",
    "GL204": "repeated-gloss",
    "GL301": "forbidden-variant",
    "GL302": "script-variant",
    "GL303": "term-spelling",
    "GL304": "broken-term",
    "GL401": "inconsistent-translation",
    "GL501": "glossary-malformed",
    "GL502": "glossary-duplicate",
    "GL503": "glossary-conflict",
    "GL504": "glossary-ambiguous",
    "GL505": "glossary-tables-differ",
    "GL506": "glossary-unused",
    "GL507": "glossary-dead",
    "GL508": "glossary-outvoted",
    "GL601": "dropped-passage",
    "GL901": "unreadable-input",
    "GL902": "unused-suppression",
    "GL903": "unknown-suppression",
    "GL904": "unclosed-suppression",
    "GL905": "stale-baseline",
    "GL906": "stale-decision",
}


def test_codes_and_names_are_stable() -> None:
    assert {rule.code: rule.name for rule in shipped.SHIPPED}.items() >= MUST_BE_HERE.items()


@pytest.mark.parametrize("path", FILES, ids=os.path.basename)
def test_a_shipped_rule_is_complete(path: str) -> None:
    rule, page = load(path)
    assert os.path.basename(path) == f"{rule.name}.yaml"
    for text in (rule.message, page.why, *(option.about for option in rule.options.values())):
        assert sorted(text) == sorted(LANGS)
        assert all(text.values())


def test_every_relation_and_fact_is_reported_by_one_shipped_rule() -> None:
    assert sorted(rule.reports for rule in shipped.SHIPPED) == sorted((*VERDICTS, *FACTS))


def test_names_and_codes_are_unique() -> None:
    words = [word for rule in shipped.SHIPPED for word in (rule.code, rule.name)]
    assert len(words) == len(set(words))


def test_every_reason_has_a_sentence_in_both_languages() -> None:
    assert sorted(shipped.REASONS) == sorted(REASONS) == sorted(messages.REASON_VALUES)
    for text in (*shipped.REASONS.values(), *shipped.RELATED.values(), *shipped.PROBLEMS.values()):
        assert sorted(text) == sorted(LANGS)


SUPPRESSIONS = ("no-such-directive", "no-such-rule", "no-such-term", "bad-front-matter")
BASELINE = ("none-left", "fewer-left", "file-gone")
BROKEN = ("split-by-spaces", "invisible-inside", "another-character")
LIMITS = ("too-many-findings", "too-many-matches", "too-slow")


def test_every_fault_of_a_row_or_a_suppression_has_a_sentence() -> None:
    assert sorted(shipped.PROBLEMS) == sorted((*WHYS, "different-row", "missing-row", *SUPPRESSIONS, *BASELINE, *BROKEN, *LIMITS))


def test_every_related_place_has_a_sentence() -> None:
    assert sorted(shipped.RELATED) == ["other-gloss", "other-row", "other-table", "outvoting-place", "usual-rendering"]


def test_the_values_of_everything_reported_are_known() -> None:
    assert sorted(messages.VALUES) == sorted(REPORTS)


def test_nothing_generated_is_stale() -> None:
    root = Path(__file__).resolve().parents[2]
    assert generate.stale(str(root)) == [], "run: python -m linter.rules.generate"


def test_a_stale_module_is_noticed(tmp_path: Path) -> None:
    shutil.copytree(Path(str(FOLDER)) / "variants", tmp_path / "rules" / "variants")
    for path in [*FILES, *(os.path.join(str(FOLDER), name) for name in NOT_RULES)]:
        (tmp_path / "rules" / os.path.basename(path)).write_text(Path(path).read_text(encoding="utf-8"), encoding="utf-8")
    readme = tmp_path / "README.md"
    readme.write_text("# ours\n<!-- rules -->\nold\n<!-- /rules -->\nend\n", encoding="utf-8")
    assert "linter/rules/shipped.py" in generate.stale(str(tmp_path))
    text = generate.generated(str(tmp_path))["README.md"]
    assert text.startswith("# ours\n<!-- rules -->\n| code |")
    assert text.endswith("\n<!-- /rules -->\nend\n")


@pytest.mark.parametrize("layout", ["shipped_rules", "../rules"])
def test_the_folder_is_found_in_a_wheel_and_beside_the_package(tmp_path: Path, layout: str) -> None:
    package = tmp_path / "linter"
    package.mkdir()
    folder = package / layout
    folder.mkdir()
    assert rules_folder(str(package)) is None, "somebody else's folder of that name is not ours"
    (folder / "reasons.yaml").write_text("", encoding="utf-8")
    found = rules_folder(str(package))
    assert found is not None
    assert os.path.samefile(found, folder)


GOOD = """code: X101
name: my-rule
reports: omitted
severity: hint
message: {en: "{term} is missing"}
"""
REFUSED = [
    pytest.param("sevrity: hint\n" + GOOD, "r.yaml:1:1: unknown key 'sevrity' (did you mean 'severity'?)", id="an unknown key"),
    pytest.param("", "r.yaml:1:1: a rule is expected here, and the file is empty", id="an empty file"),
    pytest.param("code: X101", "r.yaml:1:1: the key 'name' is missing", id="a missing key"),
    pytest.param(GOOD.replace("X101", "x-1"), "r.yaml:1:7: a code is capital letters and digits, like GL101", id="a bad code"),
    pytest.param(
        GOOD.replace("my-rule", "My rule"),
        "r.yaml:2:7: a name is words in small letters with hyphens, like wrong-translation",
        id="a bad name",
    ),
    pytest.param(
        GOOD.replace("omitted", "omited"),
        f"r.yaml:3:10: unknown report 'omited' (did you mean 'omitted'?); known: {', '.join(model.REPORTS)}",
        id="something that nobody sees",
    ),
    pytest.param(
        GOOD.replace("{term}", "{trem}"),
        "r.yaml:5:15: unknown value {trem} (did you mean 'term'?); known: {term}, {found}, {expected}, {source}",
        id="an unknown value in a message",
    ),
    pytest.param(
        GOOD.replace("en:", "fr:"),
        "r.yaml:5:11: unknown key 'fr'",
        id="another language",
    ),
    pytest.param(
        GOOD + "options: {n: {type: integer, default: many}}",
        "r.yaml:6:39: a whole number is expected",
        id="a default of another type",
    ),
    pytest.param(
        GOOD + "examples:\n  - {text: x, findings: [{line: 1, fuond: x}]}",
        "r.yaml:7:36: unknown key 'fuond' (did you mean 'found'?)",
        id="an unknown key in an example",
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_faulty_rule_is_refused_where_the_fault_stands(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        rule_of(Source("r.yaml", text))
    assert str(caught.value) == message


def test_a_users_rule_joins_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD, encoding="utf-8")
    rules = with_users(shipped.SHIPPED, [str(tmp_path)])
    assert len(rules) == len(shipped.SHIPPED) + 1
    assert pages.find("my-rule", [str(tmp_path)])[0].code == "X101"


def test_a_users_rule_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    mine = GOOD.replace("X101", "GL104").replace("my-rule", "missing-translation")
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    rules = {rule.code: rule for rule in with_users(shipped.SHIPPED, [str(tmp_path)])}
    assert len(rules) == len(shipped.SHIPPED)
    assert rules["GL104"].message == {"en": "{term} is missing"}


CLASHES = [
    pytest.param({"a.yaml": GOOD.replace("X101", "GL104")}, "is half of the shipped rule", id="the code of a shipped rule"),
    pytest.param({"a.yaml": GOOD, "b.yaml": GOOD}, "X101 is already the rule of", id="the same rule twice"),
]


@pytest.mark.parametrize(("written", "message"), CLASHES)
def test_rules_that_clash_are_refused(tmp_path: Path, written: dict[str, str], message: str) -> None:
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        with_users(shipped.SHIPPED, [str(tmp_path)])


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no-such-folder: the rules cannot be read"):
        with_users(shipped.SHIPPED, ["no-such-folder"])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", FILES, ids=os.path.basename)
def test_every_rule_explains_itself(path: str, lang: str) -> None:
    rule, page = load(path)
    text = pages.explain(rule, page, lang)
    assert text.startswith(f"{rule.code} {rule.name} (")
    assert page.why[lang] in text
    assert ("recurrent" in text) == (rule.severity == "by-grade")


def test_a_mistyped_rule_gets_a_suggestion() -> None:
    with pytest.raises(UsageError, match="did you mean 'wrong-translation'"):
        pages.find("wrong-translations")
