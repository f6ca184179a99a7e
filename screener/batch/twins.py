"""Files -> those that have to be read, and for each the files that hold the same bytes.

Only files of one size can be equal, and only those are looked into: two names of one file are told by
the system, everything else by its SHA-256. A twin shares the outcome of the file that is read, as long
as its name says the same about its content: a suffix decides whether text is believed, and links are
trusted less. Members of ZIP files are left alone: to compare them, they would have to be unpacked.
"""

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from screener.documents.limits import Limits
from screener.documents.read import read_bytes, sha256_of
from screener.errors import DocumentError

_Found = TypeVar("_Found")


class Twins(NamedTuple):
    """`first` are the files to read, sorted; `others` are those that need not be, by the one to read."""

    first: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]]

    def shared(self, results: Iterator[_Found]) -> Iterator[_Found]:
        """The results, each followed by that of its twins."""
        for result in results:
            yield result
            for file in self.others.get(getattr(result, "file", ""), ()):
                yield _under_another_name(result, file)


def find_twins(files: Sequence[str], limits: Limits) -> Twins:
    """Which files have to be read; a file that can't be looked into is one of them."""
    in_order = sorted(files)
    of_size: dict[int, list[str]] = defaultdict(list)
    status: dict[str, os.stat_result] = {}
    for file in in_order if len(in_order) > 1 else ():
        found = _find_status(file)
        if found is not None and 0 < found.st_size <= limits.file_bytes:
            status[file] = found
            of_size[found.st_size].append(file)
    others: dict[str, tuple[str, ...]] = {}
    for group in of_size.values():
        others.update(_equal_ones(group, status, limits))
    left_out = {file for group in others.values() for file in group}
    return Twins(tuple(file for file in in_order if file not in left_out), others)


def _equal_ones(group: list[str], status: Mapping[str, os.stat_result], limits: Limits) -> dict[str, tuple[str, ...]]:
    """Within files of one size: the first of each content, and the others by it."""
    if len(group) == 1:
        return {}
    fingerprints: dict[tuple[int, int], str | None] = {}
    equal: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for file in group:
        inode = (status[file].st_dev, status[file].st_ino)
        if inode not in fingerprints or not inode[1]:  # some file systems number nothing
            fingerprints[inode] = _find_fingerprint(file, limits)
        if fingerprint := fingerprints[inode]:
            equal[fingerprint, Path(file).suffix.lower(), Path(file).is_symlink()].append(file)
    return {first: tuple(rest) for first, *rest in equal.values() if rest}


def _find_status(file: str) -> os.stat_result | None:
    try:
        status = os.stat(file)  # noqa: PTH116 - for half the time, and it is asked of every file
    except (OSError, ValueError):
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _find_fingerprint(file: str, limits: Limits) -> str | None:
    try:
        return sha256_of(read_bytes(file, limits))
    except DocumentError:
        return None


def _under_another_name(result: Any, file: str) -> Any:
    named_again = getattr(result, "_replace", None)  # of a NamedTuple
    return named_again(file=file) if named_again else replace(result, file=file)
