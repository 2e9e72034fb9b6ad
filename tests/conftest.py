"""Makes the helper modules of tests/ importable from every test, and chooses how hypothesis makes up its examples."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).resolve().parent))

# In CI the same examples each time: what it tells is about the change.  On people's machines new ones each time.
settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
