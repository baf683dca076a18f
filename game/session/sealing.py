"""The lines of a journal: one record a line, each sealed with a checksum that is chained to the line before.

A line is the record as JSON in plain ASCII with `"sum"` as its last key: the first 12 hex digits of BLAKE2b over the
sum of the line before (nothing for the first) and the JSON without the sum. A line that was changed, lost, repeated
or moved therefore shows. It guards against accidents, not against someone who writes sums of their own.

The sum is checked on the bytes as they stand, so nothing is parsed that was not written by us.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, Final

Record = dict[str, Any]
"""Anything that JSON can hold, with a `kind` (text) and without a `sum`."""

_SEAL: Final = re.compile(rb',"sum":"([0-9a-f]{12})"}\Z')
_SEAL_INSIDE: Final = re.compile(rb'"sum":"[0-9a-f]{12}"}(?!\n?\Z)')


@dataclass(frozen=True)
class Scan:
    """What a journal's bytes hold up to the first line that is not in order."""

    records: tuple[Record, ...]
    size: int
    """Bytes of the lines in order."""
    seal: str
    """Sum of the last of them, empty when there are none."""
    torn: bool
    """What follows is one unfinished line, as a stop in the middle of writing leaves it."""
    damaged: bool
    """What follows is anything else. Never both."""


def seal(record: Record, before: str) -> tuple[bytes, str]:
    """The line for a record, newline included, and its sum. `before` is the sum of the line before.

    Raises ValueError for a record without a kind or with a sum of its own, and TypeError or ValueError for what JSON
    cannot hold (NaN counts as such).
    """
    if not isinstance(record.get("kind"), str) or "sum" in record:
        raise ValueError('A journal record needs a text under "kind" and must have no "sum".')
    body = json.dumps(record, allow_nan=False, separators=(",", ":")).encode("ascii")
    total = _sum(before, body)
    return body[:-1] + b',"sum":"' + total.encode("ascii") + b'"}\n', total


def scan(data: bytes) -> Scan:
    """Read lines in order until the end or the first that fails its sum."""
    records: list[Record] = []
    last, good = "", 0
    while (end := data.find(b"\n", good)) >= 0:
        opened = _unseal(data[good:end], last)
        if opened is None:
            break
        record, last = opened
        records.append(record)
        good = end + 1
    rest = data[good:]
    torn = bool(rest) and _is_one_line(rest)
    return Scan(tuple(records), good, last, torn, damaged=bool(rest) and not torn)


def _unseal(line: bytes, before: str) -> tuple[Record, str] | None:
    found = _SEAL.search(line)
    if found is None:
        return None
    body = line[: found.start()] + b"}"
    total = found[1].decode("ascii")
    record = _parsed(body) if _sum(before, body) == total else None
    return None if record is None else (record, total)


def _parsed(body: bytes) -> Record | None:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _is_one_line(rest: bytes) -> bool:
    """Whether this can be what one stopped write left. A seal inside means that a newline between two was lost."""
    return b"\n" not in rest[:-1] and _SEAL_INSIDE.search(rest) is None


def _sum(before: str, body: bytes) -> str:
    return hashlib.blake2b(before.encode("ascii") + body).hexdigest()[:12]
