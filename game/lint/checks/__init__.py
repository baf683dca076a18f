"""All meaning checks. Importing this registers them; a new file of checks takes a place in the list."""

from game.lint.checks import hands, hints, items, lines, names, reactions, speech, table, text

__all__ = ["hands", "hints", "items", "lines", "names", "reactions", "speech", "table", "text"]
