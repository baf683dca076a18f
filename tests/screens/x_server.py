"""A real X server without a monitor (Xvfb), a keyboard for it, and what is on its screen.

Keys go in through the XTEST extension with python-xlib, which is pure Python and also takes the picture: unlike with
xdotool nothing but Xvfb itself has to be there.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from Xlib import XK, X, display
from Xlib.ext import xtest

_NAMES = {"tab": "Tab", "enter": "Return", "escape": "Escape", "left": "Left", "right": "Right", "space": "space",
          " ": "space", "/": "slash", "?": "question", ".": "period", ",": "comma", "'": "apostrophe"}  # fmt: skip
#: Between two keys, in seconds: a release and a press in the same millisecond count as a key that repeats itself.
_APART = 0.02
SIZE = (1280, 720)
WITHOUT = (
    "Xvfb is not installed, so nobody has played the game under a real X server (Debian, Ubuntu: apt install xvfb)."
)


@contextmanager
def x_server() -> Iterator[str]:
    """The name of a display. Skips where Xvfb is missing, but fails under CI, where it has to be there."""
    program = shutil.which("Xvfb")
    if program is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(WITHOUT)
    read, write = os.pipe()
    wanted = [program, "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
    with subprocess.Popen(wanted, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()


class Desk:
    """Somebody at that display: presses keys and looks."""

    def __init__(self, name: str) -> None:
        self.display = display.Display(name)
        self.root = self.display.screen().root

    def window(self) -> bool:
        """Give the focus to the game's window, as a window manager would; whether it is there."""
        for each in self.root.query_tree().children:
            if each.get_attributes().map_state == X.IsViewable and each.get_geometry().width == SIZE[0]:
                each.set_input_focus(X.RevertToParent, X.CurrentTime)
                self.display.sync()
                return True
        return False

    def press(self, key: str) -> None:
        """One key: a name such as ``tab`` or ``shift tab``, or a character."""
        shifted = key.startswith("shift ") or key.isupper() or key == "?"
        name = key.removeprefix("shift ")
        code = self.display.keysym_to_keycode(XK.string_to_keysym(_NAMES.get(name, name)))
        assert code, f"no key for {key!r}"
        shift = self.display.keysym_to_keycode(XK.XK_Shift_L)
        steps = [(X.KeyPress, code), (X.KeyRelease, code)]
        for kind, each in [(X.KeyPress, shift), *steps, (X.KeyRelease, shift)] if shifted else steps:
            xtest.fake_input(self.display, kind, each)
        self.display.sync()
        time.sleep(_APART)

    def look(self) -> bytes:
        """The pixels, four bytes each."""
        data: bytes = self.root.get_image(0, 0, *SIZE, X.ZPixmap, 0xFFFFFFFF).data
        return data


def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
