"""A list of paths in a file or on standard input -> the paths.

One path a line, or separated by null characters, as `find -print0` writes them: whichever the list has.
Bytes that are no UTF-8 stay what they are in a path. Windows programs begin a list with a byte order mark
and end its lines with a carriage return.
"""

import codecs
import os
import sys

from screener.documents.opening import read_named
from screener.errors import ScreenerError

_MOST_BYTES = 256_000_000  # a million paths of 256 characters
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NoList(ScreenerError):
    """A list of paths that can't be read, or names none."""


def read_list(source: str) -> tuple[str, ...]:
    """The paths that a list names, in its order; `-` is standard input. Raises NoList."""
    shown = "standard input" if source == "-" else source
    try:
        data = read_standard_input(_MOST_BYTES + 1) if source == "-" else read_named(source, _MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NoList(f"{shown}: there is no such list of files; check the spelling") from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a file name").lower()
        raise NoList(f"{shown}: the list of files can't be read: {reason}") from error
    if len(data) > _MOST_BYTES:
        raise NoList(f"{shown}: the list of files is larger than {_MOST_BYTES // 1_000_000} MB; split it")
    paths = _split(data, shown)
    if not paths:
        raise NoList(f"{shown}: the list names no files; write one path on each line")
    return paths


def read_standard_input(most: int) -> bytes:
    """So many bytes of standard input at most; nothing where it is closed."""
    return sys.stdin.buffer.read(most) if sys.stdin is not None else b""


def _split(data: bytes, shown: str) -> tuple[str, ...]:
    if data.startswith(_WIDE_MARKS):
        try:
            data = os.fsencode(data.decode("utf-16"))
        except UnicodeError as error:
            raise NoList(f"{shown}: the list of files is damaged; save it as UTF-8") from error
    data = data.removeprefix(codecs.BOM_UTF8)
    lines = [line.removesuffix(b"\r") for line in data.split(b"\n")]
    paths = data.split(b"\0") if b"\0" in data else lines
    return tuple(os.fsdecode(path) for path in paths if path.strip())
