"""Paths as typed -> the files to screen: each once, sorted, with what was passed over counted.

A file that is named is always taken. In a folder, a file is a candidate when its suffix or its
content is that of a resume; plain text is too common there to be one. Pictures, .doc and .pages
are candidates by suffix: somebody may have applied with them, so they get a row with a remedy.
Links to files are followed, links to folders found on the way are not: they may lead in circles.
A ZIP file is gone through like a folder. `-` is what comes in on standard input.
"""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from screener.batch.patterns import Patterns
from screener.documents.archives import ZIP_SUFFIX, Member, is_archive, list_members, read_start
from screener.documents.formats import HEAD_BYTES, SUFFIXES, TAIL_BYTES, is_candidate
from screener.errors import DocumentError, ScreenerError
from screener.model.path_order import path_order
from screener.model.screening import Outcome, Unreadable

STANDARD_INPUT = "-"

_CANDIDATE_FORMATS = {"pdf", "docx", "odt", "rtf", "doc", "pages", "image"}
_OTHER_ARCHIVES = (".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst")
_OWN_REPORTS = (".json", ".jsonl", ".html", ".htm", ".md", ".csv", ".txt")
_OWN_MARKS = ((b'"schema_version"', b'"screener"'), (b'name="generator"', b'content="screener'))
_MEMBER_START = 65_536  # of a packed DOCX without a suffix; the names of its parts are within


class Skipped(StrEnum):
    """Why a file in a folder is no candidate although it looks like one; the words count it for people."""

    LOCK_FILE = "lock file"
    APPLE_DOUBLE = "macOS attribute file"
    SPECIAL_FILE = "special file"
    FOLDER_LINK = "link to a folder"
    OWN_REPORT = "report of screener"
    OTHER_ARCHIVE = "archive other than ZIP"


class NothingToScreen(ScreenerError):
    """A folder without a single candidate."""


class FoundFiles(NamedTuple):
    """`files` are sorted and distinct; `failures` are rows for folders that can't be looked into.

    `unused` are the patterns that matched nothing, as they were given.
    """

    files: tuple[str, ...]
    failures: tuple[Outcome, ...] = ()
    skipped: tuple[tuple[Skipped, int], ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def skipped_count(self) -> int:
        return sum(count for _, count in self.skipped)


def find_files(paths: Iterable[str], patterns: Patterns | None = None) -> FoundFiles:
    """The files that the paths name or hold. Raises NothingToScreen for a folder without candidates."""
    patterns = patterns or Patterns()
    identity = _identities()
    files: dict[str, str] = {}
    failures: dict[str, Outcome] = {}
    skipped: dict[str, Skipped] = {}
    for path in sorted(set(paths)):  # so that of two spellings of one file, the same one is always shown
        walk = _Walk(_with_slashes(path), patterns)
        found = _files_at(path, walk)
        for file in found:
            files.setdefault(identity(file), file)
        failures.update((identity(outcome.file), outcome) for outcome in walk.failures)
        skipped.update((identity(file), cause) for file, cause in walk.skipped)
        _check_found_something(walk, path, found)
    counts = Counter(cause for at, cause in skipped.items() if at not in files)
    return FoundFiles(
        tuple(sorted(files.values(), key=path_order)),
        tuple(sorted(failures.values(), key=lambda outcome: path_order(outcome.file))),
        tuple(sorted(counts.items())),
        patterns.unused,
    )


def name_files(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths themselves, sorted and each file once; folders are not looked into."""
    identity = _identities()
    files = {identity(file): file for file in map(_with_slashes, sorted(paths, reverse=True))}
    return tuple(sorted(files.values(), key=path_order))


def _files_at(path: str, walk: "_Walk") -> list[str]:
    """What a path stands for: the files in a folder or ZIP file, else itself."""
    if path == STANDARD_INPUT:
        return [path]
    if _is_folder(path):
        return walk.files()
    if _may_be_archive(path) and is_archive(path):
        return walk.members(walk.root, "")
    return [walk.root]


class _Walk:
    """One folder and everything below it: candidates, failures and what was passed over."""

    def __init__(self, root: str, patterns: Patterns) -> None:
        self.root = root
        self.failures: list[Outcome] = []
        self.skipped: list[tuple[str, Skipped]] = []
        self.patterns = patterns

    def files(self) -> list[str]:
        """All candidates, however deep the folders are nested."""
        found: list[str] = []
        folders = [self.root]
        while folders:
            for entry in self._entries(folders.pop()):
                path = _with_slashes(entry.path)
                below = path[len(self.root) :].lstrip("/")
                if self.patterns.is_excluded(below):
                    continue
                if _is_own_folder(entry):
                    folders.append(path)
                elif cause := _find_cause_to_skip(entry):
                    self.skipped.append((path, cause))
                else:
                    found += self._take(entry, path, below)
        return found

    def members(self, archive: str, below: str) -> list[str]:
        """All candidates in a ZIP file, whose own path below the folder is given."""
        try:
            members = list_members(archive)
        except DocumentError as error:
            self.failures.append(Outcome(archive, None, Unreadable(error.code, str(error))))
            return []
        return [path for member in members if (path := self._take_member(archive, member, below))]

    def _take(self, entry: os.DirEntry[str], path: str, below: str) -> list[str]:
        if _may_be_archive(path) and is_archive(path):
            return self.members(path, below)
        is_included = self.patterns.is_included(below)
        if _is_own_report(entry):
            self.skipped.append((path, Skipped.OWN_REPORT))
            return []
        if is_included is None and _suffix_of(path) in _OTHER_ARCHIVES:
            self.skipped.append((path, Skipped.OTHER_ARCHIVE))
            return []
        return [path] if is_included or (is_included is None and _is_candidate(entry)) else []

    def _take_member(self, archive: str, member: Member, below: str) -> str | None:
        path = f"{archive}/{member.name}"
        inside = f"{below}/{member.name}".lstrip("/")
        if any(self.patterns.is_excluded(folder) for folder in _with_folders(inside, below)):
            return None
        name = member.name.rpartition("/")[2]
        if cause := find_cause_in_name(name):
            self.skipped.append((path, cause))
            return None
        is_included = self.patterns.is_included(inside)
        if is_included is None:
            is_included = _suffix_of(name) == ZIP_SUFFIX or is_candidate_name(name)
            is_included = is_included or _starts_like_candidate(archive, member)
        return path if is_included else None

    def _entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                yield from list(entries)
        except OSError as error:
            message = f"is a folder that can't be looked into: {(error.strerror or 'unknown error').lower()}"
            self.failures.append(Outcome(folder, None, Unreadable("unreadable-file", message)))


def _with_folders(path: str, below: str) -> Iterator[str]:
    """A member's path and those of the folders it lies in, the archive's own left out."""
    at = path.find("/", len(below) + 1)
    while at > 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder itself, and no link to one."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def find_cause_in_name(name: str) -> Skipped | None:
    """Why a file of this name is passed over, whatever is in it."""
    if name.startswith(("~$", ".~lock.")):
        return Skipped.LOCK_FILE
    return Skipped.APPLE_DOUBLE if name.startswith("._") else None


def _find_cause_to_skip(entry: os.DirEntry[str]) -> Skipped | None:
    if cause := find_cause_in_name(entry.name):
        return cause
    try:
        mode = entry.stat().st_mode
    except OSError:
        return None  # a link that leads nowhere is a row of its own when its name is a resume's
    if stat.S_ISDIR(mode):
        return Skipped.FOLDER_LINK
    return None if stat.S_ISREG(mode) else Skipped.SPECIAL_FILE


def _is_candidate(entry: os.DirEntry[str]) -> bool:
    if is_candidate_name(entry.name) or _suffix_of(entry.name) == ZIP_SUFFIX:
        return True  # a ZIP file that is no archive is one document, or damaged
    try:
        with Path(entry.path).open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            stream.seek(-min(TAIL_BYTES, entry.stat().st_size), os.SEEK_END)
            return is_candidate(head, stream.read(TAIL_BYTES) if head.startswith(b"PK") else b"")
    except OSError:
        return False


def is_candidate_name(name: str) -> bool:
    """Whether a file of this name is taken without a look inside."""
    return SUFFIXES.get(_suffix_of(name)) in _CANDIDATE_FORMATS


def _starts_like_candidate(archive: str, member: Member) -> bool:
    head = read_start(archive, member, HEAD_BYTES)
    return is_candidate(head, read_start(archive, member, _MEMBER_START) if head.startswith(b"PK") else b"")


def _is_own_report(entry: os.DirEntry[str]) -> bool:
    if not entry.name.lower().endswith(_OWN_REPORTS):
        return False
    try:
        with Path(entry.path).open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError:
        return False
    return any(all(mark in head for mark in marks) for marks in _OWN_MARKS)


def _may_be_archive(path: str) -> bool:
    """Whether a look inside is worth it: office documents are ZIP files too, and have suffixes that say so."""
    return _suffix_of(path) in ("", ZIP_SUFFIX)


def _check_found_something(walk: _Walk, path: str, found: list[str]) -> None:
    if found or walk.failures:
        return
    skipped = f" ({len(walk.skipped)} skipped)" if walk.skipped else ""
    unused = "".join(f"; {pattern} matches nothing" for pattern in walk.patterns.unused)
    raise NothingToScreen(
        f"{path}: holds no resumes{skipped}{unused}; PDF and DOCX files are looked for; name other files one by one"
    )


def _suffix_of(path: str) -> str:
    """As pathlib has it, for a fifth of the time; it is asked for several times of each file."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False  # reading it will say why


def _with_slashes(path: str) -> str:
    return path.replace(os.sep, "/") if os.sep != "/" else path


def _identities() -> Callable[[str], str]:
    """A function that is the same for every spelling of one directory entry; a link and its target are two."""
    real = cache(os.path.realpath)

    def identity(file: str) -> str:
        if file == STANDARD_INPUT:
            return file
        folder, _, name = file.rpartition("/")
        return f"{real(folder or ('/' if file.startswith('/') else '.'))}/{name}"

    return identity
