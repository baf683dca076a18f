"""Starting the host: the address, the secret link, the server. Loopback unless the room is let in."""

import os
import socket
from pathlib import Path
from typing import Final

import uvicorn

from game.host import codes
from game.host.host import Host
from game.host.store import Store, sqlite_url
from game.host.teacher_pages import Address
from game.host.web import application
from game.library import data_folder

PORT: Final = 8765
_LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
_ANY: Final = "0.0.0.0"  # only with --lan


class CannotServe(ValueError):
    """The host cannot start. The message is a sentence."""


def serve(port: int = PORT, lan: bool = False, database: str | None = None) -> None:
    """Run until it is stopped. Raises CannotServe, StoreError, NotFound."""
    store = Store(database or sqlite_url(database_file()))
    host, secret = Host(store), codes.token()
    host.admit_teacher(secret)
    listening = _listen(_ANY if lan else "127.0.0.1", port)
    port = listening.getsockname()[1]
    found = own_addresses() if lan else []
    names = [*_LOOPBACK, *found, *(_own_names() if lan else [])]
    best = found[0] if found else "127.0.0.1"
    where = Address(f"{best}:{port}", f"http://{best}:{port}")
    for line in _greeting(where, port, secret, lan, host):
        print(line, flush=True)
    app = application(host, names, where)
    config = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=1,
        limit_concurrency=1000, timeout_keep_alive=30, h11_max_incomplete_event_size=32 * 1024,
        proxy_headers=False, lifespan="on",
    )  # fmt: skip
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        store.close()


def database_file() -> Path:
    """Where classes are kept, readable by its owner alone. Raises NotFound when the folder cannot be made."""
    path = data_folder() / "classes.sqlite"
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    return path


def _listen(address: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":  # there it would let two programs share a port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise CannotServe(f"Port {port} cannot be used ({error}). Choose another: --port 8766.") from None
    listening.listen(512)
    return listening


def own_addresses() -> list[str]:
    """Addresses of this laptop in the room, the likeliest first; no packet is sent to find out."""
    found = []
    for probe in ("192.168.0.1", "10.255.255.255", "172.16.0.1"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as each:
            try:
                each.connect((probe, 9))
                found.append(str(each.getsockname()[0]))
            except OSError:
                continue
    return [each for each in dict.fromkeys(found) if not each.startswith("127.")]


def _own_names() -> list[str]:
    """What this laptop calls itself, with and without the ending that a room's network gives it."""
    name = socket.gethostname().lower()
    return [name, f"{name.partition('.')[0]}.local"]


def _greeting(where: Address, port: int, secret: str, lan: bool, host: Host) -> list[str]:
    lines = [
        "A class on this laptop. Leave this window open; Ctrl-C stops it, and nothing is lost.",
        f"Your own pages (keep this link to yourself): http://127.0.0.1:{port}/teacher/open/{secret}",
        f"Students go to: {where.url}",
    ]
    if not lan:
        lines.append("Only this laptop can reach it. Start with --lan to let the room in.")
    elif where.shown.startswith("127."):
        lines.append("This laptop has no address in a room yet. Join a network, or open a hotspot, and start again.")
    return lines + [f"Note: a class cannot be opened. {note}" for note in host.damaged.values()]
