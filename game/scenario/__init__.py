"""What is on the table: the scenario model and its strict YAML loading. Imports nothing else of the game."""
