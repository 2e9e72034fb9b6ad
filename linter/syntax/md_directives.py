"""Names of containers and directives: which hold prose, and what stands behind the name."""

from __future__ import annotations

from linter.patterns import lazy
from linter.syntax.spans import Span

# Directives whose body is for machines, or is shown as it is.
LITERAL = frozenset(
    "code code-block sourcecode code-cell code-group code-tabs literalinclude include raw parsed-literal doctest testcode testoutput "
    "testsetup testcleanup prompt math mermaid plantuml uml graphviz digraph graph dot d2 kroki plot plotly altair chart echarts "
    "flowchart toctree tableofcontents contents image eval-rst eval index bibliography role default-role highlight csv-table "
    "program-output autosummary jupyter-execute jupyter-download ipython glue embed iframe video youtube playground repl sandpack "
    "tikz typst latex asciinema exec redirect_from meta head style script raw-html".split()
)
_DOMAIN = lazy(r"(?:auto|py|c|cpp|js|rst|std|http|cmd|bash|sh|r|julia|python|ojs|sql|node|mermaid)(?:[:-]|\Z)|auto\w+")
# Directives in backtick fences that hold prose: any other name may be a language (```{r}).
_PROSE = frozenset(
    "note tip warning danger error caution attention important hint info abstract summary success question failure bug example quote "
    "admonition seealso todo deprecated versionadded versionchanged versionremoved topic sidebar epigraph highlights pull-quote "
    "aside margin dropdown details card card-carousel grid grid-item grid-item-card tab-set tab-item tabs tab container div "
    "figure figure-md list-table table table-md glossary rubric centered hlist compound line-block only ifconfig exercise solution "
    "theorem lemma proof definition corollary proposition remark axiom algorithm criterion conjecture observation property".split()
)
# Directives whose argument is no text: a path, a condition, a number of columns.
_MACHINE = frozenset(
    "figure figure-md only ifconfig grid grid-item list-table-widths container div tab-set tabs exercise-start solution solution-start".split()
)
OPTIONS = frozenset("alt caption title subtitle header footer".split())  # those of a directive's options that are shown

_HEAD = lazy(
    r"[ \t]*(?:\{(?P<directive>[\w:.+-]+)\}|(?P<name>[\w./:+-]*[\w])?)"
    r"[ \t]*(?P<label>\[[^\]\n]*\])?[ \t]*(?P<attributes>\{[^{}\n]*\})?[ \t]*"
)
_TITLE = lazy(r"(?:^|[\s{,])(?:title|summary|caption|label)[ \t]*=[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)')")
_END = lazy(r"[ \t]*(?:\{[^{}\n]*\})?[ \t]*:*[ \t]*\Z")
_ATTRIBUTES = lazy(r"[\w-]+=")


def is_prose(name: str, *, colons: bool) -> bool:
    """Whether the body of a directive is prose.  `colons`: between `:::`, where hardly anything else stands; else in a fence."""
    name = name.lower()
    if colons:
        return name not in LITERAL and not _DOMAIN.match(name)
    return name in _PROSE or name.startswith(("prf:", "proof:"))


class Head:
    """What stands behind `:::` or a fence: the directive's or container's name, and the range of its title in that text."""

    __slots__ = ("name", "directive", "title")

    def __init__(self, text: str) -> None:
        head = _HEAD.match(text)
        self.name = self.directive = ""
        self.title: Span | None = None
        if head is None:
            return
        self.directive = head["directive"] or ""
        self.name = self.directive or head["name"] or ""
        written = _TITLE.search(head["attributes"]) if head["attributes"] else None
        if head["label"]:
            self.title = Span(head.start("label") + 1, head.end("label") - 1)
        elif written:
            at = head.start("attributes")
            self.title = Span(at + written.start(written.lastindex or 0), at + written.end(written.lastindex or 0))
        elif self.name not in _MACHINE and self.name not in LITERAL and not _ATTRIBUTES.match(text, head.end()):
            end = _END.search(text, head.end())
            self.title = Span(head.end(), end.start() if end else len(text))
        if self.title and not text[self.title.start : self.title.end].strip():
            self.title = None
