"""Markdown -> structure with exact ranges."""

from __future__ import annotations

from linter.syntax.tables import Cell as Cell
from linter.syntax.tables import RawTable as RawTable
from linter.syntax.tables import tables as tables
