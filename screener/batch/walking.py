"""Files of one storage, met one by one -> those to screen, rows for what can't be looked into, and what is passed over.

A walk knows files as their storage does, and how they are shown. A ZIP file is gone through like a folder; one
in which there is nothing to screen is counted, and one that is text has a row, because resumes may be missing.
"""

import os
from collections.abc import Callable, Collection, Iterator

from screener.batch.choosing import Content, InArchive, OnDisk, Skipped, choose, suffix_of
from screener.batch.patterns import Patterns
from screener.documents.archives import NO_ZIP, ON_DISK, ZIP_SUFFIX, Member, Storage, is_archive, list_members
from screener.documents.formats import HEAD_BYTES, find_format
from screener.errors import Damaged, DocumentError
from screener.model.screening import Outcome, Unreadable


class Walk:
    """What was met. `outputs` are real paths of files that this very run will overwrite: they aren't counted."""

    def __init__(
        self,
        patterns: Patterns,
        show: Callable[[str], str],
        *,
        storage: Storage = ON_DISK,
        outputs: Collection[str] = (),
    ) -> None:
        self.patterns = patterns
        self.show = show
        self.files: list[str] = []
        self.failures: list[tuple[str, Outcome]] = []
        self.skipped: list[tuple[str, Skipped]] = []
        self._storage = storage
        self._outputs = outputs

    def take(self, file: str, below: str) -> None:
        """Meet a file that isn't excluded, whose path below the folder is given."""
        if self.may_be_archive(file) and is_archive(file, self._storage):
            self.take_members(file, below)
            return
        choice = choose(below, self.patterns, OnDisk(file) if self._is_on_disk else None)
        if choice is True and self._is_text_named_zip(file) and self.patterns.is_included(below) is None:
            self.fail(file, Damaged(NO_ZIP))
        else:
            self._decide(file, choice)

    def may_be_archive(self, file: str) -> bool:
        """Whether a look inside is worth it: office documents are ZIP files too, and have suffixes that say so."""
        return suffix_of(file) in (("", ZIP_SUFFIX) if self._is_on_disk else (ZIP_SUFFIX,))

    def take_members(self, archive: str, below: str) -> None:
        """Meet all files in a ZIP file, whose own path below the folder is given."""
        before = len(self.files)
        try:
            members = list_members(archive, self._storage)
        except DocumentError as error:
            self.fail(archive, error)
            return
        is_wanted = bool(below and self.patterns.is_included(below))
        for member in members:
            inside = f"{below}/{member.name}".lstrip("/")
            if not any(self.patterns.is_excluded(folder) for folder in _with_folders(inside, below)):
                content = self._content_of(archive, member)
                self._decide(f"{archive}/{member.name}", choose(inside, self.patterns, content, is_wanted=is_wanted))
        if below and len(self.files) == before:
            self.skip(archive, Skipped.EMPTY_ARCHIVE)

    def skip(self, file: str, cause: Skipped) -> None:
        """Pass over a file and count it."""
        if cause is not Skipped.OWN_REPORT or os.path.realpath(file) not in self._outputs:
            self.skipped.append((file, cause))

    def fail(self, file: str, error: DocumentError) -> None:
        """Have a row for what can't be looked into."""
        self.failures.append((file, Outcome(self.show(file), None, Unreadable(error.code, str(error)))))

    @property
    def _is_on_disk(self) -> bool:
        return self._storage is ON_DISK

    def _decide(self, file: str, choice: bool | Skipped) -> None:
        if isinstance(choice, Skipped):
            self.skip(file, choice)
        elif choice:
            self.files.append(file)

    def _content_of(self, archive: str, member: Member) -> Content | None:
        """On other storages, members are told by their names, like all files there."""
        return InArchive(archive, member) if self._is_on_disk else None

    def _is_text_named_zip(self, file: str) -> bool:
        if suffix_of(file) != ZIP_SUFFIX:
            return False
        try:
            with self._storage.open(file) as stream:
                return find_format(stream.read(HEAD_BYTES)) == "text"
        except (OSError, DocumentError):
            return False


def _with_folders(path: str, below: str) -> Iterator[str]:
    """A member's path and those of the folders it lies in, the archive's own left out."""
    at = path.find("/", len(below) + 1)
    while at > 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path
