"""How long lint takes: the shipped scenes as they are, and a thousand mutations of them (median, 99 in 100, most)."""

import time

from tests.lint.mutants import blind, broken
from tests.lint.scenes import SHIPPED, START, found

TEXTS = [*SHIPPED.values(), START]


def took(text: str) -> float:
    """CPU milliseconds to look a text through."""
    started = time.process_time()
    found(text)
    return 1000 * (time.process_time() - started)


def main() -> None:
    """Print one line for each scene, and one for each kind of mutation."""
    for name, text in SHIPPED.items():
        times = sorted(took(text) for _ in range(5))
        print(f"{name:22} {times[2]:6.1f} ms")
    for kind, made in (("blind", lambda n: blind(n, TEXTS)), ("broken", lambda n: broken(n, TEXTS)[2])):
        times = sorted(took(made(n)) for n in range(500))
        print(f"{kind:22} {times[250]:6.1f} ms median, {times[494]:6.1f} ms p99, {times[-1]:6.1f} ms most")


if __name__ == "__main__":
    main()
