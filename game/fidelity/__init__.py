"""Experiments that hold the counterpart against what is known about people.

Each experiment changes one thing, plays thousands of games in both conditions under the same luck, and reports how
large the difference is beside how large it was found to be. The handbook page ``fidelity`` shows how to run one's own.
"""
