"""Settings: everything that a run needs to know, resolved from the command's options and the nearest configuration file."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from linter import config_file
from linter.errors import UsageError
from linter.paths import shown, slashes, within
from linter.records import NamedTuple

if TYPE_CHECKING:
    from linter.config_keys import Keys

GLOSSARY_STEMS = ("glossary", "terminology")
DECISIONS = "glosslint-decisions.jsonl"
GLOSSARY_SUFFIXES = (".md", ".csv", ".tsv", ".yaml", ".yml")


class Settings(NamedTuple):
    """Paths are as findings show them (relative to the working directory, with "/"), except `root`, which is absolute.

    root              the configuration's folder, else the working directory; globs are relative to it
    glossaries        files in the order in which they were named, or discovered (`discovered`: found by their names at the root;
                      one without entries is then a document like any other)
    pairs             "SOURCE=TARGET" patterns, relative to the working directory
    select, ignore    names or codes of rules; an empty `select` stands for the rules that are on by default
    per_file_ignores  (glob, rules) in the order of the file; all that match count
    encoding          (glob, encoding); the last that matches counts
    script            "" where the text itself decides
    severity          rule -> error, warning, hint, off or by-grade
    options           rule -> option -> a text or a list of texts; the rule knows the type it wants
    columns           what the source and the target are called in files of pairs; empty where their usual names are looked for
    jobs              how many processes read the documents; 0 for as many as pay
    cache             the folder of what earlier runs made of documents; "" for none
    ignore_terms      terms that are not reported at all: any form of their rows
    baseline          the file that counts what was there before; "" for none
    decisions         the file of what reviewers decided about findings; "" for none
    changed_since     a revision of git: only findings on lines that changed since; "" for all
    config_path       "" where there is no configuration
    places            (key, text) -> (line, column) in the configuration, to say where a wrong rule name stands
    notes             for verbose output: which files were found
    """

    root: str = "."
    glossaries: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    rule_folders: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    script: str = ""
    encoding: tuple[tuple[str, str], ...] = ()
    fail_level: str = "warning"
    lang: str = "en"
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, object]] = {}
    strict: bool = False
    isolated: bool = False
    discovered: bool = False
    columns: tuple[str, ...] = ()
    jobs: int = 1
    cache: str = ""
    config_path: str = ""
    places: Mapping[tuple[str, str], tuple[int, int]] = {}
    notes: tuple[str, ...] = ()
    ignore_terms: tuple[str, ...] = ()
    baseline: str = ""
    changed_since: str = ""
    decisions: str = ""


def load_settings(
    *,
    config: str | None = None,
    isolated: bool = False,
    glossaries: Sequence[str] | None = None,
    pairs: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    fail_level: str | None = None,
    lang: str | None = None,
    strict: bool = False,
    columns: Sequence[str] = (),
    jobs: int = 1,
    cache: str = "",
) -> Settings:
    """The settings of a run in the current working directory.

    An argument that is not None takes the place of the configuration's key.  `config` names the configuration file; otherwise
    the nearest one at or above the working directory counts.  `isolated` looks for neither a configuration nor a glossary.
    A configuration may forbid the `cache`, and cannot move it.  Raises UsageError.
    """
    if isolated and config is not None:
        raise UsageError("--isolated and --config exclude each other")
    settings = Settings(os.getcwd(), strict=strict, isolated=isolated, lang=language(os.environ), columns=tuple(columns))
    settings = settings._replace(jobs=jobs, cache=cache)
    discover = not isolated and glossaries is None
    if not isolated:
        settings, names_glossaries = _configured(settings, config)
        settings = settings._replace(decisions=settings.decisions or _decisions_in(settings.root))
        discover = discover and not names_glossaries
    given: dict[str, Any] = {
        "glossaries": None if glossaries is None else tuple(shown(path) for path in glossaries),
        "pairs": None if pairs is None else tuple(slashes(pattern) for pattern in pairs),
        "select": None if select is None else tuple(select),
        "ignore": None if ignore is None else tuple(ignore),
        "fail_level": fail_level,
        "lang": lang,
    }
    settings = settings._replace(**{key: value for key, value in given.items() if value is not None})
    for pattern in settings.pairs:
        _check_pair(pattern)
    return _discovered(settings) if discover else settings


def language(environment: Mapping[str, str]) -> str:
    """The language of the messages: zh where the locale is Chinese, else en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "en"


def cache_folder(environment: Mapping[str, str]) -> str:
    """The user's folder for what can be made again; "" where there is none."""
    if sys.platform == "win32":
        above = environment.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        above = os.path.expanduser("~/Library/Caches")
    else:
        above = environment.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(above):
            above = os.path.expanduser("~/.cache")
    return os.path.join(above, "glosslint") if os.path.isabs(above) else ""


def _configured(settings: Settings, config: str | None) -> tuple[Settings, bool]:
    """Settings with the configuration's keys, if there is a configuration; and whether it says which glossaries to use."""
    file = config_file.nearest(settings.root) if config is None else config_file.named(config)
    if file is None:
        return settings, False
    from linter.config_keys import read_keys

    path = shown(file.path)
    folder = os.path.dirname(os.path.abspath(file.path))
    keys = read_keys(file.tree)
    notes = [f"configuration: {path}"]
    if file.also:
        notes.append(f"{shown(file.also)} is passed over: {path} stands beside it")
    inside = _Inside(path, folder, keys)
    fields: dict[str, Any] = {
        key: value for key, value in keys._asdict().items() if value is not None and key not in ("rules", "cache")
    }
    if keys.cache is False:
        fields["cache"] = ""
    fields["glossaries"] = inside.paths("glossaries", keys.glossaries)
    fields["rule_folders"] = inside.paths("rules", keys.rules)
    fields["pairs"] = inside.pairs(keys.pairs)
    if keys.baseline is not None:
        fields["baseline"] = inside.paths("baseline", (keys.baseline,))[0]
    if keys.decisions is not None:
        fields["decisions"] = inside.paths("decisions", (keys.decisions,))[0]
    settings = settings._replace(**fields, root=folder, config_path=path, notes=tuple(notes))
    return settings, keys.glossaries is not None


class _Inside:
    """Resolves the paths that a configuration names; none may lead out of the project.

    A repository is linted by people who did not write it, so it must not be able to have other files read.  The project is the
    nearest folder with a `.git` at or above the configuration, else the configuration's own folder.
    """

    def __init__(self, path: str, folder: str, keys: Keys) -> None:
        self.path, self.folder, self.keys = path, folder, keys
        self.project = os.path.realpath(repository(folder) or folder)

    def paths(self, key: str, names: tuple[str, ...] | None) -> tuple[str, ...]:
        return tuple(shown(self._join(key, name, name)) for name in names or ())

    def pairs(self, patterns: tuple[str, ...] | None) -> tuple[str, ...]:
        resolved = []
        for pattern in patterns or ():
            try:
                _check_pair(pattern)
            except UsageError as error:
                raise self._error("pairs", pattern, error.message) from None
            resolved.append("=".join(shown(self._join("pairs", pattern, side)) for side in pattern.split("=")))
        return tuple(resolved)

    def _join(self, key: str, text: str, name: str) -> str:
        path = os.path.join(self.folder, name)
        real = os.path.realpath(path.partition("{}")[0])
        if not within(real, self.project) or ".." in name.partition("{}")[2].split("/"):
            raise self._error(key, text, f"{name} lies outside the project; name it on the command line to have it read")
        return path

    def _error(self, key: str, text: str, message: str) -> UsageError:
        return UsageError(message, self.path, *self.keys.places.get((key, text), (0, 0)))


def repository(folder: str) -> str | None:
    """The nearest folder with a `.git` at or above an absolute one."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _check_pair(pattern: str) -> None:
    sides = pattern.split("=")
    if len(sides) != 2 or not all(sides):
        raise UsageError(f"a pair is SOURCE=TARGET, like en/{{}}=zh/{{}}; this is not one: {pattern}")
    if any(side.count("{}") > 1 for side in sides) or ("{}" in sides[0]) != ("{}" in sides[1]):
        raise UsageError(f"{{}} stands once on each side of a pair, or on neither: {pattern}")


def _discovered(settings: Settings) -> Settings:
    """The glossaries that lie at the root under the names that everybody looks for.

    Without a configuration the working directory is the root, and where it has no glossary, the repository's own folder.
    """
    found = _glossaries_in(settings.root)
    if not found and not settings.config_path:
        above = repository(settings.root)
        found = _glossaries_in(above) if above else []
    notes = (*settings.notes, *(f"glossary found: {path}" for path in found))
    return settings._replace(glossaries=tuple(found), discovered=bool(found), notes=notes)


def _decisions_in(folder: str) -> str:
    """The file in which `glosslint review` writes, where it is there and no link."""
    path = os.path.join(folder, DECISIONS)
    return shown(path) if os.path.isfile(path) and not os.path.islink(path) else ""


def _glossaries_in(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    found = []
    for name in names:
        stem, suffix = os.path.splitext(name)
        path = os.path.join(folder, name)
        if stem.lower() in GLOSSARY_STEMS and suffix.lower() in GLOSSARY_SUFFIXES and os.path.isfile(path):
            if os.path.islink(path) and os.path.dirname(os.path.realpath(path)) != os.path.realpath(folder):
                continue  # a link may lead out of the project
            found.append(shown(path))
    return found
