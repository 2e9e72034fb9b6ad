"""Where the real documents lie, when they are there at all: they are not part of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
SHARED: Path | None = _BESIDE if (_BESIDE / "bench").is_dir() else None

needs_shared = pytest.mark.skipif(SHARED is None, reason="the real documents (../shared) are not here")
