"""A ZIP file of resumes -> its members, listed and read one at a time; nothing is ever written to disk.

`batch.zip/inner/ada.pdf` names a member as if the archive were a folder. A ZIP can lie about all of it,
so names are only labels: what climbs out of a folder or starts at a root is cut off, and a second member
of one name gets a number. The directory is read only up to a size that thousands of resumes need, members
must not overlap (a bomb shares one body among thousands), and unpacking stops at the limit of a file.

A DOCX is a ZIP too; what has the parts of an office document is one document, not an archive of several.
Archives inside archives are not opened. An archive lies on a disk unless another storage is named.
"""

import os
import stat
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import lru_cache
from io import FileIO, RawIOBase
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from screener.documents.formats import SUFFIXES, find_format
from screener.documents.limits import Limits
from screener.errors import Damaged, DocumentError, Encrypted, NotAResumeFormat, TooLarge, UnreadableFile

if TYPE_CHECKING:
    from zipfile import ZipInfo

ZIP_SUFFIX = ".zip"
NO_ZIP = "is text, although its name says that it is a ZIP file; ask for it again"

_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_MOST_MEMBERS = 20_000
_DIRECTORY_BYTES = 200 * _MOST_MEMBERS + 65_557  # what that many take, and the end record
_OF_DOCUMENTS = frozenset(("[content_types].xml", "mimetype", "index/document.iwa", "index.zip"))
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800
_HEADER_BYTES = 30
_MOST_RATIO, _RATIO_MATTERS_FROM = 300, 10_000_000
_OPEN_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_AGAIN = "ask for it again, or unpack it and give the files in it"


class Member(NamedTuple):
    """One file in an archive, under the name it is shown by."""

    name: str
    size: int
    packed_size: int
    offset: int
    method: int
    checksum: int
    is_encrypted: bool
    mode: int  # as Unix has it, with the kind of file; 0 when unknown


class Storage(NamedTuple):
    """Where archives lie: how one is opened, and a stamp that is another one when it has changed."""

    open: Callable[[str], BinaryIO]
    stamp: Callable[[str], Hashable]


def _open_on_disk(file: str) -> BinaryIO:
    """A regular file, never a pipe that might wait for ever."""
    stream = FileIO(file, opener=lambda path, flags: os.open(path, flags | _OPEN_FLAGS))
    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        return stream
    stream.close()
    raise UnreadableFile("is no regular file")


def _stamp_on_disk(file: str) -> Hashable:
    status = Path(file).stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


ON_DISK = Storage(_open_on_disk, _stamp_on_disk)


def is_archive(file: str, storage: Storage = ON_DISK) -> bool:
    """Whether a file is a ZIP that isn't one document; a damaged .zip is, so that somebody says so."""
    if not is_zip(file, storage):
        return False
    try:
        names = {name.lower() for name in _members_of(file, storage)}
    except Damaged:
        return file.lower().endswith(ZIP_SUFFIX)
    except DocumentError:
        return True
    return names.isdisjoint(_OF_DOCUMENTS) and not any(name.startswith("word/document") for name in names)


def is_zip(file: str, storage: Storage = ON_DISK) -> bool:
    """Whether a regular file begins as a ZIP does."""
    try:
        with storage.open(file) as stream:
            return stream.read(4) in _STARTS
    except (OSError, ValueError, DocumentError):
        return False


def list_members(archive: str, storage: Storage = ON_DISK) -> tuple[Member, ...]:
    """The files in an archive, folders left out. Raises a DocumentError when they can't be told."""
    return tuple(_members_of(archive, storage).values())


def find_archive(file: str) -> tuple[str, str] | None:
    """The archive on the way to a file, and the name within it; None where there is none."""
    at = file.find("/", 1)
    while at > 0:
        folder = file[:at]
        if Path(folder).suffix.lower() not in SUFFIXES and is_zip(folder):
            return folder, file[at + 1 :]
        if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir refuses some of the names that occur
            return None
        at = file.find("/", at + 1)
    return None


def read_member(archive: str, name: str, limits: Limits, storage: Storage = ON_DISK) -> bytes:
    """The bytes of a member. Raises a DocumentError for one that isn't there or shouldn't be unpacked."""
    member = _members_of(archive, storage).get(name)
    if member is None:
        raise UnreadableFile("no such file in the ZIP file; check the spelling")
    if stat.S_ISLNK(member.mode):
        raise UnreadableFile("is a link inside a ZIP file; give the file it should lead to")
    if member.is_encrypted:
        raise Encrypted("is protected with a password, like the ZIP file it is in; ask for one without")
    data = _unpack(archive, member, limits.file_bytes, storage)
    if not name.lower().endswith(ZIP_SUFFIX):
        return data
    if find_format(data) == "text":
        raise Damaged(NO_ZIP)
    if data.startswith(_STARTS) and b"word/document" not in data:
        raise NotAResumeFormat("is a ZIP file inside a ZIP file; unpack the outer one and give this one by itself")
    return data


def read_start(archive: str, member: Member, count: int, storage: Storage = ON_DISK) -> bytes:
    """The first bytes of a member; nothing where they can't be had."""
    if member.is_encrypted or stat.S_ISLNK(member.mode):
        return b""
    try:
        return _inflate(_packed(archive, member, count, storage), member.method, count)
    except DocumentError:
        return b""


class _Sparing(RawIOBase):
    """A stream of which no more is read than a directory takes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = _DIRECTORY_BYTES

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int | None = -1, /) -> bytes:
        """Raises TooLarge instead of reading too much."""
        wanted = size if size is not None and size >= 0 else self._left + 1
        data = self._stream.read(min(self._left + 1, wanted))
        self._left -= len(data)
        if self._left < 0:
            raise _too_many_members()
        return data


def _members_of(archive: str, storage: Storage) -> dict[str, Member]:
    try:
        stamp = storage.stamp(archive)
    except (OSError, ValueError) as error:
        raise UnreadableFile("can't be read") from error
    return _read_directory(archive, storage, stamp)


@lru_cache(maxsize=4)  # every member asks for it, in processes that share what they are born with
def _read_directory(archive: str, storage: Storage, _stamp: Hashable) -> dict[str, Member]:
    import struct
    from zipfile import BadZipFile, ZipFile

    try:
        with storage.open(archive) as stream, ZipFile(cast("BinaryIO", _Sparing(stream))) as opened:
            found = opened.infolist()
    except PermissionError as error:
        raise UnreadableFile("permission denied; make it readable and try again") from error
    except (BadZipFile, NotImplementedError, ValueError, struct.error, EOFError, OSError, IndexError) as error:
        raise Damaged(f"is a ZIP file that is damaged or cut off; {_AGAIN}") from error
    files = [info for info in found if not info.orig_filename.endswith(("/", "\\"))]
    if len(files) > _MOST_MEMBERS:
        raise _too_many_members()
    in_order = sorted(found, key=lambda info: info.header_offset)
    for before, after in pairwise(in_order):
        if before.header_offset + _HEADER_BYTES + before.compress_size > after.header_offset:
            raise Damaged(f"is a ZIP file in which files overlap, so that it can't be trusted; {_AGAIN}")
    return _by_name(files)


def _by_name(files: list["ZipInfo"]) -> dict[str, Member]:
    names = [_safe_name(info) for info in files]
    taken = set(names)
    members: dict[str, Member] = {}
    numbers: dict[str, int] = {}
    for info, plain in zip(files, names, strict=True):
        name = plain
        while name in members or (name != plain and name in taken):
            numbers[plain] = numbers.get(plain, 1) + 1
            name = _numbered(plain, numbers[plain])
        members[name] = Member(
            name,
            info.file_size,
            info.compress_size,
            info.header_offset,
            info.compress_type,
            info.CRC,
            is_encrypted=bool(info.flag_bits & _ENCRYPTED_FLAG),
            mode=info.external_attr >> 16,
        )
    return members


def _numbered(name: str, number: int) -> str:
    """ "ada (2).pdf"."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}){dot}{suffix}" if dot else f"{name} ({number})"


def _safe_name(info: "ZipInfo") -> str:
    """The name as a path below the archive, whatever it tries."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_FLAG:  # macOS writes UTF-8 and doesn't say so
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    parts = name.replace("\\", "/").replace("\0", "\N{REPLACEMENT CHARACTER}").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"


def _unpack(archive: str, member: Member, most: int, storage: Storage) -> bytes:
    if member.size > most:
        raise TooLarge(f"unpacks to more than {most / 1_000_000:g} MB, the most that is read; raise it with --max-mb")
    data = _inflate(_packed(archive, member, most, storage), member.method, most + 1)
    if len(data) > max(_RATIO_MATTERS_FROM, _MOST_RATIO * member.packed_size):
        raise TooLarge(f"unpacks to more than {_MOST_RATIO} times its size, as no resume does; give it by itself")
    if len(data) <= most and not _is_whole(data, member):
        raise Damaged("is damaged inside the ZIP file: its checksum is wrong; ask for it again")
    return data


def _is_whole(data: bytes, member: Member) -> bool:
    import zlib

    return len(data) == member.size and zlib.crc32(data) == member.checksum


def _packed(archive: str, member: Member, most: int, storage: Storage) -> bytes:
    """The packed bytes of a member, at most so many."""
    try:
        with storage.open(archive) as stream:
            stream.seek(member.offset)
            header = stream.read(_HEADER_BYTES)
            if len(header) < _HEADER_BYTES or not header.startswith(b"PK\x03\x04"):
                raise Damaged("isn't where the ZIP file says; ask for it again")
            lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            stream.seek(lengths, os.SEEK_CUR)
            return stream.read(min(member.packed_size, most))
    except (OSError, ValueError) as error:
        raise UnreadableFile("can't be read from the ZIP file; try again") from error


def _inflate(packed: bytes, method: int, most: int) -> bytes:
    import bz2
    import zlib

    try:
        if method == _DEFLATED:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)
        if method == _BZIP2:
            return bz2.BZ2Decompressor().decompress(packed, most)
    except (zlib.error, OSError, EOFError, ValueError) as error:
        raise Damaged("can't be unpacked from the ZIP file; ask for it again") from error
    if method == _STORED:
        return packed[:most]
    raise Damaged(f"is packed in a way that isn't known (method {method}); unpack the ZIP file and give the file")


def _too_many_members() -> TooLarge:
    return TooLarge(f"is a ZIP file of more than {_MOST_MEMBERS:,} files; unpack it and give the folder")
