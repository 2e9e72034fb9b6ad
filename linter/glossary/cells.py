"""The cell grammar: what a row of a glossary table means.

`docs/glossary.md` describes it with a table of examples, which the tests run.  The parts: `text` (markup, brackets, quotes),
`notes` (what a note asks for), `slashes`, `source_cell`, `target_cell`, `columns`, and `rows`, which puts them together.
"""

from __future__ import annotations

from linter.glossary.notes import Note as Note
from linter.glossary.notes import read_note as read_note
from linter.glossary.rows import WHYS as WHYS
from linter.glossary.rows import Reading as Reading
from linter.glossary.rows import read_row as read_row
from linter.glossary.source_cell import SourceCell as SourceCell
from linter.glossary.source_cell import read_source_cell as read_source_cell
from linter.glossary.target_cell import TargetCell as TargetCell
from linter.glossary.target_cell import read_target_cell as read_target_cell
