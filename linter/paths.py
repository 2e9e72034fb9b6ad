"""Paths as findings show them."""

from __future__ import annotations

import os


def shown(path: str) -> str:
    """A path as findings show it: relative to the working directory, with "/"; absolute where no relative one exists."""
    try:
        path = os.path.relpath(path)
    except ValueError:  # another drive
        path = os.path.abspath(path)
    return slashes(path)


def slashes(path: str) -> str:
    """A path with "/" between its parts, on every system."""
    return path.replace("\\", "/") if os.sep == "\\" else path


def within(path: str, folder: str) -> bool:
    """Whether a path lies in a folder or is it; both absolute, without links."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
