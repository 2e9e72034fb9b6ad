"""Imports only point down (design, section 3): no module imports one of a higher layer, and no imports run in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "linter"

# From the bottom to the top.  A name stands for a module or for a package with all that is in it; the longest name counts.
LAYERS: tuple[tuple[str, ...], ...] = (
    (
        "errors",
        "source",
        "finding",
        "result",
        "paths",
        "patterns",
        "records",
        "suggest",
        "width",
        "yamltree",
        "cedict",
        "chinese",
        "config",
        "config_file",
        "config_keys",
        "globs",
        "wildmatch",
    ),
    ("syntax",),
    ("documents",),
    ("glossary",),
    ("scan",),
    ("align",),
    ("judge",),
    ("rules", "suppress", "baseline", "decisions"),
    (
        "run",
        "project",
        "reader",
        "observing",
        "batch",
        "jobs",
        "packed",
        "workers",
        "mining",
        "survey",
        "comparing",
        "explain",
        "selection",
        "adherence",
        "needed",
        "passes",
        "changed",
        "discover",
        "ignorefile",
        "cache",
        "fix",
    ),
    ("report",),
    ("cli", "lsp", "__main__", "api", ""),  # "" is the package itself: its public names
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

Graph = dict[str, set[str]]


def level_of(module: str) -> int | None:
    """The layer of a module ("align.model"), or None where no layer claims it."""
    name = module
    while name and name not in LEVEL:
        name = name.rpartition(".")[0]
    return LEVEL.get(name) if name or not module else None


def modules(package: Path) -> dict[str, ast.Module]:
    """Every module by its name below the package: "align.model"; "align" for align/__init__.py, "" for the package itself."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def imports(name: str, tree: ast.Module, known: Iterable[str], root: str) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in it (inside functions and for type checking as well)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[2] for alias in node.names if alias.name.split(".")[0] == root)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name or root}: a relative import at line {node.lineno}"
            top, _, base = (node.module or "").partition(".")
            if top == root:
                for alias in node.names:
                    inner = f"{base}.{alias.name}".lstrip(".")
                    if inner in known:
                        yield inner
                    elif (base, alias.name) != ("", "__version__"):  # a constant of the package, not an import of its names
                        yield base


def graph_of(package: Path) -> Graph:
    trees = modules(package)
    return {name: set(imports(name, tree, trees, package.name)) - {name} for name, tree in trees.items()}


def upward(graph: Graph) -> list[str]:
    found = []
    for name in graph:
        for other in sorted(graph[name]):
            mine, theirs = level_of(name), level_of(other)
            if mine is not None and theirs is not None and theirs > mine:
                found.append(f"{name} imports {other}")
    return found


def cycle(graph: Graph) -> list[str]:
    """One circle of imports, or []."""
    done: set[str] = set()

    def visit(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for other in sorted(graph.get(name, ())):
            found = visit(other, [*path, name])
            if found:
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := visit(name, []))), [])


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(PACKAGE)


def test_every_module_has_a_layer(graph: Graph) -> None:
    assert len(graph) > 10
    assert [name for name in graph if level_of(name) is None] == []


def test_imports_only_point_down(graph: Graph) -> None:
    assert upward(graph) == []


def test_no_imports_run_in_a_circle(graph: Graph) -> None:
    assert cycle(graph) == []


BAD = {
    "an upward import": {"source.py": "from linter.align.model import Pair"},
    "an upward import inside a function": {"scan/sweep.py": "def f():\n    import linter.judge.verdicts"},
    "an upward import for type checking": {"source.py": "if TYPE_CHECKING:\n    from linter import run"},
    "a circle inside a layer": {"scan/sweep.py": "import linter.scan.fold", "scan/fold.py": "from linter.scan import sweep"},
    "a module without a layer": {"misc.py": ""},
}


@pytest.mark.parametrize("files", BAD.values(), ids=BAD.keys())
def test_the_walk_sees(files: dict[str, str], tmp_path: Path) -> None:
    for name in ("__init__.py", "run.py", "align/model.py", "judge/verdicts.py", "scan/__init__.py", *files):
        path = tmp_path / "linter" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files.get(name, ""), encoding="utf-8")
    seen = graph_of(tmp_path / "linter")
    assert upward(seen) or cycle(seen) or [name for name in seen if level_of(name) is None]
