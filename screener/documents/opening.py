"""A path that a user names -> its bytes, without waiting for somebody who may never write.

A pipe is only read where the shell made it: `<(…)` is a path under /dev/fd or /proc/self/fd, and `/dev/stdin`
may be one. Any other pipe, and every device, is refused as what it is.
"""

import errno
import os
import stat
from pathlib import Path

_OF_THE_SHELL = ("/dev/", "/proc/self/fd/")
_CHUNK = 1 << 20


def read_named(file: str | os.PathLike[str], most: int | None = None) -> bytes:
    """So many bytes of a file at most, by default all. Raises OSError, or ValueError for what can't be a name."""
    name = os.fspath(file)
    is_pipe = stat.S_ISFIFO(Path(name).stat().st_mode) and name.startswith(_OF_THE_SHELL)
    descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0) | (0 if is_pipe else _never_waiting()))
    try:
        if not is_pipe and not stat.S_ISREG(mode := os.fstat(descriptor).st_mode):
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
            raise OSError(errno.EINVAL, "is a pipe or a device, not a file", name)
        return _read(descriptor, most)
    finally:
        os.close(descriptor)


def _never_waiting() -> int:
    return getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def _read(descriptor: int, most: int | None) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while (most is None or size < most) and (chunk := os.read(descriptor, _CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)[:most]
