"""A results file that grows line by line, survives being killed at any moment, and can be continued.

While a run lasts, each line carries `likeness` as its last key: by it the same person is recognised in
another file, and that shows only when all files are read. At the end the lines are written anew without
it and with their duplicates marked, beside the file, which is then replaced in one go.

A line is handed to the system in one piece as soon as it is due, and is safe from then on even if
screener is killed; every second, all are forced to the disk, so that a power cut costs a second's work.

A file is continued up to its first line that no longer holds: one that is torn, whose file is gone, has
other bytes, or is preceded by a new one. Good lines further on are kept in memory until their turn.
Files without a fingerprint (they could not be opened, or were given up) are read again.
"""

import json
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from screener.batch.duplicates import Duplicate, Trace
from screener.cli.lines import Entry, marked, start_of_lines
from screener.cli.output import sync_folder
from screener.cli.run import Heading
from screener.errors import ScreenerError
from screener.model.likeness import Likeness
from screener.model.screening import Verdict
from screener.reports.json_text import Json, dumps

_LIKENESS = ', "likeness": '
_BEHIND_FILE = b', "sha256": '  # in a path, its quotation marks would be escaped
_SECONDS_BETWEEN_SYNCS = 1.0
_ENCODING = "utf-8"


class CannotResume(ScreenerError):
    """The results file is of another run."""


class Continued(NamedTuple):
    """What a results file already holds: so many bytes of lines to keep, their entries, and good ones behind."""

    size: int = 0
    kept: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()


class Journal:
    """The file while it grows. It is begun, or cut to what is kept, as soon as this is made."""

    def __init__(self, file: str, heading: Heading, kept_bytes: int = 0) -> None:
        self._path = Path(os.path.realpath(file))
        self._start = start_of_lines(heading)
        self._next_sync = 0.0
        if not kept_bytes and self._path.exists():
            self._replace_by_empty()
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o666)
        os.truncate(self._descriptor, kept_bytes)

    def add(self, entry: Entry) -> None:
        """Write one line down, for good."""
        text = entry.text(self._start)[:-2]
        line = f"{text}{_LIKENESS}{dumps(_likeness_json(entry.trace.likeness))}}}\n"
        _write_all(self._descriptor, line.encode(_ENCODING))
        self._sync_now_and_then()

    def close(self) -> None:
        """Leave the file as it is, ready to be continued."""
        os.fsync(self._descriptor)
        os.close(self._descriptor)

    def finish(self, found: Mapping[str, Duplicate]) -> None:
        """Replace the file by its final form; `found` are the duplicates by their paths."""
        self.close()
        draft = _beside(self._path)
        marks = {dumps(file).encode(_ENCODING): duplicate for file, duplicate in found.items()}
        start, likeness = len(self._start.encode(_ENCODING)), _LIKENESS.encode(_ENCODING)
        try:
            with self._path.open("rb") as lines, draft.open("wb") as stream:
                for line in lines:
                    own = line.rpartition(likeness)[0] + b"}\n"
                    duplicate = marks.get(own[start : own.find(_BEHIND_FILE, start)])
                    stream.write(marked(own.decode(_ENCODING), duplicate).encode(_ENCODING) if duplicate else own)
                stream.flush()
                os.fsync(stream.fileno())
            draft.chmod(self._path.stat().st_mode & 0o7777)
            draft.replace(self._path)
            sync_folder(self._path)
        finally:
            with suppress(OSError):
                draft.unlink()

    def _replace_by_empty(self) -> None:
        """Begin a new file: whoever reads the old one keeps it."""
        draft = _beside(self._path)
        draft.touch()
        draft.chmod(self._path.stat().st_mode & 0o7777)
        draft.replace(self._path)

    def _sync_now_and_then(self) -> None:
        import time

        if (now := time.monotonic()) >= self._next_sync:
            self._next_sync = now + _SECONDS_BETWEEN_SYNCS
            os.fsync(self._descriptor)


def continue_from(
    file: str, heading: Heading, files: Sequence[str], fingerprint: Callable[[str], str | None]
) -> Continued:
    """What of a results file can be kept for these files. Raises CannotResume for another run's.

    `fingerprint` tells the SHA-256 of a file's bytes as they are now.
    """
    kept: list[Entry] = []
    later: list[Entry] = []
    size = 0
    wanted = set(files)
    for number, line in enumerate(_whole_lines(file), start=1):
        entry = _read_entry(line, heading, f"{file}:{number}")
        if entry is None or entry.file not in wanted or fingerprint(entry.file) != entry.trace.sha256:
            continue
        if not later and number == len(kept) + 1 and len(kept) < len(files) and files[len(kept)] == entry.file:
            kept.append(entry._replace(body=""))
            size += len(line)
        else:
            later.append(entry)
    return Continued(size, tuple(kept), tuple(later))


def _whole_lines(file: str) -> Iterator[bytes]:
    """The lines up to the first that was torn; none of a file that isn't there."""
    try:
        with Path(file).open("rb") as stream:
            for line in stream:
                if not line.endswith(b"\n"):
                    return
                yield line
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotResume(f"{file}: can't be continued: {(error.strerror or 'unknown error').lower()}") from error


def _read_entry(line: bytes, heading: Heading, place: str) -> Entry | None:
    """The entry of a line; None for one that has to be made again. Raises CannotResume for another run's."""
    try:
        text = line.decode(_ENCODING)
        row = json.loads(text)
    except ValueError:
        return None  # a disk that was full, or a power cut: never a run of another kind
    _check_same_run(row, heading, place)
    start = f"{start_of_lines(heading)}{dumps(row['file'])}"
    own, found, _ = text.rpartition(_LIKENESS)
    if not found or not text.startswith(start) or not row["sha256"]:
        return None
    return Entry(
        row["file"],
        own[len(start) :] + "}",
        _trace_of(row),
        Verdict(row["verdict"]),
        None if row["score"] is None else str(row["score"]),
        row["error"]["code"] if row["error"] else None,
    )


def _check_same_run(row: Any, heading: Heading, place: str) -> None:
    ours = json.loads(start_of_lines(heading).removesuffix(', "file": ') + "}")
    if not isinstance(row, dict) or not ours.keys() <= row.keys():
        raise CannotResume(f"{place}: is no result of screener; write to another file, or leave out --resume")
    for key, name in (("schema_version", "schema version"), ("screener", "version of screener"), ("as_of", "day")):
        _check_same(name, row[key], ours[key], place)
    _check_same("role", row["role"]["sha256"], ours["role"]["sha256"], place)
    _check_same("name of the role", row["role"]["file"], ours["role"]["file"], place)


def _check_same(name: str, theirs: Any, ours: Any, place: str) -> None:
    if theirs != ours:
        shown = [str(value)[:12] for value in (theirs, ours)]
        raise CannotResume(
            f"{place}: was made with another {name} ({shown[0]}, now {shown[1]}); "
            "write to another file, or leave out --resume"
        )


def _trace_of(row: Json) -> Trace:
    """What `trace_of` would make of the outcome that the row was made of."""
    if row["error"]:
        return Trace(row["file"], row["sha256"])
    return Trace(
        row["file"],
        row["sha256"],
        _likeness_of(row["likeness"]),
        row["verdict"],
        (row["experience"]["months_min"], row["experience"]["months_max"]),
        tuple((requirement["name"], requirement["status"]) for requirement in row["requirements"]),
    )


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


def _likeness_of(values: Json) -> Likeness | None:
    if not values:
        return None
    return Likeness(
        tuple(values["name"]),
        tuple(values["addresses"]),
        tuple(values["phones"]),
        sketch=a2b_base64(values["sketch"]),
        latest=values["latest"],
    )


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")  # always the same: a run that was killed leaves no more than one
