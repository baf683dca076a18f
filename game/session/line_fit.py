"""Whether a line fits: what it asks for is there, the package has its terms, what it comes back to has happened."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine.columns import SEAT
from game.engine.tables import Tables
from game.engine.triggers import FLAG_BITS


def allows(wanted: Iterable[str], there: Iterable[str]) -> bool:
    """Whether nothing particular is wanted, or one of it is there."""
    asked = set(wanted)
    return not asked or bool(asked & set(there))


def has_terms(terms: Mapping[str, Sequence[str]], tables: Tables, package: int) -> bool:
    """Whether a package (its number, -1 for none) has one of these options in every issue named; yes if none is."""
    if not terms:
        return True
    if package < 0:
        return False
    chosen = tables.options_of(package)
    return all(chosen.get(issue) in options for issue, options in terms.items())


def remembered(tables: Tables, row: NDArray[np.int32]) -> tuple[str, ...]:
    """The flags that a seat's row of the state remembers."""
    flags = enumerate(tables.reactions.flags)
    return tuple(name for n, name in flags if row[SEAT["flags_0"] + n // FLAG_BITS] >> n % FLAG_BITS & 1)
