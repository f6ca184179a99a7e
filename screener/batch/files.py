"""Paths as typed -> the files to screen: each once, sorted, with what was passed over counted.

A file that is named is always taken, from a folder what looks like a resume. Links to files are followed,
links to folders found on the way are not: they may lead in circles. `-` is what comes in on standard
input; a file:// URL is the local path behind it, shown as it was typed.
"""

import os
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from screener.batch.addresses import local_path
from screener.batch.choosing import Skipped, find_cause_in_name
from screener.batch.patterns import Patterns
from screener.batch.walking import Walk
from screener.documents.archives import is_archive
from screener.errors import ScreenerError, UnreadableFile
from screener.model.path_order import path_order
from screener.model.screening import Outcome

STANDARD_INPUT = "-"


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


def find_files(paths: Iterable[str], patterns: Patterns | None = None, outputs: Collection[str] = ()) -> FoundFiles:
    """The files that the paths name or hold. Raises NothingToScreen for a folder without candidates.

    `outputs` are files that will be overwritten: among the reports that are skipped they don't count.
    """
    patterns = patterns or Patterns()
    identity = _identities()
    to_write = frozenset(map(os.path.realpath, outputs))
    files: dict[str, str] = {}
    failures: dict[str, Outcome] = {}
    skipped: dict[str, Skipped] = {}
    for path in sorted(set(paths)):  # so that of two spellings of one file, the same one is always shown
        walk = _walk(path, patterns, to_write)
        for file in walk.files:
            files.setdefault(identity(file), walk.show(file))
        failures.update((identity(file), outcome) for file, outcome in walk.failures)
        skipped.update((identity(file), cause) for file, cause in walk.skipped)
        _check_found_something(walk, path)
    counts = Counter(cause for at, cause in skipped.items() if at not in files)
    return FoundFiles(
        tuple(sorted(files.values(), key=path_order)),
        tuple(sorted((failures[at] for at in failures.keys() - files.keys()), key=lambda one: path_order(one.file))),
        tuple(sorted(counts.items())),
        patterns.unused,
    )


def name_files(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths themselves, sorted and each file once; folders are not looked into."""
    identity = _identities()
    files = {identity(local_path(file)): file for file in map(_with_slashes, sorted(paths, reverse=True))}
    return tuple(sorted(files.values(), key=path_order))


def _walk(path: str, patterns: Patterns, outputs: Collection[str]) -> Walk:
    """What a path stands for: the files in a folder or ZIP file, else itself."""
    typed = _with_slashes(path)
    root = local_path(typed)
    walk = Walk(patterns, partial(_as_typed, root, typed), outputs=outputs)
    if path == STANDARD_INPUT:
        walk.files.append(path)
    elif _is_folder(root):
        _walk_folder(root, walk)
    elif walk.may_be_archive(root) and is_archive(root):
        walk.take_members(root, "")
    else:
        walk.files.append(root)
    return walk


def _as_typed(root: str, typed: str, file: str) -> str:
    return typed + file[len(root) :]


def _walk_folder(root: str, walk: Walk) -> None:
    """Meet all files, however deep the folders are nested."""
    folders = [root]
    while folders:
        for entry in _entries(folders.pop(), walk):
            path = _with_slashes(entry.path)
            below = path[len(root) :].lstrip("/")
            if walk.patterns.is_excluded(below):
                continue
            if _is_own_folder(entry):
                folders.append(path)
            elif cause := _find_cause_to_skip(entry):
                walk.skip(path, cause)
            else:
                walk.take(path, below)


def _entries(folder: str, walk: Walk) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from list(entries)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        walk.fail(folder, UnreadableFile(f"is a folder that can't be looked into: {reason}"))


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder itself, and no link to one."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


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


def _check_found_something(walk: Walk, path: str) -> None:
    if walk.files or walk.failures:
        return
    skipped = f" ({len(walk.skipped)} skipped)" if walk.skipped else ""
    unused = "".join(f"; {pattern} matches nothing" for pattern in walk.patterns.unused)
    raise NothingToScreen(
        f"{path}: holds no resumes{skipped}{unused}; PDF and DOCX files are looked for; name other files one by one"
    )


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
