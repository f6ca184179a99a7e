"""Paths as typed -> the files to screen: each once, sorted, with what was passed over counted.

A file that is named is always taken. In a folder, a file is a candidate when its suffix or its
content is that of a resume; plain text is too common there to be one. Pictures, .doc and .pages
are candidates by suffix: somebody may have applied with them, so they get a row with a remedy.
Links to files are followed, links to folders found on the way are not: they may lead in circles.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from screener.documents.formats import HEAD_BYTES, SUFFIXES, TAIL_BYTES, is_candidate
from screener.errors import ScreenerError
from screener.model.screening import Outcome, Unreadable

_CANDIDATE_FORMATS = {"pdf", "docx", "odt", "rtf", "doc", "pages", "image"}


class Skipped(StrEnum):
    """Why a file in a folder is no candidate although it looks like one; the words count it for people."""

    LOCK_FILE = "lock file"
    APPLE_DOUBLE = "macOS attribute file"
    SPECIAL_FILE = "special file"
    FOLDER_LINK = "link to a folder"


class NothingToScreen(ScreenerError):
    """A folder without a single candidate."""


class FoundFiles(NamedTuple):
    """`files` are sorted and distinct; `failures` are rows for folders that can't be looked into."""

    files: tuple[str, ...]
    failures: tuple[Outcome, ...] = ()
    skipped: tuple[tuple[Skipped, int], ...] = ()

    @property
    def skipped_count(self) -> int:
        return sum(count for _, count in self.skipped)


def find_files(paths: Iterable[str]) -> FoundFiles:
    """The files that the paths name or hold. Raises NothingToScreen for a folder without candidates."""
    files: dict[str, str] = {}
    failures: dict[str, Outcome] = {}
    skipped: dict[str, Skipped] = {}
    for path in sorted(paths):  # so that of two spellings of one file, the same one is always shown
        walk = _Walk(_with_slashes(path))
        found = walk.files() if _is_folder(path) else [_with_slashes(path)]
        for file in found:
            files.setdefault(_identity(file), file)
        failures.update((_identity(outcome.file), outcome) for outcome in walk.failures)
        skipped.update((_identity(file), cause) for file, cause in walk.skipped)
        _check_found_something(walk, path, found)
    counts = Counter(cause for identity, cause in skipped.items() if identity not in files)
    return FoundFiles(tuple(sorted(files.values())), tuple(failures.values()), tuple(sorted(counts.items())))


def name_files(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths themselves, sorted and each file once; folders are not looked into."""
    files = {_identity(file): file for file in map(_with_slashes, sorted(paths, reverse=True))}
    return tuple(sorted(files.values()))


class _Walk:
    """One folder and everything below it: candidates, failures and what was passed over."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.failures: list[Outcome] = []
        self.skipped: list[tuple[str, Skipped]] = []

    def files(self) -> list[str]:
        """All candidates, however deep the folders are nested."""
        found: list[str] = []
        folders = [self.root]
        while folders:
            for entry in self._entries(folders.pop()):
                path = _with_slashes(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif cause := _find_cause_to_skip(entry):
                    self.skipped.append((path, cause))
                elif _is_candidate(entry):
                    found.append(path)
        return found

    def _entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                yield from list(entries)
        except OSError as error:
            message = f"is a folder that can't be looked into: {(error.strerror or 'unknown error').lower()}"
            self.failures.append(Outcome(folder, None, Unreadable("unreadable-file", message)))


def _find_cause_to_skip(entry: os.DirEntry[str]) -> Skipped | None:
    if entry.name.startswith("~$"):
        return Skipped.LOCK_FILE
    if entry.name.startswith("._"):
        return Skipped.APPLE_DOUBLE
    try:
        mode = entry.stat().st_mode
    except OSError:
        return None  # a link that leads nowhere is a row of its own when its name is a resume's
    if stat.S_ISDIR(mode):
        return Skipped.FOLDER_LINK
    return None if stat.S_ISREG(mode) else Skipped.SPECIAL_FILE


def _is_candidate(entry: os.DirEntry[str]) -> bool:
    if SUFFIXES.get(Path(entry.name).suffix.lower()) in _CANDIDATE_FORMATS:
        return True
    try:
        with Path(entry.path).open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            stream.seek(-min(TAIL_BYTES, entry.stat().st_size), os.SEEK_END)
            return is_candidate(head, stream.read(TAIL_BYTES) if head.startswith(b"PK") else b"")
    except OSError:
        return False


def _check_found_something(walk: _Walk, path: str, found: list[str]) -> None:
    if found or walk.failures:
        return
    skipped = f" ({len(walk.skipped)} skipped)" if walk.skipped else ""
    raise NothingToScreen(
        f"{path}: holds no resumes{skipped}; PDF and DOCX files are looked for; name other files one by one"
    )


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False  # reading it will say why


def _with_slashes(path: str) -> str:
    return path.replace(os.sep, "/") if os.sep != "/" else path


def _identity(file: str) -> str:
    """The same for every spelling of one directory entry; a link and its target are two entries."""
    folder, _, name = file.rpartition("/")
    return f"{os.path.realpath(folder or ('/' if file.startswith('/') else '.'))}/{name}"
