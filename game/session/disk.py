"""Bytes that are on the disk when the call returns. The file descriptors here are unbuffered.

A single write on a full disk can store a part and report no error, so the rest is always tried too: it is the second
write that says the disk is full.
"""

import errno
import os
from pathlib import Path


def write_durably(fd: int, data: bytes) -> None:
    """Write all of `data` and wait until the disk has it. Raises OSError, possibly with a part already written."""
    rest = memoryview(data)
    while rest:
        written = os.write(fd, rest)
        if written == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]
    os.fsync(fd)


def cut_durably(fd: int, size: int) -> None:
    """Cut the file to `size` bytes and wait until the disk knows. Raises OSError."""
    os.ftruncate(fd, size)
    os.fsync(fd)


def read_all(fd: int) -> bytes:
    """The whole file from its start, whatever the position was. Raises OSError."""
    os.lseek(fd, 0, os.SEEK_SET)
    parts = iter(lambda: os.read(fd, 1 << 20), b"")
    return b"".join(parts)


def sync_folder(folder: Path) -> None:
    """Make a new file's name durable too, on systems that allow it (Windows opens no folders)."""
    try:
        fd = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(fd)
    except OSError:
        return
    finally:
        os.close(fd)
