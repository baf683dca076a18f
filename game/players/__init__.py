"""Simulated players: policies that see only a view, and the batch runner that plays them against the scripted seat."""
