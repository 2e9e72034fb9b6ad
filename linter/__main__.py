"""`python -m linter` is `glosslint`."""

from linter.cli import main

raise SystemExit(main())
