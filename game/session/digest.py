"""A fingerprint of a state that is the same on every machine: the arrays' values in one order, width and byte order."""

import hashlib
from dataclasses import fields

from game.engine.state import State


def state_hash(state: State) -> str:
    """24 hex digits for a state of any number of lanes."""
    digest = hashlib.blake2b(digest_size=12)
    for field in fields(state):
        array = getattr(state, field.name)
        digest.update(f"{field.name}{array.shape}".encode("ascii"))
        digest.update(array.astype("<i4").tobytes(order="C"))
    return digest.hexdigest()
