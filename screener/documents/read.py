"""A path -> a Document: the bytes are fetched with care, and the engine is picked by what they are.

The name is only consulted where the bytes leave a choice: it says whether text that nobody called
text is to be believed, and whether to warn that name and content disagree. HTML, RTF, ODT, Pages
and pictures are recognised but not read; their errors say what to do instead.

Messages leave the file's name out, because reports show it in a place of its own; `read_document`
puts it in front, for those who call it.
"""

import errno
import os
import stat
from dataclasses import replace
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

from screener.documents.archives import find_archive, read_member
from screener.documents.formats import SUFFIXES, find_format
from screener.documents.limits import Limits
from screener.errors import Damaged, DocumentError, EmptyFile, NotAResumeFormat, TooLarge, UnreadableFile
from screener.model.document import Document, ReadingWarning

if TYPE_CHECKING:
    from screener.documents.engines import Engine

DEFAULT_LIMITS = Limits()

_ENGINE_OF = {"pdf": "pdf", "zip": "docx", "ole": "docx", "text": "text"}
_NAMES = {"pdf": "a PDF", "docx": "a Word document (DOCX)", "text": "plain text"}
_REMEDIES = {
    "html": "is an HTML page; open it in a browser and save it as PDF",
    "rtf": "is an RTF document; open it in a word processor and save it as PDF or DOCX",
    "image": "is a picture; ask for the resume as PDF or DOCX",
    "pages": "is a Pages document; export it from Pages as PDF or DOCX",
    "json": "is a JSON file; ask for the resume as PDF or DOCX",
    "xml": "is an XML file; ask for the resume as PDF or DOCX",
}
# Non-blocking, so that a pipe put in the file's place between the checks can't stop the program.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_OPEN_ERRORS = {
    errno.EACCES: "permission denied; make it readable and try again",
    errno.EPERM: "permission denied; make it readable and try again",
    errno.ELOOP: "is a link that leads back to itself; give the file it should lead to",
    errno.ENOTDIR: "no such file; part of its path is a file, not a folder",
    errno.ENAMETOOLONG: "no such file; the name is longer than file names can be",
}
_SPECIAL_FILES = (
    (stat.S_ISDIR, "is a folder; give a file"),
    (stat.S_ISFIFO, "is a pipe; save what comes out of it as a file"),
    (stat.S_ISSOCK, "is a socket; give a file"),
    (stat.S_ISCHR, "is a device; give a file"),
    (stat.S_ISBLK, "is a device; give a file"),
)


def read_document(path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document that a file shows. Raises a DocumentError whose message begins with the path."""
    file = os.fspath(path)
    try:
        data = read_bytes(file, limits)
        return parse_document(data, file, sha256=sha256_of(data), limits=limits)
    except DocumentError as error:
        raise type(error)(f"{file}: {error}") from error


def read_bytes(file: str, limits: Limits) -> bytes:
    """All bytes of a regular file that isn't empty, or of a member of a ZIP file (batch.zip/ada.pdf).

    Links are followed, pipes and devices are never opened.
    """
    try:
        _check_is_regular(Path(file).stat())
        descriptor = os.open(file, _OPEN_FLAGS)
        try:
            status = os.fstat(descriptor)
            _check_is_regular(status)
            _check_size(status.st_size, limits)
            data = _read_at_most(descriptor, limits.file_bytes + 1)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        if place := find_archive(file):
            return check_bytes(read_member(*place, limits), limits)
        raise UnreadableFile(_explain(file, error)) from error
    return check_bytes(data, limits)


def check_bytes(data: bytes, limits: Limits) -> bytes:
    """The bytes, if there are any and not too many."""
    _check_size(len(data), limits)
    if not data:
        raise EmptyFile("is empty; ask for it again")
    return data


def parse_document(data: bytes, file: str, *, sha256: str, limits: Limits) -> Document:
    """The document in `data`. The file's name tells nothing but what the content leaves open."""
    promised = SUFFIXES.get(_suffix_of(file).strip())
    found = find_format(data)
    if refusal := _find_refusal(found, promised):
        raise NotAResumeFormat(refusal)
    if found == "text" and _is_own_report(data):
        raise NotAResumeFormat("is a report that screener wrote; give the resumes themselves")
    engine_name = _ENGINE_OF.get(found or "")
    if engine_name is None or (found == "text" and promised != "text" and not _may_be_prose(data, file)):
        raise _unknown_content(promised)
    document = _as_seen(_load_engine(engine_name).extract(data, sha256, limits))
    return _with_suffix_warning(document, file, engine_name)


def sha256_of(data: bytes) -> str:
    """The fingerprint by which the same bytes are recognised under another name."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _check_is_regular(status: os.stat_result) -> None:
    for is_special, message in _SPECIAL_FILES:
        if is_special(status.st_mode):
            raise UnreadableFile(message)


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.file_bytes:
        at_most = f"{limits.file_bytes / 1_000_000:g} MB"
        raise TooLarge(f"is larger than {at_most}, the most that is read; raise it with --max-mb")


def _read_at_most(descriptor: int, count: int) -> bytes:
    """Up to `count` bytes, even of a file that grows while it is read."""
    chunks = []
    while count > 0 and (chunk := os.read(descriptor, min(count, 1 << 20))):
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)


def _explain(file: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        if Path(file).is_symlink():
            return "is a link to a file that doesn't exist"
        return "no such file; check the spelling"
    if isinstance(error, OSError):
        return _OPEN_ERRORS.get(error.errno or 0, f"can't be read: {(error.strerror or 'unknown error').lower()}")
    return "is not a file name"


def _suffix_of(file: str) -> str:
    return Path(file).suffix.lower()


def _find_refusal(found: str | None, promised: str | None) -> str | None:
    """Why a format that is known isn't read, with the remedy; None when it may be."""
    if found == "zip" and promised == "pages":
        return _REMEDIES["pages"]
    if found == "text" and promised in {"html", "json", "xml"}:
        return _REMEDIES[promised]
    return _REMEDIES.get(found or "")


def _is_own_report(data: bytes) -> bool:
    from screener.documents.own_reports import is_own_report  # only text pays for it

    return is_own_report(data)


def _may_be_prose(data: bytes, file: str) -> bool:
    """Whether text under another name is to be believed: a few words, and no link behind which anything may lie."""
    return not Path(file).is_symlink() and len(data[:1000].split()) >= 5


def _unknown_content(promised: str | None) -> DocumentError:
    if promised in {"pdf", "docx"}:
        return Damaged(f"is not {_NAMES[promised]}, whatever its name says; it may be damaged: ask for it again")
    return NotAResumeFormat("is not in a format that resumes come in; ask for it as PDF or DOCX")


def _load_engine(name: str) -> "Engine":
    from screener.documents.engines import ENGINES

    return cast("Engine", import_module(ENGINES[name]))


def _as_seen(document: Document) -> Document:
    """The document, looked at more closely where its letters may not be what they seem."""
    from screener.documents.characters import may_deceive

    texts = (cell.text for line in document.lines for cell in line.cells)
    others = (item.text for items in (document.hidden, document.links) for item in items)
    if not any(not text.isascii() and may_deceive(text) for text in chain(texts, others)):
        return document
    from screener.documents.disguises import see_through

    return see_through(document)


def _with_suffix_warning(document: Document, file: str, engine_name: str) -> Document:
    """The document, with a warning where its name says that it is something else."""
    suffix = _suffix_of(file)
    if SUFFIXES.get(suffix) == engine_name or suffix.strip() not in SUFFIXES:
        return document
    message = f"is {_NAMES[engine_name]}, although its name ends in {suffix!r}; it was read as what it is"
    return replace(document, warnings=(ReadingWarning("wrong-suffix", message), *document.warnings))
