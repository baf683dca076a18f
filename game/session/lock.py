"""One writer for one file: an operating-system lock that ends with the process that holds it, however it ends.

Readers are never hindered. Where the file system knows no locks (some network folders) the file is used without
one, since not being able to save a game would be worse than being able to open it twice.
"""

import errno
import os
import sys
from typing import Final

_TAKEN: Final = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 1 << 30  # Windows keeps others from reading locked bytes, so the one locked lies far past the end.

    def _lock(fd: int) -> None:
        os.lseek(fd, _FAR, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

    def _unlock(fd: int) -> None:
        os.lseek(fd, _FAR, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)


def take(fd: int) -> bool:
    """Take the lock on an open file; False when another holder has it. Moves the file position on Windows."""
    try:
        _lock(fd)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def release(fd: int) -> None:
    """Give the lock back; nothing happens when there was none."""
    try:
        _unlock(fd)
    except OSError:
        return
