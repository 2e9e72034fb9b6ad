"""Where the shipped rule files lie."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MARK = "reasons.yaml"  # tells our folder from any other that is called "rules"


def rules_folder(package: str = _PACKAGE) -> str | None:
    """The folder of the shipped rule files: inside the package where a wheel put it, else beside the package (a checkout or an
    editable install).  None where it is missing; nothing that lints needs it, only what explains."""
    for folder in (os.path.join(package, "shipped_rules"), os.path.join(os.path.dirname(package), "rules")):
        if os.path.isfile(os.path.join(folder, _MARK)):
            return folder
    return None
