"""A results file that a run left behind -> what of it can be kept, and what of it has to be made again.

A file is continued up to its first line that no longer holds: one that is torn or damaged, whose file is
gone, has other bytes, or is preceded by a new one. Good lines further on are kept in memory until their
turn. Files without a fingerprint (they could not be opened, or were given up) are read again, and so are
all of a finished file: its lines don't say any more by what duplicates are found.

Results of another role, day, version or of other limits are refused rather than mixed in; so is a file
that holds nothing of what is asked for, because it is hardly the one that was meant.
"""

import json
from binascii import a2b_base64, crc32
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from screener.batch.duplicates import Trace
from screener.cli.journal import CHECKSUM, Form, form_of
from screener.cli.lines import Entry
from screener.cli.run import Heading
from screener.documents.limits import Limits
from screener.errors import ScreenerError
from screener.model.likeness import Likeness
from screener.model.screening import Outcome, Verdict
from screener.reports.json_text import Json, dumps

_REMEDY = "write to another file, or leave out --resume"
_OPTIONS = {  # by the name of the limit; and how much of it is one
    "file_bytes": ("--max-mb", 1_000_000),
    "pages": ("--max-pages", 1),
    "characters": ("--max-characters", 1),
    "inflated_bytes": ("--max-inflated-mb", 1_000_000),
    "seconds": ("--timeout", 1),
    "memory_bytes": ("--max-memory-mb", 1_000_000),
}


class CannotResume(ScreenerError):
    """The results file is of another run."""


class Asked(NamedTuple):
    """What a run is about; a file that is continued must be about the same."""

    heading: Heading
    limits: Limits
    files: Sequence[str]  # of all rows there can be, sorted

    @property
    def form(self) -> Form:
        return form_of(self.heading, self.limits)


class Continued(NamedTuple):
    """What a results file already holds: so many bytes of lines to keep, their entries, and good ones behind."""

    size: int = 0
    kept: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()

    @property
    def line_count(self) -> int:
        return len(self.kept) + len(self.later)


def continue_from(file: str, asked: Asked, fingerprint: Callable[[str], str | None]) -> Continued:
    """What of a results file can be kept for these files. Raises CannotResume for another run's.

    `fingerprint` tells the SHA-256 of a file's bytes as they are now.
    """
    from screener.blinding.pseudonyms import is_shaped_like_one

    kept: list[Entry] = []
    later: list[Entry] = []
    size, form = 0, asked.form
    ours = json.loads(form.start.removesuffix(', "file": ') + "}")
    told: set[str] = set()
    left = set(asked.files)
    for number, line in enumerate(_whole_lines(file), start=1):
        row = _find_row(line)
        if row is None or not ours.keys() <= row.keys():
            if row is not None and number == 1:
                raise CannotResume(f"{file}:1: is no result of screener; {_REMEDY}")
            continue
        _check_run(row, ours, asked.limits, f"{file}:{number}")
        if row.get("sha256") is None and is_shaped_like_one(str(row.get("file"))):
            raise CannotResume(f"{file}:{number}: is of a blind report, which can't be continued; {_REMEDY}")
        told.add(str(row.get("file")))
        entry = _find_entry(line, row, form)
        if entry is None or entry.file not in left or fingerprint(entry.file) != entry.trace.sha256:
            continue
        left.remove(entry.file)
        if not later and number == len(kept) + 1 and asked.files[len(kept)] == entry.file:
            kept.append(entry._replace(body=""))
            size += len(line)
        else:
            later.append(entry)
    if told and told.isdisjoint(asked.files):
        raise CannotResume(f"{file}: holds results of other files only, {min(told)} among them; {_REMEDY}")
    return Continued(size, tuple(kept), tuple(later))


def load_outcomes(file: str, held: Continued, asked: Asked) -> Iterator[Outcome]:
    """What the lines that are kept were made of, as far as reports show it."""
    from screener.reports.stored import WrongValue, load_outcome

    form, role = asked.form, asked.heading.role
    try:
        with Path(file).open("rb") as stream:
            for line in islice(stream, len(held.kept)):
                yield load_outcome(line.decode(), role)
        for entry in held.later:
            yield load_outcome(entry.text(form.start), role)
    except WrongValue as error:
        raise CannotResume(f"{file}: no other report can be made of it: {error}; leave the others out") from error


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


def _find_row(line: bytes) -> Json | None:
    """The object of a line; None for one that has to be made again: a disk was full, or the power was cut."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else {}


def _check_run(row: Json, ours: Json, limits: Limits, place: str) -> None:
    """Raises CannotResume for a line of another run. A finished file tells no limits, and is made again within ours."""
    theirs = _told_of_run(row)
    for name, value in _told_of_run(ours).items():
        if theirs[name] != value:
            raise _of_another(name, theirs[name], value, place)
    within = row.get("limits")
    if not isinstance(within, dict):
        return
    for name, value in asdict(limits).items():
        if within.get(name) != value:
            option, unit = _OPTIONS[name]
            raise _of_another(option, _in_units(within.get(name), unit), _in_units(value, unit), place)


def _told_of_run(row: Json) -> dict[str, Any]:
    role = row["role"] if isinstance(row["role"], dict) else {}
    return {
        "schema version": row["schema_version"],
        "version of screener": row["screener"],
        "day": row["as_of"],
        "role": role.get("sha256"),
        "name of the role": role.get("file"),
    }


def _in_units(value: Any, unit: int) -> str:
    return f"{value / unit:.10g}" if isinstance(value, int | float) else str(value)


def _of_another(name: str, theirs: Any, ours: Any, place: str) -> CannotResume:
    shown = [str(value)[:12] for value in (theirs, ours)]
    return CannotResume(f"{place}: was made with another {name} ({shown[0]}, now {shown[1]}); {_REMEDY}")


def _find_entry(line: bytes, row: Json, form: Form) -> Entry | None:
    """The entry of a line that is as it was written, while the run lasted and of a file that could be opened."""
    whole, _, checksum = line.rpartition(CHECKSUM)
    if checksum != b"%d}\n" % crc32(whole) or not row["sha256"]:
        return None
    own, found, _ = whole.decode().rpartition(form.joint)
    start = f"{form.start}{dumps(row['file'])}"
    if not found or not own.startswith(start):
        return None
    return Entry(
        row["file"],
        own[len(start) :] + "}",
        _trace_of(row),
        Verdict(row["verdict"]),
        None if row["score"] is None else str(row["score"]),
        row["error"]["code"] if row["error"] else None,
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
