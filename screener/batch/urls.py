"""URLs -> the files below them, and their bytes, for everything that fsspec knows: s3://, gs:// …

Files are listed page by page without being opened: what is a candidate is told by the name. Only ZIP files
are looked into, as far as their directories go, and their members are told by their names, too. Files are
read where they are screened. What fsspec needs for a storage (s3fs, gcsfs) is the user's to install; so are
credentials, which each machine takes from where the storage's own programs have them.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from screener.batch.addresses import is_remote, local_path
from screener.batch.choosing import Skipped
from screener.batch.files import FoundFiles, NothingToScreen
from screener.batch.patterns import Patterns
from screener.batch.walking import Walk
from screener.documents.archives import ZIP_SUFFIX, Storage, is_archive, read_member
from screener.documents.limits import Limits
from screener.documents.read import check_bytes, read_bytes
from screener.errors import DocumentError, ScreenerError, UnreadableFile
from screener.model.path_order import path_order
from screener.model.screening import Outcome


class NoStorage(ScreenerError):
    """A URL that can't be listed."""


def fetch(file: str, limits: Limits) -> bytes:
    """The bytes of a file, wherever it is. Raises DocumentError."""
    if not is_remote(file):
        return read_bytes(local_path(file), limits)
    try:
        import fsspec

        storage, path = fsspec.core.url_to_fs(file)
        data = _read(storage, path, limits)
    except (DocumentError, MemoryError):
        raise
    except FileNotFoundError as error:
        raise UnreadableFile("no such file; check the spelling") from error
    except ImportError as error:
        raise UnreadableFile(f"can't be read here: {_remedy(error)}") from error
    except Exception as error:  # each storage has errors of its own
        raise UnreadableFile(f"can't be read: {_words(error)}") from error
    return check_bytes(data, limits)


def with_urls(found: FoundFiles, urls: Iterable[str], patterns: Patterns) -> FoundFiles:
    """What was found, and all candidates at or below the URLs. Raises NoStorage or NothingToScreen."""
    files: dict[str, str] = {}
    failures: dict[str, Outcome] = {}
    skipped: dict[str, Skipped] = {}
    for url in urls:
        try:
            storage, walk = _walk(url, patterns)
        except ImportError as error:
            raise NoStorage(f"{url}: can't be listed: {_remedy(error)}") from error
        except Exception as error:
            raise NoStorage(f"{url}: can't be listed: {_words(error)}") from error
        if not walk.files and not walk.failures:
            raise NothingToScreen(f"{url}: holds no resumes; PDF and DOCX files are looked for, by their names")
        for file in walk.files:
            files.setdefault(storage.unstrip_protocol(file), walk.show(file))
        failures.update((storage.unstrip_protocol(file), outcome) for file, outcome in walk.failures)
        skipped.update((storage.unstrip_protocol(file), cause) for file, cause in walk.skipped)
    rows = [*found.failures, *(failures[at] for at in failures.keys() - files.keys())]
    counts = Counter(dict(found.skipped)) + Counter(cause for at, cause in skipped.items() if at not in files)
    return FoundFiles(
        tuple(sorted((*found.files, *files.values()), key=path_order)),
        tuple(sorted(rows, key=lambda row: path_order(row.file))),
        tuple(sorted(counts.items())),
        patterns.unused,
    )


def _walk(url: str, patterns: Patterns) -> tuple[Any, Walk]:
    """The storage, and the file that a URL names or those below it; one that isn't there is a row that says so."""
    import fsspec

    storage, root = fsspec.core.url_to_fs(url)
    if storage.isdir(root):
        walk = Walk(patterns, storage.unstrip_protocol, storage=_archives_in(storage))
        _walk_folder(root, storage, walk)
        return storage, walk
    walk = Walk(patterns, lambda file: url.rstrip("/") + file[len(root) :], storage=_archives_in(storage))
    if walk.may_be_archive(root) and is_archive(root, _archives_in(storage)):
        walk.take_members(root, "")
    else:
        walk.files.append(root)
    return storage, walk


def _walk_folder(root: str, storage: Any, walk: Walk) -> None:
    for folder, folders, names in storage.walk(root):
        above = folder[len(root) :].strip("/")
        folders[:] = [name for name in _names(folders) if not walk.patterns.is_excluded(f"{above}/{name}".lstrip("/"))]
        for name in _names(names):
            below = f"{above}/{name}".lstrip("/")
            if not walk.patterns.is_excluded(below):
                walk.take(f"{folder.rstrip('/')}/{name}", below)


def _names(found: Any) -> list[str]:
    return sorted(name for name in found if name)


def _archives_in(storage: Any) -> Storage:
    return Storage(storage.open, storage.ukey)


def _read(storage: Any, path: str, limits: Limits) -> bytes:
    """A file, or a member of a ZIP file on the way to it; little more than may be read."""
    at = path.lower().find(f"{ZIP_SUFFIX}/")
    while at >= 0:
        end = at + len(ZIP_SUFFIX)
        if storage.isfile(path[:end]):
            return read_member(path[:end], path[end + 1 :], limits, _archives_in(storage))
        at = path.lower().find(f"{ZIP_SUFFIX}/", end)
    with storage.open(path, "rb") as stream:
        data: bytes = stream.read(limits.file_bytes + 1)
    return data


def _remedy(error: ImportError) -> str:
    if error.name == "fsspec" or not str(error):
        return "fsspec is needed for URLs; install it with: pip install 'resume-screener[cluster]'"
    return _words(error)


def _words(error: Exception) -> str:
    """An error of somebody else's on one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
