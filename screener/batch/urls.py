"""URLs -> the files below them, and their bytes, for everything that fsspec knows: s3://, gs://, file:// …

Files are listed page by page without being opened: what is a candidate is told by the name. They are
read where they are screened. What fsspec needs for a storage (s3fs, gcsfs) is the user's to install;
so are credentials, which each machine takes from where the storage's own programs have them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from screener.batch.files import FoundFiles, NothingToScreen, Skipped, find_cause_in_name, is_candidate_name
from screener.batch.patterns import Patterns
from screener.documents.limits import Limits
from screener.documents.read import check_bytes, read_bytes
from screener.errors import DocumentError, ScreenerError, UnreadableFile

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # a letter alone is a drive of Windows
_LOCAL = ("file://", "local://")


class NoStorage(ScreenerError):
    """A URL that can't be listed."""


def is_url(path: str) -> bool:
    """Whether a path is a URL; it need not be one that can be read."""
    return _URL.match(path) is not None


def fetch(file: str, limits: Limits) -> bytes:
    """The bytes of a file, wherever it is. Raises DocumentError."""
    if not is_url(file):
        return read_bytes(file, limits)
    try:
        import fsspec

        if file.lower().startswith(_LOCAL):
            return read_bytes(fsspec.filesystem("file")._strip_protocol(file), limits)
        with fsspec.open(file, "rb") as stream:
            data: bytes = stream.read(limits.file_bytes + 1)
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
    files, skipped = set(found.files), Counter(dict(found.skipped))
    for url in urls:
        try:
            below = list(_list(url, patterns, skipped))
        except ImportError as error:
            raise NoStorage(f"{url}: can't be listed: {_remedy(error)}") from error
        except Exception as error:
            raise NoStorage(f"{url}: can't be listed: {_words(error)}") from error
        if not below:
            raise NothingToScreen(f"{url}: holds no resumes; PDF and DOCX files are looked for, by their names")
        files.update(below)
    return found._replace(files=tuple(sorted(files)), skipped=tuple(sorted(skipped.items())), unused=patterns.unused)


def _list(url: str, patterns: Patterns, skipped: Counter[Skipped]) -> Iterator[str]:
    """The file that a URL names, or those below it; one that isn't there is a row that says so."""
    import fsspec

    storage, root = fsspec.core.url_to_fs(url)
    if not storage.isdir(root):
        yield url
        return
    for folder, folders, names in storage.walk(root):
        below = folder[len(root) :].strip("/")
        folders[:] = [name for name in _names(folders) if not patterns.is_excluded(f"{below}/{name}".lstrip("/"))]
        for name in _names(names):
            if cause := find_cause_in_name(name):
                skipped[cause] += 1
            elif _is_taken(f"{below}/{name}".lstrip("/"), patterns):
                yield str(storage.unstrip_protocol(f"{folder.rstrip('/')}/{name}"))


def _names(found: Any) -> list[str]:
    return sorted(name for name in found if name)


def _is_taken(below: str, patterns: Patterns) -> bool:
    if patterns.is_excluded(below):
        return False
    name = below.rpartition("/")[2]
    is_included = patterns.is_included(below)
    return is_candidate_name(name) if is_included is None else is_included


def _remedy(error: ImportError) -> str:
    if error.name == "fsspec" or not str(error):
        return "fsspec is needed for URLs; install it with: pip install 'resume-screener[cluster]'"
    return _words(error)


def _words(error: Exception) -> str:
    """An error of somebody else's on one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
