"""``counteroffer host``: a class on this laptop. What it needs beside the game is the extra ``[class]``."""

import argparse

from game.cli.problems import CannotDo

_MISSING = (
    "A class needs a few more libraries ({name} is missing). Install them with: pip install 'counteroffer[class]'"
)


def host(asked: argparse.Namespace) -> int:
    """Serve until it is stopped."""
    try:
        from game.host.serve import CannotServe, serve  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("game"):
            raise
        raise CannotDo(_MISSING.format(name=error.name)) from None
    from game.host.store import StoreError  # noqa: PLC0415
    from game.library import NotFound  # noqa: PLC0415

    if not 0 <= asked.port <= 65535:
        raise CannotDo(f"--port is a number from 0 to 65535; found {asked.port}.")
    try:
        serve(asked.port, asked.lan, asked.database)
    except (CannotServe, StoreError, NotFound) as error:
        raise CannotDo(str(error)) from None
    return 0
