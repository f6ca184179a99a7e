"""Results as they are written -> a file that is whole or not there at all: beside it first, then in its place.

The draft has the same name every time, `.NAME.part`: what a run that was killed left there, the next one
replaces. A run that meets another one at it takes a name of its own.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from screener.cli.locks import open_alone


@contextmanager
def replacing(target: Path) -> Iterator[TextIO]:
    """A stream that takes the file's place, and its permissions, unless the block ends with an error."""
    draft, descriptor = _open_draft(target)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123 - it has no other name
            os.ftruncate(descriptor, 0)
            if target.exists():  # before it holds anything
                draft.chmod(target.stat().st_mode & 0o7777)
            yield stream
            stream.flush()
            os.fsync(descriptor)
            if os.name == "nt":  # which renames no file that is open
                stream.close()
            draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(target)


def _open_draft(target: Path) -> tuple[Path, int]:
    draft = target.with_name(f".{target.name}.part")
    with suppress(PermissionError):  # somebody else's
        if (descriptor := open_alone(draft)) is not None:
            return draft, descriptor
    own = target.with_name(f".{target.name}.{os.getpid()}.part")
    return own, os.open(own, os.O_RDWR | os.O_CREAT, 0o666)


def sync_folder(file: Path) -> None:
    """Make sure that a file's new name survives a power cut, on systems that open folders."""
    with suppress(OSError):
        descriptor = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
