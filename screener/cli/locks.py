"""Files that are written -> the word that no other process writes them at the same time.

The lock is the kernel's and ends with the process, however that ends: after a run that was killed, nothing
bars the way. It belongs to the process alone, not to its workers, which live on for a moment. It is held on
a file beside the results, `.NAME.lock`, because those are replaced by new ones while a run lasts. Where a
file system knows no locks, runs go without.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from screener.cli.console import CannotWrite


@contextmanager
def alone(files: Sequence[str]) -> Iterator[None]:
    """Nobody else writes these results files. Raises CannotWrite if somebody does."""
    held: list[tuple[Path, int]] = []
    try:
        with _undisturbed():
            for file in files:
                held.append(_take(file))
        yield
    finally:
        for path, descriptor in held:
            with suppress(OSError):
                path.unlink()
            os.close(descriptor)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits: between taking a lock and noting it down, nobody would know whose it is."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def open_alone(path: Path) -> int | None:
    """A descriptor of the file, made if need be, that no other process gets; None while one has it."""
    no_links = getattr(os, "O_NOFOLLOW", 0)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | no_links, 0o666)
        if not _is_locked_by_us(descriptor):
            os.close(descriptor)
            return None
        with suppress(OSError):
            if os.path.samestat(path.stat(), os.fstat(descriptor)):
                return descriptor
        os.close(descriptor)  # whoever had it took the name away before letting go


def _take(file: str) -> tuple[Path, int]:
    target = Path(os.path.realpath(file))
    path = target.with_name(f".{target.name}.lock")
    try:
        descriptor = open_alone(path)
    except OSError as error:
        words = (error.strerror or "unknown error").lower()
        raise CannotWrite(f"{file}: can't be locked with {path.name} beside it: {words}") from error
    if descriptor is None:
        raise CannotWrite(f"{file}: is being written by another run of screener; wait for it, or write to another file")
    return path, descriptor


def _is_locked_by_us(descriptor: int) -> bool:
    import errno

    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN)
    return True
