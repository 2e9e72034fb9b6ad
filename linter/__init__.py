"""glosslint: a linter for translated terms."""

__version__ = "0.1.0"
