"""The installed program -> a short text that changes whenever the same bytes might be read differently.

What is hashed is what decides: the sources and word lists of reading and understanding, byte by byte,
and the versions of Python and of the libraries that read. Times and sizes of files would neither be the
same for the same program twice installed nor differ for every edit.
"""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import screener

_PARTS = (
    "batch/kept.py",
    "batch/likeness.py",
    "batch/plain.py",
    "batch/remembering.py",
    "documents",
    "errors.py",
    "model",
    "resumes",
    "vocabulary",
)
_LIBRARIES = ("lxml", "pdfminer.six", "python-docx")


def reader_version() -> str:
    """Sixteen hexadecimal digits. Takes a few milliseconds."""
    import hashlib

    whole = hashlib.sha256()
    root = Path(screener.__file__).parent
    for name, content in (*_versions(), *_sources(root)):
        whole.update(b"%s\0%d\0%s" % (name.encode(), len(content), content))
    return whole.hexdigest()[:16]


def _versions() -> Iterator[tuple[str, bytes]]:
    yield "screener", screener.__version__.encode()
    yield "python", sys.version.encode()
    for library in _LIBRARIES:
        yield library, metadata.version(library).encode()


def _sources(root: Path) -> Iterator[tuple[str, bytes]]:
    for part in _PARTS:
        place = root / part
        found = place.rglob("*") if place.is_dir() else [place]
        for file in sorted(file for file in found if file.suffix in {".py", ".json"}):
            yield file.relative_to(root).as_posix(), file.read_bytes()
