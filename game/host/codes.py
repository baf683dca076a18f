"""Codes and tokens: what opens a door. Tokens carry 192 bits; the store keeps only their fingerprints."""

import hashlib
import secrets
from typing import Final

#: No letter or digit that can be taken for another, and no vowels, so that no code spells anything.
ALPHABET: Final = "BCDFGHJKMNPQRSTVWXZ23456789"
JOIN_LENGTH: Final = 6
PERSONAL_LENGTH: Final = 12


def join_code() -> str:
    """Six signs to come into a class: easy to read off a wall; 387 million of them, and guesses are limited."""
    return _code(JOIN_LENGTH)


def personal_code() -> str:
    """Twelve signs (57 bits) to come back to one's seat from another device; guesses are limited."""
    return _code(PERSONAL_LENGTH)


def token() -> str:
    """A new secret of 192 bits, fit for an address or a cookie."""
    return secrets.token_urlsafe(24)


def fingerprint(secret: str) -> str:
    """What is stored of a secret: its SHA-256. A secret of 57 bits or more cannot be found back from it by trying."""
    return hashlib.sha256(secret.encode()).hexdigest()


def tidy(code: str) -> str:
    """A code as it was meant: without spaces and hyphens, in capitals.

    >>> tidy(" bcd-f2 ")
    'BCDF2'
    """
    return "".join(each for each in code[:64].upper() if each in ALPHABET)


def grouped(code: str) -> str:
    """A code in groups, to be read aloud.

    >>> grouped("BCDFGH")
    'BCD FGH'
    """
    size = 3 if len(code) <= JOIN_LENGTH else 4
    return " ".join(code[n : n + size] for n in range(0, len(code), size))


def _code(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
