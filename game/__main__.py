"""`python -m game` is the `counteroffer` command."""

from game.cli import main

raise SystemExit(main())
