"""The rules and the scripted seat: numpy only; no files, clock, global randomness or print."""
