"""Which rules these are. Raise it when the same moves under the same luck would lead elsewhere: journals store it."""

from typing import Final

RULES: Final = 4
