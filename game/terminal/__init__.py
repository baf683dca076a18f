"""The game in a terminal: one line an event, numbered choices, no cursor tricks, no colour. Fit for a screen reader."""
