"""A file below a folder -> whether it is taken, passed over and counted, or none of our business.

Its name tells, and where it can be looked into, its first and last bytes: a file is a candidate when its
suffix or its content is that of a resume; plain text is too common in folders to be one. Pictures, .doc and
.pages are candidates by suffix: somebody may have applied with them, so they get a row with a remedy.
"""

import os
from enum import StrEnum
from typing import NamedTuple, Protocol

from screener.batch.patterns import Patterns
from screener.documents.archives import ON_DISK, ZIP_SUFFIX, Member, read_start
from screener.documents.formats import HEAD_BYTES, SUFFIXES, TAIL_BYTES, is_candidate
from screener.documents.own_reports import REPORT_HEAD_BYTES, SUFFIXES_OF_REPORTS, is_own_report, is_own_workbook
from screener.errors import DocumentError

_CANDIDATE_FORMATS = {"pdf", "docx", "odt", "rtf", "doc", "pages", "image"}
_OTHER_ARCHIVES = (".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst")
_MEMBER_START = 65_536  # of a packed DOCX without a suffix; the names of its parts are within


class Skipped(StrEnum):
    """Why a file in a folder is no candidate although it looks like one; the words count it for people."""

    LOCK_FILE = "lock file"
    APPLE_DOUBLE = "macOS attribute file"
    SPECIAL_FILE = "special file"
    FOLDER_LINK = "link to a folder"
    OWN_REPORT = "report of screener"
    OTHER_ARCHIVE = "archive other than ZIP"
    EMPTY_ARCHIVE = "ZIP file with nothing to screen"


class Content(Protocol):
    """A file that can be looked into. Nothing comes where it can't be read."""

    def start(self, count: int) -> bytes: ...
    def parts(self) -> bytes:
        """Where the names of a packed document's parts stand."""
        ...

    def is_own_workbook(self) -> bool: ...


class OnDisk(NamedTuple):
    """The content of a file on a disk."""

    file: str

    def start(self, count: int) -> bytes:
        try:
            with ON_DISK.open(self.file) as stream:
                return stream.read(count)
        except (OSError, DocumentError):
            return b""

    def parts(self) -> bytes:
        try:
            with ON_DISK.open(self.file) as stream:
                stream.seek(-min(TAIL_BYTES, stream.seek(0, os.SEEK_END)), os.SEEK_END)
                return stream.read(TAIL_BYTES)
        except (OSError, DocumentError):
            return b""

    def is_own_workbook(self) -> bool:
        return is_own_workbook(self.file)


class InArchive(NamedTuple):
    """The content of a member of a ZIP file on a disk."""

    archive: str
    member: Member

    def start(self, count: int) -> bytes:
        return read_start(self.archive, self.member, count)

    def parts(self) -> bytes:
        return read_start(self.archive, self.member, _MEMBER_START)

    def is_own_workbook(self) -> bool:
        return False  # a ZIP inside a ZIP


def choose(below: str, patterns: Patterns, content: Content | None, *, is_wanted: bool = False) -> bool | Skipped:
    """Whether to take a file by its path below the folder; by its name alone where there is no content to see.

    `is_wanted` says that patterns ask for all of its archive, so that its kind decides.
    """
    name = below.rpartition("/")[2]
    if cause := find_cause_in_name(name):
        return cause
    is_included = patterns.is_included(below)
    suffix = suffix_of(name)
    if content and suffix in SUFFIXES_OF_REPORTS and _is_own(content, suffix):
        return Skipped.OWN_REPORT
    if is_included or (is_included is False and not is_wanted):
        return is_included
    if suffix in _OTHER_ARCHIVES:
        return Skipped.OTHER_ARCHIVE
    return suffix == ZIP_SUFFIX or is_candidate_name(name) or bool(content and _looks_like_candidate(content))


def find_cause_in_name(name: str) -> Skipped | None:
    """Why a file of this name is passed over, whatever is in it."""
    if name.startswith(("~$", ".~lock.")) or (name.startswith(".") and name.endswith(".lock")):
        return Skipped.LOCK_FILE
    return Skipped.APPLE_DOUBLE if name.startswith("._") else None


def is_candidate_name(name: str) -> bool:
    """Whether a file of this name is taken without a look inside."""
    return SUFFIXES.get(suffix_of(name)) in _CANDIDATE_FORMATS


def suffix_of(path: str) -> str:
    """As pathlib has it, for a fifth of the time; it is asked for several times of each file."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""


def _is_own(content: Content, suffix: str) -> bool:
    return content.is_own_workbook() if suffix == ".xlsx" else is_own_report(content.start(REPORT_HEAD_BYTES))


def _looks_like_candidate(content: Content) -> bool:
    head = content.start(HEAD_BYTES)
    return is_candidate(head, content.parts() if head.startswith(b"PK") else b"")
