"""A results file that grows line by line, survives being killed at any moment, and can be continued.

While a run lasts, each line ends in three keys more: `limits`, within which it was read; `likeness`, by which
the same person is recognised in another file, and that shows only when all files are read; and `crc32`, which
tells a line that a disk has damaged. At the end the lines are written anew without them and with their
duplicates marked, beside the file, which is then replaced in one go.

A line is handed to the system in one piece as soon as it is due, and is safe from then on even if
screener is killed; every second, all are forced to the disk, so that a power cut costs a second's work.
When the disk is full, the file is cut to its last whole line, and the run ends.
"""

import errno
import os
from binascii import b2a_base64, crc32
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn

from screener.batch.duplicates import Duplicate
from screener.cli.console import CannotWrite
from screener.cli.drafts import replacing
from screener.cli.lines import Entry, marked, start_of_lines
from screener.cli.output import cannot_write
from screener.cli.run import Heading
from screener.documents.limits import Limits
from screener.model.likeness import Likeness
from screener.reports.json_text import Json, dumps

CHECKSUM = b', "crc32": '
_BEHIND_FILE = b', "sha256": '  # in a path, its quotation marks would be escaped
_SECONDS_BETWEEN_SYNCS = 1.0
_ENCODING = "utf-8"
_REMEDIES = {
    errno.ENOSPC: "make room",
    errno.EDQUOT: "make room",
    errno.EFBIG: "allow larger files (ulimit -f)",
}


class Form(NamedTuple):
    """What all lines of a run have in common: before the path, and between what is kept and what isn't."""

    start: str
    joint: str


def form_of(heading: Heading, limits: Limits) -> Form:
    """The form of the lines of a run, while it lasts."""
    return Form(start_of_lines(heading), f', "limits": {dumps(asdict(limits))}, "likeness": ')


class Journal:
    """The file while it grows. It is begun, or cut to so many bytes and lines to keep, as soon as this is made."""

    def __init__(self, file: str, form: Form, *, kept_bytes: int = 0, kept_lines: int = 0) -> None:
        self._file = file
        self._path = Path(os.path.realpath(file))
        self._form = form
        self._size, self._count = kept_bytes, kept_lines
        self._next_sync = 0.0
        try:
            if not kept_bytes and self._path.exists():
                with replacing(self._path):  # by nothing: whoever reads the old one keeps it
                    pass
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
            os.truncate(self._descriptor, kept_bytes)
        except OSError as error:
            raise cannot_write(file, error) from error

    def add(self, entry: Entry) -> None:
        """Write one line down, for good. Raises CannotWrite, and leaves whole lines behind."""
        text = f"{entry.text(self._form.start)[:-2]}{self._form.joint}{dumps(_likeness_json(entry.trace.likeness))}"
        data = text.encode(_ENCODING)
        line = b"%s%s%d}\n" % (data, CHECKSUM, crc32(data))
        try:
            _write_all(self._descriptor, line)
            self._size += len(line)
            self._count += 1
            self._sync_now_and_then()
        except OSError as error:
            with suppress(OSError):
                os.truncate(self._descriptor, min(self._size, os.fstat(self._descriptor).st_size))
            self._give_up(error)

    def close(self) -> None:
        """Leave the file as it is, ready to be continued."""
        try:
            os.fsync(self._descriptor)
            os.close(self._descriptor)
        except OSError as error:
            self._give_up(error)

    def finish(self, found: Mapping[str, Duplicate]) -> None:
        """Replace the file by its final form; `found` are the duplicates by their paths."""
        try:
            with replacing(self._path) as stream:
                count = self._copy(stream.buffer, found)
                if count != self._count or os.fstat(self._descriptor).st_size != self._size:
                    raise CannotWrite(
                        f"{self._file}: was changed by another program while it was written; "
                        "the same command with --resume makes again what is missing"
                    )
        except OSError as error:
            self._give_up(error)
        finally:
            self.close()

    def _copy(self, stream: BinaryIO, found: Mapping[str, Duplicate]) -> int:
        """Write the lines in their final form; how many there were."""
        marks = {dumps(file).encode(_ENCODING): duplicate for file, duplicate in found.items()}
        start, joint = len(self._form.start.encode(_ENCODING)), self._form.joint.encode(_ENCODING)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        count = 0
        with open(self._descriptor, "rb", closefd=False) as lines:
            for line in lines:
                own = line.rpartition(joint)[0] + b"}\n"
                duplicate = marks.get(own[start : own.find(_BEHIND_FILE, start)])
                stream.write(marked(own.decode(_ENCODING), duplicate).encode(_ENCODING) if duplicate else own)
                count += 1
        return count

    def _give_up(self, error: OSError) -> NoReturn:
        remedy = _REMEDIES.get(error.errno or 0, "mend that")
        raise cannot_write(self._file, error, f"{remedy}, and run the same command with --resume") from error

    def _sync_now_and_then(self) -> None:
        import time

        if (now := time.monotonic()) >= self._next_sync:
            self._next_sync = now + _SECONDS_BETWEEN_SYNCS
            os.fsync(self._descriptor)


def _likeness_json(likeness: Likeness | None) -> Json:
    if likeness is None:
        return {}
    return {
        "name": list(likeness.name),
        "addresses": list(likeness.addresses),
        "phones": list(likeness.phones),
        "sketch": b2a_base64(likeness.sketch, newline=False).decode("ascii"),
        "latest": likeness.latest,
    }


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
